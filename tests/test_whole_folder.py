from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crosstally.errors import CrosstallyError
from crosstally.output.tables import whole_folder as module
from crosstally.output.tables.whole import whole_file
from crosstally.output.tables.whole_folder import finish, whole_folder

NAMES = ("a.txt", "b.txt", "c.txt")
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps nobody out, and sends no SIGKILL")


def write(folder: Path, text: str) -> None:
    with whole_folder(folder) as generation:
        for name in NAMES:
            (generation / name).write_text(text)


def held(folder: Path) -> set[str]:
    return {(folder / name).read_text() for name in NAMES}


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_files_change_together_and_others_stay(tmp_path: Path) -> None:
    (tmp_path / "readme.md").write_text("mine")
    write(tmp_path, "old")
    write(tmp_path, "new")
    assert ({"new"}, [*NAMES, "readme.md"]) == (held(tmp_path), listed(tmp_path))


def test_a_run_that_fails_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    for folder in (tmp_path / "new", tmp_path / "old"):
        before = folder.name == "old"
        if before:
            write(folder, "old")
        with pytest.raises(KeyboardInterrupt), whole_folder(folder) as generation:  # noqa: PT012
            (generation / "a.txt").write_text("half")
            raise KeyboardInterrupt
        assert (listed(folder) == [*NAMES] and held(folder) == {"old"}) if before else not folder.exists()


@pytest.mark.parametrize("at", range(len(NAMES) + 2))
def test_what_was_decided_on_is_finished_by_who_comes_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """The disk stops working at each step behind the one that decides."""
    write(tmp_path, "old")
    steps = iter(range(100))
    move = Path.replace

    def stops(self: Path, target: Path) -> Path:
        if next(steps) >= at:
            raise OSError("the disk is gone")
        return move(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stops)
        with (
            pytest.raises(CrosstallyError, match="the disk is gone")
            if at <= len(NAMES)
            else pytest.MonkeyPatch.context()
        ):
            write(tmp_path, "new")
    finish(tmp_path)
    assert ({"old"} if at == 0 else {"new"}) == held(tmp_path)
    assert [*NAMES] == listed(tmp_path)


@posix
def test_of_two_runs_into_one_folder_one_wins_whole_and_the_other_says_so(tmp_path: Path) -> None:
    with whole_folder(tmp_path) as generation:
        for name in NAMES:
            (generation / name).write_text("first")
        with pytest.raises(CrosstallyError, match="another run is writing there"):
            write(tmp_path, "second")
        assert generation.is_dir()
    assert ({"first"}, [*NAMES]) == (held(tmp_path), listed(tmp_path))


WRITER = """
import sys
from pathlib import Path
from crosstally.output.tables.whole_folder import whole_folder
number = int(sys.argv[2])
while True:
    number += 1
    with whole_folder(Path(sys.argv[1])) as generation:
        for name in ("a.txt", "b.txt", "c.txt"):
            (generation / name).write_text(str(number))
    print(number, flush=True)
"""


@posix
def test_killed_at_any_moment_it_is_the_old_or_the_new(tmp_path: Path) -> None:
    last = 0
    for round_ in range(8):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), str(last)], stdout=subprocess.PIPE, encoding="utf-8"
        )
        with writer:
            assert writer.stdout is not None
            written = int(writer.stdout.readline())
            time.sleep(0.001 * round_)
            os.kill(writer.pid, signal.SIGKILL)
            written = int((writer.stdout.read().split() or [str(written)])[-1])
        finish(tmp_path)
        (found,) = held(tmp_path)
        assert written <= int(found) <= written + 1
        assert [*NAMES] == listed(tmp_path)
        last = int(found)


@posix
def test_what_a_killed_run_left_beside_a_file_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".a.csv.0123.unfinished").write_text("half")
    with whole_file(tmp_path / "a.csv") as first:
        first.write_text("one")
        with whole_file(tmp_path / "a.csv") as second:
            second.write_text("two")
        assert first.is_file()
    assert ("one", ["a.csv"]) == ((tmp_path / "a.csv").read_text(), listed(tmp_path))


def test_a_commit_cannot_point_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.txt").write_text("not ours")
    (tmp_path / "out" / module._COMMIT).write_text("../elsewhere")  # noqa: SLF001
    finish(tmp_path / "out")
    assert ([], ["a.txt"]) == (listed(tmp_path / "out"), listed(tmp_path / "elsewhere"))
