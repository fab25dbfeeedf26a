"""The formats for machines, each read back by a reader or validator that is not ours."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator
from junitparser import Failure, JUnitXml
from told import document, interval, told

from crosstally.facts.extract import extract_facts
from crosstally.facts.source.reading import read
from crosstally.formats import put
from crosstally.output import github, gitlab, junit, markdown, sarif
from crosstally.output.position import Position, position_of
from crosstally.rules.engine import check_facts
from crosstally.rules.history.against import held_against
from crosstally.rules.history.baseline import without_known
from crosstally.rules.history.former import changes_between
from crosstally.rules.history.waivers import Waiver, waive
from crosstally.rules.report import Report

ROOT = Path(__file__).parent.parent
SCHEMA = Draft202012Validator(json.loads((ROOT / "tests/data/sarif-2.1.0.json").read_text(encoding="utf-8")))
NASTY = "100% of [a](javascript:1) <b>@team</b> #1, a: b|c\n::error::x\r\ud7ff https://evil.example \x00\ufffe"


def examine(path: Path) -> Report:
    documents = list(read(path))
    return check_facts([fact for document in documents for fact in extract_facts(document)], documents)


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """Files with and without front matter, rows, facts without a file, hostile words, and nothing at all."""
    facts = []
    for name, quote, figure in (("Alder", "90 people", 90.0), ("Moor", "140 people", 140.0)):
        text = f"The fire injured {quote}, {NASTY} they said."
        about = document(f"{name} {NASTY}", text, title=NASTY, event=f"fire {NASTY}")
        facts.append(told("", quote, figure, "injured", document=about, text=text))
    folders = ("kyiv-strikes", "loja-earthquake", "cagayan-flood", "rows.jsonl")
    return [check_facts([]), check_facts(facts), *(examine(ROOT / "examples" / folder) for folder in folders)]


def ids(report: Report) -> list[str]:
    return [finding.finding_id for finding in report.findings]


# ---------------------------------------------------------------- where figures stand


def test_figures_stand_where_the_file_holds_them() -> None:
    for folder in ("kyiv-strikes", "loja-earthquake"):
        for fact in examine(ROOT / "examples" / folder).facts:
            at = position_of(fact)
            lines = Path(at.path).read_text(encoding="utf-8").splitlines()
            if at.column is not None:
                assert at.line == at.end_line
                assert at.line is not None
                assert at.end_column is not None
                assert fact.quote == lines[at.line - 1][at.column - 1 : at.end_column - 1]


def test_a_row_has_a_line_and_no_column(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"text": "Nothing."}\n{"text": "\\nThe fire killed 12 people."}\n')
    assert [Position(file.as_posix(), 2)] == [position_of(fact) for fact in examine(file).facts]


def test_a_fact_from_a_table_knows_its_document_alone() -> None:
    assert Position("Alder.txt") == position_of(told("Alder", "12 people", 12))


# ---------------------------------------------------------------- formats


def test_sarif_is_valid_and_keeps_every_finding(reports: list[Report]) -> None:
    for report in reports:
        log = json.loads(sarif.render(report))
        assert [] == [error.message for error in SCHEMA.iter_errors(log)]
        run = log["runs"][0]
        assert ids(report) == [result["partialFingerprints"]["crosstally/v1"] for result in run["results"]]
        for result, finding in zip(run["results"], report.findings, strict=True):
            rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
            assert (finding.rule, finding.name) == (result["ruleId"], rule["name"])
            assert finding.name in rule["help"]["markdown"]
            assert len(finding.facts) == len(result["locations"]) + len(result.get("relatedLocations", []))


def test_sarif_points_into_the_file() -> None:
    report = examine(ROOT / "examples/loja-earthquake")
    for result in json.loads(sarif.render(report))["runs"][0]["results"]:
        for location in (*result["locations"], *result.get("relatedLocations", [])):
            place = location["physicalLocation"]
            lines = Path(unquote(place["artifactLocation"]["uri"])).read_text(encoding="utf-8").splitlines()
            region = place["region"]
            if "startColumn" in region:  # of a title, the line of the text is known
                line = lines[region["startLine"] - 1]
                assert region["snippet"]["text"] == line[region["startColumn"] - 1 : region["endColumn"] - 1]


def test_sarif_names_a_rule_that_it_does_not_know(reports: list[Report]) -> None:
    known = reports[1]
    own = tuple(replace(finding, rule="OWN13", name="unlucky-toll") for finding in known.findings)
    log = json.loads(sarif.render(replace(known, findings=own)))
    assert [] == [error.message for error in SCHEMA.iter_errors(log)]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert ["Unlucky toll."] == [rule["help"]["text"] for rule in rules]


def test_sarif_says_what_is_waived_and_why(reports: list[Report]) -> None:
    for report in reports[1:]:
        waived = waive(report, [Waiver("asked", date(2031, 5, 1), rule="XT101")], date(2031, 5, 1)).report
        log = json.loads(sarif.render(waived))
        assert [] == [error.message for error in SCHEMA.iter_errors(log)]
        results = log["runs"][0]["results"]
        assert sorted(ids(report)) == sorted(result["partialFingerprints"]["crosstally/v1"] for result in results)
        suppressed = [result["ruleId"] for result in results if "suppressions" in result]
        assert [finding.rule for finding in report.findings if finding.rule == "XT101"] == suppressed
        assert all(result["suppressions"][0]["justification"] == "asked" for result in results[len(waived.findings) :])
        assert "baselineState" not in json.dumps(log)


def test_sarif_tells_what_is_known_from_what_is_new(reports: list[Report]) -> None:
    report = reports[1]
    log = json.loads(sarif.render(without_known(report, frozenset(ids(report)[:1]))))
    assert [] == [error.message for error in SCHEMA.iter_errors(log)]
    states = [result["baselineState"] for result in log["runs"][0]["results"]]
    assert ["new"] * (len(report.findings) - 1) + ["unchanged"] == states


def test_the_schema_sees_what_is_wrong() -> None:
    log = json.loads(sarif.render(check_facts([])))
    log["runs"][0]["results"] = [{"level": "fatal"}]
    assert list(SCHEMA.iter_errors(log))


def test_junit_is_read_by_junitparser(reports: list[Report], tmp_path: Path) -> None:
    file = tmp_path / "report.xml"
    for report in reports:
        file.write_text(junit.render(report), encoding="utf-8")
        suites = list(JUnitXml.fromfile(str(file)))
        cases = [case for suite in suites for case in suite]
        failed = [case for case in cases if any(isinstance(result, Failure) for result in case.result)]
        accusing = [finding.finding_id for finding in report.findings if finding.severity != "info"]
        assert sorted(accusing) == sorted(re.findall(r"\[([\w-]+)\]$", case.name)[0] for case in failed)
        named = {re.findall(r"\[([\w-]+)\]$", case.name)[0] for case in cases}
        assert set(ids(report)) <= named
        assert len(cases) == sum(suite.tests for suite in suites)
        assert len(failed) == sum(suite.failures for suite in suites)


def test_gitlab_issues_have_what_gitlab_asks_for(reports: list[Report]) -> None:
    for report in reports:
        issues = json.loads(gitlab.render(report))
        assert ids(report) == [issue["fingerprint"] for issue in issues]
        assert len(issues) == len(set(ids(report)))
        for issue, finding in zip(issues, report.findings, strict=True):
            assert {"description", "check_name", "fingerprint", "severity", "location"} == set(issue)
            assert finding.message == issue["description"]
            assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
            assert issue["location"]["lines"]["begin"] >= 1


def test_github_commands_are_a_line_each(reports: list[Report]) -> None:
    for report in reports:
        lines = github.render(report).splitlines()
        assert len(report.findings) == len(lines)
        found = []
        for line in lines:
            match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
            assert match
            properties = dict(pair.split("=") for pair in match[2].split(","))
            assert {"title", "file"} <= set(properties)
            message = match[3].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
            found.append(message)
        assert sorted(found) == sorted(finding.message for finding in report.findings)


def test_github_adds_to_the_summary_of_the_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    report = examine(ROOT / "examples/kyiv-strikes")
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    put(report, "github", None)
    assert github.render(report) == capsys.readouterr().out
    assert f"before\n{markdown.render(report)}" == summary.read_text(encoding="utf-8")


def test_markdown_says_what_is_disputed_first() -> None:
    text = markdown.render(examine(ROOT / "examples/kyiv-strikes"))
    places = [text.index(words) for words in ("## 1 disputed", "over 100 against 90", "**90 others**", "### Agreed")]
    assert sorted(places) == places


def test_markdown_says_what_changed_and_what_drifted() -> None:
    before, after = ([told("Alder", f"{n} people", n), told("Moor", "12 people", 12)] for n in (12, 40))
    former, report = check_facts(before), check_facts(after)
    changed = replace(report, changes=changes_between(former, report))
    text = markdown.render(held_against(changed, before, Path("facts.csv")))
    assert text.startswith("## 1 disputed, 0 not, 1 drifted from the table\n")
    assert "### Since the last run: the same reports and figures\n\n- now disputed: killed: 40 against 12" in text
    assert "### Drifted from the table\n\n- Alder.txt: killed 12 → 40\n" in text
    assert "Since the last run" not in markdown.render(report)


def test_markdown_says_what_differs_and_accuses_nobody() -> None:
    report = check_facts([told("Alder", "12 people", 12), told("Moor", "11 people", 11)])
    text = markdown.render(replace(report, findings=()))
    assert text.startswith("## 0 disputed, 0 not, 1 explained\n")
    assert "### Differ, but explained\n\n| | figure | |\n|---|---|---|\n| killed | 12 against 11 |" in text


def test_of_many_changes_markdown_counts_those_behind_the_first() -> None:
    before, after = (
        [told("Alder", f"{n} roads", n, "damaged", counted=f"road{n // 10}") for n in range(start, 200, 10)]
        for start in (10, 11)
    )
    former, report = check_facts(before), check_facts(after)
    text = markdown.render(replace(report, changes=changes_between(former, report)))
    assert 8 == text.count("- moved: ")
    assert "\n- 11 more\n" in text


def test_nothing_in_a_report_is_markdown(reports: list[Report]) -> None:
    text = markdown.render(reports[1])
    assert "\\<b\\>@\u200bteam" in text
    assert "\\[a\\](javascript:1)" in text
    assert "https:\u200b//evil" in text
    assert not [line for line in text.splitlines() if line.startswith("::")]


def test_markdown_is_cut_between_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "LIMIT", 30_000)
    facts = [
        told(
            f"Source {i}",
            f"{n} roads",
            n,
            "damaged",
            counted=f"road {n}",
            text=f"The long storm {n} damaged {n} roads.",
        )
        for n in range(1, 700)
        for i in range(2)
    ]
    facts += [told(f"Source {i}", "5 é people", interval(5 + i), "killed") for i in range(400)]
    text = markdown.render(check_facts(facts))
    assert markdown.LIMIT >= len(text.encode())
    assert re.search(r"\n\d+ more lines do not fit here\.\n$", text)
