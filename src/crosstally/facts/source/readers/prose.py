"""Plain text and Markdown: one report, which may start with what is known about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosstally.facts.source.columns import in_front
from crosstally.facts.source.decoding import decode
from crosstally.facts.source.piece import Given, Piece

SUFFIXES = (".txt", ".md")
PACKED = True

FRONT_MATTER = re.compile(r"---[ \t]*\r?\n((?:.*\n){1,50}?)---[ \t]*(?:\r?\n|\Z)")


def read(given: Given) -> Iterator[Piece]:
    """The report: the fields between two lines ``---`` at the head of a text, and the text below them."""
    yield report(decode(given.data(), given.path, given.on_note))


def report(text: str) -> Piece:
    """The report of a text.

    A text that merely starts with a rule keeps it: the block must close, and name a known field.
    """
    block = FRONT_MATTER.match(text)
    pairs = (line.partition(":") for line in block[1].splitlines()) if block else ()
    fields: dict[str, object] = {key.strip(): value.strip().strip("\"'") for key, _, value in pairs if value}
    if block is None or not in_front(fields):
        return Piece({"text": text}, line=1)
    body = text[block.end() :]
    return Piece({**fields, "text": body}, line=1 + text.count("\n", 0, len(text) - len(body)))
