"""Nothing but `fetch` opens a connection."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from test_pdf import pdf
from test_readers import chat, feed, mail, web_archive, word, workbook, zipped
from test_web_page import ARTICLE

import crosstally

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # of who writes the archive

# What reaches out, asked of the interpreter itself: every file of every kind, read and checked in one process. Workers
# are spoken to through sockets that have a path. urllib3, which comes with the reader of pages, tries out once whether
# this machine has IPv6, on a port of its own to which nothing is sent.
_WATCHED = """
import sys
def watch(event, arguments):
    place = arguments[1] if event in ("socket.connect", "socket.sendto", "socket.bind") else None
    if place is not None and not isinstance(place, (str, bytes)) and (event, place) != ("socket.bind", ("::1", 0)):
        raise SystemExit(f"{event} {place}")
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request", "http.client.connect"):
        raise SystemExit(event)
sys.addaudithook(watch)
from crosstally.cli import main
main(sys.argv[1:])
"""


def test_no_other_command_opens_a_connection(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    page = ARTICLE.replace(
        "<article>", '<article><img src="http://127.0.0.1:1/x.png"><iframe src="http://127.0.0.1:1/">'
    )
    entity = '<!DOCTYPE html SYSTEM "http://127.0.0.1:1/x.dtd">'
    files = {
        "a.pdf": pdf(["The fire killed 12 people."]),
        "b.html": (entity + page).encode(),
        "c.docx": word(),
        "d.xlsx": workbook(),
        "e.eml": mail(),
        "f.json": chat(),
        "g.txt": "In San José, the fire killed 12 people.".encode("latin-1"),
        "h.rss": feed(),
        "i.warc": web_archive(packed=False),
        "j.zip": zipped(a_txt=b"The fire killed 13 people."),
    }
    for name, data in files.items():
        (reports / name).write_bytes(data)
    facts, out = tmp_path / "facts.csv", tmp_path / "out"
    for arguments, codes in (
        (
            ["check", reports, "--out", out, "--keep-text", "--no-cache", "--format", "html=" + str(tmp_path / "a")],
            {0, 1},
        ),
        (["extract", reports, "--out", facts, "--no-cache", "--jobs", "2"], {0}),
        (["validate", facts], {0}),
        (["verify", out], {0}),
        (["rules"], {0}),
    ):
        done = subprocess.run(
            [sys.executable, "-c", _WATCHED, *map(str, arguments)], capture_output=True, text=True, check=False
        )
        assert done.returncode in codes, done.stderr
        assert "socket." not in done.stderr, done.stderr


@pytest.mark.parametrize(
    ("code", "event"),
    [
        ("import socket; socket.create_connection(('127.0.0.1', 1))", "socket.getaddrinfo"),
        ("import socket; socket.socket().connect(('127.0.0.1', 1))", "socket.connect ('127.0.0.1', 1)"),
        ("import socket; socket.socket().bind(('127.0.0.1', 0))", "socket.bind ('127.0.0.1', 0)"),
        ("import urllib.request; urllib.request.urlopen('http://127.0.0.1:1/')", "urllib.Request"),
    ],
)
def test_the_watch_sees_a_connection(code: str, event: str) -> None:
    watched = _WATCHED.replace("from crosstally.cli import main\nmain(sys.argv[1:])", code)
    done = subprocess.run([sys.executable, "-c", watched], capture_output=True, text=True, check=False)
    assert f"{event}\n" == done.stderr


def test_only_one_room_knows_of_the_network() -> None:
    package = Path(crosstally.__file__).parent
    network = {
        "socket",
        "ssl",
        "http.client",
        "urllib.request",
        "urllib3",
        "requests",
        "httpx",
        "ftplib",
        "smtplib",
        "asyncio",
    }
    knowing = set()
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if network & {*names}:
                knowing.add(path.relative_to(package).parts[0])
    assert {"fetching"} == knowing
