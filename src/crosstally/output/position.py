"""Where a figure stands in the file that its document was read from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file; lines and columns count from 1, columns in code points.

    Attributes:
        path: The file, with forward slashes; the doc_id where the file is not known.
        line: The line; None where it is not known.
        column: The column of the first character; None where it is not known, as in rows of a table.
        end_line: The line that the figure ends on.
        end_column: One past the last character.
    """

    path: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


def position_of(fact: Fact) -> Position:
    """The place of a figure, as far as it is known: facts from a fact table know their document's name alone."""
    document = fact.document
    path = PurePath(document.path or document.doc_id).as_posix()
    stands = fact.section == "body" and document.text[fact.start : fact.end] == fact.quote
    if document.line is None or document.is_row or not stands:
        return Position(path, document.line)
    line, column = _place(document.text, fact.start)
    end_line, end_column = _place(document.text, fact.end)
    above = document.line - 1
    return Position(path, above + line, column, above + end_line, end_column)


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
