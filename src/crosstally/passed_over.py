"""What a run finds and does not count, taken out and told: what a baseline knows, what is waived, what was decided."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from crosstally.output.counts import count
from crosstally.rules.history.baseline import mended, without_known
from crosstally.rules.history.waivers import Waiver, waive
from crosstally.terminal import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from crosstally.rules.decisions.applied import Ruling
    from crosstally.rules.report import Report

_SOON = 30  # days in which somebody should look at a waiver again


def today() -> date:
    """The day it is, in UTC: the same at every desk and in CI."""
    return datetime.now(tz=UTC).date()


def pass_waived(report: Report, waivers: Sequence[Waiver], inform: Callable[[str], None], day: date) -> Report:
    """The report without what is waived on a day; what expires soon, has expired or does nothing is told."""
    waived = waive(report, waivers, day)
    if waived.findings:
        inform(f"{count(len(waived.findings), 'finding')} waived")
    for waiver in waived.holding:
        days = (waiver.expires - day).days
        if days <= _SOON:
            left = "today is the last day" if days == 0 else f"{count(days, 'day')} left"
            inform(f"{waiver.place}: the waiver of {waiver} expires on {waiver.expires}, {left} ({waiver.reason})")
    for waiver in waived.expired:
        over = f"expired on {waiver.expires}, so it counts again ({waiver.reason})"
        tell(f"warning: {waiver.place}: the waiver of {waiver} {over}")
    for waiver in waived.idle:
        inform(f"{waiver.place}: the waiver of {waiver} matches nothing that was found")
    return waived.report


def tell_stale(rulings: Sequence[Ruling], leave_out: Callable[[str], None]) -> None:
    """Tell of each decision that no longer matches anything: the words it names are gone, or its event."""
    for ruling in rulings:
        if ruling.is_stale:
            leave_out(ruling.stale)


def pass_known(
    report: Report, known: frozenset[str], baseline: Path, inform: Callable[[str], None], found: Report
) -> Report:
    """The report without what a baseline knows; what is mended since is told.

    Args:
        report: What is left to count.
        known: What the baseline holds.
        baseline: Its file.
        inform: How to tell.
        found: All that was found, waived or not.
    """
    left = without_known(report, known)
    if passed := len(report.findings) - len(left.findings):
        inform(f"{count(passed, 'known finding')} of {baseline} passed over")
    if gone := len(mended(found, known)):
        verb, them = ("is", "it") if gone == 1 else ("are", "them")
        inform(f"{count(gone, 'finding')} of {baseline} {verb} mended: crosstally baseline drops {them}")
    return left
