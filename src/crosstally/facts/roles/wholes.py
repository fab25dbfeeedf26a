"""Parts and wholes: what is said of "nine" and what of "the 12" in "nine of the 12 guards were killed"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crosstally.facts.numbers.figure import Figure, is_part_of, is_share_of
from crosstally.facts.roles.fitting import fits, noun_measure, takes
from crosstally.facts.roles.frames import Framed
from crosstally.facts.roles.predicates import predicate_behind
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import Hit

_LEFT = 8  # tokens from "left" to the whole of those who were


def part_from_whole(
    tokens: Tokens,
    figures: Sequence[Figure],
    found: list[Measure | None],
    hits: list[Hit],
    frames: Sequence[Framed],
) -> set[int]:
    """Parts what is said of a part from what is said of its whole; which figures are such wholes, with their own."""
    starts = {figure.first for figure in figures} | {figure.number for figure in figures}
    wholes = set()
    for k, (part, whole) in enumerate(pairwise(figures)):
        is_share = is_share_of(tokens, part, whole)
        if not (is_share or is_part_of(tokens, part, whole)):
            continue
        weak = frames[k + 1].measure if frames[k + 1].is_weak else None
        if (said := _said_of_part(tokens, whole, hits)) is not None:
            of_part = None if said in frames[k + 1].barred else said  # "four of the eight suspects | were freed"
            found[k], found[k + 1] = found[k] if is_share else of_part, _named(tokens, whole, hits) or weak
            wholes.add(k + 1)
            continue
        of_whole, is_own = found[k + 1], _is_own(tokens, whole, hits, starts)
        if of_whole is not None and fits(tokens, part, of_whole):
            if frames[k].barred and (found[k] is None or (found[k] is of_whole and is_own)):
                found[k] = None  # "police released | 30 | of the 50 men arrested"
                wholes.add(k + 1)
                continue
            found[k] = found[k] or of_whole  # "nine of the 12 dead"
        if (is_share or found[k] is of_whole) and not is_own:
            found[k + 1] = weak  # "killed 26 of the 41 people on board"
            wholes.add(k + 1)
    return wholes


def barred_of_each(tokens: Tokens, figures: Sequence[Figure], frames: Sequence[Framed]) -> list[frozenset[Measure]]:
    """The measures that each figure has not; a part has none that is barred behind its whole."""
    barred = [frame.barred for frame in frames]
    for k, (part, whole) in enumerate(pairwise(figures)):
        if is_part_of(tokens, part, whole):
            barred[k] |= barred[k + 1]
    return barred


def _said_of_part(tokens: Tokens, whole: Figure, hits: list[Hit]) -> Measure | None:
    """What a verb behind a whole says of its part: "nine of the 41 people on board | died", "48 of the 64 | were hurt".

    A participle without an auxiliary tells of the whole: "three of the 12 people killed".
    """
    i = whole.stop + 2 * (tokens.lower[whole.stop : whole.stop + 2] == ["on", "board"])
    fitting = [hit for hit in hits if fits(tokens, whole, hit.trigger.measure)]
    if tokens.at(i) in link_words("be") | link_words("having") or _is_left(tokens, whole):
        return predicate_behind(tokens, i, fitting, set())
    verb = next((hit.trigger for hit in fitting if hit.first == i and hit.trigger.role == "subject"), None)
    return None if verb is None or verb.participle else verb.measure


def _is_left(tokens: Tokens, whole: Figure) -> bool:
    """Whether the part of a whole was left in what stands behind: "| leaving | 76 of the ship's 118 men missing"."""
    return not link_words("leaving").isdisjoint(tokens.lower[max(0, whole.first - _LEFT) : whole.first])


def _is_own(tokens: Tokens, figure: Figure, hits: list[Hit], starts: set[int]) -> bool:
    """Whether its noun or what stands behind it gives a figure its measure, and no verb before it."""
    taking = [hit for hit in hits if takes(tokens, figure, hit) and fits(tokens, figure, hit.trigger.measure)]
    return bool(_named(tokens, figure, hits) or predicate_behind(tokens, figure.stop, taking, starts))


def _named(tokens: Tokens, figure: Figure, hits: list[Hit]) -> Measure | None:
    """The measure that the noun phrase of a figure names: "12 | deaths", "14 | injured soldiers"."""
    return None if figure.noun is None else noun_measure(tokens, figure) or describing(figure, hits)


def describing(figure: Figure, hits: list[Hit]) -> Measure | None:
    """What is said between a number and its noun: "12 | badly damaged | shops"; "eight-year | term"."""
    if figure.noun is None:
        return None
    if figure.unit is not None:
        within = (hit.trigger for hit in hits if figure.noun.first <= hit.first and hit.stop == figure.noun.stop)
        return next((trigger.measure for trigger in within if trigger.role == "state"), None)
    inside = (hit.trigger for hit in hits if figure.noun.first <= hit.first and hit.stop <= figure.noun.head)
    return next((trigger.measure for trigger in inside if trigger.role == "state" or trigger.participle), None)
