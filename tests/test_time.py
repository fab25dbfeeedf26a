from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.context.time import find_times, nearest_time
from crosstally.facts.lexicon import load

_FRIDAY = datetime(2025, 4, 25, 9, 30, tzinfo=UTC)


def _read(sentence: str, published: datetime | None = _FRIDAY) -> list[tuple[str, str]]:
    return [(sentence[found.start : found.end], found.interval) for found in find_times(sentence, published)]


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("They met on April 24, 2025, in Oslo.", [("April 24, 2025", "2025-04-24")]),
        ("They met on 24 April.", [("24 April", "2025-04-24")]),
        ("The Sept. 9 attack killed 3.", [("Sept. 9", "2024-09-09")]),
        ("Monday 14 March 2011 was calm.", [("Monday 14 March 2011", "2011-03-14")]),
        ("It rained on May 12-14, 2019.", [("May 12-14, 2019", "2019-05-12/2019-05-14")]),
        ("The war began in February 2022.", [("February 2022", "2022-02")]),
        ("The mine will reopen in June.", [("June", "2025-06")]),
        ("The mine will reopen in March.", [("March", "2026-03")]),
        ("The mine reopened in June.", [("June", "2024-06")]),
        ("They will meet on June 9.", [("June 9", "2025-06-09")]),
        ("They met on June 9.", [("June 9", "2024-06-09")]),
        ("They will pay what was owed since March.", [("March", "2025-03")]),
        ("It has lasted since June.", [("June", "2024-06")]),
        ("It happened in 2004.", [("2004", "2004")]),
        ("The 2004 tsunami killed 230,000 people.", [("2004", "2004")]),
        ("A 2004 tsunami killed 230,000 people.", [("2004", "2004")]),
        ("A tsunami in 2004 killed 230,000 people.", [("2004", "2004")]),
        ("It was worse in the 1990s.", [("1990s", "1990/1999")]),
        ("It lasted 1997-2003 or so.", [("1997-2003", "1997/2003")]),
        ("Levels rose from 1993 to 2020.", [("1993 to 2020", "1993/2020")]),
        ("Levels rose between 1993 and 2020.", [("1993 and 2020", "1993/2020")]),
        ("It made a profit of 160 million euros for 2024.", [("2024", "2024")]),
        ("Some 300 were hurt in Thursday's blast.", [("Thursday", "2025-04-24")]),
        ("They will pay 31 percent above Thursday's close.", []),
        ("The 2010-11 season was long.", [("2010-11", "2010/2011")]),
        ("Log of 2025-04-24.", [("2025-04-24", "2025-04-24")]),
        ("It began on Thursday.", [("Thursday", "2025-04-24")]),
        ("It began early Friday.", [("Friday", "2025-04-25")]),
        ("It began last Friday.", [("last Friday", "2025-04-18")]),
        ("It begins next Monday.", [("next Monday", "2025-04-28")]),
        ("It rained yesterday and today.", [("yesterday", "2025-04-24"), ("today", "2025-04-25")]),
        ("It rained last night.", [("last night", "2025-04-24")]),
        ("It rained last week.", [("last week", "2025-04-14/2025-04-20")]),
        ("It rained this month.", [("this month", "2025-04")]),
        ("It rained last month.", [("last month", "2025-03")]),
        ("It rained last year.", [("last year", "2024")]),
        ("It rained over the weekend.", [("the weekend", "2025-04-19/2025-04-20")]),
        ("It rained eight days ago.", [("ago", "2025-04-17")]),
        ("It rained two weeks ago.", [("ago", "2025-04-07/2025-04-13")]),
        ("It rained 5 months ago.", [("ago", "2024-11")]),
        ("It rained a year ago.", [("ago", "2024")]),
    ],
)
def test_times(sentence: str, times: list[tuple[str, str]]) -> None:
    assert times == _read(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The quake hurt 2,004 people.",
        "The clinic treated 12 in 2004 cases.",
        "The general led the 2000 soldiers.",
        "In May 12 people died.",
        "In March 3 percent left.",
        "The T-2004 tank was hit.",
        "The price rose by 2000.",
        "They may go.",
        "The march was long.",
        "It was on 31 February 2020.",
        "It was long ago.",
        "Flight 2019 landed.",
    ],
)
def test_figures_and_names_are_no_times(sentence: str) -> None:
    assert _read(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill shed 40 jobs, the most since 2011.",
        "It was the worst fire since early 2004.",
        "Sales hit a record since May 2009.",
    ],
)
def test_the_mark_of_a_record_is_no_time_of_what_is_told(sentence: str) -> None:
    assert [] == find_times(sentence, _FRIDAY)


@pytest.mark.parametrize(
    "sentence",
    ["Most left, and since 2004 it is empty.", "It was the worst fire since 2004, when a mill burned."],
)
def test_a_time_that_something_is_told_of_marks_no_record(sentence: str) -> None:
    assert ["2004"] == [time.interval for time in find_times(sentence, _FRIDAY)]


def test_without_a_publication_date_relative_times_say_nothing() -> None:
    sentence = "On Thursday, 24 April, last week, in March, two days ago and in 2004 it rained."
    assert [("2004", "2004")] == _read(sentence, None)


@pytest.mark.parametrize(("figure", "interval"), [("230,000", "2004"), ("12", "2025-04-24"), ("40", "2025-04-24")])
def test_the_time_of_a_figure(figure: str, interval: str) -> None:
    sentence = "The 2004 tsunami killed 230,000, but on Thursday 12 died and 40 were hurt."
    start = sentence.index(figure)
    found = nearest_time(sentence, find_times(sentence, _FRIDAY), start, start + len(figure))
    assert interval == (found.interval if found else None)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Orvane, which employs 40 people, was sold in 2020.", None),
        ("Orvane, which employed 40 people, was sold in 2020.", "2020"),
        ("Orvane, which was given 40 boats, was sold in 2020.", "2020"),
        ("Orvane, which lays off 40 people in 2020, was sold.", "2020"),
    ],
)
def test_an_aside_in_the_present_has_no_time_behind_it(sentence: str, expected: str | None) -> None:
    times = find_times(sentence, _FRIDAY)
    start = sentence.index("40")
    found = nearest_time(sentence, times, start, start + 2)
    assert expected == (found.interval if found else None)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Vell, who was 25 in March, has 12 goals.", None),
        ("He has 12 goals since he came from Orvane in 2017.", None),
        ("It has 12 seats and a table, which is to be sold in 2024.", None),
        ("In 2017 Vell, who is a cook, met 12 people.", "2017"),
        ("The quake, which struck in 2017, killed 12 people.", "2017"),
        ("He has 12 goals since 2017.", "2017"),
        ("Vell, who met 12 people in 2017, is a cook.", "2017"),
        ("The 12 acre jail, which opened in 1984, burned.", None),
        ("The 12, who died in 1984, had no masks.", "1984"),
        ("Vell, chief since 1984, hired 12 clerks.", None),
        ("The firm, which has hired clerks since 1984, has 12.", None),
        ("Since 1984, Vell has hired 12 clerks.", "1984"),
    ],
)
def test_the_time_of_an_aside_is_that_of_no_figure_outside_it(sentence: str, expected: str | None) -> None:
    assert expected == _time_of_twelve(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Turnout was 58 percent, down from 63 percent four years ago.",
        "Turnout was 58 percent compared with 63 percent in 2021.",
    ],
)
def test_the_time_of_what_a_figure_is_compared_with_is_not_its_own(sentence: str) -> None:
    times = find_times(sentence, _FRIDAY)
    starts = [(start, start + 10) for start in (sentence.index("58"), sentence.index("63"))]
    assert [None, "2021"] == [(at := nearest_time(sentence, times, *span)) and at.interval for span in starts]


_PIECES = st.lists(
    st.sampled_from(
        ["May", "12", "2004", "-", "last", "week", "Thursday", ", ", " ", "ago", "two", "the", "in", "1990s", "31"]
    )
)


_DAYS = st.dates(date(1800, 1, 1), date(2200, 1, 1)).map(lambda day: datetime.combine(day, time.min, UTC))


@given(st.text() | _PIECES.map(" ".join) | _PIECES.map("".join), _DAYS)
def test_any_text_gives_valid_intervals(sentence: str, published: datetime) -> None:
    done = 0
    for found in find_times(sentence, published):
        assert done <= found.start < found.end <= len(sentence)
        done = found.end
        first, _, last = found.interval.partition("/")
        assert not last or first < last
        for part in filter(None, (first, last)):
            date.fromisoformat(part + "-01-01"[len(part) - 4 :])


_ELSEWHERE = {table: load("times")[table] for table in ("origin", "afterwards")}


@pytest.mark.parametrize(
    ("table", "word"), [(table, word) for table, entry in _ELSEWHERE.items() for word in entry["words"]]
)
def test_when_a_thing_came_to_be_or_is_looked_back_on_is_no_time_of_it(table: str, word: str) -> None:
    examples, silent = (
        [_time_of_twelve(text.format(word=word)) for text in _ELSEWHERE[table][kind]] for kind in ("examples", "silent")
    )
    assert [None] * len(examples) == examples
    assert None not in silent


@pytest.mark.parametrize("word", _ELSEWHERE["afterwards"]["charges"])
def test_when_somebody_is_charged_is_no_time_of_the_charge(word: str) -> None:
    assert _time_of_twelve(f"Bo Rusk was {word} on Monday of killing 12 people.") is None
    assert _time_of_twelve(f"Bo Rusk was {word} of killing 12 people in Orvane on Monday.") is not None


def _time_of_twelve(sentence: str) -> str | None:
    start = sentence.index("12")
    found = nearest_time(sentence, find_times(sentence, _FRIDAY), start, start + 2)
    return found.interval if found else None
