"""Noun phrases behind a number: where they end, which word is their head, and its singular."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from crosstally.facts.lexicon import load
from crosstally.facts.tokens import Tokens

_MAX_WORDS = 7  # a noun phrase in news is shorter; a longer run is a list or a headline


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


@cache
def word_classes() -> dict[str, str]:
    """The usual class of common words that are no nouns: b d z n g (verb forms), j (adjective), r (adverb)."""
    lines = files("crosstally.facts").joinpath("data", "word_classes.txt").read_text(encoding="utf-8").splitlines()
    classes = dict(line.split("\t") for line in lines if not line.startswith("#"))
    return classes | dict.fromkeys(load("nouns")["participles"], "n")


def word_class(word: str) -> str:
    """The class of a word as in `word_classes`; an unlisted word on -ed is a participle, any other a noun ("")."""
    return word_classes().get(word) or ("n" if word.endswith("ed") and len(word) > 4 else "")  # noqa: PLR2004 - "bed", "seed"


@cache
def _contractions() -> tuple[str, ...]:
    return tuple(mark + end for mark in "'’" for end in ("re", "ve", "ll", "d", "m", "t"))


@cache
def _stops() -> frozenset[str]:
    return frozenset(load("nouns")["stop"])


@cache
def _irregular() -> dict[str, str]:
    nouns = load("nouns")
    return dict(nouns["irregular"]) | {word: word for word in nouns["collective"]["words"]}


@cache
def _not_plural() -> frozenset[str]:
    return frozenset(load("nouns")["not_plural"]["words"])


def singular(noun: str) -> str:
    """The singular of a noun, in small letters: "co-workers" -> "co-worker", "people" -> "person".

    >>> singular("cities")
    'city'
    """
    noun = noun.lower()
    prefix, hyphen, last = noun.rpartition("-")
    if last in _irregular():
        last = _irregular()[last]
    elif last.endswith("ies") and len(last) > 4:  # noqa: PLR2004 - "ties", "pies"
        last = last[:-3] + "y"
    elif last.endswith(("sses", "shes", "ches", "xes", "zzes")):
        last = last[:-2]
    elif last.endswith("s") and not last.endswith(("ss", "us", "is")) and len(last) > 2 and last not in _not_plural():  # noqa: PLR2004 - "us", "is"
        last = last[:-1]
    return prefix + hyphen + last


@cache
def counts_people(noun: str) -> bool:
    """Whether a singular noun counts people: listed, or with an ending such as -ist."""
    people = load("people")
    last = noun.rpartition("-")[2]
    if last in people["things"]:
        return False
    return noun in people["words"] or last in people["words"] or last.endswith(tuple(people["endings"]))


def is_plural(word: str) -> bool:
    """Whether a word has the form of a plural noun, or is counted without one ("police", "aircraft")."""
    last = word.rpartition("-")[2]
    return last in _irregular() or (
        last not in _not_plural()
        and last.endswith("s")
        and not last.endswith(("ss", "us", "is", "'s", "’s"))
        and len(last) > 2
    )


def noun_phrase(tokens: Tokens, i: int, *, plural: bool) -> NounPhrase | None:
    """The noun phrase that begins at token `i`, behind a number; None where no noun follows.

    Args:
        tokens: The sentence.
        i: First token behind the number.
        plural: Whether the number asks for a plural, so that the first plural noun is the head
            ("12 people | shot") unless a noun goes on the compound ("two sales offices").
    """
    stop, head = i, -1
    headline = tokens.headline
    while stop < len(tokens) and stop - i < _MAX_WORDS * 2:
        word = tokens.lower[stop]
        if tokens.kinds[stop] == "mark" and _joins(tokens, stop):
            stop += 1
            continue
        if plural and _coordinates(tokens, stop, head):
            stop += 1
            continue
        if not _may_stand_in(tokens, stop, first=stop == i):
            break
        kind = word_class(word)
        if head >= 0 and kind in {"d", "z"}:
            break
        if head >= 0 and plural and is_plural(tokens.lower[head]) and (kind or not is_plural(word)):
            break
        if (
            kind in {"", "z"}
            or (is_plural(word) and kind not in {"d", "r"})
            or (tokens.words[stop][:1].isupper() and not headline)
        ):
            head = stop
        elif head >= 0 and kind in {"n", "b", "r"}:
            break
        stop += 1
        if head == stop - 1 and plural and is_plural(word) and not _goes_on(tokens, stop):
            break
    if head < 0:
        return None
    return NounPhrase(i, head + 1, head)


def _coordinates(tokens: Tokens, i: int, head: int) -> bool:
    """Whether "and" at `i` joins two modifiers of a plural to come: "government | and | private buildings"."""
    if tokens.lower[i] not in {"and", "or"} or i + 1 >= len(tokens) or (head >= 0 and is_plural(tokens.lower[head])):
        return False
    return (
        any(is_plural(tokens.at(k)) for k in (i + 1, i + 2))
        and tokens.kinds[i + 1] == "word"
        and tokens.lower[i + 1] not in _stops()
        and word_classes().get(tokens.lower[i + 1], "j") in {"j"}
    )


def _joins(tokens: Tokens, i: int) -> bool:
    """Whether the mark at `i` ties two words of one phrase: "co-workers", "S&P", "and/or"."""
    return (
        tokens.words[i] in {"-", "–", "&", "/", "."}
        and tokens.touches(i)
        and tokens.touches(i + 1)
        and i + 1 < len(tokens)
    )


def _may_stand_in(tokens: Tokens, i: int, *, first: bool) -> bool:
    kind = tokens.kinds[i]
    if kind == "word":
        if tokens.lower[i].endswith(_contractions()):
            return False
        if tokens.words[i].isupper() and len(tokens.words[i]) > 1 and not tokens.headline:
            return True  # "one US fluid ounce"
        return tokens.lower[i] not in _stops() or (
            first and tokens.lower[i] in {"more", "less", "fewer", "such", "home", "back", "early", "late"}
        )
    if kind == "number":  # "six | AK 47 rifles"
        return not first and tokens.words[i - 1].isupper() and i + 1 < len(tokens) and is_plural(tokens.lower[i + 1])
    if kind == "name":  # "six | AK-47 rifles"
        return tokens.words[i][0].isalpha() and (not first or is_plural(tokens.at(i + 1)))
    return False


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Whether a plural at the end of a phrase so far is only a modifier of the plural noun at `i`: "sports | clubs"."""
    return (
        i < len(tokens)
        and tokens.kinds[i] == "word"
        and is_plural(tokens.lower[i])
        and (
            word_classes().get(tokens.lower[i], "") == ""
            and tokens.lower[i] not in _stops()
            and not tokens.lower[i].endswith("ed")
        )
    )
