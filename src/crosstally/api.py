"""crosstally in Python: read documents, extract facts, check them, write tables. Nothing here prints or exits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from crosstally.errors import ConfigError, InputError, warn
from crosstally.facts.document import Document
from crosstally.facts.source.kinds import is_table
from crosstally.facts.source.limits import LIMITS, Limits
from crosstally.facts.source.piece import ignore
from crosstally.facts.source.reading import read
from crosstally.facts.source.rows import is_fact_table
from crosstally.facts.tables.loose.grid import is_loose
from crosstally.results import Tables
from crosstally.rules.alignment.alignment import Aligner, align
from crosstally.rules.decisions.decision import Decision
from crosstally.rules.decisions.file import read_decisions
from crosstally.rules.decisions.writing import append
from crosstally.rules.tables import tables as frames
from crosstally.run.batches import Extracted
from crosstally.run.engines import load_engine
from crosstally.run.packed_facts import unpack
from crosstally.run.placing import Events, checked, checked_archive
from crosstally.run.reading import READING, Given, Reading, archived, documents_of, extracted_facts

if TYPE_CHECKING:
    import pandas as pd

    from crosstally.facts.fact import Fact
    from crosstally.facts.skips import Skip
    from crosstally.output.tables.texts import Mismatch
    from crosstally.rules.audit.audit import Audit
    from crosstally.rules.report import Report
    from crosstally.rules.rule import Rule
    from crosstally.run.parts import Manifest

__all__ = [
    "Counts",
    "Reading",
    "Tables",
    "audit",
    "check",
    "check_corpus",
    "decide",
    "examine",
    "extract",
    "facts_of",
    "fetch",
    "read",
    "skipped",
    "tabulate",
    "verify",
    "vet",
    "write",
]

_ALIGN = align


def extract(documents: Iterable[Given] | Given, *, jobs: int = 1, cache: bool = False) -> pd.DataFrame:
    """Pull the figures out of documents.

    Args:
        documents: Documents, as `read` gives them; or mappings with `text` and, where known, `id`, `title`, `source`,
            `published`, `url` and `event`; or plain texts. One or several.
        jobs: How many processes read them; the table is the same for any number. With more than one, a script needs
            the ``if __name__ == "__main__":`` that multiprocessing asks for.
        cache: Whether to keep the facts in the user's cache folder, and to take from it those of documents read before.

    Returns:
        The fact table, one row a figure, in the order of the documents and of their texts.

    Raises:
        InputError: A mapping has no text, or a value of a wrong type; two documents share an id.
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
        into: A folder; it is made when the folder above is there.
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


def skipped(documents: Iterable[Given] | Given) -> list[tuple[Document, Skip]]:
    """The numbers of documents that are no figures, each with its document and what it is instead: a date, a label.

    Args:
        documents: As `extract` takes them.
    """
    from crosstally.facts.skips import skips_of  # noqa: PLC0415

    with extracted_facts(documents_of(documents), READING) as extracted:
        return [(document, skip) for document, facts in extracted for skip in skips_of(document, facts)]


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


def check(  # noqa: PLR0913 - what a run needs
    given: Iterable[Given] | Given | pd.DataFrame,
    *,
    policy: str = "majority",
    events: Events = "given",
    decisions: str | Path | Sequence[Decision] = (),
    align: Aligner = align,
    jobs: int = 1,
    engine: str = "local",
    scheduler: str | None = None,
) -> Tables:
    """Say where the figures of several reports contradict each other.

    Args:
        given: Documents, as `extract` takes them, a fact table, as it gives it, or a table that `facts_of` takes.
        policy: Which figure stands for a quantity when its claims differ: majority (of independent sources), latest,
            lowest, highest, or as a data set codes its sources: acled, emdat or ucdp.
        events: "given": a document tells of the event it names, and those that name none are grouped by what happened;
            plain texts tell of one event. "find": all are grouped by what happened, whatever they name.
        decisions: What people decided: a file of decisions, or decisions themselves.
        align: What sorts the facts of one event into quantities; one of your own does so in this process.
        jobs: As in `extract`.
        engine: Whose processes work: "local", or "dask", which needs the extra of that name. The tables are the same.
        scheduler: Where the scheduler of a Dask cluster answers ("tcp://10.0.0.1:8786"); without, `jobs` processes of
            this machine are the cluster.

    Returns:
        The tables `facts`, `quantities`, `findings`, `codings`, `decisions` and `held_apart`.

    Raises:
        InputError: See `extract`.
        SchemaError: A fact table breaks its schema; the message lists every failing row and column.
        ConfigError: There is no such policy or engine, or the file of decisions is malformed.
        CrosstallyError: No scheduler answers.
    """
    import pandas as pd  # noqa: PLC0415

    from crosstally.facts.tables.table import from_frame  # noqa: PLC0415

    held = _held(decisions)
    if isinstance(given, pd.DataFrame):
        given = given if {"fact_id", "quote"} <= {*given.columns} else facts_of(given)
        facts = from_frame(given)
        return Tables.made_from(checked(facts, [], policy=policy, events=events, decisions=held, align=align))
    reading = Reading(jobs, engine=load_engine(engine, scheduler))
    if align is not _ALIGN:  # which no other process may know
        documents = list(documents_of(given))
        with extracted_facts(documents, reading) as extracted:
            facts = [fact for _, found in extracted for fact in found]
        return Tables.made_from(checked(facts, documents, policy=policy, events=events, decisions=held, align=align))
    with archived(documents_of(given), reading) as (archive, cache):
        return Tables.made_from(checked_archive(archive, cache, reading, policy, events, decisions=held))


def examine(
    *inputs: str | Path,
    policy: str = "majority",
    events: Events = "given",
    reading: Reading = READING,
    rules: Sequence[Rule] | None = None,
    decisions: Sequence[Decision] = (),
) -> Report:
    """Check files as `crosstally check` does, without pandas: documents, and fact tables told by their columns.

    Args:
        *inputs: As `read` takes them; a fact table is a .csv, .parquet or .jsonl file with `fact_id` and `quote`, a
            table of figures one of these or an .xlsx file with what `facts_of` asks for.
        policy: As in `check`.
        events: As in `check`.
        reading: How the documents are read.
        rules: The rules to ask; all that come with crosstally by default.
        decisions: What people decided.

    Raises:
        InputError: See `read`; also a document that two inputs hold.
        SchemaError: A fact table breaks its schema; the message lists every failing row and column.
        ConfigError: There is no such policy.
    """
    files = [path for path in map(Path, inputs) if path.is_file()]
    tables = [path for path in files if is_table(path) and is_fact_table(path)]
    loose = [path for path in files if path not in tables and is_loose(path, reading.mapping)]
    others = [item for item in inputs if Path(item) not in (*tables, *loose)]
    tables += loose
    facts: list[Fact] = []
    if tables:
        from crosstally.facts.tables.given import facts_of_tables  # noqa: PLC0415 - few runs are given any

        facts += facts_of_tables(tables, loose, reading.on_skip, reading.mapping)
    given = reading.read(*others) if others or not tables else iter(())
    with archived(given, reading) as (archive, cache):
        if not facts:
            return checked_archive(archive, cache, reading, policy, events, rules, decisions)
    documents = list(archive.documents())
    if both := {fact.document.doc_id for fact in facts} & {document.doc_id for document in documents}:
        raise InputError(f"a fact table already holds the facts of {', '.join(sorted(both))}")
    facts += [fact for place in range(len(documents)) for fact in unpack(*archive.get(place))]
    return checked(
        facts,
        documents,
        policy=policy,
        events=events,
        rules=rules,
        decisions=decisions,
        on_skip=reading.on_skip,
    )


def check_corpus(  # noqa: PLR0913 - what a run needs
    *shards: str | Path,
    out: str | Path,
    policy: str = "majority",
    events: Events = "given",
    rules: Sequence[Rule] | None = None,
    configuration: str | None = None,
    decisions: str | Path | Sequence[Decision] = (),
    jobs: int = 1,
    engine: str = "local",
    scheduler: str | None = None,
    on_skip: Callable[[str], None] = warn,
) -> Manifest:
    """Check a corpus that stands in shards, as `crosstally corpus` does: no process holds more than a part of it.

    The tables are those that `check` gives, row for row, as folders of Parquet files: `facts/part-000000.parquet` and
    so on, with a manifest.json that is written last. Parts hold whole events, in the
    order of their first documents.

    Args:
        *shards: Folders, globs and files of .parquet, .jsonl or .csv, as paths or URLs that fsspec knows
            ("s3://bucket/news/*.parquet").
        out: A folder for the tables, a path or URL.
        policy: As in `check`.
        events: As in `check`. To find events, this process reads all documents that name none.
        rules: Those of crosstally, with the severities that hold; all by default.
        configuration: The fingerprint of the settings, which each part then names.
        decisions: As in `check`; the table of decisions has those that did something.
        jobs: As in `check`.
        engine: As in `check`.
        scheduler: As in `check`.
        on_skip: As in `read`.

    Returns:
        How many documents and events there are, findings by severity, rows by table and part.

    Raises:
        InputError: There are no shards, or they cannot be reached.
        ConfigError: No such policy or engine; a rule is none of crosstally's.
        CrosstallyError: No scheduler answers, or `out` cannot be written to.
    """
    try:
        from crosstally.run import corpus  # noqa: PLC0415 - fsspec and pandas, only for those who have shards
    except ModuleNotFoundError as error:
        raise ConfigError(f"shards need {error.name}: pip install 'crosstally[dask]'") from None

    return corpus.check_corpus(
        [str(shard) for shard in shards],
        str(out),
        rules=rules,
        policy=policy,
        events=events,
        jobs=jobs,
        engine=load_engine(engine, scheduler),
        configuration=configuration,
        decisions=_held(decisions),
        on_skip=on_skip,
    )


def audit(
    table: str | Path | pd.DataFrame,
    *sources: str | Path,
    reading: Reading = READING,
    decisions: str | Path | Sequence[Decision] = (),
) -> Audit:
    """Hold every figure of a table against the sources that its row cites, as `crosstally audit` does.

    Args:
        table: A file or a DataFrame of what `facts_of` takes. Its rows are matched to sources by url, doc_id, source
            and event, as far as they name them; a row that names none cites all.
        *sources: As `read` takes them.
        reading: How the sources are read.
        decisions: As in `check`.

    Returns:
        `rows`, a verdict with its evidence for each figure, in the order of the table; `report`, what is wrong.

    Raises:
        InputError: See `read` and `facts_of`.
        SchemaError: See `facts_of`.
    """
    from crosstally.facts.numbers.mentioned import numbers_in  # noqa: PLC0415
    from crosstally.facts.tables.given import loose_rows  # noqa: PLC0415
    from crosstally.facts.tables.loose.loose import read_loose  # noqa: PLC0415
    from crosstally.rules.audit.audit import audit_of  # noqa: PLC0415

    loose = read_loose(Path(table), reading.mapping) if isinstance(table, str | Path) else loose_rows(table)
    for line in loose.told:
        reading.on_skip(f"{table}: {line}" if isinstance(table, str | Path) else line)
    documents: list[Document] = []
    facts: list[Fact] = []
    with extracted_facts(reading.read(*sources), reading) as extracted:
        for number, (document, found) in enumerate(extracted, 1):
            documents.append(document)
            facts += found
            reading.on_done(number)
    return audit_of(loose.rows, documents, facts, numbers_in, _held(decisions))


def vet(output: str | Path | Any, *sources: str | Path, on_skip: Callable[[str], None] = ignore) -> Audit:
    """Hold what a program or a language model extracted against the texts that it says it is from.

    Args:
        output: A .json or .jsonl file, or the same as Python objects: rows with quote, start, end, value, hedge, unit
            ...; or what langextract, quantulum3, Recognizers-Text, CQE, spaCy or a tool for Web Annotations give.
        *sources: The texts, as `read` takes them; none where the output holds them.
        on_skip: As in `read`.

    Returns:
        `rows`, each figure with "right" or what is wrong with it first; `report`, all that is wrong.

    Raises:
        InputError: See `read`; the output is no such thing, or names a text that is not there.
    """
    from crosstally.facts.adapters.extraction import extractions_of, numbered, read_extractions  # noqa: PLC0415
    from crosstally.rules.vetting.vetting import vet as held  # noqa: PLC0415

    is_file = isinstance(output, str | Path)
    found = read_extractions(Path(output)) if is_file else numbered(extractions_of(output))
    documents = list(read(*sources, on_skip=on_skip)) if sources else []
    return held(found, documents, Path(output) if is_file else Path("output"))


def write(tables: frames.Tables, folder: str | Path) -> None:
    """Write tables to a folder: each as .csv and .parquet, all in crosstally.sqlite, and a datapackage.json about them.

    Args:
        tables: As `check` gives them.
        folder: Where to; it is made when the folder above is there. Files of the same names are replaced.

    Raises:
        SchemaError: A table breaks its schema; nothing is written.
        CrosstallyError: The folder cannot be made or written to.
    """
    from crosstally.output.tables.frames import write as write_frames  # noqa: PLC0415

    write_frames(tables, Path(folder))


def decide(decision: Decision, path: str | Path) -> None:
    """Keep a decision: add it to a file of decisions, below what is there.

    Args:
        decision: A `Reading`, an `Alignment` or an `Adjudication` (see `crosstally.rules.decisions.decision`).
        path: The file; it is made if there is none.

    Raises:
        ConfigError: What is there is malformed, or says the contrary.
        CrosstallyError: The file cannot be written.
    """
    append(decision, Path(path))


def _held(decisions: str | Path | Sequence[Decision]) -> Sequence[Decision]:
    return read_decisions(Path(decisions)) if isinstance(decisions, str | Path) else decisions


class Verified(NamedTuple):
    """What `verify` found.

    Attributes:
        facts: How many facts there are.
        mismatches: Those whose quote is not in the kept text where it should be.
    """

    facts: int
    mismatches: list[Mismatch]


def verify(folder: str | Path) -> Verified:
    """Hold every quote of a run against the texts that were kept with it.

    Args:
        folder: What ``crosstally check --out DIR --keep-text`` wrote.

    Raises:
        InputError: The table of facts or the kept texts are missing or malformed.
        SchemaError: The table breaks its schema.
    """
    from crosstally.facts.tables.table import read_facts  # noqa: PLC0415
    from crosstally.output.tables.texts import NAME, mismatches  # noqa: PLC0415
    from crosstally.output.tables.whole_folder import finish  # noqa: PLC0415

    folder = Path(folder)
    finish(folder)
    facts = read_facts(next((path for path in (folder / "facts.parquet",) if path.is_file()), folder / "facts.csv"))
    return Verified(len(facts), list(mismatches(facts, folder / NAME)))
