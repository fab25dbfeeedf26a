"""The language of a text: English, or which other, told by its script and its closed-class words.

Where three or more different closed-class words of another language stand in a text, two where no English one does, and
more than English ones, it is not English. Words that begin with a capital, as names do, tell nothing unless they open
the text. A model would tell more languages, at a second of loading for every run; a text of a language that is not
listed here and written in Latin letters is taken for English.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from crosstally.facts.lexicon import load

ENGLISH = "English"

_OPENING = 1000  # characters that tell the language
_WORDS = re.compile(r"[^\W\d_]+")
_LEAST = 3  # closed-class words that make a language


def language_of(text: str) -> str:
    """The language of a text by name, "Cyrillic script" and the like where its letters are not Latin.

    Args:
        text: Its first 1,000 characters are looked at.
    """
    written = _WORDS.findall(text[:_OPENING])
    words = [word.lower() for word in written]
    foreign = [word for word in words if not word.isascii() and not _is_latin(word)]
    if foreign and 2 * sum(map(len, foreign)) > sum(map(len, words)):
        return f"{_script(foreign[0][0])} script"
    small = {word for word in written if word.islower()} | {*words[:1]} if any(map(str.islower, written)) else {*words}
    if len(small & _foreign()) < _LEAST - 1:
        return ENGLISH
    found = {language: len(small & known) for language, known in _closed_class().items()}
    english = len({*words} & _closed_class()["en"])
    del found["en"]
    language = max(found, key=lambda name: found[name])
    least = max(_LEAST, english + 1) if english else _LEAST - 1
    return load("languages")["names"][language] if found[language] >= least else ENGLISH


def _is_latin(word: str) -> bool:
    return _script(word[0]) in {"Latin", "Feminine", "Masculine", "Modifier"}


@cache
def _script(letter: str) -> str:
    name = unicodedata.name(letter, "unknown").split()[0].capitalize()
    return {"Cjk": "Han", "Hiragana": "Han", "Katakana": "Han"}.get(name, name)


@cache
def _foreign() -> frozenset[str]:
    """The closed-class words of all languages but English."""
    return frozenset().union(*(words for language, words in _closed_class().items() if language != "en"))


@cache
def _closed_class() -> dict[str, frozenset[str]]:
    return {language: frozenset(words) for language, words in load("languages")["words"].items()}
