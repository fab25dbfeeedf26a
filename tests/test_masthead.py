"""What a pasted page says of itself above its story."""

from datetime import UTC, datetime

import pytest

from crosstally.facts.lexicon import load
from crosstally.facts.source.dated_lines import goes_with_date
from crosstally.facts.source.masthead import completed, masthead

STORY = "At least 34 people drowned on Saturday night, the harbour master said. Divers were still searching."


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("3 August 2025", at(2025, 8, 3)),
        ("Sunday, August 3rd, 2025", at(2025, 8, 3)),
        ("Published on: Sun, 3 Aug 2025 at 09:56 IST", at(2025, 8, 3)),
        ("3 August 2025, 10:00 (GMT+05:00)", at(2025, 8, 3)),
        ("Posted on August 3, 2025 6:07:15 PM GMT+01:00", at(2025, 8, 3)),
        ("3 August 2025 Last updated at 15:10 GMT", at(2025, 8, 3, 15, 10)),
        ("Updated 2025-08-03 3:10 p.m. UTC", at(2025, 8, 3, 15, 10)),
        ("Updated 2025-08-03 12:10 a.m. UTC", at(2025, 8, 3, 0, 10)),
        ("Updated August 3, 2025 8:45 p.m. EDT", at(2025, 8, 4, 0, 45)),
        ("2025-08-03T15:10Z", at(2025, 8, 3, 15, 10)),
        ("Latest update : 2025-08-03", at(2025, 8, 3)),
        ("This article is from Aug 3, 2025", at(2025, 8, 3)),
        ("Article published on 2025-08-03", at(2025, 8, 3)),
        ("lakeToday, August 3, 2025", at(2025, 8, 3)),
        ("23.08.2025", at(2025, 8, 23)),
        ("Posted: 23/8/25, 09:14", at(2025, 8, 23)),
        ("Aug 3, '25 | 14 views", at(2025, 8, 3)),
        ("2025.08.03 09:40", at(2025, 8, 3)),
        ("Le Courrier des Lacs (English edition), 3 August 2025", at(2025, 8, 3)),
        ("Last updated on 3 August 2025 at 22:47 | From the section Harbour | Comments 61", at(2025, 8, 3)),
        ("August 2025", at(2025, 8, 31)),
        ("Published On 3 Aug 20253 Aug 2025", at(2025, 8, 3)),
        ("August 3, 20254:05 PM GMT+1Updated 2 hours ago", at(2025, 8, 3)),
        (
            "Issued: Sunday 3 August 2025, 5.10pm. Next update expected at 6pm or as the situation changes.",
            at(2025, 8, 3),
        ),
        ("Lake league, group D. Last updated 3 August 2025, 08:15", at(2025, 8, 3)),
        ("3 August 2025 | Text and photos: Ana Ruiz", at(2025, 8, 3)),
        ("Lake Tests - 3 August 2025 - 8 pages - Score: 83 out of 100", at(2025, 8, 3)),
        ("Published Aug 3, 2025 · Copper $76.17 · 12 stories", at(2025, 8, 3)),
        ("Sunday, 3 August 2025, p. 1", at(2025, 8, 3)),
        ("Our correspondent in Port Ansel, Sun 3 Aug 2025 13.05 BST", at(2025, 8, 3)),
        ("Harbour Guard news release 08/147, 3 August 2025", at(2025, 8, 3)),
        ("Reporting period: 1-3 August 2025", at(2025, 8, 3)),
        ("03.08.2025 13:44, updated 16:20 | Ana Ruiz", at(2025, 8, 3)),
        ("3. 8. 2025, 8:02", at(2025, 8, 3)),
        ("Sunday 03/08/2025", at(2025, 8, 3)),
        ("Posted: 08/03/2025 06:02 AM EST", at(2025, 8, 3, 11, 2)),
        ("PORT ANSEL, Aug 3 2025. Divers went on searching", at(2025, 8, 3)),
        ("PORT ANSEL, August 3, 2025, 5 p.m. (Coast Wire) - Divers went on searching", at(2025, 8, 3)),
        ("PORT ANSEL (August 3, 2025, CW) - Divers went on searching", at(2025, 8, 3)),
        ("Statement on the crime against the students, 3 August 2025, evening", at(2025, 8, 3)),
        ("Information for the media, Sunday, 3 August 2025, 12:00", at(2025, 8, 3)),
        ("Press note dt. 03.08.2025, 2345 hrs", at(2025, 8, 3)),
        ("Data as of 3 August 2025, 12:00 local", at(2025, 8, 3)),
        ("(Port Ansel, August 3, 2025) — Divers went on searching", at(2025, 8, 3)),
        ("Port Ansel, August 3, 2025: Divers went on searching", at(2025, 8, 3)),
        ("February 2024 · by Ana Ruiz · 9 min read", at(2024, 2, 29)),
        ("03-Aug-25 15:10 GMT", at(2025, 8, 3, 15, 10)),
        ("3 August 98", at(1998, 8, 3)),
        ("PORT ANSEL, Aug 3, 25 (Coast Wire) - Divers went on searching", at(2025, 8, 3)),
        ("(August 3, 2025) --", at(2025, 8, 3)),
        ("Lakeside Courier, 3 August 2025", at(2025, 8, 3)),
        ("news.lakeside-courier.example.org, Sunday, August 3rd, 2025", at(2025, 8, 3)),
        ("lakesidecourier.co.uk, 3 August 2025 Last updated at 07:10 GMT", at(2025, 8, 3, 7, 10)),
        ("Lakeside Courier, Sunday, 3 August 2025. By Ana Ruiz and Bo Vell", at(2025, 8, 3)),
        ("PUBLISHED: 17:31, 3 August 2025 | UPDATED: 22:04, 4 August 2025", at(2025, 8, 4)),
        ("Page last updated at 07:10 GMT, Sunday, 3 August 2025 08:10 UK", at(2025, 8, 3)),
        ("Posted by harbourman on 3 August 2025, 23:40 - 17 comments", at(2025, 8, 3)),
        ("By Ana Ruiz. Published 23/08/2025 at 06h00, modified at 11h42", at(2025, 8, 23)),
        ("MEDIA RELEASE - 3 AUGUST 2025", at(2025, 8, 3)),
        ("Ferry & Tide magazine, 3 August 2025 (translated by a reader)", at(2025, 8, 3)),
        ("PORT ANSEL, 3 August 2025 - Divers went on searching", at(2025, 8, 3)),
        ("PORT ANSEL, Orvane, Aug. 3, 2025 (Coast Wire) -- Divers went on searching", at(2025, 8, 3)),
        ("PORT ANSEL (The Lakeside Courier, 3 August 2025) - Divers went on searching", at(2025, 8, 3)),
    ],
)
def test_a_line_of_its_own_says_when(line: str, published: datetime) -> None:
    assert published == masthead(f"Ferry toll rises\n{line}\n{STORY}", pytest.fail)["published"]


@pytest.mark.parametrize(
    "line",
    [
        "The ferry, built on 3 August 1975, sank",
        "The fire of 3 August 2025 - the worst in years",
        "3 August",
        "Sunday",
        "From 3 August 2025 to 5 August 2025",
        "31 February 2025",
        "Aug 3, 10 comments",
        "Aug 3, 10:30",
        "23.8.25",
        "12 dead, 3 August 2025",
        "Published on 3 August 2024, the report blamed the captain",
        "The mill burnt down on 3 August 1975 | It was never built again",
        "On 3 August 2025: divers go on searching",
        "August 2025 was the hottest month",
        "August 2025 12 dead",
    ],
)
def test_a_line_that_says_more_is_none(line: str) -> None:
    assert {} == masthead(f"Ferry toll rises\n{line}\n{STORY}", pytest.fail)


def test_a_headline_may_ask() -> None:
    text = f"Who pays for the ferry? Nobody says\nLakeside Courier, 3 August 2025\n{STORY}"
    assert {"published": at(2025, 8, 3), "source": "Lakeside Courier"} == masthead(text, pytest.fail)


def test_a_headline_may_end_with_a_full_stop() -> None:
    text = f"Ferry toll rises again.\nThe Lakeside Courier, 3 August 2025\n{STORY}"
    assert {"published": at(2025, 8, 3), "source": "The Lakeside Courier"} == masthead(text, pytest.fail)


def test_an_outlet_may_stand_above_all_else() -> None:
    text = f"The Lakeside Courier, 3 August 2025\n{STORY}"
    assert {"published": at(2025, 8, 3), "source": "The Lakeside Courier"} == masthead(text, pytest.fail)


@pytest.mark.parametrize(
    "headline",
    [
        "MEDIA RELEASE - 3 August 2025",
        "Harbour briefing notes, 3 August 2025, Palais Orvane",
        "HARBOUR GUARD - Operational update - 3 August 2025, morning",
        "The Harbour Guard. Evening briefing, 3 August 2025, 21:00. Spokeswoman Ana Ruiz",
        "HARBOUR COMMAND | 3.08.2025, 12:30",
    ],
)
def test_a_headline_may_say_what_kind_of_text_it_opens(headline: str) -> None:
    assert {"published": at(2025, 8, 3)} == masthead(f"{headline}\n{STORY}", pytest.fail)


def test_a_headline_with_a_date_is_of_the_event() -> None:
    assert {} == masthead(f"Varnholm Election, 28 September 2025\n{STORY}", pytest.fail)


def test_a_name_with_a_date_in_the_story_is_of_something_else() -> None:
    assert {} == masthead(f"Ferry toll rises\n{STORY}\nHeron Point, 4 May 1987\n{STORY}", pytest.fail)


def test_the_last_of_several_dates_counts() -> None:
    text = f"Ferry toll rises\nPublished 3 August 2025\nUpdated 5 August 2025\n{STORY}"
    assert {"published": at(2025, 8, 5)} == masthead(text, pytest.fail)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("https://www.lakeside-courier.example/ferry/toll", "lakeside-courier.example"),
        ("http://news.example.org:8080/a", "news.example.org"),
        ("www.example.org/a", "example.org"),
    ],
)
def test_an_address_says_where(line: str, source: str) -> None:
    assert {"url": line, "source": source} == masthead(f"{line}\nFerry toll rises\n{STORY}", pytest.fail)


@pytest.mark.parametrize("line", ["See https://example.org/a", "https://[broken/a", "https:///a", "https://ansel/a"])
def test_what_is_no_address_says_nothing(line: str) -> None:
    assert {} == masthead(f"{line}\nFerry toll rises\n{STORY}", pytest.fail)


@pytest.mark.parametrize(
    ("path", "published"),
    [
        ("2025/08/03/ferry-toll", at(2025, 8, 3)),
        ("2025/8/3/", at(2025, 8, 3)),
        ("lake/2025-08-03", at(2025, 8, 3)),
        ("2025/aug/03/ferry", at(2025, 8, 3)),
        ("lake/20250803.html", at(2025, 8, 3)),
        ("2025/0803-ferry", at(2025, 8, 3)),
        ("2025/08/ferry", None),  # a month
        ("2025/08/46-ferry", None),
        ("2025-2026-73/ferry", None),
        ("article/202508031", None),
        ("2025/13/03/ferry", None),
        ("2025/08/03/20240101/ferry", None),  # two days
        ("ferry?day=20250803", None),
    ],
)
def test_an_address_may_say_the_day(path: str, published: datetime | None) -> None:
    text = f"https://example.org/{path}\nFerry toll rises\n{STORY}"
    assert published == masthead(text, pytest.fail).get("published")


def test_a_line_says_when_before_an_address_does() -> None:
    text = f"https://example.org/2025/08/03/ferry\n{{}}{STORY}"
    assert at(2025, 8, 5) == masthead(text.format("5 August 2025\n"), pytest.fail)["published"]
    row: dict[str, object] = {"text": STORY, "url": "https://example.org/2025/08/03/ferry"}
    assert {**row, "published": at(2025, 8, 3)} == completed(row, pytest.fail)


def test_a_date_that_may_be_read_in_two_ways_is_told_and_left() -> None:
    notes: list[str] = []
    assert {} == masthead(f"Ferry toll rises\n03/08/2025\n{STORY}", notes.append)
    assert ["the date '03/08/2025' may be 03 August 2025 or 08 March 2025: not read"] == notes


def test_only_the_first_lines_are_looked_at() -> None:
    assert {} == masthead("Ferry toll rises\n" + "Seen at dawn.\n" * 8 + "3 August 2025\n", pytest.fail)


def test_what_is_known_stays() -> None:
    text = f"https://example.org/a\n3 August 2025\n{STORY}"
    assert {"text": text, "source": "Mail", "published": at(2025, 8, 3)} == completed(
        {"text": text, "source": "Mail", "published": ""}, pytest.fail
    )
    known: dict[str, object] = {"text": text, "published": "2025-08-04"}
    assert known == completed(known, pytest.fail)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Office for Flood Relief\nTarn Floods: Situation Report No. 7\n12 June 2025", "Office for Flood Relief"),
        ("SITREP #3\nTarn cyclone\n12 June 2025\nPrepared by the Tarn Disaster Office.", "Tarn Disaster Office"),
        ("Tarn: Floods - Situation Report No. 5 (as of 12 June 2025)", None),
        ("Flash Update #2 | Tarn earthquake | 12 June 2025", None),
        ("Information bulletin no. 3: Tarn floods, 12 June 2025", None),
        ("Situation Report, 12 June 2025", None),
    ],
)
def test_a_situation_report_says_when_it_is_of_and_by_whom(text: str, source: str | None) -> None:
    said = masthead(f"{text}\n\n{STORY}", pytest.fail)
    assert (at(2025, 6, 12), source) == (said["published"], said.get("source"))


def test_a_story_on_a_report_is_none() -> None:
    assert {} == masthead(f"Grim bulletin issued by the palace\n{STORY}\nThe bulletin of 3 May 1987.", pytest.fail)


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ("Relief Office Velmora\nSituation Report No. 3", 3),
        ("Sitrep 12 - floods in Orvane", 12),
        ("Relief Office Velmora", None),
        ("Situation Report No. 3\nSituation Report No. 4", None),
    ],
)
def test_which_of_a_series_a_report_is(lines: str, number: int | None) -> None:
    assert number == completed({"text": f"{lines}\n\n{STORY}"}, pytest.fail).get("issue")


def test_what_may_stand_beside_a_date() -> None:
    said = load("mastheads")
    assert [] == [part for part in said["examples"] if not goes_with_date(part)]
    assert [] == [part for part in said["silent"] if goes_with_date(part)]


@pytest.mark.parametrize(
    "lines",
    [
        ["Orvane sells pumps", "Orvane Pumps, Inc.", "PORT ANSEL, August 3, 2025 (Coast Wire) - Orvane sold pumps."],
        ["Orvane sells pumps", "PORT ANSEL, August 3, 2025 /CoastWire/ -- Orvane sold pumps."],
    ],
)
def test_a_dateline_below_a_company_or_of_a_wire_says_when(lines: list[str]) -> None:
    assert datetime(2025, 8, 3, tzinfo=UTC) == masthead("\n".join(lines), pytest.fail)["published"]
