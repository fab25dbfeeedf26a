"""Two claims compared slot by slot: same, unknown or different, each with its reason in words.

A slot has a few levels, and the name of a level is the reason: "the same noun", "one names no place". Where two claims
differ in a slot, they are kept apart. Of all other levels it is estimated how much they tell (see `match`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.alignment.circumstances import CIRCUMSTANCES
from crosstally.rules.alignment.figures import DIMENSION
from crosstally.rules.alignment.identity import IDENTITY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crosstally.rules.alignment.setting import Compare

SLOTS: Mapping[str, Compare] = {**IDENTITY, **CIRCUMSTANCES, **DIMENSION}
"""By its name, what compares two claims in a slot, in the order in which slots are asked and told."""

DECIDING = ("measure", "counted", "group", "anchor", "per", "trend", "increment", "status", "scope")
"""The slots that may keep two claims apart; the others say how alike they are."""
