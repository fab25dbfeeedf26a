"""The command that holds the decisions of two coders against each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosstally.exit_codes import FINDINGS, NOTHING_FOUND
from crosstally.output.counts import count
from crosstally.terminal import show, tell

if TYPE_CHECKING:
    from crosstally.rules.decisions.agreement import Agreement, Difference
    from crosstally.rules.decisions.decision import Decision

# ruff: noqa: D301, PLC0415 - see cli.py


@click.command()
@click.argument("ours", type=click.Path(path_type=Path), metavar="OURS")
@click.argument("theirs", type=click.Path(path_type=Path), metavar="THEIRS")
@click.option("--third", type=click.Path(path_type=Path), metavar="FILE", help="Decisions that settle what differs.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write the decisions of all, merged.")
def coders(ours: Path, theirs: Path, *, third: Path | None, out: Path | None) -> int:
    """Say how far two coders agree, and merge what they decided.

    OURS and THEIRS are files of decisions. Printed are the share of things decided alike, Cohen's kappa, and what
    differs. With --third, another file settles what they did not decide alike. Exit code 1 where something is open.

    \b
    Examples:
      crosstally coders ana.toml ben.toml
      crosstally coders ana.toml ben.toml --third carla.toml --out decisions.toml
    """
    from crosstally.output.tables.whole import whole_file
    from crosstally.rules.decisions.agreement import agreement, merged
    from crosstally.rules.decisions.file import read_decisions
    from crosstally.rules.decisions.writing import toml

    first, second = read_decisions(ours), read_decisions(theirs)
    told, differing = agreement(first, second)
    taken, left = merged(first, second, read_decisions(third) if third else ())
    show("".join(f"{line}\n" for line in (*map(_agreed, told), *map(_differs, differing))) or "nothing to compare\n")
    if out:
        with whole_file(out) as unfinished:
            unfinished.write_text(toml(taken), encoding="utf-8", newline="\n")
        tell(f"{count(len(taken), 'decision')} in {out}, {len(left)} left open")
    return FINDINGS if left else NOTHING_FOUND


def _agreed(one: Agreement) -> str:
    kappa = "no kappa: one label only" if one.kappa is None else f"kappa {one.kappa:.2f}"
    return f"{one.kind}s: {one.alike} of {one.both} alike, {kappa}"


def _differs(one: Difference) -> str:
    return f"  {_said(one.ours)}  |  {_said(one.theirs)}"


def _said(decision: Decision | None) -> str:
    return "-" if decision is None else f"{decision} ({decision.signed})"
