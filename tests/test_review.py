"""The server of a review, asked as a hostile page or program would ask it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

import pytest

from crosstally import api
from crosstally.output.html import render
from crosstally.review.desk import Review
from crosstally.review.server import ReviewServer
from crosstally.rules.decisions.file import read_decisions
from crosstally.rules.report import Report

KYIV = Path(__file__).parent.parent / "examples/kyiv-strikes"


def reviewing(folder: Path) -> Review:
    file = folder / "decisions.toml"

    def run() -> Report:
        return api.examine(folder, decisions=read_decisions(file) if file.exists() else ())

    return Review(run, file, "Ana", date(2025, 5, 1))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReviewServer]:
    review = reviewing(Path(shutil.copytree(KYIV, tmp_path / "kyiv")))
    with ReviewServer(review, lambda: render(review.report)) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()


Answer = tuple[int, str]


def ask(server: ReviewServer, path: str, form: dict[str, str] | None = None, **headers: str) -> Answer:
    """What the server says; a form is sent as our own page sends it, but for the headers given."""
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    sent = {"Origin": server.origin, "Content-Type": "application/x-www-form-urlencoded"} if form is not None else {}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("GET" if form is None else "POST", path, urlencode(form) if form else None, sent)
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, text


def answer(server: ReviewServer, **fields: str) -> dict[str, str]:
    finding = server.review.disputes[0].finding.finding_id
    form = {"token": server.token, "finding": finding, "what": "take", "best": "90", "reason": "later"}
    return form | fields


def test_a_decision_is_written_and_applied(server: ReviewServer) -> None:
    status, page = ask(server, f"/{server.token}/")
    assert (200, True) == (status, "injured: over 100 (Meridian Dispatch)" in page)
    assert 303 == ask(server, f"/{server.token}/", answer(server))[0]
    (kept,) = read_decisions(server.review.file)
    assert "kyiv, injured: 90 (Ana, 2025-05-01: later)" == f"{kept} ({kept.signed})"
    status, page = ask(server, f"/{server.token}/")
    assert "Kept: kyiv, injured: 90" in page
    assert "Nothing is open" in page
    assert "Decided" in ask(server, f"/{server.token}/report")[1]


@pytest.mark.parametrize(("what", "kind"), [("apart", "apart: "), ("same", "same: "), ("drop", "is no figure")])
def test_every_answer_is_kept(server: ReviewServer, what: str, kind: str) -> None:
    form = answer(server, what=what, fact=server.review.disputes[0].facts[0].fact_id)
    assert 303 == ask(server, f"/{server.token}/", form)[0]
    assert kind in str(read_decisions(server.review.file)[0])


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"reason": " "}, "no reason"),
        ({"best": "many"}, "is no number"),
        ({"best": "inf"}, "is no number"),
        ({"finding": "0" * 16}, "open no more"),
        ({"what": "burn"}, "take, apart, same or drop"),
        ({"what": "drop", "fact": "../../etc/passwd"}, "no such figure"),
        ({"best": "<script>alert(1)</script>"}, "&lt;script&gt;"),
    ],
)
def test_what_cannot_be_kept_is_told(server: ReviewServer, fields: dict[str, str], message: str) -> None:
    status, page = ask(server, f"/{server.token}/", answer(server, **fields))
    assert (422, True) == (status, message in page)
    assert "<script>alert" not in page
    assert not server.review.file.exists()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://localhost:80"},
        {"Host": "evil.example"},
        {"Content_Type": "text/plain"},
        {"Content_Type": "application/json"},
    ],
)
def test_no_other_page_can_decide(server: ReviewServer, headers: dict[str, str]) -> None:
    assert ask(server, f"/{server.token}/", answer(server), **headers)[0] in {403, 415, 421}
    assert not server.review.file.exists()


def test_a_form_without_the_token_or_with_another_is_refused(server: ReviewServer) -> None:
    for token in ("", "x", server.token[:-1]):
        assert 403 == ask(server, f"/{server.token}/", answer(server, token=token))[0]
    assert not server.review.file.exists()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/report",
        "/x/",
        "/../../etc/passwd",
        "//etc/passwd",
        "/{}",
        "/{}xx/",  # longer than any token, lest chance make it the right one
        "/%2e%2e/",
        "http://evil.example/{}/x",
    ],
)
def test_without_the_token_nothing_is_shown(server: ReviewServer, path: str) -> None:
    status, page = ask(server, path.format(server.token[:-1]))
    assert status in {403, 421}
    assert "Alder" not in page


@pytest.mark.parametrize(
    "place", ["../../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "decisions.toml", "report/x", "..."]
)
def test_nothing_behind_the_token_is_a_file(server: ReviewServer, place: str) -> None:
    assert 404 == ask(server, f"/{server.token}/{place}")[0]


def test_a_form_of_many_bytes_is_not_read(server: ReviewServer) -> None:
    assert 413 == ask(server, f"/{server.token}/", answer(server, reason="x" * 20_000))[0]


def test_this_machine_alone_can_reach_it(server: ReviewServer) -> None:
    assert "127.0.0.1" == server.server_address[0]


def test_pages_are_neither_framed_nor_kept(server: ReviewServer) -> None:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request("GET", f"/{server.token}/")
    headers = connection.getresponse().headers
    assert ("DENY", "no-store", "same-origin") == (
        headers["X-Frame-Options"], headers["Cache-Control"], headers["Referrer-Policy"],
    )  # fmt: skip
