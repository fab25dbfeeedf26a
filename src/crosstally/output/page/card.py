"""A card of the page: one quantity with all that was said of it, or a finding that is about several quantities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from crosstally.output.amounts import is_money, money
from crosstally.output.excerpt import excerpt
from crosstally.output.page.marked import Piece
from crosstally.output.page.plot_rows import Evidence, PlotRow, evidence_of, rows_of
from crosstally.output.page.proposals import Proposal, proposals
from crosstally.output.page.scale import Tick, scale_of
from crosstally.output.page.spread import apart, intervals_of, said
from crosstally.output.page.timeline import Timeline, timeline_of
from crosstally.output.sides import against
from crosstally.output.titles import title
from crosstally.rules.comparison.disputes import disputing
from crosstally.rules.history.against import RULE as DRIFT
from crosstally.rules.wording import figures, qualifiers, topic

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.rules.finding import Finding
    from crosstally.rules.quantity import Quantity

Standing = Literal["disputed", "drifted", "explained", "updated", "agreed", "derived", "single"]

_EXCERPT = 66  # characters


@dataclass(frozen=True, slots=True)
class Card:
    """What the page says of one thing.

    Attributes:
        anchor: Its name in links.
        event: The event.
        standing: The section it belongs to; "explained" where figures differ and no finding accuses anybody.
        status: The word on its badge.
        title: What it is about: "injured".
        about: Where, and what else tells it from others: "Kyiv", "planned".
        said: The figures, in few words: "90 against over 100".
        excerpt: Of a figure that one source gives, or of a mere number, the words around it; empty for others.
        apart: By how much they differ, None when they meet.
        against: Of a dispute, each side: its figures, and who gives them.
        proposals: Of a dispute, the decisions that would settle it.
        support: How many sources and reports stand behind it, or the only one.
        best: The figure the policy settles on, with its name.
        rows: The plot.
        ticks: The axis of the plot.
        timeline: The plot over time.
        evidence: The sentences.
        findings: What the rules say.
        notes: What they say besides that accuses nobody, such as why two figures may differ.
        measures: What is measured.
        sources: Who speaks.
    """

    anchor: str
    event: str
    standing: Standing
    status: str
    title: str
    about: tuple[str, ...]
    said: str
    excerpt: list[Piece]
    apart: str | None
    against: tuple[tuple[str, str], ...]
    proposals: list[Proposal]
    support: str
    best: str | None
    rows: list[PlotRow]
    ticks: list[Tick]
    timeline: Timeline | None
    evidence: list[Evidence]
    findings: tuple[Finding, ...]
    notes: tuple[Finding, ...]
    measures: tuple[str, ...]
    sources: tuple[str, ...]


def quantity_card(
    quantity: Quantity,
    findings: Sequence[Finding],
    copies: Mapping[str, Document],
    notes: Sequence[Finding] = (),
) -> Card:
    """The card of a quantity.

    Args:
        quantity: The quantity.
        findings: What the rules say of it.
        copies: Of each document that copies another, that other, by doc_id.
        notes: What they say of it and perhaps of others, and that accuses nobody.
    """
    is_accused = any(finding.severity != "info" for finding in findings)
    if quantity.follows_from and quantity.status in {"single", "agreed"} and not is_accused:
        return _derived(quantity, findings, notes)
    unit = next(fact for fact in quantity.facts if fact.unit == quantity.unit)
    scale = scale_of(intervals_of(quantity))
    is_plotted = quantity.n_facts > 1
    is_single = quantity.status == "single" and not is_accused
    is_mere = quantity.status == "agreed" and quantity.measure == "count" and len(figures(quantity.facts)) == 1
    standing: Standing = quantity.status
    if is_accused or quantity.status == "disputed":
        standing = "disputed" if is_accused else "explained"
    return Card(
        anchor=f"q-{quantity.quantity_id}",
        event=quantity.event,
        standing=standing,
        status="explained" if standing == "explained" else quantity.status,
        title=title(quantity),
        about=_about(quantity),
        said=said(quantity),
        excerpt=_excerpt(quantity.facts[0]) if is_single or (is_mere and not is_accused) else [],
        apart=apart(quantity) if quantity.status == "disputed" else None,
        against=against(disputing(quantity)) if is_accused else (),
        proposals=proposals(quantity, quantity.facts) if is_accused and quantity.status == "disputed" else [],
        support=quantity.facts[0].document.source if is_single else _support(quantity.facts, quantity.n_independent),
        best=_best(quantity) if is_plotted else None,
        rows=rows_of(quantity.facts, unit, scale, copies) if is_plotted else [],
        ticks=scale.ticks() if is_plotted else [],
        timeline=timeline_of(quantity.facts, unit, scale),
        evidence=evidence_of((*quantity.facts, *quantity.follows_from)),
        findings=tuple(findings),
        notes=tuple(notes),
        measures=(quantity.measure,),
        sources=_sources(quantity.facts),
    )


def _derived(quantity: Quantity, findings: Sequence[Finding], notes: Sequence[Finding]) -> Card:
    """The card of a figure that no claim gives, only what several claims make together."""
    claims = tuple(dict.fromkeys((*quantity.follows_from, *quantity.facts)))
    return Card(
        anchor=f"q-{quantity.quantity_id}",
        event=quantity.event,
        standing="derived",
        status="derived",
        title=title(quantity),
        about=(),
        said=f"{quantity.best:,.10g}",
        excerpt=[],
        apart=None,
        against=(),
        proposals=[],
        support=f"follows from {_counted(len(quantity.follows_from), 'claim')}",
        best=None,
        rows=[],
        ticks=[],
        timeline=None,
        evidence=evidence_of(claims),
        findings=tuple(findings),
        notes=tuple(notes),
        measures=(quantity.measure,),
        sources=_sources(claims),
    )


def finding_card(finding: Finding, notes: Sequence[Finding] = ()) -> Card:
    """The card of a finding that is about several quantities, or about a row of a table that somebody keeps."""
    is_drift = finding.rule == DRIFT
    return Card(
        anchor=f"f-{finding.finding_id}",
        event=finding.event,
        standing="drifted" if is_drift else "disputed",
        status="drifted" if is_drift else finding.severity,
        title=finding.facts[0].document.source if is_drift else finding.name.replace("-", " "),
        about=(),
        said=finding.message,
        excerpt=[],
        apart=None,
        against=(),
        proposals=[],
        support=_reports(finding.facts),
        best=None,
        rows=[],
        ticks=[],
        timeline=None,
        evidence=evidence_of(finding.facts),
        findings=(finding,),
        notes=tuple(notes),
        measures=tuple(dict.fromkeys(fact.measure for fact in finding.facts)),
        sources=_sources(finding.facts),
    )


def _excerpt(fact: Fact) -> list[Piece]:
    before, quote, after = excerpt(fact, _EXCERPT)
    return [piece for piece in (Piece(before), Piece(quote, fact), Piece(after)) if piece.text]


def _best(quantity: Quantity) -> str | None:
    if quantity.best is None:
        return None
    parts = f", from {_counted(len(quantity.follows_from), 'claim')} together" if quantity.follows_from else ""
    best = money(quantity.best, quantity.unit) if is_money(quantity) else f"{quantity.best:,.10g}"
    return f"{best} (policy: {quantity.policy}{parts})"


def _about(quantity: Quantity) -> tuple[str, ...]:
    about = topic(quantity)
    said = None if about and about in title(quantity) else about
    return tuple(word for word in (said, quantity.place, *qualifiers(quantity)) if word)


def _support(facts: Sequence[Fact], independent: int) -> str:
    return f"{independent} independent of {_reports(facts)}"


def _reports(facts: Sequence[Fact]) -> str:
    return _counted(len({fact.document.doc_id for fact in facts}), "report")


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _sources(facts: Sequence[Fact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact.document.source for fact in facts))
