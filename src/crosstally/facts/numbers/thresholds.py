"""Round numbers that a count went past or came to: "the toll crossed | the 400 mark"."""

from __future__ import annotations

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.amounts import hyphen_at
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.hedges import Hedge, hedged
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.words.tokens import Tokens

_MILLION = 1e6


def read_threshold(tokens: Tokens, figure: Figure, numeral: Numeral) -> None:
    """Reads a mark that was passed as more than its number, and one that was reached as that number.

    It counts no marks: what a count comes to is what it counts. So many millions are passed by a count alone: "sales
    have passed | 25 million units".
    """
    noun, the = figure.noun, figure.first - 1
    words = load("hedges")["threshold"]
    if (
        figure.unit is None
        and figure.hedge is None
        and numeral.magnitude >= _MILLION
        and tokens.at(the) in words["many"]
    ):
        figure.hedge = Hedge("more_than", 0.0, 0.0, the, the + 1)
        figure.interval = hedged(numeral, figure.hedge)
        return
    mark = figure.after + hyphen_at(tokens, figure.after)
    if tokens.at(mark) not in words["nouns"] or tokens.at(the) != "the" or (noun and noun.head != mark):
        return
    is_passed = tokens.at(the - 1) in words["passed"]
    if is_passed or tokens.at(the - 1) in words["reached"]:
        figure.noun, figure.hyphen, figure.stop = None, False, mark + 1
    if is_passed:
        figure.hedge = Hedge("more_than", 0.0, 0.0, the - 1, the)
        figure.interval = hedged(numeral, figure.hedge)
