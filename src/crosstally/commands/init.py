"""The command that begins a settings file, a table of figures, or the schema of the fact table."""

from __future__ import annotations

from pathlib import Path

import click

from crosstally.errors import ConfigError
from crosstally.terminal import tell

# ruff: noqa: D301, PLC0415 - see cli.py

_NAME = "crosstally.toml"
_TABLE = "figures.csv"
_SCHEMA = "facts.schema.json"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=".", metavar="[FOLDER]")
@click.option("--table", is_flag=True, help="Write a figures.csv with example rows instead, to fill in.")
@click.option("--schema", is_flag=True, help="Write a facts.schema.json instead: the JSON Schema of the fact table.")
def init(folder: Path, *, table: bool, schema: bool) -> None:
    """Write a crosstally.toml that explains every setting.

    Every setting is turned off: nothing changes. FOLDER is the working folder by default. The settings hold for
    crosstally when it is run there, or below in the same repository. Settings that are there are left alone.

    \b
    Examples:
      crosstally init
      crosstally init desk/
      crosstally init --table
      crosstally init --schema
    """
    from crosstally.config import settings_file
    from crosstally.output.tables.whole import require_place

    if schema:
        from crosstally.output.tables.json_schema import render

        _begin(folder / _SCHEMA, render().encode())
        tell(f"{folder / _SCHEMA} written: the JSON Schema of the fact table")
        return
    if table:
        _begin(folder / _TABLE, _template("init.csv"))
        tell(f"{folder / _TABLE} written: put your own rows in the place of its examples, then crosstally check it")
        return
    path = folder / _NAME
    require_place(path)
    above = settings_file(folder)
    if above is not None and above.parent == folder.resolve():
        raise ConfigError("the settings of this folder are there already", path=folder / above.name)
    _begin(path, _template("init.toml"))
    tell(f"{path} written: every setting, explained and turned off")
    if above is not None:
        tell(f"here and below, it takes the place of {above}")


def _template(name: str) -> bytes:
    from importlib.resources import files

    return files("crosstally.commands").joinpath(name).read_bytes()


def _begin(path: Path, content: bytes) -> None:
    """Write a new file.

    Raises:
        ConfigError: It is there already.
    """
    try:
        with path.open("xb") as stream:
            stream.write(content)
    except FileExistsError:
        raise ConfigError("is there already", path=path, allowed="a folder without it") from None
