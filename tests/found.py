"""What is found in a text, in short."""

from __future__ import annotations

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


def victims(text: str) -> list[tuple[str, str, str]]:
    facts = extract_facts(Document("d", text, "Alder Gazette"))
    return [(fact.quote, fact.measure, fact.counted_by) for fact in facts if fact.measure != "age"]
