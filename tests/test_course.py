from __future__ import annotations

from told import document, told

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.rules.engine import check_facts
from crosstally.rules.tolls.course import Course, course_of
from crosstally.rules.tolls.ledger import ledger_of


def course(*figures: tuple[str, float, str]) -> Course | None:
    facts = []
    for source, n, day in figures:
        text = f"{source} counts {n:.0f} people killed on {day}."
        about = document(source, text, day, doc_id=f"{source} {day}")
        facts.append(told(source, f"{n:.0f} people", n, document=about, text=text))
    return course_of(check_facts(facts).quantities[0])


def test_a_toll_has_a_first_and_a_last_figure_and_revisions() -> None:
    told = course(("A", 9, "2024-07-01"), ("B", 20, "2024-07-02"), ("C", 31, "2024-07-03"))
    assert told is not None
    assert "first 9 (A, 1 July 2024), last 31 (C, 3 July 2024), 2 revisions" == told.words


def test_a_figure_below_what_was_known_the_day_before_is_stale() -> None:
    told = course(("A", 20, "2024-07-01"), ("B", 31, "2024-07-02"), ("C", 20, "2024-07-04"))
    assert told is not None
    assert [("C", "B")] == [(one.document.source, known.document.source) for one, known in told.stale]


def test_a_figure_is_not_stale_behind_a_higher_one_that_stands_alone() -> None:
    told = course(("A", 53, "2024-07-01"), ("B", 35, "2024-07-02"), ("C", 35, "2024-07-03"))
    assert told is None or () == told.stale
    told = course(("A", 53, "2024-07-01"), ("B", 35, "2024-07-02"), ("C", 54, "2024-07-03"))
    assert told is not None
    assert ["B"] == [one.document.source for one, _ in told.stale]


def test_a_stale_figure_of_headline_and_text_is_told_once() -> None:
    told = course(("A", 20, "2024-07-01"), ("B", 31, "2024-07-02"), ("C", 20, "2024-07-04"), ("C", 20, "2024-07-04"))
    assert told is not None
    assert 1 == len(told.stale)


def test_of_one_day_nothing_is_stale_and_there_is_no_course() -> None:
    assert course(("A", 20, "2024-07-01"), ("B", 31, "2024-07-01")) is None


def test_a_fall_is_told() -> None:
    told = course(("A", 20, "2024-07-01"), ("A", 12, "2024-07-03"))
    assert told is not None
    assert "fell: 20 to 12 (A, 3 July 2024)" in told.words


def test_the_ledger_says_who_counts_attackers() -> None:
    texts = {
        "Post": "Twelve people were killed in the market, including the gunman, police said.",
        "Mail": "The attack on the market killed 11 people. Four are missing.",
    }
    facts = [fact for name, text in texts.items() for fact in extract_facts(Document(name, text, name))]
    assert [("Post", "counted in", ""), ("Mail", "", "told apart")] == [
        (one.source, one.attackers, one.missing) for one in ledger_of(facts)
    ]
    assert [] == ledger_of(extract_facts(Document("a", "The storm killed 7 people.", "a")))
