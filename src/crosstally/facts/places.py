"""What a place in a fact is, for whoever compares places without reading them."""

from __future__ import annotations

from crosstally.facts.context.gazetteer import is_known, kind_of
from crosstally.facts.context.place import WHOLE

__all__ = ["WHOLE", "is_whole_country"]


def is_whole_country(place: str) -> bool:
    """Whether a place is all of a country: by its name, or as what is told "across the country" is."""
    return place == WHOLE or (is_known(place) and kind_of(place) == "country")
