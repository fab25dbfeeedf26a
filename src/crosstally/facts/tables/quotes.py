"""Whether the quote of a fact is what its document says at its span."""

from __future__ import annotations

from crosstally.facts.fact import Fact
from crosstally.facts.tables.failure import Failure


def misquotes(fact: Fact, number: int) -> list[Failure]:
    """Where the text is at hand, text[start:end] is the quote. Facts of a table come without it."""
    whole = fact.document.title if fact.section == "title" else fact.document.text
    if not whole or whole[fact.start : fact.end] == fact.quote:
        return []
    found = f"{fact.quote!r} where {fact.document.doc_id} says {whole[fact.start : fact.end]!r}"
    return [Failure(number, ("quote",), found, "text[start:end]")]
