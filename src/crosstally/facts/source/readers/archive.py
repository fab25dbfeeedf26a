"""Zip archives of reports, read without unpacking them to the disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import cast

from crosstally.errors import InputError
from crosstally.facts.source.archives import require_modest
from crosstally.facts.source.kinds import kind, readers
from crosstally.facts.source.opening import as_input_errors, unpacked
from crosstally.facts.source.packing import taken_apart
from crosstally.facts.source.piece import Given, Piece, Reader

SUFFIXES = (".zip",)
PACKED = False


def read(given: Given) -> Iterator[Piece]:
    """The reports of each file in it, by name; what is of no known kind is left out, and told."""
    archive = require_modest(given.data(), given)
    given.limits.require("depth", given.depth + 1, given.path)
    for member in sorted(archive.infolist(), key=lambda member: member.filename):
        name = member.filename
        if member.is_dir():
            continue
        if not kind(Path(name)):
            given.on_skip(f"{given.path}: {name} left out: of unknown type")
            continue
        try:
            yield from _member(replace(given, path=given.path / name), name, archive.read(member))
        except InputError as error:
            yield Piece(part=name, fault=error)
        except Exception as error:  # noqa: BLE001 - encrypted, damaged: the other members are read
            yield Piece(part=name, fault=InputError(f"{type(error).__name__}: {error}", path=given.path / name))


def _member(given: Given, name: str, data: bytes) -> Iterator[Piece]:
    path = Path(name)
    with as_input_errors(given.path), unpacked(BytesIO(data), taken_apart(path)[1], given.path) as stream:
        inner = replace(given, stream=stream, kind=kind(path), depth=given.depth + 1)
        for piece in cast("Reader", readers()[inner.kind]).read(inner):
            source = (
                {"source": path.name.partition(".")[0]} if not piece.fields.get("source") and not piece.is_row else {}
            )
            yield replace(
                piece, fields={**piece.fields, **source}, part=name if piece.part is None else f"{name}:{piece.part}"
            )
