"""Figures: a numeral with its hedge, range, unit, rate and noun, read left to right from the tokens of a sentence."""

from __future__ import annotations

from functools import cache

from crosstally.facts.numbers.ages import ends_age
from crosstally.facts.numbers.amounts import (
    is_scaled_money,
    scaled_before,
    sign_before,
    suffixed,
    unit_behind,
    unit_of_fraction,
)
from crosstally.facts.numbers.ballots import read_ballot
from crosstally.facts.numbers.compound import goes_on, with_smaller
from crosstally.facts.numbers.counted import read_noun
from crosstally.facts.numbers.decades import widen_decade
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.hedges import hedge_before, hedged, is_comparison
from crosstally.facts.numbers.hedging import read_hedge, read_hedge_behind
from crosstally.facts.numbers.lists import read_lists
from crosstally.facts.numbers.money import money_behind
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.numerals import number_words, read_numeral, read_scale
from crosstally.facts.numbers.ranges import is_tied_to, read_one_or_two, read_range
from crosstally.facts.numbers.rates import read_rate
from crosstally.facts.numbers.scores import is_spaced
from crosstally.facts.numbers.shares import is_fraction, read_fraction, read_ratio
from crosstally.facts.numbers.signs import below_zero, minus_before
from crosstally.facts.numbers.thresholds import read_threshold
from crosstally.facts.numbers.tied import is_lettered_code
from crosstally.facts.numbers.traps import trap_of
from crosstally.facts.numbers.units import Unit, surfaces
from crosstally.facts.words.links import link_words
from crosstally.facts.words.noun_phrases import noun_phrase
from crosstally.facts.words.nouns import OWNERS
from crosstally.facts.words.tokens import DASHES, Tokens

_NUMBERS = frozenset({"number", "fraction"})
_ARTICLES = link_words("indefinite")


def read_figures(tokens: Tokens, *, every: bool = False) -> list[Figure]:
    """The figures of a sentence, in order.

    Args:
        tokens: The sentence.
        every: Whether traps, and where a change began ("from | 12 to 15"), are among them: what is read there, claim or
            no claim.
    """
    found: list[Figure] = []
    done = 0
    for i in _openings(tokens):
        numeral = (read_numeral(tokens, i) or _article(tokens, i)) if i >= done else None
        if numeral is None:
            continue
        if sides := read_ballot(tokens, numeral):
            found += sides
            done = sides[-1].stop
            continue
        unit, stop = unit_behind(tokens, numeral.stop)
        is_money = sign_before(tokens, i)[1] is not None or is_scaled_money(tokens, numeral.stop)
        measured = unit is not None or is_money
        trap = None if every else trap_of(tokens, numeral, measured=measured)
        if trap is not None:
            done = max(numeral.stop, _past_trap(tokens, numeral.stop, trap))
        else:
            figure = _figure(tokens, numeral, found[-1].after if found else 0, unit, stop)
            found.append(figure)
            done = max(figure.after, numeral.stop, _past_name(tokens, figure))
    return read_lists(tokens, found, every=every)


@cache
def _opening_words() -> frozenset[str]:
    return number_words() | _ARTICLES


def _openings(tokens: Tokens) -> list[int]:
    """Tokens that a numeral, or an article that stands for one, may begin with."""
    words = _opening_words()
    opened = zip(tokens.lower, tokens.kinds, strict=True)
    return [i for i, (word, kind) in enumerate(opened) if (word in words if kind == "word" else kind in _NUMBERS)]


def _past_name(tokens: Tokens, figure: Figure) -> int:
    """Where to read on when the noun phrase holds a number of its own: "two | new 737 Max jets"."""
    if figure.noun is None or "number" not in tokens.kinds[figure.noun.first : figure.noun.stop]:
        return 0
    return figure.noun.stop


def _article(tokens: Tokens, i: int) -> Numeral | None:
    """The one of "more than | a | week", "within | an | hour", "about | hundred": a hedge before it makes it count.

    So does a fraction behind its unit, or a smaller one: "| a | mile and a half", "| an | hour and 40 minutes".
    """
    one = Numeral(i, i + 1, 1.0, 1.0, 1.0, digits=False)
    is_of_unit = tokens.at(i + 1) in surfaces() and tokens.lower[i] in _ARTICLES
    if is_of_unit and (_fraction_behind(tokens, i + 2)[0] or goes_on(tokens, one)):
        return one
    hedge = hedge_before(tokens, i)
    if hedge is None or is_comparison(tokens, hedge):
        return None
    return one if is_of_unit else read_scale(tokens, i)


def _fraction_behind(tokens: Tokens, i: int) -> tuple[float, int]:
    """The fraction that follows a unit which ends at token `i`, and where it ends: "a mile | and a half"; else 0."""
    if tokens.at(i) != "and":
        return 0.0, i
    has_article = tokens.at(i + 1) in {"a", "one"}
    last = i + 1 + has_article
    is_whose = not has_article and (tokens.at(last) != "half" or tokens.at(last + 1) in OWNERS | {"of", "a"})
    if is_whose or tokens.at(last + 1) == "million":
        return 0.0, i
    return {"half": 0.5, "quarter": 0.25}.get(tokens.at(last), 0.0), last + 1


def _past_trap(tokens: Tokens, stop: int, trap: str) -> int:
    """Steps over the second half of a trap such as "2014-15", "4x4", "94 to 88"."""
    tied = is_tied_to(tokens, stop)
    if trap in {"score", "ratio"} and tokens.at(stop + tied) == "to":
        second = read_numeral(tokens, stop + 2 * tied + 1)
        return second.stop if second else stop
    if trap == "name of a kind" and tokens.at(stop + 1) == "in":
        whole = read_numeral(tokens, stop + 3)  # "a one-| in-500-year event"
        return whole.stop if whole else stop
    if trap == "code" and is_lettered_code(tokens, stop):
        return stop + 2 + (tokens.at(stop + 1) == "-")
    if (
        tokens.at(stop) in DASHES | {":", "x"}
        and tokens.touches(stop)
        and tokens.touches(stop + 1)
        and (tokens.kinds[stop + 1] == "number" or trap == "score")
    ):
        return stop + 2
    return stop + 2 if trap == "score" and is_spaced(tokens, stop - 1, stop) else stop


def _figure(tokens: Tokens, plain: Numeral, floor: int, unit: Unit | None, stop: int) -> Figure:
    """The figure around a numeral, with the unit behind it, which ends at `stop`.

    Nothing before token `floor`, where the last figure ended, belongs to it.
    """
    first, currency = sign_before(tokens, plain.first, floor)
    numeral = suffixed(tokens, plain, money=currency is not None)
    if currency is not None:
        unit, stop = currency, numeral.stop
        first, numeral = scaled_before(tokens, first, numeral)
    else:
        if numeral is not plain:
            unit, stop = unit_behind(tokens, numeral.stop)
        numeral, unit, stop = money_behind(tokens, numeral, unit, stop)
    part, end = _fraction_behind(tokens, stop)
    if unit is not None and numeral.value is not None and part:
        whole = numeral.value + part
        numeral, stop = numeral._replace(value=whole, low=whole, high=whole), end
    numeral, unit, stop = with_smaller(tokens, numeral, unit, stop)
    first, numeral = minus_before(tokens, first, numeral, measured=unit is not None)
    figure = Figure(first, stop, numeral.first, stop, hedged(numeral, None), unit=unit, word=not numeral.digits)
    span = read_range(tokens, numeral, figure, currency)
    if span is None and currency is not None:
        widen_decade(tokens, figure)
    elif span is not None:
        figure.interval, figure.unit, figure.stop = span
        figure.after = figure.stop
    numeral = below_zero(tokens, figure, numeral)
    read_hedge(tokens, figure, numeral)
    _complete(tokens, figure, numeral)
    return figure


def _complete(tokens: Tokens, figure: Figure, numeral: Numeral) -> None:
    """Adds what stands behind number and unit: age, noun, rate, trailing hedge."""
    if _is_age(tokens, figure):
        return
    figure.hyphen = tokens.at(figure.stop) in DASHES or (
        figure.interval.bound != "range" and numeral.stop < figure.after and tokens.at(numeral.stop) in DASHES
    )
    if figure.unit is None and is_fraction(figure):
        figure.unit, figure.stop = unit_of_fraction(tokens, figure.stop)
    if figure.unit is None and not read_fraction(tokens, figure):
        read_noun(tokens, figure)
        read_threshold(tokens, figure, numeral)
        read_ratio(tokens, figure)
        if figure.noun is None and figure.unit is None and figure.word:
            read_one_or_two(tokens, figure)
    elif figure.hyphen:
        if tokens.at(figure.stop) in DASHES:
            read_rate(tokens, figure)  # "a four-day-a-week | class"
        figure.noun = noun_phrase(tokens, figure.stop, plural=False)
        figure.stop = figure.noun.stop if figure.noun is not None else figure.stop
    read_hedge_behind(tokens, figure, numeral)
    if figure.per is None:
        read_rate(tokens, figure)


def _is_age(tokens: Tokens, figure: Figure) -> bool:
    """Reads "-year-old", "years old", "years of age", "y/o" into the figure."""
    if figure.unit is None or figure.unit.dimension != "time":
        return False
    i = figure.stop + (tokens.at(figure.stop) in DASHES)
    if tokens.at(i) in {"old", "olds"}:
        figure.stop = i + 1
    elif tokens.lower[i : i + 2] == ["of", "age"]:
        figure.stop = i + 2
    elif not ends_age(tokens, figure.stop - 1):
        return False
    figure.age = True
    figure.after = figure.stop
    return True
