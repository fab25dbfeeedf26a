from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.lexicon import load
from crosstally.facts.words.language import language_of


@pytest.mark.parametrize(("text", "language"), load("languages")["examples"].items())
def test_language(text: str, language: str) -> None:
    assert language == language_of(text)


@pytest.mark.parametrize("text", ["", "12", "El-Agerbia", "Al Awad and Al Noor men of Al Badr fought near El Hass."])
def test_what_tells_nothing_is_english(text: str) -> None:
    assert language_of(text) == "English"


def test_no_figure_is_read_in_another_language() -> None:
    assert [] == extract_facts(
        Document("report", "Un incendie a fait 12 morts dans le centre, selon les pompiers.", "r")
    )
