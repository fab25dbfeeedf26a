"""Which facts of an event are claims on one quantity.

Three steps, each of which prefers to leave a claim alone. Claims are sorted into blocks that could speak of one
thing at all. In a block, claims that agree are gathered: the same figure, for the same thing, in like words. Last,
gatherings that exclude each other are brought together where it is clear that they answer one question: the tolls
of an event, when no document states both; other figures only when their surroundings are much alike and each is the
other's one candidate. What blocks keep apart is looked at once more at the end: figures beside one quantity, and one
figure under two names.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from crosstally.rules.alignment.across import join_across
from crosstally.rules.alignment.claim import Block, Claim, claim_of
from crosstally.rules.alignment.company import join_in_company
from crosstally.rules.alignment.context import weights
from crosstally.rules.alignment.gathering import Gathering
from crosstally.rules.alignment.group import LIKE, MUCH_ALIKE, Group, are_related, have_one_figure, likeness
from crosstally.rules.alignment.joining import join_alike, join_settled, join_tolls
from crosstally.rules.alignment.sums import set_sums_apart

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from crosstally.facts.fact import Fact

_DISTINCT_DIGITS = 3  # a figure such as 842 carries itself
_SMALL = 20  # there are twos and threes of everything
_HEDGED = {"exact": 0, "vague": 2}


def align(facts: Sequence[Fact]) -> list[tuple[Fact, ...]]:
    """Sort the facts of one event into quantities: every fact into one, in the order of the facts."""
    claims = set_sums_apart([claim_of(fact, order) for order, fact in enumerate(facts)])
    weight = weights(claim.context for claim in claims)
    blocks: dict[Block, Group] = defaultdict(list)
    groups: list[Group] = []
    for claim in claims:
        if claim.fact.status == "asserted":
            blocks[claim.block].append(claim)
        else:
            groups.append([claim])  # what is denied, possible or planned is nobody's claim
    told = {claim.fact.measure for claim in claims}
    for block in blocks.values():
        is_one = _is_toll_of_event(block[0], told)
        gathered = _gather(block, weight, is_one=is_one)
        groups += join_tolls(gathered) if is_one else join_settled(join_alike(gathered, weight))
    groups = join_across(join_in_company(groups, weight), weight)
    ordered = (sorted(group, key=lambda claim: claim.order) for group in groups)
    return [tuple(claim.fact for claim in group) for group in sorted(ordered, key=lambda group: group[0].order)]


def _is_toll_of_event(claim: Claim, told: Container[str]) -> bool:
    """Whether the event has one of these; what it has several of, and tolls of other events, need like words.

    Args:
        claim: A claim on it.
        told: The measures of the event.
    """
    known = claim.toll
    if known is None or not known.single or claim.era is not None:
        return False
    return known.beside is None or known.beside in told


def _gather(block: Group, weight: Mapping[str, float], *, is_one: bool) -> list[Group]:
    """Claims that agree, exact ones first: a hedge joins the figure it holds, when there is one such."""
    gathered: list[Gathering] = []
    for claim in sorted(block, key=lambda claim: (_HEDGED.get(claim.fact.interval.bound, 1), claim.order)):
        home = _home(claim, gathered, weight, is_one=is_one)
        if home is None:
            gathered.append(Gathering.around(claim))
        else:
            home.add(claim)
    return [one.claims for one in gathered]


def _home(claim: Claim, gathered: list[Gathering], weight: Mapping[str, float], *, is_one: bool) -> Gathering | None:
    """The gathering whose every claim this one agrees with: the likest that has its figure, else the only one."""
    open_to = [one for one in gathered if one.welcomes(claim)]
    with_figure = [one for one in open_to if have_one_figure(one.claims, [claim])]
    rated = [(likeness(one.claims, [claim], weight), -i) for i, one in enumerate(with_figure)]
    if rated:
        rating, i = max(rated)
        return with_figure[-i] if is_one or rating >= _needed(claim) else None
    if len(open_to) != 1 or not are_related([claim], open_to[0].claims):
        return None
    return open_to[0] if is_one or likeness(open_to[0].claims, [claim], weight) >= MUCH_ALIKE else None


def _needed(claim: Claim) -> float:
    """How alike the surroundings of one figure must be: the rarer the figure, the less."""
    value = claim.fact.interval.value or 0.0
    digits = f"{value:.10g}".replace(".", "").rstrip("0")
    befell_as_many = claim.toll is not None and claim.toll.of == "people" and value > _SMALL
    if claim.fact.measure == "age" or len(digits) >= _DISTINCT_DIGITS or befell_as_many:
        return 0.0
    return LIKE if value < _SMALL else LIKE / 3
