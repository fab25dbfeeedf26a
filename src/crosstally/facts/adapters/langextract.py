"""google/langextract: the lines that `lx.io.save_annotated_documents` writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from crosstally.facts.adapters import rows
from crosstally.facts.adapters.extraction import Extraction, objects


def reads(data: Any) -> bool:
    """Whether this is it."""
    return any("extraction_text" in one for document in objects(data) for one in document.get("extractions") or ())


def extractions(data: Any, line: int | None) -> Iterator[Extraction]:
    """Its extractions; their attributes say value, unit and hedge where the prompt asked for them."""
    for document in objects(data):
        for number, one in enumerate(document.get("extractions") or (), 1):
            place: Mapping[str, Any] = one.get("char_interval") or {}
            fields = {
                **(one.get("attributes") or {}),
                "quote": one["extraction_text"],
                "start": place.get("start_pos"),
                "end": place.get("end_pos"),
                "measure": one.get("extraction_class"),
            }
            named = f"{document.get('document_id')}/{one.get('extraction_index') or number}"
            for read in rows.extractions(fields, line):
                yield replace(read, name=named, doc_id=document.get("document_id"), text=document.get("text"))
