from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of people killed in the 6.1 quake has risen to six.", ["magnitude", "killed"]),
        ("The number of people killed in two villages rose to 14.", ["count", "killed"]),
    ],
)
def test_a_figure_that_says_where_stands_between_a_topic_and_its_count(text: str, expected: list[str]) -> None:
    assert expected == [fact.measure for fact in extract_facts(Document("report", text, "The Ledger"))]
