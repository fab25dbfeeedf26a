"""A text in its normal form, and the way back: which characters of the original each of its characters stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crosstally.facts.normal.capitals import CAPITALS, in_small_letters
from crosstally.facts.normal.characters import STRANGE, read_characters
from crosstally.facts.normal.marks import MARKS, without_marks
from crosstally.facts.normal.pasted_tables import may_hold_tables, tell_tables
from crosstally.facts.normal.torn import is_torn, mended


@dataclass(frozen=True, slots=True)
class Normal:
    """A text as it is read.

    Attributes:
        original: The text as it was given.
        text: The same in normal form.
        places: The offset in `original` of each code point of `text`; None where offsets are the same.
    """

    original: str
    text: str
    places: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that a span of the text, which is not empty, stands for."""
        return (start, end) if self.places is None else (self.places[start], self.places[end - 1] + 1)


def normal(text: str) -> Normal:
    """The normal form of a text: as it was, but for a few searches, where nothing is strange about it."""
    found = Normal(text, text)
    if may_hold_tables(text):
        found = _changed(found, tell_tables)
    if STRANGE.search(found.text):
        found = _changed(found, read_characters)
    if MARKS.search(found.text):
        found = _changed(found, without_marks)
    if is_torn(found.text):
        found = _changed(found, mended)
    if CAPITALS.search(found.text):
        small = CAPITALS.sub(lambda line: in_small_letters(line[0]), found.text)
        found = Normal(text, small, found.places)
    return found


def _changed(before: Normal, read: Callable[[str], list[str]]) -> Normal:
    """The text after a step that says what each of its code points is read as."""
    read_as = read(before.text)
    old = before.places or range(len(before.text))
    places = [place for place, characters in zip(old, read_as, strict=True) for _ in characters]
    return Normal(before.original, "".join(read_as), places)
