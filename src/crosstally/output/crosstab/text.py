"""The cross-tab as lines of text, as wide as a terminal; columns and rows that have no room are counted."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING

from crosstally.output.counts import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.text import Text

    from crosstally.output.crosstab.cells import Cell
    from crosstally.output.crosstab.columns import Column
    from crosstally.output.crosstab.crosstab import CrossTab, Row

_ROWS = 24  # of reports; of more, those that leave a best figure out come first
_REPORT = 24  # columns of a terminal for a report's name
_FIGURE = 11  # that a figure needs
_STYLES = {"disputed": "bold red", "differs": "yellow", "updated": "yellow", "agreed": "green", "single": "dim"}
_END = re.compile("(?: |\x1b\\[[0-9;]*m)+$")
_OFF = "‹›"  # around a figure that leaves the best one out, where there is no colour


def lines(tab: CrossTab, width: int, *, colour: bool = False, full: bool = False) -> Iterator[str]:
    """The table, and what it leaves out.

    Args:
        tab: The cross-tab.
        width: Of the terminal, in columns.
        colour: Whether to mark figures with terminal colours.
        full: Whether to show every column and row, as wide as it takes.
    """
    if not tab.columns:
        return
    fitting = len(tab.columns) if full else max(1, (width - _REPORT - 9) // (_FIGURE + 2))
    columns = tab.columns[:fitting]
    rows = tab.rows if full else _chosen(tab.rows, len(columns))
    yield from _table(
        columns, rows, max(width, _REPORT + len(columns) * (_FIGURE + 2)) if full else width, colour=colour
    )
    left = [_count(len(tab.rows) - len(rows), "report"), _count(len(tab.columns) - len(columns), "figure")]
    if more := " and ".join(words for words in left if words):
        yield f"  {more} more: --all shows them"
    if tab.silent:
        verb = "gives" if len(tab.silent) == 1 else "give"
        yield f"  {_count(len(tab.silent), 'report')} {verb} none of these figures"


def _chosen(rows: Sequence[Row], n_columns: int) -> list[Row]:
    """The rows that have room, in their order: those that differ from the best figure before those that do not."""
    ranked = sorted(range(len(rows)), key=lambda i: not any(cell.mark == "off" for cell in rows[i].cells[:n_columns]))
    return [rows[i] for i in sorted(ranked[:_ROWS])]


def _table(columns: Sequence[Column], rows: Sequence[Row], width: int, *, colour: bool) -> Iterator[str]:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - no other format needs it
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    is_dated = any(row.document.published or row.document.issue for row in rows)
    name = _REPORT + 7 * is_dated
    table.add_column("", max_width=name, no_wrap=True)
    room = max(_FIGURE, (width - name) // max(len(columns), 1) - 2)
    for column in columns:
        words = f"{column.title}, {column.aside}" if column.aside else column.title
        table.add_column(Text(words), min_width=min(_FIGURE, len(words)), max_width=room, overflow="fold")
    table.add_row("best", *(Text(column.best, "bold") for column in columns))
    table.add_row("low to high", *(Text(column.span) for column in columns))
    table.add_row("independent", *(Text(str(column.n_independent)) for column in columns))
    status = (Text(column.status, _STYLES[column.standing]) for column in columns)
    table.add_row("status", *status, end_section=True)
    for row in rows:
        table.add_row(_name(row, is_dated=is_dated), *map(_text, row.cells[: len(columns)]))
    stream = StringIO()
    console = Console(
        file=stream, width=width, force_terminal=colour, color_system="standard" if colour else None, highlight=False
    )
    console.print(table)
    for line in stream.getvalue().splitlines():
        shown = _END.sub("", line)
        if shown:
            yield f"{shown}\x1b[0m" if "\x1b" in line else shown


def _name(row: Row, *, is_dated: bool) -> Text:
    from rich.text import Text  # noqa: PLC0415

    published, issue = row.document.published, row.document.issue
    day = f"{published.day:2} {published:%b}" if published else "" if issue is None else f"no. {issue}"
    n = len(row.copies)
    copied = f" +{n} cop{'y' if n == 1 else 'ies'}" if n else ""
    return Text(f"{day:6} {row.document.source}{copied}" if is_dated else f"{row.document.source}{copied}")


def _text(cell: Cell) -> Text:
    from rich.text import Text  # noqa: PLC0415

    match cell.mark:
        case "off":
            return Text(f"{_OFF[0]}{cell.text}{_OFF[1]}", "bold red")
        case "older":
            return Text(cell.text, "dim")
        case "silent":
            return Text("-", "dim")
        case "elsewhere":
            return Text("(apart)" if cell.see is None else f"(apart {cell.see})", "dim")
    return Text(cell.text)


def _count(n: int, noun: str) -> str:
    return count(n, noun) if n else ""
