"""What two claims are held against: the verdicts of a slot, and what is known of all claims of their event."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from crosstally.rules.alignment.terms import Weights

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from crosstally.rules.alignment.claim import Claim
    from crosstally.rules.alignment.model import Model


class Verdict(Enum):
    """What a slot says of two claims."""

    SAME = "same"
    UNKNOWN = "unknown"
    DIFFERENT = "different"


SAME, UNKNOWN, DIFFERENT = Verdict

Known = dict[tuple[int, int], "float | None"]
Level = tuple[Verdict, str]
Compare = Callable[["Claim", "Claim", "Setting"], Level]

_RARE, _COMMON = 3, 10  # how often a figure is given: rarely, often, from there on very often
_ALIKE = ("no word shared", "hardly alike", "a little alike", "alike", "much alike")


class Setting:
    """What two claims of an event are held against: how much each word tells, and how often each figure is given.

    Attributes:
        model: What was estimated.
        weights: How much each word tells.
        looks: By the place of a claim, a number that it shares with all that are alike in every slot.
        agreements: Of two looks, what speaks for one quantity, as far as that was asked.
        questions: The same for one question.
        apart: Of two looks, whether a slot keeps them apart, as far as that alone was asked.
    """

    def __init__(self, claims: Sequence[Claim], model: Model) -> None:
        """Look at all claims of an event, with what was estimated on others."""
        self.model = model
        self.weights = Weights(claim.around | claim.subject | claim.words for claim in claims)
        self._given = Counter((claim.fact.dimension, claim.fact.interval.value) for claim in claims)
        numbers: dict[Hashable, int] = {}
        self.looks = {claim.order: numbers.setdefault(claim.look, len(numbers)) for claim in claims}
        self.agreements: Known = {}
        self.questions: Known = {}
        self.apart: dict[tuple[int, int], bool] = {}

    def alike(self, slot: str, likeness: float) -> str:
        """The level of a likeness, 0 to 1, in a slot of words."""
        return _ALIKE[1 + bisect_right(self.model.edges[slot], likeness)] if likeness else _ALIKE[0]

    def rarity(self, claim: Claim) -> str:
        """How often the event has the figure."""
        times = self._given[claim.fact.dimension, claim.fact.interval.value]
        return "given by few" if times <= _RARE else "given often" if times <= _COMMON else "given very often"
