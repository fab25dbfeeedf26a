"""Times of the day that no mark of the clock tells: "six in the evening", "at | 1430 hours", "begins at | 7"."""

from __future__ import annotations

import re

from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.numbers.numerals import read_numeral
from crosstally.facts.words.changes import is_changed
from crosstally.facts.words.tokens import DASHES, Tokens

_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d|(?:[01]?\d|2[0-3])[.][0-5]\d")
_HOUR = re.compile(r"1?\d")
_LAST = 12
_ABOUT = frozenset({"about", "around", "exactly"})
_UNTIL = frozenset({"by", "till", "until"})
_OCLOCK = frozenset({"o'clock", "a.m.", "p.m.", "am", "pm"})
_HALF_DAY = re.compile(r"[^a-z]*[ap]\.? ?m\.?")
_COPULAS = frozenset({"is", "was"})
_HALVES = frozenset({"morning", "evening", "afternoon"})
_JOINTS = frozenset({"or", "and", "to", *DASHES})
_WEEK = frozenset({"weekdays", "weekends", "weeknights"})


def is_hour(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether the number at tokens [i, stop) is an hour: "six | in the evening", "8 | or 9 at night", "4 | to 8 p.m.".

    What a verb does to so many ("killed 12 in the morning") is none.
    """
    if _ends_hour(tokens, stop) or _is_past_hour(tokens, i, stop):
        return True
    after = tokens.lower[stop : stop + 3]
    is_half = (after[:2] == ["in", "the"] and not _HALVES.isdisjoint(after[2:])) or after[:2] == ["at", "night"]
    is_half = is_half or (after[:1] == ["that"] and not (_HALVES | {"night"}).isdisjoint(after[1:2]))
    return is_half and tokens.at(i - 1) in trap_words("clock") | _COPULAS | {"or", "and", "to"}


def _ends_hour(tokens: Tokens, stop: int) -> bool:
    """Whether a mark of the clock stands at token `stop`, or behind another hour that is joined there."""
    if tokens.at(stop) in _OCLOCK:
        return True
    if tokens.at(stop) not in _JOINTS or stop + 1 >= len(tokens):
        return False
    kind = tokens.kinds[stop + 1]
    if kind == "name":
        return _HALF_DAY.fullmatch(tokens.lower[stop + 1]) is not None
    return kind in {"number", "word"} and (_ends_hour(tokens, stop + 2) or is_hour(tokens, stop + 1, stop + 2))


def _is_past_hour(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether minutes before or behind an hour are told: "at twenty | past four", "ten | minutes to nine"."""
    minutes = stop + (tokens.at(stop) in {"minutes", "minute"})
    if tokens.at(minutes) not in {"past"} | ({"to", "before", "after"} if minutes > stop else set()):
        return False
    hour = read_numeral(tokens, minutes + 1) if minutes + 1 < len(tokens) else None
    is_named = tokens.at(minutes + 1) in {"noon", "midnight"}
    is_one = hour is not None and hour.value in range(1, _LAST + 1) and not _is_measured(tokens, hour.stop)
    return (is_named or is_one) and tokens.at(i - 1) not in {"from", "by"}


def _is_measured(tokens: Tokens, stop: int) -> bool:
    return counts(tokens, stop) or unit_behind(tokens, stop)[0] is not None


def is_open_hours(tokens: Tokens, i: int) -> bool:
    """Whether a number is the first or the last of the hours of some days: "gifts are taken 9 | to 12 weekdays"."""
    first = i - 2 * (tokens.at(i - 1) in _JOINTS)
    pair = tokens.kinds[first : first + 3 : 2] if first >= 0 else []
    return pair == ["number", "number"] and tokens.at(first + 1) in _JOINTS and tokens.at(first + 3) in _WEEK


def is_clock(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether digits are a time of the day: "0630 | hours", "at | 1430 hours", "19.00 | hours"."""
    at_time = (
        tokens.words[i].startswith("0")
        or tokens.words[i].endswith((".00", ".30"))
        or tokens.at(i - 1) in trap_words("clock")
    )
    return at_time and _CLOCK.fullmatch(tokens.words[i]) is not None and tokens.at(stop) in {"hours", "hrs"}


def is_time_of_day(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a bare number is when something happens: "doors open at | 7", "At | 1830 | it ended".

    "At" must open a clause or stand behind a verb of beginning or end: "put the toll at 7" counts.
    """
    at = i - 1 - (tokens.at(i - 1) in _ABOUT)
    word = tokens.words[i]
    if word.endswith(".00") and _CLOCK.fullmatch(word) and stop == i + 1 and not counts(tokens, stop):
        is_up_to = tokens.at(at) == "to" and tokens.at(at - 1) == "up"  # "located up to | 17.00"
        return is_up_to or (tokens.at(at) in _UNTIL and not is_changed(tokens, i))  # "open until | 17.00"
    is_time = _CLOCK.fullmatch(word) or (_HOUR.fullmatch(word) and 0 < int(word) <= _LAST)
    if tokens.at(at) != "at" or stop != i + 1 or not is_time or counts(tokens, stop):
        return False
    is_bare = ends(tokens, stop) or tokens.at(stop) in trap_words("hour", "behind")
    opens = at == 0 or tokens.kinds[at - 1] == "mark"
    return is_bare and (opens or tokens.at(at - 1) in trap_words("hour", "before"))
