"""Numbers that are written as codes are: "1980s", "5G", "3-D", "1080p video", "041498", "4(2)", "[12]"."""

from __future__ import annotations

import re

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.numbers.hedges import hedge_before
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.rates import periods
from crosstally.facts.numbers.tied import is_error, is_in_groups
from crosstally.facts.words.calendar import days_and_months_cut_short, weekdays
from crosstally.facts.words.nouns import singular, stop_words
from crosstally.facts.words.tokenize import heads_clause
from crosstally.facts.words.tokens import DASHES, STROKES, Tokens

_JOINTS = frozenset({"to", "and", "-", "–", "/", "through", "or"})
_LISTING = frozenset({"and", "or", ","})
_DAY_OF_MONTH = re.compile(r"[12]?\d|3[01]")
_DAY_FIRST, _MONTH_FIRST = re.compile(r"\d{1,2} ?[A-Z][a-z]{2}"), re.compile(r"[A-Z][a-z]{2,8}\.? ?\d{1,2}$")
_SERIAL = re.compile(r"0\d+|\d{8,}")
_POST = 5  # digits
_NEAR_CODES = 5  # tokens from "codes" to the second of two
_CALLED = 3  # tokens from "call" to the number
_ENDING = 2  # letters
_TIED = 3  # tokens from the first hyphen of "mill-fire-4" to its number
_SCREENS = frozenset({"2", "4", "5", "8", "10"})  # before "K", and races
_LEAST = 3  # letters of a name


def is_decade_or_code(tokens: Tokens, stop: int) -> bool:
    """ "1980s", "20s", "5G", "4x4", "3-D", "49er"; `stop` is where the number ends."""
    if tokens.at(stop) == "-" and tokens.touches(stop) and tokens.touches(stop + 1):
        return _is_tied_on(tokens, stop + 1)
    if tokens.lower[stop : stop + 2] == [".", "x"] and tokens.touches(stop) and tokens.touches(stop + 1):
        return True  # "the 3|.x series"
    if not tokens.touches(stop) or tokens.words[stop] == "g":
        return False
    letter = tokens.words[stop]  # of no unit, or that were read: "777|X", "3|D", not "3|M"
    if letter == "K" and tokens.words[stop - 1] not in _SCREENS and counts(tokens, stop + 1):
        return False  # "80|K units"
    is_letter = len(letter) == 1 and letter.isupper() and (letter == "K" or letter not in load("numerals")["suffixes"])
    is_ending = tokens.at(stop) in {"s", "'s", "g", "er", "ers"} or is_letter
    is_ending = is_ending or (letter == "i" and tokens.words[stop - 1] in trap_words("video", "lines"))  # "1080|i"
    return is_ending or _is_norm(tokens, stop) or _is_crossed(tokens, stop)


def _is_tied_on(tokens: Tokens, i: int) -> bool:
    """Whether what a hyphen ties to a number, from token `i` on, goes on with its code: "a Vanda 65-| A90"."""
    if tokens.is_number(i):
        is_many = tokens.at(i + 1) == "s" and tokens.touches(i + 1)  # "twelve 737-|800s"
        return is_many or tokens.at(i + 1) in trap_words("named", "flying")  # "787-|8 aircraft"
    is_named = tokens.kinds[i] == "name" and any(map(str.isdigit, tokens.words[i]))
    return is_named or (len(tokens.words[i]) == 1 and tokens.words[i].isupper())


def _is_norm(tokens: Tokens, stop: int) -> bool:
    """Whether a letter or two that are no unit end what is named with decimals: "802.11|ac"."""
    letters = tokens.words[stop]
    is_ending = tokens.kinds[stop] == "word" and len(letters) <= _ENDING and letters.islower() and letters != "x"
    return is_ending and "." in tokens.words[stop - 1]


def _is_crossed(tokens: Tokens, stop: int) -> bool:
    """Whether a number goes on behind an "x": "4|x4"; "15x earnings" are fifteen times as much."""
    return tokens.at(stop) == "x" and tokens.is_number(stop + 1) and tokens.touches(stop + 1)


def is_keyed(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is a value in the data of a page, behind its key in quotation marks, a colon between."""
    is_quoted = tokens.at(i - 1) == tokens.at(stop) == '"' and tokens.touches(i) and tokens.touches(stop)
    k = i - 1 - is_quoted
    return tokens.at(k) == ":" and tokens.at(k - 1) == '"' and all(tokens.touches(at) for at in range(k, i + 1))


def is_video(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether lines of a picture are told by its format, and no pence: "1080p | video", "shoots in 720p"."""
    if tokens.words[i] not in trap_words("video", "lines") or not tokens.touches(stop):
        return False
    return tokens.at(stop) == "p" and not trap_words("video").isdisjoint(tokens.lower)


def is_day(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is one of some days of a month: "8 | to 12 June", "24|, 25 and 26 May", "May 8, 9 and | 12"."""
    if not _DAY_OF_MONTH.fullmatch(tokens.words[i]) or stop != i + 1:
        return False
    if tokens.at(i - 1) == "(" and tokens.at(stop) == ")" and tokens.at(i - 2) in weekdays():
        return True  # "on Sunday (| 16 |)"
    month = re.match(r"[a-z]*", tokens.at(stop + 1)) if i == 0 and tokens.at(stop) == "," else None
    if month and month[0] in days_and_months_cut_short():
        return True  # "10, Jun. 2019"
    last = stop
    while tokens.at(last) in _JOINTS | _LISTING and _is_day(tokens, last + 1):
        last += 2
    if tokens.at(last) in _JOINTS and tokens.kinds[last + 1 : last + 2] == ["name"]:
        return _DAY_FIRST.match(tokens.words[last + 1]) is not None
    first = i
    while first > 1 and tokens.at(first - 1) in _JOINTS | _LISTING and _is_day(tokens, first - 2):
        first -= 2
    if counts(tokens, stop) or (first == i and heads_clause(tokens, stop)):
        return False  # "On June 8, | 12 were held"
    is_last = first > 1 and tokens.at(first - 1) in _JOINTS | _LISTING and tokens.kinds[first - 2] == "name"
    return is_last and _MONTH_FIRST.match(tokens.words[first - 2]) is not None


def _is_day(tokens: Tokens, i: int) -> bool:
    return i < len(tokens) and _DAY_OF_MONTH.fullmatch(tokens.words[i]) is not None


def is_subsection(tokens: Tokens, i: int) -> bool:
    """Whether a number is a part of what another one names: "section 4| (2)(b)"."""
    if tokens.at(i + 1) == "(" and tokens.at(i + 3) == ")" and tokens.touches(i + 1) and tokens.touches(i + 2):
        return len(tokens.words[i + 2]) == 1 and tokens.words[i + 2].islower()  # "a 401|(k) plan"
    return (
        tokens.at(i - 1) == "("
        and tokens.touches(i - 1)
        and tokens.touches(i)
        and (tokens.kinds[i - 2] == "number" or tokens.at(i - 2) == ")")
        and tokens.at(i + 1) == ")"
    )


def is_title(tokens: Tokens, stop: int) -> bool:
    """Whether a span is the name of something, by its capital: "60 | Minutes showed it", "the 8 | Mile crew"."""
    word = tokens.words[stop] if stop < len(tokens) else ""
    is_span = singular(word) in periods() or word in {"Mile", "Cent"}
    return is_span and word.istitle() and len(word) >= _LEAST and not tokens.headline


def is_serial(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether digits are a serial number by how they are written: "041498", "12345678"; a count has marks between."""
    if is_in_groups(tokens, i) or is_error(tokens, i, stop):
        return True
    if i > 0 and tokens.touches(i) and tokens.kinds[i - 1] == "name" and tokens.words[i - 1][-1].isdigit():
        return True  # "a lap of 1:32.60|6"
    is_of_user = tokens.at(i - 1) == "_" or (tokens.at(i - 2) == "_" and tokens.touches(i - 1))
    if tokens.touches(i) and (is_of_user or tokens.lower[max(0, i - 2) : i] == ["f", "/"]):
        return True  # "user_|61", "deb_in_ls|8", an aperture of "f/|2.2"
    if _is_in_slug(tokens, i) or _is_of_post(tokens, i) or _is_third(tokens, i):
        return True
    if " " in tokens.words[i] and not trap_words("telephone").isdisjoint(tokens.lower[max(0, i - _CALLED) : i]):
        return True  # "the toll-free number | 800 840 840"
    return stop == i + 1 and _SERIAL.fullmatch(tokens.words[i]) is not None and not counts(tokens, stop)


def _is_of_post(tokens: Tokens, i: int) -> bool:
    """Whether five digits behind "codes" are of the post: "two ZIP codes, | 10027 | and 10039"."""
    is_code = len(tokens.words[i]) == _POST and tokens.words[i].isdigit()
    if is_code and tokens.at(i + 1) in {"zip", "postcode"}:
        return True
    named = trap_words("named", "coded") - {"number"}
    return is_code and not named.isdisjoint(tokens.lower[max(0, i - _NEAR_CODES) : i])


def _is_third(tokens: Tokens, i: int) -> bool:
    """Whether a stroke ties a number to two that a stroke ties before it: "a 14/1/| 8 | line"."""
    is_tied = tokens.at(i - 1) == tokens.at(i - 3) == "/" and i > _TIED
    return is_tied and all(map(tokens.touches, range(i - 2, i + 1)))


def _is_in_slug(tokens: Tokens, i: int) -> bool:
    """Whether a number ends words tied by hyphens, the name of a file or an address: "mill-fire-|4"."""
    is_tied = tokens.words[i - 1 : i] == ["-"] and tokens.words[i - 3 : i - 2] == ["-"] and i > _TIED
    is_slug = is_tied and tokens.kinds[i - 2] == "word" and tokens.at(i - 2) != "of"  # "9-of-|14"
    return is_slug and all(map(tokens.touches, range(i - _TIED, i + 1)))


def is_listed_stock(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether digits are the code of a stock: "Vanda (TYO:|7203)", "(BSE: | 500325)", "(7201|.T)"."""
    exchange = "".join(tokens.words[i - 2 : i - 1]) if tokens.at(i - 1) == ":" else ""
    if exchange.isupper() and tokens.at(i - 3) == "(" and tokens.at(stop) == ")":
        return True
    place = "".join(tokens.words[stop + 1 : stop + 2]) if tokens.at(stop) == "." and tokens.touches(stop) else ""
    return place.isupper() and tokens.at(i - 1) == "(" and tokens.at(stop + 2) == ")"


def is_note(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is the mark of a note: "says so | [12]", "the report,|12 | which"."""
    before = tokens.at(i - 1)
    if before == "[" and tokens.at(stop) == "]":
        return True
    if before == "(" and tokens.at(stop) == ")" and i > 1:
        is_dialled = tokens.kinds[i - 2] == "name" and tokens.words[i - 2][-1].isalpha()  # "1-800-555-TIPS | (8477)"
        is_tie_break = tokens.kinds[i - 4 : i - 1] == ["number", "mark", "number"] and tokens.at(i - 3) in DASHES
        return is_dialled or is_tie_break or tokens.at(i - 2) == ";"  # "6-7 | (4)", "(1) fire; | (2) flood"
    if before in DASHES and tokens.touches(i) and tokens.touches(i - 1):
        is_named = tokens.kinds[i - 2] == "name" or (tokens.at(i - 3) == ":" and tokens.touches(i - 2))
        return is_named and not counts(tokens, stop)  # "Luke 2:1-|20"
    is_tied = before in {",", "."} and tokens.touches(i) and tokens.touches(i - 1) and tokens.kinds[i - 2] == "word"
    return is_tied and not tokens.touches(stop) and not heads_clause(tokens, stop)


def is_stroke_code(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether numbers on both sides of a stroke are no share: "120/80", "the 26/11 | raid", "scored 8/10"."""
    i, stop = numeral.first, numeral.stop
    if tokens.at(i + 1) != "/" or stop != i + 3 or numeral.magnitude > 1:
        return False
    above, below = tokens.words[i], tokens.words[i + 2]
    if not (above.isdigit() and below.isdigit()) or int(above) >= int(below) or tokens.at(stop) == "/":
        return True
    is_bare = ends(tokens, stop) or tokens.at(stop) in stop_words() - {"of", "the"}
    return (
        is_bare
        and tokens.at(stop) not in STROKES
        and tokens.at(i - 1) not in {"by", "to"}
        and hedge_before(tokens, i) is None
    )


def is_station(tokens: Tokens, stop: int) -> bool:
    """Whether a number is where a station sends: "98.7 | FM"."""
    return tokens.words[stop : stop + 1] == ["FM"]
