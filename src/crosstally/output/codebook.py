"""What data sets ask of an event beside its figures: its days, its place, its sources, its sentence."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from crosstally.facts.tables.cells import guarded
from crosstally.rules.tolls.codings import codings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from crosstally.rules.report import EventReport, Report
    from crosstally.rules.tolls.codings import Coding


@dataclass(frozen=True, slots=True)
class Coded:
    """An event with its codings.

    Attributes:
        name: The event.
        start: The first day that its claims speak of, else the first that a report was published on; ISO 8601 or "".
        end: The last.
        place: The place that most of its claims name.
        sources: Its sources, in order.
        headlines: The titles of its reports.
        notes: The sentences that its codings rest on, with their sources.
        codings: By measure and group; of all the group is None.
    """

    name: str
    start: str
    end: str
    place: str
    sources: tuple[str, ...]
    headlines: tuple[str, ...]
    notes: str
    codings: Mapping[tuple[str, str | None], Coding]

    def best(self, measure: str, group: str | None = None) -> float | None:
        """The best figure of a measure; None where no report gives one."""
        coding = self.codings.get((measure, group))
        return None if coding is None else coding.best


def coded_events(report: Report, policy: str) -> Iterator[Coded]:
    """The events of a report, coded as a policy has it, whatever policy the report was made with."""
    for event in report.events():
        if event.facts:
            yield _coded(event, codings_of(event.name, event.facts, report.copies, policy, event.moved))


def _coded(event: EventReport, codings: Sequence[Coding]) -> Coded:
    behind = list(dict.fromkeys(fact for coding in codings for fact in coding.facts))
    times = [part for fact in behind if fact.event_time for part in fact.event_time.split("/")]
    published = [fact.document.published.date().isoformat() for fact in event.facts if fact.document.published]
    days = sorted(time[:10] for time in times) or sorted(published)
    places = Counter(fact.place.partition("; ")[0] for fact in (*behind, *event.facts) if fact.place)
    notes = dict.fromkeys(f"{fact.document.source}: {' '.join(fact.sentence.split())}" for fact in behind)
    return Coded(
        event.name,
        days[0] if days else "",
        days[-1] if days else "",
        places.most_common(1)[0][0] if places else "",
        tuple(dict.fromkeys(fact.document.source for fact in event.facts)),
        tuple(dict.fromkeys(fact.document.title for fact in event.facts if fact.document.title)),
        " | ".join(notes),
        {(coding.measure, coding.group): coding for coding in codings},
    )


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """CSV with a header; a cell that a spreadsheet would run is guarded, None is empty, numbers are plain."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return stream.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.10g}" if isinstance(value, float) else guarded(str(value))
