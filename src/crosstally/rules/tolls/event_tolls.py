"""How many an event killed and injured in all, by the accounts of its reports.

Where reports count the people shot and the dead, the rest are the injured: "five were shot, one fatally" leaves four.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from crosstally.rules.alignment.claim import claim_of
from crosstally.rules.policy.best import corroborated
from crosstally.rules.policy.copies import independent
from crosstally.rules.tolls.accounts import MEASURES, Account, accounts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.rules.policy.coding import Settle

_SINGLE = 0.7  # of a voice: who tells of one dead does not say that there was no other
_SEVERAL = 0.5  # of a voice: who tells of several events may add them up
_ASIDE = 0.75  # of a voice: a figure far down may be another event's
_DERIVED = 0.9  # of a voice: those shot, less the dead
_SCALE = 4  # there are hardly more people shot than this for each one called injured
_SLIP = 2.0  # times a later report's figure
_UNDATED = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Voice:
    """One report's figure.

    Attributes:
        figure: The figure.
        account: The report's account.
        weight: How much it counts, 0 to 1.
        facts: What the figure is put together from.
    """

    figure: float
    account: Account
    weight: float
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class EventToll:
    """How many an event killed, or injured, in all.

    Attributes:
        measure: killed or injured.
        figure: The figure the policy settles on; None when no report tells.
        fact_ids: The facts of this measure in the accounts that give the figure.
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
        policy: How a policy settles on a figure: majority (of as many voices the higher number of dead, the lower of
            injured: some of them die; none that a later report puts at less than half), corroborated, latest,
            lowest or highest.
    """
    accounts = accounts_of(claim_of(fact, order) for order, fact in enumerate(facts) if fact.measure in MEASURES)
    killed = _toll("killed", _stated(accounts, "killed"), copies, policy, of_as_many=max)
    voices = [*_injured(accounts, killed.figure or 0.0)]
    return killed, _toll("injured", voices, copies, policy, of_as_many=min)


def _toll(
    measure: str,
    voices: Sequence[Voice],
    copies: Mapping[str, str],
    policy: Settle,
    of_as_many: Callable[[Iterable[float]], float],
) -> EventToll:
    figure = _settled(voices, copies, policy, of_as_many) if voices else None
    behind = [voice for voice in voices if voice.figure == figure]
    return EventToll(
        measure,
        figure,
        frozenset(fact.fact_id for voice in behind for fact in voice.account.facts.get(measure, ())),
        frozenset(fact.fact_id for voice in behind for fact in voice.facts),
    )


def _stated(accounts: Iterable[Account], measure: str) -> list[Voice]:
    return [
        Voice(account.figures[measure], account, _weight(account, measure), account.facts[measure])
        for account in accounts
        if measure in account.figures
    ]


def _weight(account: Account, measure: str) -> float:
    weight = 1.0 if account.counts(measure) else _SINGLE
    if measure in account.facts and not account.leads(measure):
        weight *= _ASIDE
    return weight * (_SEVERAL if account.tells_of_several else 1.0)


def _injured(accounts: Iterable[Account], killed: float) -> Iterable[Voice]:
    for account in accounts:
        stated, shot = account.figures.get("injured"), account.figures.get("shot")
        if shot is not None and not account.counts("injured"):
            stated = None  # "a guard was hurt" does not say that nobody else was
        if shot is not None and shot > killed + (stated or 0.0) and _are_of_one(shot, stated):
            parts = (*account.facts["shot"], *account.facts.get("killed", ()))
            yield Voice(shot - killed, account, _DERIVED * _weight(account, "injured"), parts)
        elif stated is not None:
            yield Voice(stated, account, _weight(account, "injured"), account.facts["injured"])


def _are_of_one(shot: float, stated: float | None) -> bool:
    """Whether the shot and the injured may be of one event: 22 shot over a weekend, and three in it."""
    return stated is None or shot <= _SCALE * stated


def _settled(
    voices: Sequence[Voice], copies: Mapping[str, str], policy: Settle, of_as_many: Callable[[Iterable[float]], float]
) -> float:
    figures = {voice.figure for voice in voices}
    match policy:
        case "latest":
            return max(voices, key=lambda voice: voice.account.document.published or _UNDATED).figure
        case "lowest":
            return min(figures)
        case "highest":
            return max(figures)
        case "corroborated":
            said: dict[float, list[Document]] = defaultdict(list)
            for voice in voices:
                if not any(_updates(voice, later) for later in voices):
                    said[voice.figure].append(voice.account.document)
            return corroborated({figure: independent(documents, copies) for figure, documents in said.items()})
    support = {figure: _support([voice for voice in voices if voice.figure == figure], copies) for figure in figures}
    most = max(support.values())
    tied = [voice for voice in voices if support[voice.figure] == most]
    return of_as_many(voice.figure for voice in tied if not any(_is_refuted(voice, later) for later in tied))


def _updates(earlier: Voice, later: Voice) -> bool:
    """Whether a later report gives the higher figure."""
    return _is_before(earlier, later) and earlier.figure < later.figure


def _is_refuted(voice: Voice, later: Voice) -> bool:
    """Whether a figure is more than twice that of a later report: a slip rather than news, for tolls grow."""
    return _is_before(voice, later) and 0 < _SLIP * later.figure < voice.figure


def _is_before(a: Voice, b: Voice) -> bool:
    first, second = a.account.document.published, b.account.document.published
    return first is not None and second is not None and first < second


def _support(voices: Iterable[Voice], copies: Mapping[str, str]) -> float:
    """The voices behind a figure; copies, and reports of one source, have one together."""
    loudest: dict[str, float] = defaultdict(float)
    first: dict[str, str] = {}
    for voice in voices:
        document = voice.account.document
        wire = first.setdefault(document.source, copies.get(document.doc_id, document.doc_id))
        loudest[wire] = max(loudest[wire], voice.weight)
    return round(sum(loudest.values()), 6)
