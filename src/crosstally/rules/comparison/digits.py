"""The digits of a figure without its zeros: what two figures share when one is the other mistyped."""

from __future__ import annotations

_HARDLY_BY_CHANCE = 2  # digits of which one may be another by chance: 24 and 27
_SIZE = 10.0  # times: the digits of figures further apart than this stand in other places


def digits_of(value: float) -> str:
    """The significant digits: "45" of 45, of 4,500 and of 0.045; "" of zero."""
    return f"{abs(value):.10e}".partition("e")[0].replace(".", "").rstrip("0")


def is_telling(value: float) -> bool:
    """Whether a figure is hardly given twice by chance: it has two digits at least that are not its zeros."""
    return len(digits_of(value)) > 1


def is_mistyped(a: float, b: float) -> bool:
    """Whether one slip of the hand makes one figure the other: 1,280 and 1,820, 212 and 312, 45 and 4,500.

    A zero or the point slipped; or, of two figures of one size, two digits changed places or one of three is another.
    """
    one, other = digits_of(a), digits_of(b)
    if a == b or len(one) != len(other) or len(one) == 1:
        return False
    places = [i for i, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    if not places:
        return True
    if not 1 / _SIZE < abs(a / b) < _SIZE:
        return False
    match places:
        case [_]:
            return len(one) > _HARDLY_BY_CHANCE
        case [i, j]:
            return (one[i], one[j]) == (other[j], other[i])
    return False


def is_rounded(a: float, b: float) -> bool:
    """Whether one figure, of two digits or more, is the other rounded to as many: 41 and 41.2, 1,140 and 1,100."""
    short, long = sorted((a, b), key=lambda value: len(digits_of(value)))
    n = len(digits_of(short))
    return 1 < n < len(digits_of(long)) and float(f"{long:.{n - 1}e}") == short
