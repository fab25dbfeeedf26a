"""The digits of a figure without its zeros: what two figures share when a zero or a point has slipped."""

from __future__ import annotations


def digits_of(value: float) -> str:
    """The significant digits: "45" of 45, of 4,500 and of 0.045; "" of zero."""
    return f"{abs(value):.10e}".partition("e")[0].replace(".", "").rstrip("0")


def is_telling(value: float) -> bool:
    """Whether a figure is hardly given twice by chance: it has two digits at least that are not its zeros."""
    return len(digits_of(value)) > 1
