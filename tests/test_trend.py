from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


def trends(text: str) -> list[str | None]:
    return [fact.trend for fact in extract_facts(Document("report", text, "The Ledger"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll rose to 12.", ["up"]),
        ("They want to reduce the fee by between 12 and 14 percent.", ["down"]),
        ("The fee is between 12 and 14 percent.", [None]),
        ("Shares are up a whopping 12 percent.", ["up"]),
        ("The mill added a new $3 million wing.", [None]),
        ("The mill raised a total of $3 million.", [None]),
        ("The strike knocked another $3 million off its value.", ["down"]),
        ("The strike knocked $3 million from the hands of a thief.", [None]),
        ("Sales grew by more than 5 percent.", ["up"]),
        ("The mill grew sales by 5 percent.", ["up"]),
        ("Shares closed 5 percent lower.", ["down"]),
        ("Shares: Orvane +5%, Belmark -4%.", ["up", "down"]),
        ("Shares fell 4 percent to 12 euros.", ["down", "down"]),
        ("Shares fell 4 points, or 2 percent.", ["down", "down"]),
        ("The board cut the dividend to 12 cents.", ["down"]),
        ("The board cut aid to 12 towns.", [None]),
        ("The target was revised downward by $3 million.", ["down"]),
        ("Rents rose 3 percent in Orvane and 5 percent in Tarland.", ["up", "up"]),
        ("Rents rose 3 percent in Orvane and cooks pay 5 percent in tax.", ["up", None]),
        ("The boy fell 12 metres.", [None]),
        ("The price fell by 12 metres.", ["down"]),
        ("Prices rose, and 12 people died.", [None]),
        ("Twelve people died.", [None]),
        ("Sales rose after a 9 percent drop.", ["down"]),
        ("They got a 3% pay rise and a $2 price cut.", ["up", "down"]),
        ("They paid 3% of the rise.", [None]),
        ("It fell 4% before closing down 9%.", ["down", "down"]),
        ("MPs backed the tax rise by 301 votes to 288.", [None, None]),
        ("Cooks rejected a 9% pay rise by 64% to 36%.", ["up", None, None]),
        ("They approved a tax rise by 3% to 12%.", ["up"]),
        ("They rejected it, and fares rose by 9% to 3%.", ["up", "up"]),
    ],
)
def test_which_way_a_figure_goes(text: str, expected: list[str | None]) -> None:
    assert expected == trends(text)
