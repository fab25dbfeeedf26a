"""Names of events that people can read: "2014-02-20-alturas", of day and place, or of the name used most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import blake2b

from crosstally.facts.terms import Term, first_place
from crosstally.rules.events.event_profiles import Reading

_GAP = re.compile(r"[\W_]+")


def name_events(events: Iterable[Sequence[Reading]]) -> list[str]:
    """A name for each event, by its reports; those that would share one are numbered in the order given."""
    used = Counter[str]()
    names = []
    for reports in events:
        day, where = _day(reports), _place(reports) or _telling(reports)
        name = _slug(" ".join(filter(None, (day, where)))) or _hash(reports)
        used[name] += 1
        names.append(name if used[name] == 1 else f"{name}-{used[name]}")
    return names


def _day(reports: Sequence[Reading]) -> str:
    """The day that most reports name, of those before the last report; else when the first was published."""
    published = [report.published for report in reports if report.published]
    days = Counter(day for report in reports for day in report.days if day <= max(published, default=date.max))
    if days:
        return min(days, key=lambda day: (-days[day], day)).isoformat()
    return min(published).isoformat() if published else ""


def _place(reports: Sequence[Reading]) -> str:
    """The place that most reports begin with."""
    return _most(
        Counter(place for report in reports if (place := first_place(report.document.title, report.document.text)))
    )


def _telling(reports: Sequence[Reading]) -> str:
    """The name, else the word, that the reports use most."""
    shared = Counter[Term]()
    for report in reports:
        shared.update(report.terms)
    names = Counter({word: n for (kind, word), n in shared.items() if kind == "name"})
    return _most(names or Counter({word: n for (kind, word), n in shared.items() if kind == "word"}))


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda key: (-counts[key], key), default="")


def _slug(words: str) -> str:
    return _GAP.sub("-", words.lower()).strip("-")


def _hash(reports: Sequence[Reading]) -> str:
    first = min(report.document.doc_id for report in reports)
    return f"event-{blake2b(first.encode(), digest_size=4).hexdigest()}"
