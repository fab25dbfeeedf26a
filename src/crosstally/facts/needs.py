"""What must be the same before two figures may accuse: the slots that a measure declares."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load, load_folder


@cache
def needs(measure: str) -> tuple[str, ...]:
    """The slots that a measure needs, those that every figure needs first.

    A measure declares its own in its file, as ``needs``; a measure without a file, in ``needs.toml``.
    """
    declared = load("needs")
    own = load_folder("measures").get(measure, {}).get("needs", declared["measures"].get(measure, ()))
    return (*declared["every"], *own)
