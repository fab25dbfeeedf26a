"""Sizes, and whole numbers of ours, that a noun beside them names: what they count."""

from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The convoy, 40-strong, was heading home.", (40, "convoy", "total")),
        ("Our militia, 3,000 strong, holds the pass.", (3000, "militia", "total")),
        ("The raiders, 90 in number, burned the mill.", (90, "raider", "total")),
        ("The raiders, no fewer than 90 by the count of the mayor, burned the mill.", (90, "raider", "total")),
        ("The guards, some 30 of them, fled.", (27, "guard", "part")),
        ("There were 300 of us in the hall.", (300, "person", "total")),
        ("We were 300.", (300, "person", "total")),
        ("Crews from 60 camps, 22 of them ours, came.", (60, "camp", "total")),
        # a part, and what stands in a place
        ("There were nine of them on guard.", (9, None, "part")),
        ("Men in black masks, 12 of them armed, ran.", (12, None, "part")),
        ("In the villages, about 90, mostly women, were hurt.", (81, None, "total")),
    ],
)
def test_sizes_count_what_they_are_of(text: str, expected: tuple[float, str | None, str]) -> None:
    fact = extract_facts(Document("a", text, "The Example"))[0]
    assert (fact.interval.low, fact.counted, fact.scope) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six (6) prisoners were moved.", ["Six (6) prisoners"]),
        ("A total of 24 (twenty-four) tents were given.", ["24 (twenty-four) tents"]),
        ("Notice is thirty (30) days.", ["thirty (30) days"]),
        ("Six (5) prisoners were moved.", ["Six", "5"]),
    ],
)
def test_a_number_said_again_in_brackets_is_one(text: str, expected: list[str]) -> None:
    assert [fact.quote for fact in extract_facts(Document("a", text, "The Example"))] == expected
