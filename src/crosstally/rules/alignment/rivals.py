"""Clusters that answer one question, brought together: the rivals, whose figures exclude each other, and companions.

What agrees is in one cluster. Two clusters answer one question when nothing keeps them apart, no document holds both
answers, and enough speaks for it, such as that each is the likest that the other's documents have. Figures that exclude
each other need more: where a slot that their measure needs is not the same, they stay apart.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import product
from statistics import fmean
from typing import TYPE_CHECKING

from crosstally.facts.needs import is_general
from crosstally.rules.alignment.answers import (
    SAMPLE,
    any_apart,
    by_document,
    contradict_themselves,
)
from crosstally.rules.alignment.identity import SAME_NOUN, likenesses
from crosstally.rules.alignment.levels import SLOTS
from crosstally.rules.alignment.ratings import are_swapped
from crosstally.rules.alignment.setting import SAME
from crosstally.rules.alignment.told import Told
from crosstally.rules.comparison.digits import is_mistyped, slips_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from crosstally.rules.alignment.answers import Cluster
    from crosstally.rules.alignment.claim import Claim
    from crosstally.rules.alignment.ratings import Ratings
    from crosstally.rules.alignment.setting import Setting

_MOST = 24  # clusters of a block that one is held against
_ROUNDING = 1e-9  # of log odds
_ORDER = 20.0  # times: a jury out for six hours may be one out for three days, no strike of 22 days one of a day
LEAD = 3.0
"""The log odds by which one candidate may lead the next, at most."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two clusters that may answer one question.

    Attributes:
        places: Where they stand among the clusters.
        pair: The likest two claims, of two documents.
        exclude: Whether some of their figures exclude each other.
        twice: The document that gives both answers, where one does: a slip, or an earlier count beside the last.
        features: What is measured of them: the mean of how alike their claims are and the lead of the likest two over
            the next that only one of their documents has (log odds), the share of the higher figure by which the lower
            one lies below it (0 of what reports often tell far apart), how many documents give them (a logarithm),
            whether both hold the one such figure of their documents (see `Unique.are_answers`), and of the likest two
            how alike the words around them are (0 to 1), whether a name says what both are figures of, whether a noun
            does, whether they count, whether both stand in a headline or lede, and whether a slip of the hand makes one
            figure the other, as none of their documents tells another that is likelier, and whether a document gives
            both (0 or 1 each).
    """

    places: tuple[int, int]
    pair: tuple[Claim, Claim]
    exclude: bool
    twice: frozenset[str]
    features: Mapping[str, float]


def join_rivals(clusters: Sequence[Cluster], ratings: Ratings) -> list[Cluster]:
    """Bring clusters together that answer one question, the surest first."""
    home = {i: list(cluster) for i, cluster in enumerate(clusters)}
    told = {i: by_document(cluster) for i, cluster in home.items()}
    joined: dict[int, int] = {}

    def place(k: int) -> int:
        while k in joined:
            joined[k] = joined.get(joined[k], joined[k])
            k = joined[k]
        return k

    for rivals in _surest(find_rivals(clusters, ratings, slack=0.0), ratings):
        i, j = sorted(map(place, rivals.places))
        if i == j or any_apart(home[i], home[j], ratings):
            continue
        if contradict_themselves(told[i], told[j]) <= rivals.twice:
            home[i] += home.pop(j)
            for doc_id, claims in told.pop(j).items():
                told[i].setdefault(doc_id, []).extend(claims)
            joined[j] = i
    return list(home.values())


def _surest(found: Iterator[Rivals], ratings: Ratings) -> list[Rivals]:
    """Those for which enough speaks, the most first."""
    model = ratings.setting.model
    sure = []
    for rivals in found:
        asked = model.rivals if rivals.exclude else model.companions
        over = asked.log_odds(rivals.features) - asked.cut
        if over >= 0:
            sure.append((-over, rivals.places, rivals))
    return [rivals for *_, rivals in sorted(sure, key=lambda one: one[:2])]


def find_rivals(clusters: Sequence[Cluster], ratings: Ratings, *, slack: float = math.inf) -> Iterator[Rivals]:
    """Every two clusters that may answer one question, whose needed slots are the same if they exclude each other.

    Args:
        clusters: What agrees.
        ratings: Of their claims.
        slack: How far below the cut the log odds of two may be at best (see `compare`); the others are left out.
    """
    told = Told(clusters)
    for i, j in candidates(clusters):
        a, b = clusters[i], clusters[j]
        if told.by_one(i, j) or any_apart(a, b, ratings) or told.is_answered_twice(i, j):
            continue
        found = compare((i, j), a, b, ratings, told, slack=slack)
        if found and not (_may_not_accuse(found, told, ratings) if found.exclude else found.twice):
            yield found


def compare(  # noqa: PLR0913 - two clusters, and all that is known of them
    places: tuple[int, int], a: Cluster, b: Cluster, ratings: Ratings, told: Told, *, slack: float = math.inf
) -> Rivals | None:
    """Two clusters as rivals; None where no two of their claims are of two documents, or too little may speak.

    That is so where the log odds are further below the cut than `slack`, whatever the lead, which costs the most.
    """
    rated = [
        (rating, c, d)
        for c, d in product(a[:SAMPLE], b[:SAMPLE])
        if c.fact.document.doc_id != d.fact.document.doc_id and (rating := ratings.of(c, d)) is not None
    ]
    if not rated:
        return None
    i, j = places
    apart = [one for one in rated if not one[1].interval.meets(one[2].interval)]
    exclude = bool(apart)
    told_of = apart or rated
    keyed = [one for one in told_of if ratings.unique.are_answers(*one[1:], exclude=exclude)]
    alike, c, d = max(keyed or told_of, key=lambda one: one[0])
    features = {
        "mean": fmean(rating for rating, *_ in rated),
        "lead": LEAD,
        "gap": _gap(c, d, is_keyed=bool(keyed)),
        "support": math.log(told.support(i, j)),
        "keyed": float(bool(keyed)),
        "beside": float(told.beside(c, d, places)),
        "twice": 0.0,
        **measured(c, d, ratings.setting),
    }
    asked = ratings.setting.model.rivals if exclude else ratings.setting.model.companions
    lead = math.copysign(LEAD, asked.features["lead"])
    if asked.log_odds({**features, "lead": lead}) < asked.cut - slack - _ROUNDING:
        return None
    twice = contradict_themselves(told.by[i], told.by[j])
    features["twice"] = float(bool(twice))
    next_best = max(ratings.best(c, d, told.explained(d, c, j)), ratings.best(d, c, told.explained(c, d, i)))
    features["lead"] = max(min(alike - next_best, LEAD), -LEAD)
    if features["lead"] < 0 and not are_swapped(c, d):  # among many prices, two differ by a digit by chance
        features["slip"] = 0.0
    return Rivals(places, (c, d), exclude, twice, features)


def _may_not_accuse(found: Rivals, told: Told, ratings: Ratings) -> bool:
    """Whether the likest two lack a slot or add up, or a report knows the toll of one cluster from another event."""
    one, other = (_is_elsewhere(told.by[place]) for place in found.places)
    return one != other or bool(ratings.lacks(*found.pair)) or _add_up(*found.pair, ratings)


def _is_elsewhere(by_document: Mapping[str, Cluster]) -> bool:
    """Whether a report gives a toll of another event alone: those who name none may mean that one, too."""
    return any(
        all(claim.toll is not None and claim.fact.about is not None for claim in claims)
        for claims in by_document.values()
    )


def _add_up(a: Claim, b: Claim, ratings: Ratings) -> bool:
    low, high = sorted((a, b), key=lambda claim: claim.low)
    return ratings.is_part_told_with_another(low, high)


def candidates(clusters: Sequence[Cluster]) -> list[tuple[int, int]]:
    """Every two clusters that share a measure, a noun, a subject's word or digits; of many, those that stand close."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for i, cluster in enumerate(clusters):
        for key in dict.fromkeys(key for claim in cluster[:SAMPLE] for key in _keys(claim)):
            blocks[key].append(i)
    return sorted({(i, j) for block in blocks.values() for place, j in enumerate(block) for i in _before(block, place)})


def _before(block: Sequence[int], place: int) -> Sequence[int]:
    """The clusters of a block that one is held against: all before it, of many the first and the last."""
    half = _MOST // 2
    return block[:place] if place <= _MOST else (*block[:half], *block[place - half : place])


def _keys(claim: Claim) -> Iterator[Hashable]:
    fact = claim.fact
    if fact.dimension != "count" or not is_general(fact.measure):
        yield claim.dimension, fact.measure
    if claim.kind is not None:
        yield claim.dimension, "noun", claim.kind.name
    for term in claim.subject:
        yield claim.dimension, "subject", term
    for slip in slips_of(fact.interval.value or 0.0):
        yield claim.dimension, "slip", slip


def _gap(a: Claim, b: Claim, *, is_keyed: bool) -> float:
    """By which share of the higher figure the lower one lies below it, 0 to 1.

    None of "nobody was hurt" and "12 hurt", where both reports open with it: that is denied, not some of it. None
    of the one length or strength that each report gives, which may be told near or far off.
    """
    low, high = sorted(abs(claim.interval.low or claim.interval.high or 0.0) for claim in (a, b))
    if is_keyed and _is_told_far_off(a) and high < low * _ORDER:
        return 0.0
    is_denied = not low and a.is_prominent and b.is_prominent
    return 1 - low / high if high and not is_denied else 0.0


def _is_told_far_off(claim: Claim) -> bool:
    """Whether reports often tell such a figure far apart: how long something lasted, how deep or strong it was."""
    return claim.fact.measure == "duration" or (claim.toll is not None and claim.toll.of == "strength")


def measured(a: Claim, b: Claim, setting: Setting) -> dict[str, float]:
    """What is measured of two claims alone (see `Rivals`)."""
    one, other = a.fact.interval.value, b.fact.interval.value
    are_numbers = one is not None and other is not None and a.fact.unit == b.fact.unit
    return {
        "around": likenesses(a, b, setting)["around"],
        "named": float(_is_named(a, b, setting)),
        "noun": float(SLOTS["counted"](a, b, setting) in SAME_NOUN),
        "counted": float(a.fact.dimension == "count"),
        "lede": float(a.is_prominent and b.is_prominent),
        "slip": float(are_numbers and is_mistyped(one or 0.0, other or 0.0)),
    }


def _is_named(a: Claim, b: Claim, setting: Setting) -> bool:
    """Whether a name says what both are figures of: that of a measure, or of what they are tied to."""
    is_measure = a.fact.measure == b.fact.measure and not is_general(a.fact.measure)
    return is_measure or SLOTS["anchor"](a, b, setting)[0] is SAME
