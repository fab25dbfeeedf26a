"""Figures that somebody else gives, held against the texts that they are from: a table, a program's, a run's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from crosstally.facts.source.piece import ignore
from crosstally.facts.source.reading import read
from crosstally.rules.decisions.decision import Decision
from crosstally.rules.decisions.file import given_decisions
from crosstally.run.reading import READING, Reading, extracted_facts

if TYPE_CHECKING:
    import pandas as pd

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.output.tables.texts import Mismatch
    from crosstally.rules.audit.audit import Audit


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
    return audit_of(loose.rows, documents, facts, numbers_in, given_decisions(decisions))


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


class Verified(NamedTuple):
    """What `verify` found.

    Attributes:
        facts: How many facts there are.
        mismatches: Those whose quote is not in the kept text where it should be.
    """

    facts: int
    mismatches: list[Mismatch]


def verify(folder: str | Path) -> Verified:
    """Hold every quote of a run, as its facts.csv tells it, against the texts that were kept with it.

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
    read = folder / "facts.csv"  # the one that people look at, and change
    facts = read_facts(read if read.is_file() else folder / "facts.parquet")
    return Verified(len(facts), list(mismatches(facts, folder / NAME)))
