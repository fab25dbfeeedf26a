"""What a place in a fact is, for whoever compares places without reading them."""

from __future__ import annotations

from functools import lru_cache

from crosstally.facts.context.gazetteer import lies_in, places_of
from crosstally.facts.context.place import WHOLE

_REMEMBERED = 1 << 13  # places


def are_of_one_country(a: str | None, b: str | None) -> bool:
    """Whether two places are all of one country, which one of them does not name: "across the country"."""
    are_whole = all(place == WHOLE or is_country(place) for place in (a, b))
    return a != b and WHOLE in {a, b} and are_whole


def is_country(place: str | None) -> bool:
    """Whether a place is a country and nothing in it: "Indonesia"."""
    return _code(place or "").startswith("c")


def names_country(place: str | None) -> bool:
    """Whether any part of a place is a country or state by its name: "Lyon, France"."""
    return any(_code(part) for part in (place or "").replace("; ", ", ").split(", "))


@lru_cache(maxsize=_REMEMBERED)
def innermost(places: str) -> tuple[str, ...]:
    """The places of a figure, joined by "; ", without those that hold another of them: "Kunduz; Afghanistan"."""
    told = places.split("; ")
    return tuple(place for place in told if not any(lies_in(other, place) for other in told))


@lru_cache(maxsize=_REMEMBERED)
def known_place(place: str) -> str:
    """A place with its countries and states under one name each: "Britain" and "UK" are "cGB/EU"."""
    return ", ".join(_code(part) or part for part in place.split(", "))


def _code(name: str) -> str:
    """The code of a country or state by the first place of its name; "" where it is none."""
    first = next(iter(places_of(name)), "")
    return first if first[:1] in {"c", "s"} else ""
