"""What a bare number is the number of, by the words that give it."""

from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


def counted(sentence: str) -> list[str | None]:
    return [fact.counted for fact in extract_facts(Document("report", sentence, "The Ledger"))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Orders of more than 1.5 million were placed.", ["order"]),
        ("Its daily users rose to 19 million.", ["user"]),
        ("Users rose by 3% to 19 million.", [None, "user"]),
        ("Downloads of the game reached 3 million.", ["download"]),
        ("The number of ferries was 300.", ["ferry"]),
        ("They want to raise the number of pupils from 900 to between 1,200 and 1,500.", ["pupil", "pupil"]),
        ("That brings to 49 the number of mills they own.", ["mill"]),
        ("It has 27 million paid subscriptions, which is up 2 million.", ["subscription", "subscription"]),
        ("It drew visits of 3,000, up from 2,000 in May.", ["visit", "visit"]),
    ],
)
def test_a_bare_number_is_of_what_it_is_given_to(sentence: str, expected: list[str | None]) -> None:
    assert expected == counted(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It made profits of 3 million.",
        "Profits rose to 3 million.",
        "The index of users rose to 3,000.",
        "Prices of vans rose to 3,000.",
        "The boys were 12.",
        "Users gave it 4.5.",
        "Users in a town of grey walls saw 19 of it.",
        "Temperatures rose to 30.",
        "The tally rose to 49.",
        "Users spent it to 300.",
    ],
)
def test_no_sum_level_or_age_counts_a_plural(sentence: str) -> None:
    assert not any(counted(sentence))


def test_a_change_of_something_else_counts_nothing() -> None:
    assert ["subscription", None] == counted("It has 27 million paid subscriptions, and sales are up 2 million.")
    assert [None, None] == counted("It costs $3, up 2.")
