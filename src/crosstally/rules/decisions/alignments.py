"""Alignments: an aligner whose quantities are joined and parted as people decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from crosstally.facts.fact import Fact
from crosstally.rules.comparison.comparison import agree
from crosstally.rules.decisions.applied import Applied, Ruling
from crosstally.rules.decisions.decision import Alignment, Decision, Mention
from crosstally.rules.decisions.mentions import figures_of

Claims = tuple[Fact, ...]
Align = Callable[[Sequence[Fact]], list[Claims]]


class Realigned:
    """An aligner that asks another and then does as people decided; what is apart counts more than what is the same.

    Attributes:
        applied: What the decisions did so far.
    """

    def __init__(self, align: Align, decisions: Sequence[Decision], event: str) -> None:
        """Take the aligner that is asked first, and what was decided."""
        self.applied: list[Applied] = []
        self._align, self._event = align, event
        self._decisions = [(number, one) for number, one in enumerate(decisions) if isinstance(one, Alignment)]

    def __call__(self, facts: Sequence[Fact]) -> list[Claims]:
        """Sort the facts of one event into quantities: every fact into one, in the order of the facts."""
        groups = self._align(facts)
        named = figures_of((mention for _, one in self._decisions for mention in one.mentions), facts)
        for number, decision in sorted(self._decisions, key=lambda item: item[1].relation == "apart"):
            found = [named[mention] for mention in decision.mentions if named.get(mention)]
            if len(found) < 2:  # noqa: PLR2004 - it takes two
                continue
            if decision.relation == "same":
                groups, before = _joined(groups, found)
            else:
                groups, before = _parted(groups, *found)
            ids = tuple(fact.fact_id for some in found for fact in some)
            missing = len(decision.mentions) - len(found)
            self.applied.append(Applied(number, self._event, before, ids, missing))
        order = {fact.fact_id: i for i, fact in enumerate(facts)}
        sorted_groups = (tuple(sorted(group, key=lambda fact: order[fact.fact_id])) for group in groups if group)
        return sorted(sorted_groups, key=lambda group: order[group[0].fact_id])


def _joined(groups: list[Claims], found: Sequence[Sequence[Fact]]) -> tuple[list[Claims], str]:
    """The quantities, those that hold the figures found in one; what is of another dimension stays where it is."""
    ids = {fact.fact_id for some in found for fact in some}
    home = next(group for group in groups if any(fact.fact_id in ids for fact in group))
    told = [
        group
        for group in groups
        if any(fact.fact_id in ids for fact in group) and group[0].dimension == home[0].dimension
    ]
    rest = [group for group in groups if group not in told]
    before = f"{len(told)} quantities" if len(told) > 1 else "one quantity"
    return [*rest, tuple(fact for group in told for fact in group)], before


def _parted(groups: list[Claims], one: Sequence[Fact], *others: Sequence[Fact]) -> tuple[list[Claims], str]:
    """The quantities with the figures found in two; of the rest, each goes where it agrees, and stays in doubt."""
    there = {fact.fact_id for some in others for fact in some}
    here = {fact.fact_id for fact in one}
    done: list[Claims] = []
    before = "apart"
    for group in groups:
        ids = {fact.fact_id for fact in group}
        if not (ids & here and ids & there):
            done.append(group)
            continue
        before = "one quantity"
        leaving = [fact for fact in group if fact.fact_id in there]
        staying = [fact for fact in group if fact.fact_id in here]
        side = {fact.fact_id: _goes(fact, staying, leaving) for fact in group}
        done += [tuple(fact for fact in group if not side[fact.fact_id]), tuple(f for f in group if side[f.fact_id])]
    return done, before


def _goes(fact: Fact, staying: Sequence[Fact], leaving: Sequence[Fact]) -> bool:
    """Whether a figure goes with those that leave."""
    if any(fact.fact_id == other.fact_id for other in leaving):
        return True
    is_like_stay = any(agree(fact, other) for other in staying)
    return not is_like_stay and any(agree(fact, other) for other in leaving)


def parted(rulings: Iterable[Ruling], facts: Iterable[Fact]) -> Mapping[frozenset[str], str]:
    """Who held which two quantities apart, when and why, by their ids."""
    apart = [one for one in rulings if isinstance(one.decision, Alignment) and one.decision.relation == "apart"]
    if not apart:
        return {}
    homes = {fact.fact_id: fact.quantity_id or "" for fact in facts}
    return {
        frozenset(pair): ruling.decision.signed
        for ruling in apart
        for pair in combinations(sorted({homes[name] for name in ruling.fact_ids if name in homes}), 2)
    }


def contradicting(decisions: Sequence[Alignment]) -> Mapping[tuple[Mention, Mention], tuple[Alignment, Alignment]]:
    """Of every two mentions that one decision joins and another parts, these decisions."""
    joined = {
        frozenset((a, b)): decision
        for decision in decisions
        if decision.relation == "same"
        for i, a in enumerate(decision.mentions)
        for b in decision.mentions[i + 1 :]
    }
    found = {}
    for decision in decisions:
        pair = frozenset(decision.mentions)
        if decision.relation == "apart" and pair in joined:
            found[decision.mentions[0], decision.mentions[1]] = joined[pair], decision
    return found
