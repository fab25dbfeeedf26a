"""Tables as plain columns, straight from what was found."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from crosstally.facts.fact import Fact
from crosstally.facts.tables.failure import Failure, raise_failures
from crosstally.facts.tables.flat import fact_row
from crosstally.facts.tables.quotes import misquotes
from crosstally.output.tables.columns import Columns, filled
from crosstally.output.tables.parquet import ROWS
from crosstally.rules.report import Report
from crosstally.rules.tables.flat import rows_of


def tables_of(report: Report) -> Mapping[str, Columns]:
    """All tables of a report, by name.

    Raises:
        SchemaError: A value is none that its column may hold, or a quote is not what its document says at its span.
    """
    others = {name: filled(name, rows) for name, rows in rows_of(report).items() if name != "facts"}
    return {"facts": _facts(report.facts), **others}


def facts_in_pieces(facts: Iterable[Fact]) -> Iterator[Columns]:
    """The fact table in pieces of `ROWS` rows, so that one of any length takes little memory.

    Yields:
        At least one piece; the last may be shorter.

    Raises:
        SchemaError: As `tables_of`; that facts of different pieces share an id is told at the end.
    """
    facts = iter(facts)
    ids = array("Q")  # as numbers, they take 8 bytes each
    more = True
    while more:
        piece = list(islice(facts, ROWS))
        more = len(piece) == ROWS
        if piece or not ids:
            columns = _facts(piece, before=len(ids))
            ids.extend(int(fact_id, 16) for fact_id in columns["fact_id"])
            yield columns
    if len(ids) > ROWS:
        raise_failures(_repeated(ids), "facts")


def _facts(facts: Iterable[Fact], before: int = 0) -> Columns:
    """Facts as columns; `before` rows stand above them."""
    failures: list[Failure] = []

    def rows() -> Iterator[dict[str, object]]:
        for number, fact in enumerate(facts, before + 1):
            failures.extend(misquotes(fact, number))
            yield fact_row(fact)

    columns = filled("facts", rows(), before)
    raise_failures(failures, "facts")
    return columns


def _repeated(ids: array[int]) -> list[Failure]:
    """The rows that repeat the id of a row above them."""
    import numpy as np  # noqa: PLC0415 - of many rows alone

    numbers = np.frombuffer(ids, dtype=np.uint64)
    order = np.argsort(numbers, kind="stable")
    again = order[1:][numbers[order[1:]] == numbers[order[:-1]]]
    return [Failure(int(row) + 1, ("fact_id",), f"'{ids[row]:016x}'", "each value once") for row in sorted(again)]
