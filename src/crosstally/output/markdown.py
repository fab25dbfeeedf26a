"""Markdown: a summary for a job, a pull request or a chat, short enough for a comment on GitHub."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crosstally.output.page.page import page_of
from crosstally.output.page.voice import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crosstally.output.page.card import Card, Standing
    from crosstally.output.page.page import Page
    from crosstally.rules.finding import Finding
    from crosstally.rules.report import Report

LIMIT = 65_536  # bytes; a comment on GitHub holds as many characters
_TABLES: tuple[tuple[str, Standing], ...] = (
    ("Updated", "updated"),
    ("Agreed", "agreed"),
    ("Follows from others", "derived"),
)
_ROOM = 200  # bytes kept for the line that says what is left out
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~!&$])")
_LIVE = re.compile(r"([@#]|:(?=//)|www(?=\.))")  # what GitHub turns into mentions, references and links


def render(report: Report) -> str:
    """The disputed figures with their sentences, then tables of what was updated and agreed; whole rows only."""
    page = page_of(report)
    kept: list[str] = []
    size = 0
    lines = list(_lines(page))
    for line in lines:
        size += len(line.encode(errors="replace")) + 1
        if size > LIMIT - _ROOM:
            return "\n".join([*kept, "", f"{len(lines) - len(kept)} more lines do not fit here.", ""])
        kept.append(line)
    return "\n".join([*kept, ""])


def _lines(page: Page) -> Iterator[str]:
    disputed, single = page.cards["disputed"], page.cards["single"]
    shared = len(page.cards["agreed"]) + len(page.cards["updated"])
    yield f"## {len(disputed)} disputed, {shared} not"
    yield ""
    yield f"{len(page.papers)} reports from {page.n_sources} sources, {page.n_facts} figures."
    noted: set[str] = set()
    for card in disputed:
        yield ""
        yield f"### {_about(card, page)}: {_escaped(card.said)}"
        yield ""
        yield from (_sentence(item) for item in card.evidence)
        yield from _notes(note for note in card.notes if note.finding_id not in noted)
        noted |= {note.finding_id for note in card.notes}
        rules = ", ".join(f"{finding.rule} {finding.name}" for finding in card.findings)
        yield ""
        yield " · ".join(part for part in (card.apart, card.voices, rules) if part)
    for title, standing in _TABLES:
        if cards := page.cards[standing]:
            yield from ("", f"### {title}", "", "| | figure | |", "|---|---|---|")
            yield from (f"| {_about(card, page)} | {_escaped(card.said)} | {card.voices} |" for card in cards)
    if single:
        yield from ("", f"{len(single)} {'figure' if len(single) == 1 else 'figures'} from a single source.")
    rest = {note.finding_id: note for cards in page.cards.values() for card in cards for note in card.notes}
    yield from _notes(note for name, note in rest.items() if name not in noted)


def _notes(notes: Iterable[Finding]) -> Iterator[str]:
    for note in notes:
        yield ""
        yield f"Note: {_escaped(note.message)} ({note.rule} {note.name})"


def _about(card: Card, page: Page) -> str:
    event = [card.event] if len(page.events) > 1 else []
    return ", ".join(_escaped(words) for words in (*event, card.title, *card.about))


def _sentence(item: Evidence) -> str:
    told = "".join(f"**{_escaped(piece.text)}**" if piece.fact else _escaped(piece.text) for piece in item.pieces)
    return f"- {_escaped(item.fact.document.source)}: {told}"


def _escaped(text: str) -> str:
    """Text on one line, in which nothing is markup, a mention or a link."""
    spaced = re.sub(r"\s", " ", text)
    return _LIVE.sub("\\1\u200b", _MARKUP.sub(r"\\\1", spaced))
