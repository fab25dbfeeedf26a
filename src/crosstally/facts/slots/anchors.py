"""Anchors: which event each figure of a sentence is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crosstally.facts.context.clauses import clause_at
from crosstally.facts.context.place import Place
from crosstally.facts.context.time import TimeExpression
from crosstally.facts.fact import AFTERSHOCK
from crosstally.facts.slots.mentions import Mention
from crosstally.facts.slots.own_event import OwnEvent

_WHEN = re.compile(r",? when\b")  # "since May, | when | two people died"
_RELATIVE = re.compile(r",? *(?:that|which)? *")  # "an attack in May | that | killed two people"

GENERAL = "general"
"""What a figure is about that is true of no single event."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """What a sentence tells of which event.

    Attributes:
        own: What its document says of its own event.
        sentence: The sentence.
        times: The times that it names.
        places: The places.
        mentions: The events that it names, and what each is: None for the document's own event.
        inherited: The event that it goes back to with a pronoun.
        another_month: The time by which an undated report tells of another event.
        looks_back: Whether it stands in the lede of a report on what a court looks back at.
    """

    own: OwnEvent
    sentence: str
    times: Sequence[TimeExpression]
    places: Sequence[Place]
    mentions: Sequence[tuple[Mention, str | None]]
    inherited: str | None
    another_month: re.Match[str] | None
    looks_back: bool

    def about(
        self, span: tuple[int, int], time: str | None, cue: str | None, *, of_event: bool, of_time: bool
    ) -> str | None:
        """What a figure is about: None for the document's own event.

        Args:
            span: Its first code point in the sentence, and one past its last.
            time: When it happened, where the sentence says.
            cue: What a cue says that it is about, be it only a time long past: "last year".
            of_event: Whether it counts what an event did, so that a time past is another event's.
            of_time: Whether it may be another at another time, as a share of votes and a price are.
        """
        if of_event and cue == GENERAL:
            return GENERAL
        found = self._by_mention(*span, time, of_event=of_event)
        if found is None and of_event and self.another_month is not None:
            low, high = clause_at(self.sentence, *span)
            is_when = _WHEN.match(self.sentence, self.another_month.end()) and self.another_month.end() < span[0]
            is_of_relative = _RELATIVE.fullmatch(self.sentence, self.another_month.end(), low) is not None
            if is_when or is_of_relative or low <= self.another_month.start() < high:
                return self.another_month["time"]
        if found is not None or cue is None or cue == GENERAL or not of_time:
            return found
        if cue == AFTERSHOCK and self.own.is_of_aftershock:
            return None
        return None if self.looks_back or self.own.is_of_court(cue) else cue

    def _by_mention(self, start: int, end: int, time: str | None, *, of_event: bool) -> str | None:
        if not self.mentions:
            if self.inherited is not None:
                return self.inherited
            is_past = of_event and time is not None and self.own.is_past(time)
            return name_of(time, None) if is_past and not self._only_since(time, start, end) else None
        low, high = clause_at(self.sentence, start, end)
        inside = [(m, about) for m, about in self.mentions if low <= m.start < high]
        if inside:
            return min(inside, key=lambda one: _distance(one[0], start, end))[1]
        before = [about for mention, about in self.mentions if mention.end <= start]
        return before[-1] if before else self.inherited

    def _only_since(self, time: str | None, start: int, end: int) -> bool:
        """Whether a time is one since which something else has gone on: "drowned in a pit closed since 2018".

        What a count has run since for some months is the event itself: "cholera has killed 12 people since June".
        """
        low, high = clause_at(self.sentence, start, end)
        named = [one for one in self.times if one.interval == time]
        return all(
            self.sentence[: one.start].rstrip().endswith("since")
            and (self.own.is_of_months(one.interval) or not low <= one.start < high)
            for one in named
        )


def name_of(time: str | None, kind: str | None) -> str:
    """What an event is called by its time or place and its kind, as far as they are known."""
    return " ".join(word for word in (time, kind) if word) or "another event"


def _distance(mention: Mention, start: int, end: int) -> int:
    return start - mention.end if mention.end <= start else max(0, mention.start - end)
