"""Captions: lines of situation reports, in which words name the figure behind them."""

from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


def told(text: str) -> list[tuple[str, float | None]]:
    return [(fact.measure, fact.interval.value) for fact in extract_facts(Document("x", text, "The Example"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Killed: 14", [("killed", 14)]),
        ("Total killed: 14", [("killed", 14)]),
        ("Confirmed dead: 12", [("killed", 12)]),
        ("Dead: 3; injured: 8", [("killed", 3), ("injured", 8)]),
        ("Civilians killed: 8, wounded: 13", [("killed", 8), ("injured", 13)]),
        ("- Missing persons: 4", [("missing", 4)]),
        ("Missing people: 4", [("missing", 4)]),
        ("Displaced families: 300", [("displaced", 300)]),
        ("Houses destroyed: 120", [("destroyed", 120)]),
        ("Homes lost: 75", [("destroyed", 75)]),
        ("Men lost: 12", [("killed", 12)]),
        ("Weapons seized: 122", [("seized", 122)]),
        ("Villagers seized: 12", [("kidnapped", 12)]),
        ("Total arrested: 16", [("arrested", 16)]),
        ("Confirmed cases: 45", [("infected", 45)]),
        ("People displaced in Lower Ismar: 61,000", [("displaced", 61_000)]),
        ("Houses destroyed in the district: 3,100", [("destroyed", 3100)]),
        ("Killed in the capital since Monday: 12", [("killed", 12)]),
        ("Registered voters: 4,812,330", [("count", 4_812_330)]),
        ("Killed - 11", [("killed", 11)]),
        ("Killed = 11", [("killed", 11)]),
        ("Dead: at least 60", [("killed", 60)]),
        ("Missing: about 40", [("missing", 40)]),
        ("Dead: two men, one woman", [("killed", 2), ("killed", 1)]),
        ("People killed: 12 (5 children, 7 adults)", [("killed", 12), ("killed", 5), ("killed", 7)]),
        ("People killed: 12 (4 vans burned)", [("killed", 12), ("destroyed", 4)]),
        ("Missing: two cats", [("count", 2)]),
        ("KIA 3, WIA 9.", [("killed", 3), ("injured", 9)]),
        ("KIA: 12; WIA: 40; MIA: 3", [("killed", 12), ("injured", 40), ("missing", 3)]),
        ("Losses: KIA 3, WIA 9.", [("killed", 3), ("injured", 9)]),
    ],
)
def test_a_caption_names_the_figure_behind_it(text: str, expected: list[tuple[str, float]]) -> None:
    assert expected == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The guard was killed: 12 boats had come.",
        "They counted the dead: 12 shops were closed.",
        "Wounded: a tale of 12 towns.",
        "Two dead: 14 shops closed.",
        "Killed in the raid were three men: 12 boats had come.",
        "A Kia 3 was sold.",
    ],
)
def test_prose_before_a_colon_names_no_figure(text: str) -> None:
    assert [] == [one for one in told(text) if one[0] in {"killed", "injured"} and one[1] in {12, 14, 3}]


@pytest.mark.parametrize(
    "line",
    [
        "Province Dead Missing Injured Houses destroyed",
        "PROVINCE DEAD MISSING INJURED",
        "Killed Injured Missing",
        "Area Evacuated Rescued Remarks",
    ],
)
def test_a_row_of_headers_tells_of_nobody(line: str) -> None:
    assert [] == told(line)


@pytest.mark.parametrize(
    "line",
    [
        "Gunman dead, officer injured",
        "Orvane Mayor Killed Wife Wounded",
        "Missing man found dead",
        "Village buries slain baker",
        "Ana Vell killed, Bo Rusk missing",
    ],
)
def test_a_headline_is_no_row_of_headers(line: str) -> None:
    assert told(line)
