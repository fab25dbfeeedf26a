"""Where the figures of several reports contradict each other: of documents, of tables of figures, of files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crosstally.api.reading import facts_of
from crosstally.errors import InputError
from crosstally.facts.source.kinds import is_table
from crosstally.facts.source.rows import is_fact_table
from crosstally.facts.tables.loose.grid import is_loose
from crosstally.results import Tables
from crosstally.rules.alignment.alignment import Aligner, align
from crosstally.rules.decisions.decision import Decision
from crosstally.rules.decisions.file import given_decisions
from crosstally.run.engines import load_engine
from crosstally.run.packed_facts import unpack
from crosstally.run.placing import Events, checked, checked_archive
from crosstally.run.reading import READING, Given, Reading, archived, documents_of, extracted_facts

if TYPE_CHECKING:
    import pandas as pd

    from crosstally.facts.fact import Fact
    from crosstally.rules.report import Report
    from crosstally.rules.rule import Rule

_ALIGN = align
_FACTS = frozenset({"fact_id", "quote"})  # columns of a fact table, and of no other


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
        ConfigError: There is no such policy, engine or way to find events, or the file of decisions is malformed.
        CrosstallyError: No scheduler answers.
    """
    import pandas as pd  # noqa: PLC0415

    from crosstally.facts.tables.table import from_frame  # noqa: PLC0415

    held = given_decisions(decisions)
    has_facts = isinstance(given, pd.DataFrame) and _FACTS <= {*given.columns}
    if isinstance(given, pd.DataFrame) and (has_facts or "text" not in given):
        facts = from_frame(given if has_facts else facts_of(given))
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
