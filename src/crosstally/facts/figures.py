"""Figures: a numeral with its hedge, range, unit, rate and noun, read left to right from the tokens of a sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from crosstally.facts.hedges import Hedge, hedge_after, hedge_before, hedged, ranged
from crosstally.facts.intervals import Interval
from crosstally.facts.lexicon import load
from crosstally.facts.nouns import NounPhrase, is_plural, noun_phrase
from crosstally.facts.numerals import Numeral, number_words, read_numeral
from crosstally.facts.tokens import Tokens
from crosstally.facts.traps import is_trap
from crosstally.facts.trend import changes_before
from crosstally.facts.units import Unit, currencies, look_up, surfaces, symbols

_LISTED = (["and"], [","], [",", "and"])
_DASHES = {"-", "–", "—"}
_OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "them", "those", "these"})
_MONEY_MAGNITUDE = 1e6  # "361 million pounds" is money, not mass
_DEGREES = {"C": "celsius", "F": "fahrenheit"}  # right behind the digits only: "15C"
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}  # "20 (kg)"
_CENTS = frozenset({"cent", "penny"})
_FEET = frozenset({"ft", "feet", "foot"})
_CODE_LETTERS = 3  # of ISO 4217
_MAX_UNIT_WORDS = 4
_NEUTRAL = frozenset(load("hedges")["neutral"]["before"])


@dataclass(slots=True)
class Figure:
    """One figure in a sentence; positions are token indexes.

    Attributes:
        first: Its first token, the hedge included.
        stop: One past its last token, noun and rate included.
        number: The first token of its first numeral.
        after: One past its numeral and unit: where the noun phrase begins.
        interval: The figure.
        hedge: The hedge, if there is one.
        unit: The unit of measurement; None for counted things.
        noun: The noun phrase behind it.
        per: What it is a rate per.
        age: Whether it is an age: "33-year-old".
        hyphen: Whether it modifies its noun: "30-day ceasefire".
        word: Whether the numeral is written in words.
        partitive: Whether it is said to be of a known whole: "two of them".
    """

    first: int
    stop: int
    number: int
    after: int
    interval: Interval
    hedge: Hedge | None = None
    unit: Unit | None = None
    noun: NounPhrase | None = None
    per: str | None = None
    age: bool = False
    hyphen: bool = False
    word: bool = False
    partitive: bool = False


def read_figures(tokens: Tokens) -> list[Figure]:
    """The figures of a sentence, in order; traps are left out."""
    found: list[Figure] = []
    i = 0
    while i < len(tokens):
        if tokens.kinds[i] in {"number", "fraction"} or (tokens.kinds[i] == "word" and _begins(tokens, i)):
            numeral = read_numeral(tokens, i) or _article(tokens, i)
            if numeral is not None and is_trap(tokens, numeral, measured=_is_measured(tokens, numeral)):
                i = max(numeral.stop, _past_range(tokens, numeral.stop))
                continue
            if numeral is not None:
                figure = _figure(tokens, numeral, found[-1].after if found else 0)
                found.append(figure)
                i = max(figure.after, numeral.stop)
                continue
        i += 1
    found = _with_subunits(tokens, found)
    for k in range(len(found) - 1, 0, -1):
        _share(tokens, found[k - 1], found[k])
    for before, figure in pairwise(found):
        _carry_floor(tokens, before, figure)
        if (
            tokens.lower[before.stop : figure.first] == ["to"]
            and figure.unit is None
            and figure.noun is None
            and before.unit is not None
            and before.unit.name not in {"percentage", "basis point"}
        ):
            figure.unit = before.unit  # "rose 64 points to 4,577"
    return found


def _article(tokens: Tokens, i: int) -> Numeral | None:
    """The one of "more than | a | week", "within | an | hour": an article counts a unit only behind a hedge."""
    if hedge_before(tokens, i) is None or tokens.at(i + 1) not in surfaces() or tokens.lower[i] not in {"a", "an"}:
        return None
    return Numeral(i, i + 1, 1.0, 1.0, 1.0, digits=False)


def _is_measured(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a unit stands behind the number or a currency sign before it."""
    return _unit(tokens, numeral.stop)[0] is not None or _sign_before(tokens, numeral.first)[1] is not None


def _begins(tokens: Tokens, i: int) -> bool:
    return tokens.lower[i] in number_words() or tokens.lower[i] in {"a", "an"}


def _past_range(tokens: Tokens, stop: int) -> int:
    """Steps over the second half of a trap such as "2014-15"."""
    if (
        tokens.at(stop) in _DASHES
        and tokens.touches(stop)
        and tokens.touches(stop + 1)
        and tokens.kinds[stop + 1] == "number"
    ):
        return stop + 2
    return stop


def _figure(tokens: Tokens, numeral: Numeral, floor: int) -> Figure:
    """The figure around a numeral; nothing before token `floor`, where the last figure ended, belongs to it."""
    first, currency = _sign_before(tokens, numeral.first, floor)
    numeral = _suffixed(tokens, numeral, money=currency is not None)
    hedge = hedge_before(tokens, first)
    unit, stop = (currency, numeral.stop) if currency else _unit(tokens, numeral.stop)
    partner = _partner(tokens, numeral, stop, first, currency)
    if currency is None and unit is not None and unit.dimension == "currency" and tokens.at(stop) in load("numerals")["magnitudes"]:
        numeral, stop = numeral.times(load("numerals")["magnitudes"][tokens.lower[stop]], stop + 1), stop + 1  # "75 USD million"
    if unit is not None and unit.name == "pound-mass" and numeral.magnitude >= _MONEY_MAGNITUDE:
        unit = surfaces()["pound sterling"]
    negative = _negative(tokens, first, measured=unit is not None)
    interval = hedged(numeral, hedge)
    if partner is not None:
        second, stop_second = partner
        unit_second, stop_second = (currency, stop_second) if currency else _unit(tokens, stop_second)
        if unit is None or unit_second is None or unit.name == unit_second.name:
            low = _share_magnitude(numeral, second)
            interval, unit, stop = ranged(low, second), unit_second or unit, stop_second
        else:
            partner = None
    if negative and interval.value is not None:
        interval = Interval(-interval.value, -interval.value, -interval.value)
    figure = Figure(first, stop, numeral.first, stop, interval, hedge, unit, word=not numeral.digits)
    if hedge is not None:
        figure.first = hedge.first
    elif (far := _hedge_past_neutral(tokens, first)) is not None and partner is None:
        figure.hedge, figure.first, figure.interval = far, far.first, hedged(numeral, far)
    if negative:
        figure.first = first - 1
    return _complete(tokens, figure, numeral)


def _complete(tokens: Tokens, figure: Figure, numeral: Numeral) -> Figure:
    """Adds what stands behind number and unit: age, noun, rate, trailing hedge."""
    if (
        figure.hedge is None
        and figure.interval.bound == "exact"
        and (tail := hedge_after(tokens, figure.stop)) is not None
    ):
        figure.hedge, figure.interval, figure.stop, figure.after = tail, hedged(numeral, tail), tail.stop, tail.stop
    if _is_age(tokens, figure):
        return figure
    figure.hyphen = tokens.at(figure.stop) in _DASHES or (
        numeral.stop < figure.after and tokens.at(numeral.stop) in _DASHES
    )
    if (
        figure.unit is None
        and tokens.at(figure.stop) == "of"
        and tokens.at(figure.stop + 1) in {"a", "an"}
        and figure.interval.high is not None
        and figure.interval.high < 1
    ):
        figure.unit, figure.stop = _unit_of_fraction(tokens, figure.stop)
        figure.after = figure.stop
    if figure.unit is None:
        skip = figure.stop + _hyphen(tokens, figure.stop)
        skip += tokens.at(skip) == "of" and figure.interval.bound == "vague"
        figure.noun = noun_phrase(tokens, skip, plural=figure.interval.value != 1)
        if figure.noun is None and tokens.at(skip) == "of":
            _read_partitive(tokens, figure, skip)
        elif figure.noun is not None:
            figure.stop = figure.noun.stop
    elif figure.hyphen:
        figure.noun = noun_phrase(tokens, figure.stop, plural=False)
        if figure.noun is not None:
            figure.stop = figure.noun.stop
    if (
        figure.hedge is None
        and figure.interval.bound == "exact"
        and (tail := hedge_after(tokens, figure.stop)) is not None
    ):
        figure.hedge, figure.interval, figure.stop = tail, hedged(numeral, tail), tail.stop
    _read_rate(tokens, figure)
    return figure


def _read_partitive(tokens: Tokens, figure: Figure, i: int) -> None:
    """Reads "two | of them", "three | of his closest friends": a part of a known whole."""
    if tokens.at(i + 1) in {"them", "whom", "which", "those", "these", "us"}:
        figure.stop = i + 2
        figure.partitive = True
    elif (first := _past_owner(tokens, i + 1)) is not None:
        figure.noun = noun_phrase(tokens, first, plural=True)
        if figure.noun is not None and is_plural(tokens.lower[figure.noun.head]):
            figure.stop = figure.noun.stop
            figure.partitive = tokens.at(i + 1) == "the"
        else:
            figure.noun = None


def _past_owner(tokens: Tokens, i: int) -> int | None:
    """Where the noun begins behind an owner: "his | friends", "the company's | lorries"; None where no owner stands."""
    if tokens.at(i) in _OWNERS | {"my"}:
        return i + 1
    return next((k + 1 for k in range(i + 1, i + 4) if tokens.at(k) in {"'s", "’s"}), None)


def _with_subunits(tokens: Tokens, figures: list[Figure]) -> list[Figure]:
    """Adds cents to the money before them: "15 dollars and 45 cents", "15 dollars 50" are one figure each."""
    merged: list[Figure] = []
    for figure in figures:
        before = merged[-1] if merged else None
        if before is not None and before.interval.bound == "exact" and _is_subunit(tokens, before, figure):
            value = (before.interval.value or 0.0) + (figure.interval.value or 0.0) / 100
            before.interval, before.stop, before.after = Interval(value, value, value), figure.stop, figure.after
        else:
            merged.append(figure)
    return merged


def _is_subunit(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    value = figure.interval.value
    if before.unit is None or before.unit.dimension != "currency" or before.unit.name in _CENTS or value is None:
        return False
    if tokens.lower[before.stop : figure.first] not in ([], ["and"]) or not 0 < value < 100 or value != int(value):  # noqa: PLR2004
        return False
    bare = figure.unit is None and figure.noun is None and (figure.stop == len(tokens) or tokens.kinds[figure.stop] == "mark")
    return bare or (figure.unit is not None and figure.unit.name in _CENTS)


def _carry_floor(tokens: Tokens, before: Figure, figure: Figure) -> None:
    """Carries "at least" over a list of counts: in "at least 70 missiles and 145 drones" both are floors."""
    between = tokens.lower[before.stop : figure.first]
    counts = before.unit is None and figure.unit is None and before.noun is not None and figure.noun is not None
    if counts and before.interval.bound == "at_least" and figure.interval.bound == "exact" and between in _LISTED:
        figure.interval = replace(figure.interval, high=None, bound="at_least")


def _share(tokens: Tokens, figure: Figure, following: Figure) -> None:
    """Gives a bare figure the unit or noun of the one it is listed with: "7.6 and 7.4 magnitude", "eight million 250ml bottles"."""
    between = tokens.lower[figure.stop : following.first]
    if (
        figure.unit is not None
        or figure.noun is not None
        or figure.age
        or not all(word in {",", "and", "or", "-"} for word in between)
    ):
        return
    listed = between != [","] or following.unit is None or following.unit.name != "percentage"  # "ended at 16,644, 16 percent up"
    if following.unit is not None and listed and (between or following.hyphen):
        figure.unit = following.unit if between else None
    if following.noun is not None and not following.age:
        figure.noun = following.noun
    elif not between and following.unit is not None:
        figure.noun = noun_phrase(tokens, following.after, plural=figure.interval.value != 1)


def _unit_of_fraction(tokens: Tokens, i: int) -> tuple[Unit | None, int]:
    """The unit of "1/16 | of a pint", "three-quarters | of an hour"; the token at `i` is "of"."""
    unit, stop = _unit(tokens, i + 2)
    return (unit, stop) if unit is not None else (None, i)


def _sign_before(tokens: Tokens, i: int, floor: int = 0) -> tuple[int, Unit | None]:
    """The currency sign or code in front of a number and where it begins: "$", "US$", "HK $", "EUR"."""
    for first in range(max(floor, i - 3), i):
        text = tokens.text[tokens.starts[first] : tokens.ends[i - 1]]
        unit = _currency(text)
        if unit is not None and (tokens.kinds[i - 1] == "sign" or text.isalpha() or tokens.touches(i)):
            return first, unit
    return i, None


def _suffixed(tokens: Tokens, numeral: Numeral, *, money: bool) -> Numeral:
    """Takes in "k", "m", "b" right behind the digits; "m" is a metre unless money or a plural noun makes it a million."""
    i = numeral.stop
    suffixes = load("numerals")["suffixes"]
    if not numeral.digits or numeral.magnitude > 1 or i >= len(tokens) or tokens.words[i] not in suffixes:
        return numeral
    behind = tokens.at(i + 1)
    counted = (is_plural(behind) and tokens.kinds[i + 1] == "word") or (
        behind == "of" and tokens.at(i + 2) in _OWNERS and any(is_plural(tokens.at(k)) for k in (i + 3, i + 4))
    )
    if not (tokens.touches(i) or money or (counted and tokens.words[i].isupper())):
        return numeral
    if money or counted or tokens.words[i] in {"k", "M"}:
        return numeral.times(suffixes[tokens.words[i]], i + 1)
    return numeral


def _unit(tokens: Tokens, i: int) -> tuple[Unit | None, int]:
    """The unit behind a number, a hyphen allowed, and where it ends; (None, i) where there is none."""
    at = i + _hyphen(tokens, i)
    if at == i and tokens.touches(i) and tokens.words[i] in _DEGREES:
        return surfaces()[_DEGREES[tokens.words[i]]], i + 1
    if tokens.at(at) in _BRACKETS and tokens.at(at + 2) == _BRACKETS[tokens.lower[at]]:
        unit = look_up(tokens.words[at + 1])
        return (unit, at + 3) if unit is not None else (None, i)
    for stop in range(min(at + _MAX_UNIT_WORDS, len(tokens)), at, -1):
        words = tokens.lower[at:stop]
        if tokens.kinds[at] == "word" and (unit := surfaces().get(" ".join(words))) is not None:
            return _compound(tokens, at, stop, unit)
        written = tokens.text[tokens.starts[at] : tokens.ends[stop - 1]]
        if (unit := symbols().get(written) or _currency(written)) is not None and _is_symbol(tokens, at, stop):
            return _compound(tokens, at, stop, unit)
    return None, i


def _hyphen(tokens: Tokens, i: int) -> int:
    """1 where a hyphen ties what follows to the number before: "30-day"; tokenised text spaces it: "30 - year bonds"."""
    if tokens.at(i) not in _DASHES or tokens.touches(i) != tokens.touches(i + 1):
        return 0
    return int(
        tokens.touches(i)
        or (tokens.at(i) == "-" and tokens.at(i + 1) in surfaces() and not is_plural(tokens.at(i + 1)))
    )


def _currency(sign: str) -> Unit | None:
    """The money a sign or code stands for; codes in small letters are read too."""
    return currencies().get(sign) or (
        currencies().get(sign.upper()) if len(sign.rstrip("$")) == _CODE_LETTERS else None
    )


def _compound(tokens: Tokens, at: int, stop: int, unit: Unit) -> tuple[Unit, int]:
    """Takes in the unit that one is divided by where the two make a unit of their own: "kV/cm", "newtons per square metre"."""
    if tokens.at(stop) in {"/", "per"} and unit.dimension != "currency" and tokens.at(stop + 1) not in _rates()[0]:
        for end in (stop + 3, stop + 2):
            whole = tokens.text[tokens.starts[at] : tokens.ends[min(end, len(tokens)) - 1]]
            if end <= len(tokens) and (found := look_up(whole)) is not None:
                return found, end
    return unit, stop


def _is_symbol(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether letters that may be a unit sign are one here: "5 m", not the "a" of "5 a day" nor the "in" of "12 in all"."""
    word = tokens.words[at]
    if tokens.kinds[at] == "sign" or tokens.touches(at):
        return True
    if word.lower() in {
        "in",
        "a",
        "as",
        "at",
        "am",
        "are",
        "us",
        "me",
        "all",
        "no",
        "or",
        "is",
        "he",
        "it",
        "to",
        "s",
        "t",
    }:
        return False
    return len(word) > 1 or tokens.at(stop) not in {"-", "."} or word.islower()


@cache
def _rates() -> tuple[frozenset[str], frozenset[str], dict[str, str], frozenset[str]]:
    rates = load("rates")
    return frozenset(rates["periods"]), frozenset(rates["things"]), rates["adverbs"], frozenset(rates["introducers"])


def _read_rate(tokens: Tokens, figure: Figure) -> None:
    """Adds the rate: "5000 soldiers | a week", "$70 | a share", "$70 -a - share"."""
    periods, things, adverbs, introducers = _rates()
    i = _past_complement(tokens, figure) if figure.unit is not None else figure.stop
    if tokens.at(i) in adverbs and figure.noun is not None:
        figure.per, figure.stop = adverbs[tokens.at(i)], i + 1
        return
    i += tokens.at(i) == "-"
    word = tokens.at(i)
    thing = tokens.at(i + 1 + (tokens.at(i + 1) == "-"))
    if tokens.at(i + 2) in {"earlier", "ago", "later", "before", "after", "old"}:
        return
    if word in introducers and (
        thing in periods
        or (word in {"a", "an", "per", "/"} and (figure.unit is not None or word == "per") and thing in things)
    ):
        figure.per, figure.stop = thing, i + 2 + (tokens.at(i + 1) == "-")


def _past_complement(tokens: Tokens, figure: Figure) -> int:
    """Steps over a short "of" phrase between a unit and its rate: "2 billion gallons | of jet fuel | a year"."""
    if tokens.at(figure.stop) != "of":
        return figure.stop
    for i in range(figure.stop + 2, min(figure.stop + 5, len(tokens))):
        if tokens.lower[i] in {"a", "an", "per"} and tokens.at(i + 1) in _rates()[0]:
            return i
    return figure.stop


def _is_age(tokens: Tokens, figure: Figure) -> bool:
    """Reads "-year-old", "years old", "years of age" into the figure."""
    if figure.unit is None or figure.unit.dimension != "time":
        return False
    i = figure.stop + (tokens.at(figure.stop) in _DASHES)
    if tokens.at(i) in {"old", "olds"}:
        figure.stop = i + 1
    elif tokens.lower[i : i + 2] == ["of", "age"]:
        figure.stop = i + 2
    else:
        return False
    figure.age = True
    figure.after = figure.stop
    return True


def _partner(
    tokens: Tokens, numeral: Numeral, stop: int, first: int, currency: Unit | None
) -> tuple[Numeral, int] | None:
    """The second number of a range that begins with `numeral`, and where it ends."""
    joint = tokens.at(stop)
    i = stop + 1
    if joint in _DASHES:
        if tokens.touches(stop) != tokens.touches(stop + 1):
            return None
    elif joint == "and":
        if tokens.at(first - 1) != "between":
            return None
    elif joint == "or":
        if stop != numeral.stop:
            return None
    elif joint != "to" or (tokens.at(first - 1) != "by" and changes_before(tokens, first)):
        return None
    if currency is not None and i < len(tokens):
        for skip in (0, 1, 2):
            if i + skip < len(tokens) and tokens.kinds[i + skip] == "number":
                begin, unit = _sign_before(tokens, i + skip)
                if skip and (unit is None or begin > i):
                    return None
                i += skip
                break
    if i >= len(tokens) or tokens.kinds[i] not in {"number", "word", "fraction"} or tokens.at(i) in {"a", "an"}:
        return None
    second = read_numeral(tokens, i)
    if second is None or second.value is None or numeral.value is None:
        return None
    second = _suffixed(tokens, second, money=currency is not None)
    if joint == "or" and not numeral.low < second.low <= numeral.low * 2:
        return None
    return second, second.stop


def _share_magnitude(first: Numeral, second: Numeral) -> Numeral:
    """Gives the first number of a range the magnitude of the second: "$50-60 million", not "500 to 1 million"."""
    if first.magnitude == 1 and second.magnitude > 1 and first.low < second.low / second.magnitude * 10:
        return first.times(second.magnitude, first.stop)
    return first


def _negative(tokens: Tokens, i: int, *, measured: bool) -> bool:
    """Whether a minus sign stands before token `i`; a dash between two words or numbers is none unless a unit follows."""
    if tokens.at(i - 1) not in {"-", "−"} or (i > 1 and tokens.touches(i - 1)) or not (tokens.touches(i) or tokens.words[i - 1] == "−"):
        return False
    return i < 2 or measured or (tokens.kinds[i - 2] != "number" and not tokens.words[i - 2].isupper())  # noqa: PLR2004


def _hedge_past_neutral(tokens: Tokens, i: int) -> Hedge | None:
    """A hedge one neutral word away: "at least another 12"."""
    return hedge_before(tokens, i - 1) if tokens.at(i - 1) in _NEUTRAL else None
