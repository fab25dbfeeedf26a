from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing
from multiprocessing import active_children
from pathlib import Path

import pytest

from crosstally.errors import ConfigError, CrosstallyError
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.run import work
from crosstally.run.batches import cores, extract_all
from crosstally.run.engines import local


def documents(count: int = 60) -> Iterator[Document]:
    for n in range(count):
        yield Document(
            f"report-{n}", f"The storm killed {n + 2} people and injured more than {n + 9}, officials said.", "Post"
        )


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of a few documents, and workers for a dozen."""
    monkeypatch.setattr(work, "BATCH", 1000)
    monkeypatch.setattr(work, "SMALL", 4000)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_any_number_of_jobs_gives_the_same(jobs: int) -> None:
    expected = [(document, extract_facts(document)) for document in documents()]
    assert expected == list(extract_all(documents(), jobs=jobs))
    assert [] == active_children()


def test_a_small_input_starts_no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "workers", lambda _jobs, **_: pytest.fail("workers were started"))
    assert 60 == len(list(extract_all(documents(), jobs=4)))


@pytest.mark.usefixtures("small")
def test_a_few_batches_are_in_memory_at_a_time() -> None:
    taken = 0

    def counted() -> Iterator[Document]:
        nonlocal taken
        for document in documents(600):
            taken += 1
            yield document

    with closing(extract_all(counted(), jobs=2)) as extracted:
        next(extracted)
        assert taken < 100
    assert [] == active_children()


@pytest.mark.usefixtures("small")
def test_an_error_of_a_reader_ends_the_workers() -> None:
    def failing() -> Iterator[Document]:
        yield from documents(50)
        raise CrosstallyError("line 51 is no JSON")

    with pytest.raises(CrosstallyError, match="line 51"):
        list(extract_all(failing(), jobs=2))
    assert [] == active_children()


@pytest.mark.usefixtures("small")
def test_a_worker_that_is_killed_is_told_of() -> None:
    with closing(extract_all(documents(600), jobs=2)) as extracted:
        next(extracted)
        for process in active_children():
            os.kill(process.pid or 0, signal.SIGTERM)
        with pytest.raises(CrosstallyError, match="a worker process was ended"):
            list(extracted)


def test_no_jobs_are_refused() -> None:
    with pytest.raises(ConfigError, match="jobs is 0"):
        extract_all([], jobs=0)


def test_there_is_a_core_to_run_on() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)


def test_workers_do_not_import_pandas(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent("""
        import sys
        from concurrent.futures import ProcessPoolExecutor
        from crosstally.run import batches
        from crosstally.run.engines import local

        def heavy():
            return sorted({"pandas", "pandera", "pyarrow", "numpy", "quantulum3"} & set(sys.modules))

        if __name__ == "__main__":
            from crosstally.facts.document import Document
            with local.workers(1) as pool:
                pool.submit(batches._read, [Document("a", "The storm killed 12 people.", "a")]).result()
                print(pool.submit(heavy).result())
    """)
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert "[]\n" == done.stdout
