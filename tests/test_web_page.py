from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest

from crosstally.errors import InputError
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.source.reading import read
from crosstally.output.position import Position, position_of

ARTICLE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Nine killed in warehouse fire | Harbour Mail</title>
<meta property="og:site_name" content="Harbour Mail">
<meta property="article:published_time" content="2031-04-05T07:30:00+02:00">
<link rel="canonical" href="https://example.org/harbour/fire">
<script>const toll = "14 people were killed";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/weather">Weather: 14 degrees</a></li></ul></nav>
<main><article><h1>Nine killed in warehouse fire</h1>
<p>HARBOUR - Nine people were killed and 31 injured when a fire swept through a warehouse on the docks on Friday night,
the fire brigade said.</p>
<p>The building&nbsp;held <b>4,000</b> tonnes of paper &amp; card. It stood empty for six months, the owner said.</p>
</article></main>
<aside><h2>Read next</h2><ul><li><a href="/1">Bus crash kills 17 in the mountains</a></li></ul></aside>
<footer><p>Copyright 2031 Harbour Mail. Read by 250,000 people a day.</p></footer></body></html>"""


def saved(tmp_path: Path, page: str, encoding: str = "utf-8") -> Document:
    path = tmp_path / "fire.html"
    path.write_bytes(page.encode(encoding))
    (document,) = read(path, on_skip=lambda _: None)
    return document


def test_the_article_is_read_and_not_what_stands_around_it(tmp_path: Path) -> None:
    text = saved(tmp_path, ARTICLE).text
    assert text.startswith("HARBOUR - Nine people were killed and 31 injured when")
    assert text.endswith("the owner said.")
    assert 1 == text.count("\n\n")
    assert "4,000 tonnes of paper & card" in text


def test_what_the_page_says_of_itself(tmp_path: Path) -> None:
    document = saved(tmp_path, ARTICLE)
    about = (document.title, document.source, document.url, f"{document.published}")
    url = "https://example.org/harbour/fire"
    assert ("Nine killed in warehouse fire", "Harbour Mail", url, "2031-04-05 05:30:00+00:00") == about


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<script type="application/ld+json">{"datePublished": "2031-04-06"}</script>', "2031-04-06"),
        (
            '<script type="application/ld+json">{"@graph": [{}, {"datePublished": "2031-04-06"}]}</script>',
            "2031-04-06",
        ),
        (
            '<script type="application/ld+json">[{"datePublished": "2031-04-06"}, {"datePublished": "2030"}]</script>',
            "None",
        ),
        ('<script type="application/ld+json">{"datePublished": "2031-04-06"</script>', "None"),
        ('<meta itemprop="datePublished" content="2031-04-06">', "2031-04-06"),
        ('<meta name="DC.date.issued" content="2031-04-06">', "2031-04-06"),
        ('<meta name="date" content="2031-04-06"><meta name="date" content="2031-04-07">', "None"),
        (
            '<meta itemprop="datePublished" content="2031-04-06"><i itemprop="datePublished" content="2030-01-01">',
            "None",
        ),
        ('<meta property="article:published_time" content="yesterday">', "None"),
        ("", "None"),
    ],
)
def test_a_date_is_taken_only_where_the_page_names_it_as_its_own(tmp_path: Path, head: str, day: str) -> None:
    page = (
        f"<html><head>{head}</head><body><p>On 3 April 2031 a fire killed nine people in the docks.</p></body></html>"
    )
    assert day == f"{saved(tmp_path, page).published}"[:10]


PUBLISHED_BY = '{"datePublished": "2031-04-06", "url": "https://a.example/1", "publisher": %s}'


@pytest.mark.parametrize(
    ("head", "source"),
    [
        (PUBLISHED_BY % '{"@type": "NewsMediaOrganization", "name": "Alder\n Gazette"}', "Alder Gazette"),
        (PUBLISHED_BY % '[{"name": "Alder Gazette"}]', "Alder Gazette"),
        (
            '{"@graph": [{"@id": "#us", "name": "Alder Gazette"}, %s]}' % (PUBLISHED_BY % '{"@id": "#us"}'),
            "Alder Gazette",
        ),
        (PUBLISHED_BY % '[{"name": "Alder Gazette"}, {"name": "Brook Times"}]', "fire"),
        (PUBLISHED_BY % '"Alder Gazette"', "fire"),
        (PUBLISHED_BY % '{"name": 3}', "fire"),
        ('{"@type": "WebSite", "publisher": {"name": "Alder Gazette"}}', "fire"),
        ('{"@graph":' * 2000, "fire"),
        ("3", "fire"),
    ],
)
def test_the_publisher_is_whom_the_article_names(tmp_path: Path, head: str, source: str) -> None:
    page = ARTICLE.replace("og:site_name", "x").replace(
        "</head>", f'<script type="application/ld+json">{head}</script></head>'
    )
    assert source == saved(tmp_path, page).source


def test_a_publisher_is_named_for_libraries_too(tmp_path: Path) -> None:
    page = ARTICLE.replace('property="og:site_name"', 'name="DC.publisher"')
    assert "Harbour Mail" == saved(tmp_path, page).source


def test_figures_stand_in_the_text_that_was_read(tmp_path: Path) -> None:
    document = saved(tmp_path, ARTICLE)
    facts = extract_facts(document)
    in_text = [fact for fact in facts if fact.section == "body"]
    assert ["Nine people", "31", "4,000 tonnes", "six months"] == [fact.quote for fact in in_text]
    assert all(fact.quote == document.text[fact.start : fact.end] for fact in in_text)
    assert {Position((tmp_path / "fire.html").as_posix())} == {position_of(fact) for fact in facts}


def test_a_page_without_names_has_those_of_its_file(tmp_path: Path) -> None:
    document = saved(tmp_path, "<html><body><p>Nine people were killed in the docks.</p></body></html>")
    assert ("fire", None, "Nine people were killed in the docks.") == (document.source, document.title, document.text)


def test_the_encoding_is_that_of_the_page(tmp_path: Path) -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>Nine people died at the café.</p></body></html>'
    assert "Nine people died at the café." == saved(tmp_path, page, "iso-8859-1").text


def test_a_packed_page_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "fire.htm.gz").write_bytes(gzip.compress(ARTICLE.encode()))
    assert ["Harbour Mail"] == [document.source for document in read(tmp_path)]


@pytest.mark.parametrize("page", [b"", b"<html></html>", b"\x00\x01", b"<script>12 people died</script>"])
def test_a_page_without_an_article_is_told(tmp_path: Path, page: bytes) -> None:
    (tmp_path / "fire.html").write_bytes(page)
    with pytest.raises(InputError, match=r"fire\.html: no text found in it"):
        list(read(tmp_path, on_skip=lambda _: None))


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError, match=r"fire\.html: to read \.html, run: pip install 'crosstally\[html\]'"):
        saved(tmp_path, ARTICLE)


def paged(tmp_path: Path, body: str) -> Document:
    told = (
        "Crews worked through the night, and boats brought the people of the lower town to safety.",
        "The mayor asked everybody to leave the old quarter, and the schools there stay closed for now.",
        "Water came over the wall at the mill and filled the streets around the market, officials said.",
    )
    filler = "".join(f"<p>{sentence}</p>" for sentence in told)
    last = "<p>The river is falling again, and the bridge will open when it has been looked at.</p>"
    return saved(tmp_path, f"<html><body><article><h1>Flood</h1>{filler}{body}{last}</article></body></html>")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>The blast killed 12<sup>3</sup> people in the hall.</p>", "killed 12 people"),
        ("<p>It injured 30.<sup>4</sup> Crews came to the hall.</p>", "injured 30. Crews came"),
        ('<p>It injured 30<sup id="r4"><a href="#n4">[4]</a></sup> in the hall.</p>', "injured 30 in the hall"),
        ("<p>It injured 30<sup>a</sup> and 40<sup>1, 2</sup> in the hall.</p>", "injured 30 and 40 in the hall"),
        ("<p>It burned 40 m<sup>2</sup> of the hall and fields.</p>", "40 m² of"),
        ("<p>The dose was 3 x 10<sup>-8</sup> at the least, they said.</p>", "3 x 10⁻⁸ at"),
        ("<p>It was the 12<sup>th</sup> fire in the old hall.</p>", "the 12th fire"),
    ],
)
def test_raised_numbers_are_footnotes_or_exponents(tmp_path: Path, body: str, expected: str) -> None:
    assert expected in paged(tmp_path, body).text


_TABLE = """<table><tr><th>District</th><th>Killed</th><th>Houses destroyed</th></tr>
<tr><td>Orvane</td><td>12</td><td>1,340</td></tr><tr><td>Belmark</td><td>-</td><td>22</td></tr>
<tr><td>Total</td><td>12</td><td>1,362</td></tr></table>"""


def test_a_table_is_read_row_by_row_with_header_and_label(tmp_path: Path) -> None:
    facts = extract_facts(paged(tmp_path, _TABLE))
    assert [
        ("killed", 12, "Orvane", "part"),
        ("destroyed", 1340, "Orvane", "part"),
        ("destroyed", 22, "Belmark", "part"),
        ("killed", 12, "Total", "total"),
        ("destroyed", 1362, "Total", "total"),
    ] == [(fact.measure, fact.interval.value, fact.subject, fact.scope) for fact in facts]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>Home</td><td>News</td></tr><tr><td>Sport</td><td>Weather</td></tr></table>",
        "<table><tr><td>12</td><td>14</td></tr><tr><td>16</td><td>18</td></tr></table>",
        "<table><tr><td>Line</td><td>Stop</td></tr><tr><td>7</td><td>14</td></tr></table>",
    ],
)
def test_a_table_without_headers_and_labels_has_no_facts(tmp_path: Path, table: str) -> None:
    assert [] == extract_facts(paged(tmp_path, table))
