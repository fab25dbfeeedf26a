"""The language of a text: English, or which other, told by its script and its closed-class words.

Where three or more different closed-class words of another language stand in a text, and more than English ones, it is
not English. A model would tell more languages, at a second of loading for every run; a text of a language that is not
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
    words = _WORDS.findall(text[:_OPENING].lower())
    letters = sum(map(len, words))
    foreign = [word for word in words if not word.isascii() and not _is_latin(word)]
    if letters and 2 * sum(map(len, foreign)) > letters:
        return f"{_script(foreign[0][0])} script"
    different = {*words}
    found = {language: len(different & known) for language, known in _closed_class().items()}
    english = found.pop("en")
    language = max(found, key=lambda name: found[name])
    return load("languages")["names"][language] if found[language] >= max(_LEAST, english + 1) else ENGLISH


def _is_latin(word: str) -> bool:
    return _script(word[0]) in {"Latin", "Feminine", "Masculine", "Modifier"}


@cache
def _script(letter: str) -> str:
    name = unicodedata.name(letter, "unknown").split()[0].capitalize()
    return {"Cjk": "Han", "Hiragana": "Han", "Katakana": "Han"}.get(name, name)


@cache
def _closed_class() -> dict[str, frozenset[str]]:
    return {language: frozenset(words) for language, words in load("languages")["words"].items()}
