"""A claim: a fact as alignment sees it, and what may be said of two of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from crosstally.facts.fact import IN_ALL, tells_of_one
from crosstally.rules.alignment.context import Context, context_of
from crosstally.rules.alignment.era import days_of, era_of
from crosstally.rules.alignment.kinds import Kind, Relation, counts_persons, kind_of, relate_kinds
from crosstally.rules.comparison.comparison import agree, comparable, in_unit_of
from crosstally.rules.tolls.tolls import Toll, toll

if TYPE_CHECKING:
    from collections.abc import Hashable

    from crosstally.facts.fact import Fact
    from crosstally.facts.intervals import Interval

_ROUNDED = 0.1  # how far a figure and its rounded conversion may lie apart: 75 km, 50 miles is further
LEDE = 400  # code points of a text that hold its headline and lede
_DATED = {"count", "currency", "dimensionless", "magnitude"}  # what differs from year to year; lengths and ages do not
_CONVERSION = 40  # a figure and its conversion in brackets stand this close


_GENERAL = {"count": "count", "distance": "length"}  # measures that a report falls back on, by dimension
_DISPARITY = 30  # tolls so many times apart are hardly of one event
_MEASURED_DISPARITY = 12  # other figures so many times apart are hardly of one thing; a slipped zero is ten times
_FEW = 10.0  # what "none" is taken for when that is asked

Block = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact with everything that alignment asks of it, read once.

    Attributes:
        fact: The fact.
        order: Its place among the facts of the event.
        interval: Its figure as it is compared.
        kind: The kind of the counted things; of a measured figure, its dimension.
        toll: How its measure behaves; None when the event may have any number of its kind.
        context: What is said around it.
        era: The year or month it speaks of, when that is not the event's own time.
        days: The first and last day it speaks of, when the text says.
        period: Of a toll, the time that rolls on: "in the past 24 hours".
    """

    fact: Fact
    order: int
    interval: Interval
    kind: Kind | None
    toll: Toll | None
    context: Context
    era: str | None
    days: tuple[str, str] | None
    period: str | None = None

    @property
    def is_prominent(self) -> bool:
        """Whether it stands in the headline or the lede."""
        return is_prominent(self.fact)

    @property
    def is_total(self) -> bool:
        """Whether it is stated as a whole; "both victims" and "the other three" go back to figures named before.

        A strength is one and the same however often it is named: "the magnitude 6.2 quake".
        """
        if self.toll is not None and self.toll.of == "strength":
            return self.fact.scope == "total"
        return self.fact.scope == "total" and not self.context.is_definite and not tells_of_one(self.fact)

    @property
    def block(self) -> Block:
        """What two claims must share to be looked at together; currencies are never converted."""
        fact = self.fact
        dimension = fact.unit if fact.dimension == "currency" else fact.dimension
        named = None if self.kind is None else self.kind.within or self.kind.name
        if self.toll and self.toll.of != "things":
            return (fact.measure, dimension, fact.per, None, self.era, None)
        is_specific = fact.measure not in _GENERAL and self.toll is None and fact.dimension not in _GENERAL.values()
        trend = None if self.toll else fact.trend  # "dropped four bombs"
        return (fact.measure if is_specific else None, dimension, fact.per, named, self.era, trend)

    @property
    def traits(self) -> Hashable:
        """All that can set it apart from a claim in another sentence (see `relate`)."""
        beside = self.context.beside if self.fact.measure == "age" else None
        return self.fact.measure, self.kind, self.context.origin, beside

    @property
    def sentence_id(self) -> Hashable:
        """The sentence it stands in."""
        return _sentence_id(self.fact)

    def has_figure_of(self, other: Claim) -> bool:
        """Whether both were written with the same figure."""
        a, b = self.fact.interval, other.fact.interval
        if self.fact.unit != other.fact.unit:
            converted = in_unit_of(self.fact, other.fact).value
            near = converted is not None and b.value is not None and math.isclose(converted, b.value, rel_tol=_ROUNDED)
            return near and self.interval.meets(other.interval)
        return (a.low, a.high) == (b.low, b.high) if a.value is None else a.value == b.value


def is_prominent(fact: Fact) -> bool:
    """Whether a fact stands in the headline or the lede."""
    return fact.section == "title" or fact.start < LEDE


def claim_of(fact: Fact, order: int) -> Claim:
    """Read a fact for alignment."""
    known = toll(fact.measure)
    people = known is not None and known.of == "people"
    kind = kind_of(fact.counted, people=people) if fact.dimension == "count" else Kind(fact.dimension)
    is_count = known is not None and fact.trend is not None  # "rose to 12 on Thursday": the day it was counted
    days = None if is_count else days_of(fact.event_time)
    era = era_of(fact) if fact.dimension in _DATED else None
    return Claim(
        fact, order, comparable(fact), kind, known, context_of(fact), era, days, rolling(fact) if known else None
    )


def rolling(fact: Fact) -> str | None:
    """The time that rolls on, of a figure that counts what came in it: "in the past 24 hours"."""
    return None if fact.period == IN_ALL else fact.period


def relate(a: Claim, b: Claim) -> Relation:
    """What may be said of two claims of one block."""
    if _share_sentence(a.fact, b.fact):
        return Relation.SAME if is_conversion(a.fact, b.fact) else Relation.APART
    if a.fact.measure == "age":
        return _relate_persons(a.context.beside, b.context.beside)
    if _origins_differ(a.context.origin, b.context.origin):
        return Relation.APART
    relation = min(relate_kinds(a.kind, b.kind), _relate_measures(a.fact.measure, b.fact.measure))
    return min(relation, Relation.ALIKE) if _may_be_two(a, b) else relation


def _may_be_two(a: Claim, b: Claim) -> bool:
    """Whether something hints at two things, so that nothing but one figure joins the claims."""
    if not (a.is_total and b.is_total) or _days_differ(a.days, b.days) or _is_out_of_scale(a, b):
        return True
    if a.fact.dimension == "count" and (_places_differ(a.fact.place, b.fact.place) or _are_bodies_found(a, b)):
        return True
    if (a.period is None) != (b.period is None) and a.interval.low != b.interval.low:
        return True
    if a.toll or b.toll:
        return False
    if a.context.origin & b.context.origin:
        return False
    is_other = a.fact.counted != b.fact.counted or _names_differ(a.context.names, b.context.names)
    return is_other or counts_persons(a.kind)  # of whom nothing is said, there may be as many as there are corners


def _are_bodies_found(a: Claim, b: Claim) -> bool:
    """Whether the one counts the bodies found so far of the more that the other counts: 3 bodies, 4 dead."""
    low, high = sorted((a, b), key=lambda claim: claim.interval.low or 0.0)
    return low.fact.counted == "body" != high.fact.counted and low.interval.low != high.interval.low


def _share_sentence(a: Fact, b: Fact) -> bool:
    return _sentence_id(a) == _sentence_id(b)


def _sentence_id(fact: Fact) -> tuple[str, str, int]:
    return fact.sentence_id


def is_conversion(a: Fact, b: Fact) -> bool:
    """Whether two figures are one length in two units, side by side: "75 kilometres (50 miles)"."""
    gap = max(a.start, b.start) - min(a.end, b.end)
    return _share_sentence(a, b) and a.unit != b.unit and gap < _CONVERSION and agree(a, b)


def _relate_measures(a: str, b: str) -> Relation:
    """Say that "seized" and a bare count may be one thing, "seized" and "destroyed" are two."""
    if a == b:
        return Relation.SAME
    return Relation.ALIKE if a in _GENERAL or b in _GENERAL else Relation.APART


def _is_out_of_scale(a: Claim, b: Claim) -> bool:
    """Whether two figures are so far apart that they speak of two things: 12 killed, and the two million of a war."""
    low, high = sorted(claim.interval.low or claim.interval.high or _FEW for claim in (a, b))
    return low * (_DISPARITY if a.toll and b.toll else _MEASURED_DISPARITY) < high


def _places_differ(a: str | None, b: str | None) -> bool:
    """Whether two places are named and neither name holds the other."""
    if a is None or b is None:
        return False
    named = ([set(place.split()) for place in places.lower().split("; ")] for places in (a, b))
    return not any(first <= second or second <= first for first, second in product(*named))


def _origins_differ(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two distances are from two places: by name, or by description; the town may have that name."""
    by_name = [any(word[0].isupper() for word in origin) for origin in (a, b)]
    return bool(a and b) and not a & b and by_name[0] == by_name[1]


def _names_differ(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both stand beside names, and no name beside both: four miles from one town, seven from another."""
    return bool(a and b) and not a & b


def _days_differ(a: tuple[str, str] | None, b: tuple[str, str] | None) -> bool:
    return a is not None and b is not None and (a[1] < b[0] or b[1] < a[0])


def _relate_persons(a: frozenset[str], b: frozenset[str]) -> Relation:
    """Two ages are of one person when two names beside them are the same: of one family, one name is.

    An age without a name may be anybody's.
    """
    if len(a & b) > 1:
        return Relation.SAME
    return Relation.APART if a and b and not a & b else Relation.ALIKE
