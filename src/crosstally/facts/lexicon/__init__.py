"""The vocabulary: one TOML file per measure or family of words, each entry with the examples that explain it."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from crosstally.errors import LexiconError


@cache
def load(name: str) -> dict[str, Any]:
    """The vocabulary file `name` (without ``.toml``; "measures/killed" for one in a folder).

    Raises:
        LexiconError: The file is not TOML.
    """
    resource = files(__name__).joinpath(*f"{name}.toml".split("/"))
    try:
        return tomllib.loads(resource.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(str(error), path=str(resource)) from error


def words_of(listed: Sequence[str]) -> frozenset[str]:
    """The words of a list in which "{built}" stands for those of a field (``fields.toml``)."""
    fields = load("fields")
    return frozenset(word for one in listed for word in (fields[one[1:-1]]["words"] if one[:1] == "{" else [one]))


@cache
def load_folder(folder: str) -> dict[str, dict[str, Any]]:
    """Every vocabulary file of a folder, by name, in alphabetical order."""
    names = sorted(entry.name.removesuffix(".toml") for entry in files(__name__).joinpath(folder).iterdir())
    return {name: load(f"{folder}/{name}") for name in names if not name.startswith("_")}
