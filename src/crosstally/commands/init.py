"""The command that begins a settings file."""

from __future__ import annotations

from pathlib import Path

import click

from crosstally.errors import ConfigError
from crosstally.terminal import tell

# ruff: noqa: D301, PLC0415 - see cli.py

_NAME = "crosstally.toml"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=".", metavar="[FOLDER]")
def init(folder: Path) -> None:
    """Write a crosstally.toml that explains every setting.

    Every setting is turned off: nothing changes. FOLDER is the working folder by default. The settings hold for
    crosstally when it is run there, or below in the same repository. Settings that are there are left alone.

    \b
    Examples:
      crosstally init
      crosstally init desk/
    """
    from importlib.resources import files

    from crosstally.config import settings_file
    from crosstally.output.tables.whole import require_place

    path = folder / _NAME
    require_place(path)
    above = settings_file(folder)
    if above is not None and above.parent == folder.resolve():
        raise ConfigError("the settings of this folder are there already", path=folder / above.name)
    with path.open("xb") as stream:
        stream.write(files("crosstally.commands").joinpath("init.toml").read_bytes())
    tell(f"{path} written: every setting, explained and turned off")
    if above is not None:
        tell(f"here and below, it takes the place of {above}")
