"""Which files an input stands for: folders, globs; what is left out of a folder is named."""

from __future__ import annotations

import glob
import os
import stat
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from crosstally.errors import InputError
from crosstally.facts.source.kinds import allowed, is_table, kind
from crosstally.facts.source.opening import STANDARD_INPUT, require_file
from crosstally.facts.source.packing import taken_apart
from crosstally.facts.source.piece import ignore

UNNAMED = "reports"  # the event of files that stand in no named folder
_SETTINGS = ("crosstally.toml", "decisions.toml", "pyproject.toml")  # what is decided about reports is none
_OURS = (
    "crosstally.sqlite",
    "datapackage.json",
    "metadata.json",
    "texts.jsonl",
)  # which check writes beside tables and page, told by what they say
_NAMED = 3  # of many files that are left out; the rest is counted


@dataclass(frozen=True, slots=True)
class Found:
    """A file that holds one document or rows of them.

    Attributes:
        path: Where it is, as the user would write it; "-" is standard input.
        doc_id: Its path relative to the input given; of several folders, with the folder's own name before it.
        event: The event that its place in the folders gives it; None where it gives none.
    """

    path: Path
    doc_id: str
    event: str | None

    @property
    def kind(self) -> str:
        """The suffix without .gz, lower case: ".txt"."""
        return kind(self.path)

    @property
    def stem(self) -> str:
        """The file's name without its suffixes: it stands for the source where nothing else does."""
        suffixes = "".join(taken_apart(self.path))
        return "stdin" if self.is_standard_input else self.path.name[: len(self.path.name) - len(suffixes)]

    @property
    def is_standard_input(self) -> bool:
        """Whether the bytes come from standard input."""
        return str(self.path) == STANDARD_INPUT


def expand(inputs: Iterable[str | Path], on_skip: Callable[[str], None] = ignore) -> Iterator[Found]:
    """The files that inputs stand for, in the order given; inside folders by name, files before folders.

    Args:
        inputs: Files, folders, globs, or "-" for standard input.
        on_skip: Told in one line of what is left out of a folder: files of unknown types, what is no regular file,
            links to folders, folders that may not be read. Names that begin with a full stop are hidden on purpose.

    Raises:
        InputError: An input is missing, is of no known type, or holds no file of a known type.
    """
    given = [Path(item) for item in inputs]
    if not given:
        raise InputError("no input given", allowed="files, folders, globs, or - for standard input")
    for path in given:
        _require(path)
    named = _common_folder([path for path in given if path.is_file() and not is_table(path)])
    found = ((path, one) for path in given for one in _expand_one(path, named, on_skip))
    if sum(path.is_dir() for path in given) <= 1:
        return (one for _, one in found)
    return (_in_its_folder(one, path) if path.is_dir() else one for path, one in found)


def _in_its_folder(found: Found, folder: Path) -> Found:
    """A file of one of several folders, of which two may hold one of its name."""
    return replace(found, doc_id=f"{_folder_name(folder)}/{found.doc_id}")


def _require(path: Path) -> None:
    if str(path) == STANDARD_INPUT or path.is_dir() or _is_glob(path):
        return
    require_file(path)
    if not kind(path):
        raise InputError(f"unknown file type {path.suffix or path.name!r}", path=path, allowed=allowed())


def _expand_one(path: Path, named: str, on_skip: Callable[[str], None]) -> Iterator[Found]:
    if str(path) == STANDARD_INPUT:
        yield Found(path, "stdin", named)
    elif path.is_dir():
        yield from _inside(path, _walk(path, on_skip), "the folder holds no documents", on_skip)
    elif _is_glob(path):
        fixed = Path(*_fixed_parts(path))
        matches = (Path(match) for match in sorted(glob.glob(str(path), recursive=True)))  # noqa: PTH207 - takes absolute patterns
        files = {file: None for match in matches for file in (_walk(match, on_skip) if match.is_dir() else [match])}
        yield from _inside(fixed, files, "no document matches", on_skip, path)
    else:
        yield Found(path, path.name, None if is_table(path) else named)


def _inside(
    base: Path, files: Iterable[Path], none_message: str, on_skip: Callable[[str], None], given: Path | None = None
) -> Iterator[Found]:
    """Files under a folder: those of an inner folder are an event of their own."""
    empty = True
    left_out: dict[str, list[str]] = defaultdict(list)
    for file in files:
        if file.name in _SETTINGS or (file.name in _OURS and (file.parent / _OURS[0]).is_file()):
            continue
        relative = file.relative_to(base)
        if not kind(file):
            left_out[f"of unknown type {file.suffix.lower()}".rstrip()].append(relative.as_posix())
        elif not _is_regular(file):
            left_out["that are no regular files"].append(relative.as_posix())
        else:
            empty = False
            inner = relative.parent.as_posix()
            yield Found(file, relative.as_posix(), _folder_name(base) if inner == "." else inner)
    for why, names in left_out.items():
        more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED else []
        on_skip(f"{base}: {len(names)} {why} left out: {', '.join(names[:_NAMED] + more)}")
    if empty:
        raise InputError(none_message, path=given or base, allowed=allowed())


def _is_regular(file: Path) -> bool:
    try:
        return stat.S_ISREG(file.stat().st_mode)
    except FileNotFoundError:  # a link to nothing
        return False
    except OSError:  # told when it is opened
        return True


def _walk(folder: Path, on_skip: Callable[[str], None]) -> Iterator[Path]:
    def leave_out(error: OSError) -> None:
        on_skip(f"{error.filename}: {error.strerror}, left out")

    for top, folders, files in os.walk(folder, onerror=leave_out):
        shown = sorted(name for name in folders if not name.startswith("."))
        folders[:] = [name for name in shown if not Path(top, name).is_symlink()]
        for name in sorted({*shown} - {*folders}):
            on_skip(f"{Path(top, name)}: a link to a folder, left out")
        yield from (Path(top, name) for name in sorted(files) if not name.startswith("."))


def _is_glob(path: Path) -> bool:
    return glob.has_magic(str(path)) and not path.exists()


def _fixed_parts(pattern: Path) -> list[str]:
    magic = next(index for index, part in enumerate(pattern.parts) if glob.has_magic(part))
    return list(pattern.parts[:magic])


def _common_folder(files: list[Path]) -> str:
    """One event for files named directly: the folder that holds them all.

    Taken from the paths as written, never from the working directory, so that the same command gives the same bytes
    in every checkout.
    """
    try:
        return _folder_name(Path(os.path.commonpath([path.parent for path in files])))
    except ValueError:  # none, or relative beside absolute
        return UNNAMED


def _folder_name(folder: Path) -> str:
    return UNNAMED if folder.name in {"", ".."} else folder.name
