"""What a page says of itself for machines as JSON-LD, in the words of schema.org: who published it, and when."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

_DEEPEST = 6  # lists and graphs in one another


class Said(NamedTuple):
    """What the articles of a page say of themselves, each thing once.

    Attributes:
        publishers: Names.
        published: Dates and times, as they stand there.
        headlines: Titles.
        urls: Addresses.
    """

    publishers: list[str]
    published: list[str]
    headlines: list[str]
    urls: list[str]


def said(scripts: Iterable[str]) -> Said:
    """What scripts of the type application/ld+json say; one that is no JSON says nothing.

    An article is whatever has a date of publication: types are many (NewsArticle, LiveBlogPosting, Report ...).
    """
    nodes = [node for script in scripts for node in _nodes(_parsed(script))]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    articles = [node for node in nodes if isinstance(node.get("datePublished"), str)]
    publishers = [by_id.get(who.get("@id"), {}) | who for node in articles for who in _dicts(node.get("publisher"))]
    return Said(
        _once(who.get("name") for who in publishers),
        _once(node["datePublished"] for node in articles),
        _once(node.get("headline") for node in articles),
        _once(node.get("url") for node in articles),
    )


def _parsed(script: str) -> Any:
    with suppress(ValueError, RecursionError):
        return json.loads(script, strict=False)  # raw line breaks in texts are common
    return None


def _nodes(found: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The things described, which stand alone, in a list or in a graph."""
    if depth > _DEEPEST:
        return
    for node in _dicts(found):
        yield node
        yield from _nodes(node.get("@graph"), depth + 1)


def _dicts(found: Any) -> list[dict[str, Any]]:
    """One thing or several; what is merely a name of one is none."""
    return [item for item in (found if isinstance(found, list) else [found]) if isinstance(item, dict)]


def _once(values: Iterable[Any]) -> list[str]:
    return list(dict.fromkeys(" ".join(value.split()) for value in values if isinstance(value, str) and value.strip()))
