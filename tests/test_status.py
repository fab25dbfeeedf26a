from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


def statuses(text: str) -> list[str]:
    return [fact.status for fact in extract_facts(Document("report", text, "The Ledger"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army denied that 12 people died.", ["denied"]),
        ("None of the four officers was injured.", ["asserted", "denied"]),
        ("Lawmakers approved the plan by 149 votes.", ["asserted"]),
        ("Senators approved the plan 61 to 39.", ["asserted", "asserted"]),
        ("The council approved a plan for 300 homes.", ["planned"]),
        ("It raised $6 million, short of its $10 million goal.", ["asserted", "planned"]),
        ("None of 12 passengers was hurt.", ["asserted", "denied"]),
        ("A day ahead of the scheduled visit of the mayor, three guards were hurt.", ["asserted"]),
        ("Before the planned march, police arrested 12 men.", ["asserted"]),
        ("Under the planned cuts, 300 jobs will go.", ["planned"]),
        ("Neither of the two drivers was hurt.", ["asserted", "denied"]),
        ("Not one of the 40 guests was hurt.", ["asserted", "denied"]),
        ("Not six but eight bombs fell.", ["denied", "asserted"]),
        ("The camp is not 5 km away, as was said, but barely 2 km.", ["denied", "asserted"]),
        ("Not 12 but few came.", ["asserted"]),
        ("The firm denied that it may close the 40 shops.", ["asserted"]),
        ("The firm may close its 40 shops.", ["possible"]),
        ("The firm may cut jobs at its 40 shops.", ["asserted"]),
        ("The firm may close two of its 40 shops.", ["possible", "asserted"]),
        ("The firm denied reports that it would cut 300 jobs.", ["denied"]),
        ("The firm denied a theft and would pay 12 million dollars.", ["possible"]),
        ("Prices will fall by 3 percent this year, the bank forecast on Monday.", ["expected"]),
        ("Prices will fall by 3 percent this year, as nobody forecast.", ["planned"]),
        ("The firm will cut 300 jobs, clerks said.", ["planned"]),
        ("She could be parted from her three children.", ["asserted"]),
        ("Not a single one of the 12 miners was hurt.", ["denied"]),
        ("No one among the 41 passengers was hurt.", ["denied"]),
        ("No passenger among the 60 on the bus was killed.", ["denied"]),
        ("None from the 50 guests was hurt.", ["denied"]),
        ("The blast in the town of 40 houses hurt 12 guards.", ["asserted", "asserted"]),
        ("The flood could kill 400 people.", ["possible"]),
        ("Some 30 villagers may be trapped.", ["possible"]),
        ("They will send 500 guards.", ["planned"]),
        ("The bank predicts that growth will reach 3 percent.", ["expected"]),
        ("It will cut 400 jobs, which was expected.", ["planned"]),
        ("Some 500 guards will leave.", ["planned"]),
        ("In May 12 people died.", ["asserted"]),
        ("A fire that nobody expected killed 12 people.", ["asserted"]),
        ("A storm that no office had forecast, and that came at night, killed 12 people.", ["asserted"]),
        ("As expected, 12 people came.", ["asserted"]),
        ("Earlier than planned, 40 rooms opened.", ["asserted"]),
        ("A storm that offices expected to kill 12 people turned away.", ["expected"]),
        ("The firm said that it planned increased spending of 12 million dollars.", ["planned"]),
        ("A law that proposed 20 seats failed.", ["planned"]),
        ("They will leave, but 12 people died.", ["asserted"]),
        ("They will leave; 12 people died.", ["asserted"]),
        ("The army denied an attack and said 12 people died.", ["asserted"]),
        ("The toll may rise as 15 people are missing.", ["asserted"]),
        ("The toll could rise, as 15 people are missing.", ["asserted"]),
        ("He denied it. Twelve people died.", ["asserted"]),
        ("The army denied that 12 people died, while 40 people were hurt.", ["denied", "asserted"]),
    ],
)
def test_the_nearest_cue_of_the_clause_decides(text: str, expected: list[str]) -> None:
    assert expected == statuses(text)


def test_a_cue_far_away_says_nothing() -> None:
    words = "in the old harbour town by the sea where they all had lived for long"
    assert ["asserted"] == statuses(f"They will sing {words} and 12 people died.")
