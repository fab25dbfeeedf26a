from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from golden import GoldenEvent

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.source.reading import read
from crosstally.rules.engine import check_facts
from crosstally.rules.report import Report
from crosstally.rules.rule import load_rules
from crosstally.run.archive import archived
from crosstally.run.checking import check_archive
from crosstally.run.packed_facts import pack

EVENTS = sorted((Path(__file__).parent / "corpus").glob("*.md"))


def verdicts(report: Report) -> tuple[object, ...]:
    """All that a run says but the names of documents and what is a hash of them."""
    quantities = [
        (q.event, q.measure, q.status, q.low, q.high, q.best, [(fact.document.source, fact.quote) for fact in q.facts])
        for q in report.quantities
    ]
    return quantities, [(f.finding_id, f.rule, f.severity, f.message) for f in report.findings]


def named(documents: list[Document], order: list[int]) -> list[Document]:
    """The documents, named and given in another order."""
    renamed = [replace(document, doc_id=f"{order[at]:02}.txt") for at, document in enumerate(documents)]
    return sorted(renamed, key=lambda document: document.doc_id)


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_names_of_files_decide_nothing(path: Path, tmp_path: Path) -> None:
    GoldenEvent.parse(path.read_text(encoding="utf-8")).unpack(tmp_path / path.stem)
    documents = list(read(tmp_path / path.stem))
    size = len(documents)
    orders = [
        [*range(size)],
        [*range(size)][::-1],
        [(7 * at + 3) % size for at in range(size)] if size % 7 else [*range(size)],
    ]
    said = []
    for order in orders:
        given = named(documents, order)
        facts = [fact for document in given for fact in extract_facts(document)]
        said.append(verdicts(check_facts(facts, given)))
        archive = archived((document, pack(extract_facts(document))) for document in given)
        said.append(verdicts(check_archive(archive, rules=load_rules(), policy="majority")))
    assert all(one == said[0] for one in said)


def test_reports_of_one_source_and_moment_are_told_apart_by_what_they_say() -> None:
    texts = ("The fire killed 3 people.", "The fire killed 4 people.", "The fire killed 5 people.")
    reports = [Document(f"{at}.txt", text, "Wire", event="fire") for at, text in enumerate(texts)]
    said = [
        verdicts(check_facts([fact for document in given for fact in extract_facts(document)], given))
        for given in (named(reports, [0, 1, 2]), named(reports, [2, 1, 0]), named(reports, [1, 2, 0]))
    ]
    assert said[0] == said[1] == said[2]
