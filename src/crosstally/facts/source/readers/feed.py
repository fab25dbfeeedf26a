"""Feeds (RSS, Atom): a report an entry, as far as the feed has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crosstally.errors import InputError
from crosstally.facts.source.piece import Given, Piece

SUFFIXES = (".rss", ".atom", ".xml")
PACKED = True

_TEXT = ("encoded", "content", "description", "summary")
_PUBLISHED = ("pubDate", "published", "date", "updated")
_ENTRIES = {"item", "entry"}


def read(given: Given) -> Iterator[Piece]:
    """The entries that say something; nothing that the feed points to is fetched.

    Raises:
        InputError: It is no feed; the package that reads it is not installed.
    """
    try:
        from lxml import etree, html  # noqa: PLC0415 - an extra
    except ImportError:
        raise InputError("to read feeds, run: pip install 'crosstally[html]'", path=given.path) from None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(given.data(), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"not XML: {error}", path=given.path) from error
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    entries = [element for element in elements if _name(element) in _ENTRIES]
    if not entries:
        raise InputError("XML, but no feed", path=given.path, allowed="RSS or Atom")
    channel = next((_said(element) for element in elements if _name(element) == "title"), None)
    for number, entry in enumerate(entries, 1):
        told = {_name(child): child for child in reversed(entry) if isinstance(child.tag, str)}
        markup = next((_said(told[name]) for name in _TEXT if name in told and _said(told[name])), "")
        text = html.fromstring(f"<div>{markup}</div>").text_content() if "<" in markup else markup
        link = told.get("link")
        fields = {
            "text": text,
            "title": _said(told["title"]) if "title" in told else None,
            "source": _said(told["source"]) if "source" in told and _said(told["source"]) else channel,
            "published": next((_said(told[name]) for name in _PUBLISHED if name in told), None),
            "url": None if link is None else link.get("href") or _said(link),
        }
        yield Piece(fields, number)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _said(element: Any) -> str:
    return "".join(element.itertext()).strip()
