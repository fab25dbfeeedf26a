"""Reports of several events, which belong to none: the weekend in brief, a list of earlier cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from crosstally.rules.events.linkage import Likeness, average

_EVENTS = 3  # a report of two may be a report of one that recalls another
_TOLD = 0.5  # how likely the report must be of an event
_APART = 0.3  # how likely two events may be one


def without_roundups(
    events: Sequence[list[int]], pairs: Iterable[tuple[int, int]], likeness: Likeness
) -> list[list[int]]:
    """Take reports that tell of three events or more out of the one they were put into.

    Args:
        events: Groups of reports.
        pairs: Reports that may tell of one event.
        likeness: How likely two reports tell of one event.

    Returns:
        The events, each roundup as one of its own, by their first members.
    """
    home = {report: event for event, members in enumerate(events) for report in members}
    near: dict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        if home[a] != home[b] and likeness(a, b) >= _TOLD:
            near[a].add(home[b])
            near[b].add(home[a])
    alone = {
        report for report, others in near.items() if _tells_of_several(report, home[report], others, events, likeness)
    }
    left = ([report for report in members if report not in alone] for members in events)
    return sorted([*filter(None, left), *([report] for report in alone)])


def _tells_of_several(
    report: int, own: int, others: Iterable[int], events: Sequence[list[int]], likeness: Likeness
) -> bool:
    told = [[member for member in events[own] if member != report]]
    if not told[0]:
        return False
    for event in sorted(others):
        members = events[event]
        if average([report], members, likeness) >= _TOLD and all(
            average(members, other, likeness) < _APART for other in told
        ):
            told.append(members)
    return len(told) >= _EVENTS
