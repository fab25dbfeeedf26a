"""Mentions of events: "a quake", "the 2004 tsunami", "last week's gas leak", each with what tells it from others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from crosstally.facts.context.time import TimeExpression, nearest_time
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.numerals import number_words
from crosstally.facts.words.links import link_words
from crosstally.facts.words.vocabulary import any_of, in_any_case

_LOOK_BACK = 60  # code points in which the beginning of a noun phrase is sought
_MOST_WORDS = 6  # before the noun
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_INDEFINITE = link_words("indefinite") | {"another"}
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its"})
_ANY = re.compile(r" (?:of [\w.]+(?: [\w.]+)? )?(?:can|often|usually|typically|sometimes)\b")
_WORD = re.compile(r"[\w'’.-]+\s")
_NEXT = re.compile(r" (?:at least )?([A-Za-z]+|\d)")
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_CLAUSE = 2  # words before the time of a clause: "since | gunmen came | in 2008"
_LETTERS = re.compile(r"[A-Za-z]+")
_IN_ANOTHER = re.compile(r"\bin another (?:[\w-]+ ){0,3}$", re.IGNORECASE)  # but a bare "another blast"


@dataclass(frozen=True, slots=True)
class Mention:
    """An event named in a sentence.

    Attributes:
        start: First code point of its noun, in the sentence.
        end: One past the last.
        kind: The kind of event; None of a noun for any.
        year: The year before the noun: "the | 2004 | tsunami".
        time: When, by the nearest time, no other event between.
        is_definite: Whether it goes back to an event known: "the quake".
        is_general: Whether any such event is meant: "a quake can ...".
        is_other: Whether what stands before it says that it is another: "a similar attack", "last year's attack".
    """

    start: int
    end: int
    kind: str | None
    year: str | None
    time: str | None
    is_definite: bool
    is_general: bool
    is_other: bool


def find_mentions(sentence: str, times: list[TimeExpression]) -> list[Mention]:
    """The events that a sentence names, in order; a noun that goes on a compound ("fire brigade") names none."""
    if not names_event(sentence):
        return []
    found = [match for match in _noun().finditer(f" {sentence}") if _is_event(sentence, match)]
    starts = [match.start("noun") - 1 for match in found]
    clauses = list(_clauses_of_past(sentence, starts, times))
    partings = starts + [clause.start for clause in clauses]
    told = [
        _mention(sentence, match, [time for time in times if not _parted(partings, start, time)])
        for match, start in zip(found, starts, strict=True)
    ]
    return sorted([*told, *clauses], key=lambda mention: mention.start)


def _clauses_of_past(sentence: str, starts: list[int], times: list[TimeExpression]) -> Iterator[Mention]:
    """What a clause tells of before the event, without a noun for it: "the worst attack | since gunmen came in 2008".

    The start of what lasts is no such clause: "the war, waged since 1955".
    """
    for since in _SINCE.finditer(sentence):
        time = next((time for time in times if time.start > since.end()), None)
        is_clause = time and len(sentence[since.end() : time.start].split()) >= _CLAUSE
        if time and is_clause and not any(since.end() < start < time.start for start in starts):
            yield Mention(
                since.start(),
                since.end(),
                None,
                None,
                time.interval,
                is_definite=False,
                is_general=False,
                is_other=True,
            )


def _is_event(sentence: str, match: re.Match[str]) -> bool:
    """Whether a noun names an event: it goes on no compound, and is no verb with its object ("killing | nine")."""
    start, end = match.start("noun") - 1, match.end() - 1
    if _goes_on(sentence, end):
        return False
    behind = _NEXT.match(sentence, end) if match["noun"].endswith("ing") else None
    if behind is None or not (behind[1].isdigit() or behind[1].lower() in _objects()):
        return True
    if sentence[:start].rstrip().endswith(","):
        return False  # "a boat sank in the strait, | killing | 64"
    return any(_is_determiner(word) for word in _phrase_before(sentence, start)[:1])


@cache
def _objects() -> frozenset[str]:
    """Words that an object begins with: "killing | the clerk", "killing | themselves"."""
    classes = load("phrases")["classes"]
    return number_words() | frozenset([*classes["determiner"], *classes["pronoun"]])


def _is_determiner(word: str) -> bool:
    small = word.lower()
    return small in _DEFINITE or small in _INDEFINITE or small.endswith(("'s", "’s"))


def _parted(partings: list[int], start: int, time: TimeExpression) -> bool:
    """Whether another event is told of between an event and a time: that one is of this time."""
    low, high = sorted((start, time.start))
    return any(low < parting < high for parting in partings)


def names_event(sentence: str) -> bool:
    """Whether a noun for an event stands in a sentence."""
    return not _nouns().isdisjoint(_LETTERS.findall(sentence)) and _noun().search(f" {sentence}") is not None


@cache
def _kinds() -> dict[str, str | None]:
    events = load("events")
    kinds: dict[str, str | None] = {noun: kind for kind, nouns in events["kind"].items() for noun in nouns}
    kinds |= dict.fromkeys(events["any"]["words"])
    return kinds | {_plural(noun): kind for noun, kind in kinds.items()}


@cache
def _nouns() -> frozenset[str]:
    """The same as they are written, capitals and all: most sentences hold none, which is soon said."""
    return frozenset(in_any_case(_kinds()))


@cache
def _noun() -> re.Pattern[str]:
    """A noun for an event, in the singular or plural, behind what parts it from the word before."""
    return re.compile(rf"[^\w-](?P<noun>{any_of(_nouns())})\b(?!-)")


def _plural(noun: str) -> str:
    return f"{noun}es" if noun.endswith(("s", "sh", "ch", "x")) else f"{noun}s"


@cache
def _other() -> frozenset[str]:
    return frozenset(load("events")["other"]["words"])


@cache
def _past() -> frozenset[str]:
    """What says that an event is of a time past: "last year's | flood"."""
    return frozenset(load("events")["past"]["phrases"])


@cache
def _compound() -> re.Pattern[str]:
    return re.compile(rf" {any_of(load('events')['compound']['words'])}\b")


def _is_plural(noun: str) -> bool:
    """Whether several are named, which may be what is told of: "killed in two separate attacks"."""
    return noun.lower().endswith("s")


def _goes_on(sentence: str, end: int) -> bool:
    return _compound().match(sentence, end) is not None


def _mention(sentence: str, match: re.Match[str], times: list[TimeExpression]) -> Mention:
    start, end = match.start("noun") - 1, match.end() - 1
    words = _phrase_before(sentence, start)
    is_past = " ".join(words[:2]).lower().replace("’", "'") in _past()
    time = nearest_time(sentence, times, start, end)
    inside = [word for word in words if _YEAR.fullmatch(word)]
    head = words[0].lower() if words else ""
    is_definite = not is_past and (head in _DEFINITE or head.endswith(("'s", "’s")))
    return Mention(
        start,
        end,
        _kinds()[match["noun"].lower()],
        inside[-1] if inside else None,
        time.interval if time else None,
        is_definite,
        not is_definite and _ANY.match(sentence, end) is not None,
        is_past or (not _is_plural(match["noun"]) and _is_another(sentence, start, words)),
    )


def _is_another(sentence: str, start: int, words: list[str]) -> bool:
    """Whether what stands before the noun at `start` says that it is another event: "a | similar | attack"."""
    return _IN_ANOTHER.search(sentence, 0, start) is not None or not _other().isdisjoint(map(str.lower, words))


def _phrase_before(sentence: str, start: int) -> list[str]:
    """The words of the noun phrase that ends at `start`, from its determiner on, as far as it has one."""
    words = [word.rstrip() for word in _WORD.findall(sentence, max(0, start - _LOOK_BACK), start)]
    words = words[-_MOST_WORDS:]
    for i in range(len(words) - 1, -1, -1):
        small = words[i].lower()
        if " ".join(words[i - 1 : i + 1]).lower().replace("’", "'") in _past():
            return words[i - 1 :]
        if _is_determiner(small):
            return words[i:]
        if small in _prepositions():
            return words[i + 1 :]
    return words


@cache
def _prepositions() -> frozenset[str]:
    classes = load("phrases")["classes"]
    return frozenset([*classes["preposition"], *classes["clause"], *classes["relative"], *classes["verb"], "and", "or"])
