"""Two coders' decisions held against each other: how far they agree, Cohen's kappa, what differs; and merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import get_args

from crosstally.rules.decisions.decision import Adjudication, Alignment, Decision, Kind, Mention
from crosstally.rules.decisions.mentions import words_of

Key = tuple[Kind, frozenset[tuple[object, ...]]]
"""What was decided on: a mention, a pair of mentions, or a measure and group of an event."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two coders agree.

    Attributes:
        kind: What they decided about.
        both: On how many things both decided.
        alike: On how many of these they decided alike.
        kappa: Cohen's kappa (1960) of these; None where chance alone would have them agree, or there is none.
    """

    kind: Kind
    both: int
    alike: int
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that two coders did not decide alike.

    Attributes:
        ours: What the first decided; None where only the second did.
        theirs: What the second decided; None where only the first did.
    """

    ours: Decision | None
    theirs: Decision | None


def agreement(ours: Iterable[Decision], theirs: Iterable[Decision]) -> tuple[list[Agreement], list[Difference]]:
    """How far two coders agree, kind by kind, and all that differs: first what both decided on, then what one did."""
    first, second = _labelled(ours), _labelled(theirs)
    told = [_agreement(kind, first, second) for kind in get_args(Kind)]
    differing = [
        Difference(decision, second[key][1])
        for key, (label, decision) in first.items()
        if key in second and label != second[key][0]
    ]
    differing += [Difference(decision, None) for key, (_, decision) in first.items() if key not in second]
    differing += [Difference(None, decision) for key, (_, decision) in second.items() if key not in first]
    return [one for one in told if one.both], list(dict.fromkeys(differing))


def merged(
    ours: Sequence[Decision], theirs: Sequence[Decision], third: Sequence[Decision] = ()
) -> tuple[list[Decision], list[Difference]]:
    """The decisions of two coders as one list, and what is left open.

    Args:
        ours: Those of the first.
        theirs: Those of the second; what the first decided alike is taken once.
        third: Those of who settles what they did not decide alike; they replace both.
    """
    settled = _labelled(third)
    first, second = _labelled(ours), _labelled(theirs)
    differing = {key for key in first if key in second and first[key][0] != second[key][0]}
    taken: list[Decision] = []
    known: set[Key] = set()
    for decision in (*ours, *theirs):
        keys = {*_labelled([decision])}
        if not keys & (differing | {*settled}) and not keys <= known:
            taken.append(decision)
            known |= keys
    open_keys = [key for key in first if key in differing and key not in settled]
    return [*taken, *third], [Difference(first[key][1], second[key][1]) for key in open_keys]


def _agreement(
    kind: Kind, ours: Mapping[Key, tuple[str, Decision]], theirs: Mapping[Key, tuple[str, Decision]]
) -> Agreement:
    pairs = [(ours[key][0], theirs[key][0]) for key in ours if key in theirs and key[0] == kind]
    alike = sum(a == b for a, b in pairs)
    return Agreement(kind, len(pairs), alike, kappa(pairs))


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two coders' labels: how far they agree beyond what their own habits would have them agree.

    Returns:
        1 is full agreement, 0 that of chance; None where there is no label, or both always give the same one.
    """
    n = len(pairs)
    ours, theirs = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    by_chance = sum(ours[label] * theirs[label] for label in ours) / n**2 if n else 1.0
    if by_chance == 1.0:
        return None
    return (sum(a == b for a, b in pairs) / n - by_chance) / (1 - by_chance)


def _labelled(decisions: Iterable[Decision]) -> dict[Key, tuple[str, Decision]]:
    """What each decision is on, with what it says of it; the last of several on one thing counts."""
    found: dict[Key, tuple[str, Decision]] = {}
    for decision in decisions:
        if isinstance(decision, Adjudication):
            about = (decision.event, decision.measure, decision.group)
            found["adjudication", frozenset([about])] = str((decision.best, decision.low, decision.high)), decision
        elif isinstance(decision, Alignment):
            for pair in combinations(decision.mentions, 2):
                found["alignment", frozenset(map(_key, pair))] = decision.relation, decision
        else:
            label = "no figure" if decision.columns is None else str(sorted(decision.columns, key=lambda item: item[0]))
            found["reading", frozenset([_key(decision.mention)])] = label, decision
    return found


def _key(mention: Mention) -> tuple[object, ...]:
    return mention.source, words_of(mention.quote), words_of(mention.sentence), mention.occurrence
