"""Hours of what takes place: "the next briefing is at 11", "planned for May 4 at 5", "final 19.30", "9 Tarn time"."""

from __future__ import annotations

import re

from crosstally.facts.numbers.counting import ends, trap_words
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.spelled import cardinals
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import singular, stop_words
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import quantity_nouns

_DOTTED = re.compile(r"(?:[01]?\d|2[0-3])[.][0-5]\d")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])(?:[.][0-5]\d)?|(?:[01]\d|2[0-3])[0-5]\d")
_HOUR = re.compile(r"[1-9]|1[0-2]|(?:[01]?\d|2[0-3])[.][0-5]\d")
_HOURS = range(1, 13)  # that are told in words
_ZONE = 3  # words of whose time it is: "US East Coast | time"
_SUBJECT = 6  # tokens from what takes place to its verb


def is_of_programme(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is when something takes place: "the next briefing is at | 11 |", "Sunday's final | 19.30 |"."""
    i, stop = numeral.first, numeral.stop
    if _is_of_zone(tokens, i, stop):
        return True
    if stop != i + 1 or not ends(tokens, stop) or tokens.at(stop) in {"-", "%"}:
        return False
    if not quantity_nouns().isdisjoint({*tokens.lower} - stop_words()):
        return False  # "the toll of the blast is at | 11"
    before = tokens.at(i - 1)
    if before in trap_words("programme") and _DOTTED.fullmatch(tokens.words[i]):
        return len(tokens.words[i].partition(".")[0]) > 1  # "high jump final | 19.30"
    is_hour = _HOUR.fullmatch(tokens.words[i]) or cardinals().get(tokens.lower[i]) in _HOURS
    return before == "at" and bool(is_hour) and _takes_place(tokens, i - 1)


def _takes_place(tokens: Tokens, at: int) -> bool:
    """Whether "at" stands behind what has a time, or behind that and its verb: "kick-off | at", "mass is | at"."""
    verb = at - 1
    if singular(tokens.at(verb)) in trap_words("programme"):
        return True
    verb -= tokens.at(verb) in trap_words("programme", "planned")
    if tokens.at(verb) not in link_words("be") and tokens.at(verb) != "be":
        return False
    subject = tokens.lower[max(0, verb - _SUBJECT) : verb]
    return not trap_words("programme").isdisjoint(subject)


def _is_of_zone(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether it is told by whose time an hour is: "(| 21.00 | Tarnish time)", "at 9 | Orvane time"."""
    if not _CLOCK.fullmatch(tokens.words[i]) or stop != i + 1:
        return False
    k = stop
    while k < min(stop + _ZONE, len(tokens)) and tokens.kinds[k] == "word" and tokens.words[k][0].isupper():
        k += 1
    is_told = k > stop and tokens.words[k : k + 1] == ["time"]
    return is_told and (ends(tokens, k + 1) or tokens.at(k + 1) in stop_words())
