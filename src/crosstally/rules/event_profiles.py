"""Reports as weighted terms: how much each term tells of what happened."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crosstally.facts.document import Document
from crosstally.rules.event_terms import Kind, Term, days_of, terms_of

# What the corpus is thought to hold before it is read: so many reports, and the share of them in which a term of each
# kind stands. Without them a name that all of three reports share would tell nothing.
_BEFORE = 300
_SHARE: Mapping[Kind, float] = {"word": 0.02, "name": 0.003, "number": 0.01, "age": 0.02}
_WEIGHT: Mapping[Kind, float] = {"word": 0.8, "name": 1.0, "number": 0.8, "age": 0.6}


@dataclass(frozen=True, slots=True)
class Profile:
    """One report.

    Attributes:
        document: The report.
        source: Who published it; None where all reports have one source, which then tells nothing.
        days: The days it names, the first few.
        weights: How much each term tells of it; the squares sum to 1.
        names: How rare each name in it is.
        ages: The ages it gives.
    """

    document: Document
    source: str | None
    days: tuple[date, ...]
    weights: Mapping[Term, float]
    names: Mapping[Term, float]
    ages: frozenset[Term]

    @property
    def published(self) -> date | None:
        """When it was published, else the first day it names."""
        if self.document.published:
            return self.document.published.date()
        return self.days[0] if self.days else None


def profiles_of(documents: Sequence[Document], texts: Mapping[str, str]) -> list[Profile]:
    """The profiles of documents, in order of time, then of doc id; those of no known time last.

    Args:
        documents: Of one corpus: how rare a term is, is counted in it.
        texts: What to read of each, by doc id.
    """
    terms = [terms_of(document.title or "", texts[document.doc_id]) for document in documents]
    seen = Counter(term for report in terms for term in report)
    rarity = {term: _rarity(term[0], n, len(documents)) for term, n in seen.items()}
    several = len({document.source for document in documents}) > 1
    profiles = [
        Profile(
            document=document,
            source=document.source if several else None,
            days=tuple(days_of(texts[document.doc_id], document.published)),
            weights=_weigh(report, rarity),
            names={term: rarity[term] for term in report if term[0] == "name"},
            ages=frozenset(term for term in report if term[0] == "age"),
        )
        for document, report in zip(documents, terms, strict=True)
    ]
    return sorted(profiles, key=lambda profile: (profile.published or date.max, profile.document.doc_id))


def _rarity(kind: Kind, n: int, total: int) -> float:
    """Inverse document frequency, log(N / n), with the reports thought of before."""
    return math.log((total + _BEFORE) / (n + _BEFORE * _SHARE[kind]))


def _weigh(terms: Counter[Term], rarity: Mapping[Term, float]) -> dict[Term, float]:
    """(1 + log tf) idf, made a unit vector.

    This is "ltc" of Salton and Buckley, Term-weighting approaches in automatic text retrieval, Information Processing &
    Management 24 (1988), with a factor for each kind of term.
    """
    weights = {term: _WEIGHT[term[0]] * (1 + math.log(n)) * rarity[term] for term, n in terms.items()}
    length = math.sqrt(math.fsum(weight**2 for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}
