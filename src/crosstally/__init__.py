"""crosstally: reads several reports of one event and says where their figures contradict each other.

>>> import crosstally
>>> tables = crosstally.check(["Police said 12 people were killed.", "Officials said 15 people were killed."])
>>> list(tables.findings["rule"])
['XT101']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crosstally.errors import CrosstallyError, SetAside

if TYPE_CHECKING:
    from crosstally.api import (
        Tables,
        audit,
        check,
        check_corpus,
        decide,
        extract,
        facts_of,
        fetch,
        read,
        skipped,
        verify,
        vet,
        write,
    )

__version__ = "0.1.0"
__all__ = [
    "CrosstallyError",
    "SetAside",
    "Tables",
    "audit",
    "check",
    "check_corpus",
    "decide",
    "extract",
    "facts_of",
    "fetch",
    "read",
    "skipped",
    "verify",
    "vet",
    "write",
]


def __getattr__(name: str) -> Any:
    """Load the functions on first use: pandas takes a second, and the command line often needs none of it."""
    if name in __all__:
        from crosstally import api  # noqa: PLC0415 - the point of this function

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
