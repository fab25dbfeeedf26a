from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from told import interval, told

from crosstally.errors import ConfigError
from crosstally.facts.extract import extract_facts
from crosstally.facts.intervals import Interval
from crosstally.rules.engine import check_facts
from crosstally.rules.policy.best import best, corroborated
from crosstally.rules.policy.coding import policies
from crosstally.rules.quantity import Quantity
from crosstally.rules.report import Report

CLAIMS = [
    told("a", "12 people", 12, day="2024-05-06"),
    told("b", "12 people", 12, day="2024-05-06"),
    told("c", "14 people", 14, day="2024-05-08"),
    told("d", "9 people", 9, day="2024-05-07"),
]
ALONE = {"a.txt": "a.txt", "b.txt": "b.txt", "c.txt": "c.txt", "d.txt": "d.txt"}


TOML = tomllib.loads(files("crosstally.rules").joinpath("data/policies.toml").read_text(encoding="utf-8"))
EXAMPLES = [(name, text, said) for name, entry in TOML.items() for text, said in entry.get("examples", {}).items()]


def checked(policy: str, *texts: str, days: tuple[str, ...] = ()) -> Report:
    documents = [
        told(f"s{i}", text, 1, text=text, day=days[i] if days else None).document for i, text in enumerate(texts)
    ]
    return check_facts([fact for about in documents for fact in extract_facts(about)], documents, policy=policy)


def toll(report: Report, measure: str) -> Quantity:
    (found,) = (quantity for quantity in report.quantities if quantity.measure == measure)
    return found


@pytest.mark.parametrize(("policy", "figure"), [("majority", 12), ("latest", 14), ("lowest", 9), ("highest", 14)])
def test_each_policy(policy: str, figure: float) -> None:
    assert figure == best(CLAIMS, CLAIMS[0], ALONE, policy)


def test_copies_do_not_make_a_majority() -> None:
    copies = ALONE | {"b.txt": "a.txt"}
    assert best(CLAIMS, CLAIMS[0], copies) == 14, "three figures of one voice each: the latest"


def test_a_tie_goes_to_the_figure_that_hedges_support() -> None:
    claims = [
        told("a", "11 people", 11),
        told("b", "15 people", 15),
        told("c", "at least 13", interval(13, "at_least")),
    ]
    assert best(claims, claims[0], {}) == 15


def test_a_tie_goes_to_the_figure_without_a_hedge() -> None:
    claims = [told("a", "over 100", interval(100, "more_than")), told("b", "90", 90)]
    assert best(claims, claims[0], {}) == 90


def test_a_range_stands_for_its_middle_and_a_vague_word_for_nothing() -> None:
    span = told("a", "10 to 20", Interval(None, 10, 20, bound="range"))
    vague = told("b", "dozens", Interval(None, 24, 99, bound="vague"))
    assert best([span, vague], span, {}) == 15
    assert best([vague], vague, {}) is None


def test_the_best_figure_is_in_the_unit_asked_for() -> None:
    miles = told("a", "10 miles", 10, "distance", unit="mile", dimension="length")
    kilometres = told("b", "16 km", 16, "distance", unit="kilometre", dimension="length")
    assert best([miles], kilometres, {}) == pytest.approx(16.09344)


def test_an_unknown_policy_is_refused() -> None:
    with pytest.raises(ConfigError, match="majority, latest, lowest, highest"):
        best(CLAIMS, CLAIMS[0], ALONE, "mean")


# ---------------------------------------------------------------- published codings


@pytest.mark.parametrize(("policy", "reports", "said"), EXAMPLES)
def test_the_examples_of_a_policy(policy: str, reports: str, said: dict[str, float]) -> None:
    report = checked(policy, *reports.split(" | "))
    assert said == {q.measure: q.best for q in report.quantities if q.best is not None and q.measure != "count"}


@pytest.mark.parametrize("policy", [name for name, policy in policies().items() if policy.source])
def test_every_vague_word_of_a_coding_has_an_example(policy: str) -> None:
    examples = " ".join(text for name, text, said in EXAMPLES if name == policy and said)
    assert [] == [word for word in policies()[policy].vague if word not in examples]


def test_best_lies_between_the_bounds_of_every_coding() -> None:
    for policy, reports, _ in EXAMPLES:
        for quantity in checked(policy, *reports.split(" | ")).quantities:
            if quantity.best is not None:
                assert (quantity.low or 0) <= quantity.best <= (quantity.high or quantity.best)


def test_ucdp_has_the_lowest_and_the_highest_figure_stated_as_bounds() -> None:
    reports = ("A raid killed at least 12 people.", "The raid killed between 14 and 18 people.")
    killed = toll(checked("ucdp", *reports), "killed")
    assert (12, 12, 14) == (killed.low, killed.best, killed.high)
    assert toll(checked("majority", *reports), "killed").high is None


def test_a_toll_that_was_brought_up_to_date_is_not_the_lowest() -> None:
    reports = ("A storm killed 9 people.", "The storm killed 34 people.")
    assert 34 == toll(checked("acled", *reports, days=("2024-05-06", "2024-05-08")), "killed").best
    assert 9 == toll(checked("acled", *reports), "killed").best


def test_two_independent_sources_corroborate() -> None:
    assert 14 == corroborated({12: 1, 14: 2})
    assert 12 == corroborated({12: 1, 14: 1})
    assert 12 == corroborated({12: 2, 14: 2})


def test_the_missing_are_added_to_the_dead_once() -> None:
    reports = ("A flood killed 41 people and left 17 missing.", "The flood killed 41 people. Seventeen are missing.")
    report = checked("emdat", *reports)
    assert (58, 17) == (toll(report, "killed").best, toll(report, "missing").best)
    assert 41 == toll(checked("majority", *reports), "killed").best
