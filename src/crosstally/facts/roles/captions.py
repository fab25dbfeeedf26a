"""Captions: words that name the figure behind them, as situation reports list them: "Confirmed dead: 12", "WIA 9"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.hedges import hedge_before
from crosstally.facts.numbers.numerals import is_numeral, number_words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.nouns import is_plural, singular, stop_words, word_class
from crosstally.facts.words.tokens import DASHES, Tokens
from crosstally.facts.words.triggers import Hit, noun_measures

_ENDS = frozenset({":", "="})
_SUMS = frozenset({"total", "totals", "sum", "all", "overall", "altogether"})
_BETWEEN = frozenset({",", ";", ".", ":", "-", "–", "—", "•", "*", "(", "/", "|", "·", "and"})
_LEAST_PAIRS = 2
_LONGEST = 5  # tokens of a caption: "number of people still missing" is a topic with a verb
_DESCRIBING = frozenset({"", "j", "n", "r"})
_PLACING = frozenset({"in", "at", "across", "on", "since", "so", "within", "throughout", "during"})


class Caption(NamedTuple):
    """What names a figure behind it, at tokens [first, stop) of a sentence.

    Attributes:
        first: The first token of the words of the vocabulary in it.
        stop: The token that its figure begins with.
        measure: What the figure measures.
    """

    first: int
    stop: int
    measure: Measure


def captions_in(tokens: Tokens, hits: Sequence[Hit]) -> list[Caption]:
    """The captions of a line: "Houses destroyed: | 120".

    A caption opens its line or its part of one, holds words of the vocabulary with at most what is counted behind
    them, and ends in a colon or a dash, or, in letters such as "KIA", in nothing.
    """
    if "number" not in tokens.kinds and _ENDS.isdisjoint(tokens.lower):
        return []
    measured = [
        (hit.first, hit.stop, hit.trigger.measure)
        for hit in hits
        if (not hit.trigger.nouns or singular(tokens.at(hit.first - 1)) in hit.trigger.nouns)  # "Men | lost: 12"
        and not (hit.trigger.role in {"object", "subject"} and tokens.lower[hit.stop - 1].endswith("ing"))
    ]  # "Police | shooting: 3 officers stood down"
    named = [one for one in measured if one[2].may_be_told_in(tokens.lower)]
    for k in _colons(tokens):
        for begin in (k - 2, k - 1):
            noun = " ".join([*tokens.lower[begin : k - 1], singular(tokens.at(k - 1))])
            if begin >= 0 and (measure := noun_measures().get(noun)) is not None:
                named.append((begin, k, measure))
    return _pairs(tokens, named) or [
        Caption(first, figure, measure)
        for first, stop, measure in named
        if (figure := _begins(tokens, stop)) is not None and _opens_line(tokens, first)
    ]


def _pairs(tokens: Tokens, named: Sequence[tuple[int, int, Measure]]) -> list[Caption]:
    """The captions of a line of nothing but words and the number of each: "Deaths 12, injured 40, missing 3"."""
    pairs = {stop: Caption(first, stop, measure) for first, stop, measure in named}
    numbers = {k for k, kind in enumerate(tokens.kinds) if kind == "number"}
    if len(numbers) < _LEAST_PAIRS or not numbers <= pairs.keys():
        return []
    told = numbers.union(*(range(pairs[k].first, k) for k in numbers))
    is_all = all(k in told or tokens.lower[k] in _BETWEEN for k in range(len(tokens)))
    return [pairs[k] for k in sorted(numbers)] if is_all else []


def _colons(tokens: Tokens) -> list[int]:
    return [k for k, word in enumerate(tokens.lower) if word in _ENDS and k]


def _begins(tokens: Tokens, i: int) -> int | None:
    """Where the figure behind a caption begins, of which the words of the vocabulary end at token `i`."""
    if tokens.words[i - 1].isupper() and not tokens.headline and tokens.is_number(i):
        return i
    while i < len(tokens) and tokens.kinds[i] == "word" and is_plural(tokens.lower[i]):
        i += 1  # "Missing | people: 4"
    if tokens.at(i) in _PLACING:
        i = next((k for k in range(i, i + _LONGEST + 1) if tokens.at(k) in _ENDS), i)  # "Homes lost | in Orvane: 40"
    mark = tokens.at(i)
    if mark in _ENDS:
        return _number_behind(tokens, i + 1)
    is_dash = mark in DASHES and not tokens.touches(i) and not tokens.touches(i + 1)
    return i + 1 if is_dash and tokens.is_number(i + 1) else None


def _number_behind(tokens: Tokens, i: int) -> int | None:
    """Where the number begins that stands at token `i`, a hedge before it or none: "Dead: | at least | 12"."""
    for k in range(i, i + _LONGEST):
        if is_numeral(tokens, k):
            hedge = hedge_before(tokens, k)
            return k if k == i or (hedge is not None and hedge.first == i) else None
    return None


def _opens_line(tokens: Tokens, i: int) -> bool:
    """Whether nothing but nouns and what describes them stand before token `i` in its part of the line."""
    for k in range(i - 1, i - 1 - _LONGEST, -1):
        if k < 0 or tokens.lower[k] in _BETWEEN:
            return True
        if tokens.kinds[k] == "number" and k == i - 1:
            return tokens.words[i].isupper()  # "KIA 3 | WIA 9"
        if tokens.kinds[k] != "word" or _is_closed(tokens.lower[k]):
            return False
    return False


def _is_closed(word: str) -> bool:
    describes = word_class(word) in _DESCRIBING or word.endswith("ed")  # "Confirmed | dead: 12"
    return not describes or word in load("nouns")["stop"] or word in number_words()


def is_inside(hit: Hit, captions: Sequence[Caption]) -> bool:
    """Whether a word of the vocabulary stands in a caption, and so says nothing of a figure before it."""
    return any(caption.first <= hit.first < caption.stop for caption in captions)


def heads_columns(tokens: Tokens, hits: Sequence[Hit]) -> bool:
    """Whether a line without a figure is a row of headers, which tells of nobody: "Province | Dead Missing | Injured".

    Two words for what befell people stand side by side in it, and no mark or small word, as a headline has.
    """
    ones = {hit.first: hit.trigger.measure for hit in hits if hit.stop == hit.first + 1 and _names_state(hit)}
    is_row = any(i + 1 in ones and _befell_others(ones[i], ones[i + 1]) for i in ones)
    return is_row and set(tokens.kinds) == {"word"} and stop_words().isdisjoint(tokens.lower)


def _names_state(hit: Hit) -> bool:
    """Whether a word names what became of somebody, and is no verb: "Dead", "Injured", not "buries | slain miner"."""
    return hit.trigger.participle or hit.trigger.role in {"state", "noun"}


def _befell_others(one: Measure, other: Measure) -> bool:
    return one is not other and one.counts == other.counts == "people"


def row_label(tokens: Tokens, captions: Sequence[Caption]) -> str | None:
    """What a line of captions is of, where it says so first: "Orvane | : Killed: 12; Injured: 30"."""
    if not captions:
        return None
    colon = next((k for k, word in enumerate(tokens.lower) if word == ":"), 0)
    begins = [caption.first for caption in captions if colon < caption.first]
    if not 0 < colon <= _LONGEST or not begins or "mark" in tokens.kinds[colon + 1 : min(begins)]:
        return None
    return tokens.text[: tokens.ends[colon - 1]]


def is_sum(row: str) -> bool:
    """Whether a row of a table is the sum of the others: "Total", "All districts"."""
    return not _SUMS.isdisjoint(row.lower().split())
