from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from command_line import HANGS

import crosstally
from crosstally.errors import InputError
from crosstally.facts.source.reading import read

KYIV = Path(__file__).parent.parent / "examples/kyiv-strikes"
SRC = Path(crosstally.__file__).parents[1]


@pytest.fixture(scope="module")
def tables() -> crosstally.Tables:
    return crosstally.check(read(KYIV))


def test_tables_show_the_cross_tab(tables: crosstally.Tables) -> None:
    html = tables._repr_html_()
    assert ["injured", "killed", "soldiers killed a week"] == [
        title for title in ("injured", "killed", "soldiers killed a week") if f"<bdi>{title}</bdi>" in html
    ]
    assert '<td class="off" title="over 100"><bdi>over 100</bdi></td>' in html
    assert "<li><bdi>killed 12, at least 12 (4 sources) and soldiers killed a week 5,000" in html
    assert "<script" not in html


def test_tables_changed_by_hand_show_what_they_say_now(tables: crosstally.Tables) -> None:
    changed = tables._replace(findings=tables.findings.iloc[:0])
    assert "differs, explained" in changed._repr_html_()
    assert "differs, explained" not in tables._repr_html_()


def test_a_plot_shows_the_claims_on_a_measure(tables: crosstally.Tables) -> None:
    html = tables.plot("injured")._repr_html_()
    assert 3 == html.count('<svg class="bar"')
    with pytest.raises(InputError, match="no two claims on 'drowned'"):
        tables.plot("drowned")


def test_why_says_what_makes_two_figures_one_or_tells_them_apart(tables: crosstally.Tables) -> None:
    assert "excludes over 100 (Meridian Dispatch" in tables.why("over 100", "90 others")
    apart = tables.why("over 100", "a missile killed 12 people")
    assert "measure: two tolls of the event (injured / killed): this keeps them apart" == apart.splitlines()[1]


def test_a_report_is_written(tables: crosstally.Tables, tmp_path: Path) -> None:
    assert "<!doctype html>" in tables.report(tmp_path / "page.html").read_text(encoding="utf-8")


def test_nothing_in_a_report_becomes_markup() -> None:
    tables = crosstally.check(
        [{"text": f"The fire killed {n} people.", "source": f"<b>S{n}</b>", "event": "fire"} for n in (12, 40)]
    )
    assert "<b>S" not in tables._repr_html_() + tables.plot("killed")._repr_html_()


def test_a_real_kernel_shows_it() -> None:
    nbclient, nbformat = pytest.importorskip("nbclient"), pytest.importorskip("nbformat")
    pytest.importorskip("ipykernel")
    code = f"import crosstally; tables = crosstally.check(crosstally.read({str(KYIV)!r})); tables"
    cells = [nbformat.v4.new_code_cell(text) for text in (code, "tables.plot('injured')")]
    notebook = nbformat.v4.new_notebook(cells=cells)
    environment = {"PYTHONPATH": str(SRC), "JUPYTER_PLATFORM_DIRS": "1", "PATH": str(Path(sys.executable).parent)}
    client = nbclient.NotebookClient(notebook, kernel_name="python3", timeout=HANGS, startup_timeout=HANGS)
    client.execute(env=os.environ | environment)
    shown = [cell.outputs[-1]["data"]["text/html"] for cell in notebook.cells]
    assert ["injured" in html for html in shown] == [True, True]
    assert "over 100" in shown[0]
