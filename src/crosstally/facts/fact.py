"""A fact: one figure in one document, what it counts or measures, and the exact characters it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from crosstally.facts.document import Document
from crosstally.facts.intervals import Interval

Trend = Literal["up", "down"]
Scope = Literal["total", "part"]
Status = Literal["asserted", "denied", "possible", "planned"]
Section = Literal["title", "body"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim made by a document.

    Attributes:
        document: Where it comes from.
        section: Which text `start` and `end` count in: the document's `title`, when that stands apart, or its `text`.
        start: First code point of the quote.
        end: One past the last.
        quote: The numeric expression with its hedge, noun and rate: "at least 70 missiles".
        sentence: The sentence around it.
        interval: The figure.
        unit: quantulum3's name of the unit; "count" for counted things.
        dimension: quantulum3's entity name of the unit; "count" for counted things.
        measure: What is measured: killed, injured, duration, money ...; "count" when nothing better is known.
        trend: The direction of a change.
        per: The period or thing of a rate: "week".
        counted: Head noun, singular.
        subject: The words it is about.
        scope: Whether the figure is a whole or a part of a larger one.
        status: Whether it is asserted, denied, possible or planned.
        speaker: Who says so, where the text names somebody.
        place: Where it happened, where the sentence says.
        event_time: When it happened: an ISO 8601 date or interval.
        event: The event it is aligned to; None straight after extraction.
        quantity_id: The quantity it is a claim on; None straight after extraction.
    """

    document: Document
    section: Section
    start: int
    end: int
    quote: str
    sentence: str
    interval: Interval
    unit: str
    dimension: str
    measure: str
    trend: Trend | None = None
    per: str | None = None
    counted: str | None = None
    subject: str | None = None
    scope: Scope = "total"
    status: Status = "asserted"
    speaker: str | None = None
    place: str | None = None
    event_time: str | None = None
    event: str | None = None
    quantity_id: str | None = None

    @property
    def fact_id(self) -> str:
        """A name that stays the same from run to run: a hash of document, section, span and measure."""
        key = f"{self.document.doc_id}\x1f{self.section}\x1f{self.start}\x1f{self.end}\x1f{self.measure}"
        return blake2b(key.encode(), digest_size=8).hexdigest()
