"""Ages and values that somebody denies: "he is 32, not | 38", "I'm not | 25 any more"."""

from __future__ import annotations

from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.counting import ends
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.words.tokens import Tokens

_REACH = 8  # tokens from the value that holds to the denied one
_LONGER = (["any", "more"], ["any", "longer"], ["anymore"])
_BE = frozenset(
    {
        "is",
        "'s",
        "’s",
        "was",
        "am",
        "are",
        "'m",
        "’m",
        "were",
        "'re",
        "’re",
        "he's",
        "she's",
        "i'm",
        "i’m",
        "he’s",
        "she’s",
    }
)


def is_denied(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a bare number is what somebody or something is not: "he is 32, not | 38 |", "it is 40 m, not | 30 |".

    The value that holds stands behind "is" before it; what nobody did to so many is told of the event.
    """
    i, stop = numeral.first, numeral.stop
    if tokens.at(i - 1) != "not" or not numeral.digits:
        return False
    behind = unit_behind(tokens, stop)[1]
    if any(tokens.lower[stop : stop + len(words)] == words for words in _LONGER):
        return True
    if tokens.at(i - 2) != "," or not ends(tokens, behind):
        return False
    before = range(i - 3, max(0, i - _REACH), -1)
    held = next((k for k in before if tokens.is_number(k)), None)
    return held is not None and tokens.at(held - 1) in _BE
