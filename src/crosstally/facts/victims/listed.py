"""Persons told of in one list and by no numeral, who are counted in one: "a farmer and his brother" are two."""

from __future__ import annotations

from crosstally.facts.fact import UNNUMBERED
from crosstally.facts.intervals import exactly
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.nouns import singles, singular
from crosstally.facts.words.tokens import Tokens

_JOINS = frozenset({"and", ",", "&"})


def in_one(tokens: Tokens, before: Figure, figure: Figure) -> Figure | None:
    """The list of those told of before and those who go on with it, two figures without a numeral; None where none is.

    Args:
        tokens: The sentence.
        before: Those before, who may be a list.
        figure: One more of them.
    """
    between = tokens.lower[before.stop : figure.first]
    are_unnumbered = {before.counted_by, figure.counted_by} <= UNNUMBERED
    if not are_unnumbered or not between or not _JOINS.issuperset(between):
        return None
    if before.interval.value is None or figure.interval.value is None:
        return None  # "a guard and | the men"
    if _is_attacker(tokens, before) != _is_attacker(tokens, figure):
        return None  # "the gunman and | a guard": some tolls leave out the one
    return Figure(
        before.first,
        figure.stop,
        before.number,
        before.after,
        exactly(before.interval.value + figure.interval.value),
        word=True,
        counted_by="list",
        definite=before.definite and figure.definite,
        members=(*(before.members or (before,)), figure),
    )


def _is_attacker(tokens: Tokens, figure: Figure) -> bool:
    """Whether somebody told of is the one who did it; of a list, all in it are."""
    head = (figure.members or (figure,))[0].noun
    return head is not None and singular(tokens.lower[head.head]) in singles("attackers")
