"""Noun phrases behind a number: where they end, and which word is their head."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from crosstally.facts.lexicon import load
from crosstally.facts.words.nouns import (
    counts_people,
    is_acronym,
    is_contraction,
    is_plural,
    people,
    singular,
    stop_words,
    things,
    word_class,
    word_classes,
)
from crosstally.facts.words.tokens import Tokens

_OPENED = frozenset({"other", "most"})  # goes on with participles and adverbs: "two other | wounded men"
_MAX_TOKENS = 14  # a noun phrase in news is shorter; a longer run is a list or a headline
_OPENING = frozenset(
    {"more", "less", "fewer", "such", "home", "back", "early", "late", "earlier", "later", "further", "combined"}
)  # "12 | more people"
_FIRING = frozenset({"fire", "fires", "fired", "firing"})


class NounPhrase(NamedTuple):
    """The words that a number counts.

    Attributes:
        first: Index of its first token.
        stop: Index one past its last token.
        head: Index of the head noun.
    """

    first: int
    stop: int
    head: int


def with_everybody(tokens: Tokens, noun: NounPhrase) -> NounPhrase:
    """Takes in the other kinds where people of several are counted in one: "720 | men, women and children"."""
    for kinds in _everybody():
        stop = noun.head + len(kinds)
        if tokens.lower[noun.head : stop] == kinds:
            return noun._replace(stop=stop)
    return noun


def is_everybody(tokens: Tokens, noun: NounPhrase) -> bool:
    """Whether people of several kinds are counted in one, the first of them the head."""
    return noun.stop > noun.head + 1 and tokens.lower[noun.head : noun.stop] in _everybody()


@cache
def _everybody() -> list[list[str]]:
    return [kinds.split() for kinds in load("people")["everybody"]]


def noun_phrase(tokens: Tokens, i: int, *, plural: bool) -> NounPhrase | None:
    """The noun phrase that begins at token `i`, behind a number; None where no noun follows.

    Args:
        tokens: The sentence.
        i: First token behind the number.
        plural: Whether the number asks for a plural, so that the first plural noun is the head
            ("12 people | shot") unless a noun goes on the compound ("two sales offices").
    """
    stop, head, tied = i, -1, tokens.at(i - 1) == "-"
    if _opens_none(tokens, i):
        return None
    while stop < min(len(tokens), i + _MAX_TOKENS):
        if _ties(tokens, stop) or (plural and stop > i and _coordinates(tokens, stop, head)):
            stop += 1
            continue
        if tokens.lower[stop] in _time_openers() and (stop > i or tokens.at(stop + 1) in _periods()):
            break
        if not _may_stand_in(tokens, stop, first=stop == i) or _opens_numbers(tokens, i, stop, head):
            break
        is_many = head >= 0 and plural and not tied and _is_many(tokens, stop, head)
        if (
            head >= 0
            and not is_many
            and not _is_opened(tokens, stop, head)
            and _ends(tokens, stop, head, plural=plural)
        ):
            break
        if _is_noun(tokens, stop):
            head = stop
            if plural and (end := _past_tail(tokens, stop)) > stop + 1:
                return NounPhrase(i, end, head)
        stop += 1
    if head == i and plural and (_is_deed(tokens, i) or tokens.lower[i] in load("nouns")["lands"]):
        return None
    return NounPhrase(i, head + 1, head) if head >= 0 else None


def _past_tail(tokens: Tokens, head: int) -> int:
    """One past a plural noun at token `head` and what a hyphen ties on: "four | passers-by", "two | sisters-in-law"."""
    i = head + 1
    if tokens.at(i) != "-" or not tokens.touches(i) or not is_plural(tokens.lower[head]):
        return i
    for tail in _tails():
        stop = i + len(tail)
        if tokens.lower[i:stop] == tail and all(tokens.touches(k) for k in range(i, stop)):
            return stop
    return i


@cache
def _tails() -> list[list[str]]:
    """The tokens of what may be tied on a plural, the longest first, each with its hyphen."""
    tails = [f"-{tail}".replace("-", " - ").split() for tail in load("nouns")["tails"]["phrases"]]
    return sorted(tails, key=lambda tail: -len(tail))


def _opens_none(tokens: Tokens, i: int) -> bool:
    """Whether what stands at token `i`, behind a number, is no noun: a verb, or the second side of "2880 | x 1800".

    A verb behind how many something is says what that does: "a town of 5,200 | needs water".
    """
    if tokens.at(i) in _only_verbs():
        return tokens.at(i - 2) != "of"  # not "a family of four | dies", whose killer a toll would add to the four
    if tokens.at(i - 2) == "of" and word_class(tokens.at(i)) == "z":
        return tokens.at(i - 3) in load("nouns")["peopled"] or tokens.at(i - 3) in load("victims")["collectives"]
    return tokens.at(i) == "x" and tokens.is_number(i + 1)


def _is_opened(tokens: Tokens, i: int, head: int) -> bool:
    """Whether the token at `i` goes on a phrase of which only "other" is known: "two other | wounded | men"."""
    is_modifier = word_class(tokens.lower[i]) in {"n", "r", "d"}
    return is_modifier and tokens.lower[head] in _OPENED and any(map(is_plural, tokens.lower[i + 1 : i + 4]))


def _is_deed(tokens: Tokens, i: int) -> bool:
    """Whether a singular right behind a number of several is what they do: "10,000 | line | the beach"."""
    is_singular = tokens.words[i].islower() and not is_plural(tokens.lower[i]) and tokens.lower[i] not in _OPENED
    is_whole = "." not in tokens.words[i - 1]  # "a 2.9 | aftershock | at noon"
    return is_singular and is_whole and tokens.at(i + 1) in load("nouns")["behind_deed"]


@cache
def _only_verbs() -> frozenset[str]:
    """What is said of a number right behind it, and is no plural: "the man who killed 4 | dies"."""
    return frozenset(load("nouns")["verbs"])


@cache
def _time_openers() -> frozenset[str]:
    """What begins a phrase of time right behind a verb or noun: "12 died | last week"."""
    return frozenset(load("nouns")["time_openers"])


@cache
def _periods() -> frozenset[str]:
    """What such a phrase tells of right behind a number, too: "rose by 4,000 | last month"."""
    return frozenset(load("nouns")["periods"])


def _is_noun(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i` can be a head: no listed verb, adjective or adverb, or a name by its capital."""
    kind = word_class(tokens.lower[i])
    if kind in {"", "z"} or (kind not in {"d", "r"} and is_plural(tokens.lower[i])):
        return True
    if kind in {"j", "b"} and tokens.lower[i] in people():  # "teen", "minor", "suspect"
        return True
    if tokens.lower[i] == "shot" and (tokens.at(i - 2) in _FIRING or tokens.at(i + 2) == "fired"):
        return True  # "fired one | shot", not "one | shot in the leg"
    return tokens.words[i][0].isupper() and not tokens.headline


def _ends(tokens: Tokens, i: int, head: int, *, plural: bool) -> bool:
    """Whether a phrase with a head so far ends before token `i`: a verb, or what follows the plural asked for."""
    kind = word_class(tokens.lower[i])
    if tokens.words[i - 1] == "-" and tokens.touches(i):
        return False  # "coal-fired | plants"
    if kind in {"d", "z"}:
        return True
    if plural and is_plural(tokens.lower[head]):  # only a further plural goes on: "sports | clubs"
        if tokens.lower[i] in load("nouns")["carriers_do"] and counts_people(singular(tokens.lower[head])):
            return True
        is_apart = tokens.at(i + 1) == "apart" and tokens.at(i + 2) != "from"  # "two blasts | minutes apart"
        return is_apart or kind != "" or not is_plural(tokens.lower[i]) or tokens.kinds[i] != "word"
    return kind in {"n", "b", "r"} and not _is_noun(tokens, i)


def _opens_numbers(tokens: Tokens, first: int, i: int, head: int) -> bool:
    """Whether other numbers begin at token `i`, of a phrase from `first` on: "killed 40 | three days on", "| ages 17".

    "Three of the last | ten games" counts those games.
    """
    if tokens.lower[i] in {"age", "ages"}:
        return head >= 0 and tokens.is_number(i + 1)
    if tokens.lower[i] not in load("numerals")["cardinals"] or _is_tied(tokens, i):
        return False
    return head >= 0 or i == first or word_class(tokens.lower[i - 1]) != "j"


def _is_many(tokens: Tokens, i: int, head: int) -> bool:
    """Whether the token at `i`, which may be a verb, is the plural that a number asks for: "24 home | runs"."""
    one = singular(tokens.lower[i])
    is_verb_too = word_class(tokens.lower[i]) == "z" and (one in things() or one in people())
    return is_verb_too and not is_plural(tokens.lower[head])


def _coordinates(tokens: Tokens, i: int, head: int) -> bool:
    """Whether "and" at `i` joins two modifiers of a plural to come: "middle | and | high school pupils"."""
    if tokens.lower[i] not in {"and", "or"} or i + 1 >= len(tokens) or (head >= 0 and is_plural(tokens.lower[head])):
        return False
    reach = 4 if tokens.kinds[i + 2 : i + 3] == ["word"] and tokens.at(i + 2) not in stop_words() else 3
    return (
        any(is_plural(tokens.at(k)) for k in range(i + 1, i + reach))
        and tokens.kinds[i + 1] == "word"
        and tokens.lower[i + 1] not in stop_words()
        and tokens.lower[i + 1] not in load("numerals")["cardinals"]
        and tokens.lower[i + 1] not in load("numerals")["vague"]
        and word_classes().get(tokens.lower[i + 1], "j") == "j"
    )


def is_abbreviated(tokens: Tokens, i: int) -> bool:
    """Whether the full stop at `i` only ends a word that stands before a name: "two St| . Orvane deputies"."""
    behind = "".join(tokens.words[i + 1 : i + 2])
    return i > 0 and tokens.touches(i) and tokens.words[i - 1] in _before_names() and behind.istitle()


@cache
def _before_names() -> frozenset[str]:
    return frozenset(load("abbreviations")["before_names"])


def _ties(tokens: Tokens, i: int) -> bool:
    """Whether the mark at `i` ties two words of one phrase: "co-workers", "S&P", "and/or", not "3 KIA/5 WIA"."""
    if tokens.words[i] == "/" and tokens.is_number(i + 1):
        return False
    if tokens.words[i] == "." and is_abbreviated(tokens, i):
        return True
    return tokens.kinds[i] == "mark" and (
        tokens.words[i] in {"-", "–", "&", "/", "."}
        and tokens.touches(i)
        and tokens.touches(i + 1)
        and i + 1 < len(tokens)
    )


def _may_stand_in(tokens: Tokens, i: int, *, first: bool) -> bool:
    match tokens.kinds[i]:
        case "word":
            return _is_word_inside(tokens, i, first=first)
        case "number":  # "six | AK 47 rifles", "two | Boeing 737 jets", "two new | 737 Max jets"
            behind = tokens.words[i + 1] if i + 1 < len(tokens) else ""
            make = tokens.words[i - 1][0].isupper() and is_plural(behind.lower())
            named = behind[:1].isupper() and behind.isalpha() and not tokens.headline
            return not first and (make or named)
        case "name":  # "six | AK-47 rifles"
            is_some = any(map(is_plural, tokens.lower[i : i + 3]))  # "nine | AK-47s", "two | F-16 fighter jets"
            return tokens.words[i][0].isalpha() and (not first or is_some)
        case _:
            return False


def _is_word_inside(tokens: Tokens, i: int, *, first: bool) -> bool:
    """Whether a word can stand inside a noun phrase: none of the closed classes, unless hyphenated or an acronym."""
    word = tokens.lower[i]
    if is_contraction(word):
        return False
    return _is_tied(tokens, i) or is_acronym(tokens, i) or word not in stop_words() or (first and word in _OPENING)


def _is_tied(tokens: Tokens, i: int) -> bool:
    """Whether a hyphen ties the word at `i` to the next: "seven|-seat", not "one|-in-five", "seven|-eight"."""
    is_between = tokens.is_number(i + 2) or tokens.at(i + 2) in load("numerals")["cardinals"]
    return tokens.at(i + 1) == "-" and tokens.touches(i + 1) and not is_between
