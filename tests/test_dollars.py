"""Whose dollars a bare sign means, where the document says so elsewhere."""

from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trio held over $28m raid. The raid netted S$28 million.", ["singapore dollar", "singapore dollar"]),
        ("Trio held over $20m raid. The raid netted S$28 million.", ["dollar", "singapore dollar"]),
        ("Trio held over US$28m raid. The raid netted S$28 million.", ["dollar", "singapore dollar"]),
        ("It cost $3m, US$3m in one town and A$3m in another.", ["dollar", "dollar", "australian dollar"]),
        ("It cost $3m, and US$3m in one town.", ["dollar", "dollar"]),
    ],
)
def test_a_bare_sign_is_of_the_dollars_that_have_its_figure(text: str, expected: list[str]) -> None:
    facts = extract_facts(Document("report", text, "The Ledger"))
    assert expected == [fact.unit for fact in facts if fact.dimension == "currency"]
