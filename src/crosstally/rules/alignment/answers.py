"""Whether two clusters may be answers to one question: which no slot keeps apart, and no document gives both of."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from crosstally.rules.alignment.match import are_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from crosstally.rules.alignment.claim import Claim
    from crosstally.rules.alignment.ratings import Ratings

Cluster = list["Claim"]
"""Claims that are taken for one answer."""

SAMPLE = 6
"""How many claims of a cluster are held against another's."""


def excludes(a: Cluster, b: Cluster) -> bool:
    """Whether some of their figures exclude each other."""
    return not all(x.interval.meets(y.interval) for x, y in product(a[:SAMPLE], b[:SAMPLE]))


def may_be_one(a: Cluster, b: Cluster, ratings: Ratings) -> bool:
    """Whether nothing keeps two clusters apart: no slot, and no document that answers twice."""
    return not any_apart(a, b, ratings) and answer_once(by_document(a), by_document(b))


def any_apart(a: Cluster, b: Cluster, ratings: Ratings) -> bool:
    """Whether a slot keeps claims of two clusters apart."""
    return any(are_apart(c, d, ratings.setting) for c, d in product(a[:SAMPLE], b[:SAMPLE]))


def by_document(cluster: Cluster) -> dict[str, Cluster]:
    """Its claims by document."""
    told: dict[str, Cluster] = {}
    for claim in cluster:
        told.setdefault(claim.fact.document.doc_id, []).append(claim)
    return told


def answer_once(a: Mapping[str, Cluster], b: Mapping[str, Cluster]) -> bool:
    """Whether no document answers twice, but where it may; by document, what it tells of two clusters."""
    return next(_answer_twice(a, b), None) is None


def contradict_themselves(a: Mapping[str, Cluster], b: Mapping[str, Cluster]) -> frozenset[str]:
    """The documents that answer twice where they may not."""
    return frozenset(_answer_twice(a, b))


def _answer_twice(a: Mapping[str, Cluster], b: Mapping[str, Cluster]) -> Iterator[str]:
    few, many = (a, b) if len(a) < len(b) else (b, a)
    return (doc_id for doc_id, told in few.items() if doc_id in many and not _may_answer_twice(told, many[doc_id]))


def are_told_as_two(a: Cluster, b: Cluster) -> bool:
    """Whether a document tells both answers in one sentence, as who knows them for two, or one in its headline alone.

    What a headline says otherwise than its own text is told as that, of whatever it is.
    """
    if any(all(claim.fact.section == "title" for claim in told) for told in (a, b)):
        return True
    return not {claim.fact.sentence_id for claim in a}.isdisjoint(claim.fact.sentence_id for claim in b)


def _may_answer_twice(here: Cluster, there: Cluster) -> bool:
    """Whether a document may give both answers: they can both be true, two speakers give them, or one is corrected."""
    if all(c.interval.meets(d.interval) for c, d in product(here, there)):
        return not any(c.fact.sentence_id == d.fact.sentence_id for c, d in product(here, there))
    if any(claim.fact.superseded for claim in (*here, *there)):
        return True
    speakers = [_speakers(claims) for claims in (here, there)]
    whose = [set().union(*map(_proper_names, claims)) for claims in (here, there)]
    if whose[0] and whose[1] and whose[0].isdisjoint(whose[1]):
        return False
    return all(speakers) and speakers[0].isdisjoint(speakers[1])


def _speakers(claims: Cluster) -> set[str]:
    """Who gives an answer in a document; where nobody is named it is said again, as in its headline."""
    return {claim.fact.speaker for claim in claims if claim.fact.speaker is not None}


def _proper_names(claim: Claim) -> set[str]:
    """The names that say whose a figure is: "four | Velmoran soldiers", "11 soldiers of | Kestria"."""
    return {*claim.names, *(word.lower() for word in claim.fact.quote.split()[1:] if word[0].isupper())}
