"""The schemas of all tables but that of facts, and what holds between the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from crosstally.facts.fact import Certainty, Increment
from crosstally.facts.tables.failure import Failure
from crosstally.facts.tables.schema import Flag, Number, Text, Whole, among, optional, text, time
from crosstally.rules.decisions.decision import Kind
from crosstally.rules.finding import Severity
from crosstally.rules.quantity import Agreement, Extent
from crosstally.rules.tables.flat import QUANTITY_IDS


class QuantityTable(pa.DataFrameModel):
    """One row a quantity."""

    quantity_id: Text = text(unique=True, description="Stable name: a hash of the event and of what is counted")
    event: Text = text(description="The event it belongs to")
    measure: Text = text(description="What is measured, as in facts")
    subject: Text = text(nullable=True, description="What it is a figure of", metadata=optional(None))
    group: Text = text(nullable=True, description="Which of them; null for all", metadata=optional(None))
    counted: Text = text(nullable=True, description="Head noun of what is counted, singular")
    unit: Text = text(description="quantulum3's name of the unit; count for counted things")
    per: Text = text(nullable=True, description="The period or thing of a rate")
    place: Text = text(nullable=True, description="Where, when the claims say")
    about: Text = text(
        nullable=True, description="Null for the event itself; else which other", metadata=optional(None)
    )
    scope: Text = among(Extent, description="Whether they are of a whole, a part, or something other than the event")
    increment: Text = among(
        Increment, description="Whether it is a total, what came on top, or a change", metadata=optional("total")
    )
    certainty: Text = among(Certainty, nullable=True, description="How sure the count is", metadata=optional(None))
    status: Text = among(
        Agreement, description="Whether its claims agree, are updated, exclude each other or are alone"
    )
    low: Number = pa.Field(nullable=True, description="Smallest value that some claim allows; null is unbounded")
    high: Number = pa.Field(nullable=True, description="Largest value that some claim allows; null is unbounded")
    best: Number = pa.Field(nullable=True, description="The figure that the policy settles on")
    policy: Text = text(description="The name of that policy")
    decided: Flag = pa.Field(description="Whether a person settled it", metadata=optional(absent=False))
    n_facts: Whole = pa.Field(ge=0, description="How many claims there are; none of a toll that follows from others")
    n_sources: Whole = pa.Field(ge=0, description="How many sources make them")
    n_independent: Whole = pa.Field(ge=0, description="How many of these are not copies of another")

    @pa.dataframe_check(title="low,high", error="low <= high")
    @classmethod
    def interval_holds_a_value(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """No empty intervals."""
        return (frame["low"] <= frame["high"]).fillna(value=True).astype(bool)

    @pa.dataframe_check(title="best,low,high", error="low <= best <= high")
    @classmethod
    def best_is_inside(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """A policy chooses among the claims and what they make together; it invents no figure."""
        return _is_between(frame)

    @pa.dataframe_check(title="n_facts,n_sources,n_independent", error="n_facts >= n_sources >= n_independent")
    @classmethod
    def counts_descend(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """A source makes one claim or more, and copies are sources."""
        facts, sources, independent = frame["n_facts"], frame["n_sources"], frame["n_independent"]
        return ((facts >= sources) & (sources >= independent)).fillna(value=True).astype(bool)


class FindingTable(pa.DataFrameModel):
    """One row a finding."""

    finding_id: Text = text(unique=True, description="A fingerprint that survives edits elsewhere in the text")
    rule: Text = text(description="The code of the rule")
    name: Text = text(description="The name of the rule")
    severity: Text = among(Severity, description="error and warning accuse, info tells")
    event: Text = text(description="The event it is about")
    quantity_id: Text = text(nullable=True, description="The quantity it is about; null when it is about several")
    message: Text = text(description="The figures, and who says them")
    fact_ids: Series[object] = pa.Field(description="The facts it rests on, separated by spaces")

    @pa.dataframe_check(title="fact_ids", error="one fact_id or more, each once")
    @classmethod
    def facts_are_named(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """A finding without facts proves nothing."""
        named = [not isinstance(ids, list) or 0 < len(ids) == len(set(ids)) for ids in frame["fact_ids"]]
        return pd.Series(named, index=frame.index, dtype=bool)


class CodingTable(pa.DataFrameModel):
    """One row an event, a measure and a group."""

    event: Text = text(description="The event")
    measure: Text = text(description="What befell people, as in facts")
    group: Text = text(nullable=True, description="Which of them; null for all")
    low: Number = pa.Field(nullable=True, description="The least that some report allows; null is unbounded")
    best: Number = pa.Field(nullable=True, description="The figure that the policy settles on")
    high: Number = pa.Field(nullable=True, description="The most that some report allows; null is unbounded")
    policy: Text = text(description="The name of that policy")
    status: Text = among(
        Agreement, description="Whether the reports agree, one updates another, they exclude each other or one is alone"
    )
    n_sources: Whole = pa.Field(ge=0, description="How many sources give it")
    n_independent: Whole = pa.Field(ge=0, description="How many of these are not copies of another")
    decided: Flag = pa.Field(description="Whether a person settled it")
    fact_ids: Series[object] = pa.Field(description="The facts it is added up from, separated by spaces")

    @pa.dataframe_check(title="event,measure,group", error="one row each")
    @classmethod
    def are_told_once(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """An event has one coding of a measure and group."""
        return ~frame.duplicated(["event", "measure", "group"], keep=False)

    @pa.dataframe_check(title="low,best,high", error="low <= best <= high")
    @classmethod
    def best_is_inside(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """A policy chooses among what reports say."""
        return _is_between(frame)


class DecisionTable(pa.DataFrameModel):
    """One row a decision and event that it was applied in."""

    kind: Text = among(Kind, description="What was decided about: a reading, an alignment, an adjudication")
    decision: Text = text(description="What was decided, in words")
    by: Text = text(description="Who decided")
    on: Text = time(description="The day")
    reason: Text = text(description="Why")
    event: Text = text(nullable=True, description="Where it was applied; null where it matches nothing any more")
    before: Text = text(nullable=True, description="What was there before it; null where it matches nothing")
    fact_ids: Series[object] = pa.Field(description="The facts it is about that are left, separated by spaces")


class HeldApartTable(pa.DataFrameModel):
    """One row two quantities that exclude each other and were not compared."""

    event: Text = text(description="Their event")
    measure: Text = text(description="Their measure; of two, one that says more than a unit or a noun does")
    quantity_a: Text = text(description="The quantity_id of the one")
    quantity_b: Text = text(description="The quantity_id of the other")
    slot: Text = text(
        description="What held them apart: a slot, or document (one report gives both), words (they have too"
        " little in common), decision (a person did)"
    )
    reason: Text = text(description="Why, in words")
    ratio: Number = pa.Field(nullable=True, ge=1, description="How many times the lower best figure the higher one is")
    likelihood: Number = pa.Field(
        nullable=True, ge=0, le=1, description="How likely they are of one question all the same, as estimated"
    )


def broken_references(tables: Mapping[str, pd.DataFrame]) -> dict[str, list[Failure]]:
    """What tables say of each other and what is not so, by table.

    Args:
        tables: By name; facts, quantities and findings at least.
    """
    return {name: sorted(_broken(name, frame, tables)) for name, frame in tables.items()}


def broken_wholes(facts: pd.DataFrame) -> Iterator[Failure]:
    """The facts that are part of one that is not in the table."""
    if not {"fact_id", "part_of"} <= {*facts.columns}:
        return
    known = set(facts["fact_id"])
    for number, whole in enumerate(facts["part_of"], 1):
        if not pd.isna(whole) and whole not in known:
            yield Failure(number, ("part_of",), repr(whole), "a fact_id of this table, or nothing")


def _broken(name: str, frame: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> Iterator[Failure]:
    if name == "quantities":
        yield from _miscounted(frame, tables["facts"])
        return
    for column in QUANTITY_IDS:
        if column in frame:
            yield from _dangling(frame, column, tables["quantities"])
    if "fact_ids" in frame:
        yield from _unfounded(frame, tables["facts"])


def _dangling(frame: pd.DataFrame, column: str, quantities: pd.DataFrame) -> Iterator[Failure]:
    known = set(quantities["quantity_id"])
    for number, value in enumerate(frame[column], 1):
        if not pd.isna(value) and value not in known:
            yield Failure(number, (column,), repr(value), "a quantity_id of the table of quantities")


def _miscounted(quantities: pd.DataFrame, facts: pd.DataFrame) -> Iterator[Failure]:
    claims = facts["quantity_id"].value_counts()
    for number, (name, count) in enumerate(zip(quantities["quantity_id"], quantities["n_facts"], strict=True), 1):
        if count != (right := claims.get(name, 0)):
            yield Failure(number, ("n_facts",), str(count), f"{right}, the facts with its quantity_id")


def _unfounded(findings: pd.DataFrame, facts: pd.DataFrame) -> Iterator[Failure]:
    known = set(facts["fact_id"])
    for number, ids in enumerate(findings["fact_ids"], 1):
        unknown = [name for name in ids or () if name not in known]
        if unknown:
            yield Failure(number, ("fact_ids",), " ".join(unknown), "fact_ids of the table of facts")


def _is_between(frame: pd.DataFrame) -> pd.Series[bool]:
    above = (frame["best"] >= frame["low"]).fillna(value=True)
    below = (frame["best"] <= frame["high"]).fillna(value=True)
    return (above & below).astype(bool)
