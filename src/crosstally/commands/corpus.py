"""The command that checks a corpus in shards and writes its tables in parts."""

from __future__ import annotations

from pathlib import Path

import click

from crosstally.fail_on import exit_code_of, takes_fail_on
from crosstally.noise import noise, takes_noise
from crosstally.output.counts import count
from crosstally.own_rules import takes_rules
from crosstally.reading_options import Events, takes_decisions, takes_engine, takes_events

# ruff: noqa: D301, PLC0415 - see cli.py


@click.command()
@click.argument("shards", nargs=-1, required=True, metavar="SHARDS...")
@click.option("--out", required=True, metavar="URL", help="The folder for the tables.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes that work. Default: all cores.")
@takes_engine
@takes_events
@takes_fail_on
@takes_decisions
@takes_rules
@takes_noise
def corpus(  # noqa: PLR0913 - one for each option
    shards: tuple[str, ...],
    *,
    out: str,
    jobs: int | None,
    engine: str,
    scheduler: str | None,
    events: Events,
    fail_on: str,
    decisions: Path | None,
) -> int:
    """Check a corpus that is too large for one machine, and write its tables in parts.

    SHARDS are folders, quoted globs and files of .parquet, .jsonl or .csv, with a column "text" and where known id,
    title, source, published, url and event: paths, or URLs that fsspec knows, with the package that they need (s3fs for
    s3://). Each table becomes a folder of Parquet files, which DuckDB, pandas and Spark read as they are; manifest.json
    is written last.

    \b
    Examples:
      crosstally corpus news/ --out tables
      crosstally corpus 's3://news/2026/*.parquet' --out s3://desk/tables --engine dask --scheduler tcp://10.0.0.1:8786
    """
    from crosstally import api
    from crosstally.project import decided, settle
    from crosstally.run.batches import cores

    settings = settle()
    done = api.check_corpus(
        *shards,
        out=out,
        policy=settings.policy,
        events=events,
        rules=settings.rules,
        configuration=settings.fingerprint,
        decisions=decided(shards, settings, decisions),
        jobs=jobs or cores(),
        engine=engine,
        scheduler=scheduler,
        on_skip=noise().leave_out,
    )
    told = ", ".join(count(n, severity) for severity, n in sorted(done.findings.items())) or "no findings"
    noise().inform(f"{count(done.documents, 'document')}, {count(done.events, 'event')}: {told}; tables in {out}")
    return exit_code_of(done.findings, fail_on)
