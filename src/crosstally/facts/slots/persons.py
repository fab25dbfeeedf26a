"""Persons: whose an age is, by the name beside it ("Ana Ruiz, 34") or before ("The 28-year-old", "She was 28")."""

from __future__ import annotations

import re
from itertools import takewhile

from crosstally.facts.context.names import full_names
from crosstally.facts.numbers.ages import ADVERBS
from crosstally.facts.words.nouns import counts_people, stop_words
from crosstally.facts.words.vocabulary import any_of

NAME = r"[A-Z][^\W\d_]+(?:[-'\u2019][A-Z]?[^\W\d_]+)*"
_NAMES = rf"(?:{NAME}\s+)*{NAME}"
_IS = r"(?:is|was|turn(?:s|ed))"
_ONLY = rf"(?:\s{any_of(ADVERBS)})?"
_NO_PLACE = r"(?<!\bfrom\s)(?<!\bin\s)(?<!\bat\s)(?<!\bnear\s)(?<!\bof\s)"  # "two brothers from | Port Ellis, aged 31"
_NAMED_BEFORE = (
    re.compile(rf"{_NO_PLACE}\b({_NAMES})(?:,{_ONLY}|\s\(|,?\s(?:aged?|{_IS}{_ONLY}))\s*$"),  # "Ana Vell, | 34"
    re.compile(rf"{_NO_PLACE}\b({_NAMES}),(?:\s[^,.;:]+,)?\s(?:who\s)?{_IS}{_ONLY}\s*$"),  # "Ana Vell, who is | 34"
    re.compile(rf"{_NO_PLACE}\b({_NAMES}),\s[a-z][^,.;:]*,{_ONLY}\s*$"),  # "Ana Vell, mayor of Sel, | 34"
)
_DIES = re.compile(rf"{_NO_PLACE}\b({_NAMES})\s((?:[a-z]+\s){{1,6}})(?:aged|at(?:\sthe\sage\sof)?)\s*$")
_APPOSED = re.compile(
    rf"{_NO_PLACE}\b({_NAMES})(?:,\s(?:who\s{_IS}\s)?|\s{_IS}\s)(?:an?|the)\s*$"
)  # "Ana Vell, a | ..."
_APPOSITION_ENDS = re.compile(r"(?:\s[a-z-]+){1,4}(?:[,.;]|$|\s(?:from|of|who|whose|with|in)\b)")
_PARENT = re.compile(
    rf"{_NO_PLACE}\b({_NAMES})(?:,(?:\s\d+,)?|\s{_IS})\s(?:[a-z-]+\s){{0,3}}[a-z]+[\s-](?:of|to)[\s-]$"
)  # "Ana Vell, 34, a mother of | ..."
_NAMES_AFTER = re.compile(rf"^\s*,?\s*((?:[a-z]+\s+){{0,3}})({_NAMES})")
_AT = re.compile(r"At(?: just| only)?\s*$")
_KIN = frozenset({"his", "her", "their", "he", "she", "they", "and"})
_BEFORE = 250  # code points before its sentence in which somebody is named: a sentence or two
_AGAIN = re.compile(r"The $|\b(?:[Hh]e|[Ss]he) (?:is|was|turned)(?: (?:only|just|then|now))? $")
_THEN = re.compile(r"\bthen[\s-]$")
_AT_THE_TIME = re.compile(r"\s(?:at the time|back then)\b")
_SHORTEST = 3  # letters of a name


def named_beside(before: str, quote: str, after: str) -> tuple[str, ...]:
    """The capitalised words that touch an age, in the alphabet's order: "Ana Ruiz, 34", "34-year-old teacher Ana Ruiz".

    Args:
        before: The words before the age.
        quote: The age.
        after: The words behind it.
    """
    is_full = quote.endswith("old")  # "34 years old", "34-year-old"
    found = _behind(after) if is_full or _AT.match(before) else None
    return _parts(found or (_apposed(before, after) if is_full else None) or _named_before(before) or "")


def parent_beside(before: str, after: str) -> tuple[str, ...]:
    """The name of somebody whose children are counted: "Ana Vell, a mother of | two", "mother-of- | two | Ana Vell".

    Args:
        before: The words before the number.
        after: The words behind it.
    """
    found = _PARENT.search(before)
    return _parts(_behind(after) or (found[1] if found else ""))


def _named_before(before: str) -> str | None:
    """The name that the words before an age say it of: "Ana Vell, | 34", "Ana Vell, who was only | 34"."""
    found = next((match for pattern in _NAMED_BEFORE if (match := pattern.search(before))), None)
    if found is not None:
        return found[1]
    dies = _DIES.search(before)
    is_theirs = dies is not None and not any(word in _KIN or counts_people(word) for word in dies[2].split())
    return dies[1] if dies and is_theirs else None


def _apposed(before: str, after: str) -> str | None:
    """The name that a phrase with an age stands beside: "Ana Vell, a | 34-year-old | teacher, wept"."""
    found = _APPOSED.search(before)
    return found[1] if found and _APPOSITION_ENDS.match(after) else None


def whose(text: str, begin: int, at: int) -> tuple[str, ...]:
    """The words of the name of the person to whom an age goes back, in the alphabet's order; none where it does not.

    Args:
        text: A text.
        begin: Where the sentence of the age begins; whoever is named last before it is meant.
        at: Where the age begins.
    """
    if not _AGAIN.search(text, begin, at):
        return ()
    *_, last = "", *full_names(text, max(0, begin - _BEFORE), begin)
    return _parts(last)


def is_of_then(before: str, after: str) -> bool:
    """Whether an age is told as that of another time, and so is no longer true: "who was | 18 | at the time"."""
    return bool(_THEN.search(before) or _AT_THE_TIME.match(after))


def _parts(name: str) -> tuple[str, ...]:
    """The words of a name in the alphabet's order, without what somebody is: "Mayor | Rusk"."""
    words = name.split()
    begin = next((i for i, word in enumerate(words) if not counts_people(word.lower())), 0)
    return tuple(sorted({word for word in words[begin:] if len(word) >= _SHORTEST}))


def _behind(after: str) -> str | None:
    """The name behind an age, with no more than nouns between."""
    found = _NAMES_AFTER.search(after)
    if found is None or not stop_words().isdisjoint(found[1].split()) or _is_origin(after[found.end() :]):
        return None
    return found[2]


def _is_origin(after: str) -> bool:
    """Whether capitalised words say where somebody comes from: "a 36-year-old | Chilean | climber"."""
    behind = after.split(maxsplit=2)[:2]
    nouns = takewhile(lambda word: word not in stop_words(), behind)
    return any(counts_people(word.strip(",.")) for word in nouns)
