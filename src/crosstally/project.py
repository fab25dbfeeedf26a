"""A run as its project has decided: the settings that hold, and a check under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crosstally.config import Settings
    from crosstally.reading_options import Events, Open
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


def examine(inputs: Iterable[str], settings: Settings, reading: Open, events: Events) -> Report:
    """Check inputs under settings."""
    from crosstally import api

    with reading(settings.limits) as how:
        return api.examine(*inputs, policy=settings.policy, events=events, reading=how, rules=settings.rules)
