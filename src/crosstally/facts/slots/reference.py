"""Whether a figure goes back to those told before: "the 121 on board", "three others"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from crosstally.facts.fact import Fact
from crosstally.facts.needs import is_general
from crosstally.facts.words.nouns import counts_people

_PEOPLE = "person"
_OPENS = re.compile(r"(?:the|all)\b", re.IGNORECASE)
_ARTICLE = re.compile(rf"\b{_OPENS.pattern}\s*$", re.IGNORECASE)
_OTHERS = re.compile(r"\bothers?\b", re.IGNORECASE)


def with_reference(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts of a document; one with an article is definite only where something of its kind was counted before.

    A definite phrase names what hearers know, or what there is only one of (Hawkins, Definiteness and Indefiniteness,
    1978): "the 121 on board" in a report that has counted nobody yet are all there were. Others are others than those
    told before; beside what befell somebody else they are all whom it befell: "killed one and hurt 11 others".
    """
    counted: set[str | None] = set()
    before: Fact | None = None
    for fact in facts:
        kind = _kind(fact)
        may_be_unique = fact.definite and kind is not None and not is_general(fact.measure)
        if may_be_unique and counted.isdisjoint({kind, None}) and _has_article(fact):
            yield replace(fact, definite=False)
        elif _OTHERS.search(fact.quote) and not (before and _is_beside(before, fact)):
            yield replace(fact, definite=True)
        else:
            yield fact
        if fact.dimension == "count":
            counted.add(kind)
            before = fact


def _is_beside(before: Fact, fact: Fact) -> bool:
    """Whether a sentence tells before what befell somebody else."""
    is_earlier = before.sentence_id == fact.sentence_id and before.end <= fact.start
    return is_earlier and before.measure != fact.measure


def _kind(fact: Fact) -> str | None:
    """What a figure counts, all people as one; None where nothing says it."""
    if fact.counted is None:
        return None
    return _PEOPLE if counts_people(fact.counted) else fact.counted


def _has_article(fact: Fact) -> bool:
    """Whether what makes it definite is an article, and no "both", "those" or "other"."""
    before = fact.sentence[: fact.start - fact.sentence_start]
    return bool(_ARTICLE.search(before) or _OPENS.match(fact.quote))
