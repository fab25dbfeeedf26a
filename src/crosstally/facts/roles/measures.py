"""Roles: which trigger of its sentence a figure belongs to, and so what it measures.

A figure is tied to a trigger in one of six ways, tried from the surest on: its noun is the trigger ("12 deaths"); the
trigger follows it ("12 dead", "12 people were killed"); it is the object of the trigger ("killed 12"); the trigger is
the topic that a verb gives a value to ("the death toll rose to 12"); the trigger follows at a distance; the trigger
describes its noun ("12 wounded soldiers"). One tied to none takes over the measure of one it is coordinated with.
Units alone give the measures of units.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.by_place import are_by_place
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.roles.topics import raised, topics_in
from crosstally.facts.roles.triggers import Hit, Measure, default_measures, measures, noun_measures
from crosstally.facts.words.nouns import counts_people, is_plural, singular, word_classes
from crosstally.facts.words.tokens import Tokens

_REACH = 16  # tokens between a figure and a trigger that it does not touch
_WHOLE = 4  # tokens from a part to the whole that it is of
_WHOLE_OPENINGS = (["of", "the"], ["of"], ["among", "the"])


@cache
def link_words(kind: str) -> frozenset[str]:
    """A closed class of lexicon/links.toml, such as "auxiliaries"."""
    return frozenset(load("links")[kind])


def assign_measures(tokens: Tokens, figures: list[Figure], triggers: list[Hit]) -> list[Measure | None]:
    """The measure of each figure of a sentence; None for a plain count and for units without a measure."""
    lower = tokens.lower
    hits = [hit for hit in triggers if not (context := hit.trigger.measure.context) or not context.isdisjoint(lower)]
    starts = {figure.first for figure in figures} | {figure.number for figure in figures}
    found = [_measure(tokens, figure, hits, starts) for figure in figures]
    for k, (part, whole) in enumerate(pairwise(figures)):
        if part.partitive and tokens.at(part.stop) == "of" and whole.first - part.stop <= _WHOLE:
            found[k] = found[k] or found[k + 1]  # "nine of the 12 dead"
            if found[k] is found[k + 1] and not _is_own(tokens, whole, hits, starts):
                found[k + 1] = None  # "killed 26 of the 41 people on board"
    for k in range(1, len(figures)):
        if (
            found[k] is None
            and figures[k].noun is None
            and _heads_whole(tokens, figures[0], found[0])
            and figures[k].unit is None
        ):
            found[k] = found[0]
        if found[k] is None and _inherits(tokens, figures[k - 1], figures[k], found[k - 1]):
            found[k] = found[k - 1]
    return found


def _measure(tokens: Tokens, figure: Figure, hits: list[Hit], starts: set[int]) -> Measure | None:
    if figure.age or (figure.noun is not None and tokens.at(figure.noun.head - 1) == "attempted"):
        return None  # "five attempted | murders"
    noun = figure.unit is None and figure.noun is not None and _noun_measure(tokens, figure)
    if noun:
        return noun
    fitting = [hit for hit in hits if _fits(tokens, figure, hit.trigger.measure)]
    if (numbered := _not_counted(tokens, figure)) is not None:
        return numbered
    found = (
        _of_those(tokens, figure, fitting, starts)
        or _behind(tokens, figure.stop, fitting, starts)
        or _object_of(tokens, figure, fitting, starts)
        or _topic(tokens, figure, fitting, starts)
        or _far_behind(tokens, figure, fitting, starts)
        or _describing(figure, fitting)
    )
    return found or _default(figure)


def _is_own(tokens: Tokens, figure: Figure, hits: list[Hit], starts: set[int]) -> bool:
    """Whether its noun or what stands behind it gives a figure its measure, and no verb before it."""
    named = figure.noun is not None and (_noun_measure(tokens, figure) or _describing(figure, hits))
    return bool(named or _behind(tokens, figure.stop, hits, starts))


def _not_counted(tokens: Tokens, figure: Figure) -> Measure | None:
    """A number that cannot count its noun, because that is singular, measures it: "a 4.4 | quake"."""
    if figure.unit is not None or figure.noun is None or figure.word or figure.interval.value == 1:
        return None
    head = tokens.lower[figure.noun.head]
    return next((m for m in measures().values() if m.counts == "numbers" and head in m.nouns), None)


def _default(figure: Figure) -> Measure | None:
    if figure.unit is None:
        return None
    return default_measures().get(figure.unit.name) or default_measures().get(figure.unit.dimension)


def _noun_measure(tokens: Tokens, figure: Figure) -> Measure | None:
    assert figure.noun is not None  # noqa: S101 - the caller asks only for figures with a noun
    head = figure.noun.head
    one = singular(tokens.lower[head])
    two = f"{tokens.lower[head - 1]} {one}"
    return noun_measures().get(two) or noun_measures().get(one)


def _fits(tokens: Tokens, figure: Figure, measure: Measure) -> bool:
    """Whether a figure of this kind can have the measure at all."""
    if figure.unit is not None:
        return measure.dimension == figure.unit.dimension or figure.unit.name in measure.units
    if measure.counts is None or figure.per == "capita":
        return False
    if measure.counts == "numbers":
        return figure.noun is None or tokens.lower[figure.noun.first] in measure.context
    if figure.noun is None:
        before = (
            singular(word) for word in tokens.lower[: figure.first] if is_plural(word)
        )  # "of 187 drones, 142 ..."
        return measure.counts == "people" or not measure.nouns or not measure.nouns.isdisjoint(before)
    noun = singular(tokens.lower[figure.noun.head])
    if measure.counts == "people" or noun == "other":  # "140 houses were destroyed and 600 others damaged"
        named = tokens.words[figure.noun.head][0].isupper() and not tokens.headline
        return noun not in measure.never and (counts_people(noun) or named)
    return noun in measure.nouns if measure.nouns else not counts_people(noun)


def _of_those(tokens: Tokens, figure: Figure, hits: list[Hit], starts: set[int]) -> Measure | None:
    """What befell some of those told of: "nine | of the dead", "nine | of the wounded died"."""
    if not figure.partitive or figure.noun is not None or tokens.at(figure.stop) != "of":
        return None
    those = next((hit for hit in hits if hit.first == figure.stop + 1 and hit.trigger.role == "topic"), None)
    return those and (_behind(tokens, those.stop, hits, starts) or those.trigger.measure)


def _behind(tokens: Tokens, i: int, hits: list[Hit], starts: set[int]) -> Measure | None:
    """The trigger right behind a figure, which ends at `i`, adverbs between: "12 people were critically injured"."""
    if tokens.at(i) == "-" and tokens.touches(i):
        i += 1
    i += 2 * (tokens.lower[i : i + 2] == ["on", "board"])  # "all 16 | on board | died"
    for _ in range(_REACH):
        hit = _predicate_at(tokens, i, hits, starts)
        if hit is not None:
            return hit.trigger.measure
        word = tokens.at(i)
        if word not in link_words("auxiliaries") and word_classes().get(word) != "r":
            return None
        i += 1
    return None


def _predicate_at(tokens: Tokens, i: int, hits: list[Hit], starts: set[int]) -> Hit | None:
    """The trigger at token `i` that can say something of a figure before it."""
    for hit in hits:
        if hit.first != i:
            continue
        role = hit.trigger.role
        if role in {"state", "subject"} and not (
            role == "state" and hit.stop in starts and tokens.at(hit.stop - 1) != "dead"
        ):
            return hit
        if (
            hit.trigger.participle
            and not hit.trigger.nouns
            and (_is_passive(tokens, i) or not _has_object(tokens, hit.stop, starts))
        ):
            return hit
    return None


def _is_passive(tokens: Tokens, i: int) -> bool:
    """Whether a form of "be" stands before the participle at `i`, adverbs between; "are treating" is active."""
    if tokens.at(i).endswith("ing"):
        return False
    for back in range(1, 5):
        word = tokens.at(i - back)
        if word in link_words("be"):
            return True
        if word_classes().get(word) != "r" and word not in {"also", "been", "reportedly", "either"}:
            return False
    return False


def _has_object(tokens: Tokens, i: int, starts: set[int]) -> bool:
    """Whether a noun phrase begins at token `i`, so that the verb before it is active."""
    word = tokens.at(i)
    if i in starts or word in link_words("determiners"):
        return True
    return (
        i < len(tokens)
        and tokens.kinds[i] == "word"
        and word not in link_words("after_participle")
        and word_classes().get(word, "j") == "j"
    )


def _object_of(tokens: Tokens, figure: Figure, hits: list[Hit], starts: set[int]) -> Measure | None:
    """The active verb that the figure is an object of, first or later in a list: "killing a guard and 12 visitors"."""
    by_last = {hit.stop - 1: hit for hit in reversed(hits) if hit.trigger.role == "object"}  # the longest wins
    i = figure.first - 1
    for _ in range(_REACH):
        if i < 0:
            return None
        if tokens.at(i + 1) == "of" and (named := noun_measures().get(singular(tokens.lower[i]))) is not None:
            return named if _fits(tokens, figure, named) and tokens.at(i - 1) != "attempted" else None
        if i in by_last:
            hit = by_last[i]
            if hit.trigger.nouns and (
                figure.noun is None or singular(tokens.lower[figure.noun.head]) not in hit.trigger.nouns
            ):
                return None
            joined = tokens.at(hit.stop) in {",", "and", "or"} and hit.stop < figure.first
            return None if joined or _is_passive(tokens, hit.first) else _active(tokens, hit, starts)
        if not _may_stand_before_object(tokens, i):
            return None
        i -= 1
    return None


def _active(tokens: Tokens, hit: Hit, starts: set[int]) -> Measure | None:
    """The measure of an active verb; None for a participle behind its own noun ("the 12 wounded, 3 ...")."""
    behind = (
        hit.stop in starts or _has_object(tokens, hit.stop, starts) or tokens.at(hit.stop) in link_words("hedge_starts")
    )
    return hit.trigger.measure if behind or tokens.at(hit.stop) in {"to", "of"} else None


def _may_stand_before_object(tokens: Tokens, i: int) -> bool:
    word, kind = tokens.lower[i], tokens.kinds[i]
    if kind in {"number", "sign", "fraction"}:
        return True
    if kind == "mark":
        return word in {",", "-", "–", "(", ")"}
    if word in link_words("list_words") or word in link_words("determiners"):
        return True
    return (
        word_classes().get(word, "") in {"", "j", "r", "n"}
        and word not in link_words("auxiliaries")
        and word not in link_words("clause_starts")
    )


def _topic(tokens: Tokens, figure: Figure, hits: list[Hit], starts: set[int]) -> Measure | None:
    """The topic that a verb or preposition before the figure gives a value to: "the toll in the city stood at 12"."""
    by_last = topics_in(tokens, hits)
    if tokens.at(figure.first - 1) == "to" and tokens.at(figure.first - 2) in link_words("raising"):
        return raised(figure, by_last)
    linked = False
    i = figure.first - 1
    for step in range(_REACH):
        if i < 0 or (i in starts and step):
            return None
        if i in by_last and not (tokens.at(i + 1) == "-" and tokens.touches(i + 1)):  # "the toll-free number"
            hit = by_last[i]
            close = hit.trigger.measure.counts == "numbers" or hit.trigger.role == "topic"
            return hit.trigger.measure if linked or (step == 0 and close) else None
        word = tokens.lower[i]
        if tokens.kinds[i] == "mark" and word in {";", ":", "(", ")"} and step:
            return None
        linked = linked or word in link_words("value_verbs")
        i -= 1
    return None


def _far_behind(tokens: Tokens, figure: Figure, hits: list[Hit], starts: set[int]) -> Measure | None:
    """The predicate of a clause whose subject is the figure: "12 people in two villages north of the city died"."""
    if figure.unit is not None or figure.noun is None:
        return None
    i = figure.stop
    nested = 0
    for _ in range(_REACH):
        if i >= len(tokens):
            return None
        word, kind = tokens.lower[i], tokens.kinds[i]
        nested += (word == "(") - (word == ")")
        hit = _predicate_at(tokens, i, hits, starts)
        if hit is not None and not nested:
            return hit.trigger.measure
        if (kind == "mark" and word in {";", ":", ".", "—"}) or (i in starts and _opens_part(tokens, figure, i)):
            return None
        if word in link_words("clause_starts") or (
            word_classes().get(word) in {"d", "z"} and word not in link_words("auxiliaries")
        ):
            return None
        i += 1
    return None


def _opens_part(tokens: Tokens, whole: Figure, i: int) -> bool:
    """Whether the part of a whole begins at token `i`: "Of the 187 people on board, | 123 were rescued"."""
    return tokens.at(i - 1) == "," and tokens.lower[: whole.first] in _WHOLE_OPENINGS


def _describing(figure: Figure, hits: list[Hit]) -> Measure | None:
    """The participle between a number and its noun: "12 | badly damaged | shops"."""
    if figure.noun is None or figure.unit is not None:
        return None
    inside = (hit.trigger for hit in hits if figure.noun.first <= hit.first and hit.stop <= figure.noun.head)
    return next((trigger.measure for trigger in inside if trigger.role == "state" or trigger.participle), None)


def _heads_whole(tokens: Tokens, figure: Figure, measure: Measure | None) -> bool:
    """Whether the sentence opens with a whole whose parts follow: "Of the 19 dead, five were children"."""
    return measure is not None and measure.counts == "people" and tokens.lower[: figure.first] in _WHOLE_OPENINGS


def _inherits(tokens: Tokens, before: Figure, figure: Figure, measure: Measure | None) -> bool:
    """Whether a figure shares the measure of the one before it: coordinated with it, or a part of it."""
    if measure is None or measure.counts is None or figure.unit is not None or not _fits(tokens, figure, measure):
        return False
    between = tokens.lower[before.stop : figure.first]
    if all(word in link_words("list_words") or word == "," for word in between) or between[-3:] == ["as", "well", "as"]:
        return True
    if are_by_place(tokens, before, figure) or (figure.partitive and tokens.at(figure.first - 1) == ","):
        return True
    if (
        between[:1] == ["including"]
        and between[-1] == ","
        and all(word_classes().get(w, "j") == "j" for w in between[1:])
    ):
        return True  # "40 temples, including churches and mosques, | 8 bridges"
    return measure.counts == "people" and any(word in link_words("part_words") for word in between[-3:])
