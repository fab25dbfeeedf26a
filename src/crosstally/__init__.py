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
    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.facts.intervals import Interval
    from crosstally.rules.alignment.alignment import align
    from crosstally.rules.finding import Finding
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.rule import Example, Rule

__version__ = "0.1.0"
__all__ = [
    "CrosstallyError",
    "Document",
    "Example",
    "Fact",
    "Finding",
    "Interval",
    "Quantity",
    "Rule",
    "SetAside",
    "Tables",
    "align",
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

_HOMES = {
    "Document": "crosstally.facts.document",
    "Example": "crosstally.rules.rule",
    "Fact": "crosstally.facts.fact",
    "Finding": "crosstally.rules.finding",
    "Interval": "crosstally.facts.intervals",
    "Quantity": "crosstally.rules.quantity",
    "Rule": "crosstally.rules.rule",
    "align": "crosstally.rules.alignment.alignment",
}
"""Where the names are that rules, aligners and notebooks need; all others are functions of `crosstally.api`."""


def __getattr__(name: str) -> Any:
    """Load a name on first use: pandas takes a second, and the command line often needs none of it."""
    if name in __all__:
        from importlib import import_module  # noqa: PLC0415 - the point of this function

        return getattr(import_module(_HOMES.get(name, "crosstally.api")), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
