"""Reports as weighted terms: how much each term tells of what happened."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crosstally.facts.document import Document
from crosstally.facts.terms import Kind, Term, days_of, terms_of

# What the corpus is thought to hold before it is read: so many events, and the share of them that a term of each kind
# is used of. Without them a name that all of three reports share would tell nothing.
_BEFORE = 300
_SHARE: Mapping[Kind, float] = {"word": 0.02, "name": 0.003, "place": 0.02, "number": 0.01, "age": 0.02}
_WEIGHT: Mapping[Kind, float] = {"word": 0.8, "name": 1.0, "place": 1.0, "number": 0.8, "age": 0.6}

_UNTOLD = 500.0  # weight, squared, of what any report leaves out: two short ones are not alike for one word they share


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one report.

    Attributes:
        document: The report.
        source: Who published it; None where all reports have one source, which then tells nothing.
        terms: How often each term stands in it.
        days: The days it names, the first few.
    """

    document: Document
    source: str | None
    terms: Counter[Term]
    days: tuple[date, ...]

    @property
    def published(self) -> date | None:
        """When it was published, else the first day it names."""
        if self.document.published:
            return self.document.published.date()
        return self.days[0] if self.days else None


@dataclass(frozen=True, slots=True)
class Profile:
    """One report by what tells in it.

    Attributes:
        reading: What was read.
        weights: How much each term tells of it; the squares sum to 1.
        names: How rare each name in it is.
        ages: The ages it gives.
    """

    reading: Reading
    weights: Mapping[Term, float]
    names: Mapping[Term, float]
    ages: frozenset[Term]


def read_reports(documents: Iterable[Document], texts: Mapping[str, str]) -> list[Reading]:
    """Read documents, in order of time, then of doc id; those of no known time last.

    Args:
        documents: All that are to be told apart.
        texts: What to read of each, by doc id.
    """
    documents = list(documents)
    several = len({document.source for document in documents}) > 1
    readings = [
        Reading(
            document=document,
            source=document.source if several else None,
            terms=terms_of(document.title or "", texts[document.doc_id]),
            days=tuple(days_of(texts[document.doc_id], document.published)),
        )
        for document in documents
    ]
    return sorted(readings, key=lambda reading: (reading.published or date.max, reading.document.doc_id))


def weigh(readings: Sequence[Reading], events: Sequence[Sequence[int]]) -> list[Profile]:
    """The profiles of reports.

    Args:
        readings: The reports.
        events: The reports, by position, grouped by event as far as that is known. A term that all reports of a much
            reported event share is no commoner for it.
    """
    used = Counter(term for event in events for term in set().union(*(readings[i].terms for i in event)))
    rarity = {term: _rarity(term[0], n, len(events)) for term, n in used.items()}
    return [
        Profile(
            reading=reading,
            weights=_weights(reading.terms, rarity),
            names={term: rarity[term] for term in reading.terms if term[0] in {"name", "place"}},
            ages=frozenset(term for term in reading.terms if term[0] == "age"),
        )
        for reading in readings
    ]


def _rarity(kind: Kind, n: int, total: int) -> float:
    """Inverse document frequency, log(N / n), of events for documents, with the events thought of before."""
    return math.log((total + _BEFORE) / (n + _BEFORE * _SHARE[kind]))


def _weights(terms: Counter[Term], rarity: Mapping[Term, float]) -> dict[Term, float]:
    """(1 + log tf) idf, made a unit vector.

    This is "ltc" of Salton and Buckley, Term-weighting approaches in automatic text retrieval, Information Processing &
    Management 24 (1988), with a factor for each kind of term.
    """
    weights = {term: _WEIGHT[term[0]] * (1 + math.log(n)) * rarity[term] for term, n in terms.items()}
    length = math.sqrt(_UNTOLD + math.fsum(weight**2 for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()}
