"""One letter for each word of a sentence, by which its noun phrases and what links them are told without a parser."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.numerals import number_words
from crosstally.facts.numbers.units import surfaces, symbols
from crosstally.facts.words.nouns import word_classes
from crosstally.facts.words.tokens import Tokens

# The letters: n noun, j adjective, t time; v verb, m modal, i infinitive, g -ing form; b z e words that may be verbs,
# f what its neighbour tells.
_MARKS = {"(": "(", ")": ")", ",": ",", ";": ",", ":": ","}
SURE = frozenset("dqocwamvrt#,()")  # these words have one letter wherever they stand
_OPEN = {"b": "b", "z": "z", "d": "z", "n": "e", "g": "g", "j": "j", "r": "r"}


@cache
def codes() -> dict[str, str]:
    """The letter of each word that is listed, or what tells it where the word alone does not."""
    found = {word: _OPEN[kind] for word, kind in word_classes().items()}
    found |= {word.replace("iz", "is"): code for word, code in found.items() if "iz" in word[-4:]}  # "realise"
    found |= dict.fromkeys(number_words(), "#") | _MARKS
    about = load("phrases")
    told = [phrase.split()[1] for phrase in about["fixed"]]
    found |= dict.fromkeys([*told, *about["before_figure"], "'s", "’s"], "f")
    return found | {word: about["letters"][name] for name, words in about["classes"].items() for word in words}


def letters_of(tokens: Tokens, first: int, stop: int, letter: str) -> str:
    """One letter for each token, the first told by the letter before it."""
    known, lower, kinds, letters = codes(), tokens.lower, tokens.kinds, []
    for i in range(first, stop):
        code = known.get(lower[i], "n")
        if code in SURE or (code == "n" and kinds[i] == "word" and letter not in "mw#"):
            letter = code
        else:
            letter = _letter(tokens, i, code, letter)
        letters.append(letter)
    return "".join(letters)


def _letter(tokens: Tokens, i: int, code: str, before: str) -> str:
    """The letter of the token at `i`, told by the letter before it where the word alone does not tell."""
    kind, word = tokens.kinds[i], tokens.lower[i]
    if code == "f":
        return _fixed(tokens, i, before)
    if kind == "word":
        return _noun_or_verb(tokens, i, before) if code == "n" else _open(tokens, i, code, before)
    if kind == "name":
        return "n" if word[0].isalpha() else "t"
    if kind in {"number", "fraction"}:
        return "n" if before == "n" and _is_name_number(tokens, i) else "#"
    if word in {"'s", "&", "-", "/"} and before in {"n", "j"}:
        return "-" if word not in {"-", "/"} or (tokens.touches(i) and tokens.touches(i + 1)) else ","
    return "."


def _fixed(tokens: Tokens, i: int, before: str) -> str:
    """The letter of a word that its neighbour tells: "in | order", "it | 's", "cost | 80 dollars"; else a noun."""
    about = load("phrases")
    if tokens.lower[i] in {"'s", "’s"}:
        return "v" if before in {"q", "w", "c"} else "n"
    if tokens.lower[i] in about["before_figure"]:
        is_verb = tokens.kinds[i + 1 : i + 2] in (["number"], ["sign"])
        return "v" if is_verb else _noun_or_verb(tokens, i, before)
    return "r" if f"{tokens.at(i - 1)} {tokens.lower[i]}" in about["fixed"] else "n"


def _noun_or_verb(tokens: Tokens, i: int, before: str) -> str:
    """The letter of a word that is listed nowhere: a noun, but for "will | cost", "which | range" and units."""
    if before == "m" or (before == "w" and tokens.lower[i - 1] in {"who", "which"}):
        return "v"
    is_unit = tokens.lower[i] in surfaces() or tokens.words[i] in symbols()
    return "#" if before == "#" and is_unit else "n"


def _open(tokens: Tokens, i: int, code: str, before: str) -> str:
    """The letter of a word of several classes: a capital makes it a name, "the" before it part of a phrase."""
    if i and tokens.words[i][0].isupper():
        return "n"
    if code == "j":
        return "#" if before == "#" and tokens.lower[i] == "old" else "j"
    if code in "bz" and tokens.at(i - 1) == "to":
        return "i"
    if code == "z":
        return "n" if before == "d" or (before == "#" and tokens.lower[i].endswith("s")) else "v"
    if before in {"d", "j", "o", "-"}:
        return "j"
    return "g" if code == "g" else "v"


def _is_name_number(tokens: Tokens, i: int) -> bool:
    """Whether a number ends or stands in a name: "S&P 500 | rose", "Nasdaq 100 | Futures"."""
    behind = tokens.at(i + 1)
    goes_on = codes().get(behind, "n") in "vzmo" or behind in {"+", "-"} or tokens.words[i + 1 : i + 2] != [behind]
    return goes_on and tokens.words[i].isdigit()
