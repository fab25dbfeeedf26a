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


def test_a_long_phrase_loses_its_tail() -> None:
    assert ["average price of a loaf of bread"] == subjects(
        "The average price of a loaf of bread in the shops of the old town of Belmark is $4."
    )


@given(st.text(alphabet="aA1 .,()-'&%$of the to and which rose", max_size=80))
def test_a_subject_is_made_of_the_words_of_its_sentence(sentence: str) -> None:
    for subject in subjects(sentence):
        assert subject is None or all(part in sentence for part in subject.split(", "))
