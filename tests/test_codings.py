from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import crosstally
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.rules.engine import check_facts
from crosstally.rules.tolls.codings import Coding


def codings(*texts: str, policy: str = "majority") -> dict[str, Coding]:
    documents = [Document(f"{i}.txt", text, f"Outlet {i}", event="raid") for i, text in enumerate(texts)]
    report = check_facts([fact for one in documents for fact in extract_facts(one)], documents, policy=policy)
    return {coding.measure: coding for coding in report.codings() if coding.group is None}


def shape(coding: Coding) -> tuple[Any, ...]:
    return coding.low, coding.best, coding.high, coding.status


def test_a_victim_without_a_numeral_counts() -> None:
    assert (1, 1, 1, "single") == shape(codings("A farmer was killed in Orvane.")["killed"])


def test_two_reports_are_held_against_each_other_by_their_tolls() -> None:
    found = codings("A man was killed in Orvane.", "Two men were killed in Orvane.")["killed"]
    assert (1, 2, 2, "disputed") == shape(found)  # "a man" does not say that nobody else was
    assert (2, 2) == (found.n_sources, found.n_independent)


def test_the_shot_less_the_dead_are_the_injured() -> None:
    found = codings("Five people were shot, one of them fatally.", "Five people were shot. One died.")["injured"]
    assert (4, 4, 4) == (found.low, found.best, found.high)
    assert {"Five people"} <= {fact.quote for fact in found.facts}


def test_a_headline_goes_before_what_stands_far_below() -> None:
    background = "The town has seen much of this before. " * 12
    far = "A raid on the same road killed 31 people, an officer recalled."
    assert 2 == codings(f"Two men were killed in Orvane. {background}{far}")["killed"].best


def test_sides_are_added_up_and_every_fact_named() -> None:
    found = codings("Two soldiers and a rebel were killed.")["killed"]
    assert (3, 3, 3, "single") == shape(found)
    assert ["Two soldiers", "a rebel"] == [fact.quote for fact in found.facts]


def test_policies_code_what_is_vague_as_they_are_published() -> None:
    text = "Dozens of people were killed in the raid."
    assert 12 == codings(text, policy="acled")["killed"].best
    assert codings(text)["killed"].best is None


def test_the_missing_are_among_the_dead_of_emdat() -> None:
    assert 58 == codings("A flood killed 41 people and left 17 missing.", policy="emdat")["killed"].best


def test_codings_are_a_table_of_a_run() -> None:
    table = crosstally.check([Document("a.txt", "Four rebels surrendered.", "Alder Gazette")]).codings
    assert ["surrendered"] == table[table["group"].isna()]["measure"].tolist()
    assert {4.0} == set(table["best"])


def test_the_missing_may_become_fewer() -> None:
    documents = [
        Document(
            f"{day}.txt",
            f"{n} people are missing after the flood.",
            f"Outlet {day}",
            event="flood",
            published=datetime(2025, 8, day, tzinfo=UTC),
        )
        for day, n in ((3, 17), (4, 10))
    ]
    report = check_facts([fact for one in documents for fact in extract_facts(one)], documents)
    assert ["updated"] == [coding.status for coding in report.codings()]
