"""Which reports may tell of one event, and how likely two of them do."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import product
from operator import itemgetter

from crosstally.facts.terms import Term
from crosstally.rules.events.event_profiles import Profile, Reading

_HEAVIEST = 40  # terms by which a report meets others
_REACH = 40  # earlier reports with the same term that it meets
_PARTNERS = 20  # how many of them are looked at closely
_LEAST_SHARED = 0.04  # of the weight of those terms
_UNKNOWN = 14  # days between reports of which one has no date

# Of a logistic regression on pairs of reports of shootings (SemEval-2018 task 5).
_INTERCEPT = -5.0
_WORDS = 16.5
_NAMES = 1.1
_DAYS_APART = -1.0
_OTHER_DAYS = -0.6
_OTHER_AGES = -1.5
_SAME_SOURCE = -2.5


def meetings(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of reports that share what tells most of them, by position, the earlier first.

    Of each term a report meets only the last few before it, so that work grows with the number of reports, however many
    of them tell of one event.
    """
    holders: dict[Term, list[tuple[int, float]]] = defaultdict(list)
    for here, profile in enumerate(profiles):
        shared: dict[int, float] = defaultdict(float)
        for term, weight in nlargest(_HEAVIEST, profile.weights.items(), key=itemgetter(1)):
            for there, other in holders[term][-_REACH:]:
                shared[there] += weight * other
            holders[term].append((here, weight))
        for there, weight in nlargest(_PARTNERS, shared.items(), key=itemgetter(1)):
            if weight >= _LEAST_SHARED:
                yield there, here


def likelihood(a: Profile, b: Profile) -> float:
    """How likely two reports tell of one event, 0 to 1.

    Words and names in common speak for it. Days apart speak against it, as do other ages: the further apart two reports
    are, the more must be alike (Allan, Papka and Lavrenko, On-line new event detection and tracking, SIGIR 1998). Two
    reports of one source share its wording whatever they tell (Brants, Chen and Farahat, A system for new event
    detection, SIGIR 2003).
    """
    words = math.fsum(a.weights[term] * b.weights[term] for term in a.weights.keys() & b.weights.keys())
    names = math.fsum(a.names[term] ** 2 for term in a.names.keys() & b.names.keys())
    named, apart = _days_apart(a.reading, b.reading)
    other_ages = a.ages and b.ages and a.ages.isdisjoint(b.ages)
    same_source = a.reading.source is not None and a.reading.source == b.reading.source
    odds = (
        _INTERCEPT
        + _WORDS * words
        + _NAMES * math.log1p(names)
        + _DAYS_APART * math.log1p(apart)
        + _OTHER_DAYS * (named > 1)
        + _OTHER_AGES * bool(other_ages)
        + _SAME_SOURCE * same_source
    )
    return 1 / (1 + math.exp(-odds))


def _days_apart(a: Reading, b: Reading) -> tuple[int, int]:
    """Days between the nearest days that both name (0 when one names none), and between these or the publications."""
    named = min((abs((day - other).days) for day, other in product(a.days, b.days)), default=None)
    published = abs((a.published - b.published).days) if a.published and b.published else None
    known = [days for days in (named, published) if days is not None]
    return named or 0, min(known, default=_UNKNOWN)
