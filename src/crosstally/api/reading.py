"""Documents to figures, and what is read and not kept: files and pages in, the fact table out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crosstally.errors import warn
from crosstally.facts.document import Document
from crosstally.facts.source.limits import LIMITS, Limits
from crosstally.facts.source.piece import ignore
from crosstally.run.batches import Extracted
from crosstally.run.reading import READING, Given, Reading, documents_of, extracted_facts

if TYPE_CHECKING:
    import pandas as pd

    from crosstally.facts.fact import Fact


def extract(documents: Iterable[Given] | Given | pd.DataFrame, *, jobs: int = 1, cache: bool = False) -> pd.DataFrame:
    """Pull the figures out of documents.

    Args:
        documents: Documents, as `read` gives them; or mappings with `text` and, where known, `id`, `title`, `source`,
            `published`, `url` and `event`; or plain texts. One or several, or a DataFrame with such columns.
        jobs: How many processes read them; the table is the same for any number. With more than one, a script needs
            the ``if __name__ == "__main__":`` that multiprocessing asks for.
        cache: Whether to keep the facts in the user's cache folder, and to take from it those of documents read before.

    Returns:
        The fact table, one row a figure, in the order of the documents and of their texts.

    Raises:
        InputError: A mapping has no text, or a value of a wrong type; two documents share an id; a path is given, which
            `read` takes.
        ConfigError: There are no jobs.
    """
    from crosstally.facts.tables.table import to_frame  # noqa: PLC0415 - a check of texts alone does without pandas

    with extracted_facts(documents_of(documents), Reading(jobs, cache)) as extracted:
        return to_frame(fact for _, facts in extracted for fact in facts)


def fetch(
    *urls: str,
    into: str | Path,
    limits: Limits = LIMITS,
    on_done: Callable[[str, Path], None] = lambda _url, _path: None,
    on_skip: Callable[[str], None] = warn,
) -> list[Path]:
    """Fetch pages from the web, each into a web archive that `read` takes; nothing else here opens a connection.

    The robots.txt of a site is kept to, a page a second is asked of it, and an answer has a minute.

    Args:
        *urls: Addresses of web pages, PDF files, feeds or plain texts. What was fetched before is not fetched again.
        into: A folder; it is made where it is missing.
        limits: How much one answer may hold.
        on_done: Told of each page, and of the file it is in.
        on_skip: Told in one line of each page that is not fetched, and why.

    Returns:
        The file of each page that is there now, in the order of the addresses.

    Raises:
        InputError: A package that is needed is not installed.
        CrosstallyError: The folder cannot be made.
    """
    from crosstally.fetching import fetch as fetching  # noqa: PLC0415 - those who fetch nothing load no network

    return fetching.fetch(urls, Path(into), limits=limits, on_done=on_done, on_skip=on_skip)


class Counts(NamedTuple):
    """How many rows `tabulate` wrote, of how many documents, and how many numbers it named as no figures."""

    figures: int
    reports: int
    skips: int = 0


def tabulate(
    *inputs: str | Path,
    out: Path,
    skips: Path | None = None,
    reading: Reading = READING,
) -> Counts:
    """Write the figures of files to one table, as `crosstally extract` does: piece by piece, in bounded memory.

    Args:
        *inputs: As `read` takes them.
        out: A .csv, .jsonl or .parquet file; it is there when all is well, and untouched otherwise.
        skips: A .csv file for the numbers that are no figures, each with what it is instead (see `skipped`).
        reading: How the documents are read.

    Raises:
        InputError: See `read`.
        CrosstallyError: The file cannot be written.
    """
    from crosstally.output.tables.skips import skips_written  # noqa: PLC0415

    figures = reports = 0

    def counted(extracted: Iterable[Extracted], name_skips: Callable[[Document, list[Fact]], None]) -> Iterator[Fact]:
        nonlocal figures, reports
        for number, (document, facts) in enumerate(extracted, 1):
            figures += len(facts)
            reports += bool(facts)
            name_skips(document, facts)
            yield from facts
            reading.on_done(number)

    with extracted_facts(reading.read(*inputs), reading) as extracted, skips_written(skips) as skipping:
        from crosstally.output.tables.facts import write as write_facts  # noqa: PLC0415
        from crosstally.output.tables.rows import facts_in_pieces  # noqa: PLC0415

        write_facts(facts_in_pieces(counted(extracted, skipping.add)), out)
    return Counts(figures, reports, skipping.count)


def skipped(documents: Iterable[Given] | Given | pd.DataFrame) -> pd.DataFrame:
    """The numbers of documents that are no figures, one row each, with what it is instead: a date, a label.

    Args:
        documents: As `extract` takes them.

    Returns:
        doc_id, source, section, start, end, quote and reason, as `crosstally extract --skips` writes them.
    """
    import pandas as pd  # noqa: PLC0415 - a check of texts alone does without pandas

    from crosstally.facts.skips import skips_of  # noqa: PLC0415
    from crosstally.output.tables.skips import COLUMNS  # noqa: PLC0415

    with extracted_facts(documents_of(documents), READING) as extracted:
        rows = [
            (document.doc_id, document.source, skip.section, skip.start, skip.end, skip.quote, skip.reason)
            for document, facts in extracted
            for skip in skips_of(document, facts)
        ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def facts_of(
    rows: Iterable[Mapping[str, object]] | pd.DataFrame, *, on_skip: Callable[[str], None] = ignore
) -> pd.DataFrame:
    """The fact table of figures that somebody keeps, as `check` takes it: a source, a measure and a value will do.

    Args:
        rows: Rows by column: `source`, `measure`, `value`; or, instead of the last two, a column for each measure
            (killed, injured ...). Others are taken where they are there: event, low, high, unit, counted, group, place,
            published, url, doc_id, quote, certainty ... Headers, measures and cells may be written as people do:
            "Fatalities", "10-12", "1,200*", "n/a".
        on_skip: Called with one line for each row or column that is left out, and each measure that is not known.

    Raises:
        InputError: There is no column of figures.
        SchemaError: Cells cannot be read; the message lists each with its row, its column and what would do.
    """
    from crosstally.facts.tables.given import loose_rows  # noqa: PLC0415
    from crosstally.facts.tables.table import to_frame  # noqa: PLC0415

    loose = loose_rows(rows)
    for line in loose.told:
        on_skip(line)
    return to_frame(loose.facts)
