"""Victims: the persons told of without a numeral, and what befell those whose numeral says too little."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from crosstally.facts.numbers.figure import Figure
from crosstally.facts.victims.arguments import Arguments
from crosstally.facts.victims.chunk import Chunk
from crosstally.facts.victims.chunks import chunks_of
from crosstally.facts.victims.phrases import is_person, victim_of
from crosstally.facts.victims.words import BODIES, words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.nouns import singular
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import Hit, outcomes

_BODIES = frozenset({*BODIES, "bodies", "corpses", "remains"})
_THEN = frozenset({"where", "before", "but"})  # before the death of those who are hurt
_AFTER = frozenset({"after", "when"})  # behind it


class Victim(NamedTuple):
    """Persons of a sentence.

    Attributes:
        figure: Those counted: a figure of the sentence, or one of a phrase without a numeral.
        measure: What befell them; None for a figure that is none of people.
        is_part: Whether they are some of those counted beside them.
        is_added: Whether they come on top of others.
    """

    figure: Figure
    measure: Measure | None
    is_part: bool = False
    is_added: bool = False


class Reading(NamedTuple):
    """What the clauses of a sentence say of people.

    Attributes:
        victims: Those to whom something was done, counted by the sentence's figures or by none, one phrase once for
            each measure.
        doers: The first tokens of those who did something, or of their figure, with what they did: they are not its
            victims.
        chunks: The sentence cut up.
    """

    victims: list[Victim]
    doers: set[tuple[int, Measure]]
    chunks: list[Chunk]


def read_victims(tokens: Tokens, figures: Sequence[Figure], triggers: Sequence[Hit]) -> Reading:
    """What the clauses of a sentence say of people.

    Args:
        tokens: The sentence.
        figures: Its figures.
        triggers: Its triggers.
    """
    hits = [hit for hit in triggers if hit.trigger.measure.counts == "people"]
    is_charge = bool(figures) and not words("charges").isdisjoint(tokens.lower)  # "involved in | the massacre of 12"
    is_told = (figures and hits) or any(map(_tells_of_one, hits)) or is_charge or not _signs().isdisjoint(tokens.lower)
    chunks = chunks_of(tokens, figures, hits) if is_told else []
    if not chunks:
        return Reading([], set(), chunks)
    clauses = Arguments(tokens, chunks)
    found: dict[tuple[int, str], Victim] = {}
    is_question = "?" in tokens.lower[-2:]  # "Was a guard killed?" tells of nobody
    for phrase, measure, is_part, is_weak, is_added in clauses.arguments():
        if not is_person(tokens, phrase, known=is_weak) or _is_never(tokens, phrase, measure):
            continue
        numbered = phrase.figure if phrase.figure is not None and not phrase.figure.age else None
        figure = numbered or (victim_of(tokens, phrase) if measure.alone and not is_question else None)
        if figure is not None:
            found.setdefault((figure.first, measure.name), Victim(figure, measure, is_part, is_added))
    order = {key: place for place, key in enumerate(found)}
    dead = [victim.figure for (_, name), victim in found.items() if name == "killed"]
    for first in [first for first, name in found if name == "injured"]:
        is_then = order[first, "injured"] < order.get((first, "killed"), -1)  # "were stabbed and beaten to death"
        if is_then or any(_is_dead(tokens, found[first, "injured"].figure, one) for one in dead):
            del found[first, "injured"]
    doers = {
        (phrase.first if phrase.figure is None else phrase.figure.first, measure) for phrase, measure in clauses.doers()
    }
    return Reading(list(found.values()), doers, chunks)


def _is_dead(tokens: Tokens, hurt: Figure, dead: Figure) -> bool:
    """Whether one who was hurt is told to have died of it: "was taken to hospital, where | he | died".

    A pronoun behind "where" goes back to the one before it, and one behind "after" too: "died after | he | was shot".
    """
    if dead.interval.value != 1:
        return dead.partitive and dead.first == hurt.first
    if dead.first == hurt.first or hurt.interval.value != 1:
        return dead.first == hurt.first
    before, behind = sorted((hurt, dead), key=lambda one: one.first)
    joins = _THEN if behind is dead else _AFTER
    return behind.pronoun and not joins.isdisjoint(tokens.lower[before.stop : behind.first])


def _tells_of_one(hit: Hit) -> bool:
    """Whether a trigger may tell of a person without a numeral; one that goes by who does it may be another measure."""
    measure = hit.trigger.measure
    return measure.alone or hit.trigger.role == "deed" or hit.trigger.phrase in measure.shared


@cache
def _signs() -> frozenset[str]:
    """Words by which a sentence may tell of victims that has no trigger: "sent to | hospital", "a | broken | leg"."""
    nouns = words("injuries") | {noun for _, noun in outcomes()}
    plurals = {f"{noun}{ending}" for noun in nouns for ending in ("s", "es")}
    return nouns | plurals | words("broken") | words("breaking") | words("deadly") | _BODIES


def _is_never(tokens: Tokens, phrase: Chunk, measure: Measure) -> bool:
    """Whether a measure does not count what a phrase names: the police hold no "hostages"."""
    whole = phrase.figure.noun if phrase.figure is not None else None  # "two | of the hostages"
    head = phrase.head if phrase.head >= 0 or whole is None else whole.head
    return head >= 0 and singular(tokens.lower[head]) in measure.never


def with_victims(
    figures: Sequence[Figure],
    measures: Sequence[Measure | None],
    reading: Reading,
    barred: Sequence[Collection[Measure]],
) -> list[Victim]:
    """The figures of a sentence with their measures, and its other victims among them, in order.

    What the clause says of a figure goes before what stands near it; a figure that two things befell is there twice.

    Args:
        figures: The figures.
        measures: The measure of each by what stands near it.
        reading: What the clauses say.
        barred: The measures that each figure has not, whatever its clause says.
    """
    told: dict[int, list[Victim]] = defaultdict(list)
    for victim in reading.victims:
        told[id(victim.figure)].append(victim)
    found: list[Victim] = []
    for figure, measure, out in zip(figures, measures, barred, strict=True):
        own = [one for one in told.pop(id(figure), []) if one.measure not in out]
        if not own:
            found.append(Victim(figure, None if (figure.first, measure) in reading.doers else measure))
        else:
            said = [one for one in own[1:] if one.measure is not None and _is_said_too(own[0], one.measure)]
            if measure is not None and _ends(own[0], measure) and all(one.measure is not measure for one in said):
                said.append(own[0]._replace(measure=measure))
            found += [own[0], *(one._replace(figure=replace(figure)) for one in said)]
    found += [victim for own in told.values() for victim in own]
    return sorted(found, key=lambda victim: (victim.figure.first, victim.figure.stop))


def _is_said_too(first: Victim, measure: Measure) -> bool:
    """Whether a second thing that befell a figure is told on its own."""
    return measure.alone or _ends(first, measure)


def _ends(first: Victim, measure: Measure) -> bool:
    """Whether a measure is of what ends the first that befell a figure: "nine men trapped in a mine | were rescued"."""
    return first.measure is not None and measure.name in first.measure.ended_by
