"""Who says what of one quantity: a row for each figure of each source, with the sentences it stands on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crosstally.output.page.bar import Bar, bar_of
from crosstally.output.page.marked import Piece, marked_sentence
from crosstally.rules.comparison.comparison import in_unit_of
from crosstally.rules.wording import figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.facts.intervals import Interval
    from crosstally.output.page.scale import Scale


_MOST = 20  # rows of a plot; of more, each figure has one
_SENTENCES = 10  # that are shown; of more, one for each figure


@dataclass(frozen=True, slots=True)
class PlotRow:
    """One figure of one report.

    Attributes:
        document: The report.
        figure: The figure in words: "at least 12".
        bar: The figure as a bar.
        copy_of: The source that the report copies, None when it copies nobody.
        others: How many more reports give the same figure and have no row of their own.
    """

    document: Document
    figure: str
    bar: Bar
    copy_of: str | None
    others: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that a figure stands on.

    Attributes:
        fact: The figure.
        pieces: The sentence with the figure marked.
    """

    fact: Fact
    pieces: list[Piece]


def rows_of(facts: Iterable[Fact], unit: Fact, scale: Scale, copies: Mapping[str, Document]) -> list[PlotRow]:
    """The rows of a plot, from the lowest figure to the highest.

    Args:
        facts: The claims on one quantity.
        unit: The claim in whose unit they are drawn.
        scale: The axis.
        copies: Of each document that copies another, that other, by doc_id.
    """
    first: dict[tuple[str, Interval, str], Fact] = {}
    for fact in facts:
        first.setdefault((fact.document.doc_id, fact.interval, fact.unit), fact)
    ranked = sorted(first.values(), key=lambda fact: _rank(fact, unit))
    rows = [
        PlotRow(
            document=fact.document,
            figure=" ".join(figure(fact).split()),
            bar=bar_of(in_unit_of(fact, unit), scale),
            copy_of=copies[fact.document.doc_id].source if fact.document.doc_id in copies else None,
        )
        for fact in ranked
    ]
    return rows if len(rows) <= _MOST else _grouped(rows)


def _grouped(rows: Iterable[PlotRow]) -> list[PlotRow]:
    """A row for each figure, with how many more reports give it."""
    first: dict[tuple[str, Bar], PlotRow] = {}
    for row in rows:
        same = first.get((row.figure, row.bar))
        first[row.figure, row.bar] = replace(same, others=same.others + 1) if same else row
    return list(first.values())


def evidence_of(facts: Iterable[Fact]) -> list[Evidence]:
    """The sentences behind the figures, each once for a figure."""
    seen: dict[tuple[str, str, int, str], Fact] = {}
    for fact in facts:
        seen.setdefault((*fact.sentence_id, fact.quote), fact)
    return [Evidence(fact, marked_sentence(fact)) for fact in seen.values()]


def parted(evidence: Sequence[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """Of many sentences, the first for each figure, and the rest; of a few, all and none."""
    if len(evidence) <= _SENTENCES:
        return [*evidence], []
    first: dict[Interval, Evidence] = {}
    more = [item for item in evidence if first.setdefault(item.fact.interval, item) is not item]
    return [*first.values()], more


def _rank(fact: Fact, unit: Fact) -> tuple[float, float]:
    interval = in_unit_of(fact, unit)
    low = interval.high if interval.low is None else interval.low
    return low or 0.0, interval.high if interval.high is not None else float("inf")
