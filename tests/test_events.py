from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from four_events import ALL, CAFE, DEPOT, QUAKE, STRIKE, ids, report, together
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosstally import api
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.terms import days_of, terms_of
from crosstally.rules.events import events as events_module
from crosstally.rules.events.blocks import Key, blocks, key_of
from crosstally.rules.events.event_pairs import meetings
from crosstally.rules.events.event_profiles import read_reports, weigh
from crosstally.rules.events.events import find_events, with_events
from crosstally.rules.events.linkage import groups
from crosstally.rules.events.roundups import without_roundups
from crosstally.rules.joined import joined


def test_reports_are_grouped_by_what_happened_and_events_of_one_town_stay_apart() -> None:
    assert ids(CAFE, DEPOT, QUAKE, STRIKE) == together(find_events(ALL))


def test_the_reports_of_one_event_are_one_event() -> None:
    assert ids(CAFE) == together(find_events(CAFE))


def test_words_decide_where_dates_and_headlines_are_missing() -> None:
    bare = [replace(document, published=None, title=None) for document in ALL]
    assert ids(CAFE, DEPOT, QUAKE, STRIKE) == together(find_events(bare))


def test_events_are_named_by_day_and_place() -> None:
    events = find_events(ALL)
    assert "2031-05-03-quillport" == events["cafe-1"]
    assert events["quake-1"].startswith("2031-05-10-")
    assert "brennick" == events["strike-1"]


def test_events_of_one_day_and_place_are_numbered() -> None:
    barge = (
        "A barge with 40 tons of gravel sank in Paris on Saturday, beside the Javel lock. The lock keeper Odile Marrat"
        " raised the alarm and divers looked for the skipper until dusk."
    )
    march = (
        "Some 2,000 nurses marched to the ministry in Paris on Saturday for higher wages, said Luc Tessaud of their"
        " union, who wants to meet the minister before the budget is put to the vote."
    )
    events = find_events([report("a", "2031-05-04", "", barge), report("b", "2031-05-04", "", march)])
    assert {"a": "2031-05-03-paris", "b": "2031-05-03-paris-2"} == events


def test_what_nothing_is_known_of_is_named_by_its_id() -> None:
    assert {"d": "event-df1feb3b"} == find_events([Document("d", "", "s")])
    assert {} == find_events([])


@settings(max_examples=5, deadline=None)
@given(st.permutations(ALL))
def test_order_does_not_matter(documents: list[Document]) -> None:
    assert find_events(ALL) == find_events(documents)


def test_a_roundup_of_several_events_is_in_none_of_them() -> None:
    lead = [document.text for event in (CAFE[:2], DEPOT, QUAKE) for document in event]
    roundup = report("roundup", "2031-05-18", "The month in brief", "\n\n".join(lead))
    assert ids(CAFE[:2], DEPOT, QUAKE, [roundup]) == together(find_events([*CAFE[:2], *DEPOT, *QUAKE, roundup]))


def test_a_document_without_text_is_read_by_its_facts() -> None:
    facts = [fact for document in (*QUAKE, *DEPOT) for fact in extract_facts(document)]
    bare = [replace(document, text="", title=None) for document in (*QUAKE, *DEPOT)]
    assert ids(QUAKE, DEPOT) == together(find_events(bare, facts))


def test_events_that_are_named_are_kept_unless_all_are_to_be_found() -> None:
    documents = [replace(CAFE[0], event="given"), replace(QUAKE[0], event="given"), *DEPOT]
    kept = {d.doc_id: d.event or "" for d in with_events(documents, [], everywhere=False)}
    assert ids([CAFE[0], QUAKE[0]], DEPOT) == together(kept)
    assert "given" == kept["cafe-1"]
    found = {d.doc_id: d.event or "" for d in with_events(documents, [], everywhere=True)}
    assert ids([CAFE[0]], [QUAKE[0]], DEPOT) == together(found)


def test_rows_without_an_event_are_grouped(tmp_path: Path) -> None:
    rows = [{"id": d.doc_id, "title": d.title, "source": d.source, "text": d.text} for d in (*QUAKE, *STRIKE)]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    events = {fact.document.doc_id: fact.event or "" for fact in api.examine(path).facts}
    assert ids(QUAKE, STRIKE) == together(events)


def test_a_folder_is_one_event_unless_events_are_to_be_found(tmp_path: Path) -> None:
    for document in (*QUAKE, *STRIKE):
        (tmp_path / f"{document.doc_id}.txt").write_text(f"{document.title}\n\n{document.text}")
    assert {tmp_path.name} == {fact.event for fact in api.examine(tmp_path).facts}
    found = {Path(fact.document.doc_id).stem: fact.event or "" for fact in api.examine(tmp_path, events="find").facts}
    assert ids(QUAKE, STRIKE) == together(found)


def test_a_name_begins_with_a_capital_and_is_not_found_without() -> None:
    terms = terms_of(
        "Fire at Velden mill", "Fire broke out. The mill in Velden burned, the mayor said; a fire engine came."
    )
    assert {"velden"} == {word for kind, word in terms if kind == "name"}


def test_the_headline_counts_twice() -> None:
    assert 2 == terms_of("Quillport", "")["word", "quillport"]


def test_ages_are_terms() -> None:
    terms = terms_of("", "Ana Ruel, 34, and a 7-year-old boy, a man aged 40")
    assert {"34", "7", "40"} == {age for kind, age in terms if kind == "age"}


def test_days_count_from_the_publication() -> None:
    assert ["2031-05-03", "2031-04-01"] == [
        day.isoformat() for day in days_of("On Saturday, as on April 1, 2031 ...", datetime(2031, 5, 5, tzinfo=UTC))
    ]


def test_a_report_meets_few_others_however_many_tell_of_its_event() -> None:
    documents = [replace(QUAKE[i % 2], doc_id=f"d{i:03}") for i in range(150)]
    readings = read_reports(documents, {document.doc_id: document.text for document in documents})
    pairs = list(meetings(weigh(readings, [[i] for i in range(150)])))
    assert 150 * 20 >= len(pairs)
    assert all(a < b for a, b in pairs)


def test_many_reports_of_one_event_stay_together() -> None:
    documents = [replace(QUAKE[i % 2], doc_id=f"d{i:03}", source=f"s{i}") for i in range(60)]
    assert 1 == len(set(find_events(documents).values()))


LIKENESS = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1, (2, 3): 0.7}


def likeness(a: int, b: int) -> float:
    return LIKENESS.get((min(a, b), max(a, b)), 0.0)


@pytest.mark.parametrize(
    ("least", "expected"), [(0.5, [[0, 1], [2, 3]]), (0.75, [[0, 1], [2], [3]]), (0.95, [[0], [1], [2], [3]])]
)
def test_groups_join_by_their_average(least: float, expected: list[list[int]]) -> None:
    assert expected == groups(4, LIKENESS, likeness, least)


@given(
    st.dictionaries(st.tuples(st.integers(0, 14), st.integers(0, 14)).filter(lambda p: p[0] < p[1]), st.floats(0, 1))
)
def test_every_thing_is_in_one_group(pairs: dict[tuple[int, int], float]) -> None:
    found = groups(15, pairs, lambda a, b: pairs.get((min(a, b), max(a, b)), 0.0), 0.4)
    assert list(range(15)) == sorted(i for group in found for i in group)


def test_what_is_near_three_events_leaves_its_own() -> None:
    links = {(0, 4): 0.9, (1, 4): 0.8, (2, 4): 0.8}
    events = [[0, 4], [1], [2], [3]]
    assert [[0], [1], [2], [3], [4]] == without_roundups(
        events, links, lambda a, b: links.get((min(a, b), max(a, b)), 0.0)
    )
    del links[2, 4]
    assert events == without_roundups(events, links, lambda a, b: links.get((min(a, b), max(a, b)), 0.0))


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events_module, "blocks", partial(blocks, size=4))


@pytest.mark.usefixtures("small_blocks")
@given(st.permutations(ALL))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_blocks_that_overlap_find_the_events_of_one(documents: list[Document]) -> None:
    assert ids(CAFE[:2], CAFE[2:], DEPOT, QUAKE, STRIKE) == together(find_events(documents))


KEYS = st.builds(
    Key, st.dates(date(2031, 5, 1), date(2031, 5, 9)), st.sampled_from(["", "Pellam", "Tarn"]), st.uuids().map(str),
    st.booleans(),
)  # fmt: skip


@given(st.lists(KEYS, unique_by=lambda key: key.doc_id), st.integers(2, 12))
def test_no_block_is_larger_than_told_and_neighbours_share_one(keys: list[Key], size: int) -> None:
    several = blocks(keys, size)
    assert [] == [block for block in several if len(block) > size]
    assert {*range(len(keys))} == {i for block in several for i in block}
    order = sorted(range(len(keys)), key=keys.__getitem__)
    near = [{a, b} for n, a in enumerate(order) for b in order[n + 1 : n + 1 + size // 2]]
    assert [] == [pair for pair in near if not any(pair <= {*block} for block in several)]


def test_a_report_without_a_date_stands_by_its_place_too() -> None:
    far = [Key(date(2031, 1, 1 + n), "", f"x{n}", is_dated=False) for n in range(30)]
    for is_dated in (True, False):
        keys = [Key(date(2031, 1, 1 + 7 * n), "Tarn", f"d{n}", is_dated) for n in range(5)]
        in_one = [block for block in blocks([*keys, *far], 10) if {*range(5)} <= {*block}]
        assert (not is_dated) == bool(in_one)


def test_a_report_stands_by_its_day_and_place() -> None:
    told = [key_of(document, document.text) for document in (CAFE[0], QUAKE[0], STRIKE[0])]
    assert [(date(2031, 5, 4), True), (date(2031, 5, 10), True), (date.max, False)] == [
        (key.day, key.is_dated) for key in told
    ]
    assert "Paris" == key_of(STRIKE[0], "PARIS - A barge sank on the river, police said.").place


@given(st.lists(st.lists(st.integers(0, 9), min_size=1)))
def test_groups_that_share_a_thing_are_one(some: list[list[int]]) -> None:
    found = joined(10, [*some, *([i] for i in range(10))])
    assert [*range(10)] == sorted(i for group in found for i in group)
    assert sorted(found) == found
    homes = {i: n for n, group in enumerate(found) for i in group}
    assert [] == [group for group in some if len({homes[i] for i in group}) > 1]


def test_many_undated_reports_of_one_event_stay_together_among_others() -> None:
    """Where most of a corpus tells of one thing, its words are in most reports and yet tell of it."""
    said = ["ridge", "boats", "mill", "bridge", "school", "square", "chapel", "market", "depot", "orchard"]
    many = [
        Document(
            f"d{n}",
            f"The Sorrel dam above Pellam broke and water reached the {said[n % 10]}, Mayor Ana Vell said. Engineer "
            f"Tobin Crick of the Halyard works had warned of cracks near the {said[n // 10 % 10]} in {2000 + n % 7}.",
            f"s{n % 9}",
        )
        for n in range(200)
    ]
    found = find_events([*many, *(replace(document, published=None, title=None) for document in (*CAFE[:2], *STRIKE))])
    assert ids(many, CAFE[:2], STRIKE) == together(found)
