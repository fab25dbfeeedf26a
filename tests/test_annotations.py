"""Web Annotations, held against the rules of the model: https://www.w3.org/TR/annotation-model/."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from told import document, interval, told

from crosstally.facts.extract import extract_facts
from crosstally.facts.source.reading import read
from crosstally.output.annotations import AROUND, render
from crosstally.rules.engine import check_facts
from crosstally.rules.report import Report

ROOT = Path(__file__).parent.parent
MOTIVATIONS = ["commenting", "describing", "questioning", "tagging"]  # those of the model that we use
IRI = {"type": "string", "pattern": r"^[^\s<>\"{}|\\^`]+$"}
URN = {"type": "string", "pattern": r"^urn:uuid:[0-9a-f-]{36}$"}
TEXT = {"type": "string"}
COUNT = {"type": "integer", "minimum": 0}


def typed(name: str, required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    """What an object of a class must have, and all it may have; terms of schema.org may be added."""
    properties = {"type": {"const": name}, **required}
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties | optional,
        "patternProperties": {"^schema:": True},
        "additionalProperties": False,
    }


BODY = {
    "anyOf": [
        typed("TextualBody", {"value": TEXT}, format=TEXT, language=TEXT, purpose={"enum": MOTIVATIONS}),
        typed("schema:QuantitativeValue", {}),
    ]
}
SELECTOR = {
    "anyOf": [
        typed("TextQuoteSelector", {"exact": TEXT}, prefix=TEXT, suffix=TEXT),
        typed("TextPositionSelector", {"start": COUNT, "end": COUNT}),
    ]
}
TARGET = typed("SpecificResource", {"source": IRI, "selector": {"type": "array", "items": SELECTOR, "minItems": 1}})
ANNOTATION = typed(
    "Annotation", {"id": URN, "target": TARGET}, motivation={"enum": MOTIVATIONS}, body={"type": "array", "items": BODY}
)
PAGE = typed(
    "AnnotationPage",
    {"id": URN, "items": {"type": "array", "items": ANNOTATION, "minItems": 1}},
    partOf=URN,
    startIndex=COUNT,
)
AGENT = typed("Software", {"name": TEXT})
COLLECTION = Draft202012Validator(
    typed(
        "AnnotationCollection",
        {"@context": {"const": "http://www.w3.org/ns/anno.jsonld"}, "id": URN, "label": TEXT, "total": COUNT},
        generator=AGENT,
        first=PAGE,
        last=URN,
    )
)


def examine(folder: str) -> Report:
    documents = list(read(ROOT / "examples" / folder))
    return check_facts([fact for item in documents for fact in extract_facts(item)], documents)


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """Nothing, files with titles and addresses, and facts whose text is not at hand."""
    odd = document("Alder", url="https://a.example/ä b?c=1#d", doc_id="a b\\ud7ff<c>")
    facts = [
        told("", "12 people", 12, document=odd, text="The fire killed 12 people, they said."),
        told("Moor", "over 90 people", interval(90, "more_than"), text="It killed over 90 people."),
    ]
    return [check_facts([]), check_facts(facts), *map(examine, ("loja-earthquake", "cagayan-flood"))]


def items(report: Report) -> list[dict[str, Any]]:
    page: list[dict[str, Any]] = json.loads(render(report)).get("first", {"items": []})["items"]
    return page


def test_a_collection_keeps_the_rules_of_the_model(reports: list[Report]) -> None:
    for report in reports:
        collection = json.loads(render(report))
        assert [] == [error.message for error in COLLECTION.iter_errors(collection)]
        assert len(report.facts) == collection["total"] == len({item["id"] for item in items(report)})
        assert bool(report.facts) == ("first" in collection)
        if report.facts:
            assert collection["last"] == collection["first"]["id"]
            assert collection["id"] == collection["first"]["partOf"]


def test_the_rules_see_what_is_wrong(reports: list[Report]) -> None:
    collection = json.loads(render(reports[1]))
    collection["first"]["items"][0]["target"]["selector"] = [{"type": "TextQuoteSelector", "value": "12"}]
    assert list(COLLECTION.iter_errors(collection))


def test_selectors_find_the_figure(reports: list[Report]) -> None:
    for report in reports[2:]:
        for item, fact in zip(items(report), report.facts, strict=True):
            quoted, *positions = item["target"]["selector"]
            text = (fact.document.title if fact.section == "title" else fact.document.text) or ""
            before, after = text[: fact.start], text[fact.end :]
            assert (fact.quote, before[-AROUND:], after[:AROUND]) == (
                quoted["exact"],
                quoted["prefix"],
                quoted["suffix"],
            )
            assert len(positions) == (fact.section == "body")
            for position in positions:
                assert fact.quote == text[position["start"] : position["end"]]


def test_without_its_text_a_figure_is_found_in_its_sentence(reports: list[Report]) -> None:
    first, _ = items(reports[1])
    expected = {"exact": "12 people", "prefix": "The fire killed ", "suffix": ", they said."}
    assert {"type": "TextQuoteSelector", **expected} == first["target"]["selector"][0]
    assert "https://a.example/%C3%A4%20b?c=1#d" == first["target"]["source"]


def test_a_body_says_what_the_figure_is(reports: list[Report]) -> None:
    _, second = items(reports[1])
    notes = {body["purpose"]: body["value"] for body in second["body"] if body["type"] == "TextualBody"}
    disputed = reports[1].findings[0].message
    expected = {"tagging": "killed", "describing": "killed: over 90", "questioning": disputed}
    assert expected == {purpose: notes[purpose] for purpose in expected}
    assert {"type": "schema:QuantitativeValue", "schema:value": 90, "schema:minValue": 90} in second["body"]
