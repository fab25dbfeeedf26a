"""Numbers that name: "Highway 35", "Boeing 737", "No. 7", ".22-calibre"."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.counting import ONE_OF_A_KIND, counts, ends, trap_words
from crosstally.facts.numbers.hedges import hedge_before
from crosstally.facts.numbers.numerals import Numeral
from crosstally.facts.numbers.tied import is_tied
from crosstally.facts.words.changes import is_changed
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import (
    counts_people,
    is_plural,
    noun_phrase,
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
_VERBS = frozenset("bzdng")
_LISTING = frozenset({",", "and", "or", "to", "-", "–", "&", "through"})
_COUNTING = frozenset({"all", "with", "now", "among", "another", "out", "off", "up", "down"})  # "Kills | All | 41"
_UNIONS = frozenset({"us", "uk", "un", "eu", "uae"})
_ACRONYM = 3  # letters of a make: "AK 47 rifles"


def is_labelled(tokens: Tokens, i: int) -> bool:
    """ "Highway 35", "No. 7", "sections 3 and 4", "Tier 3 rules": some words label only with a capital letter."""
    is_parted = tokens.at(i - 1) == "-" and not tokens.touches(i) and tokens.touches(i - 1) == tokens.touches(i)
    is_marked = tokens.at(i - 1) in {".", "#", "-", ":"} and not is_parted  # "page - 5", not "bulletins - | five"
    back = i - 1 - is_marked
    word = tokens.at(back)
    if tokens.at(i - 1) == ":":
        return word in trap_words("named", "colon")
    is_sign = word == "#" or tokens.at(i - 1) in {"#", "§"}
    if (
        is_sign
        or is_tied(tokens, i)
        or _is_last_shown(tokens, i)
        or (word == "number" and _numbers_one(tokens, back, i + 1))
        or (word == "numbers" and tokens.at(back - 1) in trap_words("named", "numbers"))  # "model numbers | 1042"
        or _is_listed(tokens, i)
    ):
        return True
    if tokens.at(i - 1) == "." and (word in trap_words("dotted") or _is_ranked(tokens, back)):
        return True
    labels = {word, singular(word)} & trap_words("named")
    is_named = word == "size" or word in trap_words("named", "makes") or _describes(tokens, back, i + 1)
    is_counted = counts(tokens, i + 1) and not is_named  # "size 11 | shoes"
    if back < 0 or not labels or is_counted:
        return False
    return tokens.words[back][0].isupper() or not labels & trap_words("named", "capital")


def _is_last_shown(tokens: Tokens, i: int) -> bool:
    """Whether a number is that of the last of what is shown on a page: "Photo 3 of | 9", "3 of | 9 | CLOSE"."""
    is_second = tokens.at(i - 1) == "of" and tokens.kinds[max(0, i - 2) : i - 1] == ["number"]
    behind = "".join(tokens.words[i + 1 : i + 2])
    is_control = behind.isupper() and behind.lower() in trap_words("named", "controls")
    return is_second and (is_control or tokens.at(i - 3) in trap_words("named", "shown"))


def _is_ranked(tokens: Tokens, no: int) -> bool:
    """Whether "no" at token `no`, with its point, ranks: "the | no. 3 films", "two | No. 1 picks"."""
    before = tokens.at(no - 1)
    is_said = word_class(before) in _VERBS or before in {"said", "says", "is", "was", ""}
    return tokens.at(no) == "no" and not is_said


def is_worded_label(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number in words labels: "Category | Five", "on day | nine", not "on the day | nine people died"."""
    if is_labelled(tokens, i) and (tokens.words[i - 1][0].isupper() or tokens.at(i - 1) == "-"):
        return True
    if tokens.at(i - 1) == "number" and _numbers_one(tokens, i - 1, stop):
        return True
    is_bare = tokens.at(i - 1) in trap_words("named") and tokens.at(i - 2) in trap_words("numbered", "before")
    return is_bare and not counts(tokens, stop) and not heads_clause(tokens, stop)


def _is_listed(tokens: Tokens, i: int) -> bool:
    """Whether a number goes on a list of labels: "sections 302, 307 and | 308", "grades 9-|12"."""
    first = i
    while first > 1 and tokens.at(first - 1) in _LISTING:
        before = first - 2 - (tokens.at(first - 2) == ",")  # "flights 242, 244, and | 251"
        if before < 0 or tokens.kinds[before] != "number":
            break
        first = before
    name = tokens.at(first - 1)  # "PlayStation 2 and | 3 sank"
    is_pair = is_plural(name) and tokens.at(first + 1) == "&" and i == first + 2  # "episodes 5 & | 6 stars Bo Rusk"
    is_apart = tokens.at(i + 1) in {"in", "at", "on"} and tokens.at(i + 2) == name  # "14 in Game 3 and | 20 in Game 4"
    if first == i or is_apart or (counts(tokens, i + 1) and not is_pair) or not is_labelled(tokens, first):
        return False
    return is_plural(name) or name in trap_words("named", "makes") or not heads_clause(tokens, i + 1)


def _describes(tokens: Tokens, word: int, behind: int) -> bool:
    """Whether a label with its capital describes things that it does not count: "Tier 3 | rules"."""
    is_bare = word == 0 or tokens.at(word - 1) not in _OWNERS | {"this", "that"}
    thing = singular(tokens.at(behind))
    return is_bare and tokens.words[word][0].isupper() and not counts_people(thing) and not tokens.headline


def is_cited(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is the volume or the section of a law: "18 | U.S.C. | 1001"."""
    behind = stop + 1 + (tokens.at(stop + 1) in {"section", "§"})
    is_volume = tokens.at(stop) in trap_words("cited") and tokens.kinds[behind : behind + 1] == ["number"]
    is_section = tokens.at(i - 1) in trap_words("cited") and i > 1 and tokens.kinds[i - 2] == "number"
    return is_volume or is_section


def _numbers_one(tokens: Tokens, word: int, stop: int) -> bool:
    """Whether "number" names one thing: "the number 12 | bus", not "the number 12 | is" nor "put the number at".

    Bare behind a verb, a preposition or somebody it does, too: "reached number 14", "baby number three", not
    "they number 14".
    """
    before = tokens.at(word - 1)
    told = trap_words("named", "reached") | trap_words("numbered", "before")
    is_somebody = counts_people(before) and not is_plural(before)
    if is_somebody or before in told or word_class(before) in _VERBS:
        return not counts(tokens, stop)
    is_noun = tokens.kinds[stop : stop + 1] == ["word"] and word_class(tokens.at(stop)) == ""
    return is_noun and not is_plural(tokens.at(stop)) and before in _OWNERS


def is_definite(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a name behind "the" that opens a clause goes on with a number: "the Vanda Air 11 | ships in May".

    What looks like a plural behind it is a verb then, since no number counts behind a definite name.
    """
    first = i
    while first > 0 and tokens.kinds[first - 1] == "word" and tokens.words[first - 1][0].isupper():
        if tokens.at(first - 1) == "the":
            break
        first -= 1
    opens = first > 1 and (tokens.kinds[first - 2] == "mark" or tokens.at(first - 2) in {"and", "but", "that"})
    is_definite = tokens.at(first - 1) == "the" and first < i and (first == 1 or opens) and not tokens.headline
    verb = tokens.at(stop)
    return is_definite and is_plural(verb) and tokens.words[stop].islower() and not counts_people(singular(verb))


def is_model(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is part of a name: "Boeing 737", "S&P 500", "AK 47 rifles"."""
    i, stop = numeral.first, numeral.stop
    if stop != i + 1 or not tokens.words[i].isdigit() or len(tokens.words[i]) > _MODEL_DIGITS:
        return False
    if _is_told(tokens, i) or _opens_clause(tokens, i, stop) or _is_tallied(tokens, i, stop):
        return False
    is_before_name = _is_name(tokens, stop) or _is_thing(tokens, i, stop) or (i == 1 and _is_one_told_of(tokens, stop))
    if is_before_name and not tokens.headline:
        return True
    before = tokens.words[i - 1] if i and tokens.kinds[i - 1] == "word" else ""
    kind = word_classes().get(before.lower(), "-")
    if not before[:1].isupper() or (kind in _VERBS and (kind != "b" or tokens.headline)):
        return False  # "Kills 12" in a headline, but not "Apple Watch 5"
    if before.isupper() and 1 < len(before) <= _ACRONYM and hedge_before(tokens, i) is None:
        return before.lower() not in _UNIONS or not counts(tokens, stop)
    tied = tokens.at(stop) in STROKES and tokens.touches(stop)
    dated = tokens.at(stop) == "of" and tokens.kinds[stop + 1 : stop + 2] == ["name"]  # "Communique 14 | of 11 June"
    telling = i > 1 or before.isupper() or dated or _is_result(tokens, stop)  # a first word's capital says nothing
    tied = tied and (tokens.kinds[stop + 1 : stop + 2] != ["number"] or counts(tokens, stop + 2))
    return telling and not tied and not counts(tokens, stop)


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
    if tokens.at(stop) in ONE_OF_A_KIND or word_class(tokens.at(stop)) == "z":
        return word_class(name) in {"", "n"}
    return word_class(name) == "n" and word_class(tokens.at(stop)) == "d"


def _is_result(tokens: Tokens, i: int) -> bool:
    """Whether another name with a number follows, alone or joined: "Orvane 2, | Tessel 1", "Vanda 3 | and Corvo 4"."""
    j = i + (tokens.at(i) in {",", "and"})
    first = j
    while j < len(tokens) and tokens.kinds[j] == "word" and tokens.words[j][0].isupper():
        j += 1
    return j > first and tokens.kinds[j : j + 1] == ["number"] and (tokens.at(i) == "and" or ends(tokens, j + 1))


def _is_tallied(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether letters beside a number say what it counts: "took 30 | KIA", "KIA | 3, WIA 9"."""
    beside = [tokens.words[k] for k in (i - 1, stop) if 0 <= k < len(tokens)]
    return any(word.isupper() and word.lower() in noun_measures() for word in beside)


def _opens_clause(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number opens a clause behind a day or a place: "In Aleppo | 17 unarmed men", "By Friday | 300 had"."""
    if tokens.kinds[i - 1] != "word" or not tokens.words[i - 1][0].isupper() or i == 0:
        return False
    if tokens.at(i - 1) not in month_words("days"):
        j = i - 1
        while j >= 0 and tokens.kinds[j] == "word" and (tokens.words[j][0].isupper() or tokens.lower[j] == "the"):
            if tokens.lower[j] in month_words("opening"):
                break
            j -= 1
        is_opening = j == 0 or tokens.kinds[j - 1] == "mark" or tokens.at(j - 1) in {"and", "but", "that"}
        if j == i - 1 or tokens.at(j) not in month_words("opening") or not is_opening:
            return False
    return heads_clause(tokens, stop)


@cache
def month_words(key: str) -> frozenset[str]:
    """Words of a list that goes with months and days: "days", "opening"."""
    return frozenset(load("times")["month"][key])


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


def is_calibre(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is the bore of a gun: "a .22", "9mm pistol", ".45-calibre"."""
    word, j = tokens.words[numeral.first], numeral.stop
    if tokens.at(j) in STROKES:
        j += 1
    metric = tokens.at(j) == "mm"
    behind = {tokens.at(j + metric), tokens.at(j + metric + 1)}
    if word.startswith(".") and len(word) <= 4 and len(word) > 2:  # noqa: PLR2004 - ".22" to ".500"
        counted = (
            tokens.words[j : j + 1] == tokens.lower[j : j + 1]
            and word_class(tokens.at(j)) == ""
            and tokens.kinds[j : j + 1] == ["word"]
        )
        return bool(behind & trap_words("calibre")) or (tokens.at(numeral.first - 1) in _OWNERS and not counted)
    return (
        (metric and bool(behind & trap_words("calibre")))
        or tokens.at(j) in {"caliber", "calibre"}
        or _is_bore(tokens, j)
    )


def _is_bore(tokens: Tokens, j: int) -> bool:
    """Whether a shotgun's bore stands at token `j`: "12-|gauge", "12 | bore rifle", not "a 14 gauge needle"."""
    behind = {tokens.at(j + 1), tokens.at(j + 2)}
    return tokens.at(j) in {"gauge", "bore"} and (tokens.at(j - 1) in STROKES or bool(behind & trap_words("calibre")))
