"""A claim: a fact as alignment sees it. One function reads each slot of a quantity's identity, once a fact."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from crosstally.facts.base_forms import base_forms, idle_forms
from crosstally.facts.fact import IN_ALL, Fact, tells_of_one
from crosstally.facts.needs import is_general, stands
from crosstally.facts.places import innermost, known_place
from crosstally.rules.alignment.kinds import PERSON, Kind, counts_persons, kind_of
from crosstally.rules.alignment.persons import is_named
from crosstally.rules.alignment.terms import words_of
from crosstally.rules.comparison.coins import currency_of
from crosstally.rules.comparison.comparison import comparable, in_unit_of
from crosstally.rules.comparison.digits import is_rounded
from crosstally.rules.comparison.era import days_of, era_of
from crosstally.rules.toll import Toll, is_of_people, toll

if TYPE_CHECKING:
    from collections.abc import Hashable

    from crosstally.facts.intervals import Interval
    from crosstally.rules.alignment.persons import Persons
    from crosstally.rules.alignment.terms import Terms

LEDE = 400  # code points of a text that hold its headline and lede
_ROUNDED = 0.1  # how far a figure and its rounded conversion may lie apart: 75 km, 50 miles is further
_DATED = {"count", "currency", "dimensionless", "magnitude"}  # what differs from year to year; lengths and ages do not
_OF_ITS_OWN = frozenset(
    {"document", "section", "start", "end", "sentence_start", "quote", "sentence", "interval", "unit", "part_of"}
)
"""What no slot is compared by, but those of the figure: where a fact stands, and the figure itself."""

_REMEMBERED = 1 << 13  # texts of slots

Days = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact with its slots.

    Attributes:
        fact: The fact.
        order: Its place among the facts of the event.
        interval: Its figure as it is compared.
        toll: How its measure behaves; None when the event may have any number of its kind.
        kind: The kind of the counted things; of a measured figure, its dimension.
        groups: Who or which of them it counts, where that is narrowed: "child".
        subject: The words it is about, in base form.
        words: Those of the quote itself.
        around: Those around it.
        names: The names close by, in small letters.
        anchor: The names it is tied to: the person of an age, in full if the event tells, the start of a distance.
        persons: The names of the persons that its subject names, as far as an age of the event is of them: "Bo Rusk".
        places: Where, the words of each place in small letters.
        days: The first and last day it speaks of, when the text says.
        era: The year or month it speaks of, when that is not the event's own time.
        is_part: Whether it is some of what its measure counts; "113 of the 168 on board were rescued" are all rescued.
        whole: Of a part, what the figure allows that it is a part of; None where the text gives none.
        is_sum: Whether it is told as a sum of all so far beside one of those that it adds up.
        is_addend: Whether it is one of several of its measure told side by side: "the mayor and | three aides | died".
        beside: Of a bare number of people, the leading tolls of its report that it is no figure of.
    """

    fact: Fact
    order: int
    interval: Interval
    toll: Toll | None
    kind: Kind | None
    groups: Terms
    subject: Terms
    words: Terms
    around: Terms
    names: Terms
    anchor: Terms
    places: tuple[Terms, ...]
    days: Days | None
    era: str | None
    is_part: bool
    whole: Interval | None = None
    persons: Terms = frozenset()
    is_sum: bool = False
    is_addend: bool = False
    beside: Terms = frozenset()

    @property
    def low(self) -> float:
        """The least that it allows."""
        return self.interval.low or 0.0

    @property
    def is_prominent(self) -> bool:
        """Whether it stands in the headline or the lede."""
        return is_prominent(self.fact)

    @property
    def is_of_people(self) -> bool:
        """Whether it counts people."""
        return counts_persons(self.kind)

    @property
    def is_named(self) -> bool:
        """Whether an age is of somebody with a name, and not of "the gunman" whom nobody names."""
        return is_named(self.fact) or self.anchor != words_of(self.fact.anchor)

    @property
    def counts_anybody(self) -> bool:
        """Whether it does not say which people it counts."""
        return self.kind in {None, PERSON}

    @property
    def is_single_toll(self) -> bool:
        """Whether it is a toll of people of which an event has one."""
        return self.toll is not None and self.toll.single and self.toll.of == "people"

    @property
    def is_whole(self) -> bool:
        """Whether it is stated as a whole; "both victims" and "the other three" go back to figures named before.

        A strength is one and the same however often it is named: "the magnitude 6.2 quake".
        """
        if self.toll is not None and self.toll.of == "strength":
            return self.fact.scope == "total"
        return self.fact.scope == "total" and not self.fact.definite and not tells_of_one(self.fact)

    @property
    def dimension(self) -> Hashable:
        """What two figures must share to be compared: how often is no number of things, money is never converted."""
        fact = self.fact
        is_often = fact.counted == "time" and is_general(fact.measure)
        return (
            currency_of(fact.unit) if fact.dimension == "currency" else fact.dimension,
            fact.measure == "age",
            is_often,
        )

    @property
    def look(self) -> Hashable:
        """All that slots are compared by: everything but the figure, and where it stands."""
        return _slots_of_fact(self.fact), _slots_of_claim(self), self.is_prominent

    def is_of_event_of(self, other: Claim) -> bool:
        """Whether both are told of one year, and of the event of their documents or of one other."""
        return (self.era, self.fact.about) == (other.era, other.fact.about)

    def has_figure_of(self, other: Claim) -> bool:
        """Whether both were written with the same figure, the one rounded it may be: 41.2 and 41."""
        a, b = self.fact.interval, other.fact.interval
        if self.fact.unit != other.fact.unit:
            converted = in_unit_of(self.fact, other.fact).value
            near = converted is not None and b.value is not None and math.isclose(converted, b.value, rel_tol=_ROUNDED)
            return near and self.interval.meets(other.interval)
        if a.value is None or b.value is None:
            return (a.low, a.high) == (b.low, b.high)
        return a.value == b.value or is_rounded(a.value, b.value)

    @property
    def written(self) -> float | None:
        """The number as it is written, of a bound too: the 1,100 of "more than 1,100"."""
        figure = self.fact.interval
        return next((value for value in (figure.value, figure.low, figure.high) if value is not None), None)


_slots_of_fact = attrgetter(*sorted({one.name for one in fields(Fact)} - _OF_ITS_OWN))
_slots_of_claim = attrgetter(*(one.name for one in fields(Claim) if one.name not in {"fact", "order", "interval"}))


def claim_of(fact: Fact, order: int, persons: Persons, whole: Fact | None = None) -> Claim:
    """Read a fact for alignment, with the persons of its event, and the whole that it is a part of."""
    known = toll(fact.measure)
    kind = _kind(fact)
    return Claim(
        fact=fact,
        order=order,
        interval=comparable(fact),
        toll=known,
        kind=kind,
        groups=_groups(fact, kind) - {known.whom if known else None},
        subject=base_forms(fact.subject),
        words=base_forms(fact.quote),
        around=_around(fact.context),
        names=words_of(fact.names),
        anchor=persons.anchor(fact),
        places=tuple(words_of(known_place(place)) for place in innermost(fact.place)) if fact.place else (),
        days=None if stands(fact.measure) else days_of(fact.event_time),
        era=era_of(fact) if fact.dimension in _DATED else None,
        is_part=fact.scope == "part" and (whole is None or _is_of(fact, whole, known)),
        whole=None if whole is None else comparable(whole),
        persons=persons.named_in(fact.subject),
    )


def _is_of(fact: Fact, whole: Fact, known: Toll | None) -> bool:
    """Whether a part is of what its whole counts.

    Of those aboard, "113 of the 168 were rescued" are all rescued; of 60 seats or votes, 34 are all that somebody has.
    """
    if is_general(fact.measure):
        return True
    is_of_somebody = known is None and fact.dimension == "count" and not stands(fact.measure)
    return whole.measure == fact.measure and not is_of_somebody


def _groups(fact: Fact, kind: Kind | None) -> Terms:
    """The groups that the text narrows a figure to; a noun for some people names one by itself."""
    if fact.group:
        return frozenset(fact.group.split("; "))
    return frozenset({kind.name}) if kind is not None and kind.apart else frozenset()


@lru_cache(maxsize=_REMEMBERED)
def _around(context: str | None) -> Terms:
    return words_of(context) - idle_forms()


def is_prominent(fact: Fact) -> bool:
    """Whether a fact stands in the headline or the lede."""
    return fact.section == "title" or fact.start < LEDE


def rolling(fact: Fact) -> str | None:
    """The time that rolls on, of a figure that counts what came in it: "in the past 24 hours"."""
    return None if fact.period == IN_ALL else fact.period


def _kind(fact: Fact) -> Kind | None:
    if fact.dimension != "count":
        return Kind(fact.dimension)
    return kind_of(fact.counted, people=is_of_people(fact.measure))
