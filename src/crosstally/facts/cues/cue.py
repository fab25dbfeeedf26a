"""Cues as data: the files of ``lexicon/cues``, one for each slot, by the first words of their phrases.

After the ConText algorithm (Harkema et al. 2009, medspaCy): a cue has words, a slot that it sets to a value, a
direction, a reach, and words that end its reach.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar

from crosstally.facts.cues.phrase import Phrase, openings, phrases_of
from crosstally.facts.lexicon import load, load_folder

_Entry = TypeVar("_Entry")
Index = dict[str, dict[str, list[tuple[Phrase, _Entry]]]]
Side = Literal["before", "inside", "behind"]
WHOLE = 10_000  # the reach of a cue that reaches as far as its sentence, in tokens


@dataclass(frozen=True, slots=True)
class Cue:
    """A family of phrases that do one thing.

    Attributes:
        slot: The slot it sets; the name of its file.
        value: What it sets it to.
        sides: Where it stands to the figures it reaches: before, inside, behind.
        reach: How many tokens may stand between the two.
        gap: How many must.
        stops: The families of words (``lexicon/stops.toml``) that end its reach.
        as_written: Whether capitals count: "may", not "May".
        not_behind: Words that say, right before it, that what it names is only held against: "up from | last year".
        across: The class of words of which one must stand on the other side of the figure, close to it; "" for none.
    """

    slot: str
    value: str
    sides: frozenset[Side]
    reach: int
    gap: int
    stops: tuple[str, ...]
    as_written: bool
    across: str = ""
    not_behind: frozenset[str] = frozenset()


@cache
def cues() -> Index[Cue]:
    """Every phrase of every cue by its first two words."""
    index: Index[Cue] = {}
    for slot, data in load_folder("cues").items():
        for entry in data["cue"]:
            cue = _cue(slot, entry)
            _enter(index, entry["phrases"], cue)
    return index


@cache
def stops(family: str) -> Index[None]:
    """The phrases of a family of stops by their first two words."""
    index: Index[None] = {}
    _enter(index, load("stops")[family]["phrases"], None)
    return index


def _cue(slot: str, entry: dict[str, Any]) -> Cue:
    return Cue(
        slot,
        entry["value"],
        frozenset(entry["sides"]),
        entry.get("reach", WHOLE),
        entry.get("gap", 0),
        tuple(entry.get("stops", ())),
        entry.get("as_written", False),
        entry.get("across", ""),
        frozenset(entry.get("not_behind", ())),
    )


def _enter(index: Index[_Entry], written: list[str], entry: _Entry) -> None:
    for phrase in (phrase for words in written for phrase in phrases_of(words)):
        for first, second in openings(phrase):
            index.setdefault(first, {}).setdefault(second, []).append((phrase, entry))
