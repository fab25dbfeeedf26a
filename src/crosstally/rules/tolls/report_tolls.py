"""What each report says in all: of a measure and a group of people, its distinct victims added up.

The figures of one sentence stand side by side and are added: "two soldiers and a militant were killed"; but not what
came new to the count that it raised: "the toll rose to 41 as seven more bodies were found". What a later sentence gives
is told again, unless it says that it is of others ("another guard died later"). Parts, and what is denied, planned, of
another event or no longer holds, count for nothing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from crosstally.facts.fact import IN_ALL, tells_of_one
from crosstally.rules.alignment.claim import is_prominent
from crosstally.rules.toll import toll

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReportToll:
    """One report's toll.

    Attributes:
        document: The report.
        measure: What befell them.
        group: Which of them; None for all.
        low: The least that it allows.
        high: The most; None is unbounded.
        point: The number that it stands for; None where it has none ("dozens").
        facts: What it is added up from.
    """

    document: Document
    measure: str
    group: str | None
    low: float
    high: float | None
    point: float | None
    facts: tuple[Fact, ...]


def report_tolls(facts: Iterable[Fact]) -> list[ReportToll]:
    """The tolls of the reports of one event, in the order of their facts.

    Args:
        facts: The facts of the event, those of a report in the order of its text.

    Returns:
        For each report and measure of people the toll in all, then those of the groups that it tells apart.
    """
    told: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if counts_toward_toll(fact):
            told[fact.document.doc_id, fact.measure].append(fact)
    found: list[ReportToll] = []
    for same in told.values():
        found.append(_toll(same, None))
        groups = dict.fromkeys(fact.group for fact in same if fact.group is not None)
        found += [_toll([fact for fact in same if fact.group == group], group) for group in groups]
    return found


def counts_toward_toll(fact: Fact) -> bool:
    """Whether a fact counts people that its report's own event befell."""
    kind = toll(fact.measure)
    return kind is not None and kind.of == "people" and fact.about is None and stands(fact)


def stands(fact: Fact) -> bool:
    """Whether a fact tells of what has happened and still holds: no rate, and not "so far this year"."""
    return fact.status == "asserted" and not fact.superseded and fact.per is None and fact.period in {None, IN_ALL}


def _toll(facts: Sequence[Fact], group: str | None) -> ReportToll:
    """A report's toll; parts are left out, but where no whole is told: "killed one of the four"."""
    wholes = [fact for fact in facts if fact.scope == "total"]
    if wholes:
        facts = [fact for fact in facts if fact in wholes or fact.increment == "new" or _is_told_again(fact, wholes)]
    counted: list[Fact] = []
    sentences = _by_sentence(facts)
    first = [same for same in sentences if any(is_prominent(fact) for fact in same)]
    for sentence in first or sentences:
        is_added = bool(counted) and all(fact.increment == "new" for fact in sentence)
        if is_added:
            counted = [*counted, *sentence]
        elif not counted or _weight(sentence) > _weight(counted):
            counted = sentence
    return ReportToll(facts[0].document, facts[0].measure, group, *_sum(counted), tuple(counted))


def _is_told_again(fact: Fact, wholes: Sequence[Fact]) -> bool:
    """Whether somebody told of before stands beside somebody new, so that they are two: "the clerk | and a cook".

    Where a numeral counts them, both may be among those counted.
    """
    beside = [whole for whole in wholes if whole.sentence_id == fact.sentence_id]
    return 0 < len(beside) < len(wholes) and all(map(tells_of_one, (fact, *wholes)))


def _by_sentence(facts: Iterable[Fact]) -> list[list[Fact]]:
    sentences: dict[tuple[str, int], list[Fact]] = defaultdict(list)
    for fact in facts:
        sentences[fact.section, fact.sentence_start].append(fact)
    return [without_raised(same, lambda fact: fact) for same in sentences.values()]


def without_raised(figures: Sequence[T], fact_of: Callable[[T], Fact]) -> list[T]:
    """The figures of a sentence, or, where a count in it has risen, that alone: "rose to 41 as seven more died".

    Args:
        figures: The figures of one sentence.
        fact_of: The fact of each.
    """
    risen = [one for one in figures if fact_of(one).trend == "up" and fact_of(one).increment == "total"]
    return risen or list(figures)


def _weight(facts: Sequence[Fact]) -> tuple[float, float]:
    low, _, point = _sum(facts)
    return (low if point is None else point), low


def _sum(facts: Iterable[Fact]) -> tuple[float, float | None, float | None]:
    """The least, the most and the number that figures side by side add up to; a vague one beside numbers adds none."""
    low: float = 0.0
    high: float | None = 0.0
    point: float | None = None
    for fact in facts:
        figure = fact.interval
        low += figure.low or 0.0
        high = None if high is None or figure.high is None else high + figure.high
        value = figure.value
        if value is None and figure.bound == "range" and figure.low is not None and figure.high is not None:
            value = (figure.low + figure.high) / 2
        if value is not None:
            point = (point or 0.0) + value
    return low, high, point
