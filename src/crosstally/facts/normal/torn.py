"""Words that agencies' software tore apart or spelled out: "the U. S.", "a 16 -year-old", "euro55 million"."""

from __future__ import annotations

import re

_BLANK = re.compile(
    r"(?<=\d) (?=-(?:year|month|week|day|hour|minute|mile|foot|inch|metre|meter)s?\b)|(?<=\bU\.) (?=[SNK]\.)"
)
_EURO = re.compile(r"\beuro(?=\d)")  # of wires that had no sign for it
_HINTS = (" -", "U. ", "euro")


def may_be_torn(text: str) -> bool:
    """Whether a text holds what such a word has: a plain search, since nearly none does."""
    return any(hint in text for hint in _HINTS)


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
