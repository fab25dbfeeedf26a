from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.intervals import Bound, Interval, exactly
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.numbers.hedges import Hedge, hedge_after, hedge_before, hedged
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.words.tokenize import tokenize

_BOUNDS: list[Bound] = ["at_least", "more_than", "at_most", "less_than", "about"]


def hedges() -> st.SearchStrategy[Hedge | None]:
    spread = st.sampled_from([0.0, 0.1])
    return st.none() | st.builds(Hedge, st.sampled_from(_BOUNDS), st.just(0.1), spread, st.just(0), st.just(1))


def exact(value: float) -> Numeral:
    return Numeral(1, 2, value, value, value, digits=True)


@given(st.floats(0, 1e12), hedges())
def test_the_number_written_lies_in_its_closed_interval(value: float, hedge: Hedge | None) -> None:
    found = hedged(exact(value), hedge)
    assert value == found.value
    assert found.low is None or found.low <= value
    assert found.high is None or value <= found.high
    assert (hedge.bound if hedge else "exact") == found.bound


@given(st.integers(2, 10**6), st.integers(2, 10), hedges())
def test_a_vague_word_stays_vague_and_keeps_an_end(low: int, times: int, hedge: Hedge | None) -> None:
    found = hedged(Numeral(1, 2, None, low, low * times, digits=False), hedge)
    assert ("vague", None) == (found.bound, found.value)
    assert low == found.low or low * times == found.high
    assert found.low is not None
    assert found.high is None or found.low <= found.high


@pytest.mark.parametrize(
    ("hedge", "expected"),
    [
        (None, Interval(40, 40, 40)),
        (Hedge("at_least", 0, 0, 0, 1), Interval(40, 40, None, bound="at_least")),
        (Hedge("more_than", 0, 0, 0, 1), Interval(40, 40, None, low_open=True, bound="more_than")),
        (Hedge("at_most", 0, 0, 0, 1), Interval(40, 0, 40, bound="at_most")),
        (Hedge("less_than", 0, 0, 0, 1), Interval(40, 0, 40, high_open=True, bound="less_than")),
        (Hedge("about", 0.1, 0.1, 0, 1), Interval(40, 36, 44, bound="about")),
        (Hedge("about", 0.1, 0, 0, 1), Interval(40, 36, 40, high_open=True, bound="about")),
    ],
)
def test_what_a_hedge_makes_of_forty(hedge: Hedge | None, expected: Interval) -> None:
    assert expected == hedged(exact(40), hedge)


def test_the_spread_of_a_loss_lies_on_both_sides_of_it() -> None:
    assert Interval(-40, -44, -36, bound="about") == hedged(exact(-40), Hedge("about", 0.1, 0.1, 0, 1))
    assert hedged(exact(-40), Hedge("at_most", 0, 0, 0, 1)).low is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least | 12", ("at_least", 0, 2)),
        ("a little over | 12", ("more_than", 0, 3)),
        ("no more than | 12", ("at_most", 0, 3)),
        ("said some | 12", ("about", 1, 2)),
        ("he saw | 12", None),
        ("| 12", None),
    ],
)
def test_the_longest_hedge_before_a_number(text: str, expected: tuple[str, int, int] | None) -> None:
    before = text.split("|", maxsplit=1)[0].strip()
    hedge = hedge_before(tokenize(text.replace("| ", "")), len(tokenize(before)))
    assert expected == (hedge and (hedge.bound, hedge.first, hedge.stop))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 or more", ("at_least", 1, 3)),
        ("12-plus", ("at_least", 2, 3)),
        ("12+", ("at_least", 1, 2)),
        ("12 or fewer", ("at_most", 1, 3)),
        ("12-odd", ("about", 2, 3)),
        ("12 or not", None),
        ("12 and more than nine", None),
        ("12", None),
    ],
)
def test_the_hedge_behind_a_number(text: str, expected: tuple[str, int, int] | None) -> None:
    hedge = hedge_after(tokenize(text), 1)
    assert expected == (hedge and (hedge.bound, hedge.first, hedge.stop))


_HEDGE_WORDS = sorted({phrase for hedge in load("hedges")["hedge"] for phrase in hedge["before"]})
_ODD_NUMBERS = [0.0, -0.0, 1.0, -1.0, -40.0, 1e-30, -1e-30, 5e-324, 0.05, 1e29]


def _hedge(phrase: str) -> Hedge | None:
    """The hedge that a phrase is before a number, a word of change before it where it needs one."""
    words = tokenize(phrase)
    only = load("hedges")["only_behind"].get(phrase)
    return (
        hedge_before(words, len(words))
        if only is None
        else hedge_before(tokenize(f"{only[0]} {phrase}"), len(words) + 1)
    )


@pytest.mark.parametrize("phrase", _HEDGE_WORDS)
@pytest.mark.parametrize("value", _ODD_NUMBERS)
def test_every_hedge_leaves_a_value_whatever_the_number(phrase: str, value: float) -> None:
    hedge = _hedge(phrase)
    assert hedge is not None
    for spread in (None, 1.0):
        found = hedged(exact(value), hedge, spread=spread)  # an empty interval cannot be built
        assert value == found.value


@given(st.floats(-1e30, 1e30), hedges(), st.none() | st.just(1.0))
def test_no_number_makes_a_hedged_interval_empty(value: float, hedge: Hedge | None, spread: float | None) -> None:
    assert value == hedged(exact(value), hedge, spread=spread).value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Temperatures fell below zero Celsius overnight.", Interval(0, None, 0, high_open=True, bound="less_than")),
        ("Turnout was about 0 percent.", Interval(0, -1, 1, bound="about")),
        ("The thermometer is 58° below zero.", Interval(-58, -58, -58)),
        ("It was minus-130 degrees.", Interval(-130, -130, -130)),
        ("It was nearly 0 degrees.", Interval(0, 0, 0, bound="about")),
        ("It was about minus 40 degrees.", Interval(-40, -44, -36, bound="about")),
        ("It will be -10 to -5 degrees.", Interval(None, -10, -5, bound="range")),
        ("It was 40 degrees below zero.", Interval(-40, -40, -40)),
        ("It was 5 degrees above zero.", Interval(5, 5, 5)),
        ("About 60 percent voted.", Interval(60, 59, 61, bound="about")),
        ("The rate ticked up to 7.9 percent.", Interval(7.9, 7.9, 7.9)),
        ("Many flee; toll up to 13.", Interval(13, 13, 13)),
        ("The total is now up to 13.", Interval(13, 13, 13)),
        ("A follow-up to 12 attacks was planned.", Interval(12, 12, 12)),
        ("It can hold up to 12 boats.", Interval(12, 0, 12, bound="at_most")),
    ],
)
def test_figures_at_and_below_zero_and_shares(text: str, expected: Interval) -> None:
    [found] = read_figures(tokenize(text))
    assert expected == found.interval


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The jury sat for 11 hours over two days.", "exact"),
        ("Over two days of talks, they agreed.", "exact"),
        ("The plan, spread over two years, is new.", "exact"),
        ("Sales fell 12% over two months.", "exact"),
        ("Cooks won a 9% raise over six years.", "exact"),
        ("They will raise over six years.", "more_than"),
        ("He stole £300 over two years.", "exact"),
        ("She lost 12 kg (26 lb) over nine weeks.", "exact"),
        ("The gang killed 12 people over three days.", "exact"),
        ("The jab is for people over three years.", "more_than"),
        ("It was after over nine weeks.", "more_than"),
        ("Over two years have passed.", "more_than"),
        ("The talks took over two days.", "more_than"),
        ("He lived there for over two years.", "more_than"),
        ("The wait was over two hours.", "more_than"),
        ("Children over two years pay.", "more_than"),
        ("The fire burned over two homes.", "more_than"),
        ("The find brings the toll up to two.", "exact"),
        ("The truck brought up to two men.", "at_most"),
        ("He had 11 goals over 40 career games.", "exact"),
        ("Rusk beat Ana Vell over 12 rounds.", "exact"),
        ("Police fired over 12 rounds.", "more_than"),
        ("Suits were filed over three deaths.", "exact"),
        ("They complained over two homes.", "exact"),
        ("It costs from $40 up to $90.", "exact"),
        ("It has from 8 GB up to 64 GB.", "exact"),
        ("Boats from Orvane took up to two men.", "at_most"),
        ("It costs $40 plus tax.", "exact"),
        ("It costs $40 plus.", "at_least"),
        ("He faces a maximum sentence of 14 years.", "at_most"),
        ("The maximum prison term is 14 years.", "at_most"),
        ("It has a maximum speed of 14 knots.", "exact"),
        ("It ended his sentence of 14 years.", "exact"),
        ("Seats from £20 are gone.", "at_least"),
        ("He bought seats from 20 theatres.", "exact"),
        ("Seats from £20 to £80 are gone.", "range"),
        ("He took £20 from £90.", "exact"),
        ("The car starts at $900.", "exact"),
        ("It costs $40m plus add-ons.", "exact"),
        ("He earns £90 plus bonuses.", "exact"),
        ("The £90 plus tickets are gone.", "at_least"),
        ("He is held under a $500 bond.", "exact"),
        ("Under a dozen came.", "less_than"),
    ],
)
def test_over_a_span_is_the_time_through_which_something_goes_on(text: str, bound: str) -> None:
    assert bound == read_figures(tokenize(text))[-1].interval.bound


def test_what_something_goes_by_and_who_rules_are_no_bounds() -> None:
    data = load("hedges")["ruling"]
    assert ["exact"] * len(data["examples"]) == [bound_of(text) for text in data["examples"]]
    assert ["less_than"] * len(data["silent"]) == [bound_of(text) for text in data["silent"]]
    assert [] == [noun for noun in data["nouns"] if not any(noun in text for text in data["examples"])]


def bound_of(text: str) -> str:
    """The bound of the one figure of a sentence."""
    [figure] = read_figures(tokenize(text))
    return figure.interval.bound


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("He would not serve more than 40 years.", "at_most"),
        ("He never served more than 40 years.", "more_than"),
        ("He may never serve more than 40 years.", "at_most"),
        ("It cannot hold more than 40 litres.", "at_most"),
        ("It does not hold fewer than 40 litres.", "at_least"),
        ("He did not know that more than 40 died.", "more_than"),
        ("It is not true: more than 40 died.", "more_than"),
    ],
)
def test_a_verb_that_is_denied_turns_a_bound_behind_it_round(text: str, bound: str) -> None:
    assert bound == bound_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("over a three-year period", exactly(3)),
        ("under a 12-tonne lorry", exactly(12)),
        ("over a week", Interval(1, 1, None, low_open=True, bound="more_than")),
        ("more than a three-year wait", Interval(3, 3, None, low_open=True, bound="more_than")),
    ],
)
def test_what_says_when_or_where_is_no_hedge_of_what_it_stands_before(text: str, expected: Interval) -> None:
    assert [expected] == [figure.interval for figure in read_figures(tokenize(text))]


@pytest.mark.parametrize(
    ("sentence", "bound"),
    [
        ("He was jailed for 14 years over a $6m scam.", "exact"),
        ("The mayor quits over $3m bribe", "exact"),
        ("The firm was fined over 12 deaths.", "exact"),
        ("The firm was fined over $500.", "more_than"),
        ("He stole over $6m in a scam.", "more_than"),
        ("The scam cost over $6m.", "more_than"),
    ],
)
def test_what_befalls_somebody_over_an_affair(sentence: str, bound: str) -> None:
    figures = read_figures(tokenize(sentence))
    assert bound == figures[-1].interval.bound


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll has crossed the 400 mark.", ("more_than", 400.0)),
        ("The count surged past the 2,000-mark on Monday.", ("more_than", 2000.0)),
        ("The count reached the 400 mark.", ("exact", 400.0)),
        ("The count neared the 400 mark.", ("exact", 400.0)),
        ("The count has passed 400 marks.", ("exact", 400.0)),
    ],
)
def test_a_mark_that_was_passed_is_less_than_the_count(text: str, expected: tuple[str, float]) -> None:
    figures = read_figures(tokenize(text))
    assert [expected] == [(figure.interval.bound, figure.interval.value) for figure in figures]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Sales have now passed 25 million units.", "more_than"),
        ("Its circulation crossed 3 million.", "more_than"),
        ("They passed 40 bills.", "exact"),
        ("The house passed $25 million in aid.", "exact"),
        ("They passed out 25 million leaflets.", "exact"),
    ],
)
def test_only_a_count_goes_past_millions(text: str, bound: str) -> None:
    assert bound == read_figures(tokenize(text))[-1].interval.bound
