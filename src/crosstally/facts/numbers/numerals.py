"""Numerals: digits, number words, fractions, magnitudes and vague words, read from the tokens of a sentence."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.digits import in_digits
from crosstally.facts.numbers.fractions import HALVES, fraction, with_fraction
from crosstally.facts.numbers.numeral import Numeral, exactly, magnified, past_of
from crosstally.facts.numbers.spelled import cardinals, scales, spelled
from crosstally.facts.words.tokens import Tokens

_THOUSAND = 1000.0


_Phrase = tuple[list[str], float | None, float, float]  # its words, and the number or the least and most it says


@cache
def _folds() -> dict[str, float]:
    return {f"{word}fold": float(value) for word, value in cardinals().items()}


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    """Vague words and phrases that say a number, by their first word, the longest first."""
    data = load("numerals")
    vague = [(phrase.split(), None, float(low), float(high)) for phrase, (low, high) in data["vague"].items()]
    exact = [(phrase.split(), float(value), float(value), float(value)) for phrase, value in data["exact"].items()]
    phrases: dict[str, list[_Phrase]] = {}
    for phrase in sorted([*vague, *exact], key=lambda one: -len(one[0])):
        phrases.setdefault(phrase[0][0], []).append(phrase)
    return phrases


@cache
def number_words() -> frozenset[str]:
    """Every word but an article that a numeral can begin with or that stands behind the article, in small letters."""
    return (
        frozenset(cardinals())
        | frozenset(_folds())
        | (frozenset(_phrases()) - {"a"})
        | frozenset(load("numerals")["magnitudes"])
        | HALVES
    )


def read_numeral(tokens: Tokens, i: int) -> Numeral | None:
    """The longest numeral that begins at token `i`, said again in brackets or not; None where none does."""
    numeral = _numeral(tokens, i)
    return numeral and _said_again(tokens, numeral)


def _said_again(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Takes in the same number in brackets, as deeds and notices have it: "six | (6) | clerks", "9 | (nine) | days"."""
    i = numeral.stop + 1
    if tokens.at(i - 1) != "(" or i >= len(tokens) or (again := _numeral(tokens, i)) is None:
        return numeral
    is_same = again.value == numeral.value is not None and tokens.at(again.stop) == ")"
    return numeral._replace(stop=again.stop + 1) if is_same and again.digits != numeral.digits else numeral


def _numeral(tokens: Tokens, i: int) -> Numeral | None:
    kind = tokens.kinds[i]
    if kind == "number":
        return in_digits(tokens, i)
    if kind == "fraction":
        value = load("numerals")["glyphs"][tokens.words[i]]
        return Numeral(i, i + 1, value, value, value, digits=True)
    if kind != "word":
        return None
    if (part := fraction(tokens, i)) is not None:
        return magnified(tokens, exactly(i, part, digits=False))
    vague = _phrase(tokens, i)
    return magnified(tokens, vague) if vague is not None else _in_words(tokens, i)


def read_scale(tokens: Tokens, i: int) -> Numeral | None:
    """The numeral of a scale that no number stands before: "about | hundred people", "some | thousand homes"."""
    size = load("numerals")["magnitudes"].get(tokens.at(i))
    return None if size is None else magnified(tokens, Numeral(i, i + 1, size, size, size, digits=False))


def _in_words(tokens: Tokens, i: int) -> Numeral | None:
    """A number in words, its fraction and the scale behind that: "twenty-five", "two | and a half | million"."""
    fold = _folds().get(tokens.lower[i])
    if fold is not None:
        return Numeral(i, i + 1, fold, fold, fold, digits=False)
    number = spelled(tokens, i)
    if number is None:
        return None
    return past_of(tokens, magnified(tokens, exactly(i, with_fraction(tokens, number), digits=False)))


def is_numeral(tokens: Tokens, i: int) -> bool:
    """Whether a number, in digits or as a word, stands at token `i`."""
    return tokens.is_number(i) or tokens.at(i) in number_words()


def _phrase(tokens: Tokens, i: int) -> Numeral | None:
    for phrase, value, low, high in _phrases().get(tokens.lower[i], ()):
        stop = i + len(phrase)
        if tokens.lower[i:stop] == phrase:
            if phrase == ["scores"] and not _are_people(tokens, i):
                return None  # "scores" are points in a game unless they are scores of something
            return _of_scales(tokens, Numeral(i, stop, value, low, high, digits=False))
    return None


def _of_scales(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Takes in what a vague word is of: "tens | of thousands", "hundreds | of millions"."""
    word, size = tokens.at(numeral.stop + 1), scales().get(tokens.at(numeral.stop + 1), 0.0)
    if numeral.value is not None or tokens.at(numeral.stop) != "of" or not word.endswith("s") or size < _THOUSAND:
        return numeral
    return Numeral(
        numeral.first, numeral.stop + 2, None, numeral.low * size, (numeral.high + 1) * size - 1, digits=False
    )


def _are_people(tokens: Tokens, i: int) -> bool:
    """Whether the "scores" at token `i` are of something, or hurt: "injuring | scores", "scores | were killed"."""
    is_result = tokens.at(i + 1) == "of" and tokens.is_number(i + 2)  # "by scores of | 116-112"
    near = tokens.lower[max(0, i - 1) : i + 4]
    return (tokens.at(i + 1) in {"of", "more"} and not is_result) or any(
        word.startswith(("injur", "wound", "kill")) for word in near
    )
