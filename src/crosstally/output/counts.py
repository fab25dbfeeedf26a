"""How many there are, in words."""

from __future__ import annotations


def count(n: int, noun: str) -> str:
    """``1 report``, ``2 reports``."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
