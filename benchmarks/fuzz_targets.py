"""What must hold of any bytes: for benchmarks/fuzz.py, which looks for bytes of which it does not, and for the tests.

A target takes bytes and gives back whether they were of its kind at all; where something does not hold, it raises.
"""
# ruff: noqa: INP001, S101 - the scripts beside it import it from their own folder; an assertion is what is looked for

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from itertools import permutations
from pathlib import Path

from crosstally.config import load_settings
from crosstally.errors import CrosstallyError
from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.facts.sound import fault_of, read_facts
from crosstally.facts.source.kinds import readers
from crosstally.facts.source.limits import Limits
from crosstally.facts.source.reading import read
from crosstally.facts.tables.loose.loose import read_loose
from crosstally.facts.tables.table import read_facts as read_fact_table
from crosstally.ownership import Trust
from crosstally.printable import plain
from crosstally.rules.decisions.file import read_decisions
from crosstally.rules.engine import check_facts
from crosstally.rules.history.baseline import read_baseline
from crosstally.rules.report import Report
from crosstally.run.batches import extract_all

LIMITS = Limits(size=2**16, pages=5, depth=3, members=20)
OTHER = Document("other", "The ferry to Brook carried 31 cars and a crew of nine. Four sheep died.", "Other Post")
_PLACED = {"document", "start", "end", "sentence", "sentence_start", "part_of", "quote", "event", "quantity_id"}


def reader(data: bytes) -> bool:
    """A file, whose first line is how its name ends: it is read, or set aside by name; nothing else."""
    suffix, _, content = data.partition(b"\n")
    kind = suffix.decode("ascii", "replace")
    if kind not in readers():
        return False
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{kind}"
        path.write_bytes(content)
        said: list[str] = []
        try:
            for document in read(path, on_skip=said.append, limits=LIMITS):
                document.text.encode()
                assert "\x1b" not in document.text + document.source + (document.title or "")
        except CrosstallyError as error:
            said.append(str(error))
        for line in said:
            assert path.name in line, line
    return True


def numbers(data: bytes) -> bool:
    """A text: its figures stand where they say, in order, and no reading of it trips."""
    facts = sound(plain(data.decode("utf-8", "replace")))
    assert [fact.start for fact in facts] == sorted(fact.start for fact in facts)
    return True


def cues(data: bytes) -> bool:
    """A text: line ends, blanks behind lines and documents beside it change nothing of what is read."""
    text = plain(data.decode("utf-8", "replace")).replace("\r", "")
    expected = [meaning(fact) for fact in sound(text)]
    for other in (text.replace("\n", "\r\n"), text + " \n", text.replace("\n", " \n")):
        assert expected == [meaning(fact) for fact in sound(other)]
    document = Document("text", text, "Post")
    for batch in ([document, OTHER], [OTHER, document]):
        (found,) = [facts for one, facts in extract_all(batch, on_skip=lambda _: None) if one is document]
        assert expected == [meaning(fact) for fact in found]
    return True


def events(data: bytes) -> bool:
    """Up to three reports, parted by lines of ---: their order, and an event beside theirs, change nothing."""
    texts = [text for text in plain(data.decode("utf-8", "replace")).split("\n---\n") if text.strip()][:3]
    documents = [Document(f"{at}", text, f"Post {at}", event="e") for at, text in enumerate(texts)]
    facts = {document.doc_id: read_facts(document).facts for document in documents}
    said = {verdict(checked(order, facts)) for order in permutations(documents)}
    other = replace(OTHER, event="another")
    beside = checked([*documents, other], {**facts, other.doc_id: read_facts(other).facts})
    said.add(verdict(beside, "e"))
    assert len(said) <= 1, said
    return bool(texts)


def tables(data: bytes) -> bool:
    """A table, whose first line is how its name ends, as facts, as figures somebody keeps, and as reports."""
    suffix, _, content = data.partition(b"\n")
    kind = suffix.decode("ascii", "replace")
    if kind not in {".csv", ".tsv", ".jsonl", ".parquet", ".xlsx", ".ods"}:
        return False
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{kind}"
        path.write_bytes(content)
        said: list[str] = []
        for way in (read_fact_table, read_loose):
            facts: Iterable[Fact] = ()
            try:
                found = way(path)
                facts = found if isinstance(found, list) else found.facts
            except CrosstallyError as error:
                said.append(str(error))
            assert all(is_ordered(fact) for fact in facts)
        assert all(path.name in line for line in said), said
    return True


def settings(data: bytes) -> bool:
    """Settings, decisions and baselines: each is taken, or refused by name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crosstally.toml"
        path.write_bytes(data)
        ways: tuple[Callable[[], object], ...] = (
            lambda: load_settings(path.parent, Trust()).fingerprint,
            lambda: read_decisions(path),
            lambda: read_baseline(path),
        )
        said: list[str] = []
        for way in ways:
            try:
                way()
            except CrosstallyError as error:
                said.append(str(error))
        assert all(path.name in line for line in said), said
    return True


TARGETS: dict[str, Callable[[bytes], bool]] = {
    target.__name__: target for target in (reader, numbers, cues, events, tables, settings)
}


def sound(text: str) -> list[Fact]:
    """The facts of a text, none of which had to be set aside: spans are exact, and no interval is empty."""
    read_ = read_facts(Document("text", text, "Post"))
    assert not [fault for fault in read_.faults if "its language is not English" not in fault], read_.faults
    for fact in read_.facts:
        assert fault_of(fact) is None
        assert text[fact.start : fact.end] == fact.quote
        assert is_ordered(fact)
    return read_.facts


def is_ordered(fact: Fact) -> bool:
    """Whether the ends of its figure stand in order, and leave a value between them."""
    low, high = fact.interval.low, fact.interval.high
    is_open = fact.interval.low_open or fact.interval.high_open
    return low is None or high is None or low < high or (low == high and not is_open)


def meaning(fact: Fact) -> tuple[object, ...]:
    """All of a fact but where it stands, with the blanks of its words as one."""
    said = (getattr(fact, field.name) for field in fields(Fact) if field.name not in _PLACED)
    return (" ".join(fact.quote.split()), *(" ".join(one.split()) if isinstance(one, str) else one for one in said))


def checked(documents: Iterable[Document], facts: dict[str, list[Fact]]) -> Report:
    """A check of documents in an order."""
    given = [*documents]
    return check_facts([fact for document in given for fact in facts[document.doc_id]], given)


def verdict(report: Report, event: str | None = None) -> tuple[object, ...]:
    """What a report says of an event, or of all."""
    quantities = [
        (q.measure, q.status, q.low, q.high, q.best, *sorted(fact.fact_id for fact in q.facts))
        for q in report.quantities
        if event in {None, q.event}
    ]
    return (
        *sorted(quantities, key=repr),
        *sorted((f.rule, f.severity, f.message) for f in report.findings if event in {None, f.event}),
    )
