"""Whose an age is: the name that touches it, else the person to whom its words go back."""

from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


def ages(text: str) -> list[str | None]:
    """Whose the ages of a text are."""
    return [fact.anchor for fact in extract_facts(Document("a", text, "s")) if fact.measure == "age"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz, 34, fell.", "Ana Ruiz"),
        ("A 34-year-old teacher Ana Ruiz fell.", "Ana Ruiz"),
        ("Ana Ruiz fell. The 34-year-old nurse lives.", "Ana Ruiz"),
        ("Ana Ruiz met Ivo Vell. He was 34.", "Ivo Vell"),
        ("Ana Ruiz fell. A 34-year-old nurse fell too.", None),
        ("Judge Ana Ruiz spoke. The 34-year-old nurse lives.", None),
        ("Police spoke in Lisbon. The 34-year-old nurse lives.", None),
        ("Two brothers from Tarsk, 34, fell.", None),
        ("A 34-year-old Greek nurse fell.", None),
        ("A 34-year-old nurse at the Alder hospital fell.", None),
    ],
)
def test_an_age_is_that_of_who_is_named_beside_it_or_before(text: str, expected: str | None) -> None:
    assert [expected] == ages(text)
