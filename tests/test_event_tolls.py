from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.rules.engine import check_facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosstally.rules.quantity import Quantity


def quantities(*reports: str, policy: str = "majority") -> Sequence[Quantity]:
    """Texts, each of a source of its own, with a headline where an empty line follows the first."""
    documents = []
    for number, report in enumerate(reports, 1):
        title, _, text = report.rpartition("\n\n")
        documents.append(Document(f"d{number}", text, f"source {number}", title=title or None))
    facts = [fact for document in documents for fact in extract_facts(document)]
    return check_facts(facts, documents, policy=policy).quantities


def tolls(*reports: str, policy: str = "majority") -> dict[str, float | None]:
    """The best figure of the one quantity that stands for the event."""
    found = quantities(*reports, policy=policy)
    return {q.measure: q.best for q in found if q.scope == "total" and q.measure in {"killed", "injured"}}


@pytest.mark.parametrize(
    ("report", "killed", "injured"),
    [
        ("A man and two women were killed and five others injured.", 3, 5),
        ("The storm killed a farmer, his wife and their three children.", 5, None),
        ("Five people, two men and three women, were killed.", 5, None),
        ("The fire killed six people, including four children.", 6, None),
        ("A gunman killed four people before killing himself.", 5, None),
        ("Five people were shot, one fatally.", 1, 4),
        ("The toll rose to 15 after six more bodies were found.", 15, None),
        ("The toll has risen to 26, an official said.", 26, None),
        ("A tenth cook has died, taking the toll to 10.", 10, None),
        ("Nine people were killed. The toll is 40 percent higher than in May.", 9, None),
        ("Seven people were shot at a fair on Sunday.", None, 7),
        ("2 adults, six children dead\n\nSix children died in the fire, and two adults were killed.", 8, None),
        ("Four pupils were killed. The shooter was killed by a guard.", 5, None),
        ("Four people died. The shooter was killed by a guard.", 4, None),
        ("A man killed his wife, son and daughter before he killed himself.", 4, None),
        ("A man, woman and child were found dead.", 3, None),
        ("A clerk, cook and waiter was killed.", 1, None),
        ("The couple and their son were killed.", 3, None),
        ("A pair of gunmen were killed.", 2, None),
        ("A trio of robbers were killed.", 3, None),
        ("A cook was found shot to death.", 1, None),
        ("He fatally shot his wife, and then himself.", 2, None),
        ("He killed a guard and hid himself in a barn.", 1, None),
        ("Two dozen people were hurt. Five of the 24 injured remained in intensive care.", None, 24),
    ],
)
def test_what_one_report_says_in_all(report: str, killed: float | None, injured: float | None) -> None:
    expected = {"killed": killed, "injured": injured}
    assert {measure: n for measure, n in expected.items() if n is not None} == tolls(report)


def test_a_toll_without_the_dead_attacker_and_one_with_him_are_one() -> None:
    reports = (
        "A gunman killed 12 people at a mill. The gunman was killed by the police.",
        "Twelve people were killed at a mill.",
        "Thirteen people died in the shooting at a mill, the gunman among them.",
    )
    assert 13.0 == tolls(*reports)["killed"]


def test_who_tells_of_one_hurt_has_no_vote_where_others_count() -> None:
    reports = ("A guard was wounded at the mill.", "Ana Vell was wounded at the mill.", "Four people were wounded.")
    assert 4.0 == tolls(*reports)["injured"]


def test_a_toll_that_follows_from_others_has_no_claims() -> None:
    (derived,) = (q for q in quantities("Five people were shot, one fatally.") if q.measure == "injured")
    assert (4.0, 0, 0, ()) == (derived.best, derived.n_facts, derived.n_sources, derived.facts)
    assert ["Five people", "one"] == [fact.quote for fact in derived.follows_from]


def test_a_toll_put_together_names_its_parts_and_a_stated_one_does_not() -> None:
    together = next(q for q in quantities("A man and two women were killed.") if q.best == 3)
    assert ["A man", "two women"] == [fact.quote for fact in together.follows_from]
    assert {together.quantity_id} < {fact.quantity_id for fact in together.follows_from}
    assert not any(q.follows_from for q in quantities("Three people were killed, a man and two women."))


def test_one_told_of_is_outvoted_by_a_count() -> None:
    assert {"killed": 2.0} == tolls("Two people were killed.", "A woman was killed. Nobody counted the 300 guests.")


def test_a_report_of_several_events_has_half_a_voice() -> None:
    reports = ("A weekend of shootings: 7 killed, 14 hurt", "Man killed, 3 hurt in shooting on Mill Street")
    assert {"killed": 1.0, "injured": 3.0} == tolls(*(f"{title}\n\nPolice told reporters." for title in reports))


def test_copies_have_one_voice() -> None:
    wire = "The blast in the harbour quarter killed nine people and was heard for miles, the mayor said on Sunday."
    assert {"killed": 11.0} == tolls(wire, wire, "The blast killed 11 people.", "At least 11 people died in the blast.")


@pytest.mark.parametrize(("policy", "expected"), [("majority", 12), ("lowest", 9), ("highest", 12), ("latest", 9)])
def test_policies_choose_among_the_reports(policy: str, expected: float) -> None:
    reports = ("The flood killed nine people.", "The flood killed 12 people.")
    assert {"killed": expected} == tolls(*reports, policy=policy)


def test_figures_of_some_and_of_others_are_told_apart() -> None:
    report = "A fire killed 12 people. Three pupils died in one room. In 1998, 30 people were killed there."
    scopes = {(q.best, q.scope) for q in quantities(report) if q.measure == "killed"}
    assert {(12.0, "total"), (3.0, "part"), (30.0, "other")} == scopes


def test_crime_statistics_are_not_the_event_s() -> None:
    report = "4 wounded on Elm Street\n\nFour people were wounded. The city has had 53 homicides."
    assert {"injured": 4.0} == tolls(report)


@pytest.mark.parametrize(
    ("days", "killed"),
    [
        (((118, 18), (41, 19)), 41),  # a toll does not fall: the later report has it right
        (((41, 18), (118, 19)), 118),  # it grows
        (((44, 18), (41, 19)), 44),  # bodies are found and counted within a day
        (((118, None), (41, 19)), 118),  # without dates, the higher
    ],
)
def test_a_tie_is_not_for_a_figure_that_a_later_report_puts_at_less_than_half(
    days: tuple[tuple[int, int | None], ...], killed: float
) -> None:
    documents = [
        Document(
            f"d{figure}",
            f"The flood killed {figure} people.",
            f"source {figure}",
            published=None if day is None else datetime(2033, 4, day, tzinfo=UTC),
        )
        for figure, day in days
    ]
    (toll,) = check_facts([fact for about in documents for fact in extract_facts(about)], documents).quantities
    assert killed == toll.best


def test_a_part_is_in_the_whole_behind_it() -> None:
    text = "Divers found the bodies of the last four missing men, bringing the death toll of the ferry to 10."
    (document,) = [Document("a.txt", f"{text} The boat sank on Monday.", "Alder Gazette")]
    quantities = check_facts(extract_facts(document), [document]).quantities
    assert [10] == [one.best for one in quantities if one.measure == "killed" and one.scope == "total"]
