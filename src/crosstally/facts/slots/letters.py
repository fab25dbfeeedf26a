"""One letter for each word of a sentence, by which its noun phrases and what links them are told without a parser."""

from __future__ import annotations

import re
from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.numerals import number_words
from crosstally.facts.numbers.units import surfaces, symbols
from crosstally.facts.words.calendar import days_and_months_cut_short
from crosstally.facts.words.nouns import is_acronym, is_plural, word_classes
from crosstally.facts.words.tokens import Tokens

# The letters: n noun, j adjective, t time; v verb, m modal, i infinitive, g -ing form; b z e words that may be verbs,
# f what its neighbour tells.
_MARKS = {"(": "(", ")": ")", ",": ",", ";": ",", ":": ","}
SURE = frozenset("dqocwamvrt#,()")  # these words have one letter wherever they stand
_TELLING = "mw#qroc"  # what stands behind these may be a verb that is listed nowhere
_OPENING = re.compile(r"[a-z]+(?![a-z\d])")
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
        is_plain = code == "n" and kinds[i] == "word" and letter not in _TELLING
        if is_plain or (code in SURE and (code != "q" or not is_acronym(tokens, i))):
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
    if code == "q":
        return "n"  # "sales in the | US | rose"
    if kind == "word":
        return _noun_or_verb(tokens, i, before) if code == "n" else _open(tokens, i, code, before)
    if kind == "name":
        return "n" if word[0].isalpha() and not _is_date(word) else "t"
    if kind in {"number", "fraction"}:
        return "n" if before == "n" and _is_name_number(tokens, i) else "#"
    return _mark(tokens, i, before)


def _mark(tokens: Tokens, i: int, before: str) -> str:
    """The letter of a mark or sign: "Orvane|'s", "a post on orvane|.|net"."""
    word, is_tied = tokens.lower[i], tokens.touches(i) and tokens.touches(i + 1)
    if word in {"'s", "&", "-", "/"} and before in {"n", "j"}:
        return "-" if word not in {"-", "/"} or is_tied else ","
    return "-" if word == "." and before == "n" and is_tied else "."


def _fixed(tokens: Tokens, i: int, before: str) -> str:
    """The letter of a word that its neighbour tells: "in | order", "it | 's", "cost | 80 dollars"; else a noun."""
    about = load("phrases")
    if tokens.lower[i] in {"'s", "’s"}:
        return "v" if before in {"q", "w", "c"} else "n"
    if tokens.lower[i] in about["before_figure"]:
        hedge = 2 * (tokens.at(i + 2) == "than") or tokens.at(i + 1) in about["between"]
        is_verb = tokens.kinds[i + 1 + hedge : i + 2 + hedge] in (["number"], ["sign"])
        return "v" if is_verb else _noun_or_verb(tokens, i, before)
    is_fixed = f"{tokens.at(i - 1)} {tokens.lower[i]}" in about["fixed"]
    return "r" if is_fixed else _noun_or_verb(tokens, i, before)


def _noun_or_verb(tokens: Tokens, i: int, before: str) -> str:
    """The letter of a word that is listed nowhere: a noun, but for "will | cost", "which | range" and units."""
    if before == "m" or (before == "w" and tokens.lower[i - 1] in {"who", "which"}):
        return "v"
    if before in {"q", "r"} and _is_of_pronoun(tokens, i):
        return "v"
    if before in {"c", "q"} and tokens.lower[i].endswith("ing") and _has_object(tokens, i):
        return "g"  # "while | spending | $3 million", "led to them | spending | the day"
    if tokens.at(i - 1) == "to" and _is_infinitive(tokens, i):
        return "i"
    is_unit = tokens.lower[i] in surfaces() or tokens.words[i] in symbols()
    return "#" if before == "#" and is_unit else "n"


def _open(tokens: Tokens, i: int, code: str, before: str) -> str:
    """The letter of a word of several classes: a capital makes it a name, "the" before it part of a phrase."""
    if i and tokens.words[i][0].isupper():
        return "n"
    if code == "j":
        return "#" if before == "#" and tokens.lower[i] == "old" else "r" if _is_graded(tokens, i) else "j"
    if code in "bz" and tokens.at(i - 1) == "to":
        return "i"
    if code == "z":
        is_said = tokens.at(i - 1) == "this" and tokens.lower[i].endswith("ed")  # "this | turned into a trade"
        return "n" if (before == "d" and not is_said) or (before == "#" and tokens.lower[i].endswith("s")) else "v"
    if before in {"d", "j", "o", "-"}:
        return "j"
    return "g" if code == "g" else "v"


def _is_of_pronoun(tokens: Tokens, i: int) -> bool:
    """Whether a word that is listed nowhere is what a pronoun does that is no object: "they | face", "he also | faces".

    The pronoun of one thing may be an object where it opens no clause: "made it | news".
    """
    k = i - 1
    while codes().get(tokens.at(k)) == "r":
        k -= 1
    subjects, word = load("phrases")["subjects"], tokens.lower[i]
    if not tokens.words[i].islower() or (tokens.at(k) == "it" and not _opens_clause(tokens, k)):
        return False
    if tokens.at(k) in subjects["of_one"]:
        return word.endswith(("s", "ed"))
    return tokens.at(k) in subjects["of_several"] and not is_plural(word)


def _opens_clause(tokens: Tokens, i: int) -> bool:
    """Whether the word at token `i` is the first of its clause: "the van sold well, as | it | seats nine"."""
    return i == 0 or tokens.kinds[i - 1] == "mark" or codes().get(tokens.lower[i - 1]) in {"c", "w", "a"}


def _is_infinitive(tokens: Tokens, i: int) -> bool:
    """Whether a word that is listed nowhere is a verb behind "to": "to | head | the board", "to | fall | 24%".

    What stands behind it tells: a determiner or a figure, but no time ("back to | work | this week") and no bare
    number, which is part of a name ("moved to | gate | 12").
    """
    word = tokens.words[i]
    may_be = word.islower() and not is_plural(word) and tokens.at(i - 2) not in load("phrases")["before_to"]
    return may_be and _has_object(tokens, i)


def _has_object(tokens: Tokens, i: int) -> bool:
    """Whether a determiner or a figure stands behind token `i`, as behind a verb, and no time and no mere number."""
    behind, next_but_one = codes().get(tokens.at(i + 1)), codes().get(tokens.at(i + 2), "n")
    if behind == "d":
        return next_but_one != "t"
    kind = tokens.kinds[i + 1 : i + 2]
    if kind == ["word"] and behind == "#":
        return True  # "to | return | four books"
    return kind == ["sign"] or (kind == ["number"] and i + 2 < len(tokens) and next_but_one in {"n", "#"})


def _is_graded(tokens: Tokens, i: int) -> bool:
    """Whether an adjective is said of something, and stands before no noun: "made it more | attractive | to buyers"."""
    behind = tokens.at(i + 1)
    is_last = not behind or tokens.kinds[i + 1] == "mark" or codes().get(behind) in {"o", "c", "a"}
    return is_last and tokens.at(i - 1) in {"more", "most", "less"}


def _is_date(name: str) -> bool:
    """Whether a token that is no figure begins with a month: "July of 2016", "Sept. 14"."""
    opening = _OPENING.match(name)
    return opening is not None and opening[0] in days_and_months_cut_short()


def _is_name_number(tokens: Tokens, i: int) -> bool:
    """Whether a number ends or stands in a name: "S&P 500 | rose", "Nasdaq 100 | Futures"."""
    behind = tokens.at(i + 1)
    goes_on = codes().get(behind, "n") in "vzmo" or behind in {"+", "-"} or tokens.words[i + 1 : i + 2] != [behind]
    return goes_on and tokens.words[i].isdigit()
