"""The verb "number", behind which a count stands and no label: "the wounded | number | 79"."""

from __future__ import annotations

from crosstally.facts.words.nouns import VERBS, is_plural, word_class
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import state_measures

_SEVERAL = frozenset({"they", "who", "we"})
_ONE = frozenset({"it", "he", "she", "this", "that", "which"})
_REACH = 4  # tokens back to the noun of a participle: "dwellings wholly ruined | number"


def is_number_verb(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i` says how many those before it are: several, or people in a state."""
    if tokens.at(i) != "number" or i == 0:
        return False
    who = tokens.at(i - 1)
    are_told = word_class(who) in {"n", "d"} and any(map(is_plural, tokens.lower[max(0, i - _REACH) : i - 1]))
    is_verb = word_class(who) in VERBS or tokens.at(i - 2) in _ONE  # "it | hits | number 8"
    are_named = is_plural(who) and not is_verb
    return who in _SEVERAL or who in state_measures() or are_named or are_told
