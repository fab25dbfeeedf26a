"""Gapping: a count whose verb and noun stand with the count before: "Unity has 84 seats, the Alliance | 55".

So does a share in a poll: "it has Unity on 44, the Alliance | 33".

In digits behind a name it looks like a part of that name, as "the Airbus 320" is.
"""

from __future__ import annotations

from crosstally.facts.numbers.numerals import is_numeral
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import is_plural
from crosstally.facts.words.tokens import Tokens

ENDS = frozenset({"", ".", ";", "!", "?"})
"""What ends a clause."""

_LONGEST = 4  # words of a name
_JOINS = frozenset({",", "and"})


def is_gapped(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether the number at tokens [i, stop) is what a name right before it has of what was counted before.

    Such a list goes from the most down: "two phones, the Vanda | 7 | and the Vanda | 9" names them.
    """
    if tokens.at(stop) not in ENDS | _JOINS or tokens.headline:
        return False
    first = i
    while first > 0 and tokens.kinds[first - 1] == "word" and tokens.words[first - 1][0].isupper():
        first -= 1
    is_named = 0 < i - first <= _LONGEST
    first -= tokens.at(first - 1) == "the"
    most = _counted_before(tokens, first - 1) if is_named and tokens.at(first - 1) in _JOINS else None
    return most is not None and _value(tokens, i) < most


def is_of_more(tokens: Tokens, i: int) -> bool:
    """Whether "one" counts more of what is of something else: "two counts of murder and | one of arson"."""
    if tokens.at(i - 1) != "and" or tokens.at(i + 1) != "of" or tokens.at(i + 2) in link_words("determiners"):
        return False
    counted = (k for k in range(1, i - 2) if tokens.at(k + 1) == "of" and is_plural(tokens.at(k)))
    return not is_plural(tokens.at(i + 2)) and any(is_numeral(tokens, k - 1) for k in counted)


def _counted_before(tokens: Tokens, end: int) -> float | None:
    """How many things somebody has, nothing but names and numbers between that and token `end`: "has | 84 seats |,"."""
    had = next((k for k in range(end - 1, 0, -1) if tokens.lower[k] in link_words("owning") | {"on"}), None)
    if had is None or tokens.kinds[had + 1] != "number":
        return None
    is_polled = tokens.at(had) == "on" and tokens.words[had - 1][0].isupper()
    if not is_polled and (tokens.at(had) == "on" or not is_plural(tokens.at(had + 2))):
        return None
    between = range(had + 3 - is_polled, end)
    is_list = all(
        tokens.kinds[k] == "number" or tokens.lower[k] in _JOINS | {"the"} or tokens.words[k][0].isupper()
        for k in between
    )
    return _value(tokens, had + 1) if is_list else None


def _value(tokens: Tokens, i: int) -> float:
    return float(tokens.words[i].replace(",", "")) if tokens.words[i].replace(",", "").isdigit() else 0.0
