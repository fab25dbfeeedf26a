"""Lines in capitals, as wires and headlines have them, in the small letters that other text has.

In capitals every word looks like a name. Places that the gazetteer knows, days and months get their capital back, what
may be an acronym stays as it is, and every other word is written small, names of people among them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from crosstally.facts.context.gazetteer import is_known, mark_of
from crosstally.facts.lexicon import load
from crosstally.facts.words.nouns import counts_people, singular, things, word_classes

CAPITALS = re.compile(
    r"(?:^|(?<=\s[-–—]\s)|(?<=\s--\s))(?=(?:[^a-z\n]*?[A-Z]{2}[^a-z\n]*?\s){2}[^a-z\n]*?[A-Z]{2})[^a-z\n]{12,}$",
    re.MULTILINE,
)
"""A line in which three words or more stand in capitals and nothing in small letters, a dateline before it or none."""

_WORD = re.compile(r"[A-Z]+(?:['’][A-Z]+)*(?![\d.]?[A-Z]\.)")
_LONGEST_NAME = 3  # words of a place
_LONGEST_CUT = 4  # letters of an abbreviation
_ENDED = re.compile(r"[.!?][\"”’)]*\s+[\"“‘(]*")
_ACRONYM = 5  # letters of the longest acronym that cannot be said


def in_small_letters(line: str) -> str:
    """A line of capitals as a sentence has it; as long as it was."""
    words = list(_WORD.finditer(line))
    parts, done, k = [], 0, 0
    while k < len(words):
        length = next((n for n in range(_LONGEST_NAME, 0, -1) if _is_place(line, words[k : k + n], n)), 0)
        for word in words[k : k + max(length, 1)]:
            opens = _opens_line(line, words, k) or _opens_sentence(line, words, k)
            parts += [line[done : word.start()], _cased(word[0], is_name=opens or length > 0)]
            done = word.end()
        k += max(length, 1)
    return "".join([*parts, line[done:]])


def _opens_line(line: str, words: Sequence[re.Match[str]], k: int) -> bool:
    return k == 0 and not any(map(str.isdigit, line[: words[0].start()]))


def _opens_sentence(line: str, words: Sequence[re.Match[str]], k: int) -> bool:
    """Whether a sentence ends right before a word: "... IN TWO CITIES. | THE", but not "$9 MIL. | DRUG BUST"."""
    if k == 0 or not _ENDED.fullmatch(line, words[k - 1].end(), words[k].start()):
        return False
    last = words[k - 1][0].lower()
    is_word = last in _common() or singular(last) in things() or counts_people(singular(last))
    return len(last) > _LONGEST_CUT or is_word


def _is_place(line: str, words: list[re.Match[str]], length: int) -> bool:
    """Whether so many words, with a space between each two, are the name of a place, and of nothing common."""
    if len(words) < length or any(line[one.end() : other.start()] != " " for one, other in pairwise(words)):
        return False
    name = " ".join(word[0].capitalize() for word in words)
    return is_known(name) and mark_of(name) != "!" and not (length == 1 and name.lower() in _common())


def _cased(word: str, *, is_name: bool) -> str:
    is_unsaid = len(word) <= _ACRONYM and not re.search("[AEIOUY]", word)
    if word in acronyms() or (is_unsaid and word not in _unsaid_words()):
        return word
    return word.capitalize() if is_name or word in _capitalised() else word.lower()


@cache
def _common() -> frozenset[str]:
    return frozenset({*word_classes(), *load("nouns")["stop"]})


@cache
def acronyms() -> frozenset[str]:
    """What is written in capitals in every text: "UN", "GMT"."""
    return frozenset(load("capitals")["acronyms"])


@cache
def _unsaid_words() -> frozenset[str]:
    """Words without a vowel that are no acronyms."""
    return frozenset(word.upper() for word in load("capitals")["unsaid"])


@cache
def _capitalised() -> frozenset[str]:
    return frozenset(word.upper() for word in load("capitals")["capitalised"])
