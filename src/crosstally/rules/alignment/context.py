"""What is said around a figure: the words near it, the names near it, and how much two surroundings have in common."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from crosstally.facts.fact import Fact


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
    """The surroundings of a figure."""
    anchor = frozenset((fact.anchor or "").split())
    is_age = fact.measure == "age"
    return Context(
        frozenset((fact.context or "").split()),
        frozenset((fact.names or "").split()),
        frozenset(name.lower() for name in anchor) if is_age else frozenset(),
        frozenset() if is_age else anchor,
        fact.definite,
    )


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
