from __future__ import annotations

from dataclasses import replace

import pytest
from told import document, interval, told

from crosstally.facts.extract import extract_facts
from crosstally.facts.intervals import Interval
from crosstally.output import markdown
from crosstally.output.excerpt import excerpt
from crosstally.output.text import render
from crosstally.rules.engine import check_facts

LONG = (
    "Speaking at the edge of the crater, where cranes were still lifting slabs of concrete, the minister said that "
    "over 100 people had been injured, that the hospitals of the province were full, and that help was on its way."
)
FACTS = [
    told("Harbour Mail", "12", 12, text="The blast killed 12."),
    told("Harbour Mail", "over 100 people", interval(100, "more_than"), "injured", text=LONG),
    told("Evening Ledger", "at least 12 people", interval(12, "at_least"), text="It killed at least 12 people."),
    told("Evening Ledger", "90", 90, "injured", text="Doctors treated 90 injured."),
    told("Evening Ledger", "four cranes", 4, "count", text="It took four cranes.", counted="crane"),
]


def test_what_is_disputed_comes_first_with_its_sentences() -> None:
    lines = render(check_facts(FACTS)).splitlines()
    assert lines == [
        "2 reports from 2 sources, 5 figures: 1 disputed, 1 agreed",
        "",
        "ERROR injured: over 100 (Harbour Mail) against 90 (Evening Ledger)  [XT101 counts-disjoint 698fe847]",
        "  Harbour Mail    …the minister said that over 100 people had been injured, that the…",
        "  Evening Ledger  Doctors treated 90 injured.",
        "",
        "AGREED",
        "  killed                      12 / at least 12  2 independent of 2 sources",
        "",
        "1 figure from a single source",
        "  four cranes (Evening Ledger)",
    ]


def test_lines_stay_in_width() -> None:
    assert max(map(len, render(check_facts(FACTS)).splitlines())) <= 100


def test_what_differs_and_accuses_nobody_is_counted() -> None:
    report = replace(check_facts(FACTS), findings=())
    assert render(report).startswith("2 reports from 2 sources, 5 figures: 0 disputed, 1 agreed, 1 explained\n")


def test_colour_only_when_asked() -> None:
    report = check_facts(FACTS)
    assert "\x1b" not in render(report)
    assert "\x1b[1;31mERROR\x1b[0m" in render(report, colour=True)


def test_updates_are_shown_as_steps() -> None:
    facts = [told("b", "31 people", 31, day="2024-07-03"), told("a", "20 people", 20, day="2024-07-01")]
    line = "  killed                      20 → 31  2 independent of 2 sources"
    assert line in render(check_facts(facts)).splitlines()


def test_events_are_named_when_there_are_several() -> None:
    facts = [told(name, "12", 12, document=document(name, event=name)) for name in ("harbour", "station")]
    text = render(check_facts(facts))
    assert text.startswith("2 events: 0 disputed\n\nharbour: 1 report from 1 source, 1 figure")
    assert "\nstation: 1 report" in text


def test_events_with_a_dispute_come_first() -> None:
    figures = (("harbour", "Alder", 12), ("station", "Alder", 3), ("station", "Moor", 9))
    facts = [told(name, f"{n} people", n, document=document(name, event=event)) for event, name, n in figures]
    facts = [replace(fact, document=replace(fact.document, doc_id=f"{i}")) for i, fact in enumerate(facts)]
    text = render(check_facts(facts))
    assert text.startswith("2 events: 1 disputed\n\nstation: 2 reports from 2 sources, 2 figures: 1 disputed")
    assert text.index("station: ") < text.index("harbour: ")


def test_a_figure_that_was_broken_over_two_lines_is_told_on_one() -> None:
    money = {"unit": "euro", "dimension": "currency", "text": "It cost 9 billion\neuros in all."}
    facts = [told(name, "9 billion\neuros", 9e9, "money", **money) for name in ("Harbour Mail", "Evening Ledger")]
    assert "  money                       9 billion euros  1 independent of 2 sources" in render(check_facts(facts))


def test_nothing_found_is_said() -> None:
    assert render(check_facts([])) == "No figures found.\n"


@pytest.mark.parametrize("width", [15, 20, 40, 80, 300])
def test_an_excerpt_keeps_the_figure_and_the_width(width: int) -> None:
    parts = excerpt(FACTS[1], width)
    assert parts[1] == "over 100 people"
    assert len("".join(parts)) <= width
    assert LONG.find("".join(parts).strip("…")) >= 0


def test_a_toll_put_together_is_not_its_first_part() -> None:
    text = "A man and two women were killed, police said."
    report = check_facts([fact for name in ("Alder", "Moor") for fact in extract_facts(document(name, text))])
    assert "killed                      3 in all" in render(report)
    assert "### Follows from others" in markdown.render(report)


def test_measured_figures_and_those_of_other_years_say_what_they_are_about() -> None:
    profit = {"subject": "net profit, Norden Bank", "unit": "euro", "dimension": "currency"}
    facts = [told(name, "9 million euros", 9e6, "money", **profit) for name in ("Harbour Mail", "Evening Ledger")]
    facts += [told(name, "64 people", 64, event_time="2011") for name in ("Harbour Mail", "Evening Ledger")]
    lines = render(check_facts(facts)).splitlines()
    assert "  money: net profit           9 million euros  1 independent of 2 sources" in lines
    assert "  killed: 2011                64  1 independent of 2 sources" in lines


@pytest.mark.parametrize(
    ("subject", "line"),
    [("shallow\n  shock", "  magnitude: shallow shock    "), ("magnitude", "  magnitude                   ")],
)
def test_topics_stay_on_their_line_and_say_something_new(subject: str, line: str) -> None:
    shake = {"subject": subject, "unit": "magnitude", "dimension": "magnitude"}
    facts = [told(name, "magnitude 5.1", 5.1, "magnitude", **shake) for name in ("Harbour Mail", "Evening Ledger")]
    assert f"{line}magnitude 5.1  1 independent of 2 sources" in render(check_facts(facts)).splitlines()


def test_parts_and_mere_numbers_say_what_they_are() -> None:
    texts = {
        "Moor": "Floods killed 17 people in the valley. In Belmar, nine people died when a bridge gave way.",
        "Elm": "The school in Belmar has 210 pupils. The flood killed nine people in the town. In all 17 people died.",
        "Ash": "The primary school of Belmar has 210 pupils.",
    }
    report = check_facts([fact for name, text in texts.items() for fact in extract_facts(document(name, text))])
    lines = [line.partition("  2 independent")[0] for line in render(report).splitlines()]
    assert "  killed: part of a whole     9" in lines
    assert "  pupil                       The school in Belmar has 210 pupils." in lines


def test_vague_words_are_no_steps() -> None:
    facts = [
        told("a", "20 people", 20, day="2024-07-01"),
        told("b", "Dozens of people", Interval(None, 24, 99, bound="vague"), day="2024-07-02"),
        told("c", "31 people", 31, day="2024-07-03"),
    ]
    assert (
        "  killed                      20 → 31  3 independent of 3 sources" in render(check_facts(facts)).splitlines()
    )
