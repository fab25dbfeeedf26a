"""Which facts of an event are claims on one quantity.

Three steps, each of which prefers to leave a claim alone. Claims are sorted into blocks that could speak of one
thing at all. In a block, claims that agree are gathered: the same figure, for the same thing, in like words. Last,
gatherings that exclude each other are brought together where it is clear that they answer one question: the tolls
of an event, when no document states both; other figures only when their surroundings are much alike and each is the
other's one candidate.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from crosstally.rules.claim import Block, Claim, claim_of, relate
from crosstally.rules.context import similarity, weights
from crosstally.rules.kinds import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from crosstally.facts.fact import Fact

Group = list[Claim]

_LIKE = 0.06  # surroundings at least so similar carry the same small figure
_DISTINCT_DIGITS = 3  # a figure such as 842 carries itself
_SMALL = 20  # there are twos and threes of everything
_MUCH_ALIKE = 0.4  # surroundings at least so similar carry a contradiction
_ALIKE_THINGS = 0.18  # the same where the measure says what became of the things: damaged, seized
_ROUNDS = 3
_LEAD = 1.25  # by how much the best candidate must beat the next
_SAMPLE = 12  # members of a group that a claim is held against


def align(facts: Sequence[Fact]) -> list[tuple[Fact, ...]]:
    """Sort the facts of one event into quantities: every fact into one, in the order of the facts."""
    claims = [claim_of(fact, order) for order, fact in enumerate(facts)]
    weight = weights(claim.context for claim in claims)
    blocks: dict[Block, Group] = defaultdict(list)
    groups: list[Group] = []
    for claim in claims:
        if claim.fact.status == "asserted":
            blocks[claim.block].append(claim)
        else:
            groups.append([claim])  # what is denied, possible or planned is nobody's claim
    for block in blocks.values():
        gathered = _gather(block, weight)
        groups += _join_tolls(gathered) if _is_toll_of_event(block[0]) else _join_alike(gathered, weight)
    ordered = (sorted(group, key=lambda claim: claim.order) for group in groups)
    return [tuple(claim.fact for claim in group) for group in sorted(ordered, key=lambda group: group[0].order)]


def _is_toll_of_event(claim: Claim) -> bool:
    """Whether the event has one of these; tolls of things and of other events are told apart by their words."""
    return claim.toll is not None and claim.toll.of != "things" and claim.era is None


_HEDGED = {"exact": 0, "vague": 2}


def _gather(block: Group, weight: Mapping[str, float]) -> list[Group]:
    """Claims that agree, exact ones first: a hedge joins the figure it holds, when there is one such."""
    groups: list[Group] = []
    for claim in sorted(block, key=lambda claim: (_HEDGED.get(claim.fact.interval.bound, 1), claim.order)):
        home = _home(claim, groups, weight)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return groups


def _home(claim: Claim, groups: list[Group], weight: Mapping[str, float]) -> Group | None:
    """The group whose every claim this one agrees with: the likest that has its figure, else the only one."""
    open_to = [group for group in groups if _welcomes(group, claim)]
    with_figure = [group for group in open_to if any(claim.has_figure_of(member) for member in group[:_SAMPLE])]
    rated = [(_likeness(group, [claim], weight), -i) for i, group in enumerate(with_figure)]
    if rated:
        likeness, i = max(rated)
        return with_figure[-i] if _is_toll_of_event(claim) or likeness >= _needed(claim) else None
    if len(open_to) != 1 or max(relate(claim, member) for member in open_to[0]) < Relation.SAME:
        return None
    return open_to[0] if _is_toll_of_event(claim) or _likeness(open_to[0], [claim], weight) >= _MUCH_ALIKE else None


def _welcomes(group: Group, claim: Claim) -> bool:
    return all(claim.interval.meets(member.interval) and relate(claim, member) for member in group)


def _needed(claim: Claim) -> float:
    """How alike the surroundings of one figure must be: the rarer the figure, the less."""
    value = claim.fact.interval.value or 0.0
    digits = f"{value:.10g}".replace(".", "").rstrip("0")
    if claim.fact.measure == "age" or len(digits) >= _DISTINCT_DIGITS:
        return 0.0
    return _LIKE if value < _SMALL else _LIKE / 3


def _likeness(a: Group, b: Group, weight: Mapping[str, float]) -> float:
    if a[0].fact.measure == "age" and any(relate(x, y) is Relation.SAME for x, y in product(a[:_SAMPLE], b[:_SAMPLE])):
        return 1.0  # one name beside both
    return max(similarity(x.context, y.context, weight) for x, y in product(a[:_SAMPLE], b[:_SAMPLE]))


def _join_tolls(groups: list[Group]) -> list[Group]:
    """Bring to the figure that leads the most documents those which lead others."""
    leading = _leading(groups)
    nucleus = max(groups, key=lambda group: (_is_numbered(group), len(leading[id(group)]), len(_documents(group))))
    apart: list[Group] = []
    joined = list(nucleus)
    for group in groups:
        if group is nucleus:
            continue
        if _may_join(group, nucleus) and (_all_meet(group, nucleus) or _documents(group) <= leading[id(group)]):
            joined += group
        else:
            apart.append(group)
    return [joined, *apart]


def _is_numbered(group: Group) -> bool:
    """Whether somebody gives a number; a vague word alone is no figure to hold others against."""
    return any(claim.fact.interval.bound != "vague" for claim in group)


def _leading(groups: list[Group]) -> dict[int, set[str]]:
    """Of each group, the documents whose main figure it holds."""
    home = {claim.order: id(group) for group in groups for claim in group}
    by_document: dict[str, Group] = defaultdict(list)
    for group in groups:
        for claim in group:
            if claim.is_total:
                by_document[claim.fact.document.doc_id].append(claim)
    found: dict[int, set[str]] = {id(group): set() for group in groups}
    for doc_id, claims in by_document.items():
        found[home[_main_figure(claims).order]].add(doc_id)
    return found


def _main_figure(claims: Group) -> Claim:
    """The largest of the lede, else the largest; where that is vague, the one number that spells it out."""

    def rank(claim: Claim) -> tuple[bool, float, int]:
        is_of_strength = claim.toll is not None and claim.toll.of == "strength"
        return not is_of_strength and claim.is_prominent, claim.interval.low or 0.0, -claim.order

    main = max(claims, key=rank)
    if _is_numbered([main]):
        return main
    least = main.fact.interval.low or 0.0
    numbers = [claim for claim in claims if _is_numbered([claim]) and (claim.fact.interval.low or 0.0) >= least]
    return numbers[0] if numbers and all(claim.has_figure_of(numbers[0]) for claim in numbers) else main


def _may_join(a: Group, b: Group) -> bool:
    """Whether two groups answer one question: nothing sets them apart, and no document answers it twice.

    A document may report two answers when it names two speakers for them.
    """
    pairs = list(product(a[:_SAMPLE], b[:_SAMPLE]))
    relations = [relate(x, y) for x, y in pairs]
    if min(relations) is Relation.APART:
        return False
    is_same = max(relations) is Relation.SAME
    if _all_meet(a, b):
        return is_same or any(x.has_figure_of(y) for x, y in pairs)
    both = _documents(a) & _documents(b)
    return is_same and all(_are_two_answers(a, b, doc_id) for doc_id in both)


def _are_two_answers(a: Group, b: Group, doc_id: str) -> bool:
    """Whether one document has two speakers answer one question: two names, and not two places."""
    here = [[claim.fact for claim in group if claim.fact.document.doc_id == doc_id] for group in (a, b)]
    speakers = [{fact.speaker for fact in facts} for facts in here]
    places = {fact.place for facts in here for fact in facts}
    return None not in speakers[0] | speakers[1] and speakers[0].isdisjoint(speakers[1]) and len(places) == 1


def _all_meet(a: Group, b: Group) -> bool:
    return all(x.interval.meets(y.interval) for x, y in product(a, b))


def _documents(group: Iterable[Claim]) -> set[str]:
    return {claim.fact.document.doc_id for claim in group}


def _join_alike(groups: list[Group], weight: Mapping[str, float]) -> list[Group]:
    """Bring together what is alike, pair by pair, where each is the other's one candidate; again while that helps."""
    for _ in range(_ROUNDS):
        chosen = _candidates(groups, weight)
        joined: list[Group] = []
        for i, group in enumerate(groups):
            match chosen.get(i):
                case int(j) if chosen.get(j) == i:
                    joined += [group + groups[j]] if i < j else []
                case _:
                    joined.append(group)
        if len(joined) == len(groups):
            break
        groups = joined
    return groups


def _candidates(groups: list[Group], weight: Mapping[str, float]) -> dict[int, int | None]:
    """Of each group, the one other that it may be joined with."""
    rated: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for i, a in enumerate(groups):
        for j, b in enumerate(groups[:i]):
            if _may_join(a, b):
                likeness = _likeness(a, b, weight)
                if likeness >= _needed_by(a, b):
                    rated[i].append((likeness, j))
                    rated[j].append((likeness, i))
    return {i: _one_candidate(candidates) for i, candidates in rated.items()}


def _needed_by(a: Group, b: Group) -> float:
    """How alike two groups must be: the same figure carries more, a contradiction has to be carried."""
    if any(x.has_figure_of(y) for x, y in product(a[:_SAMPLE], b[:_SAMPLE])):
        return _LIKE
    return _ALIKE_THINGS if all(claim.toll for claim in (*a, *b)) else _MUCH_ALIKE


def _one_candidate(rated: list[tuple[float, int]]) -> int | None:
    """The candidate that is clearly more alike than any other."""
    (best, i), *others = sorted(rated, reverse=True)
    return None if others and best < others[0][0] * _LEAD else i
