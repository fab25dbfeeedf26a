from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest
from command_line import COMMAND, HANGS, Run

from crosstally.run import work


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """More reports than fit in a batch, and more than a worker is worth."""
    monkeypatch.setattr(work, "BATCH", 2000)
    monkeypatch.setattr(work, "SMALL", 8000)
    path = tmp_path / "reports.jsonl"
    with path.open("w") as stream:
        for n in range(60):
            text = f"The fire killed {n + 2} people, officials said."
            stream.write(
                json.dumps(
                    {
                        "id": f"r{n}",
                        "event": f"e{n // 3}",
                        "source": f"s{n % 3}",
                        "text": text,
                        "published": "2031-05-01",
                    }
                )
                + "\n"
            )
    return path


@pytest.mark.parametrize("suffix", ["csv", "parquet", "jsonl"])
def test_any_number_of_jobs_writes_the_same_bytes(run: Run, corpus: Path, tmp_path: Path, suffix: str) -> None:
    written = set()
    for jobs in (1, 2, 3):
        out = tmp_path / f"{jobs}.{suffix}"
        expected = f"crosstally: 60 figures of 60 reports in {out}\n"
        assert (0, "", expected) == run("extract", corpus, "--out", out, "--jobs", jobs, "--no-cache")
        written.add(out.read_bytes())
    assert 1 == len(written)


def test_any_number_of_jobs_finds_the_same(run: Run, corpus: Path) -> None:
    one, two = (run("check", corpus, "--format", "json", "--jobs", jobs, "--no-cache") for jobs in (1, 2))
    assert 1 == one[0]
    assert one == two


@pytest.mark.usefixtures("heard")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
@pytest.mark.parametrize("whom", ["the process", "its group, as a terminal does"])
def test_an_interrupt_ends_the_workers_and_leaves_nothing(tmp_path: Path, whom: str) -> None:
    out = tmp_path / "facts.csv"
    process = subprocess.Popen(
        [*COMMAND, "extract", "-", "--out", str(out), "--jobs", "2", "--no-cache"],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stderr is not None
    patience = Timer(HANGS, os.killpg, (process.pid, signal.SIGKILL))
    patience.start()
    row = json.dumps({"text": "The fire killed 12 people. " * 200}).encode() + b"\n"
    process.stdin.write(row * 400)  # more than workers are worth, and more is to come
    process.stdin.write(b'{"text": ""}\n')
    process.stdin.flush()
    assert b"set aside" in process.stderr.readline()
    (os.killpg if "group" in whom else os.kill)(process.pid, signal.SIGINT)
    assert b"" == process.stderr.read().strip()  # and the workers, who have it too, are gone
    assert 130 == process.wait()
    patience.cancel()
    process.stdin.close()
    process.stderr.close()
    assert [] == list(tmp_path.iterdir())
