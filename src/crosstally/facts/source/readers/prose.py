"""Plain text and Markdown: one report, which may start with what is known about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from crosstally.facts.source.columns import in_front
from crosstally.facts.source.decoding import decode
from crosstally.facts.source.piece import Given, Piece

SUFFIXES = (".txt", ".md")
PACKED = True

_FIELD = r"\w[\w -]{0,30}:(?:[ \t].*)?"
_LINE = rf"(?>(?:{_FIELD}|[ \t#-].*|)\r?\n)"
FRONT_MATTER = re.compile(rf"---[ \t]*\r?\n((?:{_LINE}){{1,50}}?)---[ \t]*(?:\r?\n|\Z)")
_OPEN = re.compile(rf"---[ \t]*\r?\n((?>{_FIELD}\r?\n){{1,50}})(?=\s*\S)")


def read(given: Given) -> Iterator[Piece]:
    """The report: the fields between two lines ``---`` at the head of a text, and the text below them."""
    yield report(decode(given.data(), given.path, given.on_note), partial(_tell, given))


def report(text: str, on_open: Callable[[], None] = lambda: None) -> Piece:
    """The report of a text.

    A text that merely starts with a rule keeps it: the block must name a known field. One that does not close ends
    with its last line ``key: value``.

    Args:
        text: The text.
        on_open: Told where the block does not close.
    """
    for is_open, front in enumerate((FRONT_MATTER, _OPEN)):
        block = front.match(text)
        pairs = (line.partition(":") for line in block[1].splitlines()) if block else ()
        fields: dict[str, object] = {key.strip(): value.strip().strip("\"'") for key, _, value in pairs if value}
        if block is None or not in_front(fields):
            continue
        if is_open:
            on_open()
        body = text[block.end() :]
        return Piece({**fields, "text": body}, line=1 + text.count("\n", 0, len(text) - len(body)))
    return Piece({"text": text}, line=1)


def _tell(given: Given) -> None:
    given.on_note(f"{given.path}: no --- closes its front matter, which is read as far as its lines are key: value")
