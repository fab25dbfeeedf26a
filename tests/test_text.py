from __future__ import annotations

import re
from dataclasses import replace

import pytest
from told import document, interval, told

from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact
from crosstally.output import markdown
from crosstally.output.excerpt import excerpt
from crosstally.output.text import accusations, render
from crosstally.rules.engine import check_facts

LONG = (
    "Speaking at the edge of the crater, where cranes were still lifting slabs of concrete, the minister said that "
    "over 100 people had been injured, that the hospitals of the province were full, and that help was on its way."
)
FACTS = [
    told("Harbour Mail", "12", 12, text="The blast killed 12."),
    told("Harbour Mail", "over 100 people", interval(100, "more_than"), "injured", text=LONG, as_of="2034-07-01"),
    told("Evening Ledger", "at least 12 people", interval(12, "at_least"), text="It killed at least 12 people."),
    told("Evening Ledger", "90", 90, "injured", text="Doctors treated 90 injured.", as_of="2034-07-01"),
    told("Evening Ledger", "four cranes", 4, "count", text="It took four cranes.", counted="crane"),
]


def test_the_cross_tab_comes_first_then_what_is_disputed_with_its_sentences() -> None:
    assert render(check_facts(FACTS)).splitlines() == [
        "2 reports from 2 sources, 5 figures: 1 disputed, 1 agreed",
        "",
        "                 injured      killed",
        "─────────────────────────────────────────",
        "best             90           12",
        "low to high      90 or more   12 or more",
        "independent      2            2",
        "status           disputed     agreed",
        "Harbour Mail     ‹over 100›   12",
        "Evening Ledger   90           at least 12",
        "",
        "ERROR injured: 90 (Evening Ledger) against over 100 (Harbour Mail)  [XT101 counts-disjoint 698fe847]",
        "  Evening Ledger  Doctors treated 90 injured.",
        "  Harbour Mail    …the minister said that over 100 people had been injured, that the…",
        "",
        "1 figure from a single source",
        "  four cranes (Evening Ledger)",
    ]


def test_a_figure_held_apart_points_to_the_reason() -> None:
    report = document("Coast Post", "Seven of the soldiers were killed, 90 were injured.")
    seven = told("Coast Post", "Seven", 7, document=report, text="Seven of the soldiers were killed.", scope="part")
    more = told("Coast Post", "90", 90, "injured", document=report, text="90 were injured.")
    lines = render(check_facts([*FACTS, seven, more])).splitlines()
    (row,) = [line for line in lines if line.startswith("Coast Post")]
    assert row.endswith("(apart 1)")
    at = lines.index("HELD APART: they exclude each other and were not compared")
    sides = "killed 7 (Coast Post) and killed at least 12, 12 (Evening Ledger, Harbour Mail)"
    told_why = " ".join(line.strip() for line in lines[at + 1 : at + 3])
    assert re.match(
        rf"1 {re.escape(sides)}: scope, a whole and a part \(part / total\); \d+% likely one thing  \[", told_why
    )


def test_lines_stay_in_width() -> None:
    assert max(map(len, render(check_facts(FACTS)).splitlines())) <= 100


def test_what_differs_and_accuses_nobody_is_counted() -> None:
    report = replace(check_facts(FACTS), findings=())
    assert render(report).startswith("2 reports from 2 sources, 5 figures: 0 disputed, 1 agreed, 1 explained\n")


def test_colour_only_when_asked() -> None:
    report = check_facts(FACTS)
    assert "\x1b" not in render(report)
    assert "\x1b[1;31mERROR\x1b[0m" in render(report, colour=True)


def test_reports_stand_in_the_order_of_time() -> None:
    facts = [told("b", "31 people", 31, day="2024-07-03"), told("a", "20 people", 20, day="2024-07-01")]
    *_, first, second, course = render(check_facts(facts)).splitlines()
    assert [["1", "Jul", "a", "20"], ["3", "Jul", "b", "31"]] == [first.split(), second.split()]
    assert "killed: first 20 (a, 1 July 2024), last 31 (b, 3 July 2024), 1 revision" == course.strip()


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
    overview = "2 events: 1 disputed\n  station: killed: 3 (Alder) against 9 (Moor)\n\n"
    assert text.startswith(f"{overview}station: 2 reports from 2 sources, 2 figures: 1 disputed")
    assert text.index("station: ") < text.index("harbour: ")


def test_of_many_who_give_a_figure_the_overview_names_two() -> None:
    fire = [(name, 9 if name == "Moor" else 3) for name in ("Alder", "Brook", "Cedar", "Moor")]
    facts = [told(name, f"{n} people", n, document=document(name, event="fire")) for name, n in fire]
    (line,) = [line for line in render(check_facts([*facts, other_event()])).splitlines() if line.startswith("  fire")]
    assert "  fire: killed: 3 (Alder, Brook and 1 more) against 9 (Moor)" == line


def other_event() -> Fact:
    return told("Dune", "4 people", 4, document=document("Dune", event="flood"))


def test_who_agrees_with_both_sides_stands_on_neither_in_the_overview() -> None:
    facts = [
        told("Alder", "at least 41", interval(41, "at_least"), document=document("Alder", event="fire")),
        told("Brook", "34", 34, document=document("Brook", event="fire")),
        told("Moor", "at least 30", interval(30, "at_least"), document=document("Moor", event="fire")),
    ]
    (line,) = [line for line in render(check_facts([*facts, other_event()])).splitlines() if line.startswith("  fire")]
    assert "  fire: killed: at least 41 (Alder) against 34 (Brook)" == line


def test_a_figure_that_was_broken_over_two_lines_is_told_on_one() -> None:
    money = {"unit": "euro", "dimension": "currency", "text": "It cost 9 billion\neuros in all."}
    facts = [told(name, "9 billion\neuros", 9e9, "money", **money) for name in ("Harbour Mail", "Evening Ledger")]
    assert "Evening Ledger +1 copy   9 billion euros" in render(check_facts(facts))


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
    assert ["best", "3"] == next(line.split()[:2] for line in render(report).splitlines() if "best" in line)
    assert "### Follows from others" in markdown.render(report)


def many(events: int, reports: int) -> list[Fact]:
    """Disputed events, each report of which gives another figure."""
    return [
        told(f"S{n}", f"{n + 3} people", n + 3, text=f"{n + 3} people were killed in the {event}th fire of the year.",
             document=document(f"S{n}", doc_id=f"{event}-{n}", event=f"fire {event}"))
        for event in range(events) for n in range(reports)
    ]  # fmt: skip


@pytest.mark.parametrize(("events", "reports", "most"), [(1, 60, 119), (75, 10, 399)])
def test_a_long_report_is_cut_and_says_so(events: int, reports: int, most: int) -> None:
    report = check_facts(many(events, reports))
    text = render(report)
    assert len(text.splitlines()) <= most
    assert "more: --all shows them" in text
    assert "more: --all shows them" not in (whole := render(report, full=True))
    assert events * reports <= sum(" S" in line for line in whole.splitlines())


def test_quiet_is_what_accuses_and_nothing_else() -> None:
    report = check_facts(FACTS)
    assert accusations(report).startswith("ERROR injured: 90 (Evening Ledger) against over 100 (Harbour Mail)")
    assert 1 == accusations(report).count("\n")
    assert "" == accusations(check_facts(FACTS[:1]))
