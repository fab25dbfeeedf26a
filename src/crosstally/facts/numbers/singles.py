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
_REACH = 8  # tokens between a verb of killing and "himself"


def cues_of_one() -> frozenset[str]:
    """The beginnings of words without which a sentence tells of nobody killed or hurt."""
    return frozenset(load("singles")["cues"])


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
    reflexives, suicides = load("singles")["reflexives"], _suicides()
    for i, word in enumerate(tokens.lower):
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
    words = load("singles")
    word = tokens.lower[i]
    before = tokens.at(i - 1)
    if (
        before == "of" or before in verbs_of_speech()
    ):  # "the killing of | a teen" is background, "said | a woman" a voice
        return None
    if word in words["articles"]:
        return i + 2 if tokens.at(i + 1) in words["ordinals"] else i + 1
    if word in words["owners"] or (word == "the" and tokens.at(i + 1) in words["attackers"]):
        return i + 1
    if i and tokens.lower[i - 1] not in {":", ",", ";"}:
        return None
    if _past_age(tokens, i) > i:
        return i
    described = word_classes().get(word) == "j"  # "pregnant | woman hurt"
    return i if word in words["headline"] or (described and tokens.at(i + 1) in words["headline"]) else None


def _person(tokens: Tokens, i: int, first: int) -> Figure | None:
    """The figure of one person from token `i` on, whose noun begins at `first`."""
    if tokens.lower[i] in load("singles")["articles"] and first == i + 2 and tokens.at(first) != "of":
        noun = noun_phrase(tokens, first, plural=False)
        if noun is None or not _is_person(tokens, noun):
            return _figure(tokens, i, first, None)  # "injured | a third"
        return _figure(tokens, i, noun.stop, noun)
    begin = _past_age(tokens, first)
    noun = noun_phrase(tokens, begin, plural=False)
    if (noun is None or not _is_person(tokens, noun)) and begin > first:
        return _figure(tokens, i, begin, None)  # "a 10-year-old"
    if noun is None or not _is_person(tokens, noun):
        return _figure(tokens, i, first, None) if tokens.lower[i] == "another" else None
    owned = tokens.lower[i] in load("singles")["owners"]
    if owned and tokens.lower[noun.head] not in {*load("singles")["kin"], *load("singles")["pairs"]}:
        return None
    return _figure(tokens, i, noun.stop, noun)


def _past_age(tokens: Tokens, i: int) -> int:
    """One past an age before a noun: "a 10-year-old | girl"."""
    if tokens.kinds[i : i + 1] == ["number"] and tokens.at(i + 1) == "-":
        stop = next((k for k in range(i, min(i + 6, len(tokens))) if tokens.lower[k] == "old"), None)
        return i if stop is None else stop + 1
    return i


def _is_person(tokens: Tokens, noun: NounPhrase) -> bool:
    head = tokens.lower[noun.head]
    if head in load("singles")["pairs"]:
        return True
    return counts_people(head) and not is_plural(head) and head not in load("singles")["no_person"]


def _figure(tokens: Tokens, first: int, stop: int, noun: NounPhrase | None) -> Figure:
    is_pair = noun is not None and tokens.lower[noun.head] in load("singles")["pairs"]
    return Figure(first, stop, first, first + 1, exactly(2.0 if is_pair else 1.0), noun=noun, word=True)
