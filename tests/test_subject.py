"""What a figure is about: the phrase beside it and the phrase that leads its clause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.slots.subject import subjects_of
from crosstally.facts.words.tokenize import tokenize


def subjects(sentence: str) -> list[str | None]:
    tokens = tokenize(sentence)
    return subjects_of(tokens, read_figures(tokens))


def subjects_with_ages(sentence: str) -> list[str | None]:
    return [fact.subject for fact in extract_facts(Document("report", sentence, "The Ledger"))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Timber exports to Orvania dropped 7%.", ["Timber exports to Orvania"]),
        ("Orvane Motors will cost $40 million.", ["Orvane Motors"]),
        ("In 2018, rents for young tenants grew by 3 percent.", ["rents for young tenants"]),
        ("Orvane, which makes harbour cranes, rose 4.1%.", ["Orvane"]),
        ("Calm hopes were led by Belmark Dairies, which was up 2.8%.", ["Belmark Dairies"]),
        ("The firm that makes harbour cranes rose 4.1%.", ["firm"]),
        ("The World Orchid Fund (WOF) raised $3 million.", ["World Orchid Fund"]),
        ("Sales in Orvania and Belmark rose 12%.", ["Sales in Orvania and Belmark"]),
        ("Its fleet of 88 vans covered 9 million km.", ["fleet", "fleet of 88 vans"]),
        ("Copper cost $3.", ["Copper"]),
        ("Copper cost about $3.", ["Copper"]),
        ("Two clerks face more than 12 counts.", [None, "clerks"]),
        ("The price list has 12 lines.", ["price list"]),
        ("Copper could cost the mill $3 million.", ["mill, Copper"]),
        ("The ferry company, hit by strikes, said it lost $2 million.", ["ferry company"]),
    ],
)
def test_the_phrase_that_leads_the_clause(sentence: str, expected: list[str]) -> None:
    assert expected == subjects(sentence)


def test_every_clause_has_its_own() -> None:
    assert ["Brent Index", "Brent Index", "Tallow 40"] == subjects(
        "The Brent Index fell 0.4% to end at 7,412.5, while the Tallow 40 gained 1.2%."
    )


def test_a_pronoun_leaves_the_clause_to_the_phrase_before() -> None:
    assert ["Orvane Motors"] == subjects("Orvane Motors is cutting about 650 jobs.")
    assert ["Orvane Motors"] == subjects("Orvane Motors said it will hire 650 workers.")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The van has a five-litre engine.", ["engine, van"]),
        ("They spent 60% of their savings.", ["savings"]),
        ("The brewer posted a net profit of $3 million.", ["net profit, brewer"]),
        ("The brewer posted a profit of $3 million (€2.7 million).", ["profit, brewer", "profit, brewer"]),
        ("The probe began a 1.8 billion-mile (2.8bn km) journey.", ["journey, probe", "journey, probe"]),
        ("The pump holds 450 litres (99 gallons) of water.", ["water, pump", "water, pump"]),
        ("Gainers: Orvane +0.2% Belmark +0.3%", ["Orvane", "Belmark"]),
        ("It holds $12 million worth of grain.", ["grain"]),
        ("They burned 12 million dollars' worth of grain.", ["grain"]),
        ("Fuel sold at 42 cents a litre and $3 a gallon.", ["Fuel", "Fuel"]),
        ("The mine lifted its output to 2 million tonnes of copper.", ["output, mine"]),
        ("Exports fell to 2 million tonnes of copper.", ["copper, Exports"]),
        ("It posted a profit of $3 million, raised by $2 million.", ["profit", "profit"]),
        ("The tablet's 10-inch screen broke.", ["screen, tablet's"]),
        ("Tessel paid $3 million for the mill.", ["mill, Tessel"]),
        ("Tessel drew a fine of $3 million for the spill.", ["fine, Tessel"]),
        ("It posted sales of EUR 3 million and a loss of EUR 2 million.", ["sales", "loss"]),
        ("Sales of EUR 3 million, up EUR 2 million, are rare.", ["Sales", "Sales"]),
        ("We need $3 million in gifts.", ["gifts"]),
        ("It got $3 million from the port.", ["port"]),
        ("It fell $3 million from its peak.", [None]),
        ("We need $3 million (€2.7 million) in fresh capital.", ["fresh capital", "fresh capital"]),
        ("The mill lost $3 million in May.", ["mill"]),
        ("The mill lost $3 million in the capital.", ["mill"]),
        ("The $3 million spent largely on roads is gone.", ["roads"]),
        ("The mill spent $3 million on roads.", ["mill"]),
        ("The strike knocked $3 million off its value.", ["value, strike"]),
        ("It has a 9 kWh pack and a range of 300 miles.", ["pack", "range"]),
        ("The ministry reckons that 40 percent will be sold.", [None]),
        ("The harbour squad has rowers over the age of 40.", ["rowers, harbour squad"]),
    ],
)
def test_the_phrase_beside_a_measured_figure(sentence: str, expected: list[str]) -> None:
    assert expected == subjects(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Some 300 residents were moved.", [None]),
        ("Prices fell, and 45 protesters were arrested.", [None]),
        ("There were four thousand people.", [None]),
        ("The quake damaged 18 houses.", ["quake"]),
        ("There are 900 students at Belmark College.", ["Belmark College"]),
        ("In a survey of 900 employers, most were glad.", ["survey"]),
        ("A. Moreno (15.3 ppg)", ["Moreno"]),
        ("It sold a four-door sedan.", ["sedan"]),
        ("It sold a four door sedan.", ["sedan"]),
        ("The brewer runs a depot with 85 vans.", ["depot, brewer"]),
        ("Tessel's 64 shops closed.", ["Tessel's"]),
        ("There's three people.", [None]),
        ("The brewer signed a pact covering 12 ports.", ["pact, brewer"]),
        ("The brewer shut a mill, sacking 12 clerks.", ["brewer"]),
        ("The brewer shut a mill sacking 12 clerks.", ["brewer"]),
        ("The arrest of 12 clerks at the mill was wrong.", ["arrest"]),
        ("The poll was sent to 166 call clerks in 24 towns.", ["towns, poll", "poll"]),
        ("The brewer stood in a yard with 85 vans.", ["brewer"]),
        ("One chief resigned, and twelve other clerks left the firm.", [None, None]),
        ("Two of Orvane's clerks stayed, and twelve others left the firm.", [None, None]),
        ("In order to fill 60 posts, it hired an agency.", [None]),
        ("The firm won an order of 60 cranes.", ["order, firm"]),
    ],
)
def test_what_counted_things_belong_to(sentence: str, expected: list[str | None]) -> None:
    assert expected == subjects(sentence)


def test_somebody_of_an_age_leads_a_clause() -> None:
    assert [None, "30-year-old"] == subjects_with_ages("A 30-year-old could draw 2 percent.")
    assert [None, "30-year-old", None, "60-year-old"] == subjects_with_ages(
        "A 30-year-old pays 2 percent, and a 60-year-old pays 4 percent."
    )
    assert ["Vell", "girls", "girls"] == subjects_with_ages("Vell hit two girls, aged 12 and 15.")
    assert ["Vell", "Vell"] == subjects_with_ages("Vell hit two girls on Monday, aged 55.")
    assert ["pay for women"] * 2 == subjects_with_ages("The pay for women aged 25 rose by 2 percent.")


def test_a_time_is_no_subject() -> None:
    assert ["shares"] == subjects("The shares last year rose 5%.")
    assert [None] == subjects("He worked for 16 years.")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We need at least $3 million.", [None]),
        ("We clearly need at least $3 million.", [None]),
        ("He faces 12 counts.", [None]),
        ("It features a 9 kWh pack.", ["pack"]),
        ("The van sells well, as it seats nine people.", ["van"]),
        ("The van made it news for $3 million.", ["news, van"]),
        ("The mill gave them shares worth $3 million.", ["shares, mill"]),
        ("They, users for 12 days, left.", ["users"]),
        ("This turned into a trade worth $3 million.", ["trade"]),
    ],
)
def test_what_a_pronoun_does_is_no_phrase(sentence: str, expected: list[str | None]) -> None:
    assert expected == subjects(sentence)


def test_a_country_in_capitals_is_no_pronoun() -> None:
    assert ["Sales in the US"] == subjects("Sales in the US rose 5%.")
    assert ["jobs"] == subjects("The strike cost us jobs worth $3 million.")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The strike caused it to fall 24%.", ["strike"]),
        ("The mill expects sales to rise 5%.", ["sales, mill"]),
        ("He wants them to head the guild for $3 million.", ["guild"]),
        ("The squad won while shooting 47% from the line.", ["line, squad"]),
        ("The mill cut jobs because spending in the port rose 5%.", ["spending in the port"]),
        ("They sued the brewer to return $3 million.", ["brewer"]),
        ("It led to them spending $3 million.", [None]),
        ("A five-speed manual is dear, and a six-speed one is dearer.", [None]),
        ("Thanks to rain the mill lost $3 million.", ["mill"]),
        ("He went back to work this week for $3 million.", ["work"]),
        ("The road to gate 12 cost $3 million.", ["road to gate"]),
    ],
)
def test_an_infinitive_is_no_phrase(sentence: str, expected: list[str | None]) -> None:
    assert expected[-1:] == subjects(sentence)[-1:]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Shares of Orvane (ORV.N) rose 5%.", ["Shares of Orvane"]),
        ("July 14 (Ledger) - Shares of Orvane rose 5%.", ["Shares of Orvane"]),
        ("The mill (with sales of $2 million) lost $3 million.", ["sales", "mill"]),
        ("The mill (with sales of $3 million) is closed.", ["sales"]),
        ("Its wines — which include port and sherry — earn $3 million.", ["wines"]),
        ("Its wines - among them a port - cost $9.", ["wines"]),
        ("The wines--a port and a sherry--have passed $3 million.", ["wines"]),
        ("The Orvane-Tessel line costs $3 million.", ["Orvane-Tessel line"]),
        ("The mill - the oldest of all - and a barn cost $3 million.", ["barn"]),
        ("The pass is open - the tunnel - while fares rose 5%.", ["fares"]),
    ],
)
def test_what_is_set_off_is_no_phrase(sentence: str, expected: list[str | None]) -> None:
    assert expected == subjects(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The petition that asked the mill to end the sale drew 900 names.", ["petition"]),
        ("The van we compare to the Tessel costs $3 million.", ["van"]),
        ("Shoppers buying the shoes spent $3 million.", ["Shoppers"]),
        ("The cost of the four year plan to mend the roof will be $3 million.", ["cost of the four year plan"]),
        ("In the report it said sales rose 5%.", ["sales"]),
        ("In a bid to win the vote the guild spent $3 million.", ["guild"]),
        ("The ruling led the mill to say sales rose 5%.", ["sales"]),
        ("The mill plans to close the depot, and sales rose 5%.", ["sales"]),
    ],
)
def test_the_head_before_a_clause_of_its_own_leads(sentence: str, expected: list[str | None]) -> None:
    assert expected == subjects(sentence)[-1:]


def test_a_date_in_full_is_no_phrase() -> None:
    assert ["Sales"] == subjects("Sales in July of 2016 rose 5%.")
    assert ["sum in the MAR5000"] == subjects("The sum in the MAR5000 rose 5%.")


def test_what_is_said_in_a_higher_degree_is_no_phrase() -> None:
    assert ["mill"] == subjects("The mill was more attractive at $3 million.")
    assert ["skilled clerks, mill"] == subjects("The mill hired more skilled clerks for $3 million.")


def test_a_site_is_one_word() -> None:
    assert ["post on orvane.org"] == subjects("A post on orvane.org drew 900 replies.")


def test_a_long_phrase_loses_its_tail() -> None:
    assert ["average price of a loaf of bread"] == subjects(
        "The average price of a loaf of bread in the shops of the old town of Belmark is $4."
    )


@given(st.text(alphabet="aA1 .,()-'&%$of the to and which rose", max_size=80))
def test_a_subject_is_made_of_the_words_of_its_sentence(sentence: str) -> None:
    for subject in subjects(sentence):
        assert subject is None or all(part in sentence for part in subject.split(", "))
