"""Groups of claims on their way to becoming quantities, and what may be said of two of them."""

from __future__ import annotations

from functools import reduce
from itertools import product
from typing import TYPE_CHECKING

from crosstally.facts.fact import tells_of_one
from crosstally.facts.intervals import Ends, Interval
from crosstally.rules.alignment.claim import Claim, relate
from crosstally.rules.alignment.context import similarity
from crosstally.rules.alignment.kinds import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from crosstally.facts.fact import Fact

Group = list[Claim]

LIKE = 0.06  # surroundings at least so similar carry the same small figure
MUCH_ALIKE = 0.4  # surroundings at least so similar carry a contradiction
_SAMPLE = 12  # members of a group that are held against another's


def likeness(a: Group, b: Group, weight: Mapping[str, float]) -> float:
    """How alike the surroundings of the likest two claims are, 0 to 1; ages beside one name are alike altogether."""
    pairs = list(_pairs(a, b))
    if a[0].fact.measure == "age" and are_related(a, b):
        return 1.0
    return max(similarity(x.context, y.context, weight) for x, y in pairs)


def have_one_figure(a: Group, b: Group) -> bool:
    """Whether one figure is written in both."""
    return any(x.has_figure_of(y) for x, y in _pairs(a, b))


def all_meet(a: Group, b: Group) -> bool:
    """Whether every claim of the one can be true together with every claim of the other."""
    return a[0].interval.meets(b[0].interval) and _hardest(a).meets(_hardest(b))


def _hardest(group: Group) -> Ends:
    """What meets whatever every claim of a group meets."""
    return reduce(common_of, (claim.interval for claim in group), Ends(None, None))


def common_of(one: Ends, other: Interval) -> Ends:
    """From the higher of the lower ends to the lower of the upper ones: what meets it meets both, and the reverse.

    Where the two do not meet each other, it ends before it begins. Ends are closed, as in `comparable`.
    """
    lows = [end for end in (one.low, other.low) if end is not None]
    highs = [end for end in (one.high, other.high) if end is not None]
    return Ends(max(lows, default=None), min(highs, default=None))


def documents(group: Iterable[Claim]) -> set[str]:
    """The documents that make these claims."""
    return {claim.fact.document.doc_id for claim in group}


def sources(group: Iterable[Claim]) -> set[str]:
    """The sources that make these claims."""
    return {claim.fact.document.source for claim in group}


def are_related(a: Group, b: Group) -> bool:
    """Whether some two claims speak of one thing, so that different figures of theirs exclude each other."""
    return any(relate(x, y) is Relation.SAME for x, y in _pairs(a, b))


def is_numbered(group: Iterable[Claim]) -> bool:
    """Whether somebody gives a number; a vague word alone is no figure to hold others against."""
    return any(claim.fact.interval.bound != "vague" for claim in group)


def may_join(a: Group, b: Group) -> bool:
    """Whether two groups answer one question: nothing sets them apart, and no document answers it twice.

    A document may report two answers when it names two speakers for them.
    """
    is_same = False
    for x, y in _pairs(a, b):
        relation = relate(x, y)
        if relation is Relation.APART:
            return False
        is_same = is_same or relation is Relation.SAME
    if all_meet(a, b):
        return is_same or have_one_figure(a, b)
    return is_same and all(_may_be_one_answer(a, b, doc_id) for doc_id in documents(a) & documents(b))


def _may_be_one_answer(a: Group, b: Group, doc_id: str) -> bool:
    """Whether what one document says in both groups can be one answer, or two speakers give it.

    A person told of without a number is some other answer, unless as a part: "among the dead was a girl".
    """
    here, there = ([claim for claim in group if claim.fact.document.doc_id == doc_id] for group in (a, b))
    if all_meet(here, there) and not any(_is_somebody(claim.fact) for claim in (*here, *there)):
        return True
    speakers = [{claim.fact.speaker for claim in said} for said in (here, there)]
    places = {claim.fact.place for claim in (*here, *there)}
    return None not in speakers[0] | speakers[1] and speakers[0].isdisjoint(speakers[1]) and len(places) == 1


def _is_somebody(fact: Fact) -> bool:
    return fact.scope == "total" and tells_of_one(fact)


def sample(group: Group) -> Group:
    """The claims of a group that are held against another's."""
    return group[:_SAMPLE]


def _pairs(a: Group, b: Group) -> Iterable[tuple[Claim, Claim]]:
    return product(sample(a), sample(b))
