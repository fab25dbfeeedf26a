from __future__ import annotations

import os
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.run import batches, cache, work
from crosstally.run.batches import extract_all
from crosstally.run.cache import Cache, clear, content, key_of
from crosstally.run.packed_facts import pack

FACTS = zlib.compress(b"facts")
REPORT = Document("a.txt", "The fire on Tuesday killed 12 people, officials said.", "Post", "Twelve dead in fire")


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Cache]:
    with closing(Cache(tmp_path)) as opened:
        yield opened


def read(place: Path, *documents: Document, jobs: int = 1) -> list[int]:
    """Read documents with a cache, and count the figures of each."""
    with closing(Cache(place)) as kept:
        return [len(facts) for _, facts in extract_all(documents, jobs=jobs, cache=kept)]


def test_what_was_kept_is_found_by_its_text(kept: Cache) -> None:
    kept.put([(REPORT, FACTS)])
    elsewhere = replace(REPORT, doc_id="b.txt", source="Gazette", event="fire", url="https://example.org")
    assert {"b.txt": FACTS, "a.txt": FACTS} == kept.get([elsewhere, REPORT])


def test_where_a_report_comes_from_does_not_change_its_figures() -> None:
    elsewhere = replace(REPORT, doc_id="b.txt", source="Gazette", event="fire", url="https://example.org")
    assert pack(extract_facts(REPORT)) == pack(extract_facts(elsewhere))


@pytest.mark.parametrize(
    "changes",
    [
        {"text": REPORT.text + " "},
        {"title": None},
        {"title": "None"},
        {"published": datetime(2031, 4, 5, tzinfo=UTC)},
        {"title": "", "text": f"{REPORT.title}{REPORT.text}"},
    ],
)
def test_another_text_is_not_found(kept: Cache, changes: dict[str, object]) -> None:
    kept.put([(REPORT, FACTS)])
    assert {} == kept.get([replace(REPORT, **changes)])  # type: ignore[arg-type]


def test_a_second_run_reads_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read(tmp_path, REPORT)
    monkeypatch.setattr(batches, "read_facts", lambda _document: pytest.fail("was read again"))
    assert expected == read(tmp_path, REPORT)


def test_facts_from_the_cache_are_those_of_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "BATCH", 500)
    monkeypatch.setattr(work, "SMALL", 2000)
    documents = [replace(REPORT, doc_id=f"{n}", text=REPORT.text.replace("12", f"{n + 2}")) for n in range(40)]
    expected = [(document, extract_facts(document)) for document in documents]
    for known in (documents[::3], documents, documents):
        with closing(Cache(tmp_path)) as kept:
            list(extract_all(known, jobs=2, cache=kept))
            assert expected == list(extract_all(documents, jobs=2, cache=kept))


def test_another_version_keeps_its_own_facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(tmp_path, REPORT)
    monkeypatch.setattr(cache, "fingerprint", lambda: "another")
    with closing(Cache(tmp_path)) as kept:
        assert {} == kept.get([REPORT])
    assert 2 == len(list(tmp_path.glob("*.sqlite3")))


def test_the_version_is_in_code_and_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hashes = []
    for word in ("dozens", "dozens", "scores"):
        (tmp_path / "lexicon").mkdir(exist_ok=True)
        (tmp_path / "lexicon" / "hedges.toml").write_text(word)
        monkeypatch.setattr(cache, "files", lambda _package: tmp_path)
        cache.fingerprint.cache_clear()
        hashes.append(cache.fingerprint())
    cache.fingerprint.cache_clear()
    assert hashes[0] == hashes[1] != hashes[2]


def test_what_no_version_has_used_for_a_month_is_removed(tmp_path: Path) -> None:
    for name, days in (("facts-old.sqlite3", 31), ("facts-recent.sqlite3", 29), ("notes.txt", 99)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (0, time.time() - days * 24 * 3600))
    read(tmp_path, REPORT)
    assert {"facts-recent.sqlite3", "notes.txt"} == {path.name for path in tmp_path.iterdir()} - {
        f"facts-{cache.fingerprint()}.sqlite3"
    }


def test_a_broken_file_stops_no_run_and_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / f"facts-{cache.fingerprint()}.sqlite3"
    path.write_text("this is no database, however long one looks at it " * 99)
    assert read(tmp_path, REPORT) == [len(extract_facts(REPORT))]
    assert 0 == content(tmp_path).documents
    read(tmp_path, REPORT)
    assert 1 == content(tmp_path).documents


def test_a_broken_entry_is_read_anew(tmp_path: Path) -> None:
    expected = read(tmp_path, REPORT)
    with closing(sqlite3.connect(tmp_path / f"facts-{cache.fingerprint()}.sqlite3")) as database, database:
        database.execute("UPDATE facts SET packed = substr(packed, 1, 20)")
    assert expected == read(tmp_path, REPORT) == read(tmp_path, REPORT)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that refuses")
def test_a_folder_that_refuses_stops_no_run(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert read(tmp_path / "inner", REPORT) == [len(extract_facts(REPORT))]
    tmp_path.chmod(0o700)


def test_a_file_where_the_folder_should_be_stops_no_run(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert read(tmp_path / "file", REPORT) == [len(extract_facts(REPORT))]


def test_runs_at_the_same_time_share_the_cache(tmp_path: Path) -> None:
    documents = [replace(REPORT, doc_id=f"{n}", text=REPORT.text.replace("12", f"{n + 2}")) for n in range(60)]
    context = get_context("spawn")
    runs = [context.Process(target=read, args=(tmp_path, *documents[k * 10 :])) for k in range(3)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert [0, 0, 0] == [run.exitcode for run in runs]
    assert len(documents) == content(tmp_path).documents


def test_clearing_removes_every_version(tmp_path: Path) -> None:
    read(tmp_path, REPORT)
    (tmp_path / "facts-old.sqlite3-wal").touch()
    assert content(tmp_path).size > 0
    clear(tmp_path)
    assert (0, 0) == (content(tmp_path).documents, content(tmp_path).size)


def test_without_a_home_there_is_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(Cache(Path("~/.cache/crosstally"))) as cache:
        cache.put([(REPORT, pack([]))])
        assert {} == cache.get([REPORT])
    assert [] == list(tmp_path.iterdir())


def test_a_cell_under_another_key_is_a_miss(tmp_path: Path) -> None:
    with closing(Cache(tmp_path)) as cache:
        cache.put([(REPORT, pack(extract_facts(REPORT)))])
        other = replace(REPORT, text="Nobody died.")
        cache.put([(other, pack([]))])
    (path,) = tmp_path.glob("*.sqlite3")
    with closing(sqlite3.connect(path)) as database, database:
        (cell,) = database.execute("SELECT packed FROM facts WHERE key = ?", [key_of(REPORT)]).fetchone()
        database.execute("UPDATE facts SET packed = ? WHERE key = ?", [cell, key_of(other)])
        database.execute("UPDATE facts SET packed = 'no bytes' WHERE key = ?", [key_of(REPORT)])
    with closing(Cache(tmp_path)) as cache:
        assert {} == cache.get([REPORT, other])


def test_facts_kept_under_one_name_are_those_of_a_cold_run_under_another(tmp_path: Path) -> None:
    text = "The fire killed 12 people, including three children, officials said."
    one, other = Document("a.txt", text, "Post"), Document("fire/a.txt", text, "Post")
    with closing(Cache(tmp_path)) as kept:
        for document in (one, other):
            ((_, facts),) = extract_all([document], cache=kept)
            assert extract_facts(document) == facts
            assert {fact.part_of for fact in facts} - {None} <= {fact.fact_id for fact in facts}
    assert [None, facts[0].fact_id] == [fact.part_of for fact in facts]
