"""Places in a sentence: names of the gazetteer and of areas and sites, where the words around them make them places.

A country that acts ("Russia said"), a person named like a town ("Vladimir") and a paper ("The Boston Globe") are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from crosstally.facts.context.clauses import nearest
from crosstally.facts.context.gazetteer import is_known, kind_of, lies_in, mark_of
from crosstally.facts.context.place_cues import CAPITAL, CAPITALISED, cue_before, words_of_places
from crosstally.facts.lexicon import load
from crosstally.facts.words.calendar import days_and_months
from crosstally.facts.words.vocabulary import any_of

_BEGIN = re.compile(rf"[{CAPITAL}](?<![\w.@#'’-].)")
_NAME = re.compile(rf"{CAPITALISED}(?: (?:(?:of|de|del|da|do|la|el|al|and|the) ){{0,2}}{CAPITALISED}){{0,3}}")
_CALENDAR = any_of(map(str.capitalize, days_and_months()))
_UNKNOWN = re.compile(rf"(?!{_CALENDAR}){CAPITALISED}(?: (?!{_CALENDAR}){CAPITALISED}){{0,2}}")
_FOLLOWING = re.compile(r" ([^\W\d_][\w-]*)")
_CLOSED = re.compile(r"[,.;:)\"”]|\s*$")
_DATELINE = re.compile(rf"([{CAPITAL}][{CAPITAL} .'-]+)(?:, [\w. ]{{2,30}})?(?: \([\w ]{{2,30}}\))? ?(?:-{{1,2}}|–|—) ")
_RIGHT_BEHIND = re.compile(r"\s(?:in|at|near|outside|around)\s(?:the\s)?")
_LISTED = re.compile(r"(?:, |,? (?:and|or) )(?:in |at |near |the (?:cities|towns) of )?")
WHOLE = "nationwide"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a sentence.

    Attributes:
        start: First code point in the sentence.
        end: One past the last.
        name: As written, without "the"; behind a comma what it lies in, where that is written and not known anyway.
        kind: continent, country, state, county, city, area (a district ...), site (an airport ...), dateline or whole
            (all of the country, whichever it is).
    """

    start: int
    end: int
    name: str
    kind: str


def find_places(sentence: str) -> list[Place]:
    """Places of a sentence, in order."""
    places: list[Place] = []
    dateline = _DATELINE.match(sentence)
    name = dateline[1].rstrip().title() if dateline else ""
    if dateline and is_known(name):
        places.append(Place(0, len(dateline[1].rstrip()), name, "dateline"))
    done = dateline.end() if dateline and places else 0
    for begin in _BEGIN.finditer(sentence, done):
        if begin.start() < done:
            continue
        place = _place_at(sentence, begin.start(), places)
        if place is not None:
            places.append(place)
            done = place.end
    return places


def with_whole(sentence: str, places: Sequence[Place]) -> Sequence[Place]:
    """Places of a sentence, and where it speaks of a whole country or the world: "died | nationwide", "| worldwide"."""
    names = load("places")["whole"]
    whole = [Place(*found.span(), names[found[0].lower()][1], "whole") for found in _wholes().finditer(sentence)]
    return sorted([*places, *whole], key=lambda place: place.start) if whole else places


def nearest_place(sentence: str, places: Sequence[Place], start: int, end: int) -> Place | None:
    """The place of the figure at ``sentence[start:end]``: the nearest of its clause, else the only one of the sentence.

    A dateline is never chosen: it says where the report was written. One that is told right behind the figure is its
    own: "one was held in France, | six | in Spain".
    """
    named = places[1:] if places and places[0].kind == "dateline" else places
    behind = (one for one in named if one.start > end and _RIGHT_BEHIND.fullmatch(sentence, end, one.start))
    return next(behind, None) or nearest(sentence, named, start, end)


def places_around(sentence: str, places: Sequence[Place], chosen: Place) -> str:
    """The place and those it is listed with, joined by "; ": "in | Kharkiv, Dnipro and Odesa"."""
    first = last = next(i for i, place in enumerate(places) if place is chosen)
    while first and _LISTED.fullmatch(sentence, places[first - 1].end, places[first].start):
        first -= 1
    while last + 1 < len(places) and _LISTED.fullmatch(sentence, places[last].end, places[last + 1].start):
        last += 1
    return "; ".join(dict.fromkeys(place.name for place in places[first : last + 1] if place.kind != "dateline"))


def _place_at(sentence: str, start: int, places: list[Place]) -> Place | None:
    """The place whose name begins at `start`."""
    cue = cue_before(sentence, start, places[-1].end if places else -1)
    if not cue and not _bare().match(sentence, start):
        return None
    if cue:
        whole = _area(sentence, start)
        if whole is not None:
            return whole
    name = _known_name(sentence, start)
    if not name:
        return _unknown(sentence, start, cue) if cue else None
    end = start + len(name)
    around = _around(sentence, end)
    if around is not None and lies_in(name, around[1]) is not False:
        whole_name = name if lies_in(name, around[1]) else f"{name}, {around[1]}"
        return Place(start, around[0], whole_name, kind_of(name))
    return Place(start, end, name, kind_of(name)) if _stands_alone(sentence, end, mark_of(name), cue) else None


def _area(sentence: str, start: int) -> Place | None:
    """A named area or site that begins at `start`."""
    found = _whole().match(sentence, start)
    if found is None:
        return None
    name, end = found["name"], found.end()
    if found["first"] and not is_known(name) and not _names_an_area(name):
        return None
    if found["site"] and _is_country(found["first"] or "") and _names_event(sentence, end):
        return Place(start, found.end("first"), found["first"], "country")  # "Finland school shooting"
    kind = kind_of(name) if is_known(name) else "site" if found["site"] or name.startswith("University") else "area"
    around = found["around"] if found["around"] and is_known(found["around"]) else None
    if sentence.startswith(" of ", end) and (other := _NAME.match(sentence, end + 4)):
        larger = _known_name(sentence, end + 4)
        if not larger:  # "the Athens district of Exarchia"
            return Place(start, other.end(), other[0].rstrip(".'’"), kind)
        around, end = larger, end + 4 + len(larger)
    return Place(start, end, f"{name}, {around}" if around else name, kind)


def _is_country(name: str) -> bool:
    return is_known(name) and kind_of(name) == "country"


def _names_event(sentence: str, end: int) -> bool:
    """Whether the next word behind `end` is a noun for an event: "school | shooting"."""
    behind = _FOLLOWING.match(sentence, end)
    return behind is not None and behind[1].lower() in words_of_places("event")


def _names_an_area(name: str) -> bool:
    """Whether the words before the noun are a name: not "Ukrainian city", "Islamic State"."""
    words = [word for word in name.lower().split()[:-1] if word not in words_of_places("kind")]
    return not any(word in words_of_places("never") or word.endswith(_endings()) for word in words)


def _known_name(sentence: str, start: int) -> str:
    """The longest name of the gazetteer that begins at `start`; "" when there is none."""
    words = _NAME.match(sentence, start)
    name = words[0] if words else ""
    while name:
        for candidate in (name, name.rstrip(".'’")):
            if is_known(candidate):
                return candidate
        name = name.rpartition(" ")[0]
    return ""


def _around(sentence: str, end: int) -> tuple[int, str] | None:
    """End and name of a country or state that stands behind a comma: "Manchester, Conn."."""
    if sentence[end : end + 2] != ", ":
        return None
    tail = _known_name(sentence, end + 2)
    if not tail or kind_of(tail) not in {"country", "state"}:
        return None
    return end + 2 + len(tail), tail


def _unknown(sentence: str, start: int, cue: str) -> Place | None:
    """A name the gazetteer lacks, behind "the town of" or before a country: "in Tazert, Algeria,"."""
    words = _UNKNOWN.match(sentence, start)
    if words is None:
        return None
    name = words[0].rstrip(".'’")
    around = _around(sentence, start + len(name))
    if around is not None and _CLOSED.match(sentence, around[0]):
        return Place(start, around[0], f"{name}, {around[1]}", "city")
    return Place(start, start + len(name), name, "area") if cue == "before" else None


def _stands_alone(sentence: str, end: int, mark: str, cue: str) -> bool:
    """Whether a known name is a place by what stands around it, not a part of another name or what somebody has."""
    after = sentence[end : end + 3]
    if after[:1] in {"'", "’"} or (after[:1] == "-" and after[1:2].isalnum()):
        return False
    follows = _FOLLOWING.match(sentence, end)
    if follows and follows[1][0].isupper():
        return bool(cue) and follows[1].lower() in words_of_places("event")
    if mark and cue != "before":
        return mark == "~" and cue in words_of_places("preposition") and cue not in {"at", "on", "over"}
    return bool(cue) or (follows is not None and follows[1] in words_of_places("event"))


@cache
def _bare() -> re.Pattern[str]:
    """What may be a place with nothing before it: "Manchester, Conn." and "Kobe earthquake"."""
    events = "|".join(f"{word}|{word.capitalize()}" for word in load("places")["event"])
    return re.compile(rf"{_NAME.pattern}(?:(?<=\.)?, [{CAPITAL}]| (?:{events})\b)")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(load("places")["never"]["endings"])


@cache
def _wholes() -> re.Pattern[str]:
    """Phrases for a whole country or the world; a word that describes a noun ("a nationwide strike") tells no place."""
    phrases = "|".join(load("places")["whole"])
    return re.compile(rf"\b(?:{phrases})(?=\s*(?:[,.;:)”\"]|$)|\s(?:and|have|has|were|was|by|on|in)\b)", re.IGNORECASE)


@cache
def _whole() -> re.Pattern[str]:
    """Areas and sites: "Lisbon's Alfama district", "Zarka refugee camp", "University of Alabama", "Mount Sefton"."""
    data = load("places")
    area, site = ("|".join(f"{word}|{word.capitalize()}" for word in data[kind]) for kind in ("area", "site"))
    heads, titles = ("|".join(word.capitalize() for word in data[table]) for table in ("of", "named"))
    kinds = "|".join(data["kind"]["words"])
    word = rf"[{CAPITAL}][\w.-]*"
    return re.compile(
        rf"(?:(?P<around>{word}(?: {word}){{0,2}})['’]s? )?(?P<name>"
        rf"(?:{heads}) of (?:the )?{word}\w|(?:{titles}) {word}\w"
        rf"|(?P<first>{word})(?: {word}){{0,2}}? (?:(?:{kinds}) )?(?:{area}|(?P<site>{site})))(?!\w)"
    )
