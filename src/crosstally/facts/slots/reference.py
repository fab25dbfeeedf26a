"""Whether a figure with an article goes back to one told before, or is told for the first time: "the 121 on board"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from crosstally.facts.fact import Fact
from crosstally.facts.needs import is_general
from crosstally.facts.words.nouns import counts_people

_PEOPLE = "person"
_ARTICLE = re.compile(r"\b(?:the|all)\s*$", re.IGNORECASE)
_OPENS = re.compile(r"(?:the|all)\b", re.IGNORECASE)


def with_reference(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts of a document; one with an article is definite only where something of its kind was counted before.

    A definite phrase names what hearers know, or what there is only one of (Hawkins, Definiteness and Indefiniteness,
    1978): "the 121 on board" in a report that has counted nobody yet are all there were.
    """
    counted: set[str | None] = set()
    for fact in facts:
        kind = _kind(fact)
        is_first = kind is not None and kind not in counted and None not in counted
        yield (
            replace(fact, definite=False)
            if fact.definite and is_first and not is_general(fact.measure) and _has_article(fact)
            else fact
        )
        if fact.dimension == "count":
            counted.add(kind)


def _kind(fact: Fact) -> str | None:
    """What a figure counts, all people as one; None where nothing says it."""
    if fact.counted is None:
        return None
    return _PEOPLE if counts_people(fact.counted) else fact.counted


def _has_article(fact: Fact) -> bool:
    """Whether what makes it definite is an article, and no "both", "those" or "other"."""
    before = fact.sentence[: fact.start - fact.sentence_start]
    return bool(_ARTICLE.search(before) or _OPENS.match(fact.quote))
