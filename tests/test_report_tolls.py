from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.rules.tolls.report_tolls import report_tolls


def tolls(text: str) -> dict[str, float | None]:
    facts = extract_facts(Document("d", text, "Alder Gazette"))
    return {toll.measure: toll.point for toll in report_tolls(facts) if toll.group is None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two soldiers and a militant were killed.", {"killed": 3}),
        ("A farmer was killed. Bo Rusk, 40, was a father of three.", {"killed": 1}),
        ("A farmer was killed near Orvane. The victim was shot dead at dawn.", {"killed": 1}),
        ("Two cadres were arrested. Bo Rusk and Ana Vell were arrested in Orvane.", {"arrested": 2}),
        ("A guard was injured. Two other guards were also injured.", {"injured": 3}),
        ("A guard was killed and another injured.", {"killed": 1, "injured": 1}),
        ("A cook was abducted. Rebels abducted the cook and a porter.", {"kidnapped": 2}),
        ("Two men were killed. The dead are Bo Rusk and an uncle.", {"killed": 2}),
        ("A clerk surrendered with his wife and two sons.", {"surrendered": 4}),
        ("A clerk surrendered with his rifle.", {"surrendered": 1}),
        ("Rebels fired at two clerks, seriously injuring both in Orvane.", {"injured": 2}),
        ("A clerk killed a guard with his brother.", {"killed": 1}),
        ("Bo Rusk was involved in the massacre of 16 guards.", {}),
        ("The most seriously injured of six people wounded in Orvane was well.", {"injured": 6}),
        ("Four rebels, including a commander, surrendered.", {"surrendered": 4}),
        ("Rebels abducted three clerks and later killed them.", {"kidnapped": 3, "killed": 3}),
        ("Police shot at four robbers and killed one of them.", {"killed": 1}),
        ("At least 58 people were killed and hundreds wounded.", {"killed": 58, "injured": None}),
        ("Twelve people were killed or wounded.", {}),
        ("A boy fell into the lake. He had drowned by dawn.", {"killed": 1}),
        ("Five lawyers were themselves taken into custody.", {"arrested": 5}),
        ("A cook was held after being stabbed in a bar.", {"arrested": 1, "injured": 1}),
        ("The killing of a mayor shook Orvane.", {"killed": 1}),
        ("Two men ran off after the fatal beating of a baker.", {"killed": 1}),
        ("A raid led to the death of a nurse and injuries to three cooks.", {"killed": 1, "injured": 3}),
        ("Four clerks escaped with burns. Another was pulled out with a broken leg.", {"injured": 5}),
        ("A cook was hit by a truck and died.", {"killed": 1}),
        ("A man was charged with the murder of two nurses.", {"killed": 2}),
        ("A man was charged after two nurses were killed.", {"killed": 2}),
        ("The funeral of a policeman was held.", {}),
        ("The bishop offered condolences over the death of 30 pilgrims.", {}),
        ("In the film, nine monks are murdered.", {}),
        ("A man almost drowned.", {}),
        ("Two soldiers were killed in a raid. A third died later.", {"killed": 3}),
        ("Three cooks were killed and four hurt. Two of the wounded died overnight.", {"killed": 5, "injured": 4}),
        ("The dead were named as Ira Holm, Petra Sand and Lou Vask.", {"killed": 3}),
        ("Among the dead were a porter and a cleaner.", {"killed": 2}),
        ("A mother of three was stabbed to death.", {"killed": 1}),
        ("Twin brothers drowned in a quarry.", {"killed": 2}),
        ("Ira Holm and her husband Dag were shot dead.", {"killed": 2}),
        ("A blast killed a judge, his bodyguard and two passers-by.", {"killed": 4}),
        ("Three bodies were pulled from the rubble.", {"killed": 3}),
        ("Ira Holm never came home. Her body was found in a ditch.", {"killed": 1}),
        ("Ira Holm was shot dead. Her body was found in a ditch.", {"killed": 1}),
        ("The toll rose to nine as a girl died in hospital.", {"killed": 9}),
        ("Pirates boarded a ferry and took six sailors.", {"kidnapped": 6}),
        ("A clerk was taken from his home by masked men.", {"kidnapped": 1}),
        ("A man took his son to school.", {}),
        ("The gunman eventually gave up.", {"surrendered": 1}),
        ("The minister handed himself over to the police.", {"surrendered": 1}),
        ("He is suspected of having killed a driver.", {}),
        ("Police charged him with the attempted murder of two officers.", {}),
        ("The group has killed 40 people over the past decade.", {}),
        ("Some 900 families were affected by the flood.", {}),
        ("The death toll rose to 41 on Sunday after divers found seven more bodies.", {"killed": 41}),
        ("Three more people have died of cholera, which brings the toll to 22.", {"killed": 22}),
        ("None of the four officers was injured.", {"injured": 0}),
        ("The death toll reached 250 and officials anguished over the dam.", {"killed": 250}),
    ],
)
def test_a_report_has_the_sum_of_its_distinct_victims(text: str, expected: dict[str, float | None]) -> None:
    assert expected == tolls(text)
