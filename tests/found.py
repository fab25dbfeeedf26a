"""What is found in a text, in short."""

from __future__ import annotations

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.words.tokenize import tokenize


def victims(text: str) -> list[tuple[str, str, str]]:
    facts = extract_facts(Document("d", text, "Alder Gazette"))
    return [(fact.quote, fact.measure, fact.counted_by) for fact in facts if fact.measure != "age"]


def numbers(sentence: str) -> list[float | None]:
    return [figure.interval.value for figure in read_figures(tokenize(sentence))]
