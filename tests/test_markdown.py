"""Markdown: the cross-tab and what stands beneath it, as GitHub shows them."""

from __future__ import annotations

from told import document, interval, told

from crosstally.facts.fact import Fact
from crosstally.output.markdown import render
from crosstally.rules.engine import check_facts

SOLDIERS = document("C", "Seven of them were soldiers, 90 were injured.")
FACTS = [
    told("A", "12 people", 12, text="The storm killed 12 people.", day="2024-07-01"),
    told("A", "90", 90, "injured", text="It injured 90.", document=document("A", day="2024-07-01")),
    told("B", "over 40 people", interval(40, "more_than"), text="The storm killed over 40 people.", day="2024-07-01"),
    told(
        "C", "Seven", 7, text="Seven of the soldiers were killed.", document=SOLDIERS, counted="soldier", scope="part"
    ),
    told("C", "90", 90, "injured", text="90 were injured.", document=SOLDIERS),
]


def table_of(facts: list[Fact]) -> list[str]:
    return [line for line in render(check_facts(facts)).splitlines() if line.startswith("|")]


def test_the_cross_tab_has_a_row_a_report_and_marks_what_leaves_the_best_figure_out() -> None:
    assert table_of(FACTS)[:9] == [
        "| | killed | injured |",
        "|---|---|---|",
        "| *best* | **40** | **90** |",
        "| *low to high* | 12 or more |  |",
        "| *independent* | 2 | 2 |",
        "| *status* | disputed | agreed |",
        "| 2024-07-01 A | ≠ **12** | 90 |",
        "| 2024-07-01 B | over 40 | - |",
        "| C | (apart, see 1) | 90 |",
    ]


def test_what_is_held_apart_is_folded_below_with_its_reason() -> None:
    text = render(check_facts(FACTS))
    folded = text.partition("<details>")[2].partition("</details>")[0]
    assert (
        "1. killed 12, over 40 (A, B) and soldiers killed 7 (C): group, one names none (not said / soldier)" in folded
    )
    assert "<details>" not in render(check_facts(FACTS[:3]))


def test_a_cell_is_one_line_and_no_markup() -> None:
    odd = told("*A*|b\nc", "12 people", 12, text="The storm killed 12 people.")
    rows = table_of([odd, *FACTS[2:3]])
    assert "| \\*A\\*\\|b c | ≠ **12** |" in rows
    assert {rows[0].count(" | ")} == {row.count(" | ") for row in rows if "---" not in row}
