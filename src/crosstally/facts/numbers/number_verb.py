"""The verb "number", behind which a count stands and no label: "the wounded | number | 79"."""

from __future__ import annotations

from crosstally.facts.words.nouns import is_plural, word_class
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import state_measures

_SEVERAL = frozenset({"they", "who", "we"})
_REACH = 4  # tokens back to the noun of a participle: "dwellings wholly ruined | number"


def is_number_verb(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i` says how many those before it are: several, or people in a state."""
    if tokens.at(i) != "number" or i == 0:
        return False
    who = tokens.at(i - 1)
    are_told = word_class(who) in {"n", "d"} and any(map(is_plural, tokens.lower[max(0, i - _REACH) : i - 1]))
    return who in _SEVERAL or who in state_measures() or is_plural(who) or are_told
