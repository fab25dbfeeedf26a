"""How much of one input is read, so that none can fill the memory or hold up a run."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import BinaryIO

from crosstally.errors import InputError


@dataclass(frozen=True, slots=True)
class Limits:
    """What one input may ask for; one that asks for more is set aside. `[limits]` in the settings changes them.

    Attributes:
        size: Bytes of one document or row, unpacked.
        pages: Of a PDF file.
        depth: Of elements of a web page, and of archives in archives.
        members: Of an archive.
        cells: Of a sheet of .xlsx or .ods, up to the last row and column that are used; merged areas count as well.
    """

    size: int = 2**26
    pages: int = 2000
    depth: int = 250
    members: int = 100_000
    cells: int = 5_000_000

    def read(self, stream: BinaryIO, path: Path) -> bytes:
        """What is left of a stream, as one document.

        Raises:
            InputError: It is more than a document may hold.
        """
        data = stream.read(self.size + 1)
        self.require("size", len(data), path)
        return data

    def require(self, name: str, found: int, path: Path) -> None:
        """Make sure that a number is within its limit.

        Raises:
            InputError: It is above; names the limit.
        """
        most: int = getattr(self, name)
        if found > most:
            raise InputError(f"its {name} is more than {most:,}", path=path, allowed=f"{name} in [limits] raises it")


LIMITS = Limits()
NAMES = tuple(field.name for field in fields(Limits))
