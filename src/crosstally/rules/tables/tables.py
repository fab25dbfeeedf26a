"""The tables of a run. Needs no pandas, so that whoever only names the type need not load it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pandas as pd


class Tables(NamedTuple):
    """What a run says, as tables.

    Attributes:
        facts: One row a figure.
        quantities: One row a thing that is counted or measured once in the world.
        findings: One row for what a rule has to say.
        codings: One row for what a coder types of an event: a measure, and a group or all.
        decisions: One row for what a person decided, and what it did.
        held_apart: One row for two quantities that exclude each other and were not compared, with the reason.
    """

    facts: pd.DataFrame
    quantities: pd.DataFrame
    findings: pd.DataFrame
    codings: pd.DataFrame
    decisions: pd.DataFrame
    held_apart: pd.DataFrame
