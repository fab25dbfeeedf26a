"""How the name of a file says that it is packed: "reports.csv.gz"."""

from __future__ import annotations

from pathlib import Path

PACKINGS = (".gz", ".zst")


def taken_apart(path: Path) -> tuple[str, str]:
    """The last suffix of a name without the one of a packing, and that one; in lower case, "" where there is none."""
    suffixes = path.suffixes
    last = suffixes[-1].lower() if suffixes else ""
    if last not in PACKINGS:
        return last, ""
    return (suffixes[-2].lower() if len(suffixes) > 1 else ""), last
