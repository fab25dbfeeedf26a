"""Decisions made of the facts of a run: its words become the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from crosstally.errors import InputError
from crosstally.facts.fact import Fact
from crosstally.rules.decisions.columns import COLUMNS, wrong
from crosstally.rules.decisions.decision import Adjudication, Alignment, Reading, Relation, Value
from crosstally.rules.decisions.mentions import mention_of
from crosstally.rules.report import Report

_YES_NO = {"true": True, "false": False}
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Desk:
    """Who decides, when and why, on the figures of which run.

    Attributes:
        report: The run.
        by: Who.
        on: When.
        reason: Why.
    """

    report: Report
    by: str
    on: date
    reason: str

    def no_figure(self, fact: Fact) -> Reading:
        """That a mention is no figure."""
        mention = mention_of(fact, self.report.facts)
        return Reading(mention=mention, columns=None, by=self.by, on=self.on, reason=self.reason)

    def reading(self, fact: Fact, columns: Mapping[str, str]) -> Reading:
        """That a mention is to be read otherwise.

        Args:
            fact: The mention.
            columns: By column of the fact table what it holds, as text; blank for nothing.

        Raises:
            InputError: There is no such column, or it cannot hold that.
        """
        if not columns:
            raise InputError("a reading of nothing", allowed=", ".join(COLUMNS))
        read = tuple((name, _value(name, text)) for name, text in columns.items())
        mention = mention_of(fact, self.report.facts)
        return Reading(mention=mention, columns=read, by=self.by, on=self.on, reason=self.reason)

    def alignment(self, relation: Relation, facts: Sequence[Fact]) -> Alignment:
        """That figures claim one quantity, or that two do not.

        Raises:
            InputError: There are too few of them, or too many.
        """
        if len(facts) < _PAIR or (relation == "apart" and len(facts) > _PAIR):
            raise InputError(f"{len(facts)} figures", allowed="two" if relation == "apart" else "two or more")
        if len({fact.event for fact in facts}) > 1:
            raise InputError("figures of several events", allowed="figures of one event")
        mentions = tuple(mention_of(fact, self.report.facts) for fact in facts)
        return Alignment(relation=relation, mentions=mentions, by=self.by, on=self.on, reason=self.reason)

    def adjudication(  # noqa: PLR0913 - the columns of a coding
        self,
        measure: str,
        best: float,
        *,
        event: str | None = None,
        group: str | None = None,
        low: float | None = None,
        high: float | None = None,
    ) -> Adjudication:
        """That a figure is taken for a measure of an event; the event may be left out where there is one alone.

        Raises:
            InputError: There is no such event, or none of its reports gives this measure; or best is outside the rest.
        """
        names = self.report.names()
        if event is None and len(names) != 1:
            raise InputError("no event", allowed=", ".join(names))
        where = event or names[0]
        measures = sorted({quantity.measure for quantity in self.report.quantities if quantity.event == where})
        if where not in names:
            raise InputError(f"no event {where!r}", allowed=", ".join(names))
        if measure not in measures:
            raise InputError(f"no report of {where} gives {measure!r}", allowed=", ".join(measures))
        if (low is not None and low > best) or (high is not None and high < best):
            raise InputError(f"best is {best:.10g}, outside low and high", allowed="low <= best <= high")
        return Adjudication(
            event=where,
            measure=measure,
            group=group,
            best=best,
            low=low,
            high=high,
            by=self.by,
            on=self.on,
            reason=self.reason,
        )


def _value(name: str, text: str) -> Value:
    """What a column holds that is given as text."""
    if name not in COLUMNS:
        raise InputError(f"no column {name!r} can be set", allowed=", ".join(COLUMNS))
    value: Value = _YES_NO.get(text.strip().lower(), text.strip())
    if wrong(name, value) and wrong(name, 0.0) is None:
        with suppress(ValueError):
            value = float(text.replace(",", ""))
    if allowed := wrong(name, value):
        raise InputError(f"{name} is {text!r}", allowed=allowed)
    return None if value == "" else value
