"""Ranges: two numbers that are the ends of one interval - "between 30 and 40", "12-15", "$50-60 million"."""

from __future__ import annotations

import re

from crosstally.facts.intervals import Interval
from crosstally.facts.numbers.amounts import sign_before, suffixed, unit_behind
from crosstally.facts.numbers.counting import counts
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.hedges import hedge_before
from crosstally.facts.numbers.numeral import LARGEST, Numeral
from crosstally.facts.numbers.numerals import read_numeral
from crosstally.facts.numbers.units import Unit, surfaces
from crosstally.facts.words.changes import changes_apart, is_changed
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import is_plural
from crosstally.facts.words.tokens import DASHES, Tokens

_TWO = 2.0
_AGES = ["between", "the", "ages", "of"]
_MAYBE = frozenset({"perhaps", "possibly", "maybe"})
_WIDEST = 5.0  # times the first of two sizes of a change
_THOUSAND = 1000.0
_THOUSANDS = re.compile(r"\d{1,3},000")
_BEHIND_END = frozenset({"on", "in", "after", "by", "since", "as", "and", "when", "while", "per"})


def read_range(
    tokens: Tokens, first: Numeral, figure: Figure, currency: Unit | None
) -> tuple[Interval, Unit | None, int] | None:
    """The interval, unit and end of the range that begins with a figure; None where none does.

    Args:
        tokens: The sentence.
        first: The figure's numeral.
        figure: The figure read so far, as if it stood alone.
        currency: The money sign before it, which both ends share.
    """
    joint = figure.stop + _is_hyphen_hanging(tokens, figure.stop) + is_tied_to(tokens, figure.stop)
    maybe = _alternative(tokens, joint) if figure.stop == first.stop else None
    if maybe is None and not _joins(tokens, first, figure, joint):
        return None
    joint = joint if maybe is None else maybe
    second = _second(tokens, joint + 1 + is_tied_to(tokens, figure.stop), money=currency is not None)
    if second is None or second.value is None or first.value is None or second.high > LARGEST:
        return None
    low = _shared(tokens, first, second).low
    if tokens.at(joint) in {"or", *_MAYBE} and not low < second.low <= low * 2:
        return None
    own, stop = unit_behind(tokens, second.stop)
    if currency is not None and own is not None and own.dimension == "currency" and own.name != currency.name:
        return None  # "between $5 | and 80 cents"
    unit, stop = (currency, second.stop) if currency else (own, stop)
    if _are_apart(tokens, figure, unit, (first, second), currency):
        return None
    low, high = sorted([low, second.low])
    return Interval(None, low, high, bound="range"), unit or figure.unit, stop


def _are_apart(
    tokens: Tokens, figure: Figure, unit: Unit | None, ends: tuple[Numeral, Numeral], currency: Unit | None
) -> bool:
    """Whether two numbers are figures of their own: a change and its end, a result, amounts in two units."""
    first, second = ends
    before, is_to = tokens.at(figure.first - 1), tokens.at(figure.stop) == "to"
    if unit is None and figure.unit is not None and (is_to or _is_set_off(tokens, figure)):
        return not is_to or before not in {"from", "between"}  # "lost 0.9 percent to 3,331", a change and its end
    if unit in {None, currency} and figure.unit in {None, currency} and _ends_change(tokens, figure, first, second):
        return True
    is_share = before == "by" and not first.digits and 0 < first.low < 1 <= second.low
    if is_to and (is_share or (before == "or" and currency is not None)):
        return True  # "fell by half to 12 percent", "down 7 percent, or $2.59 to $33.07"
    is_rate = tokens.at(second.stop) == "per" and tokens.at(second.stop + 1) != "cent"  # "$1.36 to $1.41 | per share"
    is_counted = unit in {None, currency} and figure.unit is not None and counts(tokens, second.stop) and not is_rate
    if is_to and is_counted and before not in {"from", "between"}:
        return True  # "food for two weeks to 11,300 families"
    if second.low < first.low and (before not in {"from", "by"} if is_to else _is_set_off(tokens, figure)):
        return True  # "won 51 percent to 47 percent", "about $1.5 trillion | - $700 million less than they ask"
    are_shares = figure.unit is unit and first.low > second.low and first.stop < figure.stop  # "57%-43%"
    have_units = figure.unit is not None and unit is not None
    return have_units and (are_shares or figure.unit != unit)  # "110 yen to 1 dollar"


def _is_set_off(tokens: Tokens, figure: Figure) -> bool:
    """Whether a dash between blanks stands behind a figure: "in two years | - one that would count"."""
    return tokens.at(figure.stop) in DASHES and not tokens.touches(figure.stop)


def _is_hyphen_hanging(tokens: Tokens, i: int) -> bool:
    """Whether the hyphen of two compounds hangs behind the first: "12 | - | to 14-year-old boys"."""
    is_hanging = tokens.at(i) == "-" and tokens.touches(i) and not tokens.touches(i + 1)
    return is_hanging and tokens.at(i + 1) == "to" and tokens.at(i + 3) == "-"  # "7- or 8-inch" are two


def is_tied_to(tokens: Tokens, i: int) -> bool:
    """Whether hyphens tie two numbers to the "to" between them: "a 5 | -to-10-year term", "a 3 | -to-1 vote"."""
    hyphens = tokens.at(i) == tokens.at(i + 2) == "-" and tokens.at(i + 1) == "to"
    return hyphens and all(tokens.touches(k) for k in range(i, i + 4))


def _alternative(tokens: Tokens, i: int) -> int | None:
    """The word at or behind token `i` before what else a number may be: "two|, or perhaps| three days"."""
    i += tokens.at(i) == ","
    i += tokens.at(i) == "or"
    return i if tokens.at(i) in _MAYBE else None


def _joins(tokens: Tokens, numeral: Numeral, figure: Figure, joint: int) -> bool:
    """Whether the token behind a figure can join two ends: a dash, "to", "or", "and" behind "between"."""
    before = tokens.at(figure.first - 1)
    match tokens.at(joint):
        case "-" | "–" | "—":
            is_lettered = tokens.touches(figure.first) and tokens.kinds[figure.first - 1] == "word"
            is_tied = tokens.touches(joint)
            is_open = is_tied and numeral.digits and tokens.kinds[joint + 1 : joint + 2] == ["number"]  # "200- 220 kph"
            is_even = is_open or is_tied == tokens.touches(joint + 1)
            return is_even and (is_tied or not is_lettered)  # "M6.1 | - 12km SSW of"
        case "and":
            return before == "between" or tokens.lower[max(0, figure.first - 4) : figure.first] == _AGES
        case "or":
            return figure.stop == numeral.stop
        case "to":  # "rose 64 to 4,577" is a change and its end, "fell by 1 to 2 degrees" a range
            is_count = before != "from" and figure.unit is None and _are_counted(tokens, numeral, joint)
            is_changing = is_changed(tokens, figure.first) or _is_course(tokens, figure, numeral, joint)
            is_size = before == "of" and is_changing and _are_sizes(tokens, figure, numeral, joint)
            return before == "by" or is_count or is_size or not is_changing
        case _:
            return False


def _is_course(tokens: Tokens, figure: Figure, first: Numeral, joint: int) -> bool:
    """Whether a change told of before a comma goes from one number to another: "has halved, from | 20 to 10"."""
    way = changes_apart(tokens, figure.first)
    second = None if way is None else _second(tokens, joint + 1, money=figure.unit is not None)
    if second is None:
        return False
    start = _shared(tokens, first, second).low
    return start < second.low if way == "up" else start > second.low


def _are_counted(tokens: Tokens, first: Numeral, joint: int) -> bool:
    """Whether things are counted behind the second of two numbers that lie close: "shed 3,500 | to 4,500 jobs"."""
    second = read_numeral(tokens, joint + 1) if tokens.is_number(joint + 1) else None
    if second is None or unit_behind(tokens, second.stop)[0] is not None:
        return False
    return first.low < second.low <= _TWO * first.low and counts(tokens, second.stop)


def _are_sizes(tokens: Tokens, figure: Figure, first: Numeral, joint: int) -> bool:
    """Whether a change is of one size or another, close to it, and not to an end: "a fall of | 3 to 5 metres".

    Two that are both measured lie closer than a number and a measure: "a gain of | 3% to 4%", no "3% to 9%".
    """
    second = _second(tokens, joint + 1, money=figure.unit is not None)
    if second is None or unit_behind(tokens, second.stop)[0] is None:
        return False
    widest = _TWO if figure.unit is not None else _WIDEST
    return first.low < second.low <= widest * first.low


def _ends_change(tokens: Tokens, figure: Figure, first: Numeral, second: Numeral) -> bool:
    """Whether a count changed by the first number to the second, far above it: "the toll rose by 12 to 40."."""
    is_end = second.stop >= len(tokens) or tokens.kinds[second.stop] == "mark" or tokens.at(second.stop) in _BEHIND_END
    by = tokens.at(figure.first - 1) == "by" and tokens.at(figure.stop) == "to"
    return by and is_end and second.low > 2 * first.low and is_changed(tokens, figure.first)


def _second(tokens: Tokens, i: int, *, money: bool) -> Numeral | None:
    """The numeral at token `i`, its currency sign passed over, and a hyphen behind "to": "200,000 to | -260,000"."""
    i += tokens.at(i) == "-" and tokens.touches(i) and tokens.touches(i + 1)
    number = next((k for k in range(i, min(i + 3, len(tokens))) if tokens.kinds[k] == "number"), i) if money else i
    if number > i and sign_before(tokens, number)[0] > i:
        return None
    minus = tokens.at(number) == "minus" or (
        tokens.at(number) in {"-", "−"} and tokens.touches(number + 1) and not tokens.touches(number)
    )
    number += minus
    if number >= len(tokens) or tokens.lower[number] in link_words("indefinite") or tokens.lower[number] in DASHES:
        return None
    numeral = read_numeral(tokens, number)
    if numeral is None:
        return None
    numeral = suffixed(tokens, numeral, money=money)
    return numeral.negative() if minus else numeral


def _shared(tokens: Tokens, first: Numeral, second: Numeral) -> Numeral:
    """Gives the first number of a range the scale of the second: "$50-60 million", "3-4,000"; no "500 to 1 million"."""
    scale = second.magnitude
    if _THOUSANDS.fullmatch(tokens.words[second.stop - 1]) and second.stop == second.first + 1:
        scale = _THOUSAND
    if first.magnitude == 1 and scale > 1 and first.low < second.low / scale < first.low * 10:
        return first.times(scale, first.stop)
    return first


def read_one_or_two(tokens: Tokens, figure: Figure) -> None:
    """Makes a range of "two" behind a unit and "or": "a day or | two", "the next mile or | two"."""
    i = figure.first
    unit = surfaces().get(tokens.at(i - 2))
    if figure.interval.value != _TWO or tokens.at(i - 1) != "or" or unit is None or is_plural(tokens.at(i - 2)):
        return
    begin = i - 2 - (tokens.at(i - 3) in link_words("indefinite"))
    if hedge_before(tokens, begin) is None:  # "about a day | or two" is read from "about" on
        figure.interval, figure.unit, figure.first = Interval(None, 1.0, _TWO, bound="range"), unit, begin
