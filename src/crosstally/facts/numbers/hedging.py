"""The hedge of a figure: the words before or behind it that say how exactly its number is known."""

from __future__ import annotations

from crosstally.facts.intervals import Interval
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.counting import counts
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.hedges import Hedge, hedge_after, hedge_before, hedged
from crosstally.facts.numbers.numeral import Numeral, magnified
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import singular, stop_words, word_class
from crosstally.facts.words.tokens import DASHES, Tokens

_ARTICLES = link_words("indefinite")
_PREPOSITIONS = frozenset({"over", "under", "above", "below"})
_GUESSED = 10.0
_DESCRIBED = 2  # tokens from "maximum" to its noun: "maximum | prison | term"
_LYING = 6  # tokens of a depth: "to three metres of"
_NEUTRAL = frozenset(load("hedges")["neutral"]["before"])


def read_hedge(tokens: Tokens, figure: Figure, numeral: Numeral) -> None:
    """Reads the hedge before a figure, neutral words between ("at least a further 12"), else the one behind it.

    It may stand before an age, too: "under | the age of 12".
    """
    i = figure.first - 3 * (tokens.lower[max(0, figure.first - 3) : figure.first] == ["the", "age", "of"])
    while (hedge := hedge_before(tokens, i)) is None and tokens.at(i - 1) in _NEUTRAL:
        i -= 1
    if hedge is not None and not _is_place(tokens, hedge, numeral) and tokens.at(numeral.first) != "both":
        figure.hedge, figure.first = hedge, hedge.first
        if figure.interval.bound != "range":
            figure.interval = _hedged(figure, numeral, hedge)
    elif _is_limit(tokens, figure):
        figure.interval = _hedged(figure, numeral, Hedge("at_most", 0.0, 0.0, figure.first, figure.first))
    else:
        read_hedge_behind(tokens, figure, numeral)


def read_hedge_behind(tokens: Tokens, figure: Figure, numeral: Numeral) -> None:
    """Reads the hedge behind a figure that has none before it: "105+ | million", "20-plus | years"."""
    if figure.hedge is None and figure.interval.bound == "exact":
        hedge = hedge_after(tokens, figure.stop)
        if hedge is not None and not _is_paid_beside(tokens, figure, hedge):
            scaled = magnified(tokens, numeral._replace(stop=hedge.stop))  # "105+ | million"
            figure.hedge, figure.interval, figure.stop = hedge, _hedged(figure, scaled, hedge), scaled.stop
            if figure.unit is None:  # "20-plus | years"
                figure.unit, figure.stop = unit_behind(tokens, scaled.stop)
                figure.after = figure.stop if figure.unit is not None else figure.after


def _is_paid_beside(tokens: Tokens, figure: Figure, hedge: Hedge) -> bool:
    """Whether "plus" behind a sum brings in what is paid on top of it: "£29m | plus add-ons", not "a £50-plus fee"."""
    is_money = figure.unit is not None and figure.unit.dimension == "currency"
    is_plus = tokens.at(figure.stop) == "plus" and tokens.at(figure.first - 1) not in _ARTICLES | {"the"}
    behind = tokens.at(hedge.stop)
    is_named = tokens.kinds[hedge.stop : hedge.stop + 1] == ["word"] and behind not in stop_words()
    is_tied = tokens.at(hedge.stop + 1) == "-"  # "add-ons"
    return is_money and is_plus and is_named and (is_tied or word_class(behind) in {"", "j"})


def _is_limit(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is the most that a court may give: "a maximum sentence of | 14 years", "maximum term is"."""
    noun = figure.first - 2
    if figure.interval.bound != "exact" or tokens.at(noun) not in load("hedges")["limited"]["nouns"]:
        return False
    is_said = tokens.at(noun + 1) in {"of", "is"}
    return is_said and "maximum" in tokens.lower[max(0, noun - _DESCRIBED) : noun]


def _is_place(tokens: Tokens, hedge: Hedge, numeral: Numeral) -> bool:
    """Whether what hedges elsewhere says where or when: "over | a three-year period", "held under | a $500 bond".

    Nobody guesses at numbers below ten: a blast is "close to | two cinemas".
    """
    if tokens.lower[hedge.first : hedge.stop] == ["close", "to"]:
        return numeral.magnitude == 1 and numeral.high < _GUESSED and counts(tokens, numeral.stop)
    is_one_word = hedge.stop - hedge.first == 1 and tokens.at(hedge.first) in _PREPOSITIONS
    if is_one_word and numeral.value is None:
        return True  # "on leave over | several years", "under | several names"
    if is_one_word and tokens.at(hedge.first) == "under" and _is_ruled(tokens, numeral.stop):
        return True
    is_thing = tokens.at(numeral.stop) in DASHES or (tokens.at(hedge.first) == "under" and numeral.digits)
    return is_one_word and tokens.at(hedge.stop) in _ARTICLES and is_thing


def _is_ruled(tokens: Tokens, i: int) -> bool:
    """Whether what something goes by is counted from token `i` on: "under 46 | brands", "under dozens | of names".

    Or what lies on it is measured: "buried under two | to three metres of snow".
    """
    ruling = load("hedges")["ruling"]
    lying = (k for k in range(i, i + _LYING) if tokens.at(k) == "of" and tokens.at(k + 1) in ruling["lying"])
    i += tokens.at(i) == "of"
    return any(lying) or any(singular(word) in ruling["nouns"] for word in tokens.lower[i : i + 2])


def _hedged(figure: Figure, numeral: Numeral, hedge: Hedge) -> Interval:
    """The interval of a hedged number; shares are known to a point: "about 60 percent" is 59 to 61."""
    points = hedge.bound == "about" and hedge.above > 0 and figure.unit is not None and figure.unit.name == "percentage"
    return hedged(numeral, hedge, spread=1.0 if points else None)
