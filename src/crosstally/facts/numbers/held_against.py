"""Numbers without a unit that are held against the figure before them: "5.1 percent, up from | 4.8"."""

from __future__ import annotations

from crosstally.facts.intervals import exactly
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.numeral import without_dust
from crosstally.facts.words.tokens import Tokens

CHANGED_BY = frozenset({"percentage", "basis point"})
"""Units of which the end of a change is never a number."""

_HELD = frozenset({":", "vs", "versus", "against", "from", "consensus", "estimate", "forecast"})
_AGAINST = frozenset({"versus", "against"})
_COMPARED = (["compared", "with"], ["compared", "to"], ["up", "from"], ["down", "from"])
_BRACKET = 4  # tokens from the bracket to the number in it
_NEXT = 8  # tokens between two figures that are compared


def hold_against(tokens: Tokens, before: Figure, figure: Figure) -> None:
    """Gives a bare number the scale and unit of what it is held against: "Rs 312 crore (Street: | 298)".

    So it does where one is compared with the other: "17.9 percent, up from | 11.3 a year before".
    """
    bare = figure.unit is None and figure.noun is None and figure.interval.bound == "exact" and not figure.word
    is_held = _is_in_bracket(tokens, before, figure) or (is_compared(tokens, figure) and _is_next(before, figure))
    if not bare or figure.age or not is_held or before.unit is None or before.word or before.unit.dimension == "time":
        return
    written, value = tokens.words[before.number].replace(",", ""), before.interval.value
    scale = value / float(written) if value and written.replace(".", "", 1).isdigit() and float(written) else 1.0
    number = figure.interval.value or 0.0
    if number < scale:  # "$3.2 million, up from | 2.9"
        number = without_dust(number * max(scale, 1.0))
    figure.interval, figure.unit = exactly(number), before.unit


def is_compared(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is told as what another is compared with: "up from | 12", "against | 12"."""
    return tokens.at(figure.first - 1) in _AGAINST or tokens.lower[max(0, figure.first - 2) : figure.first] in _COMPARED


def _is_in_bracket(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    between = tokens.lower[before.stop : figure.first]
    is_held = between[:1] == ["("] and between[-1] in _HELD and len(between) <= _BRACKET
    return is_held and tokens.at(figure.stop) == ")"


def _is_next(before: Figure, figure: Figure) -> bool:
    """Whether few words stand between two figures: "17.9 percent in May, | up from | 11.3"."""
    return figure.first - before.stop <= _NEXT


def carry_measurement(tokens: Tokens, before: Figure, figure: Figure) -> None:
    """Gives a bare number the unit that is left out: "84.75 cents, while the lowest is | 74.07"."""
    bare = figure.unit is None and figure.noun is None and not figure.age and figure.interval.bound == "exact"
    if not bare or before.unit is None or before.unit.dimension == "time" or _is_reached(tokens, before):
        return
    ends = figure.stop >= len(tokens) or tokens.kinds[figure.stop] == "mark"
    if ends and (_is_written_alike(tokens, before, figure) or _is_owned(tokens, before, figure)):
        figure.unit = before.unit


def _is_written_alike(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether two numbers behind words have as many decimals, and some; "7.9 | million" is no rate as "5.1" is."""
    decimals = _decimals(tokens, figure) if figure.after == figure.number + 1 else 0
    return 0 < decimals == _decimals(tokens, before) and tokens.kinds[figure.first - 1] == "word"


def _is_owned(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether a number is somebody else's: "204 horsepower, the old car's | 212"; of money the scale is open."""
    is_money = before.unit is not None and before.unit.dimension == "currency"
    return tokens.at(figure.first - 1) == "'s" and figure.number == figure.first and not is_money


def _is_reached(tokens: Tokens, before: Figure) -> bool:
    """Whether what follows is where a change in percent led to: "rose 0.65 percent | to end at 27,349.19"."""
    return before.unit is not None and before.unit.name in CHANGED_BY and tokens.at(before.stop) == "to"


def _decimals(tokens: Tokens, figure: Figure) -> int:
    """How many decimals a number is written with: 2 in "84.75"."""
    return len(tokens.words[figure.number].partition(".")[2])
