"""What each kind of time stands for, as ISO 8601 dates or intervals: "24 April", "in 2004", "last week", "a day ago".

A reading is given the match of a kind's pattern (see `crosstally.facts.context.time`) and the day of publication, and
gives None where what looks like a time is none, or says nothing without that day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache, partial

from crosstally.facts.lexicon import load
from crosstally.facts.words.calendar import number_of
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import is_plural, stop_words, word_class, word_classes
from crosstally.facts.words.vocabulary import any_of

_DOZEN = 12
_NUMBERS = {
    **{word: number for word, number in load("numerals")["cardinals"].items() if 0 < number <= _DOZEN},
    **dict.fromkeys(link_words("indefinite"), 1),
}
_AGO = re.compile(rf"(?<!\w)([0-9]{{1,3}}|{'|'.join(_NUMBERS)}) (day|week|month|year)s? $", re.IGNORECASE)
_LAST_WORD = re.compile(r"(?<!\S)([A-Za-z]+) $")
_LOOK_BACK = 20  # code points
_WEEK = 7  # days
_ADJECTIVES = 2  # between a number and what it counts
_CLAUSE = 90  # code points before a weekday, about a clause
_CLAUSE_END = re.compile(r"[;:.?!]|, (?:but|and|while)\b|\b(?:said|says|told)\b")
_POSSESSIVE = re.compile(r"['’]s\b")
_NEXT_WORD = re.compile(r" ([a-z]+)")
_BEFORE_MONTH = frozenset({"in", "since", "last", "this", "early", "late", "during", "until"})
_PAST = frozenset({"since", "last"})
_UNSURE = frozenset({"to", "and", "of", "after", "before", "for"})
_SURE = frozenset(
    {"in", "since", "during", "from", "until", "early", "late", "year"}
)  # before a year, seldom before a count
_SCALES = frozenset({"percent", "per", "hundred", "thousand", "million", "billion", "trillion"})


def _counts_something(match: re.Match[str]) -> bool:
    """Whether the number that ends the match counts what stands behind it: "in May 12 people", "in 2004 cases"."""
    word = _NEXT_WORD.match(match.string, match.end())
    if word is not None and word[1] in _SCALES:
        return True
    for _ in range(_ADJECTIVES):  # "in May 12 | unarmed | men"
        if word is not None and word_classes().get(word[1]) == "j":
            word = _NEXT_WORD.match(match.string, word.end())
    return (
        word is not None
        and word[1] not in stop_words()
        and is_plural(word[1])
        and word_classes().get(word[1]) not in {"d", "z"}
    )


def _before(match: re.Match[str]) -> str:
    """The word before the match, in small letters; "" when a mark stands there."""
    word = _LAST_WORD.search(match.string[max(0, match.start() - _LOOK_BACK) : match.start()])
    return word[1].lower() if word else ""


def _date(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None  # noqa: PLR2004


def _iso(match: re.Match[str], _: date | None) -> str | None:
    year, month, day = map(int, match["iso_date"].split("-"))
    return match["iso_date"] if year and _date(year, month, day) else None


def _digits(match: re.Match[str], _: date | None) -> str | None:
    """A day in digits alone: behind points the day comes first; else it is read where it can be read in one way."""
    first, second, year = int(match["n1"]), int(match["n2"]), int(match["y8"])
    day_first, month_first = _date(year, second, first), _date(year, first, second)
    if match["mark"] == "." or month_first is None or day_first == month_first:
        return str(day_first) if day_first else None
    return None if day_first else str(month_first)


def _calendar(match: re.Match[str], today: date | None, *, names: tuple[str, str, str, str]) -> str | None:
    """A day of a month, or several; when no year is named, of the last one, or the next where it is to come."""
    month_name, first, last, year_text = (match[name] for name in names)
    if year_text is None and _counts_something(match):
        return None
    month = number_of(month_name)
    begin, end = (None if text is None else int(text.rstrip("stndrh")) for text in (first, last))
    if begin is None:
        return None
    year = int(year_text) if year_text else _nearest_year(today, month, begin, coming=_is_coming(match))
    if year is None or _date(year, month, begin) is None:
        return None
    stamp = f"{year:04}-{month:02}-{begin:02}"
    return f"{stamp}/{year:04}-{month:02}-{end:02}" if end and begin < end and _date(year, month, end) else stamp


def _nearest_year(today: date | None, month: int, day: int, *, coming: bool) -> int | None:
    """The year of the latest such day that is not after tomorrow: the next day may have begun where it was written.

    Of what is to come it is the first such day that is not over.
    """
    if today is None:
        return None
    if coming:
        return today.year + ((month, day) < (today.month, today.day))
    tomorrow = today + timedelta(days=1)
    return tomorrow.year if (month, day) <= (tomorrow.month, tomorrow.day) else tomorrow.year - 1


def _month_year(match: re.Match[str], _: date | None) -> str | None:
    return None if _counts_something(match) else f"{match['y3']}-{number_of(match['m3']):02}"


def _month(match: re.Match[str], today: date | None) -> str | None:
    month, before = number_of(match["m4"]), _before(match)
    if today is None or before not in _BEFORE_MONTH:
        return None
    if before not in _PAST and _is_coming(match):
        return f"{today.year + (month < today.month):04}-{month:02}"
    return f"{today.year if month <= today.month else today.year - 1:04}-{month:02}"


def _years(match: re.Match[str], _: date | None, *, names: tuple[str, str]) -> str | None:
    """The years from one to another: "1997-2003", "2010-11", "from | 1993 to 2020"."""
    first, last = (match[name] for name in names)
    last = first[: 4 - len(last)] + last
    return f"{first}/{last}" if first < last else None


def _decade(match: re.Match[str], _: date | None) -> str:
    return f"{match['y6']}/{match['y6'][:3]}9"


def _year(match: re.Match[str], today: date | None) -> str | None:
    """A year behind a preposition ("in 2004"), or before what happened in it ("the 2004 tsunami"), and no count."""
    year, cue = match["y7"], _before(match)
    following = _NEXT_WORD.match(match.string, match.end())
    noun = (
        following is not None
        and following[1] not in stop_words()
        and following[1] not in load("numerals")["cardinals"]
        and word_class(following[1]) not in {"d", "z", "r", "g", "n"}
    )
    if cue in _SURE:
        return None if noun else year
    recent = "1900" <= year <= str(today.year + 1 if today else 2100)
    if cue in {"the", "a"}:
        return year if recent and noun and (not year.endswith("00") or not _counts_something(match)) else None
    if cue not in _UNSURE:
        return None
    ends = match.string[match.end() : match.end() + 1] in {"", ".", ",", ")"}
    return year if recent and ends else None


def _weekday(match: re.Match[str], today: date | None) -> str | None:
    """The nearest such day that the tense allows; tomorrow rather than six days ago, for pages are updated."""
    if today is None:
        return None
    day = number_of(match["day"])
    back = (today.weekday() - day) % _WEEK
    match match["which"]:
        case "next" | "Next":
            return str(today + timedelta(days=_WEEK - back))
        case "last" | "Last":
            return str(today - timedelta(days=back or _WEEK))
    is_coming = _is_coming(match)
    if is_coming and _POSSESSIVE.match(match.string, match.end()):
        return None  # "will receive 31 percent above Friday's close", "will attend Friday's vote"
    is_near = is_coming or back == _WEEK - 1
    return str(today - timedelta(days=back - _WEEK if back and is_near else back))


def _is_coming(match: re.Match[str]) -> bool:
    """Whether the words before a time, in its clause, speak of what is to come: "will meet on | Friday"."""
    clause = _CLAUSE_END.split(match.string[max(0, match.start() - _CLAUSE) : match.start()])[-1]
    return _coming().search(clause) is not None


@cache
def _coming() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(load('times')['coming']['words'])}\b")


def _day_word(match: re.Match[str], today: date | None) -> str | None:
    if today is None:
        return None
    return str(today - timedelta(days=match[0].lower() in {"yesterday", "last night"}))


def _weekend(_: re.Match[str], today: date | None) -> str | None:
    if today is None:
        return None
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    return f"{saturday}/{saturday + timedelta(days=1)}"


def _period(match: re.Match[str], today: date | None) -> str | None:
    if today is None:
        return None
    last = match["near"].lower() == "last"
    match match["unit"]:
        case "week":
            monday = today - timedelta(days=today.weekday() + 7 * last)
            return f"{monday}/{monday + timedelta(days=6)}"
        case "month":
            return f"{today.replace(day=1) - timedelta(days=1) if last else today:%Y-%m}"
    return str(today.year - last)


def _ago(match: re.Match[str], today: date | None) -> str | None:
    found = _AGO.search(match.string[max(0, match.start() - _LOOK_BACK) : match.start()])
    if today is None or found is None:
        return None
    count = _NUMBERS.get(found[1].lower()) or int(found[1])
    match found[2].lower():
        case "day":
            return str(today - timedelta(days=count))
        case "week":
            monday = today - timedelta(days=today.weekday() + 7 * count)
            return f"{monday}/{monday + timedelta(days=6)}"
        case "month":
            months = today.year * 12 + today.month - 1 - count
            return f"{months // 12:04}-{months % 12 + 1:02}"
    return f"{today.year - count:04}"


READINGS: dict[str, Callable[[re.Match[str], date | None], str | None]] = {
    "iso": _iso,
    "digits": _digits,
    "month_day": partial(_calendar, names=("m1", "d1", "d2", "y1")),
    "day_month": partial(_calendar, names=("m2", "d3", "d4", "y2")),
    "month_year": _month_year,
    "month": _month,
    "years": partial(_years, names=("y4", "y5")),
    "span": partial(_years, names=("y9", "y10")),
    "decade": _decade,
    "year": _year,
    "weekday": _weekday,
    "day_word": _day_word,
    "weekend": _weekend,
    "period": _period,
    "ago": _ago,
}
