"""A run as its project has decided: the settings that hold, and a check under them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crosstally.config import Settings
    from crosstally.reading_options import Events, Open
    from crosstally.rules.decisions.decision import Decision
    from crosstally.rules.report import Report

# ruff: noqa: PLC0415 - see cli.py


def settle() -> Settings:
    """The settings of the working folder; what they say of comparison holds until the command ends."""
    from crosstally.config import load_settings
    from crosstally.own_rules import trusted
    from crosstally.rules.comparison.tolerance import tolerating

    settings = load_settings(trust=trusted())
    click.get_current_context().with_resource(tolerating(settings.tolerance))
    return settings


def examine(
    inputs: Iterable[str], settings: Settings, reading: Open, events: Events, decisions: Sequence[Decision]
) -> Report:
    """Check inputs under settings, and as people decided."""
    from crosstally import api

    with reading(settings.limits) as how:
        return api.examine(
            *inputs,
            policy=settings.policy,
            events=events,
            reading=how,
            rules=settings.rules,
            decisions=decisions,
        )


def decided(inputs: Sequence[str], settings: Settings, named: Path | None) -> tuple[Decision, ...]:
    """What people decided on inputs: in the file that is named, or in those beside the settings and the inputs."""
    from crosstally.rules.decisions.file import read_decisions

    files = [named] if named else [file for file in decision_files(inputs, settings) if file.is_file()]
    return tuple(decision for file in files for decision in read_decisions(file))


def decision_files(inputs: Sequence[str], settings: Settings) -> list[Path]:
    """Where decisions on inputs are looked for: beside the settings, in each folder, beside each file."""
    from crosstally.rules.decisions.file import NAME

    given = [Path(item) for item in inputs]
    folders = [settings.path.parent] if settings.path else []
    folders += [path if path.is_dir() else path.parent for path in given if path.exists()]
    found = {(folder / NAME).resolve(): folder / NAME for folder in reversed(folders)}
    return [*reversed(found.values())]
