"""W3C Web Annotations: each figure as a note on its report, which tools for annotating texts can show.

https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

import json
from collections import defaultdict
from importlib.metadata import version
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from crosstally.rules.wording import figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.report import Report

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of the text before and after a figure
_IRI = ":/?#[]@!$&'()*+,;=%"  # what an address keeps as it is


def render(report: Report) -> str:
    """An AnnotationCollection with one page (JSON-LD): an annotation for each figure, in the order of the documents."""
    remarks: dict[str, list[dict[str, str]]] = defaultdict(list)
    for finding in report.findings:
        purpose = "commenting" if finding.severity == "info" else "questioning"
        for fact in finding.facts:
            remarks[fact.fact_id].append(_note(purpose, finding.message))
    items = [_annotation(fact, remarks[fact.fact_id]) for fact in report.facts]
    name = _urn("\x1f".join(item["id"] for item in items))
    collection = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": "Figures of several reports and where they contradict",
        "generator": {"type": "Software", "name": "crosstally", "schema:softwareVersion": version("crosstally")},
        "total": len(items),
    }
    if items:  # a page must hold something
        page = _urn(f"{name} 1")
        first = {"id": page, "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
        collection |= {"first": first, "last": page}
    return json.dumps(collection, ensure_ascii=False) + "\n"


def _annotation(fact: Fact, remarks: Sequence[dict[str, str]]) -> dict[str, Any]:
    source = _source(fact)
    return {
        "id": _urn(f"{source}#{fact.fact_id}"),
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            _note("tagging", fact.measure),
            _note("describing", f"{fact.measure}: {figure(fact)}"),
            _value(fact),
            *remarks,
        ],
        "target": {"type": "SpecificResource", "source": source, "selector": _selectors(fact)},
    }


def _note(purpose: str, words: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "language": "en", "value": words}


def _value(fact: Fact) -> dict[str, object]:
    """The interval as schema.org has it; an end that is not there is unbounded."""
    parts: dict[str, object] = {
        "type": "schema:QuantitativeValue",
        "schema:value": fact.interval.value,
        "schema:minValue": fact.interval.low,
        "schema:maxValue": fact.interval.high,
        "schema:unitText": fact.unit if fact.unit != "count" else fact.counted,
    }
    return {name: part for name, part in parts.items() if part is not None}


def _source(fact: Fact) -> str:
    """The address of the report: where it was published, else its file, else its name."""
    document = fact.document
    if document.url:
        return quote(document.url, safe=_IRI)
    return quote(PurePath(document.path or document.doc_id).as_posix())


def _selectors(fact: Fact) -> list[dict[str, object]]:
    """The quote, and in a report's text also its position: in code points from the beginning of the text."""
    before, after = _around(fact)
    quoted: dict[str, object] = {"type": "TextQuoteSelector", "exact": fact.quote, "prefix": before, "suffix": after}
    if fact.section == "title":
        return [quoted]
    return [quoted, {"type": "TextPositionSelector", "start": fact.start, "end": fact.end}]


def _around(fact: Fact) -> tuple[str, str]:
    """What stands before and after a figure: in its text, or in its sentence where the text is not at hand."""
    whole = fact.document.title if fact.section == "title" else fact.document.text
    text, start = whole or "", fact.start
    if not text.startswith(fact.quote, start):
        text, start = fact.sentence, fact.start - fact.sentence_start
    end = start + len(fact.quote)
    return text[max(start - AROUND, 0) : start], text[end : end + AROUND]


def _urn(name: str) -> str:
    return uuid5(NAMESPACE_URL, name).urn
