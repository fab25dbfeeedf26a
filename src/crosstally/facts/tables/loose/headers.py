"""What a header of somebody's table means: a column of the fact table, a measure, or a measure of a group."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from crosstally.facts.lexicon import load, load_folder
from crosstally.facts.numbers.units import Unit, look_up_named
from crosstally.facts.words.measure import default_measures, measures
from crosstally.facts.words.nouns import counts_people, singular
from crosstally.facts.words.triggers import irregular_forms
from crosstally.facts.words.verbs import is_participle, verb_forms

_PLURAL = re.compile(r"\((e?s)\)", re.IGNORECASE)  # "Source(s)"
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴-⁹]+")  # a footnote's mark
_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
_NO_WORD = re.compile(r"[^\w$€£%']+|_")
_NUMERAL = re.compile(r"\d[\d.,\s]*%?")

End = Literal["low", "high"]


class Named(NamedTuple):
    """What is measured, as a header or a cell of a measure column names it.

    Attributes:
        measure: The measure; of one that is not known, its own words.
        is_known: Whether the vocabulary has it.
        noun: The noun that it counts, singular: "child" of "children killed", "home" of "homes damaged".
        scale: What its figures are multiplied by: 1,000,000 of "damage (USD million)".
        unit: The unit that the header gives.
        end: Whether its figures are the least or the most ("low", "high"): of "min killed"; None of the figure itself.
    """

    measure: str
    is_known: bool
    noun: str | None = None
    scale: float = 1.0
    unit: Unit | None = None
    end: End | None = None

    @property
    def group(self) -> str | None:
        """Which people it counts, where it narrows them."""
        return self.noun if self.noun and counts_people(self.noun) else None


def column_of(header: str) -> str | None:
    """The column of the fact table (or "row", "text") that a header stands for; None for any other."""
    return _columns().get(" ".join(_words(header)))


def is_ignored(header: str) -> bool:
    """Whether its numbers are known to be no figures of an event: years, coordinates."""
    return not {*_words(header)}.isdisjoint(load("tables/headers")["ignored"]["words"])


def is_measure(name: str) -> bool:
    """Whether a header names a measure, and no other column."""
    return column_of(name) is None and not is_ignored(name) and measure_of(name).is_known


@cache
def measure_of(header: str) -> Named:
    """What a header, or a cell of a measure column, says is measured."""
    scale, unit = 1.0, None
    words = []
    whole = _words(_BRACKETS.sub(" ", header))
    inner = [word for word in _bracketed(header) if word not in load("tables/headers")["scales"]]
    whole += [word for word in inner if whole and counts_people(singular(word))]  # "Killed (women)"
    end = _end(whole)
    said = [word for word in whole if end is None or word not in load("tables/headers")["ends"][end]]
    for word in [*_bracketed(header), *said]:
        if word in load("tables/headers")["scales"]:
            scale *= load("tables/headers")["scales"][word]
        elif word not in said or (len(said) > 1 and (word.isupper() or not word.isalpha())):
            unit = unit or look_up_named(word) or look_up_named(word.upper())
        else:
            words.append(word)
    core = [word for word in words if word not in load("tables/headers")["fillers"]] or words
    if unit and unit.dimension == "currency":
        return of_unit(
            Named("", is_known=False, scale=scale, unit=unit), unit
        )  # "damage (USD million)" counts no things
    for measure, rest in _readings(core):
        if not rest or counts_people(singular(rest[-1])) or measures()[measure].counts == "things":
            noun = singular(rest[-1]) if rest else None
            return Named(measure, is_known=True, noun=noun, scale=scale, unit=unit, end=end)
    name = " ".join(core) or header.strip()
    return Named(name, is_known=False, noun=singular(core[-1]) if core else None, scale=scale, unit=unit)


def score(cells: Sequence[object]) -> int:
    """How much a line looks like a header."""
    names = [cell for cell in cells if isinstance(cell, str) and cell.strip()]
    return sum(column_of(name) is not None or is_measure(name) for name in names) - sum(map(is_numeral, cells))


def is_numeral(cell: object) -> bool:
    """Whether a cell is a number and nothing else."""
    return isinstance(cell, int | float) or (isinstance(cell, str) and _NUMERAL.fullmatch(cell.strip()) is not None)


def of_unit(named: Named, unit: Unit | None) -> Named:
    """What is measured in a unit: a sum of money where it is a currency and the words name no measure."""
    if named.is_known or unit is None or unit.dimension != "currency":
        return named
    return Named(default_measures()["currency"].name, is_known=True, scale=named.scale, unit=unit)


def _end(words: list[str]) -> End | None:
    """Whether a word of several says that figures are the least or the most."""
    if len(words) > 1:
        ends: tuple[End, End] = ("low", "high")
        return next((end for end in ends if not {*words}.isdisjoint(load("tables/headers")["ends"][end])), None)
    return None


def _readings(words: list[str]) -> list[tuple[str, list[str]]]:
    """Every measure that words name, with the words left over, those that leave the fewest first."""
    found = []
    for size in range(min(len(words), _longest()), 0, -1):
        for start in range(len(words) - size + 1):
            measure = _measures().get(" ".join(words[start : start + size]))
            if measure:
                found.append((measure, words[:start] + words[start + size :]))
    return found


def _words(header: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", _SUPERSCRIPT.sub(" ", _PLURAL.sub(r"\1", header)))
    return [word.lower() for word in _NO_WORD.sub(" ", _HUMP.sub(" ", plain)).split() if word.strip("'")]


def _bracketed(header: str) -> list[str]:
    return [word for inner in _BRACKETS.findall(header) for word in _words(inner)]


@cache
def _columns() -> dict[str, str]:
    return {name: column for column, names in load("tables/headers")["columns"].items() for name in names}


@cache
def _longest() -> int:
    return max(len(phrase.split()) for phrase in _measures())


@cache
def _measures() -> dict[str, str]:
    """Measures by the phrases that name them: their names, the words that texts use, and those of tables alone."""
    found = {phrase: measure for measure, names in load("tables/headers")["measures"].items() for phrase in names}
    for name, data in load_folder("measures").items():
        words, forms = data["words"], data.get("forms", {})
        phrases = [name, *words.get("noun", ()), *words.get("state", ()), *words.get("topic", ())]
        phrases += [form for verb in words.get("object", ()) for form in _forms(verb, forms)]
        for phrase in phrases:
            found.setdefault(phrase, name)
    return {f"{phrase}s": name for phrase, name in found.items() if not phrase.endswith(("s", "ed"))} | found


def _forms(verb: str, irregular: dict[str, list[str]]) -> list[str]:
    plain = verb.partition(" + ")[0]
    forms = [] if plain != verb else verb_forms(plain, irregular_forms(plain, irregular))
    return [form for form in forms if is_participle(form, plain)]
