"""Context: the words around a figure that tell what it is about, the names near it, and what it is tied to by name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from crosstally.facts.lexicon import load
from crosstally.facts.slots.persons import NAME, named_beside, parent_beside, who_leaves
from crosstally.facts.words.calendar import days_and_months
from crosstally.facts.words.spelling import in_one_spelling

_BLANKS = re.compile(r"\s{2,}")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|\d+(?:[.,]\d+)*")
_SHORTEST = 3
_REACH = 110  # characters to each side of the quote: about a clause
_CLOSE = 45  # the same, about a phrase
_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s", "e")
_STEM = 3  # letters that must remain of a word when its ending is cut


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one figure.

    Attributes:
        terms: Stems of the words within reach, in the same sentence, without those of the quote, in alphabetical order.
        names: The capitalised words close by, in small letters, but for the sentence's first and the speaker's.
        definite: Whether the figure goes back to one named before: "the three", "both", "all four", "two others".
    """

    terms: tuple[str, ...]
    names: tuple[str, ...]
    definite: bool


def context_of(sentence: str, span: tuple[int, int], subject: str | None, speaker: str | None) -> Context:
    """The surroundings of a figure.

    Args:
        sentence: The sentence.
        span: First code point of the figure in it, and one past the last.
        subject: The words it is about, which tell wherever they stand.
        speaker: Who says so, who is no part of what is said.
    """
    before, quote, after = _around(sentence, span)
    words = _words(before, cut=span[0] > _REACH == len(before)) + _words(after)
    if subject:
        words += _words(subject)
    terms = {stem(word) for word in words if len(word) >= _SHORTEST or word.isdigit()}
    terms.difference_update(map(stem, _words(quote)))
    close = _words(before[-_CLOSE:], cut=len(before) > _CLOSE) + _words(after[:_CLOSE])
    names = {word for word in close if word[0].isupper() and len(word) >= _SHORTEST}
    if names:
        first = _WORD.search(sentence)
        names.difference_update((first[0] if first else "", *_words(speaker or "")))
    return Context(
        tuple(sorted(terms)),
        tuple(sorted({name.lower() for name in names} - days_and_months())),
        bool(_DEFINITE_BEFORE.search(before, len(before.rstrip()) - _DEFINITE_LONGEST) or _DEFINITE.match(quote)),
    )


def anchor_of(sentence: str, span: tuple[int, int], measure: str, dimension: str) -> tuple[str, ...]:
    """The names that a figure is tied to, in the alphabet's order; none but of those told here.

    Of an age those of the person ("Ana Ruiz, 34"), and of children those of the parent ("Ana Ruiz, a mother of two");
    of a population those before it ("Port Ellis, a city of 40,000"); of a distance those that say from where, else the
    words ("six miles | north of | Port Ellis").
    """
    if measure not in {"age", "children", "population"} and dimension != "length":
        return ()
    before, quote, after = _around(sentence, span)
    if measure == "children":
        return parent_beside(before, after) or who_leaves(before)
    if measure == "age":
        return named_beside(before, quote, after)
    if measure == "population":
        return tuple(sorted(set(_NAME_INSIDE.findall(before))))
    return tuple(sorted(_origin(after)))


def _around(sentence: str, span: tuple[int, int]) -> tuple[str, str, str]:
    """The words before a figure, the figure, the words behind it; how lines end is no part of how far that is."""
    start, end = span
    if not _has_blanks(sentence):
        return sentence[max(0, start - _REACH) : start], sentence[start:end], sentence[end : end + _REACH]
    before = _BLANKS.sub(" ", sentence[max(0, start - 2 * _REACH) : start])[-_REACH:]
    return before, sentence[start:end], _BLANKS.sub(" ", sentence[end : end + 2 * _REACH])[:_REACH]


@lru_cache(maxsize=2)
def _has_blanks(sentence: str) -> bool:
    """Whether white space stands beside white space; the figures of a sentence ask one after another."""
    return _BLANKS.search(sentence) is not None


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its ending, roughly: enough to see that "killing" and "killed" are one word, however spelled."""
    small = in_one_spelling(word.lower().removesuffix("'s").removesuffix("\u2019s"))
    for ending in _ENDINGS:
        if small.endswith(ending) and len(small) - len(ending) >= _STEM:
            return small[: -len(ending)]
    return small


def _words(text: str, *, cut: bool = False) -> list[str]:
    words = _WORD.findall(text)
    return words[1:] if cut else words  # a cut text begins inside a word


_DEFINITE = re.compile(r"(?:the|both|all|these|those|other|another|remaining)\b", re.IGNORECASE)
_DEFINITE_BEFORE = re.compile(rf"\b{_DEFINITE.pattern}(?:\s(?:other|remaining))?\s*$", re.IGNORECASE)
_DEFINITE_LONGEST = len("remaining remaining")
_DIRECTION = r"(?:(?:north|south|east|west)[\w-]*\s+(?:and\s+)?)*"
_ORIGIN = re.compile(rf"\s*(?:\([^)]*\)\s*)?(?:away\s+)?{_DIRECTION}(?:of|from|off|outside|out\s+of)\s+([^,;:()]+)")
_NAME_INSIDE = re.compile(rf"(?<=\s){NAME}|^{NAME}(?=,)")  # not the first word of a sentence
_INSIDE_ORIGIN = frozenset({"the", "of", "a", "an", "its"})


@cache
def _after_origin() -> frozenset[str]:
    return frozenset(load("nouns")["stop"]) - _INSIDE_ORIGIN


def _origin(after: str) -> frozenset[str]:
    """The names, else the words, that say from where a distance is measured."""
    found = _ORIGIN.match(after)
    words = _words(found[1]) if found else []
    end = next((i for i, word in enumerate(words) if word.lower() in _after_origin()), len(words))
    told = [word for word in words[:end] if word not in _INSIDE_ORIGIN]
    return frozenset(word for word in told if word[0].isupper()) or frozenset(told)
