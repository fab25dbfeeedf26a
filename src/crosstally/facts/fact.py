"""A fact: one figure in one document, what it counts or measures, and the exact characters it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from crosstally.facts.document import Document
from crosstally.facts.intervals import Interval

Trend = Literal["up", "down"]
Scope = Literal["total", "part"]
Status = Literal["asserted", "denied", "possible", "planned", "expected"]
Increment = Literal["total", "new", "change"]
Certainty = Literal["confirmed", "probable", "suspected"]
Parts = Literal["complete", "open"]
CountedBy = Literal["numeral", "article", "name", "list", "zero"]
Section = Literal["title", "body"]
IN_ALL = "in all"
"""The period of what is told as a sum of all so far."""
AFTERSHOCK = "aftershock"
"""What the strength of a shock is about that comes with another; an event may have many."""


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
        counted: Head noun, singular; of an age, who is of it: "gunman".
        subject: The words it is about.
        scope: Whether the figure is a whole or a part of a larger one.
        status: Whether it is asserted, denied, possible, planned or expected.
        speaker: Who says so, where the text names somebody.
        place: Where it happened, where the sentence says; several are joined by "; ".
        event_time: When it happened: an ISO 8601 date or interval.
        sentence_start: First code point of the sentence, in the same text as `start`.
        counted_by: How it is counted: by a numeral, or, without one, by an article, a name, a list or a word of none.
        group: Who or which of them, where the text narrows it: "soldier", "child", "critical"; of other figures the
            slice: "advertising".
        part_of: The `fact_id` of the whole that it is a part of, where the text says so.
        parts: How the parts listed behind it are told: to be all of it ("complete"), or some; None where none are.
        share_of: Of a share in a list of shares of one whole, that whole: "vote".
        increment: Whether it is a running total, what came new, or the size of a change.
        certainty: How sure the count is, where the text says: confirmed, probable, suspected.
        superseded: Whether the text itself says that it no longer holds.
        about: None for the document's own event; else which other, or "general" for what is true of no single one.
        as_of: The day it was counted, where the text says: an ISO 8601 date; of an entry of a live page, its time too.
        period: The time that it covers: one that rolls on in the text's words ("in the past 24 hours"), or "in all"
            where it is told as a sum of all so far; None where the text names none.
        definite: Whether it goes back to a figure named before: "the three", "both", "two others".
        anchor: The names that it is tied to: the person of an age, the start of a distance, the place of a population;
            of a time what it is the length of ("attack"), or who took it to come ("arrival police").
        names: The names close by, in small letters, joined by spaces.
        context: The words around it that tell what it is about, in their base form, joined by spaces.
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
    sentence_start: int = 0
    counted_by: CountedBy = "numeral"
    group: str | None = None
    part_of: str | None = None
    parts: Parts | None = None
    share_of: str | None = None
    increment: Increment = "total"
    certainty: Certainty | None = None
    superseded: bool = False
    about: str | None = None
    as_of: str | None = None
    period: str | None = None
    definite: bool = False
    anchor: str | None = None
    names: str | None = None
    context: str | None = None
    event: str | None = None
    quantity_id: str | None = None

    @property
    def around(self) -> tuple[str, str]:
        """The words of its sentence before it and behind it; the same words may stand there twice."""
        at = self.start - self.sentence_start
        return self.sentence[:at], self.sentence[at + len(self.quote) :]

    @property
    def sentence_id(self) -> tuple[str, str, int]:
        """The sentence it stands in: document, section, and where it begins there."""
        return self.document.doc_id, self.section, self.sentence_start

    @property
    def fact_id(self) -> str:
        """A name that stays the same from run to run: a hash of document, section, span and measure."""
        key = f"{self.document.doc_id}\x1f{self.section}\x1f{self.start}\x1f{self.end}\x1f{self.measure}"
        return blake2b(key.encode(), digest_size=8).hexdigest()


UNNUMBERED = frozenset({"article", "name", "list"})
"""How those are counted of whom no numeral tells."""


def tells_of_one(fact: Fact) -> bool:
    """Whether a fact tells of persons without a numeral: "a guard", "himself"; "one guard" is counted."""
    return fact.counted_by in UNNUMBERED
