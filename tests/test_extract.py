from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts

_WORDS = [
    *[
        "at least",
        "about",
        "no",
        "one",
        "twelve",
        "12",
        "1,200",
        "3.5",
        "$4m",
        "half of",
        "dozens of",
        "a",
        "the",
        "-",
        "50-60",
        "T-72",
    ],
    *[
        "people",
        "were",
        "killed",
        "injured,",
        "missing",
        "dead",
        "boats",
        "percent",
        "km",
        "a week",
        "old",
        "of them",
        "including",
        "others",
    ],
    *[
        "rose to",
        "fell",
        "could",
        "denied",
        "said",
        "Edda Marn,",
        "in Lyon",
        "on Monday",
        ".",
        "\n\n",
        "“",
        "”",
        "(",
        ")",
        ";",
        "and",
        "to",
        "or",
    ],
]


def texts() -> st.SearchStrategy[str]:
    news = st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join)
    marks = st.text(alphabet=st.sampled_from("12,.-–%$€½'’\"“”()\n\u00a0\u202f aAoftenZ°/:+#"), max_size=80)
    return news | marks | st.text(max_size=80)


@given(texts(), st.none() | texts())
def test_any_text_gives_facts_that_stand_where_they_say(text: str, title: str | None) -> None:
    document = Document("report", text, "The Ledger", title=title, published=datetime(2024, 3, 17, tzinfo=UTC))
    facts = extract_facts(document)
    sections = {"title": title or "", "body": text}
    for fact in facts:
        assert fact.quote == sections[fact.section][fact.start : fact.end]
        assert fact.quote.strip() == fact.quote != ""
        assert fact.sentence in sections[fact.section]
        assert fact.quote in fact.sentence
        low, high = fact.interval.low, fact.interval.high
        assert low is None or high is None or low <= high
    assert len(facts) == len({fact.fact_id for fact in facts})
    assert facts == extract_facts(document)


@given(texts())
def test_facts_are_in_the_order_of_the_text(text: str) -> None:
    starts = [fact.start for fact in extract_facts(Document("report", text, "The Ledger"))]
    assert sorted(starts) == starts


def test_a_report_with_a_title() -> None:
    text = "ORVANE — At least 12 people were killed in Lyon on Monday, Edda Marn said. Two others were hurt."
    document = Document("report", text, "The Ledger", title="12 dead", published=datetime(2024, 3, 19, tzinfo=UTC))
    title, killed, injured = extract_facts(document)
    assert ("title", "12", "killed") == (title.section, title.quote, title.measure)
    assert ("body", "At least 12 people", "killed", "person") == (
        killed.section,
        killed.quote,
        killed.measure,
        killed.counted,
    )
    assert ("count", "count", "total", "asserted") == (killed.unit, killed.dimension, killed.scope, killed.status)
    assert ("Lyon", "2024-03-18", "Edda Marn") == (killed.place, killed.event_time, killed.speaker)
    assert (2, "injured") == (injured.interval.value, injured.measure)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We lost four in May.", [4]),
        ("It fell to minus four overnight.", [-4]),
        ("The two met.", [2]),
        ("On Friday eight million tuned in.", [8e6]),
        ("He is the youngest of four.", [4]),
        ("- 22 and 38 in all", [22, 38]),
        ("It has two doors, one on each side.", [2, 1]),
        ("Four men came, of whom one is a cook.", [4]),
        ("He sang, and one of note.", []),
        ("It cost twice as much.", [2]),
        ("She sang thrice.", [3]),
        ("They lost the match twice last year.", [2]),
        ("- EPS of Rs. 17.92", [17.92]),
        ("Two-point-four million, no less.", [2.4e6]),
        ("It has three ports, two more than the Vell.", [3, 2]),
        ("One exploded.", []),
        ("The old one sank.", []),
        ("Both boards agreed.", [2]),
        ("It runs both 2.5 and 3.5 drives.", [2.5, 3.5]),
        ("Both sides left.", []),
        ("He pays for both films as well as shows.", []),
        ("Both have doors.", []),
        ("They fall under both laws.", [2]),
        ("It made $9 in the same quarter a year ago.", [9]),
        ("It lost 0.9 percent to 3,331.5.", [0.9, 3331.5]),
        ("It studied 100m-year-old rock.", [1e8]),
        ("It has Vanda Server 2012 R2.", []),
        ("The airline ordered 16 787-9 aircraft.", [16]),
        ("It sold 20 boats plus 10 rafts.", [20, 10]),
        ("It was a two-and-a-half-year talk.", [2.5]),
        ("It is a one-in-four chance.", [25]),
        ("It is a 1-in-100 flood.", [1]),
    ],
)
def test_a_bare_number_word_is_a_claim_but_for_one(text: str, expected: list[float]) -> None:
    assert expected == [fact.interval.value for fact in extract_facts(Document("d", text, "Alder Gazette"))]


def test_furniture_and_small_vague_counts_are_left_out() -> None:
    text = "The men met.\n\nSeveral shops were shut.\n\nSubscribe now for $1 a week\n\n3 min read\n"
    assert [] == extract_facts(Document("report", text, "The Ledger"))


def test_times_are_no_persons() -> None:
    facts = extract_facts(Document("d", "It killed twice as many.", "Alder Gazette"))
    assert [("count", 2, None)] == [(fact.measure, fact.interval.value, fact.counted) for fact in facts]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Rusk had 26 points, and Vell scored 20 for the Harriers.", ["point", "point"]),
        ("Vell scored 20, while Rusk added 15 points.", ["point", "point"]),
        ("Vell scored 20 and Rusk had 15 saves.", ["count", "count"]),
        ("Rusk had 26 points in May, and Vell scored two goals.", ["point", "count"]),
        ("The index fell 26 points, and the mill sacked 20 in May.", ["point", "count"]),
    ],
)
def test_somebody_scores_points_where_another_does(text: str, units: list[str]) -> None:
    assert units == [fact.unit for fact in extract_facts(Document("report", text, "The Ledger"))]


def test_a_unit_is_named_with_its_rate() -> None:
    [fact] = extract_facts(Document("report", "He earns $12 an hour.", "The Ledger"))
    assert ("dollar per hour", "currency", "hour", "money") == (fact.unit, fact.dimension, fact.per, fact.measure)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Residents said one bomb fell on the market.", [("one bomb", "bomb")]),
        ("They said that one bomb fell on the market.", [("one bomb", "bomb")]),
        ('"They are stealing our dreams," said one leaflet.', []),
        ("It was a long night, said one miner.", []),
        ("One miner close to the talks told the paper of it.", []),
        ("One young miner has said it was a long night.", []),
        ("One site, run by miners, recently reported that it was a long night.", []),
        ("One miner was paid and told to leave.", [("One miner", "miner")]),
        ("The navy foiled a six-boat attack.", [("six-boat attack", "boat")]),
        ("It has a six-speed gearbox.", [("six-speed gearbox", "speed")]),
        ("A five-speed manual is dear.", [("five-speed", "speed")]),
        ("The 12 county senate met.", [("12 county senate", "county")]),
        ("He runs the 60 clerk Tessel Board.", [("60 clerk Tessel Board", "clerk")]),
        ("The 12 harbour police left.", [("12 harbour police", "police")]),
        ("The 12 bank clerks left.", [("12 bank clerks", "clerk")]),
        ("Its 12 Orvane boats left.", [("12 Orvane boats", "boat")]),
        ("She hit six 3-pointers.", [("six 3-pointers", "pointer")]),
        ("She hit six 3-2 serves.", [("six", None)]),
        ("It has 3 million combined viewers.", [("3 million combined viewers", "viewer")]),
        ("Orvane and Tessel made 12 combined in May.", [("12", None)]),
        ("The lab owns a five axis lathe.", [("five axis lathe", "axis")]),
        ("A nine member panel met.", [("nine member panel", "member")]),
        ("The saw has a 4 cylinder engine.", [("4 cylinder engine", "cylinder")]),
        ("It runs on 4 cylinder diesel engines.", [("4 cylinder diesel engines", "engine")]),
        ("Some 40 hill police left.", [("Some 40 hill police", "police")]),
        ("Shells hit a 200-pupil primary school.", [("200-pupil primary school", "pupil")]),
        ("A 12-strong crew left.", [("12-strong crew", "crew")]),
        ("It has a crew of 12.", [("12", "crew")]),
        ("It has a cargo of 12.", [("12", None)]),
        ("They were warned five times this season.", [("five times", "time")]),
        ("They were warned five times and left.", [("five times", "time")]),
        ("They were warned twice.", [("twice", "time")]),
        ("They paid twice the price.", [("twice", None)]),
        ("It trades at nine times earnings and pays well.", [("nine times earnings", None)]),
        ("It costs three times the price.", [("three times", None)]),
        ("He was shot three times.", [("three times", None)]),
    ],
)
def test_what_is_counted(text: str, expected: list[tuple[str, str]]) -> None:
    facts = extract_facts(Document("d", text, "Alder Gazette"))
    assert expected == [(fact.quote, fact.counted) for fact in facts]


def test_an_adverb_counts_times() -> None:
    [fact] = extract_facts(Document("d", "It went round the block twice.", "s"))
    assert (2, "time") == (fact.interval.value, fact.counted)
