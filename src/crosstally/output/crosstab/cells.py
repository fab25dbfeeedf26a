"""The cells of a cross-tab: what each report says of each figure, and what it gives instead."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from crosstally.facts.intervals import exactly
from crosstally.rules.comparison.comparison import agree, may_move
from crosstally.rules.comparison.order import is_before
from crosstally.rules.toll import toll
from crosstally.rules.wording import figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.output.crosstab.columns import Column

Mark = Literal["same", "off", "older", "silent", "elsewhere"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report says of one figure.

    Attributes:
        text: The figures; blank where it gives none.
        mark: Whether the best figure is among what it allows (same) or not (off), or was so once (older); where it
            gives none, whether it is silent or a figure of this measure is held apart (elsewhere).
        facts: The claims; of a figure held apart, those.
        see: The number of what says why they are held apart, in `CrossTab.apart`.
    """

    text: str
    mark: Mark
    facts: tuple[Fact, ...] = ()
    see: int | None = None

    @property
    def words(self) -> str:
        """What an empty cell says."""
        said = ", ".join(figures(self.facts))
        why = "" if self.see is None else f", see {self.see}"
        return {"silent": "gives no figure", "elsewhere": f"held apart: {said}{why}"}.get(self.mark, self.text)


def cells_of(columns: Sequence[Column], facts: Iterable[Fact]) -> Mapping[str, tuple[Cell, ...]]:
    """The cells of each document, by doc_id."""
    place = {column.quantity.quantity_id: i for i, column in enumerate(columns)}
    said: dict[str, dict[int, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    other: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        at = place.get(fact.quantity_id or "")
        if at is not None:
            said[fact.document.doc_id][at].append(fact)
        else:
            other[fact.document.doc_id, fact.measure].append(fact)
            said[fact.document.doc_id].setdefault(-1, [])
    return {
        name: tuple(_cell(column, at.get(i, []), other.get((name, column.quantity.measure), []))
                    for i, column in enumerate(columns))
        for name, at in said.items()
    }  # fmt: skip


def _cell(column: Column, claims: Sequence[Fact], others: Sequence[Fact]) -> Cell:
    if claims:
        return Cell(", ".join(figures(claims)), _mark(column, claims), tuple(claims))
    is_toll = toll(column.quantity.measure) is not None
    return Cell("", "elsewhere", tuple(others)) if is_toll and others else Cell("", "silent")


def pairs_of(columns: Sequence[Column], cells: Sequence[Cell]) -> Iterator[frozenset[str]]:
    """What the cells of a report ask about: the figure of a column, and the one that they give instead."""
    for column, cell in zip(columns, cells, strict=True):
        if cell.mark == "elsewhere":
            yield from (frozenset((column.quantity.quantity_id, fact.quantity_id or "")) for fact in cell.facts)


def pointing(columns: Sequence[Column], cells: Sequence[Cell], numbers: Mapping[frozenset[str], int]) -> Iterator[Cell]:
    """The cells of a report, those held apart with the number of what says why."""
    for column, cell in zip(columns, cells, strict=True):
        found = [number for pair in pairs_of([column], [cell]) if (number := numbers.get(pair))]
        yield replace(cell, see=min(found)) if found else cell


def _mark(column: Column, claims: Sequence[Fact]) -> Mark:
    quantity = column.quantity
    unit = next((fact for fact in quantity.facts if fact.unit == quantity.unit), None)
    if quantity.best is None or unit is None:
        return "same"
    best = replace(unit, interval=exactly(quantity.best))
    if any(agree(fact, best) for fact in claims):
        return "same"
    outlived = column.standing == "updated" or all(_is_outlived(fact, best, quantity.facts) for fact in claims)
    return "older" if outlived else "off"


def _is_outlived(fact: Fact, best: Fact, facts: Iterable[Fact]) -> bool:
    """Whether the source of a count of a toll gives the best figure in a later report."""
    later = (one for one in facts if one.document.source == fact.document.source and is_before(fact, one))
    return may_move(fact) and any(agree(one, best) for one in later)
