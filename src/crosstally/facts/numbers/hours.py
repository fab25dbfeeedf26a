"""Times of the day that no mark of the clock tells: "six in the evening", "at | 1430 hours", "begins at | 7"."""

from __future__ import annotations

import re

from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.words.changes import is_changed
from crosstally.facts.words.tokens import Tokens

_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d|(?:[01]?\d|2[0-3])[.][0-5]\d")
_HOUR = re.compile(r"1?\d")
_LAST = 12
_ABOUT = frozenset({"about", "around", "exactly"})
_UNTIL = frozenset({"by", "till", "until"})
_OCLOCK = frozenset({"o'clock", "a.m.", "p.m.", "am", "pm"})
_HALVES = frozenset({"morning", "evening", "afternoon"})


def is_hour(tokens: Tokens, stop: int) -> bool:
    """Whether the number that ends at `stop` is an hour: "six | in the evening", "8 | or 9 at night"."""
    after = tokens.lower[stop : stop + 3]
    if after[:1] == ["or"] and len(after) > 1:
        is_clock = tokens.kinds[stop + 1] == "name" and tokens.words[stop + 1].lower().endswith(("m", "m."))
        return is_clock or (tokens.kinds[stop + 1] in {"number", "word"} and is_hour(tokens, stop + 2))
    if not _OCLOCK.isdisjoint(after[:1]) or after[:2] == ["at", "night"]:
        return True
    return after[:2] == ["in", "the"] and not _HALVES.isdisjoint(after[2:])


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
