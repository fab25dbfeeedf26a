"""Ages in words that commas set off behind somebody: "a girl, | six |, ran", "her sons Bo, | eight |, and Jon, | five".

Behind others a number in words counts: "the captain, | two | mates and a cook".
"""

from __future__ import annotations

from crosstally.facts.numbers.aged import ARTICLES, is_full_name, kin
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.nouns import counts_people, is_plural, singular
from crosstally.facts.words.tokens import Tokens

_CLOSED = frozenset({",", ".", ";", ":", "-", "–", "—", ""})
_TOLD_ON = frozenset({"who", "whose", "was", "is", "of", "from", "a", "an"})
_SMALL = frozenset({"little", "baby", "young", "tiny"})  # "little | Bo, five,"


def is_set_off_in_words(tokens: Tokens, figure: Figure, before: Figure | None) -> bool:
    """Whether a number in words stands between commas, or at the end, behind one person who is told or named."""
    is_several = (figure.interval.value or 0) > 1
    if not (figure.word and is_several) or figure.hedge is not None or tokens.at(figure.first - 1) != ",":
        return False
    if tokens.at(figure.stop) not in _CLOSED:
        return False
    k = figure.first - 2
    is_told_on = tokens.at(figure.stop) == "," and tokens.at(figure.stop + 1) in _TOLD_ON
    is_named = is_told_on and is_full_name(tokens, k)  # "Ana Vell, | fifteen |, who"
    return is_named or _is_one(tokens, k) or _is_named_kin(tokens, k) or _is_next(tokens, k, before)


def _is_one(tokens: Tokens, k: int) -> bool:
    """Whether one person is told by a noun at token `k`: "a | girl", "the | grandson", "| Boy"."""
    word = tokens.at(k)
    is_person = (counts_people(word) or word in kin()) and not is_plural(word)
    return is_person and (k == 0 or tokens.at(k - 1) in ARTICLES or tokens.kinds[k - 1] == "mark")


def _is_named_kin(tokens: Tokens, k: int) -> bool:
    """Whether a name ends at token `k` behind a word for kin, one or several, or for the small: "her sons | Bo"."""
    if not _is_name(tokens, k):
        return False
    word = tokens.at(k - 1)
    return word in _SMALL or word in kin() or singular(word) in kin()


def _is_next(tokens: Tokens, k: int, before: Figure | None) -> bool:
    """Whether nothing but a name stands between an age in words and token `k`: "Bo, eight|, and Jon|, five"."""
    if before is None or not before.age or not before.word or not _is_name(tokens, k):
        return False
    return tokens.lower[before.stop : k] in ([","], ["and"], [",", "and"])


def _is_name(tokens: Tokens, k: int) -> bool:
    return k > 0 and tokens.kinds[k] == "word" and tokens.words[k].istitle()
