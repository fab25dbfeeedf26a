from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from told import document, told

from crosstally.facts.extract import extract_facts
from crosstally.facts.intervals import Interval
from crosstally.facts.source.reading import read
from crosstally.output.html import original, render
from crosstally.rules.engine import check_facts
from crosstally.rules.history.against import held_against
from crosstally.rules.history.former import changes_between
from crosstally.rules.report import Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosstally.facts.fact import Fact

EXAMPLES = Path(__file__).parent.parent / "examples"
SIDES = (("Alder", 4), ("Moor", 9))
OVER_100 = Interval(100, 100, None, low_open=True, bound="more_than")
HOSTILE = [
    "<script>window.hit = 1</script>",
    '"><img src=x onerror="window.hit = 1">',
    "' onmouseover='window.hit = 1' autofocus onfocus='window.hit = 1",
    "</style><style>* { display: none }</style>",
    "</script><script>window.hit = 1</script>",
    "</details></section></main></template></svg><h1>gone</h1>",
    "<!-- <plaintext> <textarea> <title> <![CDATA[",
    "<svg onload=window.hit=1><a xlink:href='javascript:window.hit=1'>",
    "<base href='https://evil.example/'><meta http-equiv=refresh content='0; url=https://evil.example/'>",
    "<form id=filters><input name=dataset><img name=getElementById>",
    "{{ 7 * 7 }} {% include 'report.js' %} ${window.hit = 1}",
    "&lt;script&gt; &#60;script&#62;",
    "\u202egnidaer \u2066 x\u0000y z\u007f",
]


class Tags(HTMLParser):
    """The elements of a page with the names of their attributes, and the text in them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _ in attrs)))
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_data(self, data: str) -> None:
        self.text += data


def dispute(words: str = "", url: str | None = None) -> Report:
    """Two sources that disagree, with `words` in every field that comes from outside."""
    facts = []
    for name, quote, figure in (("Alder", "90 people", 90.0), ("Moor", "over 100", OVER_100)):
        text = f"The fire injured {quote}, {words} they said. There was {words} smoke."
        fields = {"title": f"Fire {words}", "url": url, "doc_id": f"{name} {words}", "event": f"fire {words}"}
        about = document(f"{name} {words}", text, "2031-04-05" if name == "Alder" else "2031-04-06", **fields)
        facts.append(
            told(
                "", quote, figure, "injured", document=about, text=text, speaker=f"they {words}", place=f"Here {words}"
            )
        )
    return check_facts(facts)


@pytest.fixture(scope="module")
def kyiv() -> Report:
    documents = list(read(EXAMPLES / "kyiv-strikes"))
    return check_facts([fact for document in documents for fact in extract_facts(document)], documents)


def test_the_same_report_gives_the_same_page(kyiv: Report) -> None:
    assert render(kyiv) == render(kyiv)


def test_what_is_disputed_comes_first_then_what_is_agreed_then_the_rest() -> None:
    facts = [
        told("Alder", "9 roads", 9, "damaged", counted="road"),
        told("Alder", "12 people", 12),
        told("Moor", "12 people", 12),
        told("Alder", "90 people", 90, "injured"),
        told("Moor", "40 people", 40, "injured"),
    ]
    text = Tags(render(check_facts(facts))).text
    places = [text.index(words) for words in ("90 against 40", "Agreed 1", "Single source 1")]
    assert sorted(places) == places
    assert "1 figure is disputed, 1 is not" in text
    assert "50 apart (125 %)" in text
    assert "2 independent of 2 reports" in text


def test_every_figure_and_report_has_a_link_and_every_link_leads_somewhere(kyiv: Report) -> None:
    page = Tags(render(kyiv))
    assert len(page.ids) == len(set(page.ids))
    assert {f"q-{quantity.quantity_id}" for quantity in kyiv.quantities} <= set(page.ids)
    inside = {link[1:] for link in page.links if link.startswith("#")}
    assert inside <= set(page.ids)
    assert all(link.startswith(("#", "https://example.")) for link in page.links)


def test_a_page_is_one_file_that_allows_no_script_but_its_own(kyiv: Report) -> None:
    page = render(kyiv)
    policy = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', page)[0].replace("&#39;", "'")
    for kind in ("script", "style"):
        part = re.findall(f"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        assert 1 == len(part)
        digest = b64encode(sha256(part[0].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    tags = Tags(page).found
    assert not {name for _, names in tags for name in names if name.startswith("on") or name in {"style", "src"}}
    assert not {tag for tag, _ in tags} & {"img", "link", "iframe", "object", "embed"}


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_a_report_becomes_markup(words: str) -> None:
    harmless, hostile = (
        Tags(render(dispute(said, url="https://example.org/a"))) for said in (re.sub(r"\W+", " ", words), words)
    )
    assert harmless.found == hostile.found
    assert f"There was {words} smoke.".replace("\x00", "\ufffd").replace("\x7f", "\ufffd") in hostile.text


def test_characters_that_no_page_can_hold_are_replaced() -> None:
    fact = told("Alder", "12 people", 12, text="12 people \ud800 died.\x00")
    assert "12 people</mark> \ufffd died.\ufffd" in render(check_facts([fact])).encode().decode()


@pytest.mark.parametrize(
    "url", ["javascript:window.hit=1", "data:text/html,x", " javascript:1", "file:///etc", "//x", "http://["]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert "as published" not in Tags(render(dispute(url=url))).text


def test_a_link_leads_to_the_sentence() -> None:
    about = document("Alder", "", url="https://example.org/a?b=1&c")
    brief = told("", "12 people", 12, document=about, text="So-so: 12 people, died.")
    assert "https://example.org/a?b=1&c#:~:text=So%2Dso%3A%2012%20people%2C%20died." == original(brief)
    long = told(
        "", "12 people", 12, document=about, text="The fire killed 12 people" + " and" * 9 + " left many others hurt."
    )
    expected = (
        "https://example.org/a?b=1&c#:~:text=The%20fire%20killed%2012%20people,and%20left%20many%20others%20hurt."
    )
    assert expected == original(long)


def test_figures_are_marked_in_the_sentence_where_they_stand() -> None:
    text = "In 12 hours, 12 people were killed."
    start = text.rindex("12")
    fact = told(
        "Alder",
        "12",
        12,
        document=document("Alder", f"Before. {text}"),
        text=text,
        start=start + 8,
        end=start + 10,
        sentence_start=8,
    )
    page = render(check_facts([fact]))
    assert "In 12 hours, <mark>12</mark> people" in page
    assert (
        page.count(f'<a class="mark" href="#q-{check_facts([fact]).facts[0].quantity_id}"><mark>12</mark></a> people')
        == 1
    )


def test_a_fact_table_without_texts_shows_the_sentences() -> None:
    fact = told("Alder", "12 people", 12, document=document("Alder", ""), text="The fire killed 12 people.")
    assert "The fire killed <a" in render(check_facts([fact]))


def test_a_copy_is_named_and_hollow() -> None:
    text = "The fire at the old harbour killed 12 people late on Friday night, the city said in a short note."
    facts = [told("", "12 people", 12, document=document(name, text), text=text) for name in ("Agency", "Messenger")]
    page = render(check_facts(facts))
    assert "copies <bdi>Agency</bdi>" in page
    assert 1 == page.count('<tr class="copy">')
    assert "1 independent of 2 reports" in page


def test_no_facts_at_all() -> None:
    page = Tags(render(check_facts([])))
    assert "No figures found" in page.text
    assert "None of the reports states a figure" in page.text
    assert not {"script", "form", "section"} & {tag for tag, _ in page.found}


def test_one_report_alone_is_compared_with_nothing() -> None:
    page = Tags(render(check_facts([told("Alder", "12 people", 12)])))
    assert "One report alone: nothing to compare" in page.text


def test_a_figure_that_follows_from_others_names_their_claims() -> None:
    text = "Five people were shot, one fatally."
    page = render(check_facts(extract_facts(document("Alder", text))))
    section = page[page.index('id="derived"') : page.index('id="single"')]
    assert "follows from 2 claims" in section
    assert ["Five people", "one"] == re.findall("<mark>(.*?)</mark>", section)


def test_a_toll_put_together_is_not_its_first_part() -> None:
    texts = ("A man and two women were killed on Sunday.", "A man and two women were killed, police said.")
    page = render(check_facts([fact for i, text in enumerate(texts) for fact in extract_facts(document(str(i), text))]))
    section = page[page.index('id="derived"') : page.index('id="reports"')]
    assert '<span class="said"><bdi>3</bdi></span>' in section
    assert "follows from 4 claims" in section


def test_a_long_page_fills_its_lines_when_they_are_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = [told(name, f"{n} people", n, "injured") for name, n in (("Alder", 90), ("Moor", 40))]
    facts.append(told("Alder", "9 roads", 9, "damaged", counted="road"))
    assert "<noscript>" not in render(check_facts(facts))
    monkeypatch.setattr("crosstally.output.html._MANY", 2)
    page = render(check_facts(facts))
    assert page.count("<noscript>") == page.count("</noscript>") == len(["road", "Alder", "Moor"])
    assert Tags(page).ids == Tags(page.replace("<noscript>", "").replace("</noscript>", "")).ids


def test_what_changed_stands_first() -> None:
    before, after = (
        [told("Alder", "12 people", 12), told("Moor", figure, n)] for figure, n in (("12", 12), ("40", 40))
    )
    former, report = check_facts(before), check_facts(after)
    page = render(replace(report, changes=changes_between(former, report)))
    text = " ".join(Tags(page).text.split())
    assert "Since the last run the same reports and figures now disputed killed 12 against 40 (before: 12)" in text
    assert page.index('id="changes"') < page.index('id="disputed"')
    same = render(replace(report, changes=changes_between(report, report)))
    assert "Since the last run nothing" in " ".join(Tags(same).text.split())
    assert "Since the last run" not in render(report)


def by_noun(facts: Sequence[Fact]) -> list[tuple[Fact, ...]]:
    """Sort facts into quantities by what is counted: these tests are of the page."""
    nouns = dict.fromkeys(fact.counted for fact in facts)
    return [tuple(fact for fact in facts if fact.counted == noun) for noun in nouns]


def test_of_several_disputes_the_head_of_the_page_names_each() -> None:
    def disputes(number: int) -> list[tuple[str, str, str]]:
        nouns = ("road", "bridge", "house")[:number]
        facts = [told(name, f"{n} {noun}s", n, "damaged", counted=noun) for noun in nouns for name, n in SIDES]
        sides = (
            r'<a href="#q-\w+"><bdi>(.*?)</bdi></a>: <strong><bdi>(.*?)</bdi></strong> <span class="who"><bdi>(.*?)<'
        )
        return re.findall(sides, render(check_facts(facts, align=by_noun)))

    expected = [("roads damaged", "4", "Alder"), ("bridges damaged", "4", "Alder")]
    assert (expected, expected[:1]) == (disputes(2), disputes(1))


def test_what_drifted_from_a_table_is_no_dispute() -> None:
    kept = [told("Alder", "12 people", 12)]
    page = render(held_against(check_facts([told("Alder", "40 people", 40)]), kept, Path("facts.csv")))
    assert "<h1>1 figure drifted from the table</h1>" in page
    assert page.index('id="drifted"') < page.index('id="single"')
    assert 'id="disputed"' not in page
    assert "Alder.txt: killed 12 → 40" in Tags(page).text


def test_what_differs_and_accuses_nobody_is_no_dispute() -> None:
    report = check_facts([told("Alder", "12 people", 12), told("Moor", "11 people", 11)])
    page = render(replace(report, findings=()))
    assert "<h1>No figure is disputed, 1 differs but is explained</h1>" in page
    assert 'id="disputed"' not in page
    assert "12 against 11" in page[page.index('id="explained"') :]


def test_a_few_disputes_are_open_and_many_are_a_list() -> None:
    def disputes(number: int) -> str:
        nouns = [f"crate{i}" for i in range(number)]
        figures = (("Alder", 9), ("Moor", 90))
        return render(
            check_facts(
                [told(s, f"{n} {x}s", n, "damaged", counted=x) for x in nouns for s, n in figures], align=by_noun
            )
        )

    opened = '<details class="card disputed" id="q-[0-9a-f]+" open'
    assert [5, 0] == [len(re.findall(opened, disputes(number))) for number in (5, 6)]
