"""Phrases of cues: sequences of words, classes of words and optional words, matched from one token on.

``"none of the?"`` is "none of" or "none of the"; ``"in|over the past {number}? {span}"`` holds a choice of words and
two classes, which stand in ``lexicon/classes.toml``. ``{number}`` is any numeral, ``{figure}`` where a figure begins.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from itertools import product

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.numerals import number_words
from crosstally.facts.words.tokens import Tokens

NUMBER, FIGURE = "{number}", "{figure}"

Step = frozenset[str]
Phrase = tuple[Step, ...]


@cache
def word_class_of(name: str) -> frozenset[str]:
    """The words of a class of ``lexicon/classes.toml``."""
    return frozenset(load("classes")[name]["words"])


def phrases_of(written: str) -> list[Phrase]:
    """The sequences that a written phrase stands for, with and without its optional words, the longest first.

    >>> [len(phrase) for phrase in phrases_of("none of the?")]
    [3, 2]
    """
    choices = [
        ((_step(word[:-1]),), ()) if len(word) > 1 and word.endswith("?") else ((_step(word),),)
        for word in written.split()
    ]
    return sorted((sum(chosen, ()) for chosen in product(*choices)), key=len, reverse=True)


def _step(word: str) -> Step:
    if word in {NUMBER, FIGURE}:
        return frozenset({word})
    return frozenset().union(*(word_class_of(one[1:-1]) if one[0] == "{" else {one} for one in word.split("|")))


def matches(phrase: Phrase, tokens: Tokens, i: int, starts: Collection[int]) -> bool:
    """Whether a phrase stands at token `i`.

    Args:
        phrase: The phrase.
        tokens: The sentence.
        i: A token.
        starts: Where figures begin.
    """
    if i + len(phrase) > len(tokens) + (FIGURE in phrase[-1]):
        return False
    return all(_is_at(step, tokens, i + k, starts) for k, step in enumerate(phrase))


def _is_at(step: Step, tokens: Tokens, i: int, starts: Collection[int]) -> bool:
    if FIGURE in step:
        return i in starts
    if NUMBER in step:
        return i < len(tokens) and (tokens.kinds[i] in {"number", "fraction"} or tokens.lower[i] in number_words())
    return tokens.at(i) in step


def openings(phrase: Phrase) -> Iterator[tuple[str, str]]:
    """The first two words that a phrase can begin with, by which it is looked up.

    The second is "" where any may follow: behind a phrase of one word, or where a numeral or a figure does. A phrase
    begins with no numeral.
    """
    second = phrase[1] if len(phrase) > 1 and not phrase[1] & {NUMBER, FIGURE} else {""}
    return product(sorted(phrase[0]), sorted(second))
