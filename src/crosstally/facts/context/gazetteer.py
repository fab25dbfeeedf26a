"""The gazetteer: which names are places, of what kind, and which lie within which."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

KINDS = {"k": "continent", "c": "country", "s": "state", "n": "county", "t": "city"}
_MARKS = "~!,"


@cache
def _names() -> dict[str, str]:
    """Every name with its mark and places, as scripts/gazetteer.py writes them."""
    text = files("crosstally.facts").joinpath("data/places.tsv").read_text(encoding="utf-8")
    fields = text.rstrip("\n").replace("\n", "\t").split("\t")
    return dict(zip(fields[::2], fields[1::2], strict=True))


def is_known(name: str) -> bool:
    """Whether the gazetteer has a place of this name."""
    return name in _names()


def mark_of(name: str) -> str:
    """How far to trust the name: "" a place, "~" also a person's, "!" also a common word, "," an abbreviation."""
    entry = _names()[name]
    return entry[0] if entry[0] in _MARKS else ""


def places_of(name: str) -> list[str]:
    """The places of a name, largest first: a letter of `KINDS`, and what it lies in ("tUS.GA"); none when unknown."""
    return _names().get(name, "").lstrip(_MARKS).split()


def kind_of(name: str) -> str:
    """The kind of the largest place of a known name."""
    return KINDS[places_of(name)[0][0]]


def lies_in(inner: str, outer: str) -> bool | None:
    """Whether one place lies within another.

    Args:
        inner: A name, with the places around it behind commas when they are written: "Alfama district, Lisbon".
        outer: Another.

    Returns:
        True or False where the gazetteer, or the names themselves, tell; else None. A place does not lie in itself.
    """
    if inner == outer:
        return False
    head, *around = inner.split(", ")
    if around:
        rest = ", ".join(around)
        return True if outer in {rest, *around} else _named_lies_in(head, rest, outer)
    return _lies_in(places_of(head), places_of(outer.split(", ", maxsplit=1)[0]))


def _named_lies_in(head: str, rest: str, outer: str) -> bool | None:
    """The same for "head, rest": what `rest` lies in holds `head` as well."""
    if lies_in(rest, outer):
        return True
    inside = [place for place in places_of(head) if any(_within(place, around) for around in places_of(rest))]
    return _lies_in(inside, places_of(outer)) if inside else None


def _lies_in(inner: list[str], outer: list[str]) -> bool | None:
    """Whether the first of `inner` lies in the first of `outer`; unknown when only places of the same names do."""
    if not inner or not outer:
        return None
    if _within(inner[0], outer[0]):
        return True
    return None if any(_within(a, b) for a in inner for b in outer) or _may_hold(outer[0], inner[0]) else False


def _may_hold(outer: str, inner: str) -> bool:
    """Whether `outer` could hold `inner` for all the gazetteer knows: it knows no districts of cities and counties."""
    return outer[0] in "nt" and inner[0] == "t" and outer[1:] == inner[1:]


def _within(inner: str, outer: str) -> bool:
    area, _, continent = inner[1:].partition("/")
    match outer[0]:
        case "k":
            return continent == outer[1:] or (not continent and inner[0] != "k" and _continent(area[:2]) == outer[1:])
        case "c":
            return inner[0] not in "kc" and area[:2] == outer[1:3]
        case "s":
            return inner[0] in "nt" and area == outer[1:]
    return False


@cache
def _continents() -> dict[str, str]:
    countries = (place for entry in _names().values() for place in entry.lstrip(_MARKS).split() if place[0] == "c")
    return {place[1:3]: place[4:] for place in countries}


def _continent(country: str) -> str | None:
    return _continents().get(country)
