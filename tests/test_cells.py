from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.tables.cells import guarded, unguarded

FORMULAS = [
    "=1+1",
    '=HYPERLINK("https://evil.example","click")',
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "-5-A1",
    "- five people",
    "@SUM(1+9)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_are_guarded(text: str) -> None:
    assert f"'{text}" == guarded(text)
    assert text == unguarded(guarded(text))


@pytest.mark.parametrize("text", ["", "-5 °C", "-5.5%", "+12 percent", "-1,200", "12 people", "'12", "−5 °C", "a=b"])
def test_plain_text_stays(text: str) -> None:
    assert text == guarded(text) == unguarded(text)


@given(st.text(st.sampled_from("'=+-@\t\r5 a("), max_size=6) | st.text(max_size=6))
def test_what_is_guarded_reads_back_and_starts_no_formula(text: str) -> None:
    cell = guarded(text)
    assert text == unguarded(cell)
    assert cell == text or cell.startswith("'")
    assert cell[:1] not in set("=@\t\r\n")
