"""Tables of drawn pages are told row by row, and nothing else of a page is touched."""

from __future__ import annotations

import pytest

from crosstally.facts.source.page_columns import Drawn
from crosstally.facts.source.page_tables import with_tables_told

ROWS = [["District", "Killed", "Injured"], ["Orvane", "12", "1,230"], ["Tessel North", "-", "8"], ["Total", "12", "38"]]
TOLD = ["Orvane: Killed: 12; Injured: 1,230", "Tessel North: Injured: 8", "Total: Killed: 12; Injured: 38"]
LEFT = (50, 200, 280, 340, 400)


def drawn(rows: list[list[str]], *, right: bool = False, top: float = 700) -> list[Drawn]:
    """The cells of rows, one below the other, from the left or up to the right side of their columns."""
    return [
        Drawn(x + (40 - 5.3 * len(words) if right and x > 50 else 0), top - 14 * n, 10, words)
        for n, row in enumerate(rows)
        for x, words in zip(LEFT, row, strict=False)
        if words
    ]


def told(rows: list[list[str]], text: str | None = None, *, right: bool = False) -> list[str]:
    """The lines of the text of a page with a table between two sentences."""
    by_row = "\n".join(" ".join(words for words in row if words) for row in rows)
    text = f"Rain fell.\n{by_row}\nIt is dry now." if text is None else text
    page = [Drawn(50, 740, 10, "Rain fell."), *drawn(rows, right=right), Drawn(50, 500, 10, "It is dry now.")]
    return [line for line in with_tables_told(text, page).split("\n") if line]


@pytest.mark.parametrize("right", [False, True])
def test_a_row_is_told_with_its_headers(*, right: bool) -> None:
    assert ["Rain fell.", *TOLD, "It is dry now."] == told(ROWS, right=right)


def test_a_table_that_was_drawn_cell_by_cell_is_told_too() -> None:
    by_column = "\n".join(row[k] for k in range(3) for row in ROWS)
    assert ["Rain fell.", *TOLD, "It is dry now."] == told(ROWS, f"Rain fell.\n{by_column}\nIt is dry now.")


def test_headers_that_are_alike_are_told_apart_by_the_line_above() -> None:
    rows = [
        ["", "Killed", "", "Injured"],
        ["District", "Men", "Women", "Men", "Women"],
        ["Orvane", "7", "5", "12", "18"],
        ["Tessel", "1", "2", "3", "5"],
    ]
    expected = "Orvane: Killed men: 7; Killed women: 5; Injured men: 12; Injured women: 18"
    assert expected in told(rows)


CLOSE = (50, 92, 116, 152)  # no further apart than words


def test_columns_that_stand_as_close_as_words_are_told_too() -> None:
    rows = [["Province", "Dead", "Missing", "Houses lost"], ["Orvane", "12", "4", "1,230"], ["Tessel", "3", "0", "88"]]
    page = [
        Drawn(x, 700 - 14 * n, 10, words) for n, row in enumerate(rows) for x, words in zip(CLOSE, row, strict=True)
    ]
    lines = with_tables_told("\n".join(map(" ".join, rows)), page).split("\n")
    expected = ["Orvane: Dead: 12; Missing: 4; Houses lost: 1,230", "Tessel: Dead: 3; Missing: 0; Houses lost: 88"]
    assert expected == [line for line in lines if line]


def test_words_drawn_one_by_one_above_rows_that_lack_a_number_are_no_headers() -> None:
    rows = [["Houses", "lost", "in", "May"], ["Orvane", "12", "4"], ["Tessel", "3", "9"]]
    page = [
        Drawn(x, 700 - 14 * n, 10, words)
        for n, row in enumerate(rows)
        for x, words in zip((50, 86, 106, 118), row, strict=False)
    ]
    by_row = list(map(" ".join, rows))
    assert by_row == with_tables_told("\n".join(by_row), page).split("\n")


@pytest.mark.parametrize(
    "rows",
    [
        [["Dead", "12"], ["Injured", "31"], ["Missing", "4"]],  # no headers
        [["District", "Killed"], ["Orvane", "12"]],  # one row
        [["District", "Killed"], ["Orvane", "twelve"], ["Tessel", "none"]],
        [["Photo", "Marek Tull"], ["It rained.", "Then it snowed."], ["Roads", "were shut"]],
    ],
)
def test_what_is_no_table_of_figures_stays(rows: list[list[str]]) -> None:
    by_row = [" ".join(row) for row in rows]
    assert ["Rain fell.", *by_row, "It is dry now."] == told(rows)


def test_two_tables_with_the_same_row_are_both_told() -> None:
    page = [*drawn(ROWS), Drawn(50, 620, 10, "And again:"), *drawn(ROWS, top=600)]
    by_row = "\n".join(" ".join(row) for row in ROWS)
    lines = with_tables_told(f"{by_row}\nAnd again:\n{by_row}", page).split("\n")
    assert [*TOLD, "And again:", *TOLD] == [line for line in lines if line]
