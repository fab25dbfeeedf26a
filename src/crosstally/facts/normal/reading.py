"""A document in its normal form, and facts read in it told of the document as it was given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.facts.normal.normal import Normal, normal


def in_normal_form(document: Document, extract: Callable[[Document], list[Fact]]) -> list[Fact]:
    """The facts of a document, read in its normal form; their spans, quotes and sentences are those of the original.

    Args:
        document: The document.
        extract: What reads facts in a document whose texts are in normal form.
    """
    title = normal(document.title) if document.title else None
    body = normal(document.text)
    if body.text == document.text and (title is None or title.text == document.title):
        return extract(document)
    facts = extract(replace(document, text=body.text, title=title.text if title else document.title))
    return _restored(facts, document, {"body": body} | ({"title": title} if title else {}))


def _restored(facts: Iterable[Fact], document: Document, texts: dict[str, Normal]) -> list[Fact]:
    found = [(fact, _restore(fact, document, texts[fact.section])) for fact in facts]
    wholes = {fact.part_of for fact, _ in found}
    names = {name: now.fact_id for was, now in found if (name := was.fact_id) in wholes} if wholes != {None} else {}
    return [replace(now, part_of=names[now.part_of]) if now.part_of else now for _, now in found]


def _restore(fact: Fact, document: Document, text: Normal) -> Fact:
    start, end = text.span(fact.start, fact.end)
    first, last = text.span(fact.sentence_start, fact.sentence_start + len(fact.sentence))
    quote, sentence = text.original[start:end], text.original[first:last]
    return replace(fact, document=document, start=start, end=end, quote=quote, sentence=sentence, sentence_start=first)
