"""Whose files may decide, and whose Python may run: the user's own, the system's, and what the user vouches for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crosstally.errors import ConfigError

_MARKS = (".git", ".hg", ".svn", ".jj")  # in the root of a repository
_SYSTEM = 0  # the user id of who owns the machine


@dataclass(frozen=True, slots=True)
class Trust:
    """What the user vouches for on the command line.

    Attributes:
        folders: Folders with rules of one's own to ask.
        everything: Whether the rules that the project's settings name run too, whoever owns the files.
    """

    folders: tuple[Path, ...] = ()
    everything: bool = False


def folders_up(start: Path) -> list[Path]:
    """A folder and those above it, up to the root of its repository; the folder alone where there is none."""
    up = [start, *start.parents]
    for number, folder in enumerate(up, 1):
        if any((folder / mark).exists() for mark in _MARKS):
            return up[:number]
    return [start]


def require_own_settings(path: Path, start: Path) -> None:
    """Make sure that settings above the folder one works in are not somebody else's, put there to be found.

    Raises:
        ConfigError: They belong neither to the user, nor to the system, nor to who owns the folder.
    """
    if path.parent != start and _owner(path) not in {_user(), _SYSTEM, _owner(start)}:
        raise ConfigError("these settings belong to somebody else", path=path, allowed="settings in the current folder")


def require_own_rules(folder: Path) -> None:
    """Make sure that the Python in a folder is the user's or the system's.

    Raises:
        ConfigError: It is not.
    """
    for path in (folder, *_python(folder)):
        if _owner(path) not in {_user(), _SYSTEM}:
            allowed = "files of your own, or --trust"
            raise ConfigError("these rules are Python code that belongs to somebody else", path=path, allowed=allowed)


def _python(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob("*.py"))


def _user() -> int:
    return os.getuid() if hasattr(os, "getuid") else _SYSTEM  # Windows says nothing of owners here


def _owner(path: Path) -> int:
    return path.stat().st_uid
