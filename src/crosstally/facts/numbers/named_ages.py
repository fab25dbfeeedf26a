"""Ages that a name in front tells: "life expectancy for women is | 84", "the oldest of them | 67"."""

from __future__ import annotations

from crosstally.facts.numbers.aged import ADVERBS, BEING, FIRST_AND_LAST
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.changes import is_changed
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import stop_words
from crosstally.facts.words.tokens import Tokens

_NAMES = frozenset({"age", "expectancy"})
_REACH = 9  # tokens from the figure back to its name: "age of first-time buyers in the whole valley is | 41"
_LINKS = frozenset({"of", "at", "reached", "reaches", "hit", "hits"}) | link_words("be")
_NO_OWNER = frozenset({"of", "at", "by", "with", "whose", "same", "any"})  # "those of working age | rose to 60"
_DESCRIBED = 3  # words that tell which age: "the official state pension | age"
_APART = frozenset({"and", "but", "or", "while", "who", "which", "that", "as", "when", "group", "groups", "limit"})
_ENDS = frozenset({",", ".", ";", "-", "–", "—", "(", ")", ""})
_CLOSED = _ENDS | {"and", "the"}
_THESE = frozenset({"them", "these", "those", "whom"})


def is_named_age(tokens: Tokens, i: int) -> bool:
    """Whether the bare number at token `i` is how high the age before it is."""
    first = next((k for k in range(i - 1, max(-1, i - 1 - _REACH), -1) if tokens.at(k) in _NAMES), -1)
    between = tokens.lower[first + 1 : i]
    if first < 0 or not between or not all(map(str.isalpha, between)) or not _APART.isdisjoint(between):
        return False
    is_raised = between == ["to"] or (between[-1] == "to" and is_changed(tokens, i))
    return (is_raised or between[-1] in _LINKS) and not _is_described(tokens, first)


def _is_described(tokens: Tokens, i: int) -> bool:
    """Whether the age at token `i` only tells who somebody is: "people of working | age"."""
    k = i - 1
    while k > i - _DESCRIBED and tokens.at(k).isalpha() and tokens.lower[k] not in stop_words():
        k -= 1
    return tokens.at(k) in _NO_OWNER


def of_first_or_last(tokens: Tokens, figure: Figure) -> bool:
    """ "Seven were shot, the youngest of them | 13.", "the oldest of whom was | 71", "the youngest only | 13"."""
    if figure.hedge is not None or tokens.at(figure.stop) not in _CLOSED:
        return False
    i = figure.first - 1
    while tokens.at(i) in ADVERBS:
        i -= 1
    is_alone = tokens.at(i - 2) in _ENDS and tokens.at(figure.stop) in _ENDS  # "Nine were held, the youngest | 15."
    is_said = i < figure.first - 1 or tokens.at(i) in BEING or is_alone
    i -= tokens.at(i) in BEING
    if tokens.at(i - 1) == "of" and tokens.at(i) in _THESE:
        is_said, i = True, i - 2
    return is_said and tokens.at(i) in FIRST_AND_LAST and tokens.at(i - 1) in {"the", "whose"}
