"""How claims are worded in messages: a figure with its hedge, the sources behind it, the sides of a dispute."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from crosstally.facts.intervals import Ends
from crosstally.facts.needs import OF_A_PERSON, is_general
from crosstally.rules.alignment.kinds import PERSON, kind_of
from crosstally.rules.alignment.persons import is_named
from crosstally.rules.comparison.comparison import agree_as, comparable
from crosstally.rules.comparison.era import era_of
from crosstally.rules.toll import is_of_people, toll

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.facts.intervals import Bound, Interval
    from crosstally.rules.quantity import Quantity

_HEDGES: dict[Bound, str] = {
    "exact": "",
    "at_least": "at least ",
    "more_than": "over ",
    "at_most": "at most ",
    "less_than": "under ",
    "about": "about ",
}

_BARE = {"count", "magnitude"}  # dimensions without a unit that somebody would write behind the number
_EXTENTS = {"part": "part of a whole", "other": "beyond the event"}
_OF_TOLLS = {"part": "below the event's toll", "other": "not in the event's toll"}  # of what is told as a whole
_OF_WHOM = re.compile(r"\s+of\s+(?!(?:hundreds|thousands|millions|billions)\b).*", re.IGNORECASE | re.DOTALL)


def figure(fact: Fact) -> str:
    """A bare number with its hedge, without its noun ("at least 12"); a measured figure as written ("about 200 ft")."""
    value = fact.interval.value
    words = " ".join(fact.quote.split())
    if fact.dimension == "count" and fact.interval.bound == "vague":
        return _OF_WHOM.sub("", words).lower()  # "dozens", not "Dozens of people"
    if value is None or fact.dimension not in _BARE:
        return words
    return f"{_HEDGES.get(fact.interval.bound, '')}{value:,.10g}"


def figures(facts: Iterable[Fact]) -> list[str]:
    """The figures of claims, each once, in the shortest words that somebody has for it."""
    words: dict[tuple[Interval, str], str] = {}
    for fact in facts:
        key, said = (fact.interval, fact.unit), " ".join(figure(fact).split())
        words[key] = min(words.get(key, said), said, key=len)
    return list(dict.fromkeys(words.values()))


def quoted(fact: Fact) -> str:
    """The words of a figure in quotation marks, and what befell those counted where they do not say: "17 missing"."""
    words = " ".join(fact.quote.split())
    return f'"{words} {fact.measure}"' if words[-1:].isdigit() else f'"{words}"'


def heading(quantity: Quantity) -> str:
    """What a quantity is about, in a few words: "killed", "fired (missile)", "bridge", "age (Bo Rusk)"."""
    is_measured = quantity.unit != "count" and is_general(quantity.measure)
    noun = person(quantity) or counted_noun(quantity) or (topic(quantity) if is_measured else None)
    measure = in_words(quantity.measure)
    words = measure if noun is None else noun if quantity.measure == "count" else f"{measure} ({noun})"
    is_said = quantity.per is None or quantity.per in measure.split()  # "share price", and no "per share"
    return words if is_said else f"{words} per {quantity.per}"


def person(quantity: Quantity) -> str | None:
    """The name of whom an age or a number of children is of, as it is written where it is written most fully."""
    named = [fact for fact in quantity.facts if fact.measure in OF_A_PERSON and is_named(fact)]
    written = [found[0] for fact in named for found in _name(fact.anchor or "").finditer(fact.sentence)]
    return " ".join(max(written, key=len).split()) if written else None


def what_lasts(quantity: Quantity) -> str | None:
    """What a time is the length of, where its claims name one thing: "shaking", "arrival of police"."""
    told = {fact.anchor for fact in quantity.facts if fact.measure == "duration" and fact.anchor is not None}
    words = told.pop().split() if len(told) == 1 else []
    if "arrival" in words:
        words = ["arrival", "of", *(word for word in words if word != "arrival")]
    return " ".join(words) or None


def _name(anchor: str) -> re.Pattern[str]:
    """Some names side by side, a name too short to be one of them before: "| Bo | Rusk"."""
    names = "|".join(map(re.escape, anchor.split()))
    return re.compile(rf"\b(?:[A-Z][a-z.]?\s)?(?:(?:{names})\b\s?)+")


def in_words(measure: str) -> str:
    """The name of a measure as it is spoken: "vote_share" is a vote share."""
    return measure.replace("_", " ")


def topic(quantity: Quantity) -> str | None:
    """What tells a quantity from others of its heading: the year of an earlier event's toll, of a sum "net profit".

    Of a time it is what went on for it, where that is known.
    """
    if quantity.unit == "count":
        eras = {era_of(fact) for fact in quantity.facts}
        return eras.pop() if len(eras) == 1 else None
    if (lasting := what_lasts(quantity)) is not None:
        return lasting
    told = (" ".join(fact.subject.split(", ")[0].split()) for fact in quantity.facts if fact.subject)
    measured = set(in_words(quantity.measure).split())  # "magnitude: magnitude", "vote share: vote"
    named = Counter(words for words in told if measured.isdisjoint(words.lower().split()))
    return max(named, key=lambda words: (named[words], -len(words), words), default=None)


def qualifiers(quantity: Quantity) -> tuple[str, ...]:
    """What keeps a quantity from being the plain figure of the event: "part of a whole", "planned"."""
    facts = quantity.facts or quantity.follows_from
    is_toll = is_of_people(quantity.measure) and all(fact.scope == "total" for fact in facts)
    extent = (_OF_TOLLS if is_toll else _EXTENTS).get(quantity.scope)
    return tuple(word for word in (extent, None if facts[0].status == "asserted" else facts[0].status) if word)


def counted_noun(quantity: Quantity) -> str | None:
    """The noun that tells the quantity from others of its measure, of people their group; a strength has none."""
    if is_of_people(quantity.measure):
        kinds = {kind_of(fact.counted, people=True) for fact in quantity.facts}
        return quantity.counted if PERSON not in kinds else quantity.group
    known = toll(quantity.measure)
    is_said = quantity.measure == "children" or (known is not None and known.of == "strength")
    return None if is_said else quantity.counted


def steps(facts: Iterable[Fact]) -> str:
    """The figures of a toll in the order of their days: "20 → 31"; vague words only where there is nothing else."""
    dated = sorted(facts, key=lambda fact: fact.document.turn)
    numbered = [fact for fact in dated if fact.interval.bound != "vague"]  # "dozens" between 26 and 34 says nothing
    return " → ".join(dict.fromkeys(figure(fact) for fact in numbered or dated))


def sides(facts: Sequence[Fact]) -> list[list[Fact]]:
    """The claims by side: one joins the side that holds its figure, else the first whose every claim it agrees with."""
    found: list[tuple[list[tuple[Fact, Interval]], Ends]] = []  # the second: what all claims of a side allow
    holding: dict[str, int] = {}
    for fact in facts:
        words, allowed = figure(fact), comparable(fact)
        place = holding.get(words)
        if place is None:
            agreeing = (at for at, side in enumerate(found) if _joins(fact, allowed, *side))
            place = next(agreeing, len(found))
            holding[words] = place
        if place == len(found):
            found.append(([], Ends(None, None)))
        side, ends = found[place]
        side.append((fact, allowed))
        found[place] = side, ends.and_of(allowed)
    return [[fact for fact, _ in side] for side, _ in found]


def _joins(fact: Fact, allowed: Interval, side: Iterable[tuple[Fact, Interval]], ends: Ends) -> bool:
    """Whether a claim agrees with all of a side."""
    if fact.measure != "age":
        return allowed.meets(ends)
    return all(agree_as(fact, allowed, *other) for other in side)


def claims(
    facts: Iterable[Fact],
    who: Callable[[Fact], str] = lambda fact: fact.document.source,
    words: Callable[[Fact], str] = figure,
) -> str:
    """Figures with those who give them: "12 (Lantern Daily), at least 12 (Alder Gazette, Northgate Post)"."""
    voices: dict[str, dict[str, None]] = {}  # in order, each once: an event may have thousands
    for fact in facts:
        voices.setdefault(words(fact), {})[who(fact)] = None
    return ", ".join(f"{said} ({', '.join(named)})" for said, named in voices.items())


def dated(fact: Fact) -> str:
    """A source with the day of its report, or its number: "Lantern Daily, 24 April 2025", "Relief Office, no. 3"."""
    one, day = fact.document, fact.document.published
    return f"{one.source}{numbered(one)}" if day is None else f"{one.source}, {day.day} {day:%B %Y}"


def numbered(document: Document) -> str:
    """What follows the name of a report's source where only its number tells which of its reports it is: ", no. 3"."""
    return "" if document.published or document.issue is None else f", no. {document.issue}"
