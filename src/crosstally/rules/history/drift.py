"""Drift: how the figures of reports differ from a fact table that somebody keeps."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from crosstally.facts.tables.flat import fact_row
from crosstally.rules.history.nearest import nearest_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from crosstally.facts.fact import Fact

INTERVAL = ("value", "low", "high", "low_open", "high_open", "bound")
CLAIM = (
    *INTERVAL,
    *("trend", "unit", "dimension", "per", "counted", "measure", "scope", "status"),
    *("counted_by", "group", "increment", "certainty", "superseded", "about"),
    *("speaker", "place", "event_time", "as_of"),
)
"""The columns that say what a figure claims; the others say where and in which words, or follow from other figures."""


Kind = Literal["changed", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Drift:
    """A figure that is not as the table has it.

    Attributes:
        kind: Whether it changed, is gone from its report, or is new in it.
        fact: As the report has it; as the table had it when it is gone.
        was: As the table has it, when it changed.
    """

    kind: Kind
    fact: Fact
    was: Fact | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `CLAIM` that changed."""
        if self.was is None:
            return ()
        was, now = fact_row(self.was), fact_row(self.fact)
        return tuple(name for name in CLAIM if was[name] != now[name])


def drift_of(kept: Iterable[Fact], found: Iterable[Fact]) -> list[Drift]:
    """What is gone, new or changed.

    A fact that claims the same as before is no drift, wherever it stands now. Of the others, those with one `fact_id`
    are one figure that changed; then those of one document that measure and count the same, the nearest first.

    Args:
        kept: The facts of the table.
        found: The facts of the reports.

    Returns:
        In the order of the documents of the reports, then of those that only the table knows; then of the text.
    """
    was, now = ({fact.fact_id: fact for fact in facts} for facts in (kept, found))
    order: dict[str, int] = {}
    for fact in (*now.values(), *was.values()):
        order.setdefault(fact.document.doc_id, len(order))
    _match(was, now, lambda fact: (fact.fact_id, _claim(fact)))
    _match(was, now, _claim)
    changed = _match(was, now, lambda fact: fact.fact_id) + _match_nearest(was, now)
    drift = [Drift("changed", found, kept) for kept, found in changed]
    drift += [Drift("gone", fact) for fact in was.values()]
    drift += [Drift("new", fact) for fact in now.values()]
    return sorted(drift, key=lambda one: _place(one.fact, order))


def _claim(fact: Fact) -> Hashable:
    row = fact_row(fact)
    return fact.document.doc_id, fact.section, tuple(row[name] for name in CLAIM)


def _match(was: dict[str, Fact], now: dict[str, Fact], key: Callable[[Fact], Hashable]) -> list[tuple[Fact, Fact]]:
    """Take pairs with one key out of both, the first of several with the first."""
    waiting: dict[Hashable, deque[Fact]] = defaultdict(deque)
    for fact in now.values():
        waiting[key(fact)].append(fact)
    pairs = [(fact, waiting[same].popleft()) for fact in was.values() if waiting.get(same := key(fact))]
    _take(pairs, was, now)
    return pairs


def _match_nearest(was: dict[str, Fact], now: dict[str, Fact]) -> list[tuple[Fact, Fact]]:
    """Take pairs out of both that measure and count the same in one text."""
    pairs = []
    others = _by_thing(now.values())
    for thing, facts in _by_thing(was.values()).items():
        near = others.get(thing, [])
        places = nearest_pairs([fact.start for fact in facts], [fact.start for fact in near])
        pairs += [(facts[i], near[j]) for i, j in places]
    _take(pairs, was, now)
    return pairs


def _take(pairs: Iterable[tuple[Fact, Fact]], was: dict[str, Fact], now: dict[str, Fact]) -> None:
    for kept, found in pairs:
        del was[kept.fact_id], now[found.fact_id]


def _by_thing(facts: Iterable[Fact]) -> dict[Hashable, list[Fact]]:
    things: dict[Hashable, list[Fact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda fact: fact.start):
        things[fact.document.doc_id, fact.section, fact.measure, fact.counted].append(fact)
    return things


def _place(fact: Fact, order: dict[str, int]) -> tuple[int, bool, int]:
    return order[fact.document.doc_id], fact.section == "body", fact.start
