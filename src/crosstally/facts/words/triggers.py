"""Triggers: the words that say what a figure counts - "killed", "dead", "death toll" - and what they say of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Literal, NamedTuple

from crosstally.facts.lexicon import load, load_folder, words_of
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import Measure, measures
from crosstally.facts.words.verbs import is_participle, verb_forms

Role = Literal["object", "subject", "state", "noun", "topic", "deed"]


class Trigger(NamedTuple):
    """A word or phrase of the vocabulary.

    Attributes:
        words: Its tokens, in small letters.
        measure: What it says of a figure.
        role: How the figure stands to it; a deed is a verb that says so only of those who do it, "took a clerk away".
        participle: Whether it may stand behind its object: "12 people killed".
        nouns: The only nouns it takes ("claim + life|victim": "claimed 16 lives"); empty for any.
        phrase: The entry of the vocabulary that it is a form of.
    """

    words: tuple[str, ...]
    measure: Measure
    role: Role
    participle: bool
    nouns: frozenset[str] = frozenset()
    phrase: str = ""


class Hit(NamedTuple):
    """A trigger at tokens [first, stop) of a sentence."""

    first: int
    stop: int
    trigger: Trigger


@cache
def triggers_by_word() -> dict[str, dict[str, list[Trigger]]]:
    """All triggers by their first word, then by the second that they may go on with ("" for none), longest first."""
    index: dict[str, dict[str, list[Trigger]]] = {}
    for name, data in load_folder("measures").items():
        for role in ("object", "subject", "state", "noun", "topic", "deed"):
            for phrase in data["words"].get(role, ()):
                for trigger in triggers_of(phrase, role, measures()[name], data.get("forms", {})):
                    second = "".join(trigger.words[1:2])
                    for word in alike(second) or (second,):
                        index.setdefault(trigger.words[0], {}).setdefault(word, []).append(trigger)
    for by_second in index.values():
        for triggers in by_second.values():
            triggers.sort(key=lambda trigger: -len(trigger.words))
    return index


@cache
def object_triggers() -> tuple[Trigger, ...]:
    """Every trigger that has the figure for its object."""
    found = dict.fromkeys(
        one for by_second in triggers_by_word().values() for triggers in by_second.values() for one in triggers
    )
    return tuple(trigger for trigger in found if trigger.role == "object")


def triggers_of(phrase: str, role: Role, measure: Measure, irregular: dict[str, list[str]]) -> list[Trigger]:
    """The triggers that a phrase of the vocabulary stands for: a verb has one for each of its forms.

    "taken|rushed to the? hospital" is four phrases: one of several words, with a word that may be missing.
    """
    if "|" in phrase.partition(" + ")[0] or "?" in phrase:
        plain = (one for words in _written_out(phrase) for one in triggers_of(words, role, measure, irregular))
        return [one._replace(phrase=phrase) for one in plain]
    phrase, _, only = phrase.partition(" + ")
    nouns = words_of(only.split("|")) if only else frozenset()
    if role in {"object", "subject", "deed"}:
        forms = verb_forms(phrase, irregular_forms(phrase, irregular))
        return [
            Trigger(
                tuple(form.split()),
                measure,
                role,
                participle=role in {"object", "deed"} and is_participle(form, phrase),
                nouns=nouns,
                phrase=phrase,
            )
            for form in forms
        ]
    return [Trigger(tuple(phrase.split()), measure, role, participle=False, nouns=nouns, phrase=phrase)]


def _written_out(phrase: str) -> list[str]:
    words, _, only = phrase.partition(" + ")
    choices = [[*word.rstrip("?").split("|"), *([""] if word.endswith("?") else [])] for word in words.split()]
    plain = (" ".join(filter(None, chosen)) for chosen in product(*choices))
    return [f"{one} + {only}" if only else one for one in plain]


def irregular_forms(phrase: str, forms: dict[str, list[str]]) -> list[str]:
    """The irregular forms of the verb of a phrase, an adverb before it passed over.

    Args:
        phrase: The phrase.
        forms: The forms of its measure's own verbs; others are in ``lexicon/verbs.toml``.
    """
    words = phrase.split()[:2] if phrase.partition(" ")[0].endswith("ly") else phrase.split()[:1]
    return next((known[word] for known in (forms, load("verbs")["forms"]) for word in words if word in known), [])


def _listed(role: str) -> Iterator[tuple[str, Measure]]:
    """The phrases of a role as the vocabulary writes them, each with its measure."""
    for name, data in load_folder("measures").items():
        for phrase in data["words"].get(role, ()):
            yield phrase, measures()[name]


@cache
def intransitives() -> frozenset[tuple[str, str]]:
    """The verbs that say what becomes of their subject, each with the name of its measure: ("drown", "killed")."""
    return frozenset((phrase, measure.name) for phrase, measure in _listed("subject"))


@cache
def state_measures() -> dict[str, Measure]:
    """Measures by the single words that say what state somebody is in: "held" -> arrested."""
    return dict(_listed("state"))


@cache
def noun_measures() -> dict[str, Measure]:
    """Measures by the singular nouns that are counted themselves: "death", "injury", "arrest"."""
    return dict(_listed("noun"))


@cache
def quantity_nouns() -> frozenset[str]:
    """The words that names of quantities end in: "toll", "magnitude", "deaths"."""
    return frozenset(phrase.split()[-1] for role in ("noun", "topic") for phrase, _ in _listed(role))


@cache
def alike(word: str) -> frozenset[str]:
    """The words that may stand for one of a phrase: "lost their lives" and "lost her life", "gave himself up"."""
    return next((kind for kind in map(link_words, ("possessives", "reflexives")) if word in kind), frozenset())


class Outcome(NamedTuple):
    """What a deed came to.

    Attributes:
        measure: The measure.
        verbs: The forms of the verbs that can end so; empty for any.
    """

    measure: Measure
    verbs: frozenset[str]


@cache
def outcomes() -> dict[tuple[str, str], list[Outcome]]:
    """What deeds come to, by the preposition and the noun that they end in: "to death" -> killed.

    An entry may name its verbs: "force|push + into car|van".
    """
    found: dict[tuple[str, str], list[Outcome]] = {}
    for name, data in load_folder("measures").items():
        for phrase in data["words"].get("outcome", ()):
            before, _, behind = phrase.rpartition(" + ")
            bases = before.split("|") if before else []
            verbs = {form for base in bases for form in verb_forms(base, irregular_forms(base, data.get("forms", {})))}
            preposition, _, nouns = behind.partition(" ")
            for noun in nouns.split("|"):
                found.setdefault((preposition, noun), []).append(Outcome(measures()[name], frozenset(verbs)))
    return found
