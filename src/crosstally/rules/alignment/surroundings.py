"""How alike the words around two figures of an event are."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from crosstally.rules.alignment.claim import Claim, claim_of, relate
from crosstally.rules.alignment.context import similarity, weights
from crosstally.rules.alignment.kinds import Relation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crosstally.facts.fact import Fact


class Surroundings:
    """The words around the figures of an event, read once, when they are first asked for."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        """Keep the facts.

        Args:
            facts: All facts of the event: the rarer a word among their surroundings, the more it tells.
        """
        self._facts = facts

    def likeness(self, a: Fact, b: Fact) -> float:
        """How alike two figures are told, 0 to 1; 0 where something sets them apart: a name, a day, a place."""
        one, other = self._claims[a.fact_id], self._claims[b.fact_id]
        if relate(one, other) is not Relation.SAME:
            return 0.0
        return similarity(one.context, other.context, self._weight)

    @cached_property
    def _claims(self) -> Mapping[str, Claim]:
        return {fact.fact_id: claim_of(fact, order) for order, fact in enumerate(self._facts)}

    @cached_property
    def _weight(self) -> Mapping[str, float]:
        return weights(claim.context for claim in self._claims.values())
