"""The one base error: it names the file and line, what was found and what is allowed."""

from __future__ import annotations

import re
import warnings
from pathlib import Path

from crosstally.printable import printable

_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)")


class CrosstallyError(Exception):
    """Something in an input, a table, a rule or a setting stops the run.

    Args:
        message: What was found, in one line.
        path: The file it was found in.
        line: The line in that file, from 1.
        allowed: What would have been accepted.
    """

    def __init__(
        self, message: str, *, path: str | Path | None = None, line: int | None = None, allowed: str | None = None
    ) -> None:
        """Keep the parts, so that a caller can show them its own way."""
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.allowed = allowed

    def __str__(self) -> str:
        """``file:line: what was found (allowed: what would do)``."""
        path = printable(str(self.path))
        where = "" if self.path is None else f"{path}:{self.line}: " if self.line else f"{path}: "
        hint = f" (allowed: {self.allowed})" if self.allowed else ""
        return f"{where}{self.message}{hint}"


class InputError(CrosstallyError):
    """A document or table cannot be read."""


class SchemaError(CrosstallyError):
    """A table breaks its schema; the message lists every failing row and column."""


class IntervalError(CrosstallyError):
    """The ends of an interval leave no value between them."""


class RuleError(CrosstallyError):
    """A rule is unknown, malformed, or failed while it ran."""


class LexiconError(CrosstallyError):
    """A vocabulary file is malformed."""


class ConfigError(CrosstallyError):
    """A configuration file is malformed or names something unknown."""


def not_toml(error: ValueError, path: Path) -> ConfigError:
    """The error for a file that is no TOML, with the line it breaks on."""
    where = _AT_LINE.search(str(error))
    return ConfigError(f"not TOML: {_AT_LINE.sub('', str(error))}", path=path, line=int(where[1]) if where else None)


class SetAside(UserWarning):
    """A document, row, figure or rule was left out because it could not be read; the run went on without it."""


def warn(message: str) -> None:
    """Tell of what is set aside as Python tells of such things; to stop there, turn `SetAside` into an error."""
    warnings.warn(message, SetAside, stacklevel=2)
