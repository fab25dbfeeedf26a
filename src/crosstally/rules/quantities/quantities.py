"""From the facts of one event to its quantities: aligned, with a status and a best figure."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from crosstally.rules.comparison.comparison import agree, comparable, in_unit_of
from crosstally.rules.comparison.conversion import is_conversion
from crosstally.rules.comparison.rivals import document_of, opposed, sides_of, unsettled
from crosstally.rules.policy.best import best
from crosstally.rules.policy.coding import coded, policy_of
from crosstally.rules.policy.copies import independent
from crosstally.rules.quantities.bounds import as_policy_has_it
from crosstally.rules.quantities.standing import in_view_of
from crosstally.rules.quantity import Agreement, Quantity
from crosstally.rules.tolls.event_tolls import event_tolls

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from crosstally.facts.fact import Fact

    Align = Callable[[Sequence[Fact]], list[tuple[Fact, ...]]]

_Word = TypeVar("_Word")


def quantities_of(
    event: str, facts: Sequence[Fact], copies: Mapping[str, str], policy: str, align: Align
) -> tuple[Quantity, ...]:
    """Sort the facts of an event into quantities.

    Args:
        event: Its name.
        facts: Its facts, with `event` filled, in the order of the documents.
        copies: Of each document, the first of its group of copies.
        policy: Which figure is best (see `crosstally.rules.policy.best`).
        align: Which facts are claims on one quantity.

    Returns:
        The quantities in the order of their first fact; their facts carry `quantity_id`.
    """
    taken: Counter[str] = Counter()
    chosen = policy_of(policy)
    found = [_quantity(event, group, copies, policy, taken) for group in align(facts)]
    for toll in event_tolls(coded(facts, chosen), copies, chosen.settle):
        found = in_view_of(toll, found)
    return tuple(as_policy_has_it(found, chosen))


def status_of(facts: Sequence[Fact]) -> Agreement:
    """Whether claims agree, one updates another, they exclude each other, or one source stands alone.

    Claims of one document never make a dispute between sources; they may still be a finding.
    """
    if len({fact.document.source for fact in facts}) == 1:
        return "single"
    sides = sides_of(facts)
    if not any(opposed(sides, document_of)):
        return "agreed"
    return "disputed" if any(unsettled(sides, document_of)) else "updated"


def clashes(facts: Iterable[Fact]) -> list[tuple[Fact, Fact]]:
    """Every two claims that exclude each other, in the order of the facts.

    Of a figure and its conversion in brackets, the first speaks: "less than 25 km (15 miles)" is not exactly 15 miles.
    """
    said: list[Fact] = []
    for fact in facts:
        if not (said and is_conversion(said[-1], fact)):
            said.append(fact)
    compared = [(fact, comparable(fact)) for fact in said]
    return [
        (a, b)
        for (a, x), (b, y) in combinations(compared, 2)
        if not x.meets(y) and not (a.measure == "age" and agree(a, b))
    ]


def _quantity(
    event: str, facts: tuple[Fact, ...], copies: Mapping[str, str], policy: str, taken: Counter[str]
) -> Quantity:
    unit = Counter(fact.unit for fact in facts).most_common(1)[0][0]
    in_unit = next(fact for fact in facts if fact.unit == unit)
    lead = min(facts, key=lambda fact: (fact.unit != unit, fact.scope != "total", fact.measure == "count"))
    converted = [in_unit_of(fact, in_unit) for fact in facts]
    lows, highs = [figure.low for figure in converted], [figure.high for figure in converted]
    quantity_id = _quantity_id(event, facts[0], taken)
    documents = {fact.document.doc_id: fact.document for fact in facts}.values()
    status = status_of(facts)
    return Quantity(
        quantity_id=quantity_id,
        event=event,
        measure=lead.measure,
        counted=_most_common(fact.counted for fact in facts),
        unit=unit,
        per=lead.per,
        place=_place(facts),
        scope=lead.scope,
        status=status,
        low=None if None in lows else min(low for low in lows if low is not None),
        high=None if None in highs else max(high for high in highs if high is not None),
        best=best(facts, in_unit, copies, policy, has_moved=status == "updated"),
        policy=policy,
        n_sources=len({document.source for document in documents}),
        n_independent=independent(documents, copies),
        facts=tuple(replace(fact, quantity_id=quantity_id) for fact in facts),
        subject=_most_common(fact.subject for fact in facts),
        group=_of_most(fact.group for fact in facts),
        about=_of_most(fact.about for fact in facts),
        increment=Counter(fact.increment for fact in facts).most_common(1)[0][0],
        certainty=_of_most(fact.certainty for fact in facts),
    )


def _quantity_id(event: str, first: Fact, taken: Counter[str]) -> str:
    """A hash of the event, what is counted, and the first claim's words; no offsets, so that edits do no harm."""
    parts = (event, first.measure, first.counted, first.per, first.document.doc_id, first.quote, first.status)
    key = "\x1f".join(part or "" for part in parts)
    taken[key] += 1
    return blake2b(f"{key}\x1f{taken[key]}".encode(), digest_size=8).hexdigest()


def _place(facts: Sequence[Fact]) -> str | None:
    """Where most claims say it happened; a place that only few name may be a part of it."""
    named = Counter(fact.place for fact in facts)
    return max(named, key=lambda place: (named[place], place is not None))


def _of_most(values: Iterable[_Word | None]) -> _Word | None:
    """What most claims say of a slot, silence among it; of as many, silence."""
    said = Counter(values)
    return max(said, key=lambda value: (said[value], value is None))


def _most_common(values: Iterable[str | None]) -> str | None:
    named = Counter(value for value in values if value is not None)
    return named.most_common(1)[0][0] if named else None
