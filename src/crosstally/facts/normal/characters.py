"""Characters that look like others or like nothing: each is read as what a reader sees.

Sources: Unicode's default-ignorable code points (DerivedCoreProperties), NFKC for ligatures and full-width forms
(UAX #15), and of its confusables (UTS #39) the letters that pass for Latin ones.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\x0b\x0c\x1c-\x1f\x85"
_PRESENTED = "\ufb00-\ufb06\uff01-\uff5e"  # ligatures, full-width forms
_MARKS = "\u0300-\u036f"  # accents that stand behind their letter
_ACCENTS = "`\u00b4"  # that stand alone, and for an apostrophe between letters: "the pilot`s son"
_CYRILLIC = dict(zip("АВЕКМНОРСТХУІЈЅавекмнорстхуіјѕ", "ABEKMHOPCTXYIJSabekmhopctxyijs", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ", "ABEZHIKMNOPTYXovp", strict=True))
LOOK_ALIKES = _CYRILLIC | _GREEK

_LETTERS = "".join(LOOK_ALIKES)
_HIDDEN = rf"{_INVISIBLE}{_SPACES}{_PRESENTED}{_MARKS}\r\u2028\u2029"

STRANGE = re.compile(  # begins with the class of all that it can begin with, so that all else is passed over at once
    rf"[{_HIDDEN}\d{_LETTERS}{_ACCENTS}]"
    rf"(?:(?<=[{_HIDDEN}])|(?<=[A-Za-z][{_ACCENTS}])(?=[A-Za-z])|(?<=(?![0-9])\d)|(?<=[A-Za-z][{_LETTERS}])|(?<=[{_LETTERS}])(?=[A-Za-z]))"
)
"""Where a text holds none of these, its characters are as they should be."""

_UNPRINTED = re.compile("[^ -~\n]")
_APOSTROPHE = re.compile(f"(?<=[A-Za-z])[{_ACCENTS}](?=[A-Za-z])")
_WORD = re.compile(r"[^\W\d_]+")


def read_characters(text: str) -> list[str]:
    """What each code point of a text is read as: itself, another, several, or nothing.

    Returns:
        As many strings as there are code points.
    """
    read = list(text)
    for strange in _UNPRINTED.finditer(text):
        k = strange.start()
        read[k] = "" if text.startswith("\r\n", k) else _seen(strange[0])
    for word in _WORD.finditer(text):
        if any(letter in LOOK_ALIKES for letter in word[0]) and any(letter.isascii() for letter in word[0]):
            for k in range(*word.span()):
                read[k] = LOOK_ALIKES.get(text[k], read[k])
    for accent in _APOSTROPHE.finditer(text):
        read[accent.start()] = "'"
    for accented in re.finditer(rf"[^\W\d_][{_MARKS}]+", text):
        composed = unicodedata.normalize("NFC", accented[0])
        if len(composed) == 1:
            begin, end = accented.span()
            read[begin:end] = [composed, *[""] * (end - begin - 1)]
    return read


@cache
def _seen(character: str) -> str:
    if character.isascii() and character not in "\r\t\x0b\x0c\x1c\x1d\x1e\x1f":
        return character
    if re.match(f"[{_INVISIBLE}]", character):
        return ""
    if re.match("[\r\u2028\u2029]", character):
        return "\n"
    if re.match(f"[{_SPACES}]", character):
        return " "
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return unicodedata.normalize("NFKC", character) if re.match(f"[{_PRESENTED}]", character) else character
