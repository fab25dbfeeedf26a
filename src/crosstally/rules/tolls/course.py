"""The course of a toll: its first and last figure, what revised it, which figures were stale when they were printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosstally.facts.fact import Fact
from crosstally.rules.comparison.comparison import agree, comparable, is_above
from crosstally.rules.comparison.disputes import falls_on
from crosstally.rules.quantity import Quantity
from crosstally.rules.toll import toll
from crosstally.rules.wording import dated, figure

_DAY = len("2025-05-28")
_STALE = 2  # stale figures that are named


@dataclass(frozen=True, slots=True)
class Course:
    """How a toll went.

    Attributes:
        first: The earliest figure.
        last: The latest.
        revisions: The figures that went beyond all before them, in order.
        stale: Figures that lie below one which another source had printed on an earlier day, each with that one. It
            repeats what was known before, or a third report gives that one or more: alone, it may be what is wrong.
        falls: Lower figures of a source that had given a higher one, each behind that one.
    """

    first: Fact
    last: Fact
    revisions: tuple[Fact, ...]
    stale: tuple[tuple[Fact, Fact], ...]
    falls: tuple[tuple[Fact, Fact], ...]

    @property
    def has_moved(self) -> bool:
        """Whether it is more than one figure told again."""
        return bool(self.revisions or self.stale or self.falls)

    @property
    def words(self) -> str:
        """``first at least 9 (Pacific Bulletin, 11 June 2025), last 34 (...), 3 revisions``."""
        said = [f"first {figure(self.first)} ({dated(self.first)})", f"last {figure(self.last)} ({dated(self.last)})"]
        n = len(self.revisions)
        said.append(f"{n} revision{'' if n == 1 else 's'}")
        said += [f"stale: {figure(one)} ({dated(one)}) after {figure(known)}" for one, known in self.stale[:_STALE]]
        said += [f"{len(self.stale) - _STALE} more stale"] if len(self.stale) > _STALE else []
        said += [f"fell: {figure(high)} to {figure(low)} ({dated(low)})" for high, low in self.falls]
        return ", ".join(said)


def course_of(quantity: Quantity) -> Course | None:
    """The course of a toll that grows; None of anything else, and where fewer than two days are known."""
    known = toll(quantity.measure)
    told = sorted((fact for fact in quantity.facts if _day(fact)), key=_moment)
    numbered = [fact for fact in told if fact.interval.bound != "vague"] or told
    if known is None or not known.grows or len({_day(fact) for fact in numbered}) <= 1:
        return None
    revisions, stale = _revised(numbered)
    return Course(numbered[0], numbered[-1], revisions, stale, tuple(falls_on(quantity)))


def _revised(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], tuple[tuple[Fact, Fact], ...]]:
    """What went beyond all before it, and what lies below what another source had printed on an earlier day."""
    peak = facts[0]
    revisions: list[Fact] = []
    stale: list[tuple[Fact, Fact]] = []
    for fact in facts[1:]:
        if agree(fact, peak):
            continue
        if is_above(comparable(fact), comparable(peak)):
            revisions.append(fact)
            peak = fact
        elif _day(fact) > _day(peak) and fact.document.source != peak.document.source and not _repeats(fact, stale):
            stale.append((fact, peak))
    return tuple(revisions), tuple((fact, known) for fact, known in stale if _was_known(fact, known, facts))


def _was_known(stale: Fact, known: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a figure had been printed before a higher one, or another source bears the higher one out."""
    if any(agree(fact, stale) for fact in facts if _day(fact) < _day(known)):
        return True
    others = (fact for fact in facts if fact.document.source != known.document.source)
    return any(agree(fact, known) or is_above(comparable(fact), comparable(known)) for fact in others)


def _repeats(fact: Fact, stale: Sequence[tuple[Fact, Fact]]) -> bool:
    """Whether its report has given the same stale figure before, in the headline."""
    return any(one.document.doc_id == fact.document.doc_id and agree(one, fact) for one, _ in stale)


def _moment(fact: Fact) -> tuple[str, str, str]:
    return _day(fact), fact.as_of or "", f"{fact.document.published or ''}"


def _day(fact: Fact) -> str:
    """The day of the count, where the text says it, else of the report; blank where neither is known."""
    published = fact.document.published
    return fact.as_of[:_DAY] if fact.as_of else (published.date().isoformat() if published else "")
