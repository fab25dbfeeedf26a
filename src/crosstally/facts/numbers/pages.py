"""Numbers of a page and not of its report: "-30-", "6 min read", "Comments (47)", "7 things to know"."""

from __future__ import annotations

from crosstally.facts.numbers.counting import ends, trap_words
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.words.tokens import DASHES, Tokens

_TO = frozenset({"to", "you", "we"})


def is_end_mark(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether dashes on both sides of a number end a text, as wires write it: "on July 1. -| 30 |-"."""
    before, behind = numeral.first - 1, numeral.stop
    is_set_off = tokens.at(before) in DASHES and tokens.at(behind) in DASHES and behind == len(tokens) - 1
    is_parted = before == 0 or not tokens.touches(before)  # no range that is cut off: "12-| 30 |-"
    return numeral.digits and is_set_off and is_parted


def is_reading_time(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a page tells how long it takes to read or to watch: "| 6 | min read", "a 12-| minute | watch"."""
    unit = numeral.stop + (tokens.at(numeral.stop) in DASHES)
    verb = unit + 1 + (tokens.at(unit + 1) in DASHES)
    is_span = tokens.at(unit) in trap_words("page", "spans") and tokens.at(verb) in trap_words("page", "taken")
    return is_span and ends(tokens, verb + 1)


def is_readers_count(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number in brackets behind a part of the page ends its line: "| Comments (| 47 |)"."""
    i = numeral.first
    is_in_brackets = i > 1 and tokens.at(i - 1) == "(" and tokens.at(numeral.stop) == ")"
    is_part = is_in_brackets and tokens.lower[i - 2] in trap_words("page") and tokens.words[i - 2].istitle()
    is_set_off = i == 2 or (tokens.kinds[i - 3 : i - 2] in (["mark"], ["sign"]))  # noqa: PLR2004 - a line of its own
    return is_part and is_set_off


def is_heading(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number says how many paragraphs follow: "here are | 7 | things to know", not "three things matter"."""
    noun = numeral.stop
    if tokens.at(noun) not in trap_words("page", "points"):
        return False
    told = tokens.lower[noun + 2 : noun + 4]
    return tokens.at(noun + 1) in _TO and not trap_words("page", "known").isdisjoint(told)
