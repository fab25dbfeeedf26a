"""A numeral: what a number in a sentence says, and the scales behind it: "1.2 | million", "several | hundred"."""

from __future__ import annotations

from typing import NamedTuple

from crosstally.facts.numbers.spelled import Spelled, scales
from crosstally.facts.words.tokens import Tokens

LARGEST = 1e30
"""What has more digits is a serial number, or made to overflow."""

_TOUCHING = frozenset({"tn", "trn", "mn"})  # magnitudes right behind the digits only, unless it is money


class Numeral(NamedTuple):
    """A number in a sentence.

    Attributes:
        first: Index of its first token.
        stop: Index one past its last token.
        value: The number; None for a vague word.
        low: Smallest value meant.
        high: Largest value meant.
        digits: Whether it is written in digits.
        magnitude: What a trailing magnitude multiplies by: 1e6 in "5 million". 1 when there is none.
    """

    first: int
    stop: int
    value: float | None
    low: float
    high: float
    digits: bool
    magnitude: float = 1.0

    def times(self, factor: float, stop: int) -> Numeral:
        """The same numeral with a further magnitude, which ends at `stop`."""
        value = None if self.value is None else without_dust(self.value * factor)
        return Numeral(
            self.first,
            stop,
            value,
            without_dust(self.low * factor),
            without_dust(self.high * factor),
            self.digits,
            self.magnitude * factor,
        )

    def negative(self) -> Numeral:
        """The same numeral on the other side of nothing."""
        return self._replace(value=None if self.value is None else -self.value, low=-self.high, high=-self.low)


def exactly(i: int, number: Spelled, *, digits: bool) -> Numeral:
    """The numeral of a number that begins at token `i`."""
    return Numeral(i, number.stop, number.value, number.value, number.value, digits, number.factor)


def magnified(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Takes in the scales behind a number: "1.2 million", "several hundred thousand", "3bn"."""
    while numeral.stop < len(tokens):
        skip = 1 if tokens.at(numeral.stop) == "-" and tokens.touches(numeral.stop) else 0
        word = tokens.at(numeral.stop + skip)
        if word not in scales() or (word in _TOUCHING and not tokens.touches(numeral.stop)):
            break
        numeral = numeral.times(scales()[word], numeral.stop + skip + 1)
    return numeral


def past_of(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Steps over the "of" behind a scale in the plural: "50 thousands | of people"."""
    last = tokens.at(numeral.stop - 1)
    if tokens.at(numeral.stop) != "of" or not last.endswith("s") or last not in scales():
        return numeral
    return numeral._replace(stop=numeral.stop + 1)


def without_dust(value: float) -> float:
    """Drops the binary dust of a product: 1.1 * 1e6 is 1100000.0000000002."""
    return float(f"{value:.12g}")
