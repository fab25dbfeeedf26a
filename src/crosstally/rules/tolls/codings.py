"""Codings: what a coder types of an event into ACLED, UCDP or EM-DAT - low, best, high, by measure and by group."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import combinations
from typing import TYPE_CHECKING

from crosstally.facts.intervals import Interval
from crosstally.rules.policy.best import corroborated
from crosstally.rules.policy.coding import coded, policy_of
from crosstally.rules.policy.copies import independent
from crosstally.rules.toll import toll as kind_of_toll
from crosstally.rules.tolls.report_tolls import ReportToll, report_tolls

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.policy.coding import Policy, Settle
    from crosstally.rules.quantity import Agreement

_UNDATED = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Coding:
    """One figure of one event.

    Attributes:
        event: The event.
        measure: What befell them.
        group: Which of them: "soldier"; None for all.
        low: The least that a report allows; None is unbounded.
        best: The figure that the policy settles on; None where no report gives a number.
        high: The most that a report allows; None is unbounded.
        policy: The name of the policy.
        status: Whether the reports agree, one updates another, they exclude each other, or one stands alone.
        n_sources: How many sources give it.
        n_independent: How many of them are not copies of another.
        decided: Whether a person settled it.
        facts: The facts that the reports' tolls are added up from.
    """

    event: str
    measure: str
    group: str | None
    low: float | None
    best: float | None
    high: float | None
    policy: str
    status: Agreement
    n_sources: int
    n_independent: int
    decided: bool
    facts: tuple[Fact, ...]


def codings_of(event: str, facts: Sequence[Fact], copies: Mapping[str, str], policy: str) -> list[Coding]:
    """The codings of an event, in the order of its facts.

    Args:
        event: Its name.
        facts: Its facts, in the order of the documents.
        copies: Of each document, the first of its group of copies.
        policy: Which figure is best (see `crosstally.rules.policy.best`).

    Raises:
        ConfigError: No such policy.
    """
    chosen = policy_of(policy)
    known = {fact.fact_id: fact for fact in facts}
    said: dict[tuple[str, str | None], list[ReportToll]] = defaultdict(list)
    for toll in report_tolls(coded(facts, chosen)):
        if toll.facts:
            as_written = tuple(known[fact.fact_id] for fact in toll.facts)
            said[toll.measure, toll.group].append(replace(toll, facts=as_written))
    found = {key: _coding(event, tolls, copies, policy, chosen) for key, tolls in said.items()}
    for measure, other in chosen.adds.items():
        if (measure, None) in found and (other, None) in found:
            found[measure, None] = _added(found[measure, None], found[other, None])
    return list(found.values())


def _coding(event: str, tolls: Sequence[ReportToll], copies: Mapping[str, str], name: str, policy: Policy) -> Coding:
    documents = [toll.document for toll in tolls]
    best = _best(tolls, copies, policy.settle)
    low, high = _bounds(tolls, policy)
    if best is not None:
        low, high = min(low, best), None if high is None else max(high, best)
    return Coding(
        event,
        tolls[0].measure,
        tolls[0].group,
        low,
        best,
        high,
        name,
        _status(tolls),
        len({document.source for document in documents}),
        independent(documents, copies),
        decided=False,
        facts=tuple(fact for toll in tolls for fact in toll.facts),
    )


def _bounds(tolls: Iterable[ReportToll], policy: Policy) -> tuple[float, float | None]:
    """The least and the most that reports allow, or, where a policy asks for it, that they state."""
    points = [toll.point for toll in tolls if toll.point is not None]
    if policy.bounds == "stated" and points:
        return min(points), max(points)
    highs = [toll.high for toll in tolls]
    return min(toll.low for toll in tolls), None if None in highs else max(high for high in highs if high is not None)


def _best(tolls: Iterable[ReportToll], copies: Mapping[str, str], settle: Settle) -> float | None:
    voices: dict[float, list[ReportToll]] = defaultdict(list)
    for toll in tolls:
        if toll.point is not None:
            voices[toll.point].append(toll)
    if not voices:
        return None
    match settle:
        case "lowest":
            return min(voices)
        case "highest":
            return max(voices)
        case "latest":
            return max(voices, key=lambda figure: max(map(_published, voices[figure])))
        case "corroborated":
            standing = {
                figure: said
                for figure, said in voices.items()
                if not any(_updates(one, later) for one in said for others in voices.values() for later in others)
            }
            return corroborated({f: independent((t.document for t in said), copies) for f, said in standing.items()})

    def rank(figure: float) -> tuple[int, datetime, float]:
        said = voices[figure]
        return independent((toll.document for toll in said), copies), max(map(_published, said)), -figure

    return max(voices, key=rank)


def _published(toll: ReportToll) -> datetime:
    return toll.document.published or _UNDATED


def _updates(earlier: ReportToll, later: ReportToll) -> bool:
    """Whether a later report gives the higher figure, or any other one of those that may become fewer: the missing."""
    first, second = earlier.document.published, later.document.published
    is_later = first is not None and second is not None and first < second
    known = kind_of_toll(earlier.measure)
    may_fall = known is not None and not known.grows
    return is_later and (may_fall or (earlier.point or 0.0) < (later.point or 0.0))


def _status(tolls: Sequence[ReportToll]) -> Agreement:
    if len({toll.document.source for toll in tolls}) == 1:
        return "single"
    opposed = [(a, b) for a, b in combinations(tolls, 2) if not _interval(a).meets(_interval(b))]
    if not opposed:
        return "agreed"
    return "updated" if all(_updates(a, b) or _updates(b, a) for a, b in opposed) else "disputed"


def _interval(toll: ReportToll) -> Interval:
    return Interval(toll.point, toll.low, toll.high)


def _added(whole: Coding, more: Coding) -> Coding:
    """A coding with another measure's added to it: to the dead the missing."""
    if whole.best is None or more.best is None:
        return whole
    return replace(
        whole,
        low=None if whole.low is None or more.low is None else whole.low + more.low,
        best=whole.best + more.best,
        high=None if whole.high is None or more.high is None else whole.high + more.high,
        facts=(*whole.facts, *more.facts),
    )
