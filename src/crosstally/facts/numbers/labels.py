"""Numbers that name: "Highway 35", "No. 7", "18 U.S.C.", ".22-calibre"."""

from __future__ import annotations

import re

from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.numbers.number_verb import is_number_verb
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.tied import is_tied
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import (
    VERBS,
    counts_people,
    is_plural,
    singular,
    stop_words,
    things,
    word_class,
)
from crosstally.facts.words.tokenize import heads_clause
from crosstally.facts.words.tokens import STROKES, Tokens

_OWNERS = frozenset({"a", "the", "his", "her"})
_WEEK_DIGITS = 2
_OFFICES = frozenset({"us", "u.s", "uspto"})
_PATENT = re.compile(r"\d{1,2},\d{3},\d{3}")
_LISTING = frozenset({",", "and", "or", "to", "-", "–", "&", "through"})


def is_labelled(tokens: Tokens, i: int) -> bool:
    """ "Highway 35", "No. 7", "sections 3 and 4", "Tier 3 rules": some words label only with a capital letter."""
    is_parted = tokens.at(i - 1) == "-" and not tokens.touches(i) and tokens.touches(i - 1) == tokens.touches(i)
    is_marked = tokens.at(i - 1) in {".", "#", "-", ":"} and not is_parted  # "page - 5", not "bulletins - | five"
    back = i - 1 - is_marked
    word = tokens.at(back)
    if tokens.at(i - 1) == ":":
        return word in trap_words("named", "colon")
    return not is_number_verb(tokens, back) and _is_behind_label(tokens, i, back)


def _is_behind_label(tokens: Tokens, i: int, back: int) -> bool:
    """Whether a number at token `i` is tied to what it labels, or the word at token `back` labels what it numbers."""
    word = tokens.at(back)
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
    if _is_of_service(tokens, back, i + 1) or _is_patent(tokens, i):
        return True
    if tokens.at(i - 1) == "." and (word in trap_words("dotted") or _is_ranked(tokens, back)):
        return True
    labels = {word, singular(word)} & trap_words("named")
    is_named = word == "size" or word in trap_words("named", "makes") or _describes(tokens, back, i + 1)
    is_named = is_named or _is_of_kind(tokens, back, i + 1)
    is_counted = counts(tokens, i + 1) and not is_named  # "size 11 | shoes"
    if back < 0 or not labels or is_counted:
        return False
    return tokens.words[back][0].isupper() or not labels & trap_words("named", "capital")


def is_week(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is that of a week of the year: "in epidemiological week | 35", "the week | 35 | report".

    None is a week in which so many did something: "in the week | 12 | drowned".
    """
    if tokens.at(i - 1) != "week" or stop != i + 1 or len(tokens.words[i]) > _WEEK_DIGITS:
        return False
    before, behind = tokens.at(i - 2), tokens.at(stop)
    if before in trap_words("week"):
        return True
    if behind in trap_words("week", "papers"):
        return True
    return before in trap_words("week", "opening") and not counts(tokens, stop)


def _is_last_shown(tokens: Tokens, i: int) -> bool:
    """Whether a number is that of the last of what is shown on a page: "Photo 3 of | 9", "3 of | 9 | CLOSE"."""
    is_second = tokens.at(i - 1) == "of" and tokens.is_number(max(0, i - 2))
    behind = "".join(tokens.words[i + 1 : i + 2])
    is_control = behind.isupper() and behind.lower() in trap_words("named", "controls")
    return is_second and (is_control or tokens.at(i - 3) in trap_words("named", "shown"))


def _is_ranked(tokens: Tokens, no: int) -> bool:
    """Whether "no" at token `no`, with its point, ranks: "the | no. 3 films", "two | No. 1 picks"."""
    before = tokens.at(no - 1)
    is_said = word_class(before) in VERBS or before in {"said", "says", "is", "was", ""}
    return tokens.at(no) == "no" and not is_said


def is_worded_label(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number in words labels: "Category | Five", "on day | nine", not "on the day | nine people died"."""
    if is_labelled(tokens, i) and (tokens.words[i - 1][0].isupper() or tokens.at(i - 1) == "-"):
        return True
    if is_number_verb(tokens, i - 1):
        return False
    if tokens.at(i - 1) == "number" and _numbers_one(tokens, i - 1, stop):
        return True
    before = tokens.at(i - 2)
    is_placed = before in trap_words("numbered", "before") or before == "by" or (before == "," and ends(tokens, stop))
    is_bare = tokens.at(i - 1) in trap_words("named") and is_placed
    return is_bare and not counts(tokens, stop) and not heads_clause(tokens, stop)


def _is_of_service(tokens: Tokens, word: int, behind: int) -> bool:
    """Whether a number is that of a service: "bus services | 12 and 13", no "service 12 guests"."""
    is_service = singular(tokens.at(word)) == "service" and tokens.at(word - 1) in trap_words("line")
    return is_service and not counts(tokens, behind)


def _is_patent(tokens: Tokens, i: int) -> bool:
    """Whether millions in digits behind "US" are the number of a patent: "three patents (US | 7,911,442)"."""
    is_told = tokens.at(i - 1).rstrip(".") in _OFFICES and not {"patent", "patents"}.isdisjoint(tokens.lower)
    return is_told and _PATENT.fullmatch(tokens.words[i]) is not None and not counts(tokens, i + 1)


def _is_listed(tokens: Tokens, i: int) -> bool:
    """Whether a number goes on a list of labels: "sections 302, 307 and | 308", "grades 9-|12"."""
    first = i
    while first > 1 and tokens.at(first - 1) in _LISTING:
        before = first - 2 - (tokens.at(first - 2) == ",")  # "flights 242, 244, and | 251"
        if before < 0 or tokens.kinds[before] != "number":
            break
        first = before
    is_count = "," in tokens.words[i] and "," not in tokens.words[first]  # "on the Xbox 360, | 500,000 on the Vanda"
    name = tokens.at(first - 1)  # "PlayStation 2 and | 3 sank"
    is_pair = is_plural(name) and tokens.at(first + 1) == "&" and i == first + 2  # "episodes 5 & | 6 stars Bo Rusk"
    is_apart = tokens.at(i + 1) in {"in", "at", "on"} and tokens.at(i + 2) == name  # "14 in Game 3 and | 20 in Game 4"
    is_counted = is_count or is_apart or (counts(tokens, i + 1) and not is_pair)
    if first == i or is_counted or not is_labelled(tokens, first):
        return False
    return is_plural(name) or name in trap_words("named", "makes") or not heads_clause(tokens, i + 1)


def _describes(tokens: Tokens, word: int, behind: int) -> bool:
    """Whether a label with its capital describes things that it does not count: "Tier 3 | rules"."""
    is_bare = word == 0 or tokens.at(word - 1) not in _OWNERS | {"this", "that"}
    thing = singular(tokens.at(behind))
    return is_bare and tokens.words[word][0].isupper() and not counts_people(thing) and not tokens.headline


def _is_of_kind(tokens: Tokens, word: int, behind: int) -> bool:
    """Whether a label tells of what kind things are, and not how many: "type 2 | diabetes", "stage-three | trials".

    Not so in "at that stage 12 | boats", "in phase 2 | people".
    """
    before = tokens.at(word - 1)
    is_bare = before not in _OWNERS | {"this", "that", "each", "every", "any", "one", "early", "late"}
    return (
        tokens.at(word) in trap_words("named", "kinds") and is_bare and not counts_people(singular(tokens.at(behind)))
    )


def is_cited(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is the volume or the section of a law: "18 | U.S.C. | 1001"."""
    behind = stop + 1 + (tokens.at(stop + 1) in {"section", "§"})
    is_volume = tokens.at(stop) in trap_words("cited") and tokens.is_number(behind)
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
    is_thing = (
        before in things()
        and tokens.at(word - 2) in link_words("be") | trap_words("numbered", "before")
        and ends(tokens, stop)
    )
    is_name = word > 0 and tokens.words[word - 1].istitle() and before not in stop_words() and not tokens.headline
    is_name = is_name and not is_plural(before) and not counts_people(before) and _opens(tokens, word - 1)
    if (is_thing and not is_plural(before)) or (is_name and ends(tokens, stop)):
        return True  # "he was | wheel number three", "Sanremo | number two, with a band"
    if is_somebody or before in told or word_class(before) in VERBS:
        return not counts(tokens, stop)
    is_noun = tokens.kinds[stop : stop + 1] == ["word"] and word_class(tokens.at(stop)) == ""
    return is_noun and not is_plural(tokens.at(stop)) and before in _OWNERS


def _opens(tokens: Tokens, i: int) -> bool:
    """Whether a name at token `i` opens its clause, or has an owner or a preposition: "her | Tarn number two"."""
    before = tokens.at(i - 1)
    is_led = before in link_words("possessives") | link_words("be") | trap_words("numbered", "before") | _OWNERS
    return i == 0 or is_led or tokens.kinds[i - 1] == "mark"


def is_definite(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a name behind "the" that opens a clause goes on with a number: "the Vanda Air 11 | ships in May".

    What looks like a plural behind it is a verb then, since no number counts behind a definite name, nor behind that of
    a single one: "a single Vanda 9 | costs 60 dollars".
    """
    first = i
    while first > 0 and tokens.kinds[first - 1] == "word" and tokens.words[first - 1][0].isupper():
        if tokens.at(first - 1) == "the":
            break
        first -= 1
    opening = first - 1 - (tokens.lower[max(0, first - 2) : first] == ["a", "single"])
    opens = opening > 0 and (tokens.kinds[opening - 1] == "mark" or tokens.at(opening - 1) in {"and", "but", "that"})
    is_told = tokens.at(opening) in {"the", "a"} and first < i and (opening == 0 or opens)
    is_definite = is_told and not tokens.headline and (tokens.at(opening) == "the" or opening < first - 1)
    verb = tokens.at(stop)
    return is_definite and is_plural(verb) and tokens.words[stop].islower() and not counts_people(singular(verb))


def is_denomination(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether an amount says which note or coin one is: "paid with a $50 | note", "a 50p | coin", not "50 | notes"."""
    behind = unit_behind(tokens, stop)[1]
    behind += tokens.at(behind) in STROKES
    return stop == i + 1 and tokens.words[i].isdigit() and tokens.at(behind) in trap_words("calibre", "struck")


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
            and tokens.at(j) not in stop_words()
            and tokens.kinds[j : j + 1] == ["word"]
        )
        before = tokens.at(numeral.first - 1)
        is_gun = before in trap_words("calibre", "makers") or bool(behind & trap_words("calibre"))
        return is_gun or (before in _OWNERS and not counted)
    return (
        (metric and bool(behind & trap_words("calibre")))
        or (metric and _is_gun(tokens, numeral.first, j + 1))
        or tokens.at(j) in {"caliber", "calibre"}
        or _is_bore(tokens, j)
    )


def _is_gun(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a bore stands for its gun: "he drew a | 9mm |", "a real | 9mm | and a knife", not "a 9mm gap"."""
    before = i - 1 - (word_class(tokens.at(i - 1)) == "j")
    is_bore = tokens.words[i] in trap_words("calibre", "bores") and tokens.at(before) in _OWNERS
    return is_bore and (ends(tokens, stop) or tokens.at(stop) in {"and", "or", "from", "to", "at", "with"})


def _is_bore(tokens: Tokens, j: int) -> bool:
    """Whether a shotgun's bore stands at token `j`: "12-|gauge", "12 | bore rifle", not "a 14 gauge needle"."""
    behind = {tokens.at(j + 1), tokens.at(j + 2)}
    return tokens.at(j) in {"gauge", "bore"} and (tokens.at(j - 1) in STROKES or bool(behind & trap_words("calibre")))
