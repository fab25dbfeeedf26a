"""Ballots: the two sides of a vote, which are counts and no score: "voted 61-38", "passed the bill 217 to 212"."""

from __future__ import annotations

from crosstally.facts.intervals import exactly
from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.numeral import LARGEST, Numeral
from crosstally.facts.numbers.numerals import read_numeral
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import word_class
from crosstally.facts.words.tokens import DASHES, Tokens

_REACH = 9  # tokens from what is done with a bill to how the vote went: "passed | the bill on Monday by | 217 to 212"
_ALL = 100  # two sides that make it are shares, but in a chamber of a hundred
_THOUSAND = 1000
_SPANNING = frozenset({"from", "between", "in", "for", "of"})
_LEADING = frozenset({"of", "by", "was", "is"})


def read_ballot(tokens: Tokens, numeral: Numeral) -> list[Figure]:
    """The two sides of the vote that begins with a number; none where it begins no such thing."""
    joint = numeral.stop
    if tokens.at(joint) != "to" and not (tokens.at(joint) in DASHES and tokens.touches(joint)):
        return []
    second = read_numeral(tokens, joint + 1) if joint + 1 < len(tokens) else None
    if (
        second is None
        or not (_is_side(tokens, numeral) and _is_side(tokens, second))
        or not _is_told(tokens, numeral, second)
    ):
        return []
    return [_side(numeral), _side(second)]


def _side(numeral: Numeral) -> Figure:
    return Figure(numeral.first, numeral.stop, numeral.first, numeral.stop, exactly(numeral.low), left_out="vote")


def _is_side(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is whole and in digits, and no year."""
    is_plain = numeral.digits and numeral.stop == numeral.first + 1 and numeral.high <= LARGEST
    return (
        is_plain
        and numeral.low == numeral.high == int(numeral.low)
        and not (numeral.low >= _THOUSAND and tokens.words[numeral.first].isdigit())
    )


def _is_told(tokens: Tokens, first: Numeral, second: Numeral) -> bool:
    """Whether the words around two numbers tell of a vote, and nothing stands behind them that they count."""
    i, behind = first.first, second.stop
    is_of_chamber = not trap_words("ballot", "chambers").isdisjoint(tokens.lower)
    if first.low + second.low == _ALL and not is_of_chamber:
        return False
    if tokens.at(behind) in trap_words("ballot", "behind"):
        return True
    if counts(tokens, behind) or unit_behind(tokens, behind)[0] is not None or tokens.at(behind) in DASHES:
        return False
    voted = i - 1 - (tokens.at(i - 1) in _LEADING)
    if tokens.at(voted) in trap_words("ballot"):
        return True
    return is_of_chamber and _is_decided(tokens, first, second)


def _is_decided(tokens: Tokens, first: Numeral, second: Numeral) -> bool:
    """Whether a bill is passed by the larger number, or refused by the smaller, in the clause that the two close."""
    is_closed = ends(tokens, second.stop) or tokens.at(second.stop) in link_words("aside")
    if not is_closed or tokens.at(first.first - 1) in _SPANNING:
        return False
    deciding = trap_words("ballot", "deciding" if first.low > second.low else "refusing")
    for i in range(first.first - 1, max(-1, first.first - 1 - _REACH), -1):
        word = tokens.lower[i]
        if word in deciding:
            return True
        if word == "," or word in link_words("clause_starts") or word_class(word) in {"d", "z"}:
            return False
    return False
