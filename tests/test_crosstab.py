from __future__ import annotations

import re
from typing import Any

import pytest
from told import document, interval, told

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact
from crosstally.output.crosstab.crosstab import CrossTab, crosstab
from crosstally.output.titles import plural, title
from crosstally.rules.engine import check_facts

WIRE = (
    "The storm killed 12 people and injured 90 on the coast of the island on Monday night, the governor said in town."
)

BILLIONS = [("A", 2.1e9), ("B", 2.4e9)]
SUMS = (("A", 1_234_567.0), ("B", 1_234_568.0))


def tab_of(facts: list[Fact]) -> CrossTab:
    report = check_facts(facts)
    return crosstab(next(report.events()), report.copies)


def storm(source: str, killed: float, day: str | None = None, **fields: Any) -> Fact:
    own = " ".join(f"{source}{word}" for word in "abcdefghijkl")  # no two reports are copies
    text = fields.pop("text", f"{killed:.0f} people were killed, {own}.")
    return told(source, f"{killed:.0f} people", killed, text=text, day=day, **fields)


def test_rows_are_reports_in_time_and_cells_are_marked() -> None:
    facts = [storm("C", 12), storm("B", 12, "2024-07-02"), storm("A", 40, "2024-07-01")]
    tab = tab_of(facts)
    cells = [(row.document.source, row.cells[0].text, row.cells[0].mark) for row in tab.rows]
    assert [("A", "40", "off"), ("B", "12", "same"), ("C", "12", "same")] == cells
    (column,) = tab.columns
    assert ("killed", "12", "12 to 40", 3, "disputed") == (
        column.title, column.best, column.span, column.n_independent, column.status,
    )  # fmt: skip


def test_a_converted_end_of_a_span_has_four_digits_and_a_written_one_all() -> None:
    said = {"A": "The boat sank about three nautical miles off.", "B": "The boat sank about 5.5 kilometres off."}
    reports = [Document(name, text, name) for name, text in said.items()]
    report = check_facts([fact for one in reports for fact in extract_facts(one)])
    assert "2.673 to 3.3" == crosstab(next(report.events()), report.copies).columns[0].span
    money = [told(name, f"${n:,.0f}", n, "money", unit="dollar", dimension="currency") for name, n in SUMS]
    assert "$1,234,567 to $1,234,568" == tab_of(money).columns[0].span
    billions = [told(n, f"${v:,.0f}", v, "money", unit="dollar", dimension="currency") for n, v in BILLIONS]
    assert "$2.1 billion to $2.4 billion" == tab_of(billions).columns[0].span


def test_a_converted_best_figure_has_four_digits() -> None:
    said = {"A": "The phone weighs 6.6 ounces.", "B": "The phone weighs 187 grams."}
    reports = [Document(name, text, name) for name, text in said.items()]
    report = check_facts([fact for one in reports for fact in extract_facts(one)])
    assert "6.596 ounces" == crosstab(next(report.events()), report.copies).columns[0].best


def test_an_earlier_toll_was_right_once() -> None:
    tab = tab_of([storm("A", 9, "2024-07-01"), storm("B", 12, "2024-07-02"), storm("C", 12, "2024-07-02")])
    assert ["older", "same", "same"] == [row.cells[0].mark for row in tab.rows]


def test_copies_are_folded_under_their_origin_unless_they_say_something_else() -> None:
    texts = {"A": WIRE, "B": WIRE, "C": WIRE.replace("12 people", "14 people")}
    facts = [
        told(name, quote, n, measure, document=document(name, text), text=text)
        for name, text in texts.items()
        for n, measure in ((14 if name == "C" else 12, "killed"), (90, "injured"))
        for quote in (f"{n} people" if measure == "killed" else f"{n}",)
    ]
    tab = tab_of(facts)
    assert [("A", ["B"]), ("C", [])] == [(row.document.source, [one.source for one in row.copies]) for row in tab.rows]
    assert 3 == tab.n_reports


def test_an_empty_cell_is_a_question() -> None:
    about = document("B", "Seven of them were soldiers, 90 were injured.")
    facts = [
        storm("A", 12),
        told("A", "90", 90, "injured", document=document("A"), text="90 were injured."),
        told(
            "B", "Seven", 7, text="Seven of the soldiers were killed.", document=about, counted="soldier", scope="part"
        ),
        told("B", "90", 90, "injured", text="90 were injured.", document=about),
        told("C", "90", 90, "injured", text="In all, 90 were injured."),
    ]
    tab = tab_of(facts)
    at = [column.title for column in tab.columns].index("killed")
    assert ["12", "held apart: 7, see 1", "gives no figure"] == [row.cells[at].words for row in tab.rows]
    (apart,) = tab.apart
    assert ("killed 12 (A)", "soldiers killed 7 (B)") == apart.sides
    assert "group, one names none (not said / soldier)" == apart.why.partition(";")[0]
    assert tab.columns[at].quantity.quantity_id in apart.pair


def test_what_is_held_apart_stands_in_the_order_in_which_somebody_would_ask() -> None:
    told_by = [storm(source, 40) for source in "AB"]
    women = [storm(source, 30, group="woman", text=f"30 people were killed, {source}.") for source in "CD"]
    men = [storm(source, 10, group="man", text=f"10 people were killed, {source}.") for source in "EF"]
    tab = tab_of([*told_by, *women, *men])
    assert [1, 2, 3] == [one.number for one in tab.apart]
    assert ("women killed 30 (C, D)", "men killed 10 (E, F)") == tab.apart[2].sides, "what can't be one comes last"
    assert "group, two groups (woman / man)" == tab.apart[2].why


def test_first_of_what_is_held_apart_stands_what_is_likeliest_one_thing() -> None:
    said = {
        "A": "Shelling of the market killed 31 people, doctors said.",
        "B": "Seven children were killed when the market was shelled, the school said.",
        "C": f"{'No bus ran, and shops stayed shut. ' * 12}The ministry has counted 9 dead in Sel, and 4 dead in Tarn.",
    }  # two figures deep in C, far below that of A: too little speaks for one toll
    reports = [Document(name, text, name) for name, text in said.items()]
    tab = tab_of([fact for one in reports for fact in extract_facts(one)])
    assert ["group", "nothing tells them apart", "nothing tells them apart"] == [
        one.why.partition(",")[0] for one in tab.apart
    ]
    likely = [int(share) for one in tab.apart for share in re.findall(r"(\d+)% likely", one.why)]
    assert sorted(likely, reverse=True) == likely
    assert len(tab.apart) == len(likely)


def test_two_figures_of_one_report_each_are_shown_where_nothing_tells_them_apart() -> None:
    sent = told("C", "six drones", 6, "fired", counted="drone", subject="Vell", text="Vell sent six drones.")
    came = told("D", "52 drones", 52, "fired", counted="drone", subject="enemy", text="In came 52 drones of the enemy.")
    tab = tab_of([storm("A", 12), storm("B", 12), sent, came])
    assert [("drones fired 6 (C)", "drones fired 52 (D)")] == [one.sides for one in tab.apart]
    assert ["killed"] == [column.title for column in tab.columns]


def test_two_figures_of_two_measures_are_held_apart_where_they_may_well_be_of_one_thing() -> None:
    loot = "Thieves made off with €12 million of jewels from the Sel gallery."
    worth = "The Sel gallery was robbed. Its owner put the worth of the jewels at €17 million."
    built = "The Sel gallery was robbed. It was built in 1984 for €17 million."

    def apart(*texts: str) -> list[str]:
        reports = [Document(f"r{k}", text, f"s{k}") for k, text in enumerate(texts)]
        return [one.measure for one in check_facts([f for one in reports for f in extract_facts(one)]).held_apart()]

    assert ["stolen"] == apart(loot, worth)
    assert [] == apart(loot, built)


def test_what_one_report_says_in_passing_is_no_column() -> None:
    hat = told("A", "four hats", 4, "count", counted="hat", text="Four hats, four hats lay there.".lower())
    tab = tab_of([storm("A", 12), hat, told("B", "a", 1, "count", text="a tree", document=document("B"))])
    assert ["killed"] == [column.title for column in tab.columns]
    assert ["B"] == [one.source for one in tab.silent]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"counted": "soldier", "per": "week"}, "soldiers killed a week"),
        ({"counted": "person"}, "killed"),
        ({"measure": "destroyed", "counted": "house"}, "houses destroyed"),
        ({"measure": "count", "counted": "ministry"}, "ministries"),
        ({"measure": "money", "unit": "euro", "dimension": "currency", "subject": "net profit"}, "net profit"),
        ({"group": "child", "counted": "person"}, "children killed"),
    ],
)
def test_titles_are_plain_words(fields: dict[str, Any], expected: str) -> None:
    measure = fields.pop("measure", "killed")
    facts = [told(name, "5,000 x", interval(5000), measure, text="It was 5,000 x.", **fields) for name in "AB"]
    assert expected == title(check_facts(facts).quantities[0])


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("house", "houses"),
        ("bus", "buses"),
        ("child", "children"),
        ("city", "cities"),
        ("day", "days"),
        ("bus driver", "bus drivers"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert many == plural(one)
