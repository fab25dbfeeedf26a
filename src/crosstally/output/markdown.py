"""Markdown: a summary for a job, a pull request or a chat, short enough for a comment on GitHub."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crosstally.output.page.page import page_of
from crosstally.output.page.plot_rows import Evidence
from crosstally.output.since import counts
from crosstally.output.since import lines as steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosstally.output.crosstab.cells import Cell
    from crosstally.output.crosstab.crosstab import CrossTab
    from crosstally.output.page.card import Card, Standing
    from crosstally.output.page.marked import Piece
    from crosstally.output.page.page import Page
    from crosstally.rules.changes import Changes
    from crosstally.rules.decisions.applied import Ruling
    from crosstally.rules.finding import Finding
    from crosstally.rules.report import Report

LIMIT = 65_536  # bytes; a comment on GitHub holds as many characters
_TABLES: tuple[tuple[str, Standing], ...] = (
    ("Differ, but explained", "explained"),
    ("Updated", "updated"),
    ("Agreed", "agreed"),
    ("Follows from others", "derived"),
)
_EVENTS = 12  # whose cross-tabs are shown
_ROWS, _COLUMNS = 30, 8  # of a cross-tab
_APART = 8  # pairs held apart of an event
_CHANGES = 8  # since the last run that are listed; the rest is counted
_ROOM = 200  # bytes kept for the line that says what is left out
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~!&$])")
_LIVE = re.compile(r"([@#]|:(?=//)|www(?=\.))")  # what GitHub turns into mentions, references and links


def render(report: Report) -> str:
    """What changed, what is disputed with its sentences, what drifted, what was updated and agreed; whole rows only."""
    return fitting(list(_lines(page_of(report), report.changes)))


def fitting(lines: Sequence[str]) -> str:
    """As many whole lines as a comment on GitHub holds; of the others, how many there are."""
    kept: list[str] = []
    size = 0
    for line in lines:
        size += len(line.encode(errors="replace")) + 1
        if size > LIMIT - _ROOM:
            return "\n".join([*kept, "", f"{len(lines) - len(kept)} more lines do not fit here.", ""])
        kept.append(line)
    return "\n".join([*kept, ""])


def _lines(page: Page, changes: Changes | None) -> Iterator[str]:
    disputed, single = page.cards["disputed"], page.cards["single"]
    shared = len(page.cards["agreed"]) + len(page.cards["updated"])
    drifted = page.cards["drifted"]
    others = {"explained": page.cards["explained"], "drifted from the table": drifted}
    rest = "".join(f", {len(cards)} {what}" for what, cards in others.items() if cards)
    yield f"## {len(disputed)} disputed, {shared} not{rest}"
    yield ""
    yield f"{len(page.papers)} reports from {page.n_sources} sources, {page.n_facts} figures."
    if changes:
        yield from _since(changes, page)
    for tab in page.tabs[:_EVENTS]:
        yield from _crosstab(tab, is_one=len(page.tabs) == 1)
    if len(page.tabs) > _EVENTS:
        yield from ("", f"{len(page.tabs) - _EVENTS} more events.")
    if page.rulings:
        yield from ("", "### Decided", "")
        yield from (f"- {_ruling(ruling)}" for ruling in page.rulings)
    noted: set[str] = set()
    for card in disputed:
        yield ""
        yield f"### {_about(card, page)}: {escaped(card.said)}"
        yield ""
        yield from (_sentence(item) for item in card.evidence)
        yield from _notes(note for note in card.notes if note.finding_id not in noted)
        noted |= {note.finding_id for note in card.notes}
        rules = ", ".join(f"{finding.rule} {finding.name}" for finding in card.findings)
        yield ""
        yield " · ".join(part for part in (card.apart, card.support, rules) if part)
    if drifted:
        yield from ("", "### Drifted from the table", "")
        yield from (f"- {escaped(card.said)}" for card in drifted)
    for title, standing in _TABLES:
        if cards := page.cards[standing]:
            yield from ("", f"### {title}", "", "| | figure | |", "|---|---|---|")
            yield from (
                f"| {_about(card, page)} | {_told(card.excerpt) or escaped(card.said)} | {card.support} |"
                for card in cards
            )
    if single:
        yield from ("", f"{len(single)} {'figure' if len(single) == 1 else 'figures'} from a single source.")
    left = {note.finding_id: note for cards in page.cards.values() for card in cards for note in card.notes}
    yield from _notes(note for name, note in left.items() if name not in noted)


def _crosstab(tab: CrossTab, *, is_one: bool) -> Iterator[str]:
    """A row for each report, a column for each figure; a figure that leaves the best one out is marked."""
    if not tab.columns:
        return
    columns = tab.columns[:_COLUMNS]
    titles = (escaped(", ".join(words for words in (one.title, one.aside) if words)) for one in columns)
    if not is_one:
        yield from ("", f"### {escaped(tab.event)}")
    yield ""
    yield f"| | {' | '.join(titles)} |"
    yield f"|---|{'---|' * len(columns)}"
    for name, values in (
        ("best", (f"**{escaped(one.best)}**" for one in columns)),
        ("low to high", (escaped(one.span) for one in columns)),
        ("independent", (str(one.n_independent) for one in columns)),
        ("status", (one.status for one in columns)),
    ):
        yield f"| *{name}* | {' | '.join(values)} |"
    for row in tab.rows[:_ROWS]:
        one = row.document
        day = f"{one.published:%Y-%m-%d} " if one.published else "" if one.issue is None else f"no. {one.issue} "
        copied = f" (copied by {len(row.copies)})" if row.copies else ""
        cells = " | ".join(_cell(cell) for cell in row.cells[:_COLUMNS])
        yield f"| {day}{escaped(row.document.source)}{copied} | {cells} |"
    left = len(tab.rows) - _ROWS, len(tab.columns) - _COLUMNS
    told = [f"{n} more {noun}" for n, noun in zip(left, ("reports", "figures"), strict=True) if n > 0]
    if told:
        yield from ("", f"{' and '.join(told)}.")
    yield from _held_apart(tab)


def _held_apart(tab: CrossTab) -> Iterator[str]:
    """What excludes a figure and was not compared with it, folded away."""
    if not tab.apart:
        return
    yield from ("", "<details><summary>Held apart: they exclude each other and were not compared</summary>", "")
    yield from (f"{one.number}. {escaped(one.words)}" for one in tab.apart[:_APART])
    if len(tab.apart) > _APART:
        yield from ("", f"{len(tab.apart) - _APART} more.")
    yield from ("", "</details>")


def _cell(cell: Cell) -> str:
    if cell.mark == "off":
        return f"≠ **{escaped(cell.text)}**"
    if cell.mark == "elsewhere":
        return "(apart)" if cell.see is None or cell.see > _APART else f"(apart, see {cell.see})"
    return escaped(cell.text) or "-"


def _ruling(ruling: Ruling) -> str:
    stale = " - matches nothing any more" if ruling.is_stale else ""
    return escaped(f"{ruling.decision} ({ruling.decision.signed}){stale}")


def _since(changes: Changes, page: Page) -> Iterator[str]:
    changed = steps(changes)
    yield from ("", f"### Since the last run: {counts(changes)}", "")
    for line in changed[:_CHANGES]:
        event = f"{line.event}, " if len(page.events) > 1 else ""
        yield f"- {line.kind}: {escaped(f'{event}{line.title}: {line.text}')}"
    if len(changed) > _CHANGES:
        yield f"- {len(changed) - _CHANGES} more"


def _notes(notes: Iterable[Finding]) -> Iterator[str]:
    for note in notes:
        yield ""
        yield f"Note: {escaped(note.message)} ({note.rule} {note.name})"


def _about(card: Card, page: Page) -> str:
    event = [card.event] if len(page.events) > 1 else []
    return ", ".join(escaped(words) for words in (*event, card.title, *card.about))


def _sentence(item: Evidence) -> str:
    return f"- {escaped(item.fact.document.source)}: {_told(item.pieces)}"


def _told(pieces: Iterable[Piece]) -> str:
    """Words with the figures in bold."""
    return "".join(f"**{escaped(piece.text)}**" if piece.fact else escaped(piece.text) for piece in pieces)


def escaped(text: str) -> str:
    """Text on one line, in which nothing is markup, a mention or a link."""
    spaced = re.sub(r"\s", " ", text)
    return _LIVE.sub("\\1\u200b", _MARKUP.sub(r"\\\1", spaced))
