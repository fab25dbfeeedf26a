"""Which column of a table, or key of a front matter, holds what: by its name, in any case, or as the user says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from crosstally.errors import InputError
from crosstally.facts.lexicon import load
from crosstally.facts.source.records import FIELDS


@cache
def _known() -> dict[str, tuple[str, int]]:
    """The field that a name stands for, and how far down it stands among the names of that field."""
    named: dict[str, list[str]] = load("columns")["columns"]
    return {name: (field, rank) for field in FIELDS for rank, name in enumerate(named[field])}


def in_front(fields: Mapping[str, object]) -> bool:
    """Whether a block of lines ``key: value`` names a field, other than the text, so that it is a front matter."""
    return any(_known().get(_plain(name), ("text", 0))[0] != "text" for name in fields)


def holds_text(names: Iterable[str]) -> bool:
    """Whether one of some columns holds the texts of reports, or they are those of a fact table."""
    names = {_plain(name) for name in names}
    return "quote" in names or any(_known().get(name, ("", 0))[0] == "text" for name in names)


class Columns:
    """What the columns of one file hold; what holds nothing is told once."""

    def __init__(self, path: Path, mapping: Mapping[str, str], on_unknown: Callable[[list[str]], None]) -> None:
        """Begin.

        Args:
            path: The file, for messages.
            mapping: By field the column that holds it, where the user says so.
            on_unknown: Told of names that stand for nothing, each once.
        """
        self._path = path
        self._mapping = mapping
        self._on_unknown = on_unknown
        self._seen: dict[tuple[str, ...], dict[str, str]] = {}
        self._told: set[str] = set()

    def fields(self, row: Mapping[str, object]) -> dict[str, object]:
        """The values of a row by field.

        Raises:
            InputError: It has no text.
        """
        names = tuple(map(str, row))
        if names not in self._seen:
            self._seen[names] = self._of(names)
        held = self._seen[names]
        self._require_text(names, held)
        return {field: row[name] for field, name in held.items()}

    def needed(self, names: list[str]) -> list[str]:
        """Of the columns of a table those that hold something; the others are told.

        Raises:
            InputError: None holds texts.
        """
        held = self._of(names)
        self._require_text(names, held)
        return [name for name in names if name in held.values()]

    def _require_text(self, names: Iterable[str], held: Mapping[str, str]) -> None:
        if "text" not in held:
            told = ", ".join(names) or "none at all"
            message = f"no text column, but {told}"
            figures = "for figures, source, measure and value, or others with --map: see crosstally init --table"
            allowed = f"text, or another with --map text=COLUMN; {figures}"
            raise InputError(message, path=self._path, line=1, allowed=allowed)

    def _of(self, names: Iterable[str]) -> dict[str, str]:
        """By field the name that holds it: the user's, else the one that says so most plainly."""
        names = list(names)
        held = {field: name for field, name in self._mapping.items() if name in names and field in FIELDS}
        ranked = sorted(
            (_known()[_plain(name)][1], place, name) for place, name in enumerate(names) if _plain(name) in _known()
        )
        for _, _, name in ranked:
            if name not in held.values():
                held.setdefault(_known()[_plain(name)][0], name)
        unknown = [name for name in names if name not in held.values() and name not in self._told]
        if unknown:
            self._told.update(unknown)
            self._on_unknown(unknown)
        return held


def _plain(name: str) -> str:
    return "_".join(name.strip().lower().replace("-", " ").replace("_", " ").split())
