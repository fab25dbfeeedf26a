"""The texts that facts were read from, kept beside their table, so that every quote can be held against them later."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crosstally.errors import InputError
from crosstally.facts.source.rows import read_rows

if TYPE_CHECKING:
    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact

NAME = "texts.jsonl"


class Mismatch(NamedTuple):
    """A fact whose quote is not what the kept text says at its place.

    Attributes:
        fact: The fact.
        found: What stands there; None where the text of its document was not kept.
    """

    fact: Fact
    found: str | None


def write(documents: Iterable[Document], path: Path) -> None:
    """Write one object a document: doc_id, title and text, as they were read."""
    line = json.JSONEncoder(ensure_ascii=False).encode
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for document in documents:
            stream.write(line({"doc_id": document.doc_id, "title": document.title, "text": document.text}) + "\n")


def mismatches(facts: Iterable[Fact], path: Path) -> Iterator[Mismatch]:
    """The facts whose quote or sentence is not, character by character, what the kept texts say.

    Args:
        facts: As their table gives them.
        path: What `write` wrote.

    Raises:
        InputError: The texts are missing or malformed.
    """
    if not path.is_file():
        raise InputError("no kept texts", path=path, allowed="a folder that check --out DIR --keep-text wrote")
    kept: dict[tuple[str, str], str] = {}
    for line, row in read_rows(path):
        if not isinstance(row.get("doc_id"), str) or not isinstance(row.get("text"), str):
            raise InputError("no doc_id and text", path=path, line=line)
        kept[str(row["doc_id"]), "body"] = str(row["text"])
        kept[str(row["doc_id"]), "title"] = str(row.get("title") or "")
    for fact in facts:
        text = kept.get((fact.document.doc_id, fact.section))
        if text is None:
            yield Mismatch(fact, None)
        elif text[fact.start : fact.end] != fact.quote:
            yield Mismatch(fact, text[fact.start : fact.end])
        elif not text.startswith(fact.sentence, fact.sentence_start):
            yield Mismatch(fact, text[fact.sentence_start : fact.sentence_start + len(fact.sentence)])
