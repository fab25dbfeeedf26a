"""Bringing groups of claims together that answer one question: the tolls of an event, and what is much alike."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from crosstally.rules.alignment.candidates import figures, sharing, telling_words
from crosstally.rules.alignment.group import (
    LIKE,
    MUCH_ALIKE,
    Group,
    all_meet,
    documents,
    have_one_figure,
    is_numbered,
    likeness,
    may_join,
    sources,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from crosstally.rules.alignment.claim import Claim

    Rate = Callable[[Group, Group], float]
    Keys = Callable[[Sequence[Group]], Iterable[Iterable[Hashable]]]

_ALIKE_TOLLS = 0.18  # like MUCH_ALIKE, where the measure says what became of them: damaged, arrested
_NEAR = 1.5  # how many times apart two distances from one place may lie, or two populations of one
_NEAR_THINGS = 2.0  # the same, of two numbers of things
_MANY = 5  # how many times a toll that a report leads with may be exceeded further down in another
_LEAD = 1.25  # by how much the best candidate for a contradiction must beat the next
_ROUNDS = 4
_SETTLED = 3  # sources behind a number of things that make it the one to hold others against


def join_tolls(groups: list[Group]) -> list[Group]:
    """Bring to the figure that leads the most documents those which lead others."""
    leading = _leading(groups)
    nucleus = max(groups, key=lambda group: (is_numbered(group), len(leading[id(group)]), len(documents(group))))
    apart: list[Group] = []
    joined = list(nucleus)
    for group in groups:
        if group is nucleus:
            continue
        led = leading[id(group)] | documents(nucleus)
        answers = documents(group) <= led and not _may_be_aside(group, nucleus)
        if may_join(group, joined) and (all_meet(group, nucleus) or answers):
            joined += group
        else:
            apart.append(group)
    return [joined, *apart]


def _may_be_aside(group: Group, nucleus: Group) -> bool:
    """Whether a figure further down may count some of the people only, or those of more events.

    "Four were treated and released" is lower than the toll; "46 were wounded that weekend" many times as high.
    """
    if nucleus[0].toll is None or nucleus[0].toll.of != "people" or any(claim.is_prominent for claim in group):
        return False
    ours, theirs = group[0].interval, nucleus[0].interval
    is_below = theirs.low is not None and 0 < (ours.high or 0.0) < theirs.low  # "no one was hurt" is no part
    return is_below or 0 < _MANY * (theirs.high or 0.0) < (ours.low or 0.0)


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
    if is_numbered([main]):
        return main
    least = main.fact.interval.low or 0.0
    numbers = [claim for claim in claims if is_numbered([claim]) and (claim.fact.interval.low or 0.0) >= least]
    return numbers[0] if numbers and all(claim.has_figure_of(numbers[0]) for claim in numbers) else main


def join_alike(groups: list[Group], weight: Mapping[str, float]) -> list[Group]:
    """Bring together what gives one figure in like words, then what contradicts each other in much the same words."""

    def agreeing(a: Group, b: Group) -> float:
        is_one = have_one_figure(a, b) and all_meet(a, b) and may_join(a, b)
        rate = likeness(a, b, weight) if is_one else 0.0
        return rate if rate >= LIKE else 0.0

    def contradicting(a: Group, b: Group) -> float:
        rate = likeness(a, b, weight) if may_join(a, b) else 0.0
        return rate if rate >= _needed(a, b) else 0.0

    def words(some: Sequence[Group]) -> Iterable[Iterable[Hashable]]:
        has_tolls = any(group[0].toll for group in some)
        return telling_words(some, weight, _ALIKE_TOLLS if has_tolls else MUCH_ALIKE)

    return pair_up(pair_up(groups, agreeing, figures, lead=1.0), contradicting, words, lead=_LEAD)


def join_settled(groups: list[Group]) -> list[Group]:
    """Bring to a toll of things that many sources give what another report says in its stead: six rifles, or 14.

    Where hardly anybody gives it, only a figure near it: seven bridges damaged, or eight.
    """
    told: dict[tuple[str, str | None], list[Group]] = defaultdict(list)
    for group in groups:
        things = _things(group)
        if things is not None:
            told[things].append(group)
    joined = {id(group): group for group in groups}
    for rivals in told.values():
        settled = max(rivals, key=lambda group: len(sources(group)))
        is_settled = len(sources(settled)) >= _SETTLED
        for group in rivals:
            near = is_settled or _are_near(group[0], settled[0], _NEAR_THINGS)
            if near and _disputes(group, settled) and may_join(group, settled):
                joined[id(settled)] = joined[id(settled)] + joined.pop(id(group))
    return list(joined.values())


def _things(group: Group) -> tuple[str, str | None] | None:
    """What was done to which things; a bare count among them may be of the same: "took 26 pirates and six rifles"."""
    done = {claim.fact.measure for claim in group if claim.toll is not None and claim.toll.of == "things"}
    counted = {claim.fact.counted for claim in group}
    return (done.pop(), counted.pop()) if len(done) == len(counted) == 1 else None


def _disputes(group: Group, settled: Group) -> bool:
    """Whether a report gives another number of the same things, and not the settled one."""
    is_said = all(claim.toll is not None and claim.is_total for claim in group) and is_numbered(group)
    return is_said and not documents(group) & documents(settled)


def pair_up(groups: list[Group], rate: Rate, keys: Keys, *, lead: float) -> list[Group]:
    """Join two groups where each is the other's best candidate, by a lead over the next; again while that helps.

    Args:
        groups: The groups.
        rate: How good a candidate the one is for the other; 0 is none.
        keys: Of each of some groups, that of which two must share something to be rated at all.
        lead: How many times as good as the next candidate the best must be.
    """
    for _ in range(_ROUNDS):
        chosen = _candidates(groups, rate, keys, lead)
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


def _candidates(groups: list[Group], rate: Rate, keys: Keys, lead: float) -> dict[int, int | None]:
    """Of each group, the one other that it may be joined with."""
    rated: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for i, j in sharing(keys(groups)):
        if rating := rate(groups[i], groups[j]):
            rated[i].append((rating, -j))
            rated[j].append((rating, -i))
    return {i: _one_candidate(candidates, lead) for i, candidates in rated.items()}


def _one_candidate(rated: list[tuple[float, int]], lead: float) -> int | None:
    (best, i), *others = sorted(rated, reverse=True)
    return None if others and best < others[0][0] * lead else -i


def _needed(a: Group, b: Group) -> float:
    if a[0].context.origin & b[0].context.origin and _are_near(a[0], b[0], _NEAR):
        return 0.0
    return _ALIKE_TOLLS if all(claim.toll for claim in (*a, *b)) else MUCH_ALIKE


def _are_near(a: Claim, b: Claim, times: float) -> bool:
    """Whether two figures can be of one thing by their size: what lies twice as far is something else."""
    low, high = sorted(claim.interval.low or claim.interval.high or 0.0 for claim in (a, b))
    return high <= low * times
