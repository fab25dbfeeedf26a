from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.lexicon import load


def statuses(text: str) -> set[str]:
    return {fact.status for fact in extract_facts(Document("report", text, "The Ledger"))}


@pytest.mark.parametrize("text", load("looked_back")["examples"])
def test_what_has_come_about_is_asserted(text: str) -> None:
    assert statuses(text) == {"asserted"}


@pytest.mark.parametrize("text", load("looked_back")["silent"])
def test_what_may_come_about_is_not(text: str) -> None:
    assert not statuses(text) & {"asserted"}
