"""Children: what a number behind a parent counts, "a mother of | 12", "father-of- | two Bo Rusk"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.words.nouns import singular
from crosstally.facts.words.tokens import DASHES, Tokens


def counted_of_parent(tokens: Tokens, i: int) -> str | None:
    """What a number that begins at token `i` counts, "child" or "grandchild"; None where no parent stands before it."""
    i -= tokens.at(i - 1) in DASHES
    if tokens.at(i - 1) not in {"of", "to"}:
        return None
    i -= 1 + (tokens.at(i - 2) in DASHES)
    return _counts().get(singular(tokens.at(i - 1)))


@cache
def _counts() -> Mapping[str, str]:
    """What each noun for a parent has."""
    return {parent: counted for counted, parents in load("parents")["counts"].items() for parent in parents}
