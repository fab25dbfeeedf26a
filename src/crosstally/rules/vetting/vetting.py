"""A vetting: every extracted figure with what is wrong with it, as the rows of an audit are."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from pathlib import PurePath
from typing import TYPE_CHECKING

from crosstally.errors import InputError
from crosstally.facts.adapters.figures_at import ReadText, sentence_at
from crosstally.facts.adapters.spans import Placed, place
from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.facts.intervals import Interval
from crosstally.facts.tables.loose.loose import Row
from crosstally.rules.audit.audit import Audit, Audited
from crosstally.rules.audit.verdict import Judgement
from crosstally.rules.codes import codes
from crosstally.rules.finding import Finding
from crosstally.rules.report import Report
from crosstally.rules.vetting.faults import Fault, claimed, faults_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from crosstally.facts.adapters.extraction import Extraction
    from crosstally.facts.adapters.figures_at import Read

_EVENT = "output"


def vet(extractions: Iterable[Extraction], documents: Sequence[Document], path: Path) -> Audit:
    """Hold extracted figures against the texts that they say they are from.

    Args:
        extractions: The figures.
        documents: The texts, where the figures do not come with them. A figure that names no document is from the
            only one.
        path: The file of the figures.

    Raises:
        InputError: A figure names a document that is not there, or none where there are several.
    """
    known = {document.doc_id: document for document in documents}
    texts: dict[str, ReadText] = {}
    rows, findings = [], []
    for one in extractions:
        text = one.text if one.text is not None else _text(one, known, path)
        placed = place(text, one.quote, one.start, one.end) if one.quote else _spanned(one, text)
        if text not in texts:
            texts[text] = ReadText(text)
        read = texts[text].figures_at(placed.start, placed.end) if placed else []
        faults = list(faults_of(one, placed, read))
        fact = _fact(one, placed, text, path)
        evidence = (_evidence(fact, read[0], placed),) if placed and read else ()
        verdict = faults[0].kind if faults else "right"
        reason = "; ".join(fault.message for fault in faults)
        rows.append(Audited(Row(one.name, one.line or 1, fact, {}), Judgement(verdict, evidence, reason), _EVENT))
        findings += [_finding(fault, one, (fact, *evidence)) for fault in faults]
    return Audit(tuple(rows), Report(tuple(row.row.fact for row in rows), (), tuple(findings)))


def _text(one: Extraction, known: Mapping[str, Document], path: Path) -> str:
    if one.doc_id:
        stem = PurePath(one.doc_id).name
        alike = (other for name, other in known.items() if stem in {name, PurePath(name).stem})
        document: Document | None = known.get(one.doc_id) or next(alike, None)
    else:
        document = next(iter(known.values())) if len(known) == 1 else None
    if document is None:
        named = f"no document {one.doc_id!r}" if one.doc_id else "a figure names no document, and there are several"
        allowed = ", ".join(sorted(known)[:9]) or "a text"
        raise InputError(f"{one.name}: {named}", path=path, line=one.line, allowed=allowed)
    return document.text


def _spanned(one: Extraction, text: str) -> Placed | None:
    """Where a figure without words stands: at its span, or anywhere."""
    if one.start is None:
        return Placed(0, len(text))
    end = one.start + 1 if one.end is None else one.end
    return Placed(one.start, end) if one.start < end <= len(text) else None


def _fact(one: Extraction, placed: Placed | None, text: str, path: Path) -> Fact:
    """An extraction as a fact that stands in its own file."""
    spanned = text[placed.start : placed.end] if placed and one.start is not None else ""
    quote = one.quote or spanned or claimed(one)
    sentence, _ = sentence_at(text, placed.start) if placed else (quote, 0)
    name, line = one.doc_id or path.name, one.line or 1
    document = Document(name, "", name, event=_EVENT, path=str(path), line=line, is_row=True)
    ends = (one.value, one.value) if one.low is None and one.high is None else (one.low, one.high)
    interval = Interval(one.value, *ends, bound=one.bound or "exact")
    start = one.start or 0
    return Fact(
        document, "body", start, start + len(quote), quote, sentence if quote in sentence else quote, interval,
        one.unit or "count", one.unit or "count", one.measure or "figure", event=_EVENT,
    )  # fmt: skip


def _evidence(fact: Fact, read: Read, placed: Placed) -> Fact:
    """What the text says at the place."""
    words = read.sentence[max(placed.start - read.sentence_start, 0) : placed.end - read.sentence_start]
    unit = read.unit.name if read.unit else "count"
    document = replace(fact.document, path=None, line=None)
    return replace(
        fact, document=document, start=placed.start, end=placed.end, quote=words or read.sentence,
        sentence=read.sentence, sentence_start=read.sentence_start, interval=read.interval, unit=unit, dimension=unit,
    )  # fmt: skip


def _finding(fault: Fault, one: Extraction, facts: tuple[Fact, ...]) -> Finding:
    kind = codes()[fault.kind.replace(" ", "-")]
    key = "\x1f".join((fault.kind, one.doc_id or "", one.name, one.quote or "", fault.message))
    name = blake2b(key.encode(), digest_size=8).hexdigest()
    message = f"{one.name}: {fault.kind}: {fault.message}"
    return Finding(name, kind.code, kind.name, kind.severity, _EVENT, None, message, facts)
