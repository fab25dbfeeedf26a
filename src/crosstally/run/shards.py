"""Shards: the files of rows that a corpus stands in, on any file system that fsspec knows, read one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

import fsspec
from fsspec.core import has_magic, url_to_fs

from crosstally.errors import InputError
from crosstally.facts.document import Document
from crosstally.facts.source.columns import Columns
from crosstally.facts.source.files import Found
from crosstally.facts.source.kinds import is_table, kind, readers
from crosstally.facts.source.opening import as_input_errors, unpacked
from crosstally.facts.source.packing import taken_apart
from crosstally.facts.source.piece import Given
from crosstally.facts.source.records import to_document


@dataclass(frozen=True, slots=True)
class Shard:
    """One file of rows.

    Attributes:
        url: Where it is.
        name: Its path relative to the input: rows without an id are named after it.
    """

    url: str
    name: str


def file_system(url: str) -> tuple[Any, str]:
    """The file system of a URL, or of a path of this machine, and the path there.

    Raises:
        InputError: There is none, or what reads it is not installed.
    """
    try:
        fs, path = url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise InputError(str(error), path=url) from error
    return fs, path


def find_shards(inputs: Iterable[str], on_skip: Callable[[str], None]) -> list[Shard]:
    """The shards that folders, globs and files stand for, those of each input by name.

    Raises:
        InputError: An input is missing or cannot be reached, or holds no shard.
    """
    return [shard for url in inputs for shard in _find(url, on_skip)]


def _find(url: str, on_skip: Callable[[str], None]) -> list[Shard]:
    fs, path = file_system(url)
    try:
        if has_magic(path):
            base = path[: path.index(next(part for part in path.split("/") if has_magic(part)))]
            files = fs.glob(path)
        elif fs.isdir(path):
            base, files = path, fs.find(path)
        else:
            base, files = str(PurePosixPath(path).parent), [path] if fs.isfile(path) else []
    except Exception as error:  # each file system has errors of its own
        raise InputError(f"cannot be reached: {type(error).__name__}: {error}", path=url) from error
    shown = [file for file in sorted(files) if not PurePosixPath(file).name.startswith((".", "_"))]
    shards = [file for file in shown if is_table(Path(file))]
    if left := len(shown) - len(shards):
        on_skip(f"{url}: left out {left} that are no rows")
    if not shards:
        raise InputError("no shards", path=url, allowed="a folder, glob or file of .parquet, .jsonl or .csv")
    return [Shard(fs.unstrip_protocol(file), file.removeprefix(base).lstrip("/")) for file in shards]


def documents_of(shard: Shard, on_skip: Callable[[str], None]) -> Iterator[Document]:
    """The documents of a shard, one in memory at a time.

    Args:
        shard: The shard.
        on_skip: Told in one line of each row that is no document, and of columns that are left out.
    """
    path = Path(shard.name)
    named = Found(path, shard.name, None)
    columns = Columns(path, {}, lambda names: on_skip(f"{path}: left out: {', '.join(names)}"))
    try:
        with (
            as_input_errors(path),
            fsspec.open(shard.url, "rb") as packed,
            unpacked(packed, taken_apart(path)[1], path) as stream,
        ):
            for piece in readers()[kind(path)].read(Given(stream, path, kind(path), wanted=columns.needed)):
                try:
                    if piece.fault:
                        raise piece.fault
                    document = to_document(
                        columns.fields(piece.fields), doc_id=f"{shard.name}:{piece.part}", source=named.stem
                    )
                except InputError as error:
                    on_skip(f"{path}:{error.line or piece.line}: {error.message}; set aside")
                    continue
                if document.text.strip():
                    yield replace(document, path=shard.url, line=piece.line, is_row=True)
                else:
                    on_skip(f"{path}:{piece.line}: the document is empty; set aside")
    except InputError as error:
        on_skip(f"{error}; set aside")
