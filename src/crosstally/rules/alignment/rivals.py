"""Clusters that answer one question, brought together: the rivals, whose figures exclude each other, and companions.

What agrees is in one cluster. Two clusters answer one question when nothing keeps them apart, no document holds both
answers, each is the likest that the other's documents have, and enough speaks for it. Figures that exclude each other
need more: where a slot that their measure needs is not the same, they stay apart.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import product
from statistics import fmean
from typing import TYPE_CHECKING

from crosstally.rules.alignment.levels import likenesses

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from crosstally.rules.alignment.claim import Claim
    from crosstally.rules.alignment.ratings import Ratings

Cluster = list["Claim"]

_SAMPLE = 6  # claims of a cluster that are held against another's
_MOST = 24  # clusters of a block that one is held against
LEAD = 3.0
"""The log odds by which one candidate may lead the next, at most."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two clusters that may answer one question.

    Attributes:
        places: Where they stand among the clusters.
        pair: The likest two claims, of two documents.
        exclude: Whether some of their figures exclude each other.
        keyed: Whether both hold a toll of which an event has one, as their documents lead with it.
        features: What is measured of them: the mean of how alike their claims are and the lead of the likest two over
            the next that only one of their documents has (log odds), the share of the higher figure by which the lower
            one lies below it, how many documents give them (a logarithm), and how alike the words around the likest two
            are (0 to 1).
    """

    places: tuple[int, int]
    pair: tuple[Claim, Claim]
    exclude: bool
    keyed: bool
    features: Mapping[str, float]


def join_rivals(clusters: Sequence[Cluster], ratings: Ratings) -> list[Cluster]:
    """Bring clusters together that answer one question, the surest first."""
    home = {i: list(cluster) for i, cluster in enumerate(clusters)}
    place = list(range(len(clusters)))
    for rivals in _surest(find_rivals(clusters, ratings), ratings):
        i, j = sorted(place[k] for k in rivals.places)
        if i != j and may_be_one(home[i], home[j], ratings):
            home[i] += home.pop(j)
            place = [i if at == j else at for at in place]
    return list(home.values())


def _surest(found: Iterator[Rivals], ratings: Ratings) -> list[Rivals]:
    """Those for which enough speaks, the most first."""
    model = ratings.setting.model
    sure = []
    for rivals in found:
        asked = model.rivals if rivals.exclude else model.companions
        over = asked.log_odds(rivals.features) - asked.cut
        if over >= 0 or rivals.keyed:
            sure.append((-over, rivals.places, rivals))
    return [rivals for *_, rivals in sorted(sure, key=lambda one: one[:2])]


def find_rivals(clusters: Sequence[Cluster], ratings: Ratings) -> Iterator[Rivals]:
    """Every two clusters that may answer one question, whose needed slots are the same if they exclude each other."""
    told = _Told(clusters)
    for i, j in _candidates(clusters):
        a, b = clusters[i], clusters[j]
        if not may_be_one(a, b, ratings):
            continue
        found = _rivals((i, j), a, b, ratings, told)
        if found and not (found.exclude and ratings.lacks(*found.pair)):
            yield found


def _rivals(places: tuple[int, int], a: Cluster, b: Cluster, ratings: Ratings, told: _Told) -> Rivals | None:
    """Two clusters as rivals; None where another claim of their documents is as like as they are."""
    rated = [
        (rating, c, d)
        for c, d in product(a[:_SAMPLE], b[:_SAMPLE])
        if c.fact.document.doc_id != d.fact.document.doc_id and (rating := ratings.of(c, d)) is not None
    ]
    if not rated:
        return None
    keyed = [one for one in rated if ratings.are_answers(*one[1:])]
    alike, c, d = max(keyed or rated, key=lambda one: one[0])
    explained = told.in_both(c, d)
    next_best = max(
        ratings.best(c, d, {x.order for x in b} | explained), ratings.best(d, c, {x.order for x in a} | explained)
    )
    if alike <= next_best and not keyed:
        return None
    features = {
        "mean": fmean(rating for rating, *_ in rated),
        "lead": max(min(alike - next_best, LEAD), -LEAD),
        "gap": _gap(c, d),
        "support": math.log(len({claim.fact.document.doc_id for claim in (*a, *b)})),
        "around": likenesses(c, d, ratings.setting)["around"],
    }
    return Rivals(places, (c, d), excludes(a, b), bool(keyed), features)


class _Told:
    """Which clusters the documents of an event have."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._orders = [[claim.order for claim in cluster] for cluster in clusters]
        self._of: dict[str, set[int]] = defaultdict(set)
        for place, cluster in enumerate(clusters):
            for claim in cluster:
                self._of[claim.fact.document.doc_id].add(place)

    def in_both(self, a: Claim, b: Claim) -> set[int]:
        """The claims of the clusters that the documents of two claims share: what both tell is no other answer."""
        shared = self._of[a.fact.document.doc_id] & self._of[b.fact.document.doc_id]
        return {order for place in shared for order in self._orders[place]}


def excludes(a: Cluster, b: Cluster) -> bool:
    """Whether some of their figures exclude each other."""
    return not all(x.interval.meets(y.interval) for x, y in product(a[:_SAMPLE], b[:_SAMPLE]))


def may_be_one(a: Cluster, b: Cluster, ratings: Ratings) -> bool:
    """Whether nothing keeps two clusters apart: no slot, and no document that answers twice."""
    if any(ratings.of(c, d) is None for c, d in product(a[:_SAMPLE], b[:_SAMPLE])):
        return False
    both = {claim.fact.document.doc_id for claim in a} & {claim.fact.document.doc_id for claim in b}
    return all(_may_answer_twice(a, b, doc_id) for doc_id in both)


def _may_answer_twice(a: Cluster, b: Cluster, doc_id: str) -> bool:
    """Whether a document may give both answers: they can both be true, two speakers give them, or one is corrected."""
    here, there = ([claim for claim in cluster if claim.fact.document.doc_id == doc_id] for cluster in (a, b))
    if all(c.interval.meets(d.interval) for c, d in product(here, there)):
        return not any(c.fact.sentence_id == d.fact.sentence_id for c, d in product(here, there))
    if any(claim.fact.superseded for claim in (*here, *there)):
        return True
    speakers = [{claim.fact.speaker for claim in claims} for claims in (here, there)]
    whose = [set().union(*map(_proper_names, claims)) for claims in (here, there)]
    if whose[0] and whose[1] and whose[0].isdisjoint(whose[1]):
        return False
    return None not in speakers[0] | speakers[1] and speakers[0].isdisjoint(speakers[1])


def _proper_names(claim: Claim) -> set[str]:
    """The names that say whose a figure is: "four | Velmoran soldiers", "11 soldiers of | Kestria"."""
    return {*claim.names, *(word.lower() for word in claim.fact.quote.split()[1:] if word[0].isupper())}


def _candidates(clusters: Sequence[Cluster]) -> list[tuple[int, int]]:
    """Every two clusters that share a measure, a noun or a word of their subject; of many, those that stand close."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for i, cluster in enumerate(clusters):
        for key in dict.fromkeys(key for claim in cluster[:_SAMPLE] for key in _keys(claim)):
            blocks[key].append(i)
    return sorted({(i, j) for block in blocks.values() for place, j in enumerate(block) for i in _before(block, place)})


def _before(block: Sequence[int], place: int) -> Sequence[int]:
    """The clusters of a block that one is held against: all before it, of many the first and the last."""
    half = _MOST // 2
    return block[:place] if place <= _MOST else (*block[:half], *block[place - half : place])


def _keys(claim: Claim) -> Iterator[Hashable]:
    fact = claim.fact
    if fact.dimension != "count" or claim.toll is not None:
        yield claim.dimension, fact.measure
    if claim.kind is not None:
        yield claim.dimension, "noun", claim.kind.name
    for term in claim.subject:
        yield claim.dimension, "subject", term


def _gap(a: Claim, b: Claim) -> float:
    """By which share of the higher figure the lower one lies below it, 0 to 1."""
    low, high = sorted(abs(claim.interval.low or claim.interval.high or 0.0) for claim in (a, b))
    return 1 - low / high if high else 0.0
