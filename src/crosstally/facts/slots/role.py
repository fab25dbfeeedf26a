"""The noun of whom an age is: "a 15-year-old | girl |", "the | owner |, Bo Rusk, 41", "Bo Rusk, 34, a | nurse |"."""

from __future__ import annotations

import re

from crosstally.facts.context.speech import words as titles
from crosstally.facts.lexicon import load
from crosstally.facts.slots.persons import IS, NAMES, ONLY
from crosstally.facts.words.nouns import anybody, counts_people, stop_words

_AGED = rf"(?:,{ONLY}\s|\s\(|,?\saged?\s)"  # between somebody and a bare age
_BEFORE = (
    re.compile(rf"([A-Za-z-]+)(?:{_AGED}|\sof\s)$"),  # "the gunman, | 34", "a girl of | nine"
    re.compile(  # "the gunman, Bo Rusk, | 34", "clerk Bo Rusk (34", "a suspect identified as Bo Rusk, a | 34-year-old"
        rf"([A-Za-z-]+)(?:,|,?\s(?:named|called|identified\sas))?\s{NAMES}(?:{_AGED}|,?\san?\s|,\s)$"
    ),
)
_AFTER_NAME = re.compile(rf"^\)?,\s(?:an?|the|his|her|their|who\s{IS}\san?)\s((?:[a-z-]+\s?){{1,4}})")
_BEHIND = re.compile(r"^[\s-]((?:[a-z-]+\s?){1,4})")  # "a 34-year-old | train driver from Sel"
_THE = r"(?:\b[Tt]he\s(?:[a-z-]+\s){0,2}?|^(?:[A-Z][a-z-]+\s)?)([A-Za-z]+)"  # "The sacked clerk", "Sacked clerk"
_DEFINITE = (
    re.compile(rf"{_THE}(?:,{ONLY}|\s\(|,?\s(?:aged?|{IS}{ONLY}))\s*$"),  # "The gunman, | 34"
    re.compile(rf"{_THE},(?:\s[^,.;:]+,)?\s(?:who(?:se)?\s)?{IS}{ONLY}\s*$"),  # "The gunman, not named yet, was | 34"
)
_APPOSED = re.compile(rf"{_THE}(?:,\s(?:who\s{IS}\s)?|\s{IS}\s)an?\s*$")  # "the gunman, a | 34-year-old"


def role_of(before: str, quote: str, after: str) -> str | None:
    """The noun of the one person whom an age is of, in small letters; None where no noun says who.

    Args:
        before: The words of its sentence before the age.
        quote: The age.
        after: The words behind it.
    """
    if quote.endswith("old") and (noun := _head(_BEHIND.match(after))) is not None:
        return noun
    beside = (found for pattern in _BEFORE if (found := pattern.search(before)))
    noun = next((found[1].lower() for found in beside if _is_role(found[1], found.start(1))), None)
    return noun or _head(_AFTER_NAME.match(after)) or next(iter(role_beside(before, quote)), None)


def _is_role(word: str, at: int) -> bool:
    """Whether a word says who somebody is, and is no name: small, or what a sentence begins with, or a title."""
    noun = word.lower()
    is_listed = at == 0 and noun in load("people")["words"]
    return counts_people(noun) if word.islower() else is_listed or noun in titles("title")


def role_beside(before: str, quote: str) -> tuple[str, ...]:
    """The noun of the one person, not named, whom an age is said of: "The gunman, | 34", "Sacked clerk, | 34, held".

    None of a noun that fits anybody: "the man, | 34", "the victim, | 34".

    Args:
        before: The words of its sentence before the age.
        quote: The age.
    """
    patterns = (*_DEFINITE, _APPOSED) if quote.endswith("old") else _DEFINITE
    found = next((match for pattern in patterns if (match := pattern.search(before))), None)
    noun = found[1].lower() if found else ""
    return (noun,) if counts_people(noun) and noun not in anybody() | stop_words() else ()


def _head(found: re.Match[str] | None) -> str | None:
    """The head of a run of words in small letters: the last of them that is a person, before the first idle word."""
    people = None
    for word in found[1].split() if found else ():
        if word in stop_words():
            break
        people = word if counts_people(word) else people
    return people
