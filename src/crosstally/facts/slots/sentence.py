"""A sentence as its slots are read: its tokens and cues, its figures with their measures and scopes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosstally.facts.cues.engine import Cues
from crosstally.facts.fact import Scope
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.tokens import Tokens


class Sentence(NamedTuple):
    """One sentence with figures, which stand in their order, each with a measure and a scope."""

    tokens: Tokens
    cues: Cues
    figures: Sequence[Figure]
    measures: Sequence[Measure | None]
    scopes: Sequence[Scope]
