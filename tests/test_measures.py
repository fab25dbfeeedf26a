"""Which word of its sentence a figure belongs to; what each word means is tested with the vocabulary."""

from __future__ import annotations

import pytest

from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.roles.frames import framed
from crosstally.facts.roles.measures import assign_measures
from crosstally.facts.words.hits import find_triggers
from crosstally.facts.words.tokenize import tokenize


def measures(sentence: str) -> list[str | None]:
    tokens = tokenize(sentence)
    figures = read_figures(tokens)
    found = assign_measures(tokens, figures, find_triggers(tokens), framed(tokens, figures))
    return [measure.name if measure else None for measure in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Police put the crowd at 30, the unions at 120.", ["attending", "attending"]),
        ("The death toll is 29, up from 23.", ["killed", "killed"]),
        ("Death toll: 41 (was 38)", ["killed", "killed"]),
        ("About 2,000 people attended the rally, down from 3,000.", ["attending", "attending"]),
        ("Turnout was 59.9 percent, down sharply from 67.3 percent.", ["turnout", "turnout"]),
        (
            "Net income was 4 million dollars, or 20 cents a share, up from 3 million dollars.",
            ["profit", "money", "profit"],
        ),
        ("The death toll is 12, and a train came up from 23 towns.", ["killed", None]),
        ("Five clerks belonging to one family died.", ["killed", None]),
        ("Five clerks from one family died.", ["killed"]),
        ("The court sentenced four men to death by hanging and acquitted nine others.", ["charged", None]),
        ("The court put to death nine others.", ["killed"]),
        ("Some 40 people boarded the ill-fated boat.", [None]),
        ("The 40 guards were ill-prepared.", [None]),
        ("The stew left 40 guards ill.", ["infected"]),
        ("The pill cut deaths in a trial of 3,000 patients.", [None]),
        ("In a trial of 3,000 patients, 40 died.", [None, "killed"]),
        ("The toll in the town rose to 40.", ["killed"]),
        ("The death toll crossed the 400 mark.", ["killed"]),
        ("The death toll nears the 400 mark.", [None]),
        ("Two men drowned, bringing the year's total to 14.", ["killed", "killed"]),
        ("Two men drowned, bringing the club's total to 14.", ["killed", None]),
        ("The toll stood at 12 on Friday and 15 on Saturday.", ["killed", "killed"]),
        ("Nine people died on Monday and 12 on Friday.", ["killed", None]),
        ("Three children were among the 46 killed.", ["killed", "killed"]),
        ("Three children were among the 46 guests killed.", ["killed", "killed"]),
        ("Three children sat among the 46 killed.", [None, "killed"]),
        ("Two guards and three clerks were among the 46 killed.", ["killed"] * 3),
        ("Twelve people died: five men and seven women.", ["killed"] * 3),
        ("Twelve people died: five men and six dogs.", ["killed", None, None]),
        ("Twelve people were killed: seven near the road and five along the shore.", ["killed"] * 3),
        ("Twelve people were killed: seven near the road and four along the shore.", ["killed", None, None]),
        ("The suspect, one of six brothers, died of his wounds.", [None, None]),
        ("Two of his three brothers served in the war and one was killed.", [None, None, "killed"]),
        ("Some 33 people sat indoors and eleven dead lay outside.", [None, "killed"]),
        ("The slain guard's five children have been promised money.", [None]),
        ("Six relatives of those killed sued.", [None]),
        ("POLICE SHOOTING: 3 OFFICERS ON LEAVE", [None]),
        ("Police arrested 58 suspects (54 men, four women).", ["arrested", "arrested", "arrested"]),
        ("Two of the 11 paintings are missing.", [None, None]),
        ("The two women she's accused of gunning down were friends.", ["killed"]),
        ("The seven they killed were all sons.", ["killed"]),
        ("She was one of five people known to have died.", ["killed"]),
        ("Two cousins of the boy killed there spoke.", [None]),
        ("Nine sought treatment.", ["injured"]),
        ("Petrane bought Voltaris for $36 million (£20 million).", ["deal_price", "deal_price"]),
        ("The court gave it a record €5 million ($6 million) fine.", ["fine", "fine"]),
        ("It has sales of $5 million (and owes €6 million).", ["revenue", "money"]),
        ("Shares in Orvane closed down 34 cents at $12.", ["money", "share_price"]),
        ("Petrane will buy Voltaris Corp. for $36 million.", ["deal_price"]),
        ("Petrane bought a mill. Voltaris sells bread for $3.", ["money"]),
        ("Police, backed by 200 soldiers, arrested a man.", [None]),
        ("In raids by 200 officers 12 men were arrested.", [None, "arrested"]),
        ("Thirty-four of the detained are minors.", ["arrested"]),
        ("The raid left 14 killed (six women, eight men).", ["killed", "killed", "killed"]),
        ("Eight guards were hurt, two by bottles.", ["injured", "injured"]),
        ("Families lost the grant, some 400 children in all.", [None]),
        ("The mayor gave the toll as 40, the ministry as 52.", ["killed", "killed"]),
        ("The police counted 30 protesters, the unions 120.", ["attending", "attending"]),
        ("Officials put the number of dead at 40, aid workers at more than 60.", ["killed", "killed"]),
        ("The army lost 40 guns, the rebels 12.", [None, None]),
        ("There were 12 deaths.", ["killed"]),
        ("The body of 40 lawmakers met.", [None]),
        ("The body of a man and the bodies of 3 women lay there.", ["killed"]),
        ("The tally of those rescued reached 12.", ["rescued"]),
        ("The total arrested is now 12.", ["arrested"]),
        ("A total of 12 guests waited.", [None]),
        ("Those still held numbered 12.", ["arrested"]),
        ("Also detained were two cooks.", ["arrested"]),
        ("The boys detained were 12 and 14.", [None, None]),
        ("Kidnappings rose to 12.", ["kidnapped"]),
        ("Kidnappings rose by 12 percent.", ["percent"]),
        ("More clerks were evacuated, bringing the total to 12.", ["evacuated"]),
        ("The deaths were confirmed by 12 doctors.", [None]),
        ("Rioters set five buses alight.", ["damaged"]),
        ("The mill laid 40 workers off.", ["jobs_cut"]),
        ("The gale brought 53 towers down.", ["destroyed"]),
        ("Among the 14 dead were three children.", ["killed", "killed"]),
        ("Police reported 12 dead.", ["killed"]),
        ("Twelve people have since been reported dead.", ["killed"]),
        ("The blast killed a guard and 12 visitors.", ["killed"]),
        ("The toll in the old town stood at 12.", ["killed"]),
        ("Twelve people in two villages north of Orvane died.", ["killed", None]),
        ("The storm lasted 3 days.", ["duration"]),
        ("Of the 19 dead, five were children.", ["killed", "killed"]),
        ("Of the 187 people on board, 123 were rescued.", ["aboard", "rescued"]),
        ("The strike killed 12 people, including three children.", ["killed", "killed"]),
        ("The strike killed 12 and wounded 40.", ["killed", "injured"]),
        ("A 4.4 quake shook the town.", ["magnitude"]),
        ("There were 12 badly wounded soldiers and 40 damaged shops.", ["injured", "damaged"]),
        ("Seven wounded soldiers died.", ["killed"]),
        ("The quake damaged 40 temples, including churches and mosques, 8 bridges and a mill.", ["damaged", "damaged"]),
        ("Twelve houses were damaged by the quake, as well as seven bridges.", ["damaged", "damaged"]),
        ("The blast killed a total of 12 visitors.", ["killed"]),
        ("Divers recovered the bodies of three men.", ["killed"]),
        ("Forty homes were destroyed and 60 others damaged.", ["destroyed", "damaged"]),
        ("Doctors are treating 40 people.", ["injured"]),
        ("Nine of the dead were cooks.", ["killed"]),
        ("All 16 on board were killed.", ["killed"]),
        ("The crash killed 26 of the 41 people on board.", ["killed", "aboard"]),
        ("Gunmen released five of the 14 hostages taken in May.", ["rescued", "kidnapped"]),
        ("The gang freed 16 of the 38 pupils seized from a school.", ["rescued", "kidnapped"]),
        ("Police released 20 of the 60 people arrested.", [None, "arrested"]),
        ("Four of the nine suspects were freed on bail.", [None, None]),
        ("Police let go 20 of the 60 marchers they had detained.", [None, "arrested"]),
        ("Police arrested 20 of the 60 marchers.", ["arrested", None]),
        ("Cyclone toll over 1,000, hundreds displaced", ["killed", "displaced"]),
        ("Some 200 inmates fled, many recaptured.", [None]),
        ("At least 200 inmates broke out, most recaptured.", ["escaped"]),
        ("Two explosions caused a mine to collapse.", [None]),
        ("Storm kills 9, cuts power to 200,000", ["killed", "without_power"]),
        ("Blaze kills 4, chases 300 from homes", ["killed", None]),
        ("The army destroyed barns, shops and 12 cars.", ["destroyed"]),
        ("6.2 quake hits Orvane", ["magnitude"]),
        ("A 6.2 earthquake rocks the coast.", ["magnitude"]),
        ("The death toll climbs past 1,300.", ["killed"]),
        ("Quake toll hits 212", ["killed"]),
        ("Some 60 people, including six crew, had been aboard.", ["aboard", "aboard"]),
        ("Nearly 600 aftershocks, dozens of them of magnitude 4, were felt.", [None, None, "magnitude"]),
        ("Nine of the 12 dead were cooks.", ["killed", "killed"]),
        ("Five of the nine deaths were slow.", ["killed", "killed"]),
        ("Of 187 drones fired, 142 were shot down.", ["fired", "intercepted"]),
        ("Nine of the wounded died.", ["killed"]),
        ("Police arrested 14 people, two of them women.", ["arrested", "arrested"]),
        ("The number of people confirmed dead rose to 23.", ["killed"]),
        ("The number of homes destroyed reached 60.", ["destroyed"]),
        ("A guard died, bringing to 31 the number of dead.", ["killed"]),
        ("The brawl left three dead and five people injured.", ["killed", "injured"]),
        ("Twelve guards fired at the crowd.", ["shooters"]),
    ],
)
def test_how_a_figure_is_tied_to_its_trigger(sentence: str, expected: list[str | None]) -> None:
    assert expected == measures(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The strike killed hopes of a deal between 12 nations.",
        "Twelve guards were fired at by the crowd.",
        "Twelve witnesses said the men had died.",
        "The man killed in the crash had 12 brothers.",
        "The killed men left 12 sacks of grain.",
        "The toll-free number is 199.",
        "He is charged with the attempted murders of two men.",
        "A number of people were injured at 12 schools.",
        "The town recorded 6.2 homicides per 100,000 people.",
        "A four-alarm fire burned in the hills.",
        "A five-time champion was killed.",
    ],
)
def test_a_trigger_of_something_else_says_nothing(sentence: str) -> None:
    assert None in measures(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("48 of the 64 people on board were rescued.", ["rescued", None]),
        ("Nine of the 41 people on board died.", ["killed", "aboard"]),
        ("The crash killed 28 of 41 passengers.", ["killed", None]),
        ("The blast left nine of the 12 guards dead.", ["killed", None]),
        ("Divers saved 39, leaving 76 of the 118 guests still missing.", ["rescued", "missing", None]),
        ("Twelve of 40 houses were destroyed.", ["destroyed", None]),
        ("Six of the 14 injured soldiers have died.", ["killed", "injured"]),
        ("Three of the 12 people killed were children.", ["killed", "killed"]),
        ("Two of the 12 people who died were nurses.", ["killed", "killed"]),
        ("Nine of the 12 dead were women.", ["killed", "killed"]),
    ],
)
def test_what_befell_a_part_did_not_befall_the_whole(sentence: str, expected: list[str | None]) -> None:
    assert expected == measures(sentence)


def test_a_unit_fits_its_own_measures_only() -> None:
    assert ["duration"] == measures("He was killed 3 days later.")
    assert ["depth"] == measures("The body lay 3 metres deep.")
