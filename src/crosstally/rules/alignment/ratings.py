"""What speaks for every two claims of an event answering one question, asked once."""

from __future__ import annotations

import math
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from crosstally.facts.needs import OF_A_PERSON, is_general, needs, recurs
from crosstally.rules.alignment.era import era_of
from crosstally.rules.alignment.leading import are_of_two
from crosstally.rules.alignment.levels import SLOTS
from crosstally.rules.alignment.match import question
from crosstally.rules.alignment.setting import SAME

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Sequence

    from crosstally.rules.alignment.claim import Claim
    from crosstally.rules.alignment.setting import Setting

_SIZES = frozenset({"length", "area", "volume", "mass", "speed"})
"""Dimensions of which a thing mostly has one size, unlike its times, shares and prices."""


def _are_of_one_event(a: Claim, b: Claim) -> bool:
    return (a.era, a.fact.about) == (b.era, b.fact.about)


def _is_same_toll(a: Claim, b: Claim) -> bool:
    one, other = a.fact, b.fact
    return (one.measure, one.about, one.per, one.increment, a.groups) == (
        other.measure,
        other.about,
        other.per,
        other.increment,
        b.groups,
    )


def _names(noun: str, claim: Claim, _: Claim) -> bool:
    return noun in claim.subject


class Ratings:
    """The ratings of an event's claims, each asked when it is first wanted."""

    def __init__(self, claims: Sequence[Claim], setting: Setting) -> None:
        """Take all claims of an event."""
        self.setting = setting
        self._known: dict[tuple[int, int], float | None] = {}
        self._told: dict[tuple[str, Hashable], list[Claim]] = defaultdict(list)
        for claim in claims:
            self._told[claim.fact.document.doc_id, claim.dimension].append(claim)

    def of(self, a: Claim, b: Claim) -> float | None:
        """The log odds that two claims answer one question; None where a slot keeps them apart."""
        key = (a.order, b.order) if a.order < b.order else (b.order, a.order)
        if key not in self._known:
            self._known[key] = question(a, b, self.setting)
        return self._known[key]

    def best(self, claim: Claim, like: Claim, without: Collection[int]) -> float:
        """The best rating of a claim in the document of another, among claims of its dimension; minus infinity if none.

        What that document tells of another event or year than the other claim is of is no answer beside it.

        Args:
            claim: The claim.
            like: The other.
            without: The places of claims that are left out.
        """
        others = self._told[like.fact.document.doc_id, like.dimension]
        beside = (other for other in others if other.order not in without and _are_of_one_event(other, like))
        rated = (self.of(claim, other) for other in beside)
        return max((rating for rating in rated if rating is not None), default=-math.inf)

    def are_answers(self, a: Claim, b: Claim, *, exclude: bool) -> bool:
        """Whether each is the one such figure of its document: the slots decide alone.

        So are two tolls of people, of which an event has but one, that lead their documents, two ages, or numbers of
        children, of a person who is named in full or is the one of a role ("the gunman"), two lengths of what went on,
        and two sizes of one thing: "the fire burnt 900 hectares", "a fire of 1,400 hectares".

        Args:
            a: A claim.
            b: A claim of another document.
            exclude: Whether their figures exclude each other; then the only two figures of a measure are answers, too.
        """
        leading = _is_same_toll(a, b) and self._leads(a) and self._leads(b)
        is_known = leading or self._are_of_one(a, b) or self._are_sizes(a, b)
        return is_known or (exclude and self._are_of_measure(a, b))

    def _are_of_one(self, a: Claim, b: Claim) -> bool:
        """Whether both are of one person, by two names or a role, or of one thing that went on, and no others are."""
        measure = a.fact.measure
        if measure != b.fact.measure or measure not in {*OF_A_PERSON, "duration"}:
            return False
        if a.is_named and b.is_named and measure in OF_A_PERSON:
            return len(a.anchor & b.anchor) > 1
        return a.anchor == b.anchor != frozenset() and self._give_one(a, b, lambda c, d: c.anchor == d.anchor)

    def _are_of_measure(self, a: Claim, b: Claim) -> bool:
        """Whether each is the only whole of a measure that its document gives, of no two places and no two subjects.

        Some word around them must be one: "50 people gathered in a house", "hundreds crammed into a school".
        """
        is_told_so = is_general(a.fact.measure) or recurs(a.fact.measure) or a.fact.measure in OF_A_PERSON
        if is_told_so or not (_is_same_toll(a, b) and a.is_whole and b.is_whole):
            return False
        are_of_two_subjects = a.subject and b.subject and not a.subject & b.subject
        if are_of_two_subjects or not a.around & b.around:
            return False
        is_elsewhere = SLOTS["place"](a, b, self.setting)[1] == "two places"
        return not is_elsewhere and self._give_one(a, b, lambda c, d: c.fact.measure == d.fact.measure)

    def _are_sizes(self, a: Claim, b: Claim) -> bool:
        """Whether both measure a thing by a noun of their subjects, of which their documents give no other size."""
        is_of_one_time = era_of(a.fact) == era_of(b.fact)  # not the fire of another year
        if a.fact.dimension not in _SIZES or a.fact.measure != b.fact.measure or not is_of_one_time:
            return False
        named = a.subject & b.subject - a.names - b.names - a.persons - b.persons - a.anchor - b.anchor
        return any(self._give_one(a, b, partial(_names, noun)) for noun in named)

    def _give_one(self, a: Claim, b: Claim, are_alike: Callable[[Claim, Claim], bool]) -> bool:
        """Whether the documents of two claims give no figure like them that excludes them."""
        return all(
            claim.interval.meets(other.interval)
            for claim in (a, b)
            for other in self._told[claim.fact.document.doc_id, claim.dimension]
            if are_alike(other, claim)
        )

    def _leads(self, claim: Claim) -> bool:
        """Whether it is the largest such whole of its document's headline and lede that its speaker gives."""
        if not claim.is_single_toll:
            return False
        told = self._told[claim.fact.document.doc_id, claim.dimension]
        lows = [
            other.low
            for other in told
            if other.is_whole and other.is_prominent and _is_same_toll(other, claim) and not are_of_two(other, claim)
        ]
        return claim.is_whole and claim.is_prominent and claim.low == max(lows)

    def is_part_told_with_another(self, low: Claim, high: Claim) -> bool:
        """Whether the report of either figure tells of others who make the lower one up to the higher one.

        "They brought 48 people ashore. Another 13 swam": 48 is no answer to 61, nor are the two of "one man and two
        women were shot" to three.
        """
        a, b = low.fact.interval.value, high.fact.interval.value
        if self._is_rest(low, high):
            return True
        if a is None or b is None or low.fact.dimension != "count":
            return False
        told = self._told[low.fact.document.doc_id, low.dimension]
        others = [other for other in told if other is not low and other.fact.measure in {low.fact.measure, "count"}]
        if any(other.fact.increment == "new" and other.fact.interval.value == abs(b - a) for other in others):
            return True
        beside = [other for other in others if other.fact.sentence_id == low.fact.sentence_id and other.is_of_people]
        return low.is_of_people and sum(other.fact.interval.value or 0.0 for other in beside) == abs(b - a)

    def _is_rest(self, low: Claim, high: Claim) -> bool:
        """Whether the higher figure's own report tells of a part that leaves the lower: "60,000, | 10,000 of them".

        Of a toll such a part is what sets two reports apart, and is told as that: the dead with and without the gunman.
        """
        if low.toll is not None or high.toll is not None:
            return False
        whole, rest = high.fact.interval.value, low.fact.interval.low
        told = self._told[high.fact.document.doc_id, high.dimension]
        parts = (other.fact.interval.value for other in told if other.fact.part_of == high.fact.fact_id)
        return whole is not None and any(part is not None and whole - part == rest for part in parts)

    def lacks(self, a: Claim, b: Claim) -> tuple[str, str] | None:
        """The first slot, with its reason, that must be the same before two figures may accuse, and is not."""
        for slot in dict.fromkeys((*needs(a.fact.measure), *needs(b.fact.measure))):
            verdict, reason = SLOTS[slot](a, b, self.setting)
            if verdict is not SAME:
                return slot, reason
        return None
