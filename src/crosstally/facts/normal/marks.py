"""Marks of the page inside words and numbers: hyphens at a line's end, the signs of footnotes, the dashes of wires."""

from __future__ import annotations

import re

from crosstally.facts.numbers.spelled import cardinals
from crosstally.facts.words.nouns import word_classes

_LINE_END = re.compile(r"(?<=[^\W_])-(?P<line>\n[ ]*)(?=(?P<after>[a-z]+))")
_BEFORE = re.compile(r"(?:[^\W\d_]+|\d+)$")
_LONGEST = 40  # letters of a word that is looked at
_FOOTNOTE = re.compile(
    r"(?<=[\w.,;:%)\"”’])(?:\[(?:\d{1,3}|[a-z]|note \d+|citation needed)\])+"
    r"|(?<=[a-z]{4})[⁰¹²³⁴-⁹]+|(?<=\d)[⁰¹²³⁴-⁹]+(?=[\s.,;:)])|(?<=[\w.,;%])[†‡§]+(?=\s|$)|(?<=\d)\*+(?=\s|$)"
)
_WIRED = re.compile(r"(?<=\S[ ])_(?=[ ]\S)")  # agencies' wires had no dash: "two aides _ both new _ left"
MARKS = re.compile(rf"(?=[-_\[⁰¹²³⁴-⁹†‡§*])(?:{_LINE_END.pattern}|{_FOOTNOTE.pattern}|{_WIRED.pattern})")
"""Where a text holds none of these, nothing of it is a mark of the page; what none can begin with is passed over."""


def without_marks(text: str) -> list[str]:
    """What each code point of a text is read as, where marks of the page are read as nothing, or as the dash they are.

    Returns:
        As many strings as there are code points.
    """
    read = list(text)
    for mark in _FOOTNOTE.finditer(text):
        for k in range(*mark.span()):
            read[k] = ""
    for wired in _WIRED.finditer(text):
        read[wired.start()] = "–"
    for broken in _LINE_END.finditer(text):
        for k in range(*broken.span("line")):
            read[k] = ""
        before = _BEFORE.search(text[max(0, broken.start() - _LONGEST) : broken.start()])
        if before is None or not _keeps_hyphen(before[0], broken["after"]):
            read[broken.start()] = ""
    return read


def _keeps_hyphen(before: str, after: str) -> bool:
    """Whether the hyphen that ends a line belongs to its word: "twenty-five", "well-known", not "sol-diers"."""
    first = before.lower()
    if before.isdigit() or first in cardinals():
        return True
    if first + after in word_classes():
        return False
    return first in word_classes() and after in word_classes()
