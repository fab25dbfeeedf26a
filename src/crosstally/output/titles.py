"""What a quantity is called in a heading for people: "soldiers killed a week", "homes destroyed", "damage to crops"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from crosstally.facts.lexicon import load
from crosstally.facts.words.nouns import word_class
from crosstally.rules.toll import toll
from crosstally.rules.wording import counted_noun, in_words, qualifiers, topic

if TYPE_CHECKING:
    from crosstally.rules.quantity import Quantity

_HISSES = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"
_ADJECTIVE = "j"  # of `word_class`


def title(quantity: Quantity) -> str:
    """What it is, in a few plain words."""
    noun = counted_noun(quantity)
    about = topic(quantity)
    known = toll(quantity.measure)
    if known is not None and known.of != "strength":
        words = _of_group(quantity.measure, quantity.group or noun)
        words = f"{words}, {about}" if about else words
    elif quantity.unit == "count":
        words = plural(noun) if noun else in_words(quantity.measure)
    else:
        words = about if about and quantity.measure in {"money", "percent", "count"} else in_words(quantity.measure)
        words = f"{words}, {about}" if about and about != words else words
    return f"{words} a {quantity.per}" if quantity.per else words


def aside(quantity: Quantity) -> str:
    """What keeps it from being the plain figure of the event: "part of a whole, planned"; blank where nothing does."""
    return ", ".join(qualifiers(quantity))


def _of_group(measure: str, group: str | None) -> str:
    """``police killed``, ``women and children killed``, ``injured, serious``."""
    names = group.split("; ") if group else []
    nouns = [plural(name) for name in names if word_class(name) != _ADJECTIVE]
    words = " ".join([*([" and ".join(nouns)] if nouns else []), in_words(measure)])
    return ", ".join([words, *(name for name in names if word_class(name) == _ADJECTIVE)])


def plural(noun: str) -> str:
    """More than one of it, the last word changed: "police officer" gives "police officers"."""
    before, space, last = noun.rpartition(" ")
    return f"{before}{space}{_plural(last)}"


def _plural(noun: str) -> str:
    if noun in _irregular():
        return _irregular()[noun]
    if noun.endswith("man"):
        return f"{noun[:-2]}en"
    if noun.endswith(_HISSES):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}s"


@cache
def _irregular() -> dict[str, str]:
    """Irregular plurals by their singular, the first of several."""
    nouns = load("nouns")
    found: dict[str, str] = {word: word for word in nouns["collective"]["words"]}
    for many, one in nouns["irregular"].items():
        found.setdefault(one, many)
    return found
