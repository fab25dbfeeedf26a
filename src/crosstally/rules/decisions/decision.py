"""A decision: what a person settled, keyed by the words of reports, so that it outlives edits, new reports and renames.

Three kinds. A reading says what one mention is. An alignment says which mentions claim one quantity, or do not. An
adjudication says which figure is taken for a measure of an event.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

Value: TypeAlias = str | float | bool | None
Relation = Literal["same", "apart"]
Kind = Literal["reading", "alignment", "adjudication"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in a report, by its words.

    Attributes:
        source: Who published the report; None is any.
        quote: The words of the figure.
        sentence: The sentence it stands in, or the part of it that holds the quote.
        occurrence: Which one it is, from 1, where the sentence has these words more than once.
    """

    source: str | None
    quote: str
    sentence: str
    occurrence: int = 1

    def among(self, sources: Container[str]) -> Mention:
        """The same, of any source where its own has no report: a file without a source is named after itself."""
        return self if self.source in sources else replace(self, source=None)

    def __str__(self) -> str:
        """``"90 others injured" (Alder Gazette)``."""
        return f'"{self.quote}"' if self.source is None else f'"{self.quote}" ({self.source})'


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decision:
    """What every decision says of itself.

    Attributes:
        by: Who decided.
        on: When.
        reason: Why.
        path: The file it stands in.
        line: The line it begins on.
    """

    by: str
    on: date
    reason: str
    path: Path | None = field(default=None, compare=False)
    line: int | None = field(default=None, compare=False)

    @property
    def place(self) -> str:
        """Where it is written: the file, and the line where that is known."""
        return f"{self.path}:{self.line}" if self.line else f"{self.path}"

    @property
    def signed(self) -> str:
        """``Ana, 2026-11-27: the ministry corrected itself``."""
        return f"{self.by}, {self.on}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(_Decision):
    """What one mention is: no figure, or a figure some of whose columns are to be read otherwise.

    Attributes:
        mention: The figure.
        columns: Columns of the fact table with their values; None where it is no figure.
    """

    mention: Mention
    columns: tuple[tuple[str, Value], ...] | None

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The one it is about."""
        return (self.mention,)

    def __str__(self) -> str:
        """What is decided, in words."""
        read = "no figure" if self.columns is None else ", ".join(f"{name} {value}" for name, value in self.columns)
        return f"{self.mention} is {read}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment(_Decision):
    """Whether mentions claim one quantity.

    Attributes:
        relation: Whether they do.
        mentions: Two or more that do, or two that do not.
    """

    relation: Relation
    mentions: tuple[Mention, ...]

    def __str__(self) -> str:
        """What is decided, in words."""
        return f"{self.relation}: {', '.join(map(str, self.mentions))}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjudication(_Decision):
    """Which figure is taken for a measure of an event.

    Attributes:
        event: The event.
        measure: The measure.
        group: Who or which of them; None is all.
        best: The figure.
        low: The least it may be; None leaves it to the reports.
        high: The most it may be; None leaves it to the reports.
    """

    event: str
    measure: str
    best: float
    group: str | None = None
    low: float | None = None
    high: float | None = None

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """None: it is about a measure."""
        return ()

    def __str__(self) -> str:
        """What is decided, in words."""
        who = self.measure if self.group is None else f"{self.measure} ({self.group})"
        ends = [f"{name} {end:,.10g}" for name, end in (("low", self.low), ("high", self.high)) if end is not None]
        return ", ".join((f"{self.event}, {who}: {self.best:,.10g}", *ends))


Decision: TypeAlias = Reading | Alignment | Adjudication


def kind_of(decision: Decision) -> str:
    """``reading``, ``alignment`` or ``adjudication``."""
    return type(decision).__name__.lower()


def among(decisions: Sequence[Decision], sources: Container[str]) -> tuple[Decision, ...]:
    """Decisions in their order, whose mentions name no source that has no report in a run."""
    found: list[Decision] = []
    for decision in decisions:
        if isinstance(decision, Reading):
            found.append(replace(decision, mention=decision.mention.among(sources)))
        elif isinstance(decision, Alignment):
            found.append(replace(decision, mentions=tuple(one.among(sources) for one in decision.mentions)))
        else:
            found.append(decision)
    return tuple(found)
