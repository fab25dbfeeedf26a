"""How many an event killed and injured in all, by the totals of its reports.

Where reports count the people shot and the dead, the rest are the injured: "five were shot, one fatally" leaves four.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crosstally.facts.fact import tells_of_one
from crosstally.rules.alignment.claim import claim_of
from crosstally.rules.alignment.persons import Persons
from crosstally.rules.comparison.comparison import point
from crosstally.rules.policy.best import corroborated
from crosstally.rules.policy.copies import independent
from crosstally.rules.policy.peaks import PeakAfter
from crosstally.rules.tolls.definitions import counts_attackers
from crosstally.rules.tolls.report_tolls import counts_toward_toll
from crosstally.rules.tolls.report_totals import MEASURES, ReportTotals, totals_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.rules.policy.coding import Settle

_COUNTING = frozenset({"majority", "corroborated"})  # policies that count voices
_SINGLE = 0.7  # of a vote: who tells of one dead does not say that there was no other
_SEVERAL = 0.5  # of a vote: who tells of several events may add them up
_ASIDE = 0.75  # of a vote: a figure far down may be another event's
_DERIVED = 0.9  # of a vote: those shot, less the dead
_SCALE = 4  # there are hardly more people shot than this for each one called injured
_SLIP = 2.0  # times a later report's figure


@dataclass(frozen=True, slots=True)
class Vote:
    """One report's figure.

    Attributes:
        figure: The figure.
        total: The report's total.
        weight: How much it counts, 0 to 1.
        facts: What the figure is put together from.
    """

    figure: float
    total: ReportTotals
    weight: float
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class EventToll:
    """How many an event killed, or injured, in all.

    Attributes:
        measure: killed or injured.
        figure: The figure the policy settles on; None when no report tells.
        fact_ids: The facts of this measure in the totals that give the figure.
        from_ids: The facts that the figure is put together from, of whatever measure.
    """

    measure: str
    figure: float | None
    fact_ids: frozenset[str]
    from_ids: frozenset[str]


def event_tolls(facts: Sequence[Fact], copies: Mapping[str, str], policy: Settle) -> tuple[EventToll, EventToll]:
    """The dead and the injured of an event.

    Args:
        facts: The facts of the event.
        copies: Of each document, the first of its group of copies.
        policy: How a policy settles on a figure: majority (of as many votes the higher number of dead, the lower of
            injured: some of them die; none that a later report puts at less than half), corroborated, latest,
            lowest or highest. Who tells of one hurt has no vote where others count them.
    """
    nobody = Persons(())  # a toll is of no person by name
    totals = totals_of(claim_of(fact, order, nobody) for order, fact in enumerate(facts) if fact.measure in MEASURES)
    stated = _stated(totals, "killed")
    votes = _of_all_dead(stated, _dead_attackers(facts)) if policy in _COUNTING else stated
    killed = _toll("killed", votes, copies, policy, of_as_many=max)
    hurt = [*_injured(totals, killed.figure or 0.0)]
    counted = [vote for vote in hurt if not all(map(tells_of_one, vote.facts))]
    return killed, _toll("injured", counted or hurt, copies, policy, of_as_many=min)


def _toll(
    measure: str,
    votes: Sequence[Vote],
    copies: Mapping[str, str],
    policy: Settle,
    of_as_many: Callable[[Iterable[float]], float],
) -> EventToll:
    figure = _settled(votes, copies, policy, of_as_many) if votes else None
    behind = [vote for vote in votes if vote.figure == figure]
    return EventToll(
        measure,
        figure,
        frozenset(fact.fact_id for vote in behind for fact in vote.total.facts.get(measure, ())),
        frozenset(fact.fact_id for vote in behind for fact in vote.facts),
    )


def _stated(totals: Iterable[ReportTotals], measure: str) -> list[Vote]:
    return [
        Vote(total.figures[measure], total, _weight(total, measure), total.facts[measure])
        for total in totals
        if measure in total.figures
    ]


def _dead_attackers(facts: Iterable[Fact]) -> float:
    """How many of those who attacked are told to have died in it."""
    dead = (f for f in facts if f.measure == "killed" and counts_attackers(f) and counts_toward_toll(f))
    return max((point(fact) or 0.0 for fact in dead), default=0.0)


def _of_all_dead(votes: Sequence[Vote], attackers: float) -> list[Vote]:
    """The votes, those that leave out the dead attackers behind the figure that counts them in, where a report has it.

    "Killed 49" and "50 dead" beside a gunman shot by the police are one toll, and a coder counts all who died.
    """
    figures = {vote.figure for vote in votes}
    return [
        replace(vote, figure=vote.figure + attackers)
        if attackers and vote.figure + attackers in figures and _leaves_out(vote)
        else vote
        for vote in votes
    ]


def _leaves_out(vote: Vote) -> bool:
    """Whether a figure was counted, without attackers as far as its report says."""
    return not any(map(counts_attackers, vote.facts)) and not all(map(tells_of_one, vote.facts))


def _weight(total: ReportTotals, measure: str) -> float:
    weight = 1.0 if total.counts(measure) else _SINGLE
    if measure in total.facts and not total.leads(measure):
        weight *= _ASIDE
    return weight * (_SEVERAL if total.tells_of_several else 1.0)


def _injured(totals: Iterable[ReportTotals], killed: float) -> Iterable[Vote]:
    for total in totals:
        stated, shot = total.figures.get("injured"), total.figures.get("shot")
        if shot is not None and not total.counts("injured"):
            stated = None  # "a guard was hurt" does not say that nobody else was
        if shot is not None and shot > killed + (stated or 0.0) and _are_of_one(shot, stated):
            parts = (*total.facts["shot"], *total.facts.get("killed", ()))
            yield Vote(shot - killed, total, _DERIVED * _weight(total, "injured"), parts)
        elif stated is not None:
            yield Vote(stated, total, _weight(total, "injured"), total.facts["injured"])


def _are_of_one(shot: float, stated: float | None) -> bool:
    """Whether the shot and the injured may be of one event: 22 shot over a weekend, and three in it."""
    return stated is None or shot <= _SCALE * stated


def _settled(
    votes: Sequence[Vote], copies: Mapping[str, str], policy: Settle, of_as_many: Callable[[Iterable[float]], float]
) -> float:
    figures = {vote.figure for vote in votes}
    match policy:
        case "latest":
            return max(votes, key=lambda vote: vote.total.document.turn).figure
        case "lowest":
            return min(figures)
        case "highest":
            return max(figures)
        case "corroborated":
            said: dict[float, list[Document]] = defaultdict(list)
            highest = PeakAfter(votes, _moment, lambda vote: vote.figure)
            for vote in votes:
                later = highest(_moment(vote))
                if later is None or later.figure <= vote.figure:
                    said[vote.figure].append(vote.total.document)
            return corroborated({figure: independent(documents, copies) for figure, documents in said.items()})
    support = {figure: _support([vote for vote in votes if vote.figure == figure], copies) for figure in figures}
    most = max(support.values())
    tied = [vote for vote in votes if support[vote.figure] == most]
    lowest = PeakAfter((vote for vote in tied if vote.figure > 0), _moment, lambda vote: -vote.figure)
    return of_as_many(vote.figure for vote in tied if not _is_refuted(vote, lowest(_moment(vote))))


def _moment(vote: Vote) -> datetime | None:
    return vote.total.document.published


def _is_refuted(vote: Vote, later: Vote | None) -> bool:
    """Whether a figure is more than twice that of a later report: a slip rather than news, for tolls grow."""
    return later is not None and _SLIP * later.figure < vote.figure


def _support(votes: Iterable[Vote], copies: Mapping[str, str]) -> float:
    """The votes behind a figure; copies, and reports of one source, have one together."""
    loudest: dict[str, float] = defaultdict(float)
    first: dict[str, str] = {}
    for vote in votes:
        document = vote.total.document
        wire = first.setdefault(document.source, copies.get(document.doc_id, document.doc_id))
        loudest[wire] = max(loudest[wire], vote.weight)
    return round(sum(loudest.values()), 6)
