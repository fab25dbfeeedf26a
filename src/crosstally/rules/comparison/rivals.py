"""Claims on one quantity by what they allow, and which two of these exclude each other for good.

There are few figures, however many claims: figures are held against each other, and of the claims on two figures only
those that decide. Where there are many figures after all, each is held against those next to it in size, the lowest,
the highest, and what most claims give: a dispute then names its figures, though not every two of them.

No dispute is lost by that: what any figure excludes, the lowest or the highest excludes too; and where some higher
figure is not also a later one, this is so of two neighbours in size. Of 15 events and 267 shootings as news told them,
no quantity had more than six figures, so that 64 is ten times what was seen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate, combinations, pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from crosstally.facts.intervals import FLOORS
from crosstally.rules.comparison.comparison import (
    agree,
    agree_as,
    comparable,
    in_unit_of,
    is_above,
    may_move,
    may_replace,
    replaces,
)
from crosstally.rules.comparison.conversion import is_conversion
from crosstally.rules.comparison.order import entry_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.facts.intervals import Interval

    Origin = Callable[[Fact], str]  # who speaks: the source of a claim, or its document

_MANY = 64  # figures, from which not every two are held against each other
_NEAR = 4  # figures on each side in size that one of so many is held against
_ORIGINS = 2  # of one moment are enough to know that there is another than any one


@dataclass(frozen=True, slots=True)
class Side:
    """The claims on one figure.

    Attributes:
        value: The figure, in the unit of the quantity's first claim; None of a range or a vague word.
        allowed: What it allows, as it is compared.
        facts: The claims, one or more, in the order of the documents.
    """

    value: float | None
    allowed: Interval
    facts: list[Fact]


def document_of(fact: Fact) -> str:
    """The document that a claim stands in, as who speaks."""
    return fact.document.doc_id


def sides_of(facts: Sequence[Fact]) -> list[Side]:
    """The figures of claims, in the order of the first claim on each.

    Of a figure and its conversion in brackets, the first speaks: "less than 25 km (15 miles)" is not exactly 15 miles.
    Whoever says "at least 12" once means it elsewhere, too: "12 dead in mill fire" above it.
    """
    first_said = [*facts[:1], *(fact for before, fact in pairwise(facts) if not is_conversion(before, fact))]
    least = {_said_by(fact): fact for fact in first_said if fact.interval.bound in FLOORS}
    found: dict[Hashable, Side] = {}
    for fact in first_said:
        value = in_unit_of(fact, facts[0]).value
        meant = least.get(_said_by(fact), fact) if fact.interval.bound == "exact" else fact
        allowed = comparable(meant)
        found.setdefault((value, allowed.low, allowed.high), Side(value, allowed, [])).facts.append(fact)
    return list(found.values())


def _said_by(fact: Fact) -> tuple[str, float | None, str]:
    """Of which document a claim is, and its figure."""
    return fact.document.doc_id, fact.interval.value, fact.unit


class Meeting:
    """Figures, to be found by what meets them: sorted by their low ends, and by the highest high end until each."""

    def __init__(self, sides: Iterable[Side]) -> None:
        """Sort them."""
        self._sides = sorted(sides, key=lambda side: side.allowed.least)
        self._lows = [side.allowed.least for side in self._sides]
        self._highs = [*accumulate((side.allowed.most for side in self._sides), max)]

    def agreeing_with(self, fact: Fact) -> Iterator[Side]:
        """Those that agree with a claim."""
        allowed = comparable(fact)
        start, stop = 0, len(self._sides)
        if fact.measure != "age":  # two ages may be of one person, before and after a birthday
            start = bisect_left(self._highs, allowed.least)
            stop = bisect_right(self._lows, allowed.most)
        for side in self._sides[start:stop]:
            if agree_as(side.facts[0], side.allowed, fact, allowed):
                yield side


def opposed(sides: Iterable[Side], origin: Origin) -> Iterator[tuple[Side, Side]]:
    """Every two figures that exclude each other and that two voices give; of many, some (see above)."""
    for one, other in _pairs([*sides]):
        if not one.allowed.meets(other.allowed) and _are_of_two(one, other, origin):
            yield one, other


def _pairs(sides: Sequence[Side]) -> Iterable[tuple[Side, Side]]:
    """Every two sides; of many, each with those next to it in size and with the ones that stand out."""
    size = len(sides)
    if size <= _MANY:
        return combinations(sides, 2)
    by_size = sorted(range(size), key=lambda at: (sides[at].allowed.least, sides[at].allowed.most))
    chosen = {
        tuple(sorted((by_size[at], by_size[at + step]))) for step in range(1, _NEAR + 1) for at in range(size - step)
    }
    by_voices = max(range(size), key=lambda at: (len(sides[at].facts), -at))
    for salient in {by_size[0], by_size[-1], by_voices}:
        chosen |= {(min(salient, at), max(salient, at)) for at in range(size) if at != salient}
    return ((sides[one], sides[other]) for one, other in sorted(chosen))


def _are_of_two(one: Side, other: Side, origin: Origin) -> bool:
    """Whether two voices give them, and not as the age of one person before and after a birthday."""
    if one.facts[0].measure == "age":
        return any(origin(a) != origin(b) and not agree(a, b) for a, b in product(one.facts, other.facts))
    return len({origin(fact) for fact in (*one.facts, *other.facts)}) > 1


def unsettled(sides: Sequence[Side], origin: Origin) -> Iterator[tuple[Side, Side, tuple[Fact, Fact]]]:
    """Of these every two figures on which neither of two claims replaces the other, with two such claims.

    Where there are some, with two of which it is known that neither does.
    """
    last = _last_of(sides)
    deciding = {id(side): _deciding(side.facts, origin) for side in sides}
    for one, other in opposed(sides, origin):
        lower, higher = (one, other) if is_above(other.allowed, one.allowed) else (other, one)
        pair = _unsettled(deciding[id(lower)], deciding[id(higher)], origin, last)
        if pair:
            yield one, other, pair


def _unsettled(below: Sequence[Fact], above: Sequence[Fact], origin: Origin, last: Last) -> tuple[Fact, Fact] | None:
    if below and above and _is_followed(below, above):
        return None
    in_doubt, has_moved = None, False
    for a, b in product(reversed(below), above):
        if origin(a) == origin(b):
            continue
        if _is_settled(a, b):
            has_moved = True
        elif not (may_replace(a, b) or _may_be_of_two_years(a, b)):
            return a, b
        elif not in_doubt and not (_is_outlived(a, last) or _is_outlived(b, last)):
            in_doubt = a, b
    return None if has_moved else in_doubt  # what dated reports tell as an update, others may tell at any time


def _may_be_of_two_years(a: Fact, b: Fact) -> bool:
    """Whether two ages may be those of one person, as one report does not say when it is of.

    Where the other ages of that person are, since years lie between their reports, so are these; else it is a dispute.
    """
    return a.measure == "age" and None in {a.document.published, b.document.published}


class Last(NamedTuple):
    """What brings a toll up to date where the report's day does not tell.

    Attributes:
        issues: By source the highest number of its undated reports.
        entries: By live page when its last entry was written that gives the toll.
    """

    issues: Mapping[str, int]
    entries: Mapping[str, str]


def _last_of(sides: Iterable[Side]) -> Last:
    facts = [fact for side in sides for fact in side.facts]
    documents = [fact.document for fact in facts]
    numbered = sorted((one.issue, one.source) for one in documents if one.issue is not None and one.published is None)
    written = sorted((entry, fact.document.doc_id) for fact in facts if (entry := entry_of(fact)))
    return Last({source: issue for issue, source in numbered}, {doc_id: entry for entry, doc_id in written})


def _is_outlived(fact: Fact, last: Last) -> bool:
    """Whether a later report of a series or entry of a page gives a toll anew, so that it is no voice of its own."""
    one = fact.document
    if entry := entry_of(fact):
        return may_move(fact) and entry < last.entries[one.doc_id]
    is_former = one.issue is not None and one.published is None and one.issue < last.issues[one.source]
    return is_former and may_move(fact)


def _is_settled(below: Fact, above: Fact) -> bool:
    """Whether one of two claims replaces the other, or both are the age of one person."""
    is_replaced = replaces(below, above, is_higher=True) or replaces(above, below, is_higher=False)
    return is_replaced or (below.measure == "age" and agree(below, above))


def _is_followed(below: Sequence[Fact], above: Sequence[Fact]) -> bool:
    """Whether the last on the lower figure spoke before the first on the higher one, and that replaces it."""
    is_one = len({fact.measure for fact in below}) == 1 and below[0].document.published is not None
    return is_one and replaces(below[-1], above[0], is_higher=True)


def _deciding(facts: Sequence[Fact], origin: Origin) -> list[Fact]:
    """Of claims on one figure that are told as true, those of two voices at each moment; the undated, then by time.

    Whoever tells it as a toll, as of which it may move, and counts it as well, tells it as a toll.
    """
    told: dict[Hashable, dict[str, Fact]] = defaultdict(dict)
    tolls = {fact.document.doc_id for fact in facts if may_move(fact)}
    for fact in facts:
        if fact.document.doc_id in tolls and not may_move(fact):
            continue
        of_moment = told[fact.document.turn, fact.measure]
        if len(of_moment) < _ORIGINS and not fact.superseded:
            of_moment.setdefault(origin(fact), fact)
    kept = (fact for of_moment in told.values() for fact in of_moment.values())
    return sorted(kept, key=lambda fact: fact.document.turn)
