"""Codings: what a coder types of an event into ACLED, UCDP or EM-DAT - low, best, high, by measure and by group."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from crosstally.rules.policy.coding import coded, policy_of
from crosstally.rules.policy.copies import independent
from crosstally.rules.tolls.event_tolls import event_tolls
from crosstally.rules.tolls.report_tolls import ReportToll, report_tolls
from crosstally.rules.tolls.settling import agreement, best_of, bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.policy.coding import Policy
    from crosstally.rules.quantity import Agreement
    from crosstally.rules.tolls.event_tolls import EventToll

_Key = tuple[str, str | None]  # a measure, and the group; None for all


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


def codings_of(
    event: str,
    facts: Sequence[Fact],
    copies: Mapping[str, str],
    policy: str,
    moved: Mapping[str, float] = MappingProxyType({}),
) -> list[Coding]:
    """The codings of an event, in the order of its facts.

    Args:
        event: Its name.
        facts: Its facts, in the order of the documents.
        copies: Of each document, the first of its group of copies.
        policy: Which figure is best (see `crosstally.rules.policy.best`).
        moved: By measure, the latest figure of tolls that reports bring up to date, which no policy but a majority's
            settles otherwise.

    Raises:
        ConfigError: No such policy.
    """
    chosen = policy_of(policy)
    known = {fact.fact_id: fact for fact in facts}
    counted = coded(facts, chosen)
    said: dict[_Key, list[ReportToll]] = defaultdict(list)
    for toll in report_tolls(counted):
        if toll.facts:
            as_written = tuple(known[fact.fact_id] for fact in toll.facts)
            said[toll.measure, toll.group].append(replace(toll, facts=as_written))
    best: dict[_Key, float] = {}
    if len({fact.document.doc_id for fact in facts}) > 1:
        for whole in event_tolls(counted, copies, chosen.settle):
            _weigh(whole, said, known, best)
    if chosen.settle == "majority":
        best.update({(measure, None): figure for measure, figure in moved.items() if (measure, None) in best})
    found = {key: _coding(event, tolls, copies, policy, chosen, best=best.get(key)) for key, tolls in said.items()}
    for measure, other in chosen.adds.items():
        if (measure, None) in found and (other, None) in found:
            found[measure, None] = _added(found[measure, None], found[other, None])
    return list(found.values())


def _weigh(
    toll: EventToll, said: dict[_Key, list[ReportToll]], known: Mapping[str, Fact], best: dict[_Key, float]
) -> None:
    """Takes the dead or the injured in all from the event's toll, as the quantity that stands for it does.

    Several reports are weighed against each other for it: "a man was killed" does not say that nobody else was. Where
    their figures are all of other events, there is none; "dozens" are no number to weigh.
    """
    key = toll.measure, None
    is_weighed = any(one.point is not None for one in said.get(key, ()))
    if toll.figure is None:
        if is_weighed:
            del said[key]
    elif key not in said:
        said[key] = _derived(toll.measure, toll.figure, [known[one] for one in known if one in toll.from_ids])
    elif is_weighed:
        best[key] = toll.figure


def _derived(measure: str, figure: float, facts: Iterable[Fact]) -> list[ReportToll]:
    """A toll that no report gives, only what others make together: the shot, less the dead, are the injured."""
    by_document: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_document[fact.document.doc_id].append(fact)
    told = map(tuple, by_document.values())
    return [ReportToll(one[0].document, measure, None, figure, figure, figure, one) for one in told]


def _coding(  # noqa: PLR0913 - what a coding is made from
    event: str,
    tolls: Sequence[ReportToll],
    copies: Mapping[str, str],
    name: str,
    policy: Policy,
    *,
    best: float | None,
) -> Coding:
    """The coding that some tolls make; `best` is the figure where it is known beforehand."""
    documents = [toll.document for toll in tolls]
    best = best_of(tolls, copies, policy.settle) if best is None else best
    low, high = bounds(tolls, policy)
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
        agreement(tolls),
        len({document.source for document in documents}),
        independent(documents, copies),
        decided=False,
        facts=tuple(fact for toll in tolls for fact in toll.facts),
    )


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
