from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


def scopes(text: str) -> list[str]:
    facts = extract_facts(Document("report", text, "The Ledger"))
    return [fact.scope for fact in facts if fact.counted_by in {"numeral", "zero"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve people died, including teachers and three children.", ["total", "part"]),
        ("Of the 12 dead, three were children.", ["total", "part"]),
        ("Among 1,218 patients, 23 fell ill.", ["total", "part"]),
        ("25 dead, including three children, 93 wounded, 18 of them children", ["total", "part", "total", "part"]),
        ("The storm killed at least 99 people in Orvane, 85 of them in Velt.", ["total", "part"]),
        ("Two clerks among Velt crash dead", ["part"]),
        ("Twelve people died: seven along the shore and five on the road.", ["total", "part", "part"]),
        ("Twelve people died: seven along the shore and four on the road.", ["total"] * 3),
        ("The toll stood at 12 on Friday, 15 on Saturday and 19 on Sunday.", ["total"] * 3),
        ("Among the 14 dead were three children.", ["total", "part"]),
        ("Among the 14 dead were a priest and a nun.", ["total"]),
        ("Seven women and 10 children were among the dead.", ["part", "part"]),
        ("Three children were among the 14 dead.", ["part", "total"]),
        ("The death toll rose by 12 to 40.", ["total"]),
        ("The death toll rose to 12.", ["total"]),
        ("The quake hit 40 temples, including churches and mosques, 8 bridges and 4 schools.", ["total"] * 3),
        ("Nine people died, including a cook, two nurses and three maids.", ["total", "part", "part"]),
        ("Two of the boats sank.", ["part"]),
        ("Nine boats sank, two of which were empty.", ["total", "part"]),
        ("The strike killed 12 people and wounded 40 others.", ["total", "total"]),
        ("The strike killed 12 people. It wounded 40 others.", ["total", "total"]),
        ("The strike killed 12 people and 3 others.", ["total", "part"]),
        ("He killed one cook and shot four others.", ["total", "part"]),
        ("He killed one cook and arrested four others.", ["total", "total"]),
        ("The strike killed 12 people in Orvane and 30 in Belmark.", ["part", "part"]),
        ("Two of the port's ten cranes fell.", ["part", "total"]),
        ("The army said that of 187 drones fired, 142 were shot down.", ["total", "part"]),
        ("Of 187 drones fired, 142 were shot down.", ["total", "part"]),
        ("The fire hurt 16 people. No one was hurt when a plane landed.", ["total", "part"]),
        ("No one was hurt when a plane landed.", ["total"]),
        ("Forty people were injured. Six are still in hospital.", ["total", "part"]),
        ("Six people are still missing.", ["total"]),
        ("Two nurses were among the dead.", ["part"]),
        ("Three people, among them a cook, were killed.", ["total"]),
        ("The clinic saw 318 infected people, down from 402.", ["total", "part"]),
        ("Two of 14 cranes fell.", ["part", "total"]),
        ("Nine of the dead were cooks, two were maids.", ["part", "part"]),
        ("Of the wounded, two are in critical condition.", ["part"]),
        ("Four people were hurt, two seriously.", ["total", "part"]),
        ("Six people were hurt; the other four walked away injured.", ["total", "part"]),
        ("Seven climbers - five men and two women - were killed.", ["total", "part", "part"]),
        ("Five men, three women and two children were killed.", ["total"] * 3),
        ("They found the bodies of three more, bringing the toll to five.", ["part", "total"]),
        ("Some 900 people took to the streets, while police counted 200 people.", ["total", "total"]),
        ("In Orvane alone, 12 people died.", ["part"]),
        ("Twelve people were killed in Orvane alone.", ["part"]),
        ("On Monday alone 12 people died.", ["total"]),
        ("In May alone 12 people died.", ["total"]),
        ("Twelve people were killed in Orvane as they stood alone.", ["total"]),
        ("The agency's two biggest unions said no.", ["part"]),
        ("The 12 most wanted men were killed.", ["total"]),
        ("The two honest unions said no.", ["total"]),
        ("Some 49.8 percent (6,369,008 ballots) said yes.", ["total", "part"]),
    ],
)
def test_wholes_and_parts(text: str, expected: list[str]) -> None:
    assert expected == scopes(text)


def test_every_item_of_a_list_of_parts_is_a_part() -> None:
    assert ["total", "part", "part"] == scopes("Twelve people died, including two cooks and three children.")


def test_some_of_the_wounded_are_a_part() -> None:
    assert ["part"] == scopes("Two of the wounded left hospital.")


def test_five_more_are_a_part() -> None:
    assert ["total", "part"] == scopes("The strike killed 12 people and 5 more.")
