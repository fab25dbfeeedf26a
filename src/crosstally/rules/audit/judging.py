"""What the cited documents say of one figure of a table: whether they state it, deny it, or have it for something else.

A row is accused only where the documents are read well enough to know: they give its measure another figure and hold
the row's number nowhere, or hold it for another measure alone. Otherwise the verdict is that it is unclear.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from crosstally.facts.fact import tells_of_one
from crosstally.facts.intervals import FLOORS, Interval
from crosstally.rules.alignment.claim import is_prominent
from crosstally.rules.alignment.kinds import counts_persons, kind_of
from crosstally.rules.audit.sums import in_all, sums_of
from crosstally.rules.audit.verdict import Judgement
from crosstally.rules.comparison.comparison import comparable, point
from crosstally.rules.comparison.digits import digits_of, is_telling
from crosstally.rules.toll import toll
from crosstally.rules.tolls.report_tolls import report_tolls
from crosstally.rules.wording import figure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.rules.decisions.decision import Adjudication

_ENDS = FLOORS | {"at_most", "less_than"}
_SHOWN = 6  # claims that a verdict shows


@dataclass(frozen=True)
class Reading:
    """What is read of the documents that a row cites.

    Attributes:
        documents: The documents.
        facts: Their facts.
        numbers_in: Gives every number that a document mentions, whatever it counts.
    """

    documents: Sequence[Document]
    facts: Sequence[Fact]
    numbers_in: Callable[[Document], frozenset[float]]

    @cached_property
    def numbers(self) -> frozenset[float]:
        """Every number that they mention."""
        return frozenset(number for document in self.documents for number in self.numbers_in(document))

    @cached_property
    def totals(self) -> Mapping[tuple[str, str], float]:
        """What each document says in all of a measure of people, by doc_id and measure."""
        tolls = (one for one in report_tolls(self.facts) if one.group is None)
        return {(one.document.doc_id, one.measure): one.point for one in tolls if one.point is not None}


def judge(row: Fact, reading: Reading, taken: Adjudication | None = None) -> Judgement:
    """What documents, or a person who decided on them, say of a figure.

    Args:
        row: The figure.
        reading: What is read of the documents that its row cites; one or more.
        taken: What a person took for its measure of its event.
    """
    told = _Claims(row, reading)
    return told.decision(taken) if taken else told.support() or told.doubt() or told.contradiction()


class _Claims:
    """What the documents say of the row's measure, and of its number."""

    def __init__(self, row: Fact, reading: Reading) -> None:
        self.row = row
        self.reading = reading
        self.value = point(row)
        self.same = [fact for fact in reading.facts if _is_of(row, fact)]
        self.live = [fact for fact in self.same if _is_live(fact)]
        ids = {fact.fact_id for fact in self.same}
        self.elsewhere = [fact for fact in reading.facts if fact.fact_id not in ids and _has(fact, self.value)]
        self.given = tuple(sorted(self.live, key=_rank)[:_SHOWN])

    def decision(self, taken: Adjudication) -> Judgement:
        """Whether the figure is what a person took, or lies between the ends that they gave."""
        low, high = (taken.best if end is None else end for end in (taken.low, taken.high))
        is_inside = Interval(taken.best, low, high).meets(self.row.interval)
        said = f"{taken.best:,.10g} was taken ({taken.signed})"
        return Judgement("decided" if is_inside else "other figure", self.given, said, taken=True)

    def support(self) -> Judgement | None:
        """What states the figure, an interval that holds it, or parts that make it."""
        leading = [fact for fact in _leading(self.live) if not self._is_part(fact)]
        stating = _not_overruled([fact for fact in leading if _holds(fact, self.row)], self.live, self.value)
        if any(_has(fact, self.value) for fact in stating) or (stating and not self._is_borrowed()):
            return Judgement("supported", tuple(stating[:_SHOWN]), "stated")
        counted = (fact for fact in self.live if fact.dimension == "count")
        together = in_all(self.reading.facts, self.row.measure) | sums_of(counted)
        if self.value is not None and (parts := together.get(self.value)):
            return Judgement("supported", parts[:_SHOWN], _made_of(parts))
        if self.value == 0 and not self._is_told_by_most():
            return Judgement("supported", (), "most sources tell of none")
        return None

    def doubt(self) -> Judgement | None:
        """What states the figure, though it is not what a source says first."""
        counted = [fact for fact in self.live if _has(fact, self.value) and not tells_of_one(fact)]
        wholes = [fact for fact in counted if fact.scope == "total" and not self._is_part(fact)]
        return (
            Judgement("unclear", tuple(wholes[:_SHOWN]), "a source has it, and says another first") if wholes else None
        )

    def contradiction(self) -> Judgement:
        """What is to be said of a figure that no claim on its measure states."""
        named = [fact for fact in self.elsewhere if fact.measure != "count"]
        if self.elsewhere and (self._are_explained_by(named) or self._is_borrowed()):
            return self._of_another(named or self.elsewhere)
        if any(is_prominent(fact) for fact in self.live):
            return Judgement("other figure", self.given)
        if self.elsewhere or (self.value and self.value in self.reading.numbers):
            shown = (*self.elsewhere, *self.given)[:_SHOWN]
            return Judgement("unclear", shown, "the number is there, and it is not clear of what")
        if self.given:
            return Judgement("other figure", self.given)
        if self.value == 1:
            return Judgement("unclear", (), "a single one may be told without a number")
        return Judgement("absent", tuple(self.same[:_SHOWN]), "no source has it")

    def _is_part(self, fact: Fact) -> bool:
        """Whether a claim is on some of those that the row is about: "two officers", where its report has five."""
        if self.row.group is not None or fact.group is None:
            return False
        whole = self.reading.totals.get((fact.document.doc_id, fact.measure))
        return whole is not None and whole > (point(fact) or 0.0)

    def _are_explained_by(self, named: Sequence[Fact]) -> bool:
        """Whether whatever has the number is a claim on another measure, a thing, or people whom that claim is on."""
        told = {fact.document.doc_id for fact in named}
        others = [fact for fact in self.elsewhere if fact.measure == "count" and _may_be_people(fact)]
        return bool(named) and all(fact.document.doc_id in told for fact in others)

    def _is_told_by_most(self) -> bool:
        """Whether more than half of the sources tell of some in headline or lede."""
        told = {fact.document.doc_id for fact in self.live if is_prominent(fact) and (point(fact) or 1.0) > 0}
        return 2 * len(told) > len(self.reading.documents)

    def _of_another(self, others: Sequence[Fact]) -> Judgement:
        of = ", ".join(dict.fromkeys(_thing(fact) for fact in others))
        if self.given and not self._is_telling():
            return Judgement("other figure", (*self.given, *others)[:_SHOWN], f"the number is there for {of}")
        return Judgement("other measure", (*others, *self.given)[:_SHOWN], f"the number is there for {of}")

    def _is_borrowed(self) -> bool:
        """Whether a telling number is there for things alone: 4,460 shelters, where "more than 100" were hurt."""
        things = [fact for fact in self.elsewhere if fact.measure != "count" or not _may_be_people(fact)]
        return bool(things) and len(things) == len(self.elsewhere) and is_telling(self.value or 0.0)

    def _is_telling(self) -> bool:
        """Whether the number is hardly there for something else by chance: longer than what the claims say."""
        longest = max((len(digits_of(point(fact) or 0.0)) for fact in self.given), default=0)
        return self.value is not None and len(digits_of(self.value)) > max(longest, 1)


def _leading(live: list[Fact]) -> list[Fact]:
    """The claims that say what happened: counted ones where there are such, those of headline and lede first."""
    counted = [fact for fact in live if not tells_of_one(fact)]
    return [fact for fact in counted if is_prominent(fact)] or counted or live


def _not_overruled(stating: list[Fact], live: Sequence[Fact], value: float | None) -> list[Fact]:
    """The claims that hold a figure; an open end ("as many as seven") not where others were counted, and differ."""
    counted = [
        fact for fact in live if not tells_of_one(fact) and fact.interval.bound == "exact" and fact.scope == "total"
    ]
    if not counted or any(fact in stating for fact in counted):
        return stating
    return [fact for fact in stating if fact.interval.bound not in _ENDS or _has(fact, value)]


def _thing(fact: Fact) -> str:
    return fact.counted or fact.quote if fact.measure == "count" else fact.measure


def _is_of(row: Fact, fact: Fact) -> bool:
    """Whether a claim is on what a row measures."""
    if row.unit != fact.unit and row.dimension not in {fact.dimension, "count"}:
        return False
    if row.measure != fact.measure:
        return toll(row.measure) is None and row.counted is not None and row.counted == fact.counted
    return row.group is None or row.group in {fact.group, fact.counted}


def _is_live(fact: Fact) -> bool:
    """Whether a claim is made of this event and still holds."""
    return fact.status == "asserted" and not fact.superseded and fact.about is None


def _holds(fact: Fact, row: Fact) -> bool:
    """Whether a claim states a figure of a row, or an interval that holds it; ten times "at least 12" is a slip."""
    said, asked = fact.interval, comparable(row)
    if tells_of_one(fact):
        return point(row) == 1
    if not comparable(fact).meets(asked):
        return False
    if said.bound == "vague" and said.high is not None and asked.low is not None:
        return asked.low <= said.high
    value = point(row)
    if said.bound in FLOORS and value is not None and said.value:
        is_slip = value != said.value and digits_of(value) == digits_of(said.value)
        return not is_slip
    return True


def _has(fact: Fact, value: float | None) -> bool:
    """Whether a claim is written with a number."""
    return value is not None and value in {fact.interval.value, fact.interval.low, fact.interval.high}


def _rank(fact: Fact) -> tuple[bool, bool, int]:
    return fact.scope != "total", fact.section != "title", fact.start


def _made_of(parts: Sequence[Fact]) -> str:
    """``2 + 1 together``; ``from shot 5, killed 1`` where the parts are of several measures."""
    if len({fact.measure for fact in parts}) == 1:
        return f"{' + '.join(map(figure, parts))} together"
    return f"from {', '.join(f'{fact.measure} {figure(fact)}' for fact in parts)}"


def _may_be_people(fact: Fact) -> bool:
    return fact.dimension == "count" and (fact.counted is None or counts_persons(kind_of(fact.counted, people=False)))
