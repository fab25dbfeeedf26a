"""Rates: what a figure is per - "a week", "per day", "a share"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.numerals import read_numeral
from crosstally.facts.numbers.units import Unit, surfaces, symbols
from crosstally.facts.words.links import link_words
from crosstally.facts.words.noun_phrases import noun_phrase
from crosstally.facts.words.nouns import VERBS, is_plural, word_class
from crosstally.facts.words.tokens import Tokens

_BRACKETED = 6  # tokens of a conversion in brackets: "a 1.8 billion-mile (2.8bn km) journey"
_GIVING = frozenset({"of", "to", "at", "in", ":", "was", "were", "is", "are"})  # between "per share" and its sum
_REACH = 5  # tokens there: "earnings per share | came in at | $2"
_VERBS = VERBS | {"r"}
_COMPARED = frozenset({"more", "less", "extra"})
_SHORTEST = 2  # letters of a thing; "per se" is Latin
_EVERY_OF = frozenset({"for", "in", "of", "to", "among"})
_EVERY = frozenset({"every", "each"})
_BASES = frozenset({100, 1000, 10_000, 100_000, 1_000_000})  # of rates: "deaths in every 100,000"
_POWERS = frozenset({"square", "sq", "cubic"})


class _Rates(NamedTuple):
    periods: dict[str, str]  # by every word for it
    things: frozenset[str]
    adverbs: dict[str, str]
    introducers: frozenset[str]


@cache
def _rates() -> _Rates:
    rates = load("rates")
    named = {period: period for period in rates["periods"]} | rates["abbreviated"]
    return _Rates(named, frozenset(rates["things"]), rates["adverbs"], frozenset(rates["introducers"]))


def periods() -> Mapping[str, str]:
    """Spans of time that a rate may be per, by the words for them: "year" and "annum" are the year."""
    return _rates().periods


def read_rate(tokens: Tokens, figure: Figure) -> None:
    """Adds the rate: "5000 soldiers | a week", "$70 | a share", "$70 -a - share", "earnings per share were | $2"."""
    _read_behind(tokens, figure)
    if figure.unit is not None and figure.per is not None:
        whole = surfaces().get(f"{figure.unit.name} per {figure.per}")  # "220 kilometres (140 miles) an hour"
        figure.unit, figure.per = (whole, None) if whole else (figure.unit, figure.per)
    is_sum = figure.per is None and figure.unit is not None and figure.unit.dimension == "currency"
    if is_sum and _is_of_share(tokens, figure.first):
        figure.per = "share"


def _read_behind(tokens: Tokens, figure: Figure) -> None:
    """Adds the rate that stands behind a figure."""
    periods, things, adverbs, introducers = _rates()
    counts = figure.unit is not None or figure.noun is not None
    i = _past_complement(tokens, figure) if counts else figure.stop
    lasts = figure.unit is not None and figure.unit.dimension == "time"  # "nine hours daily" are no rate of hours
    if tokens.at(i) in adverbs and counts and not lasts:
        figure.per, figure.stop = adverbs[tokens.at(i)], i + 1
        return
    i += tokens.at(i) in _COMPARED and tokens.at(i + 1) in introducers and tokens.at(i + 2) in periods
    i += tokens.at(i) == "-"
    word = tokens.at(i)
    if (closing := past_brackets(tokens, i)) > i and figure.unit is not None:
        if tokens.at(closing) in introducers and tokens.at(closing + 1) in periods:
            figure.per = periods[tokens.at(closing + 1)]  # "9 billion shekels | ($2.4 billion) a year"
        return
    if (many := _past_every(tokens, i)) is not None and _is_round(tokens, many):
        _read_many(tokens, figure, many)
        return
    if word not in introducers or (word == "per" and _read_many(tokens, figure, i + 1)):
        return
    thing = tokens.at(i + 1 + (tokens.at(i + 1) == "-"))
    if tokens.at(i + 2) in {"earlier", "ago", "later", "before", "after", "old"}:
        return
    if word in {"a", "per"} and thing in _POWERS and (unit := _power(tokens, i + 1)) is not None:
        figure.per, figure.stop = unit.name, i + 3
        return
    is_told = figure.unit is not None and not lasts  # and not "in six months | a patient was hurt"
    per_thing = (word in {"per", "/"} or (word in link_words("indefinite") and is_told)) and thing in things
    if thing in periods or per_thing or (word == "per" and counts and _is_one(tokens, i + 1)):
        is_behind = i > figure.stop and tokens.at(i - 1) in _COMPARED  # "$310 more | a year": the quote goes on past it
        stop = figure.stop if is_behind else i + 2 + (tokens.at(i + 1) == "-")
        figure.per, figure.stop = periods.get(thing, thing), stop


def _is_one(tokens: Tokens, i: int) -> bool:
    """Whether one thing of any kind ends a phrase at token `i`: "a royalty of $2 per | device |", not "per | se"."""
    word = tokens.at(i)
    is_noun = tokens.kinds[i : i + 1] == ["word"] and tokens.words[i] == word and word_class(word) in {"n", ""}
    if not is_noun or is_plural(word) or len(word) <= _SHORTEST:
        return False
    whole = noun_phrase(tokens, i, plural=False)
    return whole is not None and whole.stop == i + 1


def _read_many(tokens: Tokens, figure: Figure, i: int) -> bool:
    """Adds how many a rate is per, where a number at token `i` says so: "14 deaths per | 100,000 people"."""
    many = read_numeral(tokens, i) if i < len(tokens) else None
    if many is None or many.value is None:
        return False
    noun = noun_phrase(tokens, many.stop, plural=True)
    figure.per = f"{many.value:,.12g}"
    figure.stop = figure.after = many.stop if noun is None else noun.stop
    return True


def _past_every(tokens: Tokens, i: int) -> int | None:
    """The token behind "for every" and its like at `i`: "27.5 | for every | 100,000 people"; None where none stands."""
    i += tokens.lower[i : i + 2] == ["out", "of"]
    return i + 2 if tokens.at(i) in _EVERY_OF and tokens.at(i + 1) in _EVERY else None


def _is_round(tokens: Tokens, i: int) -> bool:
    """Whether the number at token `i` is a power of ten that rates are per: "every | 1,000", not "every 300 pupils"."""
    many = read_numeral(tokens, i) if i < len(tokens) else None
    return many is not None and many.value in _BASES


def _is_of_share(tokens: Tokens, i: int) -> bool:
    """Whether a sum that begins at token `i` is what its subject says of one share: "profit per share is | $2"."""
    k = i - 1
    while k > 0 and (tokens.lower[k] in _GIVING or word_class(tokens.lower[k]) in _VERBS):
        k -= 1
    return i - 1 - k <= _REACH and tokens.lower[max(0, k - 1) : k + 1] == ["per", "share"]


def past_brackets(tokens: Tokens, i: int) -> int:
    """Steps over a conversion in brackets that opens or closes at token `i`, or begins no further on."""
    if tokens.at(i) not in {"(", ")"}:
        return i
    closing = tokens.lower[i : i + _BRACKETED]
    return i + closing.index(")") + 1 if ")" in closing else i


def _power(tokens: Tokens, i: int) -> Unit | None:
    """The unit of two words at token `i`: "square | metre", "sq | m"."""
    if i + 1 >= len(tokens):
        return None
    text = tokens.text[tokens.starts[i] : tokens.ends[i + 1]]
    return symbols().get(text) or surfaces().get(text.lower())


def _past_complement(tokens: Tokens, figure: Figure) -> int:
    """Steps over a short "of" phrase before a rate: "2 billion gallons | of jet fuel | a year"."""
    if tokens.at(figure.stop) != "of":
        return figure.stop
    for i in range(figure.stop + 2, min(figure.stop + 5, len(tokens))):
        if tokens.lower[i] in {"a", "an", "per"} and tokens.at(i + 1) in periods():
            return i
    return figure.stop
