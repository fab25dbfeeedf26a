"""What the frames around a figure say: what it measures, or what it does not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from crosstally.facts.numbers.by_place import past_parts
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.money import is_converted
from crosstally.facts.roles.fitting import fits
from crosstally.facts.roles.frame import ENDS, Frame, Step, frames_by_word
from crosstally.facts.words.changes import changes_before
from crosstally.facts.words.hits import is_tied_to_participle
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.nouns import counts_people, is_plural, singular, word_class
from crosstally.facts.words.tokens import Tokens

_LONGEST = 8  # tokens of a gap: "sold | its truck unit to a private firm | for"
_MOST = 4  # tokens that describe a figure: "for | what was a record | $2 million"
_RELATIVES = frozenset({"which", "that"})
_TIES = frozenset({"for", "as", "since"})  # prepositions as well as openings of a clause


class Framed(NamedTuple):
    """What the frames around a figure say: its measure, whether that is weak, and the measures that it has not."""

    measure: Measure | None
    is_weak: bool
    barred: frozenset[Measure]


def framed(tokens: Tokens, figures: Sequence[Figure], field: Collection[str] = ()) -> list[Framed]:
    """What the frames of a sentence say of each of its figures.

    Args:
        tokens: The sentence.
        figures: Its figures.
        field: The words that its report opens with, which say what it tells of.
    """
    frames = list(_standing(tokens, figures, field)) if figures else []
    return [_around(tokens, figure, figures, frames) for figure in figures]


def frames_in(tokens: Tokens, figures: Sequence[Figure]) -> Iterator[Frame]:
    """The frames that a sentence holds, around a figure that they fit."""
    for frame in _standing(tokens, figures, ()):
        if any(_is_around(tokens, figure, figures, frame) for figure in figures):
            yield frame


def _around(tokens: Tokens, figure: Figure, figures: Sequence[Figure], frames: Sequence[Frame]) -> Framed:
    held = [frame for frame in frames if _is_around(tokens, figure, figures, frame)]
    barred = frozenset(frame.measure for frame in held if frame.bars)
    said = [frame for frame in held if not frame.bars and frame.measure not in barred]
    if not said:
        return Framed(None, is_weak=False, barred=barred)
    largest = max(said, key=lambda frame: (not frame.weak, frame.size))
    return Framed(largest.measure, largest.weak, barred)


def _standing(tokens: Tokens, figures: Sequence[Figure], field: Collection[str]) -> Iterator[Frame]:
    """The frames of which all words stand in a sentence, or the noun, in their context."""
    lower = set(tokens.lower)
    nouns = {singular(tokens.lower[figure.noun.head]) for figure in figures if figure.noun is not None}
    for word in sorted(frames_by_word().keys() & (lower | nouns)):
        yield from (frame for frame in frames_by_word()[word] if _stands(frame, lower, field))


def _stands(frame: Frame, words: AbstractSet[str], field: Collection[str]) -> bool:
    """Whether all words of a frame, and none that forbids it, stand among some, in its context."""
    if not frame.stands_in(words) or not frame.unless.isdisjoint(words):
        return False
    return not frame.context or not frame.context.isdisjoint(words) or not frame.context.isdisjoint(field)


def _is_around(tokens: Tokens, figure: Figure, figures: Sequence[Figure], frame: Frame) -> bool:
    if not _may_be(tokens, figure, frame):
        return False
    others = [one for one in figures if one is not figure and fits(tokens, one, frame.measure)]
    starts = {one.first for one in others if not _is_step(tokens, one, figure)}
    ends = {figure.stop} if figure.noun is None else {figure.stop, figure.after}
    ends |= {one.stop + 1 for one in others if is_converted(tokens, figure, one)}  # "a 5 euro ($6) | fine"
    begins = {figure.first} if figure.hedge is None else {figure.first, figure.hedge.stop}  # "fell | below $5"
    return any(_leads(tokens, i, frame.behind, 1, starts) for i in ends) and any(
        _leads_to(tokens, i, frame.before[::-1], starts) for i in begins
    )


def _is_step(tokens: Tokens, step: Figure, figure: Figure) -> bool:
    """Whether a sum is by how much the other has changed: "fell | 19 cents | to $23", "closed up | $2 | at $14"."""
    is_money = step.unit is not None and step.unit.dimension == "currency"
    is_before = step.stop + 1 == figure.first and tokens.at(step.stop) in {"to", "at"}
    return is_money and is_before and changes_before(tokens, step.first) is not None


def _leads_to(tokens: Tokens, first: int, steps: Sequence[Step], starts: Collection[int]) -> bool:
    """Whether the steps, the last first, stand before token `first`, where a figure begins, or what describes it."""
    for back in range(_MOST + 1):
        if _leads(tokens, first - 1 - back, steps, -1, starts):
            return True
        if not steps or not _describes(tokens, first - 1 - back):
            return False
    return False


def _may_be(tokens: Tokens, figure: Figure, frame: Frame) -> bool:
    """Whether a figure counts what the frame asks for, or, where it asks for nothing, what its measure does.

    The words of a frame say what a bare number counts: "payrolls rose by | 4,000".
    """
    is_rate = figure.per is not None and frame.measure.dimension == "currency"
    if is_rate and figure.per != frame.measure.per:
        return False  # "an offer of | $54 a share"
    if figure.unit is not None or 0 < (figure.interval.high or 0) < 1:
        return fits(tokens, figure, frame.measure) and not frame.nouns
    noun = _counted(tokens, figure)
    if frame.nouns:
        return (
            noun is not None
            and noun not in frame.measure.never
            and (noun in frame.nouns or ("person" in frame.nouns and counts_people(noun)))
        )
    is_told = noun is None and frame.measure.counts in {"people", "things"}
    return is_told or fits(tokens, figure, frame.measure)


def _counted(tokens: Tokens, figure: Figure) -> str | None:
    """What a figure counts, in the singular; several of it are told of in the plural: "300 | rally" counts nothing."""
    if figure.noun is None:
        return None
    head = tokens.lower[figure.noun.head]
    return singular(head) if is_plural(head) or counts_people(singular(head)) or figure.interval.value == 1 else None


def _leads(tokens: Tokens, i: int, steps: Sequence[Step], way: int, starts: Collection[int]) -> bool:
    """Whether the steps stand from token `i` on, forward or backward, a gap holding no end of a clause."""
    if not steps:
        return True
    step, rest = steps[0], steps[1:]
    if step is not None:
        is_here = 0 <= i < len(tokens) and tokens.lower[i] in step
        is_tied = (
            is_here and way > 0 and is_tied_to_participle(tokens, i) and "-" not in (rest[0] or () if rest else ())
        )
        return is_here and not is_tied and _leads(tokens, i + way, rest, way, starts)
    for _ in range(_LONGEST + 1):
        i = past_parts(tokens, i, _LONGEST) if way > 0 else i
        if _leads(tokens, i, rest, way, starts):
            return True
        if (
            not 0 <= i < len(tokens)
            or i in starts
            or _ends_clause(tokens, i)
            or (way > 0 and _tells_of_more(tokens, i))
        ):
            return False
        i += way
    return False


def _ends_clause(tokens: Tokens, i: int) -> bool:
    word = tokens.lower[i]
    if word == "," and _opens_aside(tokens, i + 1):
        return False
    if word in _RELATIVES and tokens.at(i - 1) == ",":
        return False
    if word == "." and tokens.at(i + 1).islower():
        return False  # "bought Voltaris Corp | . for"
    return (tokens.kinds[i] == "mark" and word in ENDS) or (word in link_words("clause_starts") and word not in _TIES)


def _tells_of_more(tokens: Tokens, i: int) -> bool:
    """Whether "and" at token `i`, behind a verb, tells of something else: "fell | and | the mill lost its roof"."""
    is_joint = tokens.lower[i] == "and" and tokens.at(i + 1) in link_words("determiners")
    return is_joint and word_class(tokens.at(i - 1)) in {"d", "n"}


def _opens_aside(tokens: Tokens, i: int) -> bool:
    """Whether what stands behind a comma goes on about the word before it: "the bus, | carrying", "a bus, | which"."""
    word = tokens.at(i)
    return word in _RELATIVES or word == "with" or (word.endswith("ing") and word_class(word) == "g")


def _describes(tokens: Tokens, i: int) -> bool:
    """Whether the word at token `i` can stand between a preposition and its figure: "for | an initial | $5 million"."""
    if i < 0 or tokens.kinds[i] != "word":
        return False
    word = tokens.lower[i]
    return word in link_words("determiners") or word in link_words("before_figures") or word_class(word) in {"j", "r"}
