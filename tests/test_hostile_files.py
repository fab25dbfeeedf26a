"""Files and surroundings made to hang, fill or trip a run: one clear line and exit code 2, or set aside and said so."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import COMMAND, HANGS, started

from crosstally.facts.source.reading import read

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, devices and links of POSIX")


@pytest.fixture
def desk(reports: Path) -> Path:
    """A folder of two good reports, beside what is none."""
    os.mkfifo(reports / "pipe.txt")
    (reports / "zero.txt").symlink_to("/dev/zero")
    (reports / "nowhere.txt").symlink_to("missing")
    (reports / "above").symlink_to("..")
    (reports / "deep.jsonl").write_text("[" * 100_000)
    (reports / "old.csv").write_bytes(
        b"source,text\rWire,The fire killed 12 people.\rPost,The fire killed 12 people.\r"
    )
    (reports / os.fsdecode(b"caf\xe9 \x1b[2J.txt")).write_text("The fire killed 12 people.")
    return reports


def test_what_is_no_report_is_named_and_the_rest_is_read(desk: Path) -> None:
    done = started("check", desk, "--format", "json", timeout=HANGS)
    assert 1 == done.returncode
    assert '"source": "Wire"' in done.stdout
    for said in (
        "above: a link to a folder, left out",
        "3 that are no regular files left out: nowhere.txt, pipe.txt, zero.txt",
        "deep.jsonl:1: not JSON: ",
    ):
        assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize("name", ["pipe.txt", "zero.txt", "nowhere.txt", "deep.jsonl"])
def test_named_alone_it_is_an_error_in_one_line(desk: Path, name: str) -> None:
    done = started("check", desk / name, "--quiet", timeout=HANGS)
    assert (2, "") == (done.returncode, done.stdout)
    assert done.stderr.splitlines()[-1].startswith("crosstally: error: ")
    assert "Traceback" not in done.stderr


def test_a_standard_input_that_is_closed_is_told(tmp_path: Path) -> None:
    command = " ".join([*COMMAND, "check", "-"])
    done = subprocess.run(
        ["/bin/sh", "-c", f"{command} <&-"], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert 2 == done.returncode
    assert "standard input is closed" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("stream", ["1", "2"])
def test_a_stream_that_is_closed_changes_no_verdict(reports: Path, stream: str) -> None:
    command = " ".join([*COMMAND, "check", str(reports)])
    done = subprocess.run(["/bin/sh", "-c", f"{command} {stream}>&-"], capture_output=True, text=True, check=False)
    assert 1 == done.returncode
    assert "Traceback" not in done.stderr


def test_a_user_without_a_home_needs_none(reports: Path, tmp_path: Path) -> None:
    kept = {
        name: value for name, value in os.environ.items() if name not in {"HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"}
    }
    done = started("check", reports, env={**kept, "HOME": ""}, cwd=tmp_path)
    assert 1 == done.returncode
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "text", ["policy = []", "policy = {}", "[severity]\nXT101 = []", "limits = 3", "[limits]\nsize = 0"]
)
def test_settings_of_a_wrong_type_are_told(reports: Path, text: str) -> None:
    (reports / "crosstally.toml").write_text(text)
    done = started("check", ".", cwd=reports)
    assert (2, 1) == (done.returncode, done.stderr.count("\n"))
    assert "crosstally.toml" in done.stderr


def test_a_page_of_a_hundred_thousand_paragraphs_is_read_or_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body><p>The fire killed 12 people." + "<p>It burned." * 100_000)
    (tmp_path / "deep.html").write_text("<div>" * 100_000 + "12 people died.")
    done = started("extract", tmp_path, "--out", tmp_path / "facts.csv", timeout=HANGS)
    assert "Traceback" not in done.stderr
    assert "deep.html: no text found in it; set aside" in done.stderr
    assert "12 people" in (tmp_path / "facts.csv").read_text()


def test_a_page_takes_time_as_it_is_long(tmp_path: Path) -> None:
    def seconds(paragraphs: int) -> float:
        page = tmp_path / f"{paragraphs}.html"
        page.write_text("<html><body><p>The fire killed 12 people." + "<p>It burned." * paragraphs)
        start = time.process_time()
        assert 1 == len([*read(page)])
        return time.process_time() - start

    seconds(10)  # what is loaded once is loaded
    assert min(seconds(20_000), seconds(20_000)) < 2.5 * 4 * min(seconds(5000), seconds(5000))  # squared it would be 16
