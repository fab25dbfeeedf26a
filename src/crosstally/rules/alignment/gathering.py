"""Claims that agree with each other, kept such that it is seen at once whether one more does, however many they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crosstally.facts.intervals import Ends
from crosstally.rules.alignment.claim import Claim, relate
from crosstally.rules.alignment.group import Group, common_of

if TYPE_CHECKING:
    from collections.abc import Hashable


@dataclass(slots=True)
class Gathering:
    """A group in the making.

    Attributes:
        claims: Its claims, in the order in which they came.
        common: What every claim must meet to meet them all.
    """

    claims: Group
    common: Ends
    _of_traits: dict[Hashable, Claim] = field(default_factory=dict)
    _of_sentence: dict[Hashable, list[Claim]] = field(default_factory=dict)

    @classmethod
    def around(cls, claim: Claim) -> Gathering:
        """A gathering of one."""
        found = cls([], Ends(None, None))
        found.add(claim)
        return found

    def add(self, claim: Claim) -> None:
        """Take a claim that is welcome."""
        self.claims.append(claim)
        self.common = common_of(self.common, claim.interval)
        self._of_traits.setdefault(claim.traits, claim)
        self._of_sentence.setdefault(claim.sentence_id, []).append(claim)

    def welcomes(self, claim: Claim) -> bool:
        """Whether a claim agrees with every one here, and nothing sets it apart from any."""
        if not claim.interval.meets(self.common):
            return False
        beside = self._of_sentence.get(claim.sentence_id, ())
        return all(relate(claim, other) for other in (*beside, *self._of_traits.values()))
