"""What is said around a figure: the words near it, the names near it, and how much two surroundings have in common."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from crosstally.facts.lexicon import load
from crosstally.facts.words.nouns import counts_people

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from crosstally.facts.fact import Fact

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
        terms: Stems of the words within reach, in the same sentence, without those of the quote.
        names: The capitalised words close by, but for the sentence's first and the speaker's.
        beside: The capitalised words that touch the quote: "Ana Ruiz, 34", "34-year-old teacher Ana Ruiz".
        origin: Of a distance, the words that say from where: "six miles | north of | Port Ellis"; of a population, the
            names before it: "Port Ellis, a city of 40,000".
        is_definite: Whether the figure goes back to one named before: "the three", "both", "all four", "two others".
    """

    terms: frozenset[str]
    names: frozenset[str]
    beside: frozenset[str]
    origin: frozenset[str]
    is_definite: bool


def context_of(fact: Fact) -> Context:
    """Read the surroundings of a figure off its sentence."""
    at = max(fact.sentence.find(fact.quote), 0)
    before, after = fact.sentence[max(0, at - _REACH) : at], fact.sentence[at + len(fact.quote) :][:_REACH]
    words = [*_words(before, cut=at > _REACH), *_words(after, cut=False)]
    words += _words(fact.subject or "", cut=False)
    terms = frozenset(stem(word) for word in set(words) if len(word) >= _SHORTEST or word.isdigit())
    first = _WORD.search(fact.sentence)
    close = [*_words(before[-_CLOSE:], cut=len(before) > _CLOSE), *_words(after[:_CLOSE], cut=False)]
    unnamed = {first[0] if first else "", *_words(fact.speaker or "", cut=False)}
    names = frozenset(
        word.lower() for word in close if word[0].isupper() and len(word) >= _SHORTEST and word not in unnamed
    )
    terms -= {stem(word) for word in _words(fact.quote, cut=False)}
    is_definite = bool(_DEFINITE_BEFORE.search(before) or _DEFINITE.match(fact.quote))
    return Context(terms, names, _names_beside(before, fact.quote, after), _origin(fact, before, after), is_definite)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its ending, roughly: enough to see that "killing" and "killed" are one word."""
    small = word.lower().removesuffix("'s").removesuffix("\u2019s")
    for ending in _ENDINGS:
        if small.endswith(ending) and len(small) - len(ending) >= _STEM:
            return small[: -len(ending)]
    return small


def weights(contexts: Iterable[Context]) -> Mapping[str, float]:
    """How much each term tells: the rarer among the surroundings, the more (inverse document frequency)."""
    seen = Counter[str]()
    total = 0
    for context in contexts:
        seen.update(context.terms)
        total += 1
    return {term: math.log((1 + total) / n) for term, n in seen.items()}


def similarity(a: Context, b: Context, weight: Mapping[str, float]) -> float:
    """Weighted cosine of two surroundings, 0 to 1."""
    if not a.terms or not b.terms:
        return 0.0
    shared = _square(a.terms & b.terms, weight)
    return shared / math.sqrt(_square(a.terms, weight) * _square(b.terms, weight)) if shared else 0.0


def _square(terms: Iterable[str], weight: Mapping[str, float]) -> float:
    return math.fsum(weight[term] ** 2 for term in terms)


def _words(text: str, *, cut: bool) -> list[str]:
    words = _WORD.findall(text)
    return words[1:] if cut else words  # a cut text begins inside a word


_DEFINITE = re.compile(r"(?:the|both|all|these|those|other|another|remaining)\b", re.IGNORECASE)
_DEFINITE_BEFORE = re.compile(rf"\b{_DEFINITE.pattern}(?:\s(?:other|remaining))?\s*$", re.IGNORECASE)
_NAME = r"[A-Z][^\W\d_]+(?:[-'\u2019][A-Z]?[^\W\d_]+)*"
_NAMES_BEFORE = re.compile(rf"((?:{_NAME}\s+)*{_NAME})(?:,|\s\(|,?\s(?:aged?|was|is))\s*$")
_NAMES_AFTER = re.compile(rf"^\s*,?\s*(?:[a-z]+\s+){{0,3}}((?:{_NAME}\s+)*{_NAME})")


def _names_beside(before: str, quote: str, after: str) -> frozenset[str]:
    found = _NAMES_AFTER.search(after) if quote.endswith("old") else _NAMES_BEFORE.search(before)
    if found is None or _is_origin(found[1], after[found.end() :]):
        return frozenset()
    return frozenset(name.lower() for name in found[1].split() if len(name) >= _SHORTEST)


def _is_origin(name: str, after: str) -> bool:
    """Whether a capitalised word says where somebody comes from: "a 36-year-old | Chilean | climber"."""
    behind = _WORD.match(after.lstrip())
    return " " not in name and behind is not None and counts_people(behind[0])


_DIRECTION = r"(?:(?:north|south|east|west)[\w-]*\s+(?:and\s+)?)*"
_ORIGIN = re.compile(rf"\s*(?:\([^)]*\)\s*)?(?:away\s+)?{_DIRECTION}(?:of|from|off|outside)\s+([^,;:()]+)")
_NAME_INSIDE = re.compile(rf"(?<=\s){_NAME}|^{_NAME}(?=,)")  # not the first word of a sentence
_INSIDE_ORIGIN = frozenset({"the", "of", "a", "an", "its"})


@cache
def _after_origin() -> frozenset[str]:
    return frozenset(load("nouns")["stop"]) - _INSIDE_ORIGIN


def _origin(fact: Fact, before: str, after: str) -> frozenset[str]:
    """The names, else the words, that say from where a distance is measured; the names before a population."""
    if fact.measure == "population":
        return frozenset(_NAME_INSIDE.findall(before))
    found = _ORIGIN.match(after) if fact.dimension == "length" else None
    words = _words(found[1], cut=False) if found else []
    end = next((i for i, word in enumerate(words) if word.lower() in _after_origin()), len(words))
    told = [word for word in words[:end] if word not in _INSIDE_ORIGIN]
    return frozenset(word for word in told if word[0].isupper()) or frozenset(told)
