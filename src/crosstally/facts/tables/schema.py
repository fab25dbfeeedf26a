"""The schema of the fact table: types, what may be missing, and what holds between the columns of a row."""

from __future__ import annotations

from typing import Annotated, Any, get_args

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from crosstally.facts.fact import Certainty, CountedBy, Increment, Parts, Scope, Section, Status, Trend
from crosstally.facts.intervals import Bound

Text = Series[pd.StringDtype]
Number = Series[pd.Float64Dtype]
Whole = Series[pd.Int64Dtype]
Flag = Series[pd.BooleanDtype]
Time = Series[Annotated[pd.DatetimeTZDtype, "us", "UTC"]]

DAY_OR_TIME = r"\d{4}(-\d{2}(-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?)?)?"
EVENT_TIME = rf"^{DAY_OR_TIME}(/{DAY_OR_TIME})?$"


def text(**field: Any) -> Any:
    """A field of text that is not blank."""
    return pa.Field(str_matches=r"\s*\S", **_allowing("text that is not blank", field))


def time(**field: Any) -> Any:
    """A field of points and spans of time."""
    return pa.Field(str_matches=EVENT_TIME, **_allowing("an ISO 8601 date, month, year or interval", field))


def optional(absent: object) -> dict[str, object]:
    """Metadata of a column that a table may lack: each of its rows is then read with this value."""
    return {"absent": absent}


def _allowing(allowed: str, field: dict[str, Any]) -> dict[str, Any]:
    return field | {"metadata": {"allowed": allowed} | field.get("metadata", {})}


def among(literal: Any, **field: Any) -> Any:
    """A field of the words that a Literal type lists."""
    return pa.Field(isin=list(get_args(literal)), **field)


class FactTable(pa.DataFrameModel):
    """One row a fact."""

    fact_id: Text = text(unique=True, description="Stable name: a hash of document, section, span and measure")
    doc_id: Text = text(description="The document it comes from")
    source: Text = text(description="Who published the document")
    published: Time = pa.Field(nullable=True, description="When, in UTC")
    title: Text = text(nullable=True, description="The document's headline, where it stands apart from the text")
    url: Text = text(nullable=True, description="Where it was published")
    issue: Whole = pa.Field(
        ge=0, nullable=True, description="Which of the numbered reports of its source it is", metadata=optional(None)
    )
    section: Text = among(Section, description="Whether start and end count in the title or in the text")
    start: Whole = pa.Field(ge=0, description="First code point of the quote")
    end: Whole = pa.Field(description="One past its last code point")
    quote: Text = text(description="The numeric expression with its hedge, noun and rate")
    sentence: Text = text(description="The sentence around it")
    sentence_start: Whole = pa.Field(
        ge=0, nullable=True, description="First code point of the sentence", metadata=optional(None)
    )
    value: Number = pa.Field(nullable=True, description="The number as written; null for a range or a vague word")
    low: Number = pa.Field(nullable=True, description="Smallest value it allows; null is unbounded")
    high: Number = pa.Field(nullable=True, description="Largest value it allows; null is unbounded")
    low_open: Flag = pa.Field(description="Whether low itself is excluded")
    high_open: Flag = pa.Field(description="Whether high itself is excluded")
    bound: Text = among(Bound, description="The hedge")
    trend: Text = among(Trend, nullable=True, description="The direction of a change")
    unit: Text = text(description="quantulum3's name of the unit; count for counted things")
    dimension: Text = text(description="quantulum3's name of the dimension; count for counted things")
    per: Text = text(nullable=True, description="The period or thing of a rate")
    counted: Text = text(nullable=True, description="Head noun of what is counted, or of whom an age is, singular")
    subject: Text = text(nullable=True, description="The words it is about")
    measure: Text = text(description="What is measured: killed, injured, money ...; count when nothing better is known")
    counted_by: Text = among(
        CountedBy, description="How it is counted: by a numeral, or without one", metadata=optional("numeral")
    )
    group: Text = text(
        nullable=True, description="Who or which of them, where the text narrows it", metadata=optional(None)
    )
    scope: Text = among(Scope, description="Whether it is a whole or a part of a larger figure")
    part_of: Text = text(nullable=True, description="The fact_id of the whole it is a part of", metadata=optional(None))
    parts: Text = among(
        Parts, nullable=True, description="How the parts listed behind it are told", metadata=optional(None)
    )
    share_of: Text = text(
        nullable=True, description="Of a share listed with others, their whole", metadata=optional(None)
    )
    increment: Text = among(
        Increment,
        description="Whether it is a running total, what came new, or the size of a change",
        metadata=optional("total"),
    )
    status: Text = among(Status, description="Whether it is asserted, denied, possible, planned or expected")
    certainty: Text = among(Certainty, nullable=True, description="How sure the count is", metadata=optional(None))
    superseded: Flag = pa.Field(
        description="Whether the text says that it no longer holds", metadata=optional(absent=False)
    )
    about: Text = text(
        nullable=True, description="Null for the document's own event; else which other", metadata=optional(None)
    )
    speaker: Text = text(nullable=True, description="Who says so")
    place: Text = text(nullable=True, description="Where it happened")
    event_time: Text = time(nullable=True, description="When it happened, ISO 8601")
    as_of: Text = time(nullable=True, description="The day or time it was counted, ISO 8601", metadata=optional(None))
    period: Text = text(nullable=True, description="The time that it covers", metadata=optional(None))
    definite: Flag = pa.Field(
        description="Whether it goes back to a figure named before", metadata=optional(absent=False)
    )
    anchor: Text = text(nullable=True, description="The names that it is tied to", metadata=optional(None))
    names: Text = text(nullable=True, description="The names close by", metadata=optional(None))
    context: Text = text(nullable=True, description="The words around it that tell most", metadata=optional(None))
    event: Text = text(nullable=True, description="The event it tells of")
    quantity_id: Text = text(nullable=True, description="The quantity it is a claim on")

    @pa.dataframe_check(title="start,end", error="start < end")
    @classmethod
    def span_has_a_length(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """No empty spans."""
        return _known(frame["start"] < frame["end"])

    @pa.dataframe_check(title="quote,start,end", error="as many characters in quote as from start to end")
    @classmethod
    def quote_fills_its_span(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """Offsets count code points."""
        return _known(frame["quote"].str.len() == frame["end"] - frame["start"])

    @pa.dataframe_check(title="quote,sentence", error="quote is part of sentence")
    @classmethod
    def sentence_holds_quote(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """White space included."""
        return _part(frame["quote"], frame["sentence"])

    @pa.dataframe_check(title="title,start,end,quote", error="title[start:end] is quote where section is title")
    @classmethod
    def title_holds_quote(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """The title stands in the table, so its spans can be checked."""
        titles = frame[frame["section"] == "title"].dropna(subset=["title", "start", "end"])
        columns = (titles[name].tolist() for name in ("title", "start", "end", "quote"))
        held = [title[start:end] == quote for title, start, end, quote in zip(*columns, strict=True)]
        return pd.Series(held, index=titles.index, dtype=bool).reindex(frame.index, fill_value=True)

    @pa.dataframe_check(title="section,title", error="a title where section is title")
    @classmethod
    def title_is_there(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """Facts of a title need one."""
        return _known((frame["section"] != "title") | frame["title"].notna())

    @pa.dataframe_check(title="low,high,low_open,high_open", error="low <= high, and where they are equal both closed")
    @classmethod
    def interval_holds_a_value(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """No empty intervals."""
        point = (frame["low"] == frame["high"]) & ~frame["low_open"] & ~frame["high_open"]
        return _known((frame["low"] < frame["high"]) | point)

    @pa.dataframe_check(title="low,low_open", error="low_open only where low is given")
    @classmethod
    def open_low_is_finite(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """Infinity is neither open nor closed."""
        return _known(~frame["low_open"] | frame["low"].notna())

    @pa.dataframe_check(title="high,high_open", error="high_open only where high is given")
    @classmethod
    def open_high_is_finite(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """Infinity is neither open nor closed."""
        return _known(~frame["high_open"] | frame["high"].notna())

    @pa.dataframe_check(title="unit,dimension", error="unit is count where dimension is count, and only there")
    @classmethod
    def counts_have_no_unit(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """Counted things have neither unit nor dimension."""
        return _known((frame["unit"] == "count") == (frame["dimension"] == "count"))

    @pa.dataframe_check(title="event,quantity_id", error="an event where there is a quantity_id")
    @classmethod
    def quantity_has_an_event(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """A quantity belongs to an event; an event may be given before there are quantities."""
        return _known(frame["quantity_id"].isna() | frame["event"].notna())

    @pa.dataframe_check(title="doc_id,source,published,title,url,issue", error="the same for all facts of a document")
    @classmethod
    def document_is_one(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """What is said of a document is said of all its facts alike."""
        about = ["source", "published", "title", "url", "issue"]
        variants = frame.groupby("doc_id")[about].transform("nunique", dropna=False)
        return _known((variants <= 1).all(axis="columns"))

    @pa.dataframe_check(title="bound,value,low,high,low_open,high_open", error="the interval that bound says")
    @classmethod
    def bound_says_the_interval(cls, frame: pd.DataFrame) -> pd.Series[bool]:
        """What each hedge makes of a number; docs/conventions.md has the table."""
        value, low, high = frame["value"], frame["low"], frame["high"]
        low_open, high_open = frame["low_open"], frame["high_open"]
        shapes = {
            "exact": (low == value) & (high == value),
            "at_least": (low == value) & ~low_open & high.isna(),
            "more_than": (low == value) & low_open & high.isna(),
            "at_most": (high == value) & ~high_open,
            "less_than": (high == value) & high_open,
            "about": (low <= value) & (value <= high),
            "range": value.isna() & low.notna() & high.notna(),
            "vague": value.isna() & (low.notna() | high.notna()),
        }
        right = ~frame["bound"].isin(list(shapes))  # an unknown bound is a failure of its own
        for bound, shape in shapes.items():
            right |= (frame["bound"] == bound) & shape.fillna(value=False)
        return _known(right)


def _known(holds: pd.Series[Any]) -> pd.Series[bool]:
    """Null compares to null: what is missing is a failure of its own or none."""
    return holds.fillna(value=True).astype(bool)


def _part(parts: pd.Series[Any], wholes: pd.Series[Any]) -> pd.Series[bool]:
    both = parts.notna() & wholes.notna()
    pairs = zip(parts[both].tolist(), wholes[both].tolist(), strict=True)
    held = [part in whole for part, whole in pairs]
    return pd.Series(held, index=parts.index[both], dtype=bool).reindex(parts.index, fill_value=True)
