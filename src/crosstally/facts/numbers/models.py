"""Models and versions of what has a name: "Boeing 737", "S&P 500", "users of Vanda Explorer 5, 6 and 7"."""

from __future__ import annotations

import re

from crosstally.facts.numbers.counting import ONE_OF_A_KIND, counts, ends, month_openers, trap_words
from crosstally.facts.numbers.hedges import hedge_before
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.versions import is_version
from crosstally.facts.words.calendar import days_and_months
from crosstally.facts.words.changes import is_changed
from crosstally.facts.words.links import link_words
from crosstally.facts.words.noun_phrases import noun_phrase
from crosstally.facts.words.nouns import (
    VERBS,
    counts_people,
    is_plural,
    singular,
    stop_words,
    things,
    word_class,
    word_classes,
)
from crosstally.facts.words.tokenize import heads_clause
from crosstally.facts.words.tokens import STROKES, Tokens
from crosstally.facts.words.triggers import noun_measures, triggers_by_word

_MODEL_DIGITS = 5
_OWNERS = frozenset({"a", "the", "his", "her"})
_COUNTING = frozenset({"all", "with", "now", "among", "another", "out", "off", "up", "down"})  # "Kills | All | 41"
_MODALS = frozenset({"will", "would", "can"})
_OBJECTS = _OWNERS | {"it", "an", "its"}
_UNIONS = frozenset({"us", "uk", "un", "eu", "uae"})
_CODE = re.compile(r"[A-Z][A-Za-z]{0,2}\d{1,2}")
_JOINING = frozenset({",", "and", "or", "-", "–"})
_LONGEST_LIST = 12  # versions in one breath
_ACRONYM = 3  # letters of a make: "AK 47 rifles"


def is_model(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is part of a name, by what stands around it or elsewhere in its report."""
    return _is_make(tokens, numeral) or _is_model(tokens, numeral)


def _is_model(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is part of a name: "Boeing 737", "S&P 500", "AK 47 rifles"."""
    i, stop = numeral.first, numeral.stop
    if stop != i + 1 or not tokens.words[i].isdigit():
        return False
    if (
        len(tokens.words[i]) > _MODEL_DIGITS
        or _is_told(tokens, i)
        or _opens_clause(tokens, i, stop)
        or _is_tallied(tokens, i, stop)
    ):
        return _is_filed(tokens, i, stop)
    is_before_name = _is_name(tokens, stop) or _is_thing(tokens, i, stop) or (i == 1 and _is_one_told_of(tokens, stop))
    is_within = any(told(tokens, i, stop) for told in (_goes_on, _is_in_name, _is_listed_version))
    if is_within or (is_before_name and not tokens.headline):
        return True
    before = tokens.words[i - 1] if i and tokens.kinds[i - 1] == "word" else ""
    kind = word_classes().get(before.lower(), "-")
    if not before[:1].isupper() or (kind in VERBS and (kind != "b" or tokens.headline)):
        return False  # "Kills 12" in a headline, but not "Apple Watch 5"
    if before.isupper() and 1 < len(before) <= _ACRONYM and hedge_before(tokens, i) is None:
        return before.lower() not in _UNIONS or not counts(tokens, stop)
    tied = tokens.at(stop) in STROKES and tokens.touches(stop)
    dated = tokens.at(stop) == "of" and tokens.kinds[stop + 1 : stop + 2] == ["name"]  # "Communique 14 | of 11 June"
    telling = i > 1 or before.isupper() or dated or _is_result(tokens, stop)  # a first word's capital says nothing
    tied = tied and (tokens.kinds[stop + 1 : stop + 2] != ["number"] or counts(tokens, stop + 2))
    return telling and not tied and not counts(tokens, stop)


def _is_make(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the report has the name and its number elsewhere, and nothing is sure to be counted: "Vanda 5 | wins"."""
    i, stop = numeral.first, numeral.stop
    if stop != i + 1 or (tokens.at(i - 1), tokens.words[i]) not in tokens.makes or tokens.words[i - 1].islower():
        return False
    one = singular(tokens.at(stop))
    return not (counts(tokens, stop) and (one in things() or counts_people(one)))


def _is_listed_version(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number goes on a list of versions: "users of Vanda Explorer 5, 6 and | 7", "the Vanda 3 or | 4"."""
    first = _first_listed(tokens, i)
    before = tokens.words[first]
    is_small = max(len(before.partition(".")[0]), len(tokens.words[i])) < _ACRONYM
    if first in {i, 0} or not is_small or counts(tokens, stop) or tokens.headline:
        return False
    if not before.isdigit():
        return is_version(tokens, first, first + 1)  # "Vanda Explorer 5.01, 6 and | 7"
    return _is_model(tokens, Numeral(first, first + 1, float(before), float(before), float(before), digits=True))


def _first_listed(tokens: Tokens, i: int) -> int:
    """The first of the numbers that a list of a few holds up to token `i`; `i` itself where none is joined before."""
    first = i
    for _ in range(_LONGEST_LIST):
        back = first - 1 - (tokens.at(first - 1) in {"and", "or"} and tokens.at(first - 2) == ",")
        if tokens.at(back) not in _JOINING or tokens.kinds[max(0, back - 1) : back] != ["number"]:
            return first
        first = back - 1
    return i


def _goes_on(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number goes on the name of a model, behind a name and its code: "the Vanda II X4 | 940 costs"."""
    is_code = i > 1 and _CODE.fullmatch(tokens.words[i - 1]) is not None
    return is_code and tokens.words[i - 2][:1].isupper() and not counts(tokens, stop)


def _is_in_name(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number stands within a name that is in the plural: "the new Vanda | 2 Quads", not "4 Marines"."""
    if i < 2 or not is_plural(tokens.at(stop)) or tokens.headline:  # noqa: PLR2004 - "the Vanda"
        return False
    one = singular(tokens.at(stop))
    is_name = tokens.words[i - 1].istitle() and tokens.words[stop].istitle() and one not in things()
    is_led = tokens.at(i - 2) in _OWNERS | {"'s", "new", "of", "and"} and tokens.lower[i - 1] not in stop_words()
    return is_name and is_led and word_class(one) == "" and not counts_people(one)


def _is_filed(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether letters before a long number without a comma say where it is kept: "KB | 958644 is out"."""
    letters = tokens.words[i - 1] if i and tokens.kinds[i - 1] == "word" else ""
    is_file = (
        len(tokens.words[i]) > _MODEL_DIGITS
        and letters.isupper()
        and 1 < len(letters) <= _ACRONYM
        and not tokens.headline
    )
    return is_file and not counts(tokens, stop) and letters.lower() not in _UNIONS


def _is_told(tokens: Tokens, i: int) -> bool:
    """Whether a word of a headline says something of the number behind it: "Toll Tops | 12", "Kills At Least | 12"."""
    if not tokens.headline or i == 0:
        return False
    word = tokens.lower[i - 1]
    is_said = word not in stop_words() and (word in triggers_by_word() or word in link_words("value_verbs"))
    return is_said or word in _COUNTING or is_changed(tokens, i) or hedge_before(tokens, i) is not None


def _is_one_told_of(tokens: Tokens, stop: int) -> bool:
    """Whether a verb of one thing stands behind the first word and its number: "Drowned 2 | opens", "Rio 2 | is".

    Behind a participle a past tense says it, too: "Drowned 2 | opened". No number stands between these two by itself.
    """
    name = tokens.lower[0]
    if tokens.kinds[0] != "word" or name in stop_words() or not tokens.words[0].istitle():
        return False
    if tokens.at(stop) in _MODALS:
        return _is_maker(tokens, name, stop + 1)
    if tokens.at(stop) in ONE_OF_A_KIND or word_class(tokens.at(stop)) == "z":
        return word_class(name) in {"", "n"}
    return word_class(name) == "n" and word_class(tokens.at(stop)) == "d"


def _is_maker(tokens: Tokens, name: str, verb: int) -> bool:
    """Whether a first word of no other kind, with its number, does something: "Orvix 3 will | show it"."""
    is_noun = name in things() or counts_people(name) or is_plural(name) or name in days_and_months()
    is_name = name not in word_classes() and not is_noun and name not in trap_words("numbered", "never")
    return is_name and word_class(tokens.at(verb)) in {"b", ""} and tokens.at(verb + 1) in _OBJECTS


def _is_result(tokens: Tokens, i: int) -> bool:
    """Whether another name with a number follows, alone or joined: "Orvane 2, | Tessel 1", "Vanda 3 | and Corvo 4"."""
    j = i + (tokens.at(i) in {",", "and"})
    first = j
    while j < len(tokens) and tokens.kinds[j] == "word" and tokens.words[j][0].isupper():
        j += 1
    return j > first and tokens.is_number(j) and (tokens.at(i) == "and" or ends(tokens, j + 1))


def _is_tallied(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether letters beside a number say what it counts: "took 30 | KIA", "KIA | 3, WIA 9"."""
    beside = [tokens.words[k] for k in (i - 1, stop) if 0 <= k < len(tokens)]
    return any(word.isupper() and word.lower() in noun_measures() for word in beside)


def _opens_clause(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number opens a clause behind a day or a place: "In Aleppo | 17 unarmed men", "By Friday | 300 had"."""
    if tokens.kinds[i - 1] != "word" or not tokens.words[i - 1][0].isupper() or i == 0:
        return False
    if tokens.at(i - 1) not in days_and_months():
        j = i - 1
        while j >= 0 and tokens.kinds[j] == "word" and (tokens.words[j][0].isupper() or tokens.lower[j] == "the"):
            if tokens.lower[j] in month_openers():
                break
            j -= 1
        is_opening = j == 0 or tokens.kinds[j - 1] == "mark" or tokens.at(j - 1) in {"and", "but", "that"}
        if j == i - 1 or tokens.at(j) not in month_openers() or not is_opening:
            return False
    return heads_clause(tokens, stop)


def _is_name(tokens: Tokens, i: int) -> bool:
    """Whether only capitalised words follow, the last no plural: "11 | Pro Max", "787 | Vanda was"."""
    stop = i
    while stop < len(tokens) and tokens.kinds[stop] == "word" and tokens.words[stop][0].isupper():
        stop += 1
    return (
        stop > i
        and (
            tokens.at(stop) in ONE_OF_A_KIND
            or tokens.kinds[min(stop, len(tokens) - 1)] not in {"word", "number", "name"}
        )
        and not any(counts(tokens, k) for k in range(i, stop))
        and not (tokens.at(stop) == "-" or counts(tokens, stop))
    )


def _is_thing(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether one thing, with the capital of a name, stands behind a number: "the 700 | Club", "an 8 | Block gang".

    Behind "the" its first word tells; else nothing in its phrase may be a plural, as in "12 Air Force jets".
    """
    word = tokens.words[stop] if stop < len(tokens) else ""
    if not word.istitle() or is_plural(word.lower()) or word.lower() not in things():
        return False
    phrase = noun_phrase(tokens, stop, plural=True)
    return tokens.at(i - 1) == "the" or (phrase is not None and not is_plural(tokens.lower[phrase.head]))
