"""Rows of a table held against the sources that they cite."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from command_line import Run

import crosstally
from crosstally.api import Reading
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.numbers.mentioned import numbers_in
from crosstally.facts.tables.loose.loose import loose_of
from crosstally.rules.audit.audit import Audit, audit_of
from crosstally.rules.audit.citing import Shelf

FAR = "Nothing else is known of the night and its causes. " * 10
FIRE = "The fire at the harbour killed 12 people and injured more than 100 others. Some 4,460 shelters were opened."


def judged(row: dict[str, object], *texts: str) -> Audit:
    documents = [Document(f"doc-{n}", text, f"Source {n}") for n, text in enumerate(texts, 1)]
    facts = [fact for document in documents for fact in extract_facts(document)]
    return audit_of(loose_of([row]).rows, documents, facts, numbers_in)


def verdict(row: dict[str, object], *texts: str) -> str:
    return judged(row, *texts).rows[0].judgement.verdict


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"killed": 12}, "supported"),
        ({"killed": "10-12"}, "supported"),
        ({"injured": 130}, "supported"),
        ({"killed": 14}, "other figure"),
        ({"killed": 120}, "other figure"),
        ({"injured": 1000}, "other figure"),
        ({"injured": 4460}, "other measure"),
        ({"measure": "shelters", "value": 4460}, "supported"),
        ({"measure": "shelters", "value": 60}, "other figure"),
        ({"missing": 12}, "other measure"),
        ({"missing": 7}, "absent"),
        ({"missing": 0}, "supported"),
        ({"killed": 0}, "other figure"),
    ],
)
def test_what_a_source_says_of_a_figure(row: dict[str, object], expected: str) -> None:
    assert expected == verdict(row, FIRE)


@pytest.mark.parametrize(
    ("row", "texts", "expected"),
    [
        (  # of whom nobody is told to have died
            {"injured": 5},
            ["Five people were shot in Orvane.", "Five people were shot in Orvane. Three others were hurt by glass."],
            "supported",
        ),
        ({"injured": 5}, ["Five people were shot in Orvane, one of them fatally."], "other measure"),
        (
            {"injured": 6},
            ["At least two people were injured.", f"A blast shook Orvane. {FAR}Two people were injured."],
            "other figure",
        ),
    ],
)
def test_what_is_no_figure_of_all_is_no_support(row: dict[str, object], texts: list[str], expected: str) -> None:
    assert expected == verdict(row, *texts)


@pytest.mark.parametrize(
    ("row", "text", "expected"),
    [
        ({"killed": 3}, "Two soldiers and one policeman were killed in the raid.", "supported"),
        ({"killed": 2}, "Two soldiers and several policemen were killed in the raid.", "supported"),
        ({"killed": 4}, "Two soldiers and one policeman were killed in the raid.", "other figure"),
        ({"killed": 2}, "A blast killed dozens of people in the market.", "other figure"),
        ({"killed": 40}, "A blast killed dozens of people in the market.", "supported"),
        ({"killed": 1}, "The body of the mayor lay in the road.", "supported"),
        ({"killed": 1}, "The mayor did not survive the night.", "unclear"),
        ({"killed": 12}, "A blast hit 12 people in the market.", "unclear"),
    ],
)
def test_what_texts_leave_open(row: dict[str, object], text: str, expected: str) -> None:
    assert expected == verdict(row, text)


@pytest.mark.parametrize(
    ("row", "texts", "expected"),
    [
        ({"killed": 8}, ["The attack left seven people dead, including the gunman."], "other figure"),
        ({"killed": 4}, ["At least two people were killed.", "Police are at the scene."], "supported"),
        ({"killed": 4}, ["At least two people were killed.", "Three people were killed."], "other figure"),
        ({"injured": 1}, ["As many as seven people were injured.", "Six people were injured."], "other figure"),
        ({"injured": 2}, ["Two police officers and three civilians were injured."], "other figure"),
        ({"injured": 5}, ["Two police officers and three civilians were injured."], "supported"),
        ({"killed": 4}, ["Four people were shot. The four people were taken to a hospital."], "other measure"),
        ({"killed": 3}, ["Five people were killed in the fire.\n\n" + FAR + "A list has 3 people killed."], "unclear"),
    ],
)
def test_what_several_claims_say_of_a_figure(row: dict[str, object], texts: list[str], expected: str) -> None:
    assert expected == verdict(row, *texts)


def test_a_group_is_held_against_its_own_figure() -> None:
    text = "The raid killed nine people. Two soldiers were killed at the gate."
    assert "supported" == verdict({"killed": 9}, text)
    assert "other figure" == verdict({"measure": "killed", "group": "Soldiers", "value": 30}, text)
    assert "other figure" != verdict({"measure": "killed", "group": "child", "value": 3}, text)


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({}, ["a", "b", "c"]),
        ({"source": "alder gazette"}, ["a", "b"]),
        ({"source": "Alder Gazette; Brook Mail"}, ["a", "b", "c"]),
        ({"source": "Alder Gazette", "event": "flood"}, ["b"]),
        ({"source": "Alder Gazette", "event": "storm"}, []),
        ({"url": "http://www.alder.example/fire/"}, ["a"]),
        ({"url": "https://alder.example/other"}, ["c"]),
        ({"doc_id": "b"}, ["b"]),
        ({"doc_id": "d"}, []),
        ({"source": "Cliff Post"}, []),
        ({"event": "fire"}, ["a", "c"]),
    ],
)
def test_rows_find_their_sources(row: dict[str, str], found: list[str]) -> None:
    shelf = Shelf(
        [
            Document("a", "x", "Alder Gazette", event="fire", url="https://alder.example/fire"),
            Document("b", "x", "Alder Gazette", event="flood", url="https://alder.example/flood"),
            Document("c", "x", "Brook Mail", event="fire"),
        ]
    )
    assert found == [document.doc_id for document in shelf.cited(row)]


@pytest.fixture
def desk(tmp_path: Path) -> tuple[Path, Path]:
    folder = tmp_path / "fire"
    folder.mkdir()
    (folder / "alder.txt").write_text("The fire at the harbour killed 12 people and injured 90 others.")
    (folder / "brook.txt").write_text(FIRE)
    table = tmp_path / "desk.csv"
    table.write_text("row,source,killed,injured\na-1,alder,12,90\nb-1,brook,120,4460\nc-1,cliff,3,\n")
    return table, folder


def test_json_has_a_verdict_for_every_figure(desk: tuple[Path, Path], run: Run) -> None:
    code, out, _ = run("audit", *desk, "--format", "json")
    assert 1 == code
    rows = json.loads(out)["rows"]
    expected = [
        ("a-1", "supported", "fire", "killed", 12),
        ("a-1", "supported", "fire", "injured", 90),
        ("b-1", "other figure", "fire", "killed", 120),
        ("b-1", "other measure", "fire", "injured", 4460),
        ("c-1", "source missing", "desk", "killed", 3),
    ]
    assert expected == [(row["row"], row["verdict"], row["event"], row["measure"], row["value"]) for row in rows]
    assert "12 people" == rows[2]["evidence"][0]["quote"]
    assert {"supported": 2, "other figure": 1, "other measure": 1, "source missing": 1} == json.loads(out)["counts"]


def test_text_shows_the_sentence_and_the_line(desk: tuple[Path, Path], run: Run) -> None:
    _, out, _ = run("audit", *desk)
    assert "5 figures: 2 supported, 1 other figure, 1 other measure, 1 source missing\n" in out
    assert "ERROR row b-1: killed 120, but 12 (brook)  [AU101 other-figure" in out
    assert f"{desk[0].as_posix()}:3\n  brook  The fire at the harbour killed 12 people" in out


def test_every_format_tells_of_the_errors(desk: tuple[Path, Path], run: Run, tmp_path: Path) -> None:
    names = ("html", "markdown", "github", "gitlab", "sarif", "junit", "annotations", "baseline")
    run("audit", *desk, *(part for name in names for part in ("--format", f"{name}={tmp_path / name}")))
    for name in names:
        assert "killed 120" in (tmp_path / name).read_text(encoding="utf-8").replace("killed: 120", "killed 120"), name
    assert "::error title=AU101 other-figure,file=" in (tmp_path / "github").read_text()


def test_a_page_escapes_what_the_sources_say(tmp_path: Path, run: Run) -> None:
    (tmp_path / "alder.txt").write_text("<script>alert(1)</script> The fire killed 12 people.")
    (tmp_path / "desk.csv").write_text("source,killed\nalder,15\n")
    _, out, _ = run("audit", tmp_path / "desk.csv", tmp_path / "alder.txt", "--format", "html")
    assert "<script>" not in out
    assert "&lt;script&gt;" in out


def test_a_baseline_and_the_exit_code(desk: tuple[Path, Path], run: Run, tmp_path: Path) -> None:
    assert 0 == run("audit", *desk, "--format", f"baseline={tmp_path / 'known'}", "--fail-on", "never")[0]
    assert 0 == run("audit", *desk, "--baseline", tmp_path / "known")[0]
    desk[0].write_text(desk[0].read_text() + "d-1,alder,13,\n")
    assert 1 == run("audit", *desk, "--baseline", tmp_path / "known")[0]
    assert 2 == run("audit", desk[0], tmp_path / "nowhere")[0]


DECIDED = """[[adjudication]]
event = "fire"
measure = "killed"
best = 14
high = 15
by = "Ana"
on = 2031-04-06
reason = "the hospital counted again"

[[reading]]
source = "Alder"
quote = "Some 4,460 shelters"
sentence = "Some 4,460 shelters were opened."
is = "no figure"
by = "Ana"
on = 2031-04-06
reason = "a slip"
"""


@pytest.mark.parametrize(
    ("row", "expected", "message"),
    [
        ({"killed": 14}, "decided", ""),
        ({"killed": 15}, "decided", ""),
        ({"killed": 12}, "other figure", "killed 12, but 14 was taken (Ana, 2031-04-06: the hospital counted again)"),
        ({"injured": 130}, "supported", ""),
        ({"measure": "shelters", "value": 4460}, "unclear", ""),
    ],
)
def test_what_people_decided_on_the_sources_counts(
    tmp_path: Path, run: Run, row: dict[str, object], expected: str, message: str
) -> None:
    (tmp_path / "fire").mkdir()
    (tmp_path / "fire/alder.md").write_text(f"---\nsource: Alder\n---\n{FIRE}\n", encoding="utf-8")
    (tmp_path / "fire/decisions.toml").write_text(DECIDED, encoding="utf-8")
    (tmp_path / "figures.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    code, out, _ = run("audit", tmp_path / "figures.jsonl", tmp_path / "fire", "--format", "json")
    assert (int(expected == "other figure"), expected) == (code, json.loads(out)["rows"][0]["verdict"])
    assert message in run("audit", tmp_path / "figures.jsonl", tmp_path / "fire")[1]
    reading = Reading(on_skip=lambda _line: None)
    kept = tmp_path / "fire/decisions.toml"
    audit = crosstally.audit(pd.DataFrame([row]), tmp_path / "fire", reading=reading, decisions=kept)
    assert [expected] == [one.judgement.verdict for one in audit.rows]


def test_a_waiver(desk: tuple[Path, Path], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    waivers = "".join(
        f'[[waivers]]\nrule = "{rule}"\nevent = "fire"\nreason = "known"\nexpires = 2999-01-01\n'
        for rule in ("other-figure", "AU102")
    )
    (desk[0].parent / "crosstally.toml").write_text(waivers)
    monkeypatch.chdir(desk[0].parent)
    code, _, err = run("audit", *desk)
    assert 0 == code
    assert "2 findings waived" in err


def test_from_python(desk: tuple[Path, Path]) -> None:
    table = pd.DataFrame({"source": ["alder"], "Deaths": [13]})
    [one] = crosstally.audit(table, desk[1]).rows
    assert ("other figure", "12 people") == (one.judgement.verdict, one.judgement.evidence[0].quote)
