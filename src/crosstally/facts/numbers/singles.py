"""One person told of without a number: "a guard was killed", "killed his wife", "Man dead", "shot himself to death"."""

from __future__ import annotations

import re
from functools import cache

from crosstally.facts.context.speech import verbs_of_speech
from crosstally.facts.fact import Fact
from crosstally.facts.intervals import exactly
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.roles.triggers import Measure, measures
from crosstally.facts.words.nouns import NounPhrase, counts_people, is_plural, noun_phrase, word_classes
from crosstally.facts.words.tokens import Tokens

SINGLE = frozenset({"killed", "injured"})  # the measures that one person is worth a claim of
_TOLLS = SINGLE | {"shot"}
_ONE = re.compile(r"\b(?:one|1)\b", re.IGNORECASE)
_PAUSES = frozenset({":", ",", ";"})
_OFFICE = 7  # tokens of an office and its verb: "for the prefecture of the county said"
_REACH = 8  # tokens between a verb of killing and "himself"


@cache
def _words(kind: str) -> frozenset[str]:
    """A list of lexicon/singles.toml, such as "articles"."""
    return frozenset(load("singles")[kind])


def cues_of_one() -> frozenset[str]:
    """The beginnings of words without which a sentence tells of nobody killed or hurt."""
    return _words("cues")


def read_singles(tokens: Tokens, figures: list[Figure]) -> list[Figure]:
    """The persons of a sentence that no number counts; whether they were killed or hurt is asked elsewhere."""
    taken = {i for figure in figures if not figure.age for i in range(figure.first, figure.after)}
    found: list[Figure] = []
    done = 0
    for i in range(len(tokens)):
        first = _noun_at(tokens, i) if i >= done else None
        figure = _person(tokens, i, first) if first is not None and taken.isdisjoint(range(i, first)) else None
        if figure is not None:
            found.append(figure)
            done = figure.stop
    return found


def tells_of_one(fact: Fact) -> bool:
    """Whether a fact tells of one person without a number: "a guard", "himself"; "one guard" is counted."""
    return fact.interval.value == 1 and fact.measure in SINGLE and not _ONE.search(fact.quote)


def without_lone(facts: list[Fact]) -> list[Fact]:
    """The facts of a report without the single persons that are no figures.

    They are where the report counts no dead and no injured, or where what befell them is not asserted.
    """
    counts = any(fact.measure in _TOLLS and not tells_of_one(fact) for fact in facts)
    return [fact for fact in facts if not tells_of_one(fact) or (counts and fact.status == "asserted")]


def read_suicides(tokens: Tokens) -> list[tuple[Figure, Measure]]:
    """Those who kill themselves: "killed three people and himself", "before taking his own life"."""
    reflexives, suicides = _words("reflexives"), _suicides()
    for i in [i for i, word in enumerate(tokens.lower) if word in reflexives or word in suicides]:
        word = tokens.lower[i]
        if word in reflexives:
            verb = next((k for k in range(i - 1, max(-1, i - _REACH), -1) if _is_verb(tokens, k)), None)
            if verb is not None and load("singles")["verbs"][tokens.lower[verb]] == "killed":
                return [(_figure(tokens, i, i + 1, None), measures()["killed"])]
        for phrase in suicides.get(word, ()):
            if tokens.lower[i : i + len(phrase)] == phrase:
                return [(_figure(tokens, i, i + len(phrase), None), measures()["killed"])]
    return []


def _is_verb(tokens: Tokens, i: int) -> bool:
    return tokens.lower[i] in load("singles")["verbs"]


@cache
def _suicides() -> dict[str, list[list[str]]]:
    """Phrases of suicide by their first word, longest first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(load("singles")["suicides"], key=len, reverse=True):
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


def _noun_at(tokens: Tokens, i: int) -> int | None:
    """Where the noun of one person begins, when the token at `i` introduces one."""
    word, before = tokens.lower[i], tokens.at(i - 1)
    if word in _words("articles"):
        first = i + 2 if tokens.at(i + 1) in _words("ordinals") else i + 1
    elif word in _words("owners") or (word == "the" and tokens.at(i + 1) in _words("attackers")):
        first = i + 1
    elif (i == 0 or before in _PAUSES) and _opens_headline(tokens, i):
        first = i
    else:
        return None
    # "the killing of | a teen" is background, "said | a woman" a voice
    return None if before == "of" or before in verbs_of_speech() else first


def _opens_headline(tokens: Tokens, i: int) -> bool:
    """Whether a person without an article may begin at token `i`: "man", "pregnant | woman", "10-year-old | girl"."""
    word, persons = tokens.lower[i], _words("headline")
    if word in persons or _past_age(tokens, i) > i:
        return True
    return tokens.at(i + 1) in persons and word_classes().get(word) == "j"


def _person(tokens: Tokens, i: int, first: int) -> Figure | None:
    """The figure of one person from token `i` on, whose noun begins at `first`."""
    if tokens.lower[i] in _words("articles") and first == i + 2 and tokens.at(first) != "of":
        noun = noun_phrase(tokens, first, plural=False)
        if noun is None or not _is_person(tokens, noun):
            return _figure(tokens, i, first, None)  # "injured | a third"
        return _figure(tokens, i, noun.stop, noun)
    begin = _past_age(tokens, first)
    noun = noun_phrase(tokens, begin, plural=False)
    if (noun is None or not _is_person(tokens, noun)) and begin > first:
        return _figure(tokens, i, begin, None)  # "a 10-year-old"
    if noun is None or not _is_person(tokens, noun):
        return _figure(tokens, i, first, None) if tokens.lower[i] == "another" and noun is None else None
    owned = tokens.lower[i] in _words("owners") and tokens.lower[noun.head] not in _words("kin") | _words("pairs")
    if owned or _speaks(tokens, noun.stop):  # "his attacker"; "risen to 26, | an official | said"
        return None
    return _figure(tokens, i, noun.stop, noun)


def _speaks(tokens: Tokens, i: int) -> bool:
    """Whether a verb of speech stands at token `i` or behind a few words: "a spokesman | for the ministry said"."""
    for word in tokens.lower[i : i + _OFFICE]:
        if word in verbs_of_speech():
            return True
        if word in {",", ".", "who", "was", "were", "and", "is", "are"}:
            return False
    return False


def _past_age(tokens: Tokens, i: int) -> int:
    """One past an age before a noun: "a 10-year-old | girl"."""
    if tokens.kinds[i : i + 1] == ["number"] and tokens.at(i + 1) == "-":
        stop = next((k for k in range(i, min(i + 6, len(tokens))) if tokens.lower[k] == "old"), None)
        return i if stop is None else stop + 1
    return i


def _is_person(tokens: Tokens, noun: NounPhrase) -> bool:
    head = tokens.lower[noun.head]
    if head in _words("pairs"):
        return True
    return counts_people(head) and not is_plural(head) and head not in _words("no_person")


def _figure(tokens: Tokens, first: int, stop: int, noun: NounPhrase | None) -> Figure:
    is_pair = noun is not None and tokens.lower[noun.head] in _words("pairs")
    return Figure(first, stop, first, first + 1, exactly(2.0 if is_pair else 1.0), noun=noun, word=True)
