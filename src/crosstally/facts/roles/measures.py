"""Roles: which trigger of its sentence a figure belongs to, and so what it measures.

A frame around a figure says what it measures ("buy ... for | $5 million"); else its trigger does.
A figure is tied to a trigger in one of six ways, tried from the surest on: its noun is the trigger ("12 deaths"); the
trigger follows it ("12 dead", "12 people were killed"); it is the object of the trigger ("killed 12"); the trigger is
the topic that a verb gives a value to ("the death toll rose to 12"); the trigger follows at a distance; the trigger
describes its noun ("12 wounded soldiers"). One tied to none takes over the measure of one it is coordinated with.
Units alone give the measures of units.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosstally.facts.numbers.by_place import are_by_place, is_placed, opens_places, stands_behind_place, tells_occasion
from crosstally.facts.numbers.children import counted_of_parent
from crosstally.facts.numbers.differences import is_difference
from crosstally.facts.numbers.figure import Figure, counted_noun
from crosstally.facts.numbers.money import is_converted
from crosstally.facts.roles.agreement import disagrees
from crosstally.facts.roles.captions import Caption
from crosstally.facts.roles.coordination import carry_haul, lend_back
from crosstally.facts.roles.ellipsis import adds_to, counts_some_of, takes_up_count
from crosstally.facts.roles.fitting import default_measure, fits, is_average, measured_by, noun_measure, takes
from crosstally.facts.roles.frames import Framed
from crosstally.facts.roles.objects import stands_aside, verb_around, verb_before
from crosstally.facts.roles.predicates import (
    WHOLE_OPENINGS,
    deed_of_relative,
    predicate_behind,
    predicate_far_behind,
)
from crosstally.facts.roles.taken_over import take_over
from crosstally.facts.roles.those import is_of_those, of_fronted, some_of_those
from crosstally.facts.roles.topics import topic_before
from crosstally.facts.roles.wholes import describing, part_from_whole
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.nouns import counts_people, singular, word_classes
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import Hit

_MERE = frozenset({"person", "other"})  # nouns that tell no more than the measure of those who are told of
_TOLD = 2  # tokens of "killed ("
_BEFORE_WITH = frozenset({",", "along", "together"})
_BY = frozenset({"by", "with"})


def assign_measures(
    tokens: Tokens,
    figures: list[Figure],
    triggers: list[Hit],
    frames: Sequence[Framed],
    captions: Sequence[Caption] = (),
) -> list[Measure | None]:
    """The measure of each figure of a sentence; None for a plain count and for units without a measure.

    Args:
        tokens: The sentence.
        figures: Its figures.
        triggers: Its triggers.
        frames: What the frames around each figure say.
        captions: What names a figure behind it: "Injured: | 12".
    """
    if not figures:
        return []
    hits = [hit for hit in triggers if hit.trigger.role != "deed" and hit.trigger.measure.may_be_told_in(tokens.lower)]
    starts = {figure.first for figure in figures} | {figure.number for figure in figures}
    found = [
        _captioned(tokens, one, captions) or _within(tokens, one, frame, hits, starts) or of_fronted(tokens, one, hits)
        for one, frame in zip(figures, frames, strict=True)
    ]
    _convert(tokens, figures, found)
    again = _taken_up(tokens, figures)
    wholes = part_from_whole(tokens, figures, found, hits, frames)
    for k in range(1, len(figures)):
        of_whole = found[k - 1]
        is_told = of_whole is not None and fits(tokens, figures[k], of_whole)
        if _says_again(tokens, figures[k - 1], figures[k], is_told=is_told):
            found[k - 1], found[k] = found[k - 1] or found[k], found[k] or found[k - 1]
        if found[k] is None and _is_of_first(tokens, figures[0], figures[k], found[0]):
            found[k] = found[0]
        if (
            found[k] is None
            and k not in wholes
            and _inherits(tokens, figures[k - 1], figures[k], found[k - 1], is_again=k in again)
        ):
            found[k] = found[k - 1]
    take_over(tokens, figures, found)
    carry_haul(tokens, figures, found)
    lend_back(tokens, figures, found, frames)
    return found


def _convert(tokens: Tokens, figures: Sequence[Figure], found: list[Measure | None]) -> None:
    """Gives a sum in brackets the measure of the sum that it is in another currency."""
    for k in range(1, len(figures)):
        if is_converted(tokens, figures[k - 1], figures[k]):
            found[k] = found[k - 1]


def _taken_up(tokens: Tokens, figures: Sequence[Figure]) -> set[int]:
    """Which bare figures take up the count of the one before them, and so its noun."""
    again: set[int] = set()
    for k in range(1, len(figures)):
        if takes_up_count(tokens, figures[k - 1], figures[k], is_again=k - 1 in again):
            again.add(k)
        if k in again or counts_some_of(tokens, figures[k - 1], figures[k]):
            noun = counted_noun(tokens, figures[k - 1])
            figures[k].left_out = noun if k in again or noun not in _MERE else figures[k].left_out
    return again


def _captioned(tokens: Tokens, figure: Figure, captions: Sequence[Caption]) -> Measure | None:
    """What a caption right before a figure says that it measures; what it names says whether it counts people."""
    named = [caption for caption in captions if caption.stop == figure.number]
    fitting = [caption.measure for caption in named if fits(tokens, figure, caption.measure)]
    if len(fitting) > 1 and figure.noun is None and figure.unit is None:
        words = {singular(word) for caption in named for word in tokens.lower[caption.first - 1 : caption.stop]}
        counts = "people" if any(map(counts_people, words)) else "things"
        fitting.sort(key=lambda measure: measure.counts != counts)
    return next(iter(fitting), None)


def _within(tokens: Tokens, figure: Figure, frame: Framed, hits: list[Hit], starts: set[int]) -> Measure | None:
    """What the frame around a figure says that it measures, else the words that it is tied to."""
    if is_difference(tokens, figure):
        return default_measure(figure, frame.barred)
    if frame.measure is not None and not (frame.is_weak or figure.age or is_of_those(tokens, figure)):
        return frame.measure
    free = [hit for hit in hits if hit.trigger.measure not in frame.barred] if frame.barred else hits
    found = _measure(tokens, figure, free, starts)
    default = default_measure(figure, frame.barred)
    if found in frame.barred:
        found = default
    return frame.measure if frame.is_weak and found is default and not figure.age else found


def _measure(tokens: Tokens, figure: Figure, hits: list[Hit], starts: set[int]) -> Measure | None:
    if figure.age or (figure.noun is not None and tokens.at(figure.noun.head - 1) == "attempted"):
        return None  # "five attempted | murders"
    if counted_of_parent(tokens, figure.first) is not None:
        return None  # "a mother of | three"
    noun = figure.unit is None and noun_measure(tokens, figure)
    if noun and (noun.counts == "numbers" or not is_average(figure)):
        return noun
    fitting = [hit for hit in hits if fits(tokens, figure, hit.trigger.measure)]
    if (numbered := measured_by(tokens, figure) or _of_place(figure, fitting)) is not None:
        return numbered
    taking = [hit for hit in fitting if takes(tokens, figure, hit)]
    is_aside = bool(fitting) and stands_aside(tokens, figure)
    agreeing = [] if fitting and disagrees(tokens, figure) else taking
    found = (
        some_of_those(tokens, figure, fitting, starts)
        or predicate_behind(tokens, figure.stop, agreeing, starts)
        or deed_of_relative(tokens, figure, taking, starts)
        or verb_around(tokens, figure)
        or verb_before(tokens, figure, [] if is_aside else taking, starts)
        or topic_before(tokens, figure, [] if is_aside else fitting, starts)
        or predicate_far_behind(tokens, figure, agreeing, starts)
        or describing(figure, taking)
    )
    return found or default_measure(figure)


def _of_place(figure: Figure, hits: list[Hit]) -> Measure | None:
    """How many live in a place that the words before say, whatever befell it: "mud buried a village of | 1,200"."""
    before = (hit.trigger for hit in hits if hit.stop == figure.first and hit.trigger.role == "topic")
    return next((trigger.measure for trigger in before if trigger.measure.stands), None)


def _is_of_first(tokens: Tokens, first: Figure, figure: Figure, measure: Measure | None) -> bool:
    """Whether the sentence opens with a whole of which a figure is a part: "Of the 19 dead, | five | were children"."""
    may_be = figure.noun is None or tokens.at(figure.first - 1) in link_words("be")
    is_headed = measure is not None and measure.counts == "people" and tokens.lower[: first.first] in WHOLE_OPENINGS
    return may_be and is_headed and figure.unit is None


def _says_again(tokens: Tokens, before: Figure, figure: Figure, *, is_told: bool) -> bool:
    """Whether a figure in brackets tells of the same people as the one before: "96 families (| 430 people) fled".

    So does the first of those that a toll is taken apart into: "14 killed (| six women, eight men)".
    """
    between = tokens.lower[before.stop : figure.first]
    if figure.unit is not None or figure.noun is None or between[-1:] != ["("] or before.unit is not None:
        return False
    if len(between) == 1 and before.noun is not None:
        return True
    return is_told and len(between) <= _TOLD


def _inherits(tokens: Tokens, before: Figure, figure: Figure, measure: Measure | None, *, is_again: bool) -> bool:
    """Whether a figure shares the measure of the one before it: coordinated with it, part of it, or its count again."""
    if measure is None or measure.counts is None or figure.unit is not None or not fits(tokens, figure, measure):
        return False
    between = tokens.lower[before.stop : figure.first]
    are_listed = "as" not in between and all(word in link_words("list_words") or word == "," for word in between)
    is_said_of = figure.noun is None and tokens.at(figure.stop) in link_words("be") and measure.counts == "people"
    are_listed = are_listed and not is_said_of  # "including 21 deaths, | 68 | are mild"
    if are_listed or between[-3:] == ["as", "well", "as"]:  # but not "Police arrest one | as | two flee"
        return True
    told = figure.stop
    is_by = tokens.at(told) in _BY or is_placed(tokens, told) or tells_occasion(tokens, told)  # "hurt, | one | by a"
    is_part = (figure.partitive or (is_by and figure.noun is None)) and tokens.at(figure.first - 1) == ","
    is_of_whom = tokens.lower[max(0, before.first - 2) : before.first] == ["of", "whom"] and _is_more_of_them(
        tokens, figure
    )
    is_of_place = stands_behind_place(tokens, figure) and stands_behind_place(tokens, before)
    if (
        is_part
        or is_of_whom
        or is_again
        or is_of_place
        or adds_to(tokens, before, figure)
        or are_by_place(tokens, before, figure)
        or opens_places(tokens, before, figure)
    ):
        return True
    if tokens.at(figure.first - 1) == "and" and tokens.at(figure.stop) == "when" and figure.noun is None:
        return measure.counts == "people"  # "12 died at sea in May and | 17 | when a boat sank in June"
    if (
        between[:1] == ["including"]
        and between[-1] == ","
        and all(word_classes().get(w, "j") == "j" for w in between[1:])
    ):
        return True  # "40 temples, including churches and mosques, | 8 bridges"
    return measure.counts == "people" and any(_opens_part(between, i) for i in range(-min(3, len(between)), 0))


def _is_more_of_them(tokens: Tokens, figure: Figure) -> bool:
    """Whether a bare figure goes on with those told of: "of whom 7 were from Orvane and | 17 | were from Velt"."""
    return figure.noun is None and tokens.at(figure.first - 1) == "and" and tokens.at(figure.stop) in link_words("be")


def _opens_part(between: Sequence[str], i: int) -> bool:
    """Whether a word before a figure makes it a part of the one before; "with" does so behind few words alone.

    "12 people died, | with | three in hospital", and not "12 people died in a school | with | 700 pupils".
    """
    is_apart = between[i] != "with" or len(between) + i == 0 or between[i - 1] in _BEFORE_WITH
    return is_apart and between[i] in link_words("part_words")
