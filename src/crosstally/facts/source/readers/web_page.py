"""Saved web pages: the text of the article without what stands around it, and what the page says of itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosstally.errors import InputError
from crosstally.facts.source.linked_data import said
from crosstally.facts.source.page_tree import tell_markup
from crosstally.facts.source.piece import Given, Piece
from crosstally.facts.source.records import to_utc

if TYPE_CHECKING:
    from datetime import datetime

# Where pages name them, the surest first; a date that a page merely shows is not taken, for it may be another's.
_LOWER_NAME = "translate(@name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
_HEADLINE = "//h1"
_TITLE = ("//meta[@property='og:title']/@content", _HEADLINE, "//title")
_SOURCE = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")
_PUBLISHER = tuple(
    f"//meta[{_LOWER_NAME}='{name}']/@content" for name in ("publisher", "dc.publisher", "dcterms.publisher")
)
_URL = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//*[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
)
_DATED = tuple(
    f"//meta[{_LOWER_NAME}='{name}']/@content"
    for name in (
        "dc.date.issued",
        "dcterms.issued",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "dc.date",
        "date",
    )
)
_JSON_LD = "//script[@type='application/ld+json']/text()"


SUFFIXES = (".html", ".htm")
PACKED = True


def read(given: Given) -> Iterator[Piece]:
    """The report of a page; its text is empty when there is no article.

    Raises:
        InputError: The package that finds the article is not installed.
    """
    yield Piece(page_fields(given.data(), given.path))


def page_fields(data: bytes | str, path: Path) -> dict[str, object]:
    """The fields of the report that a saved page holds.

    Args:
        data: The page, as text, or in whatever encoding it declares or shows.
        path: Its file, for messages.

    Returns:
        `text`, its paragraphs with a blank line between them, and where the page names them `title`, `source`,
        `published` and `url`. The text is empty when there is no article.

    Raises:
        InputError: The package that finds the article is not installed.
    """
    try:
        import trafilatura  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        raise InputError("to read .html, run: pip install 'crosstally[html]'", path=path) from None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # that a page has no article is told by us
    tree = trafilatura.load_html(data)
    if tree is None:
        return {"text": ""}
    title, headlines = _first(tree, _TITLE), {*_told(tree, _HEADLINE)}
    linked = said(tree.xpath(_JSON_LD))
    fields: dict[str, object] = {
        "source": _first(tree, _SOURCE) or _only(linked.publishers) or _first(tree, _PUBLISHER),
        "url": _first(tree, _URL) or _only(linked.urls),
        "published": _published(tree, linked.published),
    }
    tell_markup(tree)
    text = trafilatura.extract(tree, include_comments=False, include_tables=False) or ""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if lines and lines[0] in {title, *headlines}:  # a headline is told once
        title = lines.pop(0)
    return fields | {"title": title, "text": "\n\n".join(lines)}


def _first(tree: Any, paths: tuple[str, ...]) -> str | None:
    """The first words that stand at one of several places."""
    return next((words for path in paths for words in _told(tree, path)), None)


def _told(tree: Any, path: str) -> Iterator[str]:
    """The words that stand at a place."""
    for found in tree.xpath(path):
        if words := " ".join((found if isinstance(found, str) else found.text_content()).split()):
            yield words


def _only(values: Sequence[str]) -> str | None:
    """The one value; of several, it is not known which is the page's own."""
    return values[0] if len(values) == 1 else None


def _published(tree: Any, linked: Sequence[str]) -> datetime | None:
    """When the page says that it was published; a date that cannot be read is none, nor is one of several."""
    told = [{*_told(tree, path)} for path in _PUBLISHED]
    told.append({*linked})
    told += [{*_told(tree, path)} for path in _DATED]
    dates = next(filter(None, told), set())
    try:
        return to_utc(dates.pop()) if len(dates) == 1 else None
    except InputError:
        return None
