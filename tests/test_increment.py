"""Whether a figure is a level, what came new, or the size of a change."""

from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Measure, increment and trend of every figure of a text."""
    return [(one.measure, one.increment, one.trend) for one in extract_facts(Document("report", text, "The Ledger"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tin fell $2 to $76.", [("change", "down"), ("total", "down")]),
        ("The index lost ground and fell 412 points.", [("change", "down")]),
        ("The index is down 300 points.", [("change", "down")]),
        ("Temperatures rose 2C.", [("change", "up")]),
        ("Zinc rose a further $30 to $900.", [("change", "up"), ("total", "up")]),
        ("Tin rose above $90.", [("total", "up")]),
        ("More than eight inches of rain fell in the past six hours.", [("total", None), ("total", None)]),
        ("Tin rose to about $90.", [("total", "up")]),
        ("He lost $90 at cards.", [("total", "down")]),
        ("The bank raised $22 million.", [("total", None)]),
        ("The boy fell 12 metres.", [("total", None)]),
        ("Tin rose 2 percent and zinc 3 percent.", [("change", "up"), ("change", "up")]),
        ("The Vell 40 lost 3 per cent and the Tessel 4 per cent.", [("change", "down"), ("change", "down")]),
        ("Tin and zinc rose 4% and 6% respectively.", [("change", "up"), ("change", "up")]),
        ("Tin rose 2% and zinc workers pay 3% in tax.", [("change", "up"), ("total", None)]),
        ("Tin rose 2% and is 3% of exports.", [("change", "up"), ("total", None)]),
        ("Vanda sold 4 million cars this year.", [("total", None)]),
        ("Inflation is 3% this year.", [("total", None)]),
        ("Shells killed 12 people this year.", [("new", None)]),
    ],
)
def test_a_level_and_a_change(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert expected == [one[1:] for one in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill sold for $3m more than planned.", [("money", "change", None)]),
        ("The mill sold for $3m.", [("deal_price", "total", None)]),
        ("Profit was £3m lower than planned.", [("money", "change", "down")]),
        ("Shares were 3% lower than in May.", [("share_move", "change", "down")]),
        ("Turnout was 66%, up two points.", [("turnout", "total", None), ("percent", "change", "up")]),
        ("It fell 2%, down 12 points.", [("percent", "change", "down"), ("count", "change", "down")]),
    ],
)
def test_a_difference_has_no_measure_of_a_level(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert expected == told(text)
