"""The whole page: its cards in the order of what matters, its filters, its documents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from crosstally.output.crosstab.crosstab import CrossTab, crosstab
from crosstally.output.notes import beneath, by_quantity, notes_among
from crosstally.output.page.card import Card, Standing, finding_card, quantity_card
from crosstally.output.page.marked import Piece, marked_text
from crosstally.rules.finding import SEVERITIES
from crosstally.rules.toll import rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.rules.decisions.applied import Ruling
    from crosstally.rules.finding import Finding
    from crosstally.rules.report import Report


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as the page shows it.

    Attributes:
        document: The document.
        event: Its event.
        facts: Its figures.
        title: Its title with the figures marked.
        text: Its text with the figures marked; empty when it came without one.
    """

    document: Document
    event: str
    facts: tuple[Fact, ...]
    title: list[Piece]
    text: list[Piece]


@dataclass(frozen=True, slots=True)
class Page:
    """What the template gets to see.

    Attributes:
        cards: By section.
        papers: The documents.
        events: All events.
        measures: All measures, by name.
        sources: All sources, by name.
        n_sources: How many sources were read; a finding may rest on a fact of another, which a table kept.
        n_facts: How many figures were read.
    """

    tabs: list[CrossTab]
    rulings: tuple[Ruling, ...]
    cards: dict[Standing, list[Card]]
    papers: list[Paper]
    events: list[str]
    measures: list[str]
    sources: list[str]
    n_sources: int
    n_facts: int


def page_of(report: Report) -> Page:
    """Lay out a report."""
    by_event: dict[str, list[Fact]] = defaultdict(list)
    for fact in report.facts:
        by_event[fact.event or ""].append(fact)
    papers = [paper for event, facts in by_event.items() for paper in _papers(event, facts)]
    laid_out = sorted(_cards(report), key=_weight)
    cards: dict[Standing, list[Card]] = {standing: [] for standing in get_args(Standing)}
    for card in laid_out:
        cards[card.standing].append(card)
    order = {card.event: -place for place, card in enumerate(reversed(laid_out)) if card.standing == "disputed"}
    tabs = [crosstab(event, report.copies) for event in report.events()]
    return Page(
        tabs=sorted(tabs, key=lambda tab: order.get(tab.event, len(order))),
        rulings=report.rulings,
        cards=cards,
        papers=papers,
        events=sorted({card.event for card in laid_out}),
        measures=sorted({measure for card in laid_out for measure in card.measures}),
        sources=sorted({source for card in laid_out for source in card.sources}, key=str.casefold),
        n_sources=len({fact.document.source for fact in report.facts}),
        n_facts=len(report.facts),
    )


def _cards(report: Report) -> Iterable[Card]:
    documents = {fact.document.doc_id: fact.document for fact in report.facts}
    copies = {copy: documents[original] for copy, original in report.copies.items()}
    notes = notes_among(report.findings)
    noted = {note.finding_id for note in notes}
    about: dict[str, list[Finding]] = defaultdict(list)
    of_several: list[Finding] = []
    for finding in report.findings:
        if finding.quantity_id is None:
            of_several += [finding] if finding.severity != "info" else []
        elif finding.finding_id not in noted:
            about[finding.quantity_id].append(finding)
    explained, touched = beneath(of_several, notes), by_quantity(notes)
    for finding in of_several:
        yield finding_card(finding, explained.get(finding.finding_id, ()))
    for quantity in report.quantities:
        if quantity.facts or quantity.follows_from:
            name = quantity.quantity_id
            yield quantity_card(quantity, about[name], copies, touched.get(name, ()))


def _papers(event: str, facts: Sequence[Fact]) -> Iterable[Paper]:
    by_document: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_document[fact.document.doc_id].append(fact)
    for members in by_document.values():
        document = members[0].document
        in_title = [fact for fact in members if fact.section == "title"]
        in_body = [fact for fact in members if fact.section == "body"]
        title, text = marked_text(document.title or "", in_title), marked_text(document.text, in_body)
        yield Paper(document, event, tuple(members), title, text)


def _weight(card: Card) -> tuple[int, int, int]:
    """The gravest first, tolls before other figures, then what the most sources speak of."""
    gravest = min((SEVERITIES.index(finding.severity) for finding in card.findings), default=len(SEVERITIES))
    accuses = gravest if gravest < SEVERITIES.index("info") else len(SEVERITIES)
    return accuses, rank(card.measures[0]), -len(card.sources)
