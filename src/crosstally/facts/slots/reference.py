"""Whether a figure goes back to those told before: "the 121 on board", "three others"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from crosstally.facts.fact import Fact
from crosstally.facts.needs import counts_people as are_of_people
from crosstally.facts.needs import is_general
from crosstally.facts.words.nouns import counts_people

_PEOPLE = "person"
_OPENS = re.compile(r"(?:the|all)\b", re.IGNORECASE)
_ARTICLE = re.compile(rf"\b{_OPENS.pattern}\s*$", re.IGNORECASE)
_OTHERS = re.compile(r"\bothers?\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|an?\s(?:further|additional))\s*$", re.IGNORECASE)


def with_reference(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts of a document; one with an article is definite only where something of its kind was counted before.

    A definite phrase names what hearers know, or what there is only one of (Hawkins, Definiteness and Indefiniteness,
    1978): "the 121 on board" in a report that has counted nobody yet are all there were. Others are others than those
    told before; where something else befell those, they are all whom it befell: "killed one and hurt 11 others". So are
    another 11.
    """
    counted: set[str | None] = set()
    told: list[Fact] = []
    for fact in facts:
        kind = _kind(fact)
        may_be_unique = fact.definite and kind is not None and not is_general(fact.measure)
        if may_be_unique and counted.isdisjoint({kind, None}) and _has_article(fact):
            yield replace(fact, definite=False)
        elif _OTHERS.search(fact.quote) and not _are_all(fact, told):
            yield replace(fact, definite=True)
        elif are_of_people(fact.measure) and _is_another(fact) and (fact.increment == "total" or _are_all(fact, told)):
            yield replace(fact, increment="total", definite=False)
        else:
            yield fact
        if fact.dimension == "count":
            counted.add(kind)
            told.append(fact)


def _is_another(fact: Fact) -> bool:
    """Whether a figure counts as many more: "another | 100 people"."""
    return _ANOTHER.search(_before(fact)) is not None


def _are_all(others: Fact, told: list[Fact]) -> bool:
    """Whether others are all whom it befell: those told just before met with something else.

    So they did in an earlier sentence only where none of it counts another number of those whom the same befell.
    """
    if not told or told[-1].measure == others.measure:
        return False
    if told[-1].sentence_id == others.sentence_id:
        return told[-1].end <= others.start
    alike = (fact for fact in told if fact.measure == others.measure)
    are_befallen = are_of_people(told[-1].measure) and are_of_people(others.measure)
    return are_befallen and all(fact.interval.meets(others.interval) for fact in alike)


def _kind(fact: Fact) -> str | None:
    """What a figure counts, all people as one; None where nothing says it."""
    if fact.counted is None:
        return None
    return _PEOPLE if counts_people(fact.counted) else fact.counted


def _has_article(fact: Fact) -> bool:
    """Whether what makes it definite is an article, and no "both", "those" or "other"."""
    return bool(_ARTICLE.search(_before(fact)) or _OPENS.match(fact.quote))


def _before(fact: Fact) -> str:
    """What stands before a figure in its sentence."""
    return fact.sentence[: fact.start - fact.sentence_start]
