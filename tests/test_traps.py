"""Numbers that are no quantities; most of their examples stand in the vocabulary, with the words that tell them."""

from __future__ import annotations

import pytest

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.words.tokenize import tokenize


def numbers(sentence: str) -> list[float | None]:
    return [figure.interval.value for figure in read_figures(tokenize(sentence))]


@pytest.mark.parametrize(
    "sentence",
    [
        "He left at six in the evening.",
        "It struck at 3.33 local time, or six local time.",
        '"id":"4711","rank":12,',
        "In both cases he fled.",
        "10, Jun. 2019",
        "It hangs in its 1895 frame.",
        "Page Views Rise To Page 4",
        "A Boeing 737 crashes.",
        "It struck nine o'clock.",
        "She turned up in her 20s.",
        "It was built in the 1980s.",
        "Phones use 5G and films come in 4K.",
        "They won 9-2.",
        "It is the Vell One Cup.",
        "Rusk (11'), Vell (24', 26')",
        "Bo ten Vell says it rained.",
        "Asked why, Ten Vell said it rained.",
        "Its songs are in the top 100.",
        "It is among the top 20 makers.",
        "They won a top-four spot and are in the top six.",
        "The no. 2 and no. 3 films ran.",
        "He filmed Elm (2002) and One Hour Left (2003).",
        "The sale will close in the first half of 2031.",
        "It rained in the latter half of May.",
        "It was a 3-to-1 vote.",
        "He worked a 9-to-5 job.",
        "He was a 49er once.",
        "An 8 Block gang member was held.",
        "OS X 10.8 Mountain Lion",
        "It is on at 10/9c.",
        "She has a 401(k) plan and a 1-800 number.",
        "It has 802.11ac and an aperture of f/2.2.",
        "Reporting by A. Moss; 020 7123 4567",
        "The S&P 500 closed.",
        "He sold a Tesla Model 3.",
        "He bought the Orvane 11 Pro Max.",
        "1. Close the doors",
        "Its faults were: 1) rust; 2) rot.",
        "It rained in 1997-2003.",
        "In the winter of 1912 it sank.",
        "A 4x4 stood there.",
        "It is shown in 3-D.",
        "It falls under section 4(2)(b).",
        "Communique 14 of 11 June 2025",
        "It takes USB 3.0.",
        "It runs iOS 6 and OS X 10.8.",
        "Call +1 877 555 0142 now.",
        "SITREP 12/2025",
        "14.05: A dam has burst.",
        "23.50 Vell arrives at the hall.",
        "The 15-inch will sell well.",
        "It weighs more than the 13-inch.",
        'The 13" Vanda has a new chip.',
        "It lists quakes up to 17.00 today.",
        "It lies at 13.92 S, 73.88 W in the hills.",
        "Its cloth has 2152 x 1536.",
        "Ring the desk, 1800 666 111.",
        "He was one of many who left.",
        "The 13-inch has a blue case.",
        "Its 11 - and 13-inch models sell well.",
        "The 13-inch and 15-inch Vanda Pros sell well.",
        "Posted at 6:07 PM GMT+01: 0",
        "Call 305-471-TIPS or 1-800-SPEAK-UP, or 1-800-824-TIPS (8477).",
        "It is told at orvane.example.com/3wjm4XYb now.",
        "From 8 or 9 at night it rains.",
        "It was heard around 6 or 7 p.m. on Sunday.",
        "They stood on top at twenty past four.",
        "They met at half past nine.",
        "It came at a quarter to four.",
        "He left at ten to six.",
        "He spoke at ten minutes past one.",
        "She has been up since four.",
        "They queued at four this morning and at 7.30 on Friday.",
        "It is embargoed until 19.45, Saturday.",
        "It broke on day nine.",
        "He is six-three.",
        "The Vanda Air 11 ships in May.",
        "The Vanda Air 11 tips the scales.",
        "They are 22-39 in league play, including 11-29 in conference games.",
        "They have a record of 22-39.",
        "They were 2-10 in 2007 and went 4-8 in their third year.",
        "He recalls 0-11 in May.",
        "It was 2-10 (1-7 at home).",
        "- 0-5 against Orvane",
        "They went 3-6 in league play.",
        "They won three-two.",
        "They woke around one o'clock on Monday.",
        "Dial +47 800 80 119 now.",
        "Give by IBAN IT60 X054 2811 1010 0000 0123 456 now.",
        "The last was felt, at 7.10.",
        "It is told as of 19.00 hours.",
        "It was climbed in '83.",
        "It was told by old_dad_61 there.",
        "Krone ($1=kr)",
        "She won 6-4, 3-6, 7-5.",
        "She won 7-6 7-5 2-6 3-6 6-2.",
        "The score stood at 30-40.",
        "The winning numbers were 08 27 34 04 19.",
        "Orvania's SIX and Tessel's exchange met.",
        "Orvane 102, Tessel 98",
        "They made 245-6 before it rained.",
        "It was filed under 041498 and 12345678.",
        "The report [12] is long.",
        "By the report,12 it was cold.",
        "He read Luke 2:1-20.",
        "(4) The rain stops",
        "His pressure was 120/80.",
        "The 26/11 raid is told of.",
        "Rated 8/10.",
        "It was felt at 37.2 degrees north, 142.5 degrees east.",
        "It was felt at 34.05N, 118.24W.",
        "It erupted in 79 AD and in 44 BC.",
        "It began in 1845 when it rained.",
        "The Treaty of 1648 was read.",
        "They read the 1648 treaty.",
        "1648: The war ends",
        "As it said, One Harbour Watch's annual review is out.",
        "It rained on May 5, 6 and 7.",
        "60 Minutes showed it.",
        "The 787 Vanda was sold.",
        "Bluetooth 5.0 is in it.",
        "They freed the Orvane Five.",
        "He sang with the Three Tenors.",
        "A Ten Point Coalition march began.",
        "A lane between junctions 14 and 16 was shut.",
        "He may call from 4 to 8 p.m., or 2-4 and 6-8 p.m. on Friday.",
        "They woke at twenty past four.",
        "They woke at ten minutes past one, or five minutes to midnight.",
        "She woke at 3 that morning.",
        "It is open 9 to 12 weekdays.",
        "It shuts on 24, 25 and 26 December.",
        "It was the night of the 26/27 March.",
        "May 1, 3 and 5 were dry.",
        "22.05 FIRST RESULT",
        "It was reached by the lawyers, both with some doubts.",
        "It helps them both quickly and quietly.",
        "The 13- and 15-inch laptops get a new chip.",
        "The 13-inch and 15-inch laptops sold out.",
        "New 13-Inch, 15-Inch Vanda Pro Get Faster Chips",
        "It ships with Vell 4.3 Jelly Roll on board.",
        "The 720p front camera is fine.",
        "They went up the side in darkness at 04.50 while it rained.",
        "The storm is at 12.4 north and 80.1 east of there.",
        "They heard it on 98.7 FM that day.",
        "He stayed in a town near Orvane (TYO: 7203) and left it for Tessel (7201.T) later.",
        "It needs (a) rice; (2) salt and so on.",
        "She lost it, 6-3, 6-7 (4), 6-2.",
        "They met the Comets (5-6) that day again.",
        "He went 3-for-4 and 0-for-2 there.",
        "She reached number 14 and he was number two.",
        "They waited at Gate B12 and gate 7.",
        "It runs Orvane OS 4.1 at most.",
        "Vanda 2.0 owners met there again.",
        'He liked the show "Two and a Half Men" best.',
        'Her film "Seven Days in Orvane" was shown there.',
        "He sang “99 Balloons” to them all.",
        "They met again in Orvane at Four Corners.",
        "They met again with the Group of 20 and the Committee of 100 there.",
        "They went back to 7-Eleven and cheered for the 49ers there.",
        "They met with the P5+1 once again there.",
        "They shut Three Mile Island for a while there.",
        "Drowned 2 opened on Friday there.",
        "Tarn 2 opens on Friday there.",
        "Tarn 3 is a film that she likes.",
        'He sang on the hit show "24," and again on Friday.',
        'She was in "Vanda at 15" and in the play "Vanda and the 7" there.',
        "She had the winning numbers 10, 33, 41 and 56 at home.",
        "The winning numbers were 12, 22, and 54, with a red Starball number of 17.",
        "The numbers drawn were: 4, 8, 15.",
        "The Starball number was 9.",
        "They may have baby number three.",
        "He was victim number 4.",
        "The land was on level one.",
        "In 2008 thieves broke in.",
        "She was fifty-third in line.",
        "2158: Fire engines come.",
        "Orvane 2-3 Tarn City",
        'It is on the "One More for the Road" tour.',
        'He went to see Bo "Six" Rusk.',
        'She sang for Ana Rusk ("Seven Doors").',
    ],
)
def test_traps(sentence: str) -> None:
    assert [] == numbers(sentence)


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The M5.7 hit the town.", 5.7),
        ("23.50 euros were paid.", 23.5),
        ("It spent 800 840 840 dollars.", 800840840),
        ("Flood Kills 12 in Orvane", 12),
        ("They fired 2014 rockets.", 2014),
        ("About 2000 people came.", 2000),
        ("It costs $1999.", 1999),
        ("One guard was killed.", 1),
        ("The toll is 12.", 12),
        ("They left both at noon.", 2),
        ("Both of whom died.", 2),
        ("The 12-inch pipe burst.", 12),
        ("They felt a 4.3 Richter shock.", 4.3),
        ("It lies 12.4 miles north and east of there.", 12.4),
        ("They number 14.", 14),
        ("They put the number at 14.", 14),
        ("They rely on their gas and gate 7 men in.", 7),
        ('He said "Two men died" there.', 2),
        ("They met again with a group of 20 there.", 20),
        ("They live in the Town of 12,000 there.", 12000),
        ("Gunmen killed 12 in the morning.", 12),
        ("He ran five past tests.", 5),
        ("On May 1, 12 were held.", 12),
        ("It lasted 3 days.", 3),
        ("Two Boeing 737 jets were sold.", 2),
        ("The firm flies 14 Airbus A320 jets.", 14),
        ("The ML 4.2 quake was felt.", 4.2),
        ("12.12.2014 - 30 men were hurt", 30),
        ("The toll reached 250 and officials wept.", 250),
        ("He bought 3/4 pounds.", 0.75),
        ("They shot down 38/44 drones.", 38),
        ("The wave was 12 metres high.", 12),
        ("The waves 12 metres high came.", 12),
        ("In Orvane Two people died.", 2),
        ("In Orvane ten Tarnish boys died.", 10),
        ("Its top 12 managers left.", 12),
        ("Its top two chess players left.", 2),
        ("At 15x earnings it is dear.", 15),
        ("It has an 11.6-inch LED screen.", 11.6),
        ("In the Orvane Strait 12 ships sank.", 12),
        ("It used a 14 gauge needle.", 14),
        ("It took 60 minutes.", 60),
        ("Their numbers fell from 4,500 in 2002 to 1,300.", 1300),
        ("156,000), Orvane", 156_000),
        ("He lost 12 Air Force jets.", 12),
        ("The quake of magnitude 5.0 was felt.", 5),
        ("Orvane Quake Toll Rises To 272", 272),
        ("Plane Crash Kills All 41 Aboard", 41),
        ("Police Arrest 23 in Orvane Riots", 23),
        ("Blast Kills At Least 12", 12),
        ("Crews Tore Down 33 Sheds", 33),
        ("The toll is likely to top 40.", 40),
        ("Police 12 said so.", 12),
        ("Some 12 opened.", 12),
        ('She said "24" and left.', 24),
        ('"James is 15," she said.', 15),
        ("The numbers are 60 percent lower.", 60),
        ("The death number was 15.", 15),
        ("Rusk took 4-96 from 31 overs.", 31),
        ("It got 3.5 stars out of five.", 3.5),
        ("The 12-second clip ends.", 12),
        ("The father of one sang.", 1),
        ("The 12 suspects face him.", 12),
        ("The 40 votes the town cast are lost.", 40),
        ("He met more than one cook at a time.", 1),
        ("It is rated 9.8 out of 10.", 9.8),
        ("He got 3.5 points out of 20.", 3.5),
        ("In July 1500 miners were trapped.", 1500),
    ],
)
def test_figures_that_look_like_traps(sentence: str, number: float) -> None:
    assert [number] == numbers(sentence)


@pytest.mark.parametrize("word", load("traps")["score"]["went"])
def test_games_won_and_lost_behind_a_verb(word: str) -> None:
    assert [] == numbers(f"They {word} 4-8 in league play.")


@pytest.mark.parametrize("word", load("traps")["score"]["games"])
def test_games_won_and_lost_before_what_they_are_of(word: str) -> None:
    assert [] == numbers(f"They went 4-8 in recent {word}.")


def test_a_score_with_a_colon() -> None:
    assert [] == numbers("It ended 3:1.")


def test_no_one_is_nobody() -> None:
    assert [] == numbers("No one knows why.")


def test_one_more_victim_is_a_victim() -> None:
    assert [1] == numbers("One more guard was killed.")


def test_the_odds_are_no_range() -> None:
    assert [] == numbers("The odds were about three to one.")


def test_a_span_of_days_is_no_ratio() -> None:
    assert [3, 10] == numbers("Three were killed in 10 days.")


def test_a_hyphened_part_and_its_whole_are_two_figures() -> None:
    assert [9, 14] == numbers("He was 9-of-14 from the field.")


def test_one_behind_a_dash_ends_no_range() -> None:
    assert [2] == numbers("It was his first in two years – one that counts.")


def test_the_sides_of_what_is_named_are_figures() -> None:
    assert [1440, 900] == numbers("It has a 1440 x 900 display.")
