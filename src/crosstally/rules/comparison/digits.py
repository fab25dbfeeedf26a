"""The digits of a figure without its zeros: what two figures share when one is the other mistyped."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HARDLY_BY_CHANCE = 2  # digits of which one may be another by chance: 24 and 27
_LONG = 1000  # from here on, figures that are no round ones are hardly alike by chance
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
    if a == b or min(len(one), len(other)) < _HARDLY_BY_CHANCE:
        return False
    if one == other:
        return True
    if not 1 / _SIZE < abs(a / b) < _SIZE:
        return False
    if len(one) == len(other) > _HARDLY_BY_CHANCE and sum(map(str.__ne__, one, other)) == 1:
        return True
    longer = max(len(one), len(other))
    return _are_swapped(one.ljust(longer, "0"), other.ljust(longer, "0"))


def _are_swapped(one: str, other: str) -> bool:
    """Whether two digits changed places, be one of them a zero: 1,806 and 1,860."""
    match [i for i, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]:
        case [i, j]:
            return (one[i], one[j]) == (other[j], other[i])
    return False


def is_swapped(a: float, b: float) -> bool:
    """Whether two digits of three or more changed places, which is hardly so by chance: $147 and $174 million."""
    one, other = digits_of(a), digits_of(b)
    is_telling = len(one) == len(other) > _HARDLY_BY_CHANCE and 1 / _SIZE < abs(a / b) < _SIZE
    return is_telling and _are_swapped(one, other)


def is_long_mistyped(a: float, b: float) -> bool:
    """Whether a slip makes a figure of four digits or more, three of them no zeros, another one: 1,316 and 1,361."""
    return _is_long(a) and _is_long(b) and is_mistyped(a, b)


def _is_long(value: float) -> bool:
    return abs(value) >= _LONG and len(digits_of(value)) > _HARDLY_BY_CHANCE


def slips_of(value: float) -> Iterator[str]:
    """What a figure of three digits has in common with each that a slip of the hand makes of it.

    Its digits in order of size without zeros, and, of a long one, those that are left when one is another.
    """
    digits = digits_of(value)
    if len(digits) > _HARDLY_BY_CHANCE:
        yield "".join(sorted(digits)).lstrip("0")  # 1,806 as 1,860
    if _is_long(value):
        yield from (f"{digits[:i]}_{digits[i + 1 :]}" for i in range(len(digits)))


def is_rounded(a: float, b: float) -> bool:
    """Whether one figure, of two digits or more, is the other rounded to as many: 41 and 41.2, 1,140 and 1,100."""
    short, long = sorted((a, b), key=lambda value: len(digits_of(value)))
    n = len(digits_of(short))
    return 1 < n < len(digits_of(long)) and float(f"{long:.{n - 1}e}") == short
