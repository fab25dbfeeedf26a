"""Whether a figure goes back to one that its report told before."""

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


@pytest.mark.parametrize(
    ("text", "definite"),
    [
        ("Of the 121 people aboard, 79 were rescued.", [False, False]),
        ("All 121 people on board were rescued.", [False]),
        ("The ferry carried 121 people. The 79 people aboard at dawn were cold.", [False, True]),
        ("Both people on board were rescued.", [True]),
        ("The other 12 people on board were rescued.", [True]),
        ("The 12 shops were shut.", [True]),
        ("The 12-storey tower was shut.", [False]),
        ("Three other men were hurt in the blast.", [True]),
        ("The blast killed one man and injured 11 others.", [False, False]),
        ("13 people were killed. Police said 11 others were hurt.", [False, False]),
        ("Five were hurt at the gate. 13 people were killed. Police said 11 others were hurt.", [False, False, True]),
        ("13 people were killed. Another 11 people were hurt.", [False, False]),
        ("Five were hurt. Another 11 people were hurt on Sunday.", [False, True]),
        ("Five shops were destroyed. Police said 11 others were hurt.", [False, True]),
    ],
)
def test_a_figure_goes_back_to_what_was_counted_before(text: str, definite: list[bool]) -> None:
    facts = [fact for fact in extract_facts(Document("d", text, "s")) if fact.dimension == "count"]
    assert definite == [fact.definite for fact in facts]
