"""What each report says in all of the dead, the injured and the shot: its figures put together.

"A man and two women were killed" counts three. A report's total is read from its headline and lede, else from what
it says further down; figures of other times, of crime statistics and of other events stay out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING

from crosstally.facts.fact import IN_ALL, tells_of_one
from crosstally.rules.alignment.claim import LEDE, Claim, is_prominent
from crosstally.rules.alignment.kinds import PERSON, kind_of
from crosstally.rules.comparison.comparison import point
from crosstally.rules.tolls.definitions import counts_attackers
from crosstally.rules.tolls.report_tolls import stands, without_raised

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact

MEASURES = ("killed", "injured", "shot")
_OTHERS = re.compile(r"\b(?:others?|another|more|additional|himself|herself)\b", re.IGNORECASE)
_STATISTIC = re.compile(r"\b(?:murder|homicide|killing)s?$", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:shootings|attacks|incidents|homicides|weekend|separate|spate|spree|(?:string|series) of)\b", re.IGNORECASE
)

Sum = tuple[float, list[Claim]]


@dataclass(slots=True)
class ReportTotals:
    """What one report says in all.

    Attributes:
        document: The report.
        figures: By measure, the figure of its total.
        facts: By measure, the facts it is put together from.
    """

    document: Document
    figures: dict[str, float] = field(default_factory=dict)
    facts: dict[str, tuple[Fact, ...]] = field(default_factory=dict)

    def counts(self, measure: str) -> bool:
        """Whether the figure was counted: "a woman was killed" does not say that nobody else was."""
        return not all(tells_of_one(fact) for fact in self.facts.get(measure, ()))

    def leads(self, measure: str) -> bool:
        """Whether the figure stands in the headline or the lede."""
        return any(is_prominent(fact) for fact in self.facts.get(measure, ()))

    @property
    def tells_of_several(self) -> bool:
        """Whether the report is about more than one event: "a weekend of shootings"."""
        return _SEVERAL.search(f"{self.document.title or ''} {self.document.text[:LEDE]}") is not None


def totals_of(claims: Iterable[Claim]) -> list[ReportTotals]:
    """The totals of the reports of one event, in their order; a report without such figures has none."""
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if _may_count(claim):
            by_document[claim.fact.document.doc_id].append(claim)
    return [_totals(told) for told in by_document.values()]


def _may_count(claim: Claim) -> bool:
    fact = claim.fact
    if fact.about is not None and tells_of_one(fact):
        return False  # "he was shot dead a week earlier"
    return fact.measure in MEASURES and claim.era is None and stands(fact) and point(fact) is not None


def _totals(told: Sequence[Claim]) -> ReportTotals:
    total = ReportTotals(told[0].fact.document)
    sums = {measure: [_sum(sentence) for sentence in _sentences(told, measure)] for measure in MEASURES}
    first = {m: [found for found in sums[m] if _is_prominent(found) and not _is_statistic(found)] for m in MEASURES}
    most = _most([one for found in first.values() for one in found])
    for measure in MEASURES:
        found = [one for one in first[measure] if _is_at_home(one, first)] or [
            later for later in sums[measure] if _is_of_event(later, measure, most)
        ]
        if found:
            _, counted = found[0] if measure == "shot" else max(found, key=lambda one: one[0])
            claims = [*counted, *(_attackers_beside(counted, told) if measure == "killed" else ())]
            total.figures[measure] = sum(point(claim.fact) or 0.0 for claim in claims)
            total.facts[measure] = tuple(claim.fact for claim in claims)
    return total


def _most(first: Sequence[Sum]) -> float | None:
    """The most that a figure further down may be: what is counted above; a person told of is no count."""
    counted = [figure for figure, claims in first if not _are_told_of(claims)]
    return max(counted, default=inf) if first else None


def _attackers_beside(claims: Sequence[Claim], told: Iterable[Claim]) -> list[Claim]:
    """The attackers killed, of whom another sentence tells, where none can be among those counted: "four pupils"."""
    facts = [claim.fact for claim in claims]
    if any(_is_general(fact) or counts_attackers(fact) for fact in facts) or all(map(tells_of_one, facts)):
        return []
    return next(([claim] for claim in told if claim.fact.measure == "killed" and counts_attackers(claim.fact)), [])


def _is_prominent(found: Sum) -> bool:
    return any(is_prominent(claim.fact) for claim in found[1])


def _is_statistic(found: Sum) -> bool:
    """Whether crimes are counted rather than people, below the headline: "53 homicides" are a year's."""
    return any(_STATISTIC.search(claim.fact.quote) and claim.fact.section != "title" for claim in found[1])


def _is_at_home(found: Sum, first: Mapping[str, Sequence[Sum]]) -> bool:
    """Whether one person told of above belongs to the toll: in the headline, or beside a figure; else a background."""
    if not all(tells_of_one(claim.fact) and claim.fact.section != "title" for claim in found[1]):
        return True
    counted = [c.fact for sums in first.values() for _, claims in sums for c in claims if not tells_of_one(c.fact)]
    sentence = found[1][0].fact.sentence_id
    return not counted or any(fact.sentence_id == sentence for fact in counted)


def _is_of_event(found: Sum, measure: str, most: float | None) -> bool:
    """Whether a figure further down speaks of what the lede is about: neither of crimes, nor of more people."""
    figure, claims = found
    if _is_statistic(found):
        return False
    if most is None:
        return True
    return not _are_told_of(claims) and (measure != "killed" or figure <= most)


def _are_told_of(claims: Sequence[Claim]) -> bool:
    """Whether a sentence tells of somebody, and counts nobody: it does not say that there was no other."""
    return all(tells_of_one(claim.fact) for claim in claims)


def _sentences(told: Iterable[Claim], measure: str) -> list[list[Claim]]:
    sentences: dict[tuple[str, str, int], list[Claim]] = defaultdict(list)
    for claim in told:
        if claim.fact.measure == measure:
            sentences[claim.fact.sentence_id].append(claim)
    return list(sentences.values())


def _sum(claims: Sequence[Claim]) -> Sum:
    """What the figures of one sentence make together, and those that count: a whole, or parts side by side."""
    claims = without_raised(claims, lambda claim: claim.fact)
    values = [point(claim.fact) or 0.0 for claim in claims]
    for i, value in enumerate(values):
        is_whole = value > 1 and value == sum(values) - value  # "a mother and a grandmother": neither is the whole
        if is_whole and (i == 0 or _is_general(claims[i].fact)):
            return value, [claims[i]]
        if len(values) > 1 and value == max(values) and claims[i].fact.period == IN_ALL:
            return value, [claims[i]]
    counted: list[Claim] = []
    figures = {claim.fact.fact_id: value for claim, value in zip(claims, values, strict=True)}
    for claim, value in zip(claims, values, strict=True):
        if figures.get(claim.fact.part_of or "", 0.0) > value:
            continue  # "| five | of the 24 injured"
        if not _is_in_a_later(claim.fact, claims) and not _is_inside(claim.fact, [before.fact for before in counted]):
            counted.append(claim)
    return sum(point(claim.fact) or 0.0 for claim in counted), counted


def _is_inside(fact: Fact, before: Iterable[Fact]) -> bool:
    """Whether a figure is contained in a whole before it: a part of it, or some of the people it counts."""
    if _OTHERS.search(fact.quote):
        return False
    if fact.scope == "part" and " " not in fact.quote:
        return any(other.scope != "part" for other in before)  # side by side: "eight people in the north and | four in"
    return any(fact.scope == "part" or _is_general(other) for other in before)


def _is_in_a_later(fact: Fact, claims: Iterable[Claim]) -> bool:
    """Whether a part is contained in a whole behind it: "found the last | four bodies, which puts the dead at | 10"."""
    if fact.scope != "part":
        return False
    behind = (claim.fact for claim in claims if claim.fact.start > fact.start and claim.fact.scope == "total")
    figure = point(fact) or 0.0
    return any(figure <= (point(whole) or 0.0) and not _OTHERS.search(whole.quote) for whole in behind)


def _is_general(fact: Fact) -> bool:
    return not tells_of_one(fact) and kind_of(fact.counted, people=True) == PERSON and not _OTHERS.search(fact.quote)
