from __future__ import annotations

import pytest
from found import victims

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen seized seven passengers.", [("seven passengers", "kidnapped")]),
        ("Troops seized seven smugglers.", [("seven smugglers", "arrested")]),
        ("Three suspects were seized.", [("Three suspects", "arrested")]),
        ("A baker was picked up by police.", [("A baker", "arrested")]),
        ("A baker was led away by rebels.", [("A baker", "kidnapped")]),
        ("Rebels captured four soldiers.", [("four soldiers", "kidnapped")]),
        ("A baker was picked up by his aunt.", []),
        ("Police seized 40 detonators.", []),
        ("A boy was bundled into a van.", [("A boy", "kidnapped")]),
        ("Officers led two boys away in handcuffs.", [("two boys", "arrested")]),
    ],
)
def test_what_a_deed_is_goes_by_who_does_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == [one[:2] for one in victims(text) if one[1] in {"arrested", "kidnapped"}]


def test_who_did_it_is_no_victim() -> None:
    assert [("a clerk", "kidnapped", "article")] == [
        one for one in victims("Four men abducted a clerk.") if one[1] != "count"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She is among the 19 people that city hall said had been killed.", [("19 people", "killed")]),
        ("Two of those rescued later died in hospital.", [("Two of those", "killed")]),
        ("Six remain at large and three are back in custody.", [("three", "arrested")]),
        ("Two guards have been suspended and one is under arrest.", [("one", "arrested")]),
        ("The bodies of three women and a child were found.", [("three women", "killed"), ("a child", "killed")]),
        ("Some 124 died at sea in 2011 and 17 when a ferry burned.", [("Some 124", "killed"), ("17", "killed")]),
        ("Police arrested Ana Vell and Bo Rusk, both cooks.", [("Ana Vell and Bo Rusk", "arrested")]),
        ("Police arrested 11 members of a gang, a splinter group.", [("11 members", "arrested")]),
        ("Three clerks, namely Ana Vell, Bo Rusk and a boy, sustained minor injuries.", [("Three clerks", "injured")]),
        ("A rebel was hurt and captured.", [("A rebel", "injured"), ("A rebel", "arrested")]),
        ("Divers were looking for 20 cooks feared drowned.", [("20 cooks", "missing")]),
        ("Guards shot two men and sought a clue to a third wounded in May.", [("two men", "shot")]),
        ("Guards shot two men and a third was wounded.", [("two men", "shot"), ("a third", "injured")]),
        ("Nine cooks were killed, four while undergoing surgery.", [("Nine cooks", "killed"), ("four", "killed")]),
        (
            "Nine cooks died, five on the spot and four while undergoing surgery.",
            [("Nine cooks", "killed"), ("five", "killed"), ("four", "killed")],
        ),
        ("Nine cooks died, and five on the way to Orvane fled.", [("Nine cooks", "killed"), ("five", "displaced")]),
        ("Nine cooks died in hospital.", [("Nine cooks", "killed")]),
        ("Nine rebels died while in custody.", [("Nine rebels", "killed")]),
        ("Nine cooks died, four of them in hospital.", [("Nine cooks", "killed"), ("four of them", "killed")]),
        ("Nine cooks were shot, four of them in hospital.", [("Nine cooks", "shot"), ("four of them", "injured")]),
        ("Nine cooks died and four are in hospital.", [("Nine cooks", "killed"), ("four", "injured")]),
        ("The shelling killed 14 and 300 remain displaced.", [("14", "killed"), ("300", "displaced")]),
        ("The shelling killed 14 and 30 are missing.", [("14", "killed"), ("30", "missing")]),
        ("Some 14 women and 30 men are missing.", [("Some 14 women", "missing"), ("30 men", "missing")]),
        ("Of those arrested, 14 were cooks.", [("14", "arrested")]),
        ("Of the dead, six were from Orvane.", [("six", "killed")]),
        ("Of those killed, 14 have been named.", [("14", "killed")]),
        ("Of those killed, police said, 14 clubs had members.", []),
        ("Of the injured, 14 were later released.", [("14", "injured")]),
        ("Those killed included two cooks.", [("two cooks", "killed")]),
        ("Those arrested include two cooks.", [("two cooks", "arrested")]),
        ("The unit reported 3 KIA/5 WIA.", [("3 KIA", "killed"), ("5 WIA", "injured")]),
        ("Police said that Constable Rusk was hit in the arm.", [("Constable Rusk", "injured")]),
        ("A miner shot two guards and was killed.", [("A miner", "killed"), ("two guards", "shot")]),
        ("The captain left 40 missing and has been arrested.", [("The captain", "arrested"), ("40", "missing")]),
        (
            "The captain of the barge that sank, leaving nine dead and 40 missing, has been arrested.",
            [("The captain", "arrested"), ("nine", "killed"), ("40", "missing")],
        ),
        ("The mill fire left three dead and dozens injured.", [("three", "killed"), ("dozens", "injured")]),
        ("A combined total of 41 passengers were injured.", [("41 passengers", "injured")]),
        ("There were 129 badly and lightly wounded.", [("129", "injured")]),
        (
            "The death toll from the 7.9-magnitude quake has risen to 5,057.",
            [("7.9-magnitude quake", "magnitude"), ("5,057", "killed")],
        ),
    ],
)
def test_a_verb_is_said_of_its_own_subject_and_objects(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == [(quote, measure) for quote, measure, _ in victims(text) if measure != "count"]


@pytest.mark.parametrize(
    "text",
    [
        "He killed nobody in a clash with around 30 youths.",
        "The murder was done in front of two girls.",
        "Several members of the slain guard's family gasped.",
        "Two nearly killed in the raid testified.",
        "She mourned over the death of her niece, who had four children.",
        "The leader of the sect, who has dozens of children, was seen.",
        "Twelve rebels caught in the crossfire fled.",
    ],
)
def test_who_only_stands_near_a_word_of_casualty_is_no_victim(text: str) -> None:
    assert [] == [one for one in victims(text) if one[1] in {"killed", "arrested", "kidnapped"} and one[2] != "zero"]


def test_a_singular_verb_is_not_said_of_a_plural() -> None:
    assert [("A man", "killed")] == [
        one[:2] for one in victims("A man with three dogs was shot dead.") if one[1] != "count"
    ]
    assert [("12 people", "arrested")] == [one[:2] for one in victims("A group of 12 people was arrested.")]


@pytest.mark.parametrize(
    "text",
    [
        "He tried to kill two clerks.",
        "The blast nearly killed two judges.",
        "Police failed to arrest two men.",
        "Besides attempting to kill two others, he fled.",
        "The driver hit two signs and fled.",
        "A van passed two cyclists and fled.",
        "Talks with two rebels were held.",
        "A vigil for the two pupils was held.",
        "A meeting of 200 cooks was held.",
        "Of 28 flaws, two are critical.",
        "It has 28 flaws, of which two are critical.",
        "The firm killed off two products.",
        "Thieves tied up two clerks.",
    ],
)
def test_what_was_not_done_to_people_has_no_measure_of_people(text: str) -> None:
    measures = {fact.measure for fact in extract_facts(Document("report", text, "The Ledger"))}
    assert {"count"} == measures


def test_those_beside_a_counted_victim_are_victims() -> None:
    text = "He is accused of killing his wife and two guards."
    facts = extract_facts(Document("report", text, "The Ledger"))
    assert [("his wife", "killed"), ("two guards", "killed")] == [(fact.quote, fact.measure) for fact in facts]


def test_whoever_is_linked_to_deaths_is_not_dead() -> None:
    facts = extract_facts(Document("report", "Police linked him to 12 deaths.", "The Ledger"))
    assert ["12 deaths"] == [fact.quote for fact in facts]


def test_who_is_the_object_of_a_verb_behind_and_is_no_victim_of_the_one_before() -> None:
    assert [("a guard", "killed")] == [
        one[:2] for one in victims("Thieves killed a guard and tied up his two sons.") if one[1] != "count"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The vote killed a deal.",
        "What killed the mill was cheap cloth.",
        "Four hundred jobs died with the mill.",
        "Police held a protest back.",
        "They tried to kill a guard.",
        "The trial for killing a guard goes on.",
        "A clerk was nearly killed.",
        "She asked whether a clerk was killed.",
        "The guard may have been killed.",
        "The miners were bored to death.",
        "Children under the age of eight may enter.",
        "There were no apparent external injuries on the hull.",
        "The police haven’t arrested a suspect.",
        "The town won’t succumb to fear.",
        "Was a guard killed?",
        "He planned to kill himself.",
        "She had tried to take her own life.",
        "A bus took the children to school.",
        "Crime | Arrests | Staff Reporter",
        "She is dead wrong.",
        "Officers came just after 17:00 BST to reports somebody had been injured.",
        "Vell Tarn Hospital was injured in the raid.",
        "NATO was hurt by the vote.",
        "The thief was captured on camera at the gate.",
        "A robber was caught on the mall's cameras.",
    ],
)
def test_what_befell_nobody_is_no_fact(text: str) -> None:
    assert [] == [one for one in victims(text) if one[1] in {"killed", "injured", "arrested", "displaced"}]
