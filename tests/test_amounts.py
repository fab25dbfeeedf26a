"""Units, currencies and suffixes beside a number."""

from __future__ import annotations

import pytest

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.words.tokenize import tokenize


def amounts(sentence: str) -> list[tuple[float | None, str | None]]:
    """The number and unit of each figure."""
    return [(f.interval.value, f.unit.name if f.unit else None) for f in read_figures(tokenize(sentence))]


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("It lies 12 kilometres away.", 12, "kilometre"),
        ("It lies 12km away.", 12, "kilometre"),
        ("It lies 12 km away.", 12, "kilometre"),
        ("It lies 12 ft. away.", 12, "foot"),
        ("It fell 4%.", 4, "percentage"),
        ("It may be off by plus or minus 4%.", 4, "percentage"),
        ("It lies a mile and half away.", 1.5, "mile"),
        ("It lies close to two cinemas.", 2, None),
        ("It fell 4 percentage points.", 4, "percentage point"),
        ("It was 30°C.", 30, "degree Celsius"),
        ("It was 30C.", 30, "degree Celsius"),
        ("They agreed to a 30-day truce.", 30, "day"),
        ("Winds reached 90 km/h.", 90, "kilometre per hour"),
        ("It weighs 20 (kg).", 20, "kilogram"),
        ("It took 1/4 of an hour.", 0.25, "hour"),
        ("Half of an hour passed.", 0.5, "hour"),
        ("He paid $12.", 12, "dollar"),
        ("He paid US$12.", 12, "dollar"),
        ("He paid 12 $ there.", 12, "dollar"),
        ("He paid €12.", 12, "euro"),
        ("He paid EUR 12.", 12, "euro"),
        ("He paid K12,000.", 12000, "kwacha"),
        ("He paid N12 million.", 12e6, "nigerian naira"),
        ("He paid P12bn.", 12e9, "peso"),
        ("He paid Q12,000.", 12000, "guatemalan quetzal"),
        ("He paid 12 MEUR.", 12e6, "euro"),
        ("He paid 12 TEUR.", 12e3, "euro"),
        ("He paid 12 kSEK.", 12e3, "swedish krona"),
        ("He paid MSEK 1,200.", 1.2e9, "swedish krona"),
        ("He paid eur 12.", 12, "euro"),
        ("He paid 12 dollars.", 12, "dollar"),
        ("He paid £3 million.", 3_000_000, "pound sterling"),
        ("He paid 3 million pounds.", 3_000_000, "pound sterling"),
        ("He lost 3 pounds.", 3, "pound-mass"),
        ("It is 1,400 light-years off.", 1400, "light-year"),
        ("It took 29 remarkable minutes.", 29, "minute"),
        ("It is wide (20 in).", 20, "inch"),
        ("It is 0.68 in thick.", 0.68, "inch"),
        ("He paid 75 euro million.", 75_000_000, "euro"),
        ("It took 12 or more years.", 12, "year"),
        ("It lies 20-plus miles off.", 20, "mile"),
        ("A 59-yarder won it.", 59, "yard"),
        ("She won the 100m contest.", 100, "metre"),
    ],
)
def test_the_unit_of_a_number(sentence: str, value: float, unit: str) -> None:
    assert [(value, unit)] == amounts(sentence)


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("He paid $3m.", 3_000_000, "dollar"),
        ("He paid $3bn.", 3_000_000_000, "dollar"),
        ("He paid £50k.", 50_000, "pound sterling"),
        ("Some 3m people came.", 3_000_000, None),
        ("The gap is 3m wide.", 3, "metre"),
        ("He paid $3K.", 3000, "dollar"),
        ("They recalled 1.6m bath toys.", 1_600_000, None),
        ("In all, 9.3m saw it.", 9_300_000, None),
        ("It drew 5.8m (28%).", 5_800_000, None),
        ("Seas of 6m hit it.", 6, "metre"),
        ("3m waves hit it.", 3, "metre"),
        ("He won the 100m contest.", 100, "metre"),
        ("A strip 4m wide feeds cows.", 4, "metre"),
        ("He paid Rs 12 cr.", 120_000_000, "rupee"),
        ("He paid $2.4 mil.", 2_400_000, "dollar"),
        ("He paid $2.4 mill.", 2_400_000, "dollar"),
        ("He paid $2.4 bil.", 2_400_000_000, "dollar"),
        ("He lost sh85,000 in all.", 85_000, None),
        ("The watches are worth Dh16 million.", 16e6, "united arab emirates dirham"),
        ("A ticket is Dh900.", 900, "united arab emirates dirham"),
        ("The hold-up costs Sh30 million a day.", 30e6, "shilling"),
        ("Each family gets Rp4.5bn.", 4.5e9, "indonesian rupiah"),
        ("Each family gets VND4.5 million.", 4.5e6, "vietnamese dong"),
        ("Each family gets Lm5 million.", 5e6, None),
        ("It has a 2.9 GHz i7,750 GB disk.", 2.9, "gigahertz"),
        ("The number of homeless rose to 1.3m.", 1_300_000, None),
        ("The population had shrunk to 3.1m in May.", 3_100_000, None),
        ("Tessel's subscribers will top 80m by May.", 80_000_000, None),
        ("Sales topped 80m last year.", 80_000_000, None),
        ("Jobs lost: 2m.", 2_000_000, None),
        ("An audience of 7m saw it.", 7_000_000, None),
        ("More than 2m have fled.", 2_000_000, None),
        ("Around 4m watched the final.", 4_000_000, None),
        ("The passengers fell 80m.", 80, "metre"),
        ("The visitors walked to 80m.", 80, "metre"),
        ("The wall rises to 3m.", 3, "metre"),
        ("The tower tops 80m.", 80, "metre"),
        ("Visibility fell to 50m.", 50, "metre"),
        ("The bus fell 30m into a gorge.", 30, "metre"),
        ("The guide was at 7m.", 7, "metre"),
    ],
)
def test_a_letter_behind_the_digits(sentence: str, value: float, unit: str | None) -> None:
    assert (value, unit) == amounts(sentence)[0]


def test_an_m_is_a_million_beside_a_sure_one() -> None:
    assert [5_800_000, 28, 6_700_000] == [value for value, _ in amounts("It drew 5.8m (28%), at most 6.7m at noon.")]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Tessel has 30m users; Vanda has 18m.", [30e6, 18e6]),
        ("Tessel has 30m users; a wall of 18m fell.", [30e6, 18]),
    ],
)
def test_an_m_is_a_million_behind_the_verb_of_a_sure_one(sentence: str, values: list[float]) -> None:
    assert values == [value for value, _ in amounts(sentence)]


@pytest.mark.parametrize(
    ("key", "form"),
    [
        ("numbered", "The {} reached 9m."),
        ("doing", "Some 9m {} help."),
        ("left", "It left 9m {}."),
        ("into", "It drove 9m into {}."),
    ],
)
def test_what_tells_a_million(key: str, form: str) -> None:
    sentences = [form.format(word) for word in load("numerals")["millions"][key]]
    assert [] == [sentence for sentence in sentences if amounts(sentence)[0] != (9e6, None)]


@pytest.mark.parametrize("key", ["courses", "sizes", "directions", "things"])
def test_what_is_in_metres_is_no_million(key: str) -> None:
    strip = "A strip 4m {} grew."
    forms = {"courses": "She won the {}m contest.", "sizes": strip, "directions": strip, "things": "They saw 4m {}s."}
    sentences = [forms[key].format(word) for word in load("numerals")["metres"][key]]
    assert [] == [sentence for sentence in sentences if not str(amounts(sentence)[0][1]).endswith("metre")]


@pytest.mark.parametrize("size", load("numerals")["metres"]["sizes"])
def test_in_before_a_size_is_an_inch(size: str) -> None:
    assert [(0.68, "inch")] == amounts(f"The strip is 0.68 in {size}.")


@pytest.mark.parametrize("sentence", ["Some 12 at sea were lost.", "About 12 a day came.", "Some 12 in Orvane left."])
def test_a_small_word_is_no_unit(sentence: str) -> None:
    assert [(12, None)] == amounts(sentence)


def test_a_sign_before_a_number_is_no_unit_of_the_one_before_it() -> None:
    assert [(3, None), (1_000_000, "dollar")] == amounts("Three $1 million tickets were sold.")


@pytest.mark.parametrize("sentence", ["He climbed K2 there.", "He wore an N95 mask.", "It has a 5K screen."])
def test_a_letter_before_a_mere_number_is_no_money(sentence: str) -> None:
    assert [unit for _, unit in amounts(sentence)] == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bus left the road at the R61 near Orvane.", []),
        ("It lies on the R573.", []),
        ("Traffic on the R300 was halted.", []),
        ("Marchers blocked the R59.", []),
        ("The driver in the crash paid the R500 fine.", [500]),
        ("He spent the R500 on food.", [500]),
        ("On the R20 million he paid tax.", [20e6]),
        ("On the road he paid R61 a litre.", [61]),
    ],
)
def test_a_road_is_no_sum(sentence: str, expected: list[float]) -> None:
    assert expected == [value for value, _ in amounts(sentence)]


@pytest.mark.parametrize("word", load("numerals")["lettered"]["roads"]["near"])
def test_words_near_a_road(word: str) -> None:
    assert [] == amounts(f"Where they stood by the R61, {word} and all, it rained.")


@pytest.mark.parametrize("word", load("numerals")["lettered"]["roads"]["before"])
def test_words_before_a_road(word: str) -> None:
    assert [] == amounts(f"It lay {word} the R61.")


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("It weighed 3 kg.", "3 kg"),
        ('"It weighed 3 kg."', "3 kg"),
        ("It fell 12 ft.", "12 ft"),
        ("It lies 12 ft. away.", "12 ft."),
        ("It was 14 sq. km.", "14 sq. km"),
    ],
)
def test_the_full_stop_of_the_sentence_is_of_no_unit(sentence: str, quote: str) -> None:
    tokens = tokenize(sentence)
    (figure,) = read_figures(tokens)
    assert quote == tokens.text[tokens.starts[figure.first] : tokens.ends[figure.stop - 1]]
