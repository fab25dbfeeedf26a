"""The table of skips: one row for each number that is no figure, and what it is instead."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.facts.skips import skips_of
from crosstally.facts.tables.cells import guarded
from crosstally.output.tables.whole import whole_file

COLUMNS = ("doc_id", "source", "section", "start", "end", "quote", "reason")


class Skipping:
    """A place for skips, which counts them; without a stream it takes none."""

    def __init__(self, stream: TextIO | None) -> None:
        """Take where the rows go."""
        self.count = 0
        self._rows = csv.writer(stream, lineterminator="\n") if stream else None
        if self._rows:
            self._rows.writerow(COLUMNS)

    def add(self, document: Document, facts: Iterable[Fact]) -> None:
        """Write the numbers of a document that stand in none of its facts."""
        if self._rows is None:
            return
        for skip in skips_of(document, facts):
            self.count += 1
            words = map(guarded, (document.doc_id, document.source, skip.section))
            self._rows.writerow([*words, skip.start, skip.end, guarded(skip.quote), skip.reason])


@contextmanager
def skips_written(path: Path | None) -> Iterator[Skipping]:
    """A place for skips that becomes a .csv file when nothing goes wrong; one that takes none without a path.

    Raises:
        CrosstallyError: It cannot be written there.
    """
    if path is None:
        yield Skipping(None)
        return
    with whole_file(path) as unfinished, unfinished.open("w", encoding="utf-8", newline="") as stream:
        yield Skipping(stream)
