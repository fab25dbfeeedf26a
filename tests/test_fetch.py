"""Pages are fetched from a server on this machine."""

from __future__ import annotations

import gzip
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

import pytest
from command_line import Run
from test_pdf import pdf
from test_readers import feed
from test_web_page import ARTICLE

import crosstally
from crosstally.facts.document import Document
from crosstally.facts.source.limits import LIMITS, Limits
from crosstally.facts.source.reading import read
from crosstally.fetching import fetch as fetching
from crosstally.fetching import request
from crosstally.fetching.address import file_name

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # of who writes the archive


BARE = ARTICLE.replace('<link rel="canonical" href="https://example.org/harbour/fire">', "").replace(
    '<meta property="og:site_name" content="Harbour Mail">', ""
)


HTML = ("content-type", "text/html; charset=utf-8")


SITE: dict[str, tuple[int, list[tuple[str, str]], bytes]] = {
    "/robots.txt": (200, [("content-type", "text/plain")], b"User-agent: *\nDisallow: /*/private\nAllow: /\n"),
    "/fire": (200, [HTML], ARTICLE.encode()),
    "/bare": (200, [HTML], BARE.encode()),
    "/latin": (
        200,
        [("content-type", "text/html; charset=latin-1")],
        BARE.replace("HARBOUR", "SAN JOSÉ").encode("latin-1"),
    ),
    "/packed": (200, [HTML, ("content-encoding", "gzip")], gzip.compress(ARTICLE.encode())),
    "/report.pdf": (200, [("content-type", "application/pdf")], pdf(["The fire killed 9 people, officials said."])),
    "/note": (200, [("content-type", "text/plain")], b"The fire killed 9 people."),
    "/feed": (200, [("content-type", "application/rss+xml")], feed()),
    "/photo": (200, [("content-type", "image/png")], b"\x89PNG"),
    "/moved": (302, [("location", "/fire")], b""),
    "/circle": (302, [("location", "/circle")], b""),
    "/elsewhere": (302, [("location", "file:///etc/passwd")], b""),
    "/to/private": (200, [HTML], ARTICLE.encode()),
    "/round": (301, [("location", "/to/private")], b""),
    "/large": (200, [HTML], b"<p>12 people died.</p>" * 10_000),
    "/cut": (200, [HTML, ("content-length", "5000")], b"<p>12 people"),
}


class Handler(BaseHTTPRequestHandler):
    """Answers as `SITE` says; "/drip" sends a byte now and then."""

    asked: list[tuple[str, str]]

    def do_GET(self) -> None:
        type(self).asked.append((self.path, self.headers["user-agent"]))
        if self.path == "/drip":
            self.send_response(200)
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
            return
        status, headers, body = SITE.get(self.path, (404, [HTML], b"none"))
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if "content-length" not in dict(headers):
            self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A server to whom a client that had enough is no news: that is what is tested."""

    def handle_error(self, *_: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(Handler, "asked", [], raising=False)
    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def fetched(
    folder: Path, *urls: str, limits: Limits = LIMITS, seconds: float = 60, pause: float = 0
) -> tuple[list[Path], list[str]]:
    said: list[str] = []
    paths = fetching.fetch(
        urls, folder, limits=limits, seconds=seconds, pause=pause, on_done=lambda _url, _path: None, on_skip=said.append
    )
    return paths, said


def read_of(folder: Path, url: str) -> Document:
    paths, said = fetched(folder, url)
    assert [] == said
    (document,) = read(*paths)
    return document


def test_a_page_is_kept_with_who_published_it_when_and_where(site: str, tmp_path: Path) -> None:
    page = read_of(tmp_path, f"{site}/fire")
    url = "https://example.org/harbour/fire"
    assert ("Harbour Mail", url, "2031-04-05 05:30:00+00:00") == (page.source, page.url, f"{page.published}")
    assert page.text.startswith("HARBOUR - Nine people were killed and 31 injured")


@pytest.mark.parametrize("path", ["/bare", "/report.pdf", "/note"])
def test_what_a_page_does_not_say_its_address_does(site: str, tmp_path: Path, path: str) -> None:
    page = read_of(tmp_path, f"{site}{path}#top")
    assert ("127.0.0.1", f"{site}{path}") == (page.source, page.url)


def test_the_charset_is_the_one_the_server_names(site: str, tmp_path: Path) -> None:
    assert read_of(tmp_path, f"{site}/latin").text.startswith("SAN JOSÉ - Nine people")


def test_a_page_that_was_sent_packed_is_read(site: str, tmp_path: Path) -> None:
    assert read_of(tmp_path, f"{site}/packed").text.startswith("HARBOUR - Nine people")


def test_a_feed_is_a_report_an_entry(site: str, tmp_path: Path) -> None:
    feed_page = read_of(tmp_path, f"{site}/feed")
    assert ("Harbour Wire", "https://harbour.example/1") == (feed_page.source, feed_page.url)
    assert feed_page.doc_id.endswith(".warc.gz:1:1")


def test_a_redirect_is_followed_and_the_page_is_known_by_where_it_is(site: str, tmp_path: Path) -> None:
    SITE["/moved"] = (302, [("location", "/bare")], b"")
    assert f"{site}/bare" == read_of(tmp_path, f"{site}/moved").url


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/to/private", "robots.txt does not want it fetched"),
        ("/round", "/to/private: the site's robots.txt does not want it fetched"),
        ("/circle", "leads on and on"),
        ("/elsewhere", "file:///etc/passwd: no address of a page"),
        ("/photo", "is of type image/png"),
        ("/none", "answered with 404 Not Found"),
        ("/large", "its size is more than 100,000"),
        ("/cut", "cut short: 12 of 5,000 bytes"),
        ("/drip", "no answer in 1 seconds"),
    ],
)
def test_what_is_not_fetched_is_named_with_the_reason_and_leaves_nothing(
    site: str, tmp_path: Path, path: str, why: str
) -> None:
    seconds = 1 if path == "/drip" else 60  # a busy machine is no failure
    paths, said = fetched(tmp_path, f"{site}{path}", limits=Limits(size=100_000), seconds=seconds)
    assert [] == paths
    assert [True] == [why in line and line.endswith("; not fetched") for line in said]
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://example.org/a", "no address of a page"),
        ("file:///etc/passwd", "no address of a page"),
        ("example.org", "no address of a page"),
        ("http://", "no address of a page"),
        ("http://[::1", "no address"),
        ("http://a.example:99999/", "no address"),
        ("http://ana:secret@a.example/", "a name or a password"),
        ("http://127.0.0.1:1/", "no answer"),
    ],
)
def test_what_is_no_address_is_told(tmp_path: Path, url: str, why: str) -> None:
    paths, said = fetched(tmp_path, url)
    assert ([], 1) == (paths, len(said))
    assert why in said[0]
    assert "secret" not in said[0]


def test_a_site_that_cannot_say_what_it_allows_is_left_alone(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SITE, "/robots.txt", (503, [], b""))
    assert ["/robots.txt: answered with 503"] == [
        line[len(site) : len(site) + 30] for line in fetched(tmp_path, f"{site}/fire")[1]
    ]
    monkeypatch.delitem(SITE, "/robots.txt")
    assert [] == fetched(tmp_path, f"{site}/fire")[1]
    assert {"/robots.txt", "/fire"} == {path for path, _ in Handler.asked}
    assert {f"crosstally/{crosstally.__version__}"} == {agent for _, agent in Handler.asked}


def test_a_site_is_asked_no_faster_than_it_wants(site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr("crosstally.fetching.fetch.time", SimpleNamespace(monotonic=lambda: 100.0, sleep=waited.append))
    monkeypatch.setitem(SITE, "/robots.txt", (200, [], b"User-agent: *\nCrawl-delay: 7\n"))
    fetched(tmp_path, f"{site}/fire", f"{site}/bare", pause=1)
    assert [0.0, 7.0] == waited


def test_a_public_address_leads_into_no_private_network(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request, "is_inside_or_unknown", lambda url: not url.endswith("/moved"))
    _, said = fetched(tmp_path, f"{site}/moved")
    assert "leads into a private network" in said[0]


def test_what_was_fetched_is_not_fetched_again(site: str, tmp_path: Path) -> None:
    first, _ = fetched(tmp_path, f"{site}/fire")
    again, said = fetched(tmp_path, f"{site}/fire", f"{site}/fire#top")
    assert [*first, *first] == again
    assert all("fetched before" in line for line in said)
    assert 1 == [path for path, _ in Handler.asked].count("/fire")


def test_names_of_files_are_plain_and_never_shared() -> None:
    urls = [f"https://a.example/{path}" for path in ("../../etc/passwd", "a%2Fb", "a/b", "a?b", "a?c", "x" * 500)]
    names = [file_name(url) for url in urls]
    assert len({*names}) == len(urls)
    assert not [name for name in names if "/" in name or name.startswith(".") or len(name) > 100]


def test_the_command_says_what_it_kept_and_what_it_did_not(site: str, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "reports"
    code, out, err = run("fetch", f"{site}/fire", f"{site}/photo", "--into", folder)
    assert (2, "") == (code, out)
    assert f"{site}/photo: is of type image/png" in err
    assert err.endswith(f"1 page in {folder}, 1 not fetched\n")
    assert "Harbour Mail" in run("check", folder, "--all")[1]


@pytest.mark.parametrize("module", ["protego", "warcio.warcwriter"])
def test_a_missing_package_is_named(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, run: Run
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    code, _, err = run("fetch", f"{site}/fire", "--into", tmp_path / "reports")
    assert 2 == code
    assert "pip install 'crosstally[fetch]'" in err
