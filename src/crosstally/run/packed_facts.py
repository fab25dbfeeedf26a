"""The facts of one document as bytes, for another process or a later run: all but the document itself."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from operator import attrgetter

from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.facts.intervals import Interval
from crosstally.run.faults import with_faults, without_faults

_INTERVAL = [f"interval.{field.name}" for field in fields(Interval)]
_ALIGNED = {"event", "quantity_id"}  # known of a fact among others only
_CLAIM = [field.name for field in fields(Fact) if field.name not in {"document", "interval", *_ALIGNED}]
_AT = [field.name for field in fields(Fact)].index("interval") - 1
_NAMES = [*_CLAIM[:_AT], *_INTERVAL, *_CLAIM[_AT:]]
_NUMBERS = {field.name for field in fields(Fact) if field.type in {"int", "bool"}} | {*_INTERVAL} - {"interval.bound"}
_AS_IT_IS = _NUMBERS | {"part_of"}
_WHOLE = _NAMES.index("part_of")
_LEVEL = 1  # of zlib: a third of the size, and a checksum
_row = attrgetter(*_NAMES)


def pack(facts: Iterable[Fact], faults: Sequence[str] = ()) -> bytes:
    """The facts of one document, column by column, and what was set aside; neither their event nor their quantity.

    The whole that a fact is a part of is named by its number among them: fact_ids depend on the name of the document.
    """
    found = list(facts)
    columns = list(zip(*map(_row, found), strict=True))
    if any(whole is not None for whole in (columns[_WHOLE] if columns else ())):
        number = {fact.fact_id: k for k, fact in enumerate(found)}
        columns[_WHOLE] = tuple(number.get(whole, whole) for whole in columns[_WHOLE])
    return with_faults(zlib.compress(json.dumps(columns, separators=(",", ":")).encode(), _LEVEL), faults)


def unpack(document: Document, packed: bytes, event: str | None = None, ids: Iterator[str] | None = None) -> list[Fact]:
    """The facts that `pack` was given, of this document.

    Args:
        document: The document.
        packed: What `pack` made of its facts.
        event: The event they are aligned to.
        ids: The quantity of each; as many are taken as there are facts.
    """
    seen: dict[str, str] = {}
    given = json.loads(zlib.decompress(without_faults(packed)))  # there is no column where there is no fact
    columns = [
        column if name in _AS_IT_IS else map(seen.setdefault, column, column)  # five facts of a sentence share it
        for name, column in zip(_NAMES, given, strict=False)
    ]
    after = _AT + len(_INTERVAL)
    nested = (
        (*row[:_AT], Interval(*row[_AT:after]), *row[after:], event, ids and next(ids))
        for row in zip(*columns, strict=True)
    )
    found = [Fact(document, *values) for values in nested]
    return [
        replace(fact, part_of=found[whole].fact_id) if isinstance(whole, int) else fact
        for fact, whole in zip(found, given[_WHOLE] if given else (), strict=True)
    ]
