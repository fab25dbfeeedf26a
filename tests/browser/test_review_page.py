"""A review driven in a real browser, by keys alone."""

from __future__ import annotations

import os
import shutil
from importlib.resources import files
from pathlib import Path
from threading import Thread

import pytest
from test_report_page import ARGUMENTS
from test_review import reviewing

from crosstally.output.html import render
from crosstally.review.server import ReviewServer
from crosstally.rules.decisions.decision import Adjudication, Alignment
from crosstally.rules.decisions.file import read_decisions

playwright, axe = (
    pytest.importorskip(name, reason=f"{name} is not installed: pip install '.[browser]'")
    for name in ("playwright.sync_api", "axe_playwright_python")
)
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
TRIESTE = Path(__file__).parents[2] / "examples/trieste-march"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium found: install it, or name it in CHROMIUM"),
]


def test_disputes_are_settled_by_keys_alone(tmp_path: Path) -> None:
    review = reviewing(Path(shutil.copytree(TRIESTE, tmp_path / "march")))
    with ReviewServer(review, lambda: render(review.report)) as server, playwright.sync_playwright() as driver:
        Thread(target=server.serve_forever, daemon=True).start()
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text))
        page.goto(server.address)
        page.evaluate(files(axe).joinpath("axe.min.js").read_text())
        assert [] == [rule["id"] for rule in page.evaluate("axe.run()")["violations"]]
        total = len(review.disputes)
        first, second = (page.locator("h1").inner_text(), "")
        page.keyboard.press("n")
        page.wait_for_url("**/?n=1")
        second = page.locator("h1").inner_text()
        assert first != second
        page.keyboard.press("a")
        page.keyboard.type("counted by others")
        page.keyboard.press("Enter")
        page.get_by_role("status").wait_for()
        assert total - 1 == len(review.disputes)
        page.keyboard.press("t")
        page.keyboard.type("8000")
        page.keyboard.press("Enter")
        page.keyboard.type("the police count")
        page.keyboard.press("Enter")
        page.get_by_text("Kept: march").wait_for()
        assert total - 2 == len(review.disputes)
        browser.close()
        server.shutdown()
        assert [] == wrong
    apart, taken = read_decisions(review.file)
    assert (True, "counted by others") == (isinstance(apart, Alignment), apart.reason)
    assert isinstance(taken, Adjudication)
    assert (8000, "the police count") == (taken.best, taken.reason)
