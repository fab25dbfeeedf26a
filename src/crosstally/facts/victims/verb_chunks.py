"""Verb groups: auxiliaries and the verb they end in, and the states that stand without one."""

from __future__ import annotations

from crosstally.facts.victims.chunk import Chunk
from crosstally.facts.victims.sentence import Sentence
from crosstally.facts.victims.words import words
from crosstally.facts.words.calendar import time_words
from crosstally.facts.words.nouns import counts_people, things, word_class
from crosstally.facts.words.triggers import Hit

_BEFORE_NOUN = frozenset({"preposition", "comma", "clause", "", "and"})
_BEFORE_PARTICIPLE = frozenset({"noun", "who", "verb", "state"})
_BEFORE_GERUND = frozenset({"noun", "comma", "preposition", "clause", ""})
_THEM = frozenset({"him", "them"})
_ALSO = frozenset({"also", "first", "later", "then", "all", "both", "each", "himself", "herself", "themselves"})


def verb_at(sentence: Sentence, i: int, last: str) -> Chunk | None:
    """The verb group that begins at token `i`; None where none does.

    Args:
        sentence: The sentence.
        i: A token.
        last: The kind of the chunk before it.
    """
    tokens, k = sentence.tokens, i
    auxiliaries: set[str] = set()
    if tokens.lower[i] == "to":
        k, auxiliaries = i + 1, {"to"}
    while k < len(tokens) and (sentence.is_auxiliary(k) or (auxiliaries and _is_between(sentence, k))):
        auxiliaries.add(tokens.lower[k])
        k += 1
    if auxiliaries and not (sentence.is_verb(k) or k in sentence.states):
        main = max(j for j in range(i, k) if j == i or sentence.is_auxiliary(j))
        return Chunk("verb", i, k, main, auxiliaries=frozenset(auxiliaries))
    if not auxiliaries and not _begins(sentence, i, last) and not _deed(sentence, i):
        return None
    hit = sentence.verbs.get(k) or _deed(sentence, k)
    if hit is None and k in sentence.states and (auxiliaries or word_class(tokens.lower[k]) in {"d", "n"}):
        hit = sentence.states[k]  # "a man | found dead"
    stop = hit.stop if hit else k + 1
    stop += word_class(tokens.lower[k]) == "r" and sentence.is_verb(stop)  # "was | fatally | assaulted"
    return Chunk("verb", i, stop, k, hit=hit, auxiliaries=frozenset(auxiliaries))


def _deed(sentence: Sentence, i: int) -> Hit | None:
    """A state at token `i` that is a verb with its adverb: "critically wounded (a guard)"."""
    hit = sentence.states.get(i)
    is_deed = hit is not None and hit.stop > i + 1 and word_class(sentence.tokens.lower[i]) == "r"
    return hit if is_deed else None


def state_at(sentence: Sentence, i: int, last: str) -> Chunk | None:
    """The state at token `i`; None before what it describes: "dead | bodies"."""
    hit = sentence.states.get(i)
    if hit is None or (last in _BEFORE_NOUN and sentence.is_nominal(hit.stop)):
        return None
    return Chunk("state", i, hit.stop, i, hit=hit)


def phrase_of_state(sentence: Sentence, i: int) -> Chunk | None:
    """The state at token `i` that begins with a preposition: "in critical condition"; None where none does."""
    hit = sentence.states.get(i)
    is_phrase = hit is not None and hit.stop > i + 1 and sentence.tokens.lower[i] in words("prepositions")
    return Chunk("state", i, hit.stop, i, hit=hit) if hit is not None and is_phrase else None


def _is_between(sentence: Sentence, k: int) -> bool:
    """Whether a word may stand between an auxiliary and its verb: "was | also | reportedly shot"."""
    word = sentence.tokens.lower[k]
    if k in sentence.states and k + 1 not in sentence.verbs:
        return False
    return word in words("not") or word in _ALSO or word_class(word) == "r"


def _begins(sentence: Sentence, i: int, last: str) -> bool:
    """Whether a verb without an auxiliary begins at token `i`, where a noun phrase could begin, too."""
    is_trigger = i in sentence.verbs
    if (sentence.is_named(i) and not is_trigger) or sentence.tokens.kinds[i] != "word":
        return False
    own = "g" if _is_gerund(sentence, i, last) else sentence.word_class(i)
    is_sustained = last in {"noun", "comma"} and sentence.tokens.lower[i] in words("sustaining")
    is_relative = last == "who" and sentence.tokens.lower[i].endswith("ed")  # "officers who | manned the gate"
    if own in {"d", "z"} or is_sustained or is_relative:  # "a clerk, Ana Vell, | sustained minor injuries"
        return True
    if own not in {"b", "g", "n"} and not is_trigger:
        return False
    before_noun = sentence.is_nominal(i + 1)
    match own:
        case "g":
            return is_trigger or last in _BEFORE_GERUND or not before_noun
        case "n":
            is_active = is_trigger and (sentence.verbs[i].stop > i + 1 or (last == "and" and sentence.is_named(i + 1)))
            return is_active or (last in _BEFORE_PARTICIPLE and not (last == "verb" and before_noun)) or not before_noun
        case kind:
            goes_on = last == "and" and is_trigger and not before_noun
            goes_on = goes_on or (last == "and" and sentence.tokens.at(i + 1) in _THEM)  # "and | beat | them"
            return (kind == "b" or is_trigger) and (last in {"noun", "who"} or goes_on)


def _is_gerund(sentence: Sentence, i: int, last: str) -> bool:
    """Whether a word on -ing behind a preposition has an object: "held for | hacking | his wife to death"."""
    word, behind = sentence.tokens.lower[i], sentence.tokens.at(i + 1)
    if last != "preposition" or not word.endswith("ing") or word in things() or counts_people(word):
        return False
    is_object = behind in words("determiners") or behind in words("pronouns") or i + 1 in sentence.figures
    return is_object and word not in time_words()
