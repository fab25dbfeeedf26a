"""Claims of zero: "no one was killed", "there were no casualties", "nobody was hurt"."""

from __future__ import annotations

from functools import cache

from crosstally.facts.intervals import Interval
from crosstally.facts.lexicon import load_folder
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.measure import Measure, measures
from crosstally.facts.words.noun_phrases import NounPhrase
from crosstally.facts.words.nouns import counts_people, singular, word_class, word_classes
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import Hit

_DENIALS = frozenset({"no", "without", "zero", "nobody", "none", "neither", "not"})
_LISTING = frozenset({",", "or", "nor", "and", "the", "of"})
_BETWEEN = frozenset(
    {
        "was",
        "were",
        "has",
        "have",
        "had",
        "been",
        "is",
        "are",
        "of",
        "them",
        "the",
        "or",
        "and",
        "reported",
        "reportedly",
        "people",
        "seriously",
        "immediately",
        "be",
        "either",
        ",",
    }
)
_BE = frozenset({"was", "were", "is", "are", "has", "have", "had"})
_BEING = frozenset({"was", "were", "has", "have", "had"})
_LONGEST_WHOLE = 10  # tokens of a whole such as "of the four officers on duty"
_ITSELF = frozenset({"itself", "themselves"})
_APART = 7  # tokens from a claim of zero to such a word
_NEAR = 4  # tokens from a claim of zero to what it is of: "no casualties | were reported in a"
_NO_REPORTS = frozenset(
    {
        "report",
        "word",
        "indication",
        "sign",
        "apparent",  # "no apparent external injuries" says what is seen, not what there is
        "external",
        "visible",
        "immediate",
        "confirmation",
        "evidence",
        "information",
        "detail",
        "confirmed",
    }
)


@cache
def _zero_nouns() -> dict[str, list[Measure]]:
    """Measures that "no <noun>" says zero of; "casualties" are dead and injured alike."""
    found: dict[str, list[Measure]] = {}
    for name, data in load_folder("measures").items():
        for noun in data["words"].get("zero", ()):
            found.setdefault(noun, []).append(measures()[name])
    return found


def read_zeros(tokens: Tokens, triggers: list[Hit]) -> list[tuple[Figure, Measure]]:
    """The claims of zero in a sentence, with what they claim it of."""
    if _DENIALS.isdisjoint(tokens.lower):
        return []
    found: list[tuple[Figure, Measure]] = []
    for i in [i for i, word in enumerate(tokens.lower) if word in _DENIALS]:
        word = tokens.lower[i]
        if word in {"no", "without", "zero"}:
            found.extend(_nouns_behind(tokens, i))
        if word == "no" or is_not_one(tokens, i + 1):
            found.extend(_things_behind(tokens, triggers, i))
        if word == "no" and tokens.lower[i + 1 : i + 3] == ["-", "one"]:
            found.extend(_predicates_behind(tokens, triggers, i, i + 3))
        elif word in {"nobody", "none"} or (word == "no" and tokens.at(i + 1) == "one"):
            found.extend(_predicates_behind(tokens, triggers, i, _past_whole(tokens, i + 1 + (word == "no"))))
        elif word == "not" and tokens.at(i + 1) == "one" and tokens.at(i + 2) == "of":
            found.extend(_predicates_behind(tokens, triggers, i, _past_whole(tokens, i + 2)))
        elif (word in {"no", "neither"} or is_not_one(tokens, i + 1)) and (
            start := _past_people(tokens, triggers, i)
        ) is not None:
            found.extend(_predicates_behind(tokens, triggers, i, start))
    return found


def is_not_one(tokens: Tokens, i: int) -> bool:
    """Whether "one" at token `i` is none, by "not" at the head of a clause: "Not | one passenger was hurt".

    Amid a clause it may be set against another number: "it was not one boat but two".
    """
    if tokens.at(i) != "one" or tokens.at(i - 1) != "not" or tokens.kinds[i + 1 : i + 2] != ["word"]:
        return False
    opens = i == 1 or tokens.kinds[i - 2] == "mark" or tokens.at(i - 2) in {"and", "that", '"'}
    return opens and tokens.at(i + 1) not in {"but", "to", "or"} and "but" not in tokens.lower[i:]


def _things_behind(tokens: Tokens, triggers: list[Hit], first: int) -> list[tuple[Figure, Measure]]:
    """The things to which nothing was done: "no | shots were fired", "not | one bridge was destroyed"."""
    noun = next((k for k in range(first + 1, first + _NEAR) if tokens.at(k + 1) in _BEING), None)
    if noun is None or tokens.kinds[first + 1 : noun + 1] != ["word"] * (noun - first):
        return []
    verb = noun + 2 + (tokens.at(noun + 2) == "been")
    one = singular(tokens.lower[noun])
    return [
        (_zero(first, hit.stop - 1, noun=noun), hit.trigger.measure)
        for hit in triggers
        if hit.first == verb and hit.trigger.participle and _may_befall(hit, one)
    ][:1]


def _may_befall(hit: Hit, noun: str) -> bool:
    """Whether a trigger is of things, the noun among those that it or its measure counts."""
    measure, nouns = hit.trigger.measure, hit.trigger.nouns
    return measure.counts == "things" and all(not known or noun in known for known in (measure.nouns, nouns))


def _past_whole(tokens: Tokens, i: int) -> int:
    """One past the whole that nobody is of: "none | of the four officers | was hurt"."""
    if tokens.at(i) != "of":
        return i
    ends = range(i + 1, min(len(tokens), i + _LONGEST_WHOLE))
    return next((k for k in ends if tokens.lower[k] in _BE), i)


def _past_people(tokens: Tokens, triggers: list[Hit], first: int) -> int | None:
    """Where the verb stands behind people of whom there are none: "no children or staff | were hurt"; else None."""
    verbs = {hit.first for hit in triggers if hit.trigger.measure.counts == "people" and _names_outcome(hit)}
    known = tokens.lower[first] == "neither"
    for k in range(first + 1, min(len(tokens), first + _LONGEST_WHOLE)):
        word = tokens.lower[k]
        if known and (word in _BE or k in verbs):
            return k
        if word == "how":
            return None  # "no news on | how | many people were hurt"
        one = singular(word)
        if counts_people(one) and one not in _zero_nouns():
            known = True
        elif word not in _LISTING and (tokens.kinds[k] != "word" or word_class(word) not in {"", "j", "n"}):
            return None
    return None


def is_of_all(tokens: Tokens, zero: Figure) -> bool:
    """Whether a claim of zero is of dead and injured alike; where some are hurt, it is of the dead: "no casualties"."""
    return singular(tokens.at(zero.stop - 1)) == "casualty"


def tells_of_another(tokens: Tokens, zero: Figure) -> bool:
    """Whether a claim of zero is of what is told there for the first time: "no one was hurt | when a plane landed".

    So it is of what is set apart from all else: "no deaths were reported | in the rioting itself".
    """
    if not _ITSELF.isdisjoint(tokens.lower[zero.stop : zero.stop + _APART]):
        return True
    i = next((k for k in range(zero.stop, zero.stop + _NEAR) if tokens.at(k) in {"when", "after", "in"}), None)
    return i is not None and tokens.at(i + 1) in {"a", "an", "another"}


def _nouns_behind(tokens: Tokens, first: int) -> list[tuple[Figure, Measure]]:
    """The nouns that "no" denies: "no deaths or serious injuries"."""
    found: list[tuple[Figure, Measure]] = []
    i = first + 1
    while i < len(tokens) and i - first < 8:  # noqa: PLR2004 - a longer list of denials is rare
        word = singular(tokens.lower[i])
        if word in _NO_REPORTS:
            return []
        if word in _zero_nouns():
            found.extend((_zero(first, i), measure) for measure in _zero_nouns()[word])
        elif tokens.lower[i : i + 3] == ["loss", "of", "life"]:
            found.append((_zero(first, i + 2), measures()["killed"]))
            i += 2
        elif word not in {"or", "and", "nor", ",", "any", "damage"} and word_classes().get(word) not in {"j", "r"}:
            break
        i += 1
    is_open = "confirmed" in tokens.lower[i : i + _NEAR]  # "no deaths | have been confirmed", which denies none
    return [] if is_open else found


def _predicates_behind(tokens: Tokens, triggers: list[Hit], first: int, i: int) -> list[tuple[Figure, Measure]]:
    """The participles that "no one was" denies: "no one was killed or injured"."""
    hits = {hit.first: hit for hit in reversed(triggers) if hit.trigger.measure.counts == "people"}
    found: list[tuple[Figure, Measure]] = []
    end = min(len(tokens), i + _LONGEST_WHOLE)
    while i < end:
        if i in hits and _names_outcome(hits[i]):
            found.append((_zero(first, hits[i].stop - 1, counted=False), hits[i].trigger.measure))
            i = hits[i].stop
            continue
        if tokens.lower[i] not in _BETWEEN:
            break
        i += 1
    return found


def _names_outcome(hit: Hit) -> bool:
    """Whether a trigger is a predicate of people: "was killed", "died"; no "claimed", which takes its own object."""
    said = hit.trigger.role == "object" and hit.trigger.participle
    return not hit.trigger.nouns and (said or hit.trigger.role in {"state", "subject"})


def _zero(first: int, last: int, *, counted: bool = True, noun: int | None = None) -> Figure:
    head = last if noun is None else noun
    phrase = NounPhrase(head, head + 1, head) if counted else None
    return Figure(first, last + 1, first, last + 1, Interval(0.0, 0.0, 0.0), noun=phrase, word=True, counted_by="zero")
