"""Persons: whose an age is, by the name beside it ("Ana Ruiz, 34") or before ("The 28-year-old", "She was 28")."""

from __future__ import annotations

import re
from itertools import takewhile

from crosstally.facts.context.names import full_names
from crosstally.facts.words.nouns import counts_people, stop_words

NAME = r"[A-Z][^\W\d_]+(?:[-'\u2019][A-Z]?[^\W\d_]+)*"
_NAMES_BEFORE = re.compile(
    r"(?<!\bfrom\s)(?<!\bin\s)(?<!\bat\s)(?<!\bnear\s)"  # "two brothers from | Port Ellis, aged 31"
    rf"\b((?:{NAME}\s+)*{NAME})(?:,|\s\(|,?\s(?:aged?|was|is))(?:\s(?:only|just))?\s*$"
)
_NAMES_AFTER = re.compile(rf"^\s*,?\s*((?:[a-z]+\s+){{0,3}})((?:{NAME}\s+)*{NAME})")
_BEFORE = 250  # code points before its sentence in which somebody is named: a sentence or two
_AGAIN = re.compile(r"The $|\b(?:[Hh]e|[Ss]he) (?:is|was|turned)(?: (?:only|just|then|now))? $")
_SHORTEST = 3  # letters of a name


def named_beside(before: str, quote: str, after: str) -> tuple[str, ...]:
    """The capitalised words that touch an age, in the alphabet's order: "Ana Ruiz, 34", "34-year-old teacher Ana Ruiz".

    Args:
        before: The words before the age.
        quote: The age.
        after: The words behind it.
    """
    if quote.endswith("old"):
        name = _behind(after)
    else:
        found = _NAMES_BEFORE.search(before)
        name = found[1] if found else None
    return _parts(name or "")


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


def _parts(name: str) -> tuple[str, ...]:
    return tuple(sorted({word for word in name.split() if len(word) >= _SHORTEST}))


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
