"""The verb "number", behind which a count stands and no label: "the wounded | number | 79"."""

from __future__ import annotations

from crosstally.facts.words.nouns import VERBS, is_plural, word_class
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import state_measures

_SEVERAL = frozenset({"they", "who", "we"})
_ONE = frozenset({"it", "he", "she", "this", "that", "which"})


def is_number_verb(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i` says how many those before it are: several, or people in a state."""
    if tokens.at(i) != "number" or i == 0:
        return False
    who = tokens.at(i - 1)
    noun = i - 3 if word_class(tokens.at(i - 2)) == "r" else i - 2
    are_told = word_class(who) in {"n", "d"} and is_plural(tokens.at(noun))  # "dwellings wholly ruined | number"
    is_verb = word_class(who) in VERBS or tokens.at(i - 2) in _ONE  # "it | hits | number 8"
    are_named = is_plural(who) and not is_verb
    return who in _SEVERAL or who in state_measures() or are_named or are_told
