"""Words that agencies' software tore apart or spelled out: "the U. S.", "a 16 -year-old", "euro55 million"."""

from __future__ import annotations

import re

_BLANK = re.compile(
    r"(?<=\d) (?=-(?:year|month|week|day|hour|minute|mile|foot|inch|metre|meter)s?\b)|(?<=\bU\.) (?=[SNK]\.)"
)
_EURO = re.compile(r"\beuro(?=\d)")  # of wires that had no sign for it
_TORN = re.compile(rf"(?=[ e])(?:{_BLANK.pattern}|{_EURO.pattern})")
_HINTS = (" -", "U. ", "euro")


def is_torn(text: str) -> bool:
    """Whether a text holds such a word: a plain search for what it has comes first, since most texts hold none."""
    return any(hint in text for hint in _HINTS) and _TORN.search(text) is not None


def mended(text: str) -> list[str]:
    """What each code point of a text is read as, where such words are read as they were meant.

    Returns:
        As many strings as there are code points.
    """
    read = list(text)
    for blank in _BLANK.finditer(text):
        read[blank.start()] = ""
    for euro in _EURO.finditer(text):
        read[euro.start() : euro.end()] = ["€", *[""] * (len(euro[0]) - 1)]
    return read
