"""Numbers that are written as codes are: "1980s", "5G", "3-D", "USB 3.0", "1080p video", "0630 hours", "4(2)(b)"."""

from __future__ import annotations

import re

from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.numbers.hedges import hedge_before
from crosstally.facts.words.nouns import singular, word_class
from crosstally.facts.words.tokens import Tokens

_VERSION = re.compile(r"\d{1,2}(?:\.\d)?")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_JOINTS = frozenset({"to", "and", "-", "–", "through", "or"})
_LISTING = frozenset({"and", "or", ","})
_DAY_OF_MONTH = re.compile(r"[12]?\d|3[01]")
_DAY_FIRST, _MONTH_FIRST = re.compile(r"\d{1,2} ?[A-Z][a-z]{2}"), re.compile(r"[A-Z][a-z]{2,8}\.? ?\d{1,2}$")
_LEAST = 3  # letters of a name that versions have; "ML 4.2" is a magnitude


def is_decade_or_code(tokens: Tokens, stop: int) -> bool:
    """ "1980s", "20s", "5G", "4x4", "3-D"; `stop` is where the number ends."""
    if tokens.at(stop) == "-" and tokens.touches(stop) and tokens.touches(stop + 1):
        return tokens.words[stop + 1] == "D"
    return (
        tokens.touches(stop)
        and (tokens.at(stop) in {"s", "'s", "’s", "x", "g"} or tokens.words[stop] in {"G", "D", "K"})
        and not (tokens.at(stop) == "g" and tokens.words[stop] == "g")
    )


def is_version(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether the number at tokens [i, stop) is the version of what is named in capitals: "USB | 3.0", "iOS | 6"."""
    if i == 0 or stop != i + 1 or tokens.kinds[i - 1] != "word" or not _VERSION.fullmatch(tokens.words[i]):
        return False
    name = tokens.words[i - 1]
    if len(name) == 1 and name.isupper():
        name = tokens.words[i - 2] + name  # "OS X | 10.8"
    is_parted = "." in tokens.words[i]
    is_capital = is_parted and name.isupper() and not tokens.headline
    is_mixed = name[:1].islower() and sum(map(str.isupper, name)) > 1 and not counts(tokens, stop)
    return (is_capital or is_mixed) and len(name) >= _LEAST and hedge_before(tokens, i) is None


def is_video(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether lines of a picture are told by its format, and no pence: "1080p | video"."""
    is_format = tokens.words[i] in trap_words("video", "lines") and tokens.at(stop) == "p"
    return is_format and tokens.touches(stop) and tokens.at(stop + 1) in trap_words("video")


def is_variant(tokens: Tokens, stop: int) -> bool:
    """Whether a size in inches only tells one of a make from another: "the 13-inch | model", "15-inch | Vanda".

    So do the first of several ("11- | and 13-inch models"), and one of which the noun is left out ("the 13-inch | is").
    """
    if tokens.at(stop) != "-" or tokens.headline:
        return False
    behind = stop + 2
    if tokens.at(stop + 1) in _LISTING:
        return tokens.kinds[behind : behind + 1] == ["number"] and is_variant(tokens, behind + 1)
    if tokens.at(stop + 1) != "inch" or not tokens.touches(stop + 1):
        return False
    if tokens.at(behind) in _LISTING and tokens.kinds[behind + 1 : behind + 2] == ["number"]:
        return is_variant(tokens, behind + 2)
    noun = tokens.words[behind] if behind < len(tokens) else ""
    is_left_out = tokens.at(stop - 2) == "the" and word_class(noun.lower()) in {"z", "d"}
    is_named = noun[:1].isupper() or bool({noun.lower(), singular(noun)} & trap_words("variant"))
    return is_left_out or is_named


def is_clock(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether four digits are a time of the day: "0630 | hours", "at | 1430 hours"."""
    at_time = tokens.words[i].startswith("0") or tokens.at(i - 1) in trap_words("clock")
    return at_time and _CLOCK.fullmatch(tokens.words[i]) is not None and tokens.at(stop) in {"hours", "hrs"}


def is_day(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is the first or last day of several of one month: "8 | to 12 June", "June 8 to | 12"."""
    if not _DAY_OF_MONTH.fullmatch(tokens.words[i]) or stop != i + 1:
        return False
    if tokens.at(stop) in _JOINTS and tokens.kinds[stop + 1 : stop + 2] == ["name"]:
        return _DAY_FIRST.match(tokens.words[stop + 1]) is not None
    is_last = i > 1 and tokens.at(i - 1) in _JOINTS and tokens.kinds[i - 2] == "name" and ends(tokens, stop)
    return is_last and _MONTH_FIRST.match(tokens.words[i - 2]) is not None


def is_subsection(tokens: Tokens, i: int) -> bool:
    """Whether a number is a part of what another one names: "section 4| (2)(b)"."""
    return (
        tokens.at(i - 1) == "("
        and tokens.touches(i - 1)
        and tokens.touches(i)
        and (tokens.kinds[i - 2] == "number" or tokens.at(i - 2) == ")")
        and tokens.at(i + 1) == ")"
    )
