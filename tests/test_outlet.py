"""The outlet that a pasted page names above its story."""

import pytest

from crosstally.facts.lexicon import load
from crosstally.facts.source.masthead import masthead
from crosstally.facts.source.outlet import is_outlet

STORY = "At least 34 people drowned on Saturday night, the harbour master said. Divers were still searching."


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        (["The Harbour Courier", "June 19, 2026 8:45 p.m.", "Ferry toll rises"], "The Harbour Courier"),
        (["Ferry toll rises", "Orvane Daily News", "By Ana Vell | Posted: June 20, 2026"], "Orvane Daily News"),
        (["Ferry toll rises", "Lakeside Courier, 3 August 2025"], "Lakeside Courier"),
        (["https://www.lake.example/a", "Lakeside Courier", "3 August 2025"], "lake.example"),
        (["Lakeside Courier", "Ferry toll rises"], None),
        (["Orvane Herald", "3 August 2025", "Sel Tribune"], None),
        (["Ferry toll rises", "Ana Vell", "3 August 2025"], None),
        (["Ferry toll rises", "The Port Ansel Herald, 3 August 2025. By Ana Vell"], "The Port Ansel Herald"),
        (["Ferry toll rises", "The Eastern Post, 3 August 2025, 10:00 AEST"], "The Eastern Post"),
        (["Ferry toll rises", "The Sun, 3 August 2025"], "The Sun"),
        (["Ferry toll rises", "Sunday Review, Sunday 3 August 2025"], "Sunday Review"),
        (["Ferry toll rises", "The Lantern, 3 August 2025"], "The Lantern"),
        (["Ferry toll rises", "Sunday Herald of Orvane, 3 August 2025"], "Sunday Herald of Orvane"),
        (["Ferry toll rises", "Lakeside Courier, 3 August 2025", "By Staff Reporter"], "Lakeside Courier"),
        (["Ferry toll rises", "Port Ansel, 3 August 2025"], None),
        (["Ferry toll rises", "The Hague, 3 August 2025"], None),
        (["Ferry toll rises", "The lake is calm, 3 August 2025"], None),
    ],
)
def test_the_name_of_an_outlet_beside_a_date_says_who(lines: list[str], source: str | None) -> None:
    assert source == masthead("\n".join([*lines, STORY]), pytest.fail).get("source")


_OUTLETS = load("outlets")


@pytest.mark.parametrize("name", _OUTLETS["examples"])
def test_a_name_of_an_outlet(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize("name", _OUTLETS["silent"])
def test_no_name_of_an_outlet(name: str) -> None:
    assert not is_outlet(name)


def test_every_word_of_an_outlet_stands_in_an_example() -> None:
    said = {word for name in _OUTLETS["examples"] for word in name.lower().split()}
    assert set() == {*_OUTLETS["last"], *_OUTLETS["first"], *_OUTLETS["last_of_two"]} - said


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("By Rosa Quispe, Sur Noticias | 26 September 2013", "Sur Noticias"),
        ("By Lorne Petkau, Red River Herald", "Red River Herald"),
        ("By Jane Miller, Health Correspondent | 6 May 2014", None),
        ("By Jane Miller, London | 6 May 2014", None),
        ("By Ana Ruiz and Bo Vell, Staff Writers", None),
    ],
)
def test_a_byline_may_name_the_outlet(line: str, source: str | None) -> None:
    said = masthead(f"Fire in a mill\n{line}\nMay 6, 2014\nTen people were killed in a mill.", print)
    assert source == said.get("source")
