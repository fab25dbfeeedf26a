"""When two figures exclude each other: in one unit, to the precision written, vague words at their loosest."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from crosstally.facts.fact import tells_of_one
from crosstally.facts.intervals import Interval
from crosstally.facts.needs import stands
from crosstally.facts.numbers.units import surfaces
from crosstally.rules.comparison.coins import worth
from crosstally.rules.comparison.era import is_long_past
from crosstally.rules.comparison.order import is_before
from crosstally.rules.comparison.tolerance import tolerance_of
from crosstally.rules.toll import toll

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact

_EXACT_MEASURES = {"age", "magnitude", "rank", "sentence"}  # 20 and 21 years old are two ages
_OFFERED = {"money", "deal_price", "share_price"}  # are raised and lowered: "has raised its offer to $7bn"
_ROUND_COUNT = 100  # a count is read as rounded from here on, and only when it ends in two zeros
_BIRTHDAY = timedelta(days=30)  # in less time, hardly anyone turns a year older
_ODDS = 0.01  # percent; smaller shares are told as one in so many
_DUST = 1e-9  # of odds that were made a share, and what a half lacks of the next digit
_FEW_PERCENT = range(1, 10)
_HALF_PERCENT = 0.45  # "6 percent" of 6.4, and not of 7
_SLACK = 0.05  # a rounded figure is never stretched further than this share of itself


def comparable(fact: Fact) -> Interval:
    """The values a figure allows when it is compared, in the base unit of its dimension.

    The ends are closed ("over 100" and "100" are not worth an accusation), rounded figures reach just under half their
    last written digit to both sides, and a vague word has no upper end and starts at its loosest published reading,
    half its plural ("dozens" from 12: ACLED codes 12, "hundreds" from 100: ACLED codes 100 and EM-DAT 200).
    """
    figure = fact.interval
    if tells_of_one(fact):  # "a guard was killed" denies no other death
        return Interval(1.0, 1.0, None, bound="at_least")
    if figure.bound == "vague":
        low, high = (None if figure.low is None else float(math.ceil(figure.low / 2))), None
    else:
        low = None if figure.low is None else figure.low - _slack(fact, figure.low)
        high = None if figure.high is None else figure.high + _slack(fact, figure.high)
    return Interval(figure.value, in_base_unit(fact, low), in_base_unit(fact, high), bound=figure.bound)


def agree(a: Fact, b: Fact) -> bool:
    """Whether some value is allowed by both claims; people have birthdays between two reports."""
    return agree_as(a, comparable(a), b, comparable(b))


def agree_as(a: Fact, allowed: Interval, b: Fact, other: Interval) -> bool:
    """As `agree`, for who has at hand what each claim allows when it is compared."""
    return allowed.meets(other) or (a.measure == "age" and _may_be_one_age(a, b))


def _may_be_one_age(a: Fact, b: Fact) -> bool:
    """Whether years or a birthday lie between two ages: 68, and four years later "in his 70s"."""
    first, second = a.document.published, b.document.published
    ends = (a.interval.low, a.interval.high, b.interval.low, b.interval.high)
    if None in ends or a.unit != b.unit:
        return False
    low, high, other_low, other_high = (end or 0.0 for end in ends)
    apart = max(low - other_high, other_low - high)
    if "up" in {a.trend, b.trend} and apart <= 1:  # "she turned 40 last week"
        return True
    if first is None or second is None:
        older = a if low > other_high else b
        return older.trend == "up"  # "Vell, now 64", however long after the report without a date
    elapsed = abs(second - first)
    return elapsed > _BIRTHDAY and apart <= 1 + elapsed.days // 365


def updates(earlier: Fact, later: Fact) -> bool:
    """Whether the later claim excludes the earlier one only because time has passed: a toll that grew since.

    What is told as no longer true is updated by any other. Else, without both dates nothing is an update (but see
    `may_replace`). A toll that may also shrink (the missing are found) is updated both ways.
    """
    return not agree(earlier, later) and replaces(
        earlier, later, is_higher=is_above(comparable(later), comparable(earlier))
    )


def replaces(earlier: Fact, later: Fact, *, is_higher: bool) -> bool:
    """Whether the later of two claims that exclude each other does so only because time has passed (see `updates`).

    Args:
        earlier: A claim.
        later: Another; as of a later day, it replaces any figure that does not stand from day to day.
        is_higher: Whether that is the higher one.
    """
    if earlier.superseded:
        return True
    known = toll(earlier.measure) or toll(later.measure)  # where one report merely counts them, they are the same
    if known is None:
        are_dated = earlier.as_of is not None and later.as_of is not None and not stands(later.measure)
        way = "up" if is_higher else "down"  # "has raised its offer to $7bn", "the prize had climbed to $5bn by Monday"
        has_changed = later.measure in _OFFERED and way in {earlier.trend, later.trend}
        return (are_dated or has_changed) and is_before(earlier, later) is True
    if not known.moves or (is_long_past(earlier) and is_long_past(later)):
        return False  # "In 2003 a quake killed 1,120 people", and a day later 1,210
    grows = known.grows_among(earlier.group, later.group)
    if is_higher and grows and later.trend == "up" and not is_before(later, earlier):
        return True  # "has risen to 17": until then it was lower
    return bool(is_before(earlier, later)) and (is_higher or not grows)


def may_replace(a: Fact, b: Fact) -> bool:
    """Whether either of two counts of a toll may be the later one, as nothing says when both are of."""
    return (may_move(a) or may_move(b)) and is_before(a, b) is None


def may_move(fact: Fact) -> bool:
    """Whether a claim is on a toll that a later count may bring up to date."""
    known = toll(fact.measure)
    return known is not None and known.moves and not is_long_past(fact)


def falls(earlier: Fact, later: Fact) -> bool:
    """Whether the later claim lies below the earlier one, of a toll that can only grow; both still told as true."""
    known = toll(earlier.measure)
    if known is None or not known.grows_among(later.group) or not is_before(earlier, later):
        return False
    is_below = is_above(comparable(earlier), comparable(later)) and not is_long_past(earlier)
    return is_below and not (earlier.superseded or later.superseded)


def point(fact: Fact) -> float | None:
    """The one number that stands for a claim, in its own unit: as written, or a range's middle; None if vague."""
    figure = fact.interval
    if figure.value is not None or figure.bound == "vague" or figure.low is None or figure.high is None:
        return figure.value
    return (figure.low + figure.high) / 2


def in_unit_of(fact: Fact, other: Fact) -> Interval:
    """The figure of a claim in the unit of another claim of its dimension."""
    source, target = _size(fact.unit), _size(other.unit)
    if fact.unit == other.unit:
        return fact.interval

    def convert(value: float | None) -> float | None:
        return None if value is None else (value * source.factor + source.offset - target.offset) / target.factor

    figure = fact.interval
    return replace(figure, value=convert(figure.value), low=convert(figure.low), high=convert(figure.high))


def is_above(a: Interval, b: Interval) -> bool:
    """Whether every value of the one is higher than every value of the other."""
    return a.low is not None and b.high is not None and a.low > b.high


def _slack(fact: Fact, value: float) -> float:
    """How far a figure reaches beyond itself: by its rounding, or by half of what two figures may differ by."""
    return max(_rounding(fact, value), abs(value) * tolerance_of(fact.measure) / 2)


def _rounding(fact: Fact, value: float) -> float:
    """Half the last written digit of a rounded figure, a five read as rounding to fives; none where a hedge says it."""
    if fact.measure in _EXACT_MEASURES or fact.interval.bound != "exact" or value == 0:
        return 0.0
    if fact.dimension == "count" and (value < _ROUND_COUNT or value % _ROUND_COUNT):
        return 0.0
    odds = 100 / abs(value) if fact.unit == "percentage" and abs(value) < _ODDS else 0.0
    if odds and math.isclose(odds, round(odds), rel_tol=_DUST):  # "one in 292 million"
        return abs(value) * min(_half_of_last_digit(float(round(odds))) / odds, _SLACK)
    if fact.unit == "percentage" and value in _FEW_PERCENT:
        return _HALF_PERCENT
    return min(_half_of_last_digit(abs(value)), abs(value) * _SLACK)


def _half_of_last_digit(value: float) -> float:
    """Half of what the last written digit stands for, a five read as rounding to fives."""
    digits = f"{value:.10g}".rstrip("0") if value % 1 else f"{value:.0f}"
    whole, _, decimals = digits.partition(".")
    last = 10.0 ** -len(decimals) if decimals else 10.0 ** (len(whole) - len(whole.rstrip("0")))
    if not decimals and digits.rstrip("0").endswith("5"):
        last *= 5
    return last / 2 * (1 - _DUST)  # what lies halfway is rounded to one of two neighbours


def in_base_unit(fact: Fact, value: float | None) -> float | None:
    """A value in the unit of a claim, in the base unit of its dimension."""
    size = _size(fact.unit)
    return None if value is None else value * size.factor + size.offset


@dataclass(frozen=True, slots=True)
class _Size:
    """``value * factor + offset`` is in the base unit; a unit without a fixed size is its own base."""

    factor: float
    offset: float


@cache
def _size(unit: str) -> _Size:
    known = surfaces().get(unit) or surfaces().get(
        unit.partition(" per ")[0]
    )  # "dollar per gram": the part that has a size
    if known is None or known.factor is None:
        return _Size(worth(unit) or 1.0, 0.0)
    return _Size(known.factor, known.offset)
