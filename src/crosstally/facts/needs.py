"""What a measure declares: the slots it needs before two figures may accuse, whom it counts, and how it is told."""

from __future__ import annotations

from functools import cache
from itertools import chain

from crosstally.facts.lexicon import load, load_folder

OF_A_PERSON = frozenset({"age", "children", "service"})
"""Measures of one person each, whose name or role is the anchor."""


@cache
def needs(measure: str) -> tuple[str, ...]:
    """The slots that a measure needs, those that every figure needs first.

    A measure declares its own in its file, as ``needs``; a measure without a file, in ``needs.toml``.
    """
    declared = load("needs")
    own = load_folder("measures").get(measure, {}).get("needs", declared["measures"].get(measure, ()))
    return (*declared["every"], *own)


@cache
def stands(measure: str) -> bool:
    """Whether a figure is of what there is, on whatever day it is told: an age, a population.

    A measure says so in its own file; a measure without a file, in ``needs.toml``.
    """
    return bool(load_folder("measures").get(measure, {}).get("stands", measure in load("needs")["stands"]))


@cache
def is_traded(per: str | None) -> bool:
    """Whether a price per so much moves from day to day, as that of a barrel of oil or an ounce of gold does."""
    return per in load("rates")["traded"]


@cache
def recurs(measure: str) -> bool:
    """Whether reports of one event may give many figures of a measure, each of its hour or its period: a share price.

    A measure says so in its own file.
    """
    return bool(load_folder("measures").get(measure, {}).get("recurs"))


@cache
def one_by_any_of(measure: str) -> frozenset[str]:
    """The nouns by which a measure names one and the same thing: jobs that are cut and workers who are laid off.

    A measure says so in its own file, as ``alike``; most have none, for houses and bridges that burn are two things.
    """
    return frozenset(load_folder("measures").get(measure, {}).get("alike", ()))


@cache
def phrases_of(measure: str) -> tuple[str, ...]:
    """The phrases by which a measure is told, as its file has them: "net profit", "bottom line ... to|of|by #"."""
    declared = load_folder("measures").get(measure, {})
    frames = (frame["phrases"] for frame in declared.get("frame", ()) if not frame.get("bars"))
    return tuple(chain(*declared.get("words", {}).values(), *frames))


@cache
def counts_people(measure: str) -> bool:
    """Whether a measure says in its own file that it counts people."""
    return bool(load_folder("measures").get(measure, {}).get("counts") == "people")


@cache
def is_general(measure: str) -> bool:
    """Whether all that says a measure is a unit or a noun that anything may have: "5 kilograms", "12 boxes".

    An age is told by its form, as are the children of somebody, and a magnitude has a unit of its own.
    """
    declared = load_folder("measures").get(measure)
    return measure not in OF_A_PERSON if declared is None else declared.get("default", False) and "unit" not in declared
