"""Notes of what one money is worth in another: "($1 = 107.9 yen)", "(100 yen = $0.92)"."""

from __future__ import annotations

from crosstally.facts.numbers.amounts import sign_before, unit_behind
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.words.tokens import Tokens

_ROUND = frozenset({"1", "10", "100", "1,000", "1000", "1.00", "10,000"})  # so many of the money that is priced
_REACH = 4  # tokens of a sum on either side of "="


def is_exchange(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is a side of what a round sum of one money is in another: "($| 1 | =| 107.9 | yen)"."""
    i = numeral.first
    if "=" not in tokens.lower[max(0, i - _REACH) : numeral.stop + _REACH] or not numeral.digits:
        return False
    equals = next(k for k in range(max(0, i - _REACH), len(tokens)) if tokens.lower[k] == "=")
    left = next((k for k in range(equals - 1, max(-1, equals - 1 - _REACH), -1) if tokens.is_number(k)), None)
    right = next((k for k in range(equals + 1, min(equals + 1 + _REACH, len(tokens))) if tokens.is_number(k)), None)
    if left is None or i not in {left, right} or tokens.words[left] not in _ROUND:
        return False
    return _is_money(tokens, left) or (right is not None and _is_money(tokens, right))  # "(| $1 | =kr)", cut short


def _is_money(tokens: Tokens, i: int) -> bool:
    """Whether the number at token `i` has a currency before or behind it."""
    units = (sign_before(tokens, i)[1], unit_behind(tokens, i + 1)[0])
    return any(unit is not None and unit.dimension == "currency" for unit in units)
