"""What a review works on: a run that is made anew after each decision, and its open disputes in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from crosstally.errors import InputError
from crosstally.rules.decisions.decision import Decision
from crosstally.rules.decisions.writing import append
from crosstally.rules.desk.disputes import OpenDispute, open_disputes
from crosstally.rules.desk.making import Desk
from crosstally.rules.report import Report


@dataclass(slots=True)
class Review:
    """A review while it lasts.

    Attributes:
        run: Checks the reports anew, under the decisions that hold.
        file: Where decisions are kept.
        by: Who decides.
        day: The day.
        report: The last run.
        disputes: What is open in it.
    """

    run: Callable[[], Report]
    file: Path
    by: str
    day: date
    report: Report = field(init=False)
    disputes: list[OpenDispute] = field(init=False)

    def __post_init__(self) -> None:
        """Make the first run."""
        self.refresh()

    def refresh(self) -> None:
        """Check the reports anew."""
        self.report = self.run().held()
        self.disputes = open_disputes(self.report)

    def decide(self, answer: Mapping[str, str]) -> Decision:
        """Keep an answer, and check the reports anew.

        Args:
            answer: The fields of the form: `finding`, `what` (take, apart, same, drop), `reason`, and `best` or `fact`.

        Raises:
            InputError: An answer lacks something, or is about what is open no more.
            ConfigError: It contradicts what is decided.
            CrosstallyError: The file cannot be written.
        """
        dispute = next((one for one in self.disputes if one.finding.finding_id == answer.get("finding")), None)
        if dispute is None:
            raise InputError("this dispute is open no more")
        reason = answer.get("reason", "").strip()
        if not reason:
            raise InputError("no reason", allowed="a few words on why")
        decision = _decision(dispute, answer, Desk(self.report, self.by, self.day, reason))
        append(decision, self.file)
        self.refresh()
        return decision


def _decision(dispute: OpenDispute, answer: Mapping[str, str], desk: Desk) -> Decision:
    match answer.get("what"):
        case "take":
            return desk.adjudication(dispute.measure, _number(answer.get("best", "")), event=dispute.event)
        case "apart":
            return desk.alignment("apart", dispute.sides)
        case "same":
            return desk.alignment("same", dispute.facts)
        case "drop":
            fact = next((one for one in dispute.facts if one.fact_id == answer.get("fact")), None)
            if fact is None:
                raise InputError("no such figure", allowed="one of those shown")
            return desk.no_figure(fact)
    raise InputError(f"what is {answer.get('what')!r}", allowed="take, apart, same or drop")


def _number(text: str) -> float:
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        raise InputError(f"{text!r} is no number", allowed="12, or 1,150") from None
    if not abs(value) < float("inf"):
        raise InputError(f"{text!r} is no number", allowed="12, or 1,150")
    return value
