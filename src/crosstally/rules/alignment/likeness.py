"""Whether two figures of an event answer one question, however far they lie apart: for rules on slips of the hand."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING

from crosstally.rules.alignment.claim import Claim
from crosstally.rules.alignment.claims import claims_of
from crosstally.rules.alignment.model import estimated
from crosstally.rules.alignment.ratings import Ratings
from crosstally.rules.alignment.rivals import LEAD, measured
from crosstally.rules.alignment.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crosstally.facts.fact import Fact


class Likeness:
    """The figures of an event as claims, read once, when they are first asked for."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        """Keep all facts of the event: the rarer a word among them, the more it tells."""
        self._facts = facts

    def answer_one_question(self, a: Fact, b: Fact) -> bool:
        """Whether the slots that must be the same are, and the words around them speak for one question."""
        one, other = self._claims[a.fact_id], self._claims[b.fact_id]
        alike = self._ratings.of(one, other)
        if alike is None or self._ratings.lacks(one, other):
            return False
        alone = dict.fromkeys(("gap", "keyed", "beside", "slip", "twice"), 0.0)
        apart = {**alone, "mean": alike, "lead": LEAD, "support": math.log(2)}
        features = {**measured(one, other, self._ratings.setting), **apart}
        return estimated().rivals.log_odds(features) >= 0  # more likely than not is enough, for it accuses nobody

    @cached_property
    def _claims(self) -> Mapping[str, Claim]:
        return {claim.fact.fact_id: claim for claim in claims_of(self._facts)}

    @cached_property
    def _ratings(self) -> Ratings:
        claims = list(self._claims.values())
        return Ratings(claims, Setting(claims, estimated()))
