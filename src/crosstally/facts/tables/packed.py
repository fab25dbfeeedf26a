"""The facts of one document as bytes, for another process or a later run: all but the document itself."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter

from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.facts.intervals import Interval

_INTERVAL = [f"interval.{field.name}" for field in fields(Interval)]
_CLAIM = [field.name for field in fields(Fact) if field.name not in {"document", "interval"}]
_AT = [field.name for field in fields(Fact)].index("interval") - 1
_NAMES = [*_CLAIM[:_AT], *_INTERVAL, *_CLAIM[_AT:]]
_NUMBERS = {"start", "end", *_INTERVAL} - {"interval.bound"}
_row = attrgetter(*_NAMES)


def pack(facts: Iterable[Fact]) -> bytes:
    """The facts of one document, column by column."""
    return json.dumps(list(zip(*map(_row, facts), strict=True)), separators=(",", ":")).encode()


def unpack(document: Document, packed: bytes) -> list[Fact]:
    """The facts that `pack` was given, of this document."""
    seen: dict[str, str] = {}
    columns = [
        column if name in _NUMBERS else map(seen.setdefault, column, column)  # five facts of a sentence share it
        for name, column in zip(_NAMES, json.loads(packed), strict=False)  # there is no column where there is no fact
    ]
    after = _AT + len(_INTERVAL)
    nested = ((*row[:_AT], Interval(*row[_AT:after]), *row[after:]) for row in zip(*columns, strict=True))
    return [Fact(document, *values) for values in nested]
