"""The report page in a real browser: an installed chromium, driven by playwright, with axe-core as a package brings it.

Skipped where `pip install '.[browser]'` or the browser is missing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from told import document, told

from crosstally.facts.extract import extract_facts
from crosstally.facts.intervals import Interval
from crosstally.facts.source.reading import read
from crosstally.output.html import render
from crosstally.rules.engine import check_facts
from crosstally.rules.history.former import changes_between

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from crosstally.facts.document import Document
    from crosstally.rules.report import Report

playwright, axe = (
    pytest.importorskip(name, reason=f"{name} is not installed: pip install '.[browser]'")
    for name in ("playwright.sync_api", "axe_playwright_python")
)

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ROOT = Path(__file__).parents[2]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HIT = "window.hit = 1"
HOSTILE = (
    f"<script>{HIT}</script><img src=x onerror='{HIT}'><svg onload='{HIT}'></svg>",
    f"\"'><iframe srcdoc='<script>parent.{HIT}</script>'></iframe>",
    f"</script></style></title></textarea></template><script>{HIT}</script>",
    "<form id=filters><input name=dataset></form><img id=shown name=items src=//127.0.0.1:9/x>",
    "<style>* { display: none }</style><link rel=stylesheet href=//127.0.0.1:9/>",
    "<base href=//127.0.0.1:9/><meta http-equiv=refresh content='0;url=//127.0.0.1:9/'>",
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium found: install it, or name it in CHROMIUM"),
]
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page from disk; it may ask for nothing else and report no error."""
    asked: list[str] = []
    wrong: list[str] = []
    contexts = []

    def opened(html: str, **options: Any) -> Page:
        file = tmp_path / "report.html"
        file.write_text(html, encoding="utf-8")
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text))
        page.on("dialog", lambda dialog: wrong.append(dialog.message))
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert {(tmp_path / "report.html").as_uri()} == {url.partition("#")[0] for url in asked}
    assert [] == wrong


@pytest.fixture(scope="module")
def examples() -> str:
    """Two events, since a run that knew the one without its last report."""
    kyiv, loja = ([*read(ROOT / "examples" / folder)] for folder in ("kyiv-strikes", "loja-earthquake"))
    former, report = checked([*kyiv[:-1]]), checked([*kyiv, *loja])
    return render(replace(report, changes=changes_between(former, report)))


def checked(documents: list[Document]) -> Report:
    return check_facts([fact for document in documents for fact in extract_facts(document)], documents)


def unfold(page: Page) -> None:
    """Open all lines; on a phone, the button is behind "Filter"."""
    page.locator("#choices").evaluate("choices => choices.open = true")
    page.click("#unfold")


@pytest.mark.parametrize("many", [0, 500])
@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_report_runs_no_script_and_breaks_nothing(
    opened: Open, words: str, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crosstally.output.html._MANY", many)
    facts = []
    for name, quote, figure in (("Alder", "90 people", 90.0), ("Moor", "140 people", 140.0)):
        text = f"The fire injured {quote}, {words} they said."
        about = document(f"{name} {words}", text, title=f"Fire {words}", url=f"javascript:{HIT}", event=f"fire {words}")
        facts.append(told("", quote, figure, "injured", document=about, text=text, speaker=words, place=words))
    page = opened(render(check_facts(facts)))
    for summary in page.locator(".card > summary, .paper > summary").all():
        if summary.evaluate("s => !s.parentElement.open"):
            summary.click()
    page.select_option("select[name=source]", index=1)
    assert page.evaluate("window.hit") is None
    assert page.locator("section#disputed > details").is_visible()
    page.wait_for_function("document.querySelectorAll('article .text mark').length === 2")
    assert f"The fire injured 90 people, {words} they said." in page.locator("article .text").first.inner_text()
    assert 0 == page.locator("iframe, img, base, link, body style, [onerror], [onload]").count()


def test_filters_show_what_is_asked_for(opened: Open, examples: str) -> None:
    page = opened(examples)
    all_cards = page.locator("details.card").count()
    page.select_option("select[name=measure]", label="killed")
    page.select_option("select[name=status]", "agreed")
    assert "killed" == page.locator("details.card:visible .title bdi:first-child").first.inner_text()
    left = page.locator("details.card:visible").count()
    assert f"{left} of {all_cards} figures fit" == page.locator("#shown").inner_text()
    assert page.locator("#disputed .nothing").is_visible()
    page.select_option("select[name=event]", label="kyiv-strikes")
    page.select_option("select[name=source]", label="Northgate Post")
    assert ["Northgate Post"] == page.locator("details.paper:visible .title").all_inner_texts()
    page.click("button[type=reset]")
    page.locator("#shown:empty").wait_for(state="attached")
    assert all_cards == page.locator("details.card:visible").count()


def test_a_long_page_shows_fifty_lines_and_fills_them_when_they_are_opened(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crosstally.output.html._MANY", 0)
    nouns = [f"crate{i}" for i in range(70)]
    page = opened(render(check_facts([told("Alder", f"9 {noun}s", 9, "damaged", counted=noun) for noun in nouns])))
    page.click("#single .fold > summary")
    single = page.locator("#single details.card")
    assert (50, 70) == (single.locator("visible=true").count(), single.count())
    assert 0 == single.locator("blockquote").count()
    single.first.locator("summary").click()
    single.first.locator("blockquote mark").wait_for()
    page.click("#single .more")
    single.nth(69).wait_for()
    assert 70 == single.locator("visible=true").count()
    unfold(page)
    assert 70 == single.locator("blockquote:visible").count()


def test_a_link_leads_to_a_line_that_is_not_shown(opened: Open) -> None:
    nouns = [f"crate{i}" for i in range(70)]
    page = opened(render(check_facts([told("Alder", f"9 {noun}s", 9, "damaged", counted=noun) for noun in nouns])))
    last = page.locator("#single details.card").last
    assert not last.is_visible()
    page.evaluate("hash => location.hash = hash", f"#{last.get_attribute('id')}")
    assert last.locator("blockquote").is_visible()


def test_changes_lead_to_their_figures(opened: Open, examples: str) -> None:
    page = opened(examples)
    page.locator("#changes a").first.click()
    page.wait_for_function("document.activeElement.closest('details.card')?.open")


def test_links_open_what_they_lead_to(opened: Open, examples: str) -> None:
    page = opened(examples)
    page.locator("section#disputed").get_by_text("in the report").first.click()
    paper = page.locator("details.paper[open]")
    paper.wait_for()  # one, for a locator that finds two is refused
    paper.locator("article a.mark").first.click()
    page.wait_for_function("document.activeElement.closest('details.card')?.open")
    card = page.url.partition("#")[2]
    assert page.locator(f"#{card}").evaluate("card => card.contains(document.activeElement)")
    page.locator(f"#{card} summary").click()
    page.reload()
    page.locator(f"#{card}[open]").wait_for()


def test_a_keyboard_reaches_and_opens_everything(opened: Open, examples: str) -> None:
    page = opened(examples)
    page.keyboard.press("Tab")
    assert page.locator(".skip").evaluate("link => link === document.activeElement")
    page.keyboard.press("Enter")
    ahead = "#changes a, #events a, #events summary, #events button, #events [tabindex]"
    for _ in range(page.locator(ahead).locator("visible=true").count() + 1):
        page.keyboard.press("Tab")
    assert "disputed" in (page.evaluate("document.activeElement.closest('details').className"))
    page.keyboard.press("Enter")
    assert not page.evaluate("document.activeElement.closest('details').open")
    unfold(page)
    assert 0 == page.locator("details.card:not([open])").count()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(opened: Open, examples: str, width: int) -> None:
    page = opened(examples, viewport={"width": width, "height": 800})
    unfold(page)
    assert width >= page.evaluate("document.documentElement.scrollWidth")


def test_it_reads_without_scripts(opened: Open, examples: str) -> None:
    page = opened(examples, java_script_enabled=False)
    assert page.locator("#filters").is_hidden()
    page.locator("details.paper summary").first.click()
    page.locator("article .text").first.wait_for()


def test_print_leaves_out_what_is_for_the_screen(opened: Open, examples: str) -> None:
    page = opened(examples)
    page.emulate_media(media="print")
    assert page.locator("#filters").is_hidden()
    assert page.locator("#disputed blockquote").first.is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_every_kind_of_figure_is_drawn(opened: Open) -> None:
    figures = {
        "exactly 90": Interval(90, 90, 90),
        "about 90": Interval(90, 81, 99, bound="about"),
        "at least 95": Interval(95, 95, None, bound="at_least"),
        "up to 120": Interval(120, 0, 120, bound="at_most"),
        "dozens": Interval(None, 24, 99, bound="vague"),
        "80 to 85": Interval(None, 80, 85, bound="range"),
    }
    facts = [told(f"Source {quote}", quote, figure, "injured") for quote, figure in figures.items()]
    page = opened(render(check_facts(facts)))
    unfold(page)
    bars = {row.locator(".figure").inner_text(): row.locator("svg.bar") for row in page.locator(".plot tbody tr").all()}
    drawn = {
        words: (bar.locator("circle").count(), bar.locator("path").count(), bar.locator(".vague").count())
        for words, bar in bars.items()
    }
    assert {
        "90": (1, 0, 0),
        "about 90": (1, 0, 0),
        "at least 95": (1, 1, 0),
        "at most 120": (1, 1, 0),
        "dozens": (0, 0, 1),
        "80 to 85": (0, 0, 0),
    } == drawn
    assert all(box and box["width"] > 100 for bar in bars.values() if (box := bar.bounding_box()))


@pytest.mark.parametrize(("scheme", "width"), [("dark", 390), ("light", 1280)])
def test_it_is_accessible(opened: Open, examples: str, scheme: str, width: int) -> None:
    page = opened(examples, color_scheme=scheme, viewport={"width": width, "height": 900})
    unfold(page)
    page.locator("details.paper summary").first.click()
    page.evaluate(files(axe).joinpath("axe.min.js").read_text())  # past the page's policy, which lets no script in
    outcome = page.evaluate("axe.run()")
    found = {rule["id"]: [node["html"] for node in rule["nodes"]][:3] for rule in outcome["violations"]}
    assert {} == found
    assert outcome["passes"]
