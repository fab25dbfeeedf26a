"""Amounts: the unit or currency that stands behind a number or before it."""

from __future__ import annotations

import re
from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.millions import are_millions, is_counted
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.rates import periods
from crosstally.facts.numbers.roads import numbers_road
from crosstally.facts.numbers.units import Unit, currencies, look_up, surfaces, symbols
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import is_plural, stop_words
from crosstally.facts.words.tokens import DASHES, Tokens

_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}  # "20 (kg)"
_CODE_LETTERS = 3  # of ISO 4217
_YEAR_DIGITS = 4
_FIRST = re.compile(r"^(?:[^\W\d_]+|.)", re.DOTALL)
_LAST = re.compile(r"(?:[^\W\d_]+|.)$", re.DOTALL)
_DEGREES = {"C": "celsius", "F": "fahrenheit"}  # right behind the digits only: "15C"
_FEET = frozenset({"ft", "feet", "foot"})
INCHES = frozenset({'"', "”", "″"})  # right behind the digits: a 13" screen
_CUSTOMARY = frozenset({"us", "uk", "u.s.", "imperial"})  # whose pint or gallon it is
_MAX_UNIT_WORDS = 4
_WORDS_NOT_SIGNS = frozenset(
    ["a", "all", "am", "are", "as", "at", "he", "in", "is", "it", "me", "no", "or", "s", "to", "us"]
)


def sign_before(tokens: Tokens, i: int, floor: int = 0) -> tuple[int, Unit | None]:
    """The currency sign or code in front of a number and where it begins: "$", "US$", "HK $", "EUR"."""
    if i == 0 or _part(_LAST, tokens.lower[i - 1]) not in _sign_ends():
        return i, None
    for first in range(max(floor, i - 3), i):
        text = tokens.text[tokens.starts[first] : tokens.ends[i - 1]]
        is_name = _is_console(tokens, i, text) or numbers_road(tokens, i, text)
        unit = None if is_name else _currency(text) or _lettered(tokens, i, text)
        if unit is not None and (tokens.kinds[i - 1] == "sign" or text.rstrip(".").isalpha() or tokens.touches(i)):
            return first, unit
    return i, None


def _is_console(tokens: Tokens, i: int, sign: str) -> bool:
    """Whether letters that newswires print for a sign are the name of a make: "the PS|3", not "PS3 million"."""
    lettered = load("numerals")["lettered"]
    is_release = sign in lettered["releases"] and tokens.kinds[i - 2 : i - 1] == ["number"]  # "2012 R|2"
    is_digit = (sign in lettered["makes"] or is_release) and tokens.touches(i) and len(tokens.words[i]) == 1
    return is_digit and tokens.at(i + 1) not in load("numerals")["magnitudes"] and not _is_tied_on(tokens, i + 1)


def _lettered(tokens: Tokens, i: int, sign: str) -> Unit | None:
    """The money that one letter right before a sum stands for: "K|20,000", "N|5 million", not "K|2" or "Q|4"."""
    name = load("numerals")["lettered"]["single"].get(sign)
    if name is None or not tokens.touches(i):
        return None
    is_sum = "," in tokens.words[i] or tokens.at(i + 1) in load("numerals")["magnitudes"] or _is_tied_on(tokens, i + 1)
    return surfaces()[name] if is_sum else None


def _is_tied_on(tokens: Tokens, i: int) -> bool:
    """Whether something goes on right behind a number, and makes no plural of it: "PS3|bn", not "PS3|s"."""
    return tokens.touches(i) and tokens.kinds[i] != "mark" and tokens.at(i) != "s"


def suffixed(tokens: Tokens, numeral: Numeral, *, money: bool) -> Numeral:
    """Takes in "k", "m", "b" behind the digits; "m" is a metre unless money or what is counted makes it a million."""
    i = numeral.stop
    suffixes = load("numerals")["suffixes"]
    if not numeral.digits or numeral.magnitude > 1 or i >= len(tokens) or tokens.words[i] not in suffixes:
        return numeral
    if is_scaled_money(tokens, i):
        return numeral.times(load("numerals")["lettered"]["scales"][tokens.words[i]], i + 1)
    money = money or _is_money(tokens, i + 1)
    counted = are_millions(tokens, i) if tokens.words[i] == "m" else is_counted(tokens, i + 1)
    if not (tokens.touches(i) or money or (counted and tokens.words[i].isupper())):
        return numeral
    if money or counted or tokens.words[i] in {"k", "M"}:
        return numeral.times(suffixes[tokens.words[i]], i + 1)
    return numeral


def is_scaled_money(tokens: Tokens, i: int) -> bool:
    """Whether a magnitude tied to a currency's code stands at token `i`: "120 | M|EUR"."""
    return _scale_at(tokens, i) is not None and _is_money(tokens, i + 1)


def scaled_before(tokens: Tokens, first: int, numeral: Numeral) -> tuple[int, Numeral]:
    """Takes in a magnitude tied to the currency's code at token `first`, before a number: "M|SEK 1,250"."""
    scale = _scale_at(tokens, first - 1)
    return (first, numeral) if scale is None else (first - 1, numeral.times(scale, numeral.stop))


def _scale_at(tokens: Tokens, i: int) -> float | None:
    is_tied = i >= 0 and tokens.touches(i + 1) and tokens.kinds[i : i + 2] == ["word", "word"]
    return load("numerals")["lettered"]["scales"].get(tokens.words[i]) if is_tied else None


def _is_money(tokens: Tokens, i: int) -> bool:
    """Whether money stands at token `i`: "222 mn | euros"; one "crown" is a title: "the 100m | crown"."""
    if tokens.at(i) == "crown":
        return False
    unit = unit_behind(tokens, i)[0] if i < len(tokens) else None
    return unit is not None and unit.dimension == "currency"


def unit_behind(tokens: Tokens, i: int) -> tuple[Unit | None, int]:
    """The unit behind a number, a hyphen allowed, and where it ends; (None, i) where there is none."""
    at = i + hyphen_at(tokens, i)
    if at == i and i < len(tokens) and (signed := _sign_behind(tokens, i)) is not None:
        return signed, i + 1
    if tokens.at(at) == "in" and _is_inches(tokens, i, at):
        return surfaces()["inch"], at + 1
    if tokens.at(at) in _BRACKETS and tokens.at(at + 2) == _BRACKETS[tokens.lower[at]]:
        unit = look_up(tokens.words[at + 1])
        return (unit, at + 3) if unit is not None else (None, i)
    begins = at < len(tokens) and _part(_FIRST, tokens.lower[at]) in _unit_beginnings() and not _is_rank(tokens, i, at)
    longest = _MAX_UNIT_WORDS if at == i else 2 * _MAX_UNIT_WORDS  # hyphens count
    for stop in range(min(at + longest, len(tokens)) if begins else at, at, -1):
        if tokens.kinds[at] == "word" and (unit := _unit_in_words(tokens.lower[at:stop])) is not None:
            return _compound(tokens, at, stop, unit)
        written = tokens.text[tokens.starts[at] : tokens.ends[stop - 1]]
        if written[:-1] in symbols() and _ends_sentence(tokens, stop - 1):
            continue  # "weighed 3 | kg|."
        is_next = _opens_amount(tokens, at, stop)
        if not is_next and (unit := symbols().get(written) or _currency(written)) and _is_symbol(tokens, at, stop):
            return _compound(tokens, at, stop, unit)
    return None, i


def _ends_sentence(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i` is the full stop of the sentence, behind which no word stands."""
    return tokens.at(i) == "." and {"word", "number"}.isdisjoint(tokens.kinds[i + 1 :])


def _is_inches(tokens: Tokens, i: int, at: int) -> bool:
    """Whether "in" at token `at` is a unit: "5ft 11|in", "50 cm (20 | in)", "0.68 | in | thick", "a 5|in screen"."""
    is_bracketed = tokens.at(at + 1) == ")" and tokens.at(i - 2) == "("
    behind = "".join(tokens.words[at + 1 : at + 2])
    is_tied = tokens.touches(at) and behind.isalpha() and behind.islower() and behind not in stop_words()
    return (
        is_tied
        or tokens.at(at - 2) in _FEET
        or is_bracketed
        or tokens.at(at + 1) in load("numerals")["metres"]["sizes"]
    )


def _unit_in_words(words: list[str]) -> Unit | None:
    """The unit that words stand for, hyphens or none between them: "kilowatt-hour", "mile-an-hour"."""
    written = " ".join(words)
    unit = surfaces().get(written.replace(" - ", "-"))
    return surfaces().get(written.replace(" - ", " ")) if unit is None and "-" in words else unit


def _is_rank(tokens: Tokens, i: int, at: int) -> bool:
    """Whether "second" behind a number only ranks: "three | second-graders", "a 2010 | second-round pick"."""
    if tokens.at(at) != "second" or at > i:
        return False
    is_year = len(tokens.words[i - 1]) == _YEAR_DIGITS and tokens.words[i - 1].isdigit()
    return is_year or (tokens.at(at + 1) == "-" and tokens.touches(at + 1))


def _opens_amount(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether the sign of tokens [at, stop) belongs to the number behind it: "three | $|50 notes"."""
    is_before = tokens.is_number(stop) and tokens.touches(stop)
    return is_before and tokens.kinds[stop - 1] == "sign" and not tokens.touches(at)


def _is_cold(tokens: Tokens, i: int) -> bool:
    """Whether a degree's letter stands apart behind a number below zero: "-4 | C"."""
    return i > 1 and tokens.at(i - 2) in {*DASHES, "−", "minus"} and not tokens.touches(i - 2)


def _is_in_weather(tokens: Tokens, i: int) -> bool:
    """Whether a degree's letter stands apart and ends what is said where warmth is told of: "hit 104 | F | (40 C)"."""
    behind = tokens.at(i + 1)
    is_last = not behind.isalnum() or behind in link_words("after_participle") | link_words("be")
    return is_last and not _warmth().isdisjoint(tokens.lower)


@cache
def _warmth() -> frozenset[str]:
    """Words that tell of warmth, in small letters."""
    return frozenset(load("numerals")["warmth"])


def _sign_behind(tokens: Tokens, i: int) -> Unit | None:
    """The unit of a sign right behind the digits: "15C", 'a 13" screen'; None where none is."""
    if tokens.words[i] in _DEGREES and (tokens.touches(i) or _is_cold(tokens, i) or _is_in_weather(tokens, i)):
        return surfaces()[_DEGREES[tokens.words[i]]]
    is_inch = tokens.touches(i) and tokens.lower[i] in INCHES and _is_inch(tokens, i)
    return surfaces()["inch"] if is_inch else None


def _is_inch(tokens: Tokens, i: int) -> bool:
    """Whether the sign at token `i` says inches: it closes no quotation, and a word goes on behind it."""
    is_followed = tokens.kinds[i + 1 : i + 2] in (["word"], ["number"]) and not tokens.touches(i + 1)
    quotes = (k for k, word in enumerate(tokens.lower[:i]) if word in INCHES or word == "“")
    opened = sum(not (tokens.touches(k) and tokens.kinds[k - 1] == "number") for k in quotes)
    return is_followed and tokens.kinds[i - 1] == "number" and opened % 2 == 0


@cache
def _unit_beginnings() -> frozenset[str]:
    """What units begin with, in small letters: most words behind a number begin none, and need not be looked up."""
    return frozenset(_part(_FIRST, unit.lower()) for unit in (*surfaces(), *symbols(), *currencies()))


@cache
def _sign_ends() -> frozenset[str]:
    """What signs and codes of money end with, in small letters."""
    return frozenset(_part(_LAST, sign.lower()) for sign in (*currencies(), *load("numerals")["lettered"]["single"]))


def _part(pattern: re.Pattern[str], text: str) -> str:
    """The letters that a text begins or ends with, or else the one character."""
    found = None if text.isalpha() else pattern.search(text)
    return found[0] if found else text


def unit_of_fraction(tokens: Tokens, i: int) -> tuple[Unit | None, int]:
    """The unit of "1/16 | of a US pint", "half | an hour", and where it ends; (None, i) where there is none."""
    article = i + (tokens.at(i) == "of")  # "half of" has taken in its "of"
    if tokens.at(article - 1) not in {"of", "half"} or tokens.at(article) not in link_words("indefinite"):
        return None, i
    begin = article + 1
    unit, stop = unit_behind(tokens, begin)
    if unit is None and tokens.at(begin) in _CUSTOMARY:
        unit, stop = unit_behind(tokens, begin + 1)
    return (unit, stop) if unit is not None else (None, i)


def hyphen_at(tokens: Tokens, i: int) -> int:
    """1 where a hyphen ties what follows to a number: "30-day"; tokenised text spaces it: "30 - year bonds"."""
    if tokens.at(i) not in DASHES or tokens.touches(i) != tokens.touches(i + 1):
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
    """Takes in the unit that one is divided by where both make one unit: "kV/cm", "newtons per square metre"."""
    if tokens.at(stop) in {"/", "per"} and unit.dimension != "currency" and tokens.at(stop + 1) not in periods():
        for end in (stop + 3, stop + 2):
            whole = tokens.text[tokens.starts[at] : tokens.ends[min(end, len(tokens)) - 1]]
            if end <= len(tokens) and (found := look_up(whole)) is not None:
                return found, end
    return unit, stop


def _is_symbol(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether letters that may be a unit sign are one here: "5 m", not the "a" of "5 a day"."""
    word = tokens.words[at]
    if len(word) == 1 and word.isalpha() and tokens.touches(stop) and tokens.kinds[stop] == "number":
        return False  # "Vanda 2012 | R|2"
    if tokens.kinds[at] == "sign" or tokens.touches(at):
        return True
    if word.lower() in _WORDS_NOT_SIGNS:
        return False
    return len(word) > 1 or tokens.at(stop) not in {"-", "."} or word.islower()
