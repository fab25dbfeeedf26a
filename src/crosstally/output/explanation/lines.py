"""The lines of an explanation: a claim with what was read in it, and items of a list."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from crosstally.output.excerpt import excerpt
from crosstally.output.position import position_of
from crosstally.rules.plain_words import in_plain_words
from crosstally.rules.quantities.reasons import exclusions, reasons
from crosstally.rules.wording import dated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.report import Report

WIDTH = 100


def claim(fact: Fact) -> Iterator[str]:
    """Who says it where, the words, and what was read in them."""
    position = position_of(fact)
    yield f"  {dated(fact)} ({position.path}{f':{position.line}' if position.line else ''})"
    before, quote, after = excerpt(fact, WIDTH - 6)
    yield f"    {before}[{quote}]{after}"
    read = f"{in_plain_words(fact.interval)} · {' · '.join(_readings(fact))}"
    yield from wrap(read, WIDTH, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)


def _readings(fact: Fact) -> Iterator[str]:
    """What was read in the sentence, and what it leaves open."""
    counted = "" if fact.counted is None else f" ({fact.counted})"
    yield f"{fact.measure}{counted}{f' per {fact.per}' if fact.per else ''}"
    if fact.dimension != "count":
        yield fact.unit
    yield "a whole" if fact.scope == "total" else "a part"
    yield fact.status
    yield "place " + (fact.place or "not said")
    yield "time " + (fact.event_time or "not said")
    yield "said by " + (fact.speaker or "nobody named")


def compared(facts: Sequence[Fact], event: Iterable[Fact], title: str) -> Iterator[str]:
    """Which claims on one quantity exclude each other, and why they are claims on one, slot by slot."""
    if excluded := exclusions(facts):
        yield from section(f"WHY THESE CANNOT ALL BE TRUE AT ONCE ({title})", excluded)
    if len(facts) > 1:
        yield from section(f"WHY THEY ARE TAKEN FOR ONE QUANTITY ({title})", reasons(facts, event))


def independence(facts: Iterable[Fact], report: Report) -> Iterator[str]:
    """Who copies whom among those who claim something."""
    claiming = {fact.document.doc_id: fact.document for fact in facts}
    known = {fact.document.doc_id: fact.document for fact in report.facts}
    copying = [(document, known.get(report.copies.get(doc_id, ""))) for doc_id, document in claiming.items()]
    told = [f"{one.source} copies {original.source}: they count as one" for one, original in copying if original]
    if not any(document.text for document in claiming.values()):
        told.append("a table holds no texts, so that copies are not known: give the reports instead")
    elif not told:
        sources = {document.source for document in claiming.values()}
        counted = "one source" if len(sources) == 1 else f"{len(sources)} sources"
        told.append(f"{counted}, and no report copies another")
    yield from section("WHO IS INDEPENDENT", told)


def section(title: str, items: Iterable[str]) -> Iterator[str]:
    """A title and what stands below it."""
    yield ""
    yield title
    for item in items:
        yield from wrap(item, WIDTH, initial_indent="  - ", subsequent_indent="    ", break_on_hyphens=False)
