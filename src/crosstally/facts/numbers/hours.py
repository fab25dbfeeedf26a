"""Times of the day that no mark of the clock tells: "six in the evening", "at | 1430 hours", "begins at | 7"."""

from __future__ import annotations

import re

from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.numerals import read_numeral
from crosstally.facts.numbers.spelled import cardinals
from crosstally.facts.words.calendar import days_and_months, weekdays
from crosstally.facts.words.changes import is_changed
from crosstally.facts.words.tokens import DASHES, Tokens
from crosstally.facts.words.triggers import quantity_nouns

_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d|(?:[01]?\d|2[0-3])[.][0-5]\d")
_HOUR = re.compile(r"1?\d")
_LAST = 12
_ABOUT = frozenset({"about", "around", "exactly"})
_UNTIL = frozenset({"by", "till", "until"})
_OCLOCK = frozenset({"o'clock", "a.m.", "p.m.", "am", "pm"})
_HALF_DAY = re.compile(r"[^a-z]*[ap]\.? ?m\.?")
_COPULAS = frozenset({"is", "was"})
_HALVES = frozenset({"morning", "evening", "afternoon"})
_JOINTS = frozenset({"or", "and", "to", *DASHES})
_WEEK = frozenset({"weekdays", "weekends", "weeknights"})
_DAYS = frozenset({"today", "tomorrow", "yesterday", "tonight"})
_BOUNDS = frozenset({"since", "before", "until", "till"})
_TIMED = _BOUNDS | {"at"}
_PASTS = frozenset({"past", "to"})
_HOURS = 4  # that are joined: "at 8, 9 or 10 p.m."
_STANDING = frozenset(
    {"stood", "stands", "put", "puts", "placed", "estimated", "remained", "remains", "stayed", "peaked"}
)
_LATER = frozenset({"just", "shortly", "soon", "right", "well", "long"})
_QUARTERS = re.compile(r"\d{1,2}[.](?:00|15|30|45)")
_DATE = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)? ?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b")
_TWELVE = frozenset({"noon", "midnight"})
MINUTES = frozenset({"minutes", "mins"})


def is_hour(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether the number at tokens [i, stop) is an hour: "six | in the evening", "8 | or 9 at night", "4 | to 8 p.m.".

    What a verb does to so many ("killed 12 in the morning") is none.
    """
    is_tied = tokens.lower[stop : stop + 2] == ["-", "o'clock"]  # "a three-| o'clock feed"
    return is_tied or _ends_hour(tokens, stop) or _is_of_half(tokens, i, stop)


def _is_of_half(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether the half of a day is told behind the number at tokens [i, stop): "six | in the evening"."""
    after = tokens.lower[stop : stop + 3]
    is_half = (after[:2] == ["in", "the"] and not _HALVES.isdisjoint(after[2:])) or after[:2] == ["at", "night"]
    is_half = is_half or (after[:1] == ["that"] and not (_HALVES | {"night"}).isdisjoint(after[1:2]))
    return is_half and tokens.at(i - 1) in trap_words("clock") | _COPULAS | {"or", "and", "to"}


def _ends_hour(tokens: Tokens, stop: int) -> bool:
    """Whether a mark of the clock stands at token `stop`, or behind one of a few other hours that are joined there."""
    for at in range(stop, stop + 2 * _HOURS, 2):
        if tokens.at(at) in _OCLOCK or tokens.lower[at : at + 2] == ["local", "time"]:
            return True
        if tokens.at(at) not in _JOINTS or at + 1 >= len(tokens):
            return False
        kind = tokens.kinds[at + 1]
        if kind == "name":
            return _HALF_DAY.fullmatch(tokens.lower[at + 1]) is not None
        if kind not in {"number", "word"}:
            return False
        if _is_of_half(tokens, at + 1, at + 2):
            return True
    return False


def is_open_hours(tokens: Tokens, i: int) -> bool:
    """Whether a number is the first or the last of the hours of some days: "gifts are taken 9 | to 12 weekdays"."""
    first = i - 2 * (tokens.at(i - 1) in _JOINTS)
    pair = tokens.kinds[first : first + 3 : 2] if first >= 0 else []
    return pair == ["number", "number"] and tokens.at(first + 1) in _JOINTS and tokens.at(first + 3) in _WEEK


def is_told_hour(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is part of a time told in words or by a day: "twenty past | four", "at | 7 today".

    Behind "since" or "before" a small number that ends its clause is one: "up since | four".
    """
    i, stop = numeral.first, numeral.stop
    if _is_past(tokens, i - 1) or _is_past(tokens, stop) or _is_half_past(tokens, numeral):
        return True
    if tokens.at(stop) in MINUTES and tokens.at(stop + 1) in _PASTS and _hour_at(tokens, stop + 2):
        return True  # "ten | minutes past one"
    if not _is_of_clock(tokens, numeral) or counts(tokens, stop):
        return False
    at = i - 1 - (tokens.at(i - 1) in _ABOUT)
    before = tokens.at(at)
    if _is_late(tokens, at, stop) or _is_deadline(tokens, i, stop) or _is_of_weekday(tokens, i, stop):
        return True
    if before not in _TIMED or tokens.at(at - 1) in _STANDING or tokens.at(at - 1) in quantity_nouns():
        return False  # "the toll stood at | 12 on Monday", "put the toll at | 12 today"
    is_bound = before in _BOUNDS and ends(tokens, stop)
    begins = tokens.at(i - 2) in trap_words("hour", "before") and tokens.at(stop) in trap_words("hour", "behind")
    is_of_day = _is_day(tokens, at - 2) or tokens.at(at - 1) in _DAYS or _is_date(tokens, at - 1)
    is_behind_day = ends(tokens, stop) and is_of_day and quantity_nouns().isdisjoint({*tokens.lower} - _TIMED - {"for"})
    return is_bound or (before not in _BOUNDS - {"since"} and (begins or is_behind_day or _is_day(tokens, stop)))


def _is_half_past(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether "half" before a bare hour says half past it: "they came about half | six"; not "half 12 | apples"."""
    i = numeral.first
    is_told = tokens.at(i - 1) == "half" and tokens.at(i - 2) in trap_words("clock")
    return is_told and numeral.value in range(1, _LAST + 1) and not counts(tokens, numeral.stop)


def _is_late(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether an hour lies before or after something by a day or night: "just after | 7 | last night"."""
    is_near = tokens.at(at) in {"after", "before"} and tokens.at(at - 1) in _LATER
    is_night = tokens.lower[stop : stop + 2] in (["last", "night"], ["last", "evening"])
    return (is_near and _is_day(tokens, stop)) or (is_night and tokens.at(at) in trap_words("clock"))


def _is_deadline(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether "by" and an hour say until when: "By | nine | there were many", "by | 6.15 | on Sunday it was dark".

    What has changed "by 6.15 on Sunday" has by that much, and "led by nine" is by so many.
    """
    if tokens.at(i - 1) != "by":
        return False
    opens = i == 1 or (tokens.kinds[i - 2] == "mark" and tokens.at(i - 2) not in {",", "(", "-", "–"})
    if opens and tokens.at(stop) in trap_words("hour", "opened"):
        return True
    is_dotted = _CLOCK.fullmatch(tokens.words[i]) is not None and "." in tokens.words[i]
    return is_dotted and _is_day(tokens, stop) and not is_changed(tokens, i)


def _is_of_weekday(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether digits to the quarter of an hour go on a weekday: "the rally is on Sunday at | 11.00 |"."""
    is_told = tokens.at(i - 1) == "at" and tokens.at(i - 2) in weekdays()
    return is_told and _QUARTERS.fullmatch(tokens.words[i]) is not None and ends(tokens, stop)


def _is_past(tokens: Tokens, joint: int) -> bool:
    """Whether "past" or "to" at token `joint` stands between minutes and their hour: "half | past | nine".

    Before "to" only a quarter, or minutes that "at" begins, are those of a time: "ten to four" may be a result.
    """
    word = tokens.at(joint)
    if word not in _PASTS or joint < 1 or not _hour_at(tokens, joint + 1):
        return False
    before = tokens.at(joint - 1)
    if before in MINUTES or before == "quarter":
        return True
    is_number = before in cardinals() or before.isdigit()
    return (word == "past" and (before == "half" or is_number)) or (is_number and tokens.at(joint - 2) == "at")


def _hour_at(tokens: Tokens, i: int) -> bool:
    """Whether a bare hour stands at token `i`."""
    numeral = read_numeral(tokens, i) if i < len(tokens) else None
    if tokens.at(i) in _TWELVE:
        return True
    return numeral is not None and _is_of_clock(tokens, numeral) and not counts(tokens, numeral.stop)


def _is_of_clock(tokens: Tokens, numeral: Numeral) -> bool:
    is_clock = numeral.stop == numeral.first + 1 and _CLOCK.fullmatch(tokens.words[numeral.first]) is not None
    return is_clock or numeral.value in range(1, _LAST + 1)


def _is_day(tokens: Tokens, i: int) -> bool:
    """Whether a day, or a part of one, begins at token `i`: "this morning", "tomorrow", "on Friday"."""
    word, behind = tokens.at(i), tokens.at(i + 1)
    if word in _DAYS:
        return True
    is_date = any(part.strip(".") in days_and_months() for part in behind.split())
    return (word == "this" and behind in _HALVES) or (word == "on" and is_date)  # "at 1735 | on 3 June"


def _is_date(tokens: Tokens, i: int) -> bool:
    """Whether a day of a month stands at token `i`, and nothing is priced then: "planned for | Oct. 27 | at 5"."""
    is_day = tokens.kinds[i : i + 1] == ["name"] and _DATE.match(tokens.lower[i]) is not None
    return is_day and trap_words("programme", "priced").isdisjoint(tokens.lower)


def is_clock(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether digits are a time of the day: "0630 | hours", "at | 1430 hours", "19.00 | hours"."""
    at_time = (
        tokens.words[i].startswith("0")
        or tokens.words[i].endswith((".00", ".30"))
        or tokens.at(i - 1) in trap_words("clock")
    )
    return at_time and _CLOCK.fullmatch(tokens.words[i]) is not None and tokens.at(stop) in {"hours", "hrs", "local"}


def is_time_of_day(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a bare number is when something happens: "doors open at | 7", "At | 1830 | it ended".

    "At" must open a clause or stand behind a verb of beginning or end: "put the toll at 7" counts.
    """
    at = i - 1 - (tokens.at(i - 1) in _ABOUT)
    word = tokens.words[i]
    if i == 0 and tokens.at(stop) == ":" and not tokens.touches(stop + 1) and _CLOCK.fullmatch(word):
        return True  # "| 2158: | fire engines come"
    if word[1:2].isdigit() and word[0] == "0" and _CLOCK.fullmatch(word) and stop == i + 1:
        return True  # "in darkness at | 04.50", "| 07.33 | fire engines come": no other number has such a nought
    if tokens.at(at) in {"until", "till"} and "." in word and _CLOCK.fullmatch(word) and ends(tokens, stop):
        return True  # "embargoed until | 19.45"
    if word.endswith(".00") and _CLOCK.fullmatch(word) and stop == i + 1 and not counts(tokens, stop):
        is_up_to = tokens.at(at) == "to" and tokens.at(at - 1) == "up"  # "located up to | 17.00"
        return is_up_to or (tokens.at(at) in _UNTIL and not is_changed(tokens, i))  # "open until | 17.00"
    is_time = _CLOCK.fullmatch(word) or (_HOUR.fullmatch(word) and 0 < int(word) <= _LAST)
    if tokens.at(at) != "at" or stop != i + 1 or not is_time or counts(tokens, stop):
        return False
    is_bare = ends(tokens, stop) or tokens.at(stop) in trap_words("hour", "behind")
    opens = at == 0 or tokens.kinds[at - 1] == "mark"
    return is_bare and (opens or tokens.at(at - 1) in trap_words("hour", "before"))
