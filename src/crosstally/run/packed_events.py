"""What was found of one event as bytes, for another process or a later run: all but its documents and their facts."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import Field, astuple, fields
from typing import Any

from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.rules.decisions.applied import Applied
from crosstally.rules.event import Event
from crosstally.rules.finding import Finding
from crosstally.rules.quantity import Quantity
from crosstally.rules.report import Checked
from crosstally.run.faults import faults_of, with_faults, without_faults
from crosstally.run.packed_facts import unpack as unpack_facts

_LEVEL = 1  # of zlib
_FACTS = "tuple[Fact, ...]"  # the type of a field that holds facts
_QUANTITY, _FINDING = fields(Quantity), fields(Finding)


def pack(checked: Checked) -> bytes:
    """What was found of an event; its facts are named by their number in it."""
    number = {fact.fact_id: i for i, fact in enumerate(checked.event.facts)}
    quantities = [_values(quantity, _QUANTITY, number) for quantity in checked.event.quantities]
    findings = [_values(finding, _FINDING, number) for finding in checked.findings]
    applied = [astuple(done) for done in checked.applied]
    data = json.dumps([quantities, findings, checked.copies, applied], separators=(",", ":"))
    return with_faults(zlib.compress(data.encode(), _LEVEL), checked.faults)


def unpack(name: str, facts: Sequence[tuple[Document, bytes]], packed: bytes) -> Checked:
    """What `pack` was given.

    Args:
        name: The event.
        facts: Its documents, each with its packed facts, in order.
        packed: What `pack` made of it.
    """
    quantities, findings, copies, applied = json.loads(zlib.decompress(without_faults(packed)))
    at = [field.name for field in _QUANTITY].index("facts")
    homes = {i: quantity[0] for quantity in quantities for i in quantity[at]}
    ids = iter([homes[i] for i in range(len(homes))])
    aligned = [fact for document, data in facts for fact in unpack_facts(document, data, name, ids)]
    event = Event(name, tuple(aligned), tuple(Quantity(*_of(row, _QUANTITY, aligned)) for row in quantities))
    told = [Finding(*_of(row, _FINDING, aligned)) for row in findings]
    done = [Applied(number, name, before, tuple(ids), missing) for number, _, before, ids, missing in applied]
    return Checked(event, told, copies, faults_of(packed), done)


def _values(item: object, columns: Sequence[Field[Any]], number: Mapping[str, int]) -> list[object]:
    values = ((column.type, getattr(item, column.name)) for column in columns)
    return [[number[fact.fact_id] for fact in value] if kind == _FACTS else value for kind, value in values]


def _of(row: Sequence[Any], columns: Sequence[Field[Any]], facts: Sequence[Fact]) -> Iterator[Any]:
    for column, value in zip(columns, row, strict=True):
        yield tuple(facts[i] for i in value) if column.type == _FACTS else value
