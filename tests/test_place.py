from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.context.gazetteer import lies_in
from crosstally.facts.context.place import find_places, nearest_place, places_around, with_whole
from crosstally.facts.lexicon import load

_TABLES = ("preposition", "verb", "event", "area", "site", "before", "named", "of")
_EXAMPLES = [(table, word, *example) for table in _TABLES for word, example in load("places")[table].items()]
_SILENT = [
    *load("places")["silent"]["sentences"],
    *load("places")["never"]["examples"],
    *load("places")["home"]["examples"],
    *load("places")["fled"]["examples"],
]


@pytest.mark.parametrize(("table", "word", "sentence", "place"), _EXAMPLES)
def test_every_word_of_the_vocabulary_explains_its_example(table: str, word: str, sentence: str, place: str) -> None:
    assert word.lower() in sentence.lower(), table
    assert [place] == [found.name for found in find_places(sentence)]


@pytest.mark.parametrize("table", ["between", "kind"])
def test_word_lists_have_an_example(table: str) -> None:
    sentence, place = load("places")[table]["examples"]
    assert any(word in sentence for word in load("places")[table]["words"])
    assert [place] == [found.name for found in find_places(sentence)]


@pytest.mark.parametrize("sentence", _SILENT)
def test_no_place_is_read_where_none_stands(sentence: str) -> None:
    assert find_places(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("A gunman from a Hartford, Conn., depot shot 8 people.", ["Hartford"]),
        ("A gunman from a Manchester, Conn., depot shot 8 people.", ["Manchester, Conn."]),
        ("Three died in Paris, Texas.", ["Paris, Texas"]),
        ("Three died in Kharkiv, Ukraine.", ["Kharkiv"]),
        ("Ten died in Tazert, Algeria, on Sunday.", ["Tazert, Algeria"]),
        ("Two died in the Harrow district of Lisbon.", ["Harrow district, Lisbon"]),
        ("Two died in the Lisbon district of Sorveda.", ["Sorveda"]),
        ("In Lyon and Nantes, 12 were hurt.", ["Lyon", "Nantes"]),
        ("Forty died in the Lyon Gazette fire coverage.", []),
        ("Two died in Lyon's old fire station yard.", []),
    ],
)
def test_names_of_several_words(sentence: str, names: list[str]) -> None:
    assert names == [found.name for found in find_places(sentence)]


def test_a_dateline_is_found_but_never_chosen() -> None:
    sentence = "NAIROBI, Kenya (AP) — A bus crash killed 12 people."
    places = find_places(sentence)
    assert [("Nairobi", "dateline")] == [(place.name, place.kind) for place in places]
    assert nearest_place(sentence, places, sentence.index("12"), sentence.index("12") + 2) is None


@pytest.mark.parametrize(
    ("sentence", "figure", "place"),
    [
        ("Police in Lyon found 12 bombs, but 4 went off in Nantes.", "4", "Nantes"),
        ("About 800 people marched in Lyon and another 90 marched in the city of Nantes.", "90", "Nantes"),
        ("About 800 people marched in Lyon and another 90 marched in the city of Nantes.", "800", "Lyon"),
        ("She told reporters in Geneva that 12 people had died.", "12", None),
        ("Twelve people died, 14 were hurt.", "14", None),
        ("In Lyon, where rain fell, 14 were hurt.", "14", "Lyon"),
        ("One man was held in Lyon, 14 in Nantes.", "14", "Nantes"),
        ("In a France school shooting 14 died.", "14", "France"),
    ],
)
def test_the_place_of_a_figure(sentence: str, figure: str, place: str | None) -> None:
    start = sentence.index(figure)
    found = nearest_place(sentence, find_places(sentence), start, start + len(figure))
    assert place == (found.name if found else None)


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("Kyiv", "Ukraine", True),
        ("Kyiv", "Russia", False),
        ("Kyiv", "Europe", True),
        ("Ukraine", "Europe", True),
        ("Ukraine", "Kyiv", False),
        ("Texas", "U.S.", True),
        ("Sonoma County", "California", True),
        ("Alfama district, Lisbon", "Lisbon", True),
        ("Alfama district, Lisbon", "Portugal", True),
        ("Alfama district, Lisbon", "Spain", None),
        ("Paris", "France", True),
        ("Paris", "Texas", None),
        ("Paris, Texas", "Texas", True),
        ("Paris, Texas", "France", False),
        ("Brooklyn", "New York City", None),
        ("Sorveda", "Spain", None),
        ("Spain", "Spain", False),
    ],
)
def test_places_within_places(inner: str, outer: str, expected: bool | None) -> None:  # noqa: FBT001 - a parameter of the table above
    assert expected is lies_in(inner, outer)


@given(
    st.text(alphabet=st.sampled_from("In Kyiv, Lyon's city of the at Mount .'“—(AP)Texas\n12"), max_size=200)
    | st.text()
)
def test_any_text_gives_places_with_their_offsets(sentence: str) -> None:
    done = 0
    for place in find_places(sentence):
        assert done <= place.start < place.end <= len(sentence)
        assert place.name
        done = place.end


def test_places_named_in_one_row_are_all_given() -> None:
    sentence = "Missiles killed 12 people in Kharkiv, Dnipro and Odesa."
    places = find_places(sentence)
    assert "Kharkiv; Dnipro; Odesa" == places_around(sentence, places, places[0])


def test_places_of_two_statements_are_not_put_in_one_row() -> None:
    sentence = "Missiles killed 12 people in Kharkiv and wounded 14 in Odesa."
    places = find_places(sentence)
    assert ["Kharkiv", "Odesa"] == [places_around(sentence, places, place) for place in places]


@pytest.mark.parametrize(("phrase", "sentence", "place"), [(k, *v) for k, v in load("places")["whole"].items()])
def test_what_is_told_of_the_whole_country(phrase: str, sentence: str, place: str) -> None:
    assert phrase in sentence.lower()
    assert [place] == [found.name for found in with_whole(sentence, find_places(sentence))]


def test_what_describes_a_noun_tells_no_place() -> None:
    sentence = "Police began a nationwide search for 12 men."
    assert [] == list(with_whole(sentence, find_places(sentence)))
