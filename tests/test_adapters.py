"""Adapters on the real output of the packages they are for, where these are installed."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pytest

import crosstally
from crosstally.facts.adapters.extraction import Extraction, extractions_of, read_extractions
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.output.annotations import render
from crosstally.rules.engine import check_facts

TEXT = "Über 40 homes — the “Grand” quake injured at least 12 people; damage of $1.2 million was reported 30 km away."


def read(data: Any) -> list[Extraction]:
    found = list(extractions_of(data))
    for one in found:
        text = TEXT if one.text is None else one.text
        if one.quote and one.start is not None:
            assert one.quote == text[one.start : one.end]
    return found


def verdicts(output: Any, tmp_path: Path) -> list[str]:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    return [one.judgement.verdict for one in crosstally.vet(output, tmp_path / "text.txt").rows]


def test_langextract(tmp_path: Path) -> None:
    pytest.importorskip("langextract")
    from langextract import io  # noqa: PLC0415
    from langextract.data import AnnotatedDocument, CharInterval  # noqa: PLC0415
    from langextract.data import Extraction as Theirs  # noqa: PLC0415

    quote = "at least 12 people"
    at = CharInterval(TEXT.index(quote), TEXT.index(quote) + len(quote))
    asked = {"value": "12", "hedge": "at least", "unit": "people"}
    good = Theirs("injured", quote, char_interval=at, attributes=asked)
    bad = Theirs("injured", quote, char_interval=at, attributes=asked | {"value": "20"})
    document = AnnotatedDocument(document_id="d-1", text=TEXT, extractions=[good, bad])
    io.save_annotated_documents([document], output_dir=tmp_path, output_name="out.jsonl", show_progress=False)
    first, _ = read_extractions(tmp_path / "out.jsonl")
    assert ("d-1", quote, 12.0, "at_least", "people", "injured") == (
        first.doc_id,
        first.quote,
        first.value,
        first.bound,
        first.unit,
        first.measure,
    )
    rows = crosstally.vet(tmp_path / "out.jsonl").rows
    assert ["right", "number changed"] == [one.judgement.verdict for one in rows]


def test_quantulum3(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import classifier, parser  # noqa: PLC0415
    classifier.USE_CLF = False
    quantities = parser.parse(TEXT)
    expected = [("40", 40.0, None), ("12", 12.0, None), ("$1.2 million", 1.2e6, "dollar"), ("30 km", 30.0, "kilometre")]
    assert expected == [(one.quote, one.value, one.unit) for one in read(quantities)]
    assert read(quantities) == read([one.to_dict() for one in quantities])
    assert ["right"] * 4 == verdicts(quantities, tmp_path)


def test_recognizers_text(tmp_path: Path) -> None:
    pytest.importorskip("recognizers_number_with_unit")
    from recognizers_number import Culture, recognize_number  # noqa: PLC0415
    from recognizers_number_with_unit import recognize_currency, recognize_dimension  # noqa: PLC0415

    results = [
        *recognize_number(TEXT, Culture.English),
        *recognize_dimension(TEXT, Culture.English),
        *recognize_currency(TEXT, Culture.English),
    ]
    found = read(results)
    assert ("30 km", 30.0, "Kilometer") in [(one.quote, one.value, one.unit) for one in found]
    assert ("$1.2 million", 1.2e6, "Dollar") in [(one.quote, one.value, one.unit) for one in found]
    assert {"right"} == set(verdicts(results, tmp_path))


def test_spacy(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import Span  # noqa: PLC0415

    document = spacy.blank("en")(TEXT)
    document.set_ents([Span(document, 1, 2, label="CARDINAL"), Span(document, 3, 4, label="PERSON")])
    document.spans["figures"] = [document.char_span(TEXT.index("30 km"), TEXT.index("30 km") + 5, label="length")]
    assert ["40", "30 km"] == [one.quote for one in read(document)]
    assert ["40", "30 km"] == [one.quote for one in read(document.to_json())]
    assert ["40"] == [one.quote for one in read(document[0:3])]
    assert ["right", "right"] == verdicts(document.to_json(), tmp_path)


def test_web_annotations(tmp_path: Path) -> None:
    facts = extract_facts(Document("text.txt", TEXT, "Alder Gazette"))
    collection = json.loads(render(check_facts(facts)))
    assert [fact.quote for fact in facts] == [one.quote for one in read(collection)]
    assert {"right"} == set(verdicts(collection, tmp_path))


def test_cqe() -> None:
    sentence = {
        "text": "Shares fell by about 2.1% to between 10 and 12 dollars.",
        "quantities": [
            {"change": "~", "value": "2.1", "unit": "%", "normalized_unit": "percentage"},
            {"change": "=", "value": "10.0-12.0", "unit": "dollars", "normalized_unit": "dollar"},
            {"change": "=", "value": "3.1", "unit": "%", "normalized_unit": "percentage"},
        ],
    }
    first, second, _ = extractions_of([sentence])
    assert (2.1, "about", "%") == (first.value, first.bound, first.unit)
    assert (None, 10.0, 12.0) == (second.value, second.low, second.high)
    rows = crosstally.vet([sentence]).rows
    assert ["right", "right", "number changed"] == [one.judgement.verdict for one in rows]
