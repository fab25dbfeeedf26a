"""A corpus in shards: checked part by part, by any number of workers, and written as folders of Parquet files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crosstally.errors import ConfigError, warn
from crosstally.rules.decisions.decision import Decision
from crosstally.rules.decisions.file import given_decisions
from crosstally.run.engines import load_engine
from crosstally.run.placing import Events

if TYPE_CHECKING:
    from crosstally.rules.rule import Rule
    from crosstally.run.parts import Manifest


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
        decisions=given_decisions(decisions),
        on_skip=on_skip,
    )
