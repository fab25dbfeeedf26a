"""Who comes on top of those told before, and who is only told again."""

from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


@pytest.mark.parametrize(
    ("then", "increment"),
    [
        ("More than 40 people died when the dam broke.", "total"),
        ("The mayor said that more than 15 people are dead.", "total"),
        ("No more than 15 people died, the mayor said.", "total"),
        ("Another 12 people died on Friday.", "new"),
        ("More than a dozen others died on Friday.", "new"),
        ("Three more miners died on Friday.", "new"),
    ],
)
def test_more_than_so_many_are_no_more_of_them(then: str, increment: str) -> None:
    *_, fact = extract_facts(Document("report", f"A flood killed five people. {then}", "The Ledger"))
    assert (fact.measure, fact.increment) == ("killed", increment)


@pytest.mark.parametrize(
    ("then", "scope"),
    [
        ("Ana Vell was killed at dawn. Four other miners were killed at noon.", "part"),
        ("Ana Vell and another miner were killed at dawn.", "part"),
        ("Four other miners were killed at noon.", "total"),
        ("Ana Vell was killed at dawn. Two other miners were killed at noon.", "total"),
    ],
)
def test_others_who_make_up_a_whole_with_those_told_of_are_its_rest(then: str, scope: str) -> None:
    *_, fact = extract_facts(Document("report", f"A flood killed five miners. {then}", "The Ledger"))
    assert (fact.measure, fact.scope) == ("killed", scope)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A ferry sank. Dozens are missing. It left 26 dead and another 41 missing.", "total"),
        ("A ferry sank. Dozens are missing. By noon, another 41 were missing.", "new"),
        ("A ferry sank. It left 26 dead. Another 41 people are missing.", "total"),
        ("Five were hurt at dawn. A fire killed 26. Another 41 people were hurt.", "new"),
        ("Ana Vell was killed. The blast killed 41 people and wounded 216.", "total"),
        ("Ana Vell was killed. Two guards were hurt. Later, 41 of the wounded died.", "new"),
    ],
)
def test_another_count_beside_one_of_something_else_is_no_new_one(text: str, expected: str) -> None:
    facts = extract_facts(Document("x", text, "x"))
    assert [expected] == [fact.increment for fact in facts if fact.interval.value == 41]
