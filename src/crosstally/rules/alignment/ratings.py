"""What speaks for every two claims of an event answering one question, asked once."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from crosstally.facts.needs import needs
from crosstally.rules.alignment.levels import SLOTS
from crosstally.rules.alignment.match import question
from crosstally.rules.alignment.setting import SAME
from crosstally.rules.alignment.unique import Unique
from crosstally.rules.comparison.digits import is_long_mistyped, is_swapped

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

    from crosstally.rules.alignment.claim import Claim
    from crosstally.rules.alignment.setting import Setting


_NO_NOUN = ("nothing named", "one names nothing")
"""Where nobody says what is counted; a long figure and a slip of it are of one thing all the same."""


_REST = "other"
"""The noun of those who are left beside some that are told."""


_OPEN_TO_SWAPS = frozenset({"measure", "group", "time", "increment", "scope"})
"""Slots that two figures need not share of which one is the other with two digits swapped."""


def are_swapped(a: Claim, b: Claim) -> bool:
    """Whether two digits of one changed places in the other: "the $147 million jail", "the $174 million centre"."""
    one, other = a.fact.interval.value, b.fact.interval.value
    return None not in {one, other} and a.fact.unit == b.fact.unit and is_swapped(one or 0.0, other or 0.0)


def _is_slip(a: Claim, b: Claim) -> bool:
    one, other = a.fact.interval.value, b.fact.interval.value
    return one is not None and other is not None and is_long_mistyped(one, other)


class Ratings:
    """The ratings of an event's claims, each asked when it is first wanted.

    Attributes:
        setting: What the claims are held against.
        unique: Which of them are the one such figure of their documents.
    """

    def __init__(self, claims: Sequence[Claim], setting: Setting) -> None:
        """Take all claims of an event."""
        self.setting = setting
        self._known: dict[tuple[int, int], float | None] = {}
        self._told: dict[tuple[str, Hashable], list[Claim]] = defaultdict(list)
        for claim in claims:
            self._told[claim.fact.document.doc_id, claim.dimension].append(claim)
        self.unique = Unique(self._told, setting)

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
        beside = (other for other in others if other.order not in without and other.is_of_event_of(like))
        rated = (self.of(claim, other) for other in beside)
        return max((rating for rating in rated if rating is not None), default=-math.inf)

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
        are_rest = low.fact.counted == _REST  # "killed one cyclist and hurt three | others |", of "the four it hit"
        alike = [other for other in told if are_rest or other.fact.measure in {low.fact.measure, "count"}]
        others = [other for other in alike if other is not low]
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
            is_open = (reason in _NO_NOUN and _is_slip(a, b)) or (slot in _OPEN_TO_SWAPS and are_swapped(a, b))
            if verdict is not SAME and not is_open:
                return slot, reason
        return None
