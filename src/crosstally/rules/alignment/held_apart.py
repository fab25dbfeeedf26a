"""Quantities of one measure whose figures exclude each other and that were not compared: which slot held them apart.

The answer to "why is this not a contradiction?".
"""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from crosstally.facts.needs import is_general
from crosstally.rules.alignment.answers import excludes, may_be_one
from crosstally.rules.alignment.claim import Claim
from crosstally.rules.alignment.claims import claims_of
from crosstally.rules.alignment.levels import SLOTS
from crosstally.rules.alignment.match import are_apart
from crosstally.rules.alignment.model import estimated
from crosstally.rules.alignment.ratings import Ratings
from crosstally.rules.alignment.rivals import candidates, compare
from crosstally.rules.alignment.setting import DIFFERENT, Setting
from crosstally.rules.alignment.stated import STATED
from crosstally.rules.alignment.told import Told
from crosstally.rules.comparison.comparison import in_base_unit

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.alignment.answers import Cluster
    from crosstally.rules.quantity import Quantity

_SAMPLE = 6  # claims of a quantity that are held against another's
WORTH = 0.1
"""How likely two figures must be of one question to be worth a look: of ten such pairs, one is."""

_WORDS = "words"
_DIGITS = 3  # of a likelihood
_LEAST = 0.01  # likely; of what is less so it is not worked out how much
_MOST = 24  # quantities before it that one is held against


class HeldApart(NamedTuple):
    """Two quantities that were not compared.

    Attributes:
        event: Their event.
        measure: Their measure; of two, one that says more than a unit or a noun does.
        quantity_a: The one.
        quantity_b: The other.
        slot: What held them apart: a slot; "document" where one report gives both; "words" where too little spoke for
            one question; "decision" where a person did.
        reason: Why, in words.
        ratio: How many times the lower figure the higher one is; None from nought, and where one is vague.
        likelihood: How likely the two are of one question all the same, 0 to 1, as estimated; None where a slot keeps
            them apart for good, one report gives both, or a person decided.
    """

    event: str
    measure: str
    quantity_a: str
    quantity_b: str
    slot: str
    reason: str
    ratio: float | None
    likelihood: float | None = None

    @property
    def pair(self) -> frozenset[str]:
        """Both, whichever stands first."""
        return frozenset({self.quantity_a, self.quantity_b})


class Held(NamedTuple):
    """What holds claims apart.

    Attributes:
        slot: As in `HeldApart`.
        reason: As in `HeldApart`.
        is_sure: Whether they can't be of one question, for all that is known.
    """

    slot: str
    reason: str
    is_sure: bool = True


def all_held_apart(facts: Sequence[Fact], quantities: Sequence[Quantity]) -> Iterator[HeldApart]:
    """Every two quantities of an event that were held apart, in their order.

    Of many quantities of one measure, each is held against those just before it. Then come those of two measures or of
    two nouns that may well be of one question all the same: a loot and a sum of money.
    """
    claims = claims_of(facts)
    by_id = {claim.fact.fact_id: claim for claim in claims}
    ratings = Ratings(claims, Setting(claims, estimated()))
    clusters = [[by_id[fact.fact_id] for fact in quantity.facts] for quantity in quantities]
    told = Told(clusters)
    alike = dict.fromkeys(_of_one_measure(clusters, quantities))
    for i, j in alike:
        if excludes(clusters[i], clusters[j]):
            held = _held(clusters[i], clusters[j], ratings)
            yield _row(quantities[i], quantities[j], held, _likelihood((i, j), clusters, held, ratings, told))
    others = (pair for pair in candidates(clusters) if pair not in alike)
    for i, j in others:
        if excludes(clusters[i], clusters[j]) and may_be_one(clusters[i], clusters[j], ratings):
            held = _held(clusters[i], clusters[j], ratings)
            likelihood = _likelihood((i, j), clusters, held, ratings, told, least=WORTH)
            if likelihood is not None and likelihood >= WORTH:
                yield _row(quantities[i], quantities[j], held, likelihood)


def _of_one_measure(clusters: Sequence[Cluster], quantities: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """The places of every two quantities of one measure and noun, of many each with those just before it."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for i, own in enumerate(clusters):
        if own:
            noun = None if own[0].is_of_people else own[0].kind
            blocks[quantities[i].measure, own[0].dimension, noun].append(i)
    for block in blocks.values():
        for place, j in enumerate(block):
            for i in block[max(0, place - _MOST) : place]:
                yield i, j


def _row(one: Quantity, other: Quantity, held: Held, likelihood: float | None) -> HeldApart:
    measure = one.measure if is_general(other.measure) else other.measure
    ids = one.quantity_id, other.quantity_id
    return HeldApart(other.event, measure, *ids, held.slot, held.reason, _ratio(one, other), likelihood)


def _likelihood(  # noqa: PLR0913 - two clusters, and all that is known of them
    places: tuple[int, int],
    clusters: Sequence[Cluster],
    held: Held,
    ratings: Ratings,
    told: Told,
    *,
    least: float = _LEAST,
) -> float | None:
    """How likely two quantities are of one question, 0 where that is below the least; None where they can't be."""
    if held.is_sure:
        return None
    one, other = (clusters[place] for place in places)
    model = ratings.setting.model
    lacking = 0.0 if held.slot == _WORDS else model.lacking
    slack = model.rivals.cut + lacking - math.log(least / (1 - least))
    found = compare(places, one, other, ratings, told, slack=slack)
    if found is None:
        return 0.0
    return round(1 / (1 + math.exp(-model.rivals.log_odds(found.features) - lacking)), _DIGITS)


def held_apart(one: Sequence[Fact], other: Sequence[Fact], event: Sequence[Fact]) -> Held:
    """What holds the claims on two quantities of an event apart."""
    claims = claims_of(event)
    by_id = {claim.fact.fact_id: claim for claim in claims}
    a, b = ([by_id[fact.fact_id] for fact in facts] for facts in (one, other))
    return _held(a, b, Ratings(claims, Setting(claims, estimated())))


def _held(a: list[Claim], b: list[Claim], ratings: Ratings) -> Held:
    pairs = list(product(a[:_SAMPLE], b[:_SAMPLE]))
    for c, d in pairs:
        if are_apart(c, d, ratings.setting):
            return _differing(c, d, ratings.setting)
    if not may_be_one(a, b, ratings):
        return Held("document", "one report gives both")
    c, d = max(pairs, key=lambda pair: ratings.of(*pair) or -math.inf)
    if lacking := ratings.lacks(c, d):
        slot, reason = lacking
        return Held(slot, _with_values(slot, reason, c, d), is_sure=False)
    return Held(_WORDS, "nothing tells them apart, but too little speaks for one figure: read both", is_sure=False)


def _differing(a: Claim, b: Claim, setting: Setting) -> Held:
    """The first slot in which two claims differ."""
    compared = ((slot, *compare(a, b, setting)) for slot, compare in SLOTS.items())
    slot, reason = next((slot, reason) for slot, verdict, reason in compared if verdict is DIFFERENT)
    return Held(slot, _with_values(slot, reason, a, b))


def _with_values(slot: str, reason: str, a: Claim, b: Claim) -> str:
    """``two groups (woman / child)``."""
    said = [_stated(slot, claim) for claim in (a, b)]
    return reason if len({*said}) == 1 else f"{reason} ({' / '.join(value or 'not said' for value in said)})"


def _stated(slot: str, claim: Claim) -> str | None:
    if slot == "group":  # a noun may name one by itself
        return "; ".join(sorted(claim.groups)) or None
    return STATED[slot](claim.fact) if slot in STATED else None


def _ratio(one: Quantity, other: Quantity) -> float | None:
    values = [_in_base_unit(quantity) for quantity in (one, other)]
    if None in values or 0 in values:
        return None
    low, high = sorted(abs(value) for value in values if value is not None)
    return high / low


def _in_base_unit(quantity: Quantity) -> float | None:
    written = next((fact for fact in quantity.facts if fact.unit == quantity.unit), None)
    return quantity.best if written is None else in_base_unit(written, quantity.best)
