"""Why claims were taken for claims on one quantity, and why they cannot all be true, in sentences for people.

This says what alignment saw in the claims: it asks the same questions of them, and decides nothing.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from crosstally.rules.alignment.claim import Claim, claim_of
from crosstally.rules.alignment.context import similarity, weights
from crosstally.rules.comparison.comparison import comparable, in_unit_of
from crosstally.rules.plain_words import in_plain_words
from crosstally.rules.quantities.quantities import clashes
from crosstally.rules.wording import figure, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from crosstally.facts.fact import Fact

_WORDS = 8  # words that two sentences share, as many as are named
_SHORT = 3  # letters of words that are not named
_BESIDE = 3  # figures in the same sentences, as many as are named
_PAIRS = 6  # pairs of figures that exclude each other, as many as are named


def reasons(facts: Sequence[Fact], event: Iterable[Fact]) -> list[str]:
    """What makes them claims on one quantity, a sentence for each thing that was asked.

    Args:
        facts: Claims on one quantity, one or more.
        event: All facts of their event: a word that stands everywhere tells little.
    """
    claims = [claim_of(fact, order) for order, fact in enumerate(facts)]
    said = [_measure(claims), _counted(claims), *_unit(facts), *_origin(claims), _place(facts), _time(claims)]
    said += [*_period(claims), _scope(facts)]
    if len(facts) > 1 and not _is_one_toll(claims):
        others = list(event)
        said += _company(facts, others)
        said += _words(claims, weights(claim_of(fact, order).context for order, fact in enumerate(others)))
    return said


def exclusions(facts: Sequence[Fact]) -> list[str]:
    """Which figures exclude each other, with those who give them, as they were compared."""
    found: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    compared: dict[str, str] = {}
    for pair in clashes(facts):
        told = sorted((" ".join(figure(fact).split()), order) for order, fact in enumerate(pair))
        sides = found.setdefault((told[0][0], told[1][0]), ([], []))
        for side, (said, order) in zip(sides, told, strict=True):
            fact = pair[order]
            compared.setdefault(said, _compared(fact, pair[0]))
            if fact.document.source not in side:
                side.append(fact.document.source)
    lines = [
        " excludes ".join(
            f"{said} ({', '.join(side)}{compared[said]})" for said, side in zip(words, sides, strict=True)
        )
        for words, sides in found.items()
    ]
    more = len(lines) - _PAIRS
    return [*lines[:_PAIRS], *([f"and {more} pairs more"] if more > 0 else [])]


def _compared(fact: Fact, other: Fact) -> str:
    """What a figure was read as, where that can be said in the unit it is written in, or in that of the other."""
    if fact.dimension == "count":
        return f"; compared as {in_plain_words(comparable(fact))}"
    return (
        "" if fact.unit == other.unit else f"; that is {in_plain_words(in_unit_of(fact, other), digits=4)} {other.unit}"
    )


def _is_one_toll(claims: Sequence[Claim]) -> bool:
    return all(claim.toll is not None and claim.toll.single and claim.era is None for claim in claims)


def _measure(claims: Sequence[Claim]) -> str:
    named = _list(claim.fact.measure for claim in claims)
    if _is_one_toll(claims):
        return f"measure: {named}. An event has one such figure, so that reports which give one answer one question"
    if len({claim.fact.measure for claim in claims}) > 1:
        return f"measure: {named}. The one may be a bare name for the other"
    return f"measure: {named}. There may be several in an event: figure and words must fit"


def _counted(claims: Sequence[Claim]) -> str:
    nouns = _list(claim.fact.counted or "nothing named" for claim in claims)
    kinds = {claim.kind.within or claim.kind.name for claim in claims if claim.kind is not None}
    several = len({claim.fact.counted for claim in claims}) > 1
    return f"counted: {nouns}{f', all {kinds.pop()}' if several and len(kinds) == 1 else ''}"


def _unit(facts: Sequence[Fact]) -> Iterator[str]:
    units = list(dict.fromkeys(fact.unit for fact in facts))
    per = f", per {facts[0].per}" if facts[0].per else ""
    if len(units) > 1:
        yield f"unit: {', '.join(units)}{per}: of one dimension, converted"
    elif per or facts[0].dimension != "count":
        yield f"unit: {units[0]}{per}"


def _origin(claims: Sequence[Claim]) -> Iterator[str]:
    """From where distances are measured, and whose a population is."""
    named = [" ".join(sorted(claim.context.origin)) or "not said" for claim in claims]
    if any(claim.context.origin for claim in claims):
        yield f"{'whose' if claims[0].fact.measure == 'population' else 'from where'}: {_list(named)}"


def _place(facts: Sequence[Fact]) -> str:
    if not any(fact.place for fact in facts):
        return "place: no claim names one, so none sets them apart"
    return f"place: {_list(fact.place or 'not said' for fact in facts)}"


def _time(claims: Sequence[Claim]) -> str:
    if claims[0].era is not None:
        return f"time: {claims[0].era}, and not the time of the event"
    if not any(claim.fact.event_time for claim in claims):
        return "time: no claim names another than the event's"
    return f"time: {_list(claim.fact.event_time or 'not said' for claim in claims)}, that of the event"


def _period(claims: Sequence[Claim]) -> Iterator[str]:
    """The time that rolls on, where a claim names one: with it and without it, figures are not held to be rivals."""
    if any(claim.period for claim in claims):
        yield f"period: {_list(claim.period or 'no limit' for claim in claims)}"


def _company(facts: Sequence[Fact], event: Sequence[Fact]) -> Iterator[str]:
    """The figures of one other quantity that stand beside the claims of two reports or more."""
    ours = {fact.sentence_id: fact.document.doc_id for fact in facts}
    beside: dict[str, dict[str, Fact]] = {}
    for fact in event:
        doc_id = ours.get(fact.sentence_id)
        if doc_id and fact.quantity_id and fact.quantity_id != facts[0].quantity_id:
            beside.setdefault(fact.quantity_id, {}).setdefault(doc_id, fact)
    shared = [next(iter(told.values())) for told in beside.values() if len(told) > 1]
    if shared:
        yield f"company: several reports have beside it {', '.join(quoted(fact) for fact in shared[:_BESIDE])}"


def _scope(facts: Sequence[Fact]) -> str:
    words = {"total": "stated as a whole", "part": "stated as a part"}
    return f"scope: {_list(words[fact.scope] for fact in facts)}"


def _words(claims: Sequence[Claim], weight: Mapping[str, float]) -> Iterator[str]:
    """The likest two claims of two reports."""
    pairs = [(a, b) for a, b in combinations(claims, 2) if a.fact.document != b.fact.document]
    if not pairs:
        return
    a, b = max(pairs, key=lambda pair: similarity(pair[0].context, pair[1].context, weight))
    rate = similarity(a.context, b.context, weight)
    shared = sorted(_shared(a, b), key=lambda word: -weight[word])[:_WORDS]
    both = f"; both say {', '.join(shared)}" if shared else ""
    yield f"words around them: {rate:.0%} alike ({a.fact.document.source}, {b.fact.document.source}){both}"


def _shared(a: Claim, b: Claim) -> list[str]:
    """The words that stand around both figures, in their base form, without the shortest."""
    return sorted(word for word in a.context.terms & b.context.terms if len(word) > _SHORT)


def _list(values: Iterable[str | None]) -> str:
    """The values from the most frequent to the least, with how often each is said where they differ."""
    seen = Counter(value for value in values if value)
    if len(seen) == 1:
        return next(iter(seen))
    return ", ".join(f"{value} ({n})" for value, n in seen.most_common())
