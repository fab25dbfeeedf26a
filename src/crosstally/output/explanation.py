"""Why a finding is there: the claims it rests on, why they are of one quantity, who is independent of whom."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from crosstally.output.excerpt import excerpt
from crosstally.output.position import position_of
from crosstally.rules.plain_words import in_plain_words
from crosstally.rules.quantities.reasons import exclusions, reasons
from crosstally.rules.wording import dated, heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.rules.finding import Finding
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.report import Report

_WIDTH = 100


def explain(finding: Finding, report: Report, summary: str) -> str:
    """What is known of a finding, for people.

    Args:
        finding: One of the report's.
        report: What the run found, with all facts of the event.
        summary: What its rule says, in one sentence.

    Returns:
        Lines of about 100 columns, with a final line break.
    """
    return "\n".join(_lines(finding, report, summary)) + "\n"


def _lines(finding: Finding, report: Report, summary: str) -> Iterator[str]:
    yield f"{finding.severity.upper()} {finding.message}"
    yield f"  finding {finding.finding_id} in event {finding.event}"
    yield f"  {finding.rule} {finding.name}: {summary}"
    yield ""
    yield "WHAT IS CLAIMED"
    for fact in finding.facts:
        yield from _claim(fact)
    ids = {fact.quantity_id for fact in finding.facts}
    event = [fact for fact in report.facts if fact.event == finding.event]
    for quantity in (quantity for quantity in report.quantities if quantity.quantity_id in ids):
        facts = [fact for fact in finding.facts if fact.quantity_id == quantity.quantity_id]
        yield from _quantity(quantity, facts, event)
    yield ""
    yield "WHO IS INDEPENDENT"
    yield from _copies(finding, report)


def _claim(fact: Fact) -> Iterator[str]:
    position = position_of(fact)
    yield f"  {dated(fact)} ({position.path}{f':{position.line}' if position.line else ''})"
    before, quote, after = excerpt(fact, _WIDTH - 6)
    yield f"    {before}[{quote}]{after}"
    yield from _wrapped(f"{in_plain_words(fact.interval)} · {' · '.join(_readings(fact))}", "    ")


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


def _quantity(quantity: Quantity, facts: list[Fact], event: Iterable[Fact]) -> Iterator[str]:
    excluded = exclusions(facts)
    if excluded:
        yield ""
        yield f"WHY THESE CANNOT ALL BE TRUE ({heading(quantity)})"
        for line in excluded:
            yield from _item(line)
    if len(facts) > 1:
        yield ""
        yield f"WHY THEY ARE TAKEN FOR ONE QUANTITY ({heading(quantity)})"
        for line in reasons(facts, event):
            yield from _item(line)


def _copies(finding: Finding, report: Report) -> Iterator[str]:
    claiming = {fact.document.doc_id: fact.document for fact in finding.facts}
    known: dict[str, Document] = {fact.document.doc_id: fact.document for fact in report.facts}
    copying = [(document, known.get(report.copies.get(doc_id, ""))) for doc_id, document in claiming.items()]
    for document, original in copying:
        if original is not None:
            yield from _item(f"{document.source} copies {original.source}: they count as one")
    if not any(document.text for document in claiming.values()):
        yield from _item("a table holds no texts, so that copies are not known: give the reports instead")
    elif not any(original for _, original in copying):
        sources = {document.source for document in claiming.values()}
        told = "one source" if len(sources) == 1 else f"{len(sources)} sources"
        yield from _item(f"{told}, and no report copies another")


def _item(text: str) -> list[str]:
    return wrap(text, _WIDTH, initial_indent="  - ", subsequent_indent="    ", break_on_hyphens=False)


def _wrapped(text: str, indent: str) -> list[str]:
    return wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
