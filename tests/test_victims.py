from __future__ import annotations

import pytest
from found import victims

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.lexicon import load, load_folder
from crosstally.facts.words.measure import measures
from crosstally.facts.words.triggers import triggers_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A farmer and his brother were killed.", [("A farmer and his brother", "killed", "list")]),
        ("Gunmen shot dead Ana Vell, a baker, in Orvane.", [("Ana Vell", "killed", "name")]),
        ("Rusk mourns slain guards.", []),
        ("Rusk visited wounded soldiers.", []),
        ("Four nuns lay slain.", [("Four nuns", "killed", "numeral")]),
        (
            "Two skiers fell 200 metres to their deaths.",
            [("Two skiers", "killed", "numeral"), ("200 metres", "distance", "numeral")],
        ),
        (
            "A climber fell 1,000 feet to her death.",
            [("A climber", "killed", "article"), ("1,000 feet", "distance", "numeral")],
        ),
        (
            "He threw two men 20 metres to their deaths.",
            [("two men", "killed", "numeral"), ("20 metres", "distance", "numeral")],
        ),
        ("The club called up Ana Vell following Bo Rusk's broken arm.", [("Bo Rusk's", "injured", "name")]),
        (
            "A service was held in memory of the six men and one woman who died.",
            [("six men", "killed", "numeral"), ("one woman", "killed", "numeral")],
        ),
        (
            "He met the six men and a woman who died.",
            [("six men", "count", "numeral"), ("a woman", "killed", "article")],
        ),
        ("The baker was rushed to a hospital, where he died.", [("he", "killed", "article")]),
        ("Bo Vell died after he was hit by a bullet.", [("Bo Vell", "killed", "name")]),
        (
            "A baker was wounded before his wife was killed.",
            [("A baker", "injured", "article"), ("his wife", "killed", "article")],
        ),
        ("Police said all three suffered minor injuries.", [("three", "injured", "numeral")]),
        (
            "Police said all three suffered non-life threatening injuries and were taken to hospitals.",
            [("three", "injured", "numeral")],
        ),
        ("Two clerks suffered fatal injuries.", [("Two clerks", "killed", "numeral")]),
        ("Two clerks suffered non-fatal wounds.", [("Two clerks", "injured", "numeral")]),
        ("Bo Orvens and Ana Vell fell to their deaths.", [("Bo Orvens and Ana Vell", "killed", "list")]),
        ("Orvens and Vell were killed.", [("Orvens and Vell", "killed", "list")]),
        ("The suspect took off.", []),
        (
            "The flood claimed 46 lives and 14 cooks remain missing.",
            [("46 lives", "killed", "numeral"), ("14 cooks", "missing", "numeral")],
        ),
        (
            "The army claimed 46 rebels and 14 cooks were killed.",
            [("46 rebels", "killed", "numeral"), ("14 cooks", "killed", "numeral")],
        ),
        ("The suspect was taken away.", [("The suspect", "arrested", "article")]),
        ("Ana Tarrens, 23, was killed. Tarrens was a cook.", [("Ana Tarrens", "killed", "name")]),
        ("Ana K. Tarrens was here. Tarrens later died.", [("Tarrens", "killed", "name")]),
        ("Rohingya Muslims fled. Muslims later died.", [("Muslims", "killed", "article")]),
        ("Orvane Police is here. Police later died.", [("Police", "killed", "article")]),
        ("Syrian Kurds fled. Kurds later died.", [("Kurds", "killed", "article")]),
        ("The shootout left one suspect dead.", [("one suspect", "killed", "numeral")]),
        ("Tarnley, N.D. (KVGO) - A baker has died.", [("A baker", "killed", "article")]),
        ('"I\'m tired of kids getting killed," she said.', []),
        ("Two St. Orvane deputies were wounded.", [("Two St. Orvane deputies", "injured", "numeral")]),
        ("Three rebels, Ana Vell, Bo Rusk and Cy Tarn, were arrested.", [("Three rebels", "arrested", "numeral")]),
        (
            "4 GDFR were killed and two OPRC wounded.",
            [("4 GDFR", "killed", "numeral"), ("two OPRC", "injured", "numeral")],
        ),
        ("A clerk, identified as Bo Rusk, was later shot dead.", [("A clerk", "killed", "article")]),
        (
            "A clerk was abducted and later killed.",
            [("A clerk", "kidnapped", "article"), ("A clerk", "killed", "article")],
        ),
        ("A mob hacked a trader to death.", [("a trader", "killed", "article")]),
        (
            "Police hold a man suspected of hacking his wife and two clerks to death.",
            [("a man", "arrested", "article"), ("his wife", "killed", "article"), ("two clerks", "killed", "numeral")],
        ),
        (
            "Four men were stabbed, one of them to death.",
            [("Four men", "injured", "numeral"), ("one of them", "killed", "numeral")],
        ),
        (
            "Four men were stabbed to death, one of them in bed.",
            [("Four men", "killed", "numeral"), ("one of them", "killed", "numeral")],
        ),
        (
            "A man has died and a woman is fighting for her life.",
            [("A man", "killed", "article"), ("a woman", "injured", "article")],
        ),
        ("A woman is fighting for her right to vote.", []),
        ("Relatives of the 12 people who died wept.", [("12 people", "killed", "numeral")]),
        ("In the morning a guard was killed.", [("a guard", "killed", "article")]),
        ("During spring a guard was killed.", [("a guard", "killed", "article")]),
        ("The court sentenced a man to death by hanging.", []),
        ("The body of a diver was found in the bay.", [("The body", "killed", "article")]),
        (
            "The blast left one dead and three injured.",
            [("one", "killed", "numeral"), ("three", "injured", "numeral")],
        ),
        (
            "Rebels shot two clerks, whom they had abducted in May.",
            [("two clerks", "shot", "numeral"), ("two clerks", "kidnapped", "numeral")],
        ),
        (
            "A baker surrendered along with his wife.",
            [("A baker", "surrendered", "article"), ("his wife", "surrendered", "article")],
        ),
        (
            "Bo Rusk, who has nine wives and 40 sons, was arrested.",
            [("Bo Rusk", "arrested", "name"), ("nine wives", "count", "numeral"), ("40 sons", "count", "numeral")],
        ),
        ("A trio of robbers were held.", [("A trio", "arrested", "article")]),
        ("A family of four was killed.", [("four", "killed", "numeral")]),
        (
            "The couple, who have five sons, were killed.",
            [("The couple", "killed", "article"), ("five sons", "count", "numeral")],
        ),
        (
            "A clerk who has two sons was killed.",
            [("A clerk", "killed", "article"), ("two sons", "count", "numeral")],
        ),
        (
            "The clerk, who raised two nieces, died in May.",
            [("The clerk", "killed", "article"), ("two nieces", "count", "numeral")],
        ),
        (
            "A clerk with two nieces was arrested.",
            [("A clerk", "arrested", "article"), ("two nieces", "count", "numeral")],
        ),
        (
            "A clerk with two nieces and dozens of cousins was arrested.",
            [
                ("A clerk", "arrested", "article"),
                ("two nieces", "count", "numeral"),
                ("dozens of cousins", "count", "numeral"),
            ],
        ),
        (
            "Survived by two nieces and three nephews, he died in May.",
            [("two nieces", "count", "numeral"), ("three nephews", "count", "numeral"), ("he", "killed", "article")],
        ),
        (
            "Ana Vell, mother of three sons and two daughters, died in May.",
            [("Ana Vell", "killed", "name"), ("three sons", "count", "numeral"), ("two daughters", "count", "numeral")],
        ),
        (
            "The leader of 300 clerks was arrested.",
            [("The leader", "arrested", "article"), ("300 clerks", "count", "numeral")],
        ),
        (
            "The leader of a gang of 12 thieves was shot dead.",
            [("The leader", "killed", "article"), ("12 thieves", "count", "numeral")],
        ),
        (
            "A guard at the home of two sisters was hurt.",
            [("A guard", "injured", "article"), ("two sisters", "count", "numeral")],
        ),
        (
            "The man accused of killing two clerks in May was arrested.",
            [("The man", "arrested", "article"), ("two clerks", "killed", "numeral")],
        ),
        ("The man police say shot four clerks at a party was arrested.", [("four clerks", "shot", "numeral")]),
        ("They came to find four clerks were shot.", [("four clerks", "shot", "numeral")]),
        (
            "One of the five clerks killed in Orvane was a cook.",
            [("One", "killed", "numeral"), ("five clerks", "killed", "numeral")],
        ),
        ("A boat with 40 divers went missing.", [("40 divers", "missing", "numeral")]),
        ("A thief shot two clerks to death Friday.", [("two clerks", "killed", "numeral")]),
        ("The shot wounded a clerk Tuesday night.", [("a clerk", "injured", "article")]),
        (
            "Two of five inmates who dug a tunnel were captured.",
            [("Two", "arrested", "numeral"), ("five inmates", "count", "numeral")],
        ),
        ("Man accused of strangling 13 goes on trial", [("13", "killed", "numeral")]),
        (
            "Ana Vell, the third of five sisters, was killed.",
            [("Ana Vell", "killed", "name"), ("five sisters", "count", "numeral")],
        ),
        (
            "A guard, one of six brothers, was killed.",
            [("A guard", "killed", "article"), ("six brothers", "count", "numeral")],
        ),
        ("Three people who saw him die wept.", [("Three people", "count", "numeral"), ("him", "killed", "article")]),
        ("Six officers who manned the gate were killed.", [("Six officers", "killed", "numeral")]),
        (
            "He has two brothers and three sisters, one of whom was killed.",
            [
                ("two brothers", "count", "numeral"),
                ("three sisters", "count", "numeral"),
                ("one of whom", "killed", "numeral"),
            ],
        ),
        (
            "A cook was arrested with 12 others.",
            [("A cook", "arrested", "article"), ("12 others", "arrested", "numeral")],
        ),
        ("One patient in five died.", [("One patient in five", "percent", "numeral")]),
        ("A total of nine guests died.", [("nine guests", "killed", "numeral")]),
        (
            "The 12 rebels who abducted a teacher fled.",
            [("12 rebels", "count", "numeral"), ("a teacher", "kidnapped", "article")],
        ),
        ("Two of the wounded died in hospital.", [("Two", "killed", "numeral")]),
        (
            "The storm left 40 families without power and 12 dead.",
            [("40 families", "without_power", "numeral"), ("12", "killed", "numeral")],
        ),
        ("Both have frostbite.", [("Both", "injured", "numeral")]),
        ("Hang Lee made all 40 Alder Whales.", [("40 Alder Whales", "count", "numeral")]),
        ("Boats bring the 2 in line.", [("2", "count", "numeral")]),
        ("All nine cooks have contracts to May.", [("nine cooks", "count", "numeral")]),
        (
            "Nine miners, who were trapped since May, were rescued.",
            [("Nine miners", "trapped", "numeral"), ("Nine miners", "rescued", "numeral")],
        ),
        ("Two guards sustained bullet injuries.", [("Two guards", "injured", "numeral")]),
        ("A seven-member gang was arrested.", [("seven-member gang", "arrested", "numeral")]),
        (
            "A five-time champion was killed.",
            [("five-time champion", "count", "numeral"), ("champion", "killed", "article")],
        ),
        (
            "A 12-year veteran was killed.",
            [("12-year veteran", "service", "numeral"), ("veteran", "killed", "article")],
        ),
        (
            "Two-time chess champion Ana Vell died.",
            [("Two-time chess champion Ana Vell", "count", "numeral"), ("chess champion Ana Vell", "killed", "name")],
        ),
        ("Six-man crew died.", [("Six-man crew", "killed", "numeral")]),
        ("Ana Vell (45) was killed.", [("Ana Vell", "killed", "name")]),
        ("In 2013 Ana Vell was killed.", [("Ana Vell", "killed", "name")]),
        ("Early on Monday a guard was killed.", [("a guard", "killed", "article")]),
        ("On Monday Ana Vell was killed.", [("Ana Vell", "killed", "name")]),
        ("Late in the evening, Ana Vell was killed.", [("Ana Vell", "killed", "name")]),
        ("On 14 February 2013 Ana Vell was killed.", [("Ana Vell", "killed", "name")]),
        ("A 2013 Orvane bombing killed a guard.", [("a guard", "killed", "article")]),
        ("ORVANE, Belmark (HN) - A baker was killed.", [("A baker", "killed", "article")]),
        ("The number of soldiers killed in May was not told.", []),
        ("Two guards in France and Switzerland were killed.", [("Two guards", "killed", "numeral")]),
        ("It killed 12 men, women and children.", [("12 men, women and children", "killed", "numeral")]),
        ("It killed 12 women and children.", [("12 women and children", "killed", "numeral")]),
        (
            "Nine nuns were found safe, four cooks were found dead.",
            [("Nine nuns", "rescued", "numeral"), ("four cooks", "killed", "numeral")],
        ),
    ],
)
def test_whoever_a_casualty_word_is_said_of_is_a_victim(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert expected == victims(text)


def test_of_whom_there_are_none_nobody_is_a_victim() -> None:
    text = "No children, staff or visitors were hurt. Neither the driver nor his aunt was killed."
    assert {"zero"} == {by for _, _, by in victims(text)}


def test_two_facts_of_a_document_never_share_an_id() -> None:
    facts = extract_facts(Document("d", "Several policeman were injured. He killed himself.", "Alder Gazette"))
    assert len(facts) == len({fact.fact_id for fact in facts})


@pytest.mark.parametrize("name", [name for name, measure in measures().items() if measure.alone])
def test_every_word_that_needs_no_numeral_has_a_cue_by_which_its_sentence_is_found(name: str) -> None:
    data = load_folder("measures")[name]
    weak = measures()[name].weak
    phrases = [
        " ".join(trigger.words)
        for role in ("object", "subject")
        for phrase in data["words"].get(role, ())
        if phrase not in weak and " + " not in phrase
        for trigger in triggers_of(phrase, role, measures()[name], data.get("forms", {}))
    ]
    assert [] == [phrase for phrase in phrases if not any(cue in f" {phrase}" for cue in load("victims")["cues"])]
