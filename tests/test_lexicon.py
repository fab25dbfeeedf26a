"""The vocabulary, both ways: every word has an example that holds it, every example is read as it says it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from crosstally.errors import LexiconError
from crosstally.facts import lexicon
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact
from crosstally.facts.intervals import Interval
from crosstally.facts.lexicon import load, load_folder
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.words.furniture import is_furniture, link_lists
from crosstally.facts.words.nouns import counts_people, singular
from crosstally.facts.words.tokenize import tokenize

_INF = float("inf")
_FAMILIES = sorted(path.stem for path in Path(str(files(lexicon))).glob("*.toml"))


# How an example is read. Each reader takes the text and gives what the vocabulary file states.


def facts(text: str) -> list[Fact]:
    return extract_facts(Document("example", text, "The Example"))


def figure(interval: Interval) -> float | list[float]:
    """A figure as the files write it: the number, or [low, high] of a vague word."""
    ends = [interval.low or 0.0, _INF if interval.high is None else interval.high]
    return ends if interval.value is None else interval.value


def measured(measure: str, text: str) -> float | list[float] | None:
    """The first figure of a measure; None where there is none."""
    return next((figure(fact.interval) for fact in facts(text) if fact.measure == measure), None)


def interval(bound: str, text: str) -> list[float]:
    [fact] = facts(text)
    assert bound == fact.interval.bound
    assert fact.interval.low is not None
    return [fact.interval.low, _INF if fact.interval.high is None else fact.interval.high]


def number(text: str) -> float | list[float]:
    [found] = read_figures(tokenize(text))
    return figure(found.interval)


def said(attribute: str, text: str) -> set[Any]:
    """What all facts of a text have for an attribute."""
    return {getattr(fact, attribute) for fact in facts(text)}


def last_scope(text: str) -> str:
    return facts(text)[-1].scope


def last_trend(text: str) -> str | None:
    return facts(text)[-1].trend


def last_increment(text: str) -> str:
    return facts(text)[-1].increment


def rate(text: str) -> str | None:
    [fact] = facts(text)
    return fact.per


def has_facts(text: str) -> bool:
    return bool(facts(text))


def counts_children(text: str) -> bool:
    return bool({fact.counted for fact in facts(text)} & set(load("parents")["counts"]))


def are_of_somebody(text: str) -> bool:
    return "children" in {fact.measure for fact in facts(text)}


def rank(text: str) -> float | None:
    return next((fact.interval.value for fact in facts(text) if fact.measure == "rank"), None)


def are_pounds_money(text: str) -> bool:
    return "currency" in {fact.dimension for fact in facts(text)}


def matches(pattern: str, line: str) -> bool:
    return re.search(pattern, line) is not None


# Every example of the vocabulary: (what reads it, the text, what it must be read as).

_Reading = tuple[str, Callable[[str], Any], str, Any]


def _measure_readings() -> Iterator[_Reading]:
    for name, data in load_folder("measures").items():
        for text, value in data["examples"].items():
            yield name, partial(measured, name), text, value
        for text in data["silent"]["texts"]:
            yield f"not {name}", partial(measured, name), text, None


def _number_readings() -> Iterator[_Reading]:
    for hedge in load("hedges")["hedge"]:
        for text, ends in hedge["examples"].items():
            yield hedge["bound"], partial(interval, hedge["bound"]), text, ends
    for text, value in load("numerals")["examples"].items():
        yield "number", number, text, value
    for text, per in load("rates")["examples"].items():
        yield "rate", rate, text, per
    for text, value in load("ranks")["examples"].items():
        yield "rank", rank, text, value
    yield from (("no rank", rank, text, None) for text in load("ranks")["silent"]["texts"])


def _sentence_readings() -> Iterator[_Reading]:
    trend, scope = load("trend"), load("scope")["examples"]
    for direction in ("up", "down"):
        yield from ((direction, partial(said, "trend"), text, {direction}) for text in trend[direction]["examples"])
    yield from (("raised", last_trend, text, "up") for text in trend["raised"]["examples"])
    yield from (("changed", partial(said, "trend"), text, {way}) for text, way in trend["either"]["examples"].items())
    yield from (("change", partial(said, "increment"), text, {"change"}) for text in trend["named"]["examples"])
    differences = load("differences")
    yield from (("difference", last_increment, text, "change") for text in differences["examples"])
    yield from (("no difference", last_increment, text, "total") for text in differences["silent"])
    yield from (("no change", partial(said, "increment"), text, {"total"}) for text in trend["named"]["silent"])
    yield from (("no trend", partial(said, "trend"), text, {None}) for text in trend["silent"])
    yield from (("part", last_scope, text, "part") for text in scope["part"])
    yield from (("total", partial(said, "scope"), text, {"total"}) for text in scope["total"])
    for name, family in load("traps").items():
        yield from ((f"trap {name}", has_facts, text, False) for text in family["traps"])
        yield from ((f"no trap {name}", has_facts, text, True) for text in family.get("facts", ()))


def _other_readings() -> Iterator[_Reading]:
    people = load("people")["people"]
    for line in [*load("furniture")["opening"], *load("furniture")["holding"]]:
        yield from (("furniture", partial(matches, line["pattern"]), text, True) for text in line["examples"])
        yield from (("furniture", is_furniture, text, True) for text in line["examples"])
    labels = [text for kind in load("furniture")["label"] for text in kind["examples"]]
    yield from (("label", is_furniture, text, True) for text in labels)
    yield from (("report", is_furniture, text, False) for text in load("furniture")["report"])
    headings = [text for line in load("furniture")["heading"] for text in line["examples"]]
    links = [(f"It rained.\n{text}\nStorm kills 3 in Odda", [(len(text) + 11, len(text) + 33)]) for text in headings]
    yield from (("links", link_lists, text, lists) for text, lists in links)
    yield from (("no links", link_lists, f"It rained.\n{text}\nA storm killed 3 men.", []) for text in headings)
    yield from (("no links", link_lists, f"{text}\nStorm kills 3 in Odda\nIt rained.", []) for text in headings)
    yield from (("children", counts_children, text, True) for text in load("parents")["examples"])
    yield from (("no children", counts_children, text, False) for text in load("parents")["silent"])
    yield from (("pounds paid", are_pounds_money, text, True) for text in load("pounds")["examples"])
    yield from (("pounds of weight", are_pounds_money, text, False) for text in load("pounds")["silent"])
    somebody = load("parents")["somebody"]
    yield from (("children of somebody", are_of_somebody, text, True) for text in somebody["examples"])
    yield from (("children of nobody", are_of_somebody, text, False) for text in somebody["silent"])
    yield from (("singular", singular, plural, one) for plural, one in load("nouns")["singular"]["examples"].items())
    yield from (("people", counts_people, singular(noun), True) for noun in people["examples"])
    yield from (("no people", counts_people, noun, False) for noun in people["silent"])


_READINGS = [*_measure_readings(), *_number_readings(), *_sentence_readings(), *_other_readings()]


@pytest.mark.parametrize(("read", "text", "expected"), [pytest.param(*r[1:], id=f"{r[0]}: {r[2]}") for r in _READINGS])
def test_an_example_is_read_as_its_file_says(read: Callable[[str], Any], text: str, expected: object) -> None:
    assert expected == read(text)


# Every family of words with the examples that must hold each of them.


def _spaced(text: str) -> str:
    return f" {' '.join(tokenize(text).lower)} "


def _families() -> Iterator[tuple[str, list[str], Iterable[str]]]:
    for k, hedge in enumerate(load("hedges")["hedge"]):
        yield f"hedges {k} {hedge['bound']}", hedge["before"] + hedge["after"], hedge["examples"]
    numerals, rates, scope, trend = load("numerals"), load("rates"), load("scope"), load("trend")
    yield "vague numerals", [*numerals["vague"], *numerals["exact"]], numerals["examples"]
    for kind in ("cardinals", "magnitudes", "old_magnitudes", "denominators", "glyphs"):
        yield kind, list(numerals[kind]), numerals["examples"]
    for kind in ("periods", "abbreviated", "things", "adverbs", "introducers"):
        yield kind, list(rates[kind]), rates["examples"]
    yield "scope", scope["before"] + scope["after"] + scope["others"], scope["examples"]["part"]
    yield "scope of some", scope["superlatives"] + scope["picking"], scope["examples"]["part"]
    yield "scope of all", scope["no_superlatives"], scope["examples"]["total"]
    ranks = load("ranks")
    yield "ranks always", ranks["always"]["tied"] + ranks["always"]["straight"], ranks["examples"]
    yield "ranks over", ranks["over"]["phrases"], ranks["examples"]
    yield "ranks placing", ranks["placing"]["nouns"] + ranks["placing"]["tied"], ranks["examples"]
    for direction in ("up", "down"):
        said = [word for place in ("before", "after", "apart", "by", "than") for word in trend[direction][place]]
        yield f"trend {direction}", said, trend[direction]["examples"]
    yield "trend either", trend["either"]["before"], trend["either"]["examples"]
    yield "trend raised", trend["raised"]["verbs"] + trend["raised"]["sums"], trend["raised"]["examples"]
    yield "trend named", trend["named"]["up"] + trend["named"]["down"], trend["named"]["examples"]
    differences = load("differences")
    yield "differences", [*differences["more"], *differences["beside"], *differences["norms"]], differences["examples"]
    yield "no differences", [*differences["often"], *differences["no_comparatives"]], differences["silent"]
    yield "trend closing", trend["closing"] + trend["moving"], trend["up"]["examples"] + trend["down"]["examples"]
    yield "trend between", trend["between"], trend["up"]["examples"] + trend["down"]["examples"]
    described = trend["described"]["by"] + trend["described"]["of"]
    yield "trend described", described, trend["up"]["examples"] + trend["down"]["examples"]
    yield "trend taken off", trend["taken_off"]["verbs"], trend["down"]["examples"]
    for name, family in load("traps").items():
        words = chain(*(family.get(key, ()) for key in ("words", "before", "after", "phrases")))
        yield f"traps {name}", list(words), family["traps"]


@pytest.mark.parametrize(("words", "examples"), [pytest.param(*f[1:], id=f[0]) for f in _families()])
def test_every_word_stands_in_an_example(words: list[str], examples: Iterable[str]) -> None:
    texts = [_spaced(text) for text in examples]
    assert [] == [word for word in words if not any(_spaced(word) in text for text in texts)]


def test_nouns_are_written_in_the_singular() -> None:
    kinds = ("nouns", "noun", "zero")
    nouns = [
        noun for data in load_folder("measures").values() for kind in kinds for noun in data["words"].get(kind, ())
    ]
    people = load("people")
    nouns += [*people["words"], *people["things"], *people["animals"]]
    assert [] == [noun for noun in nouns if noun != singular(noun)]


def _lists(data: object, path: str) -> Iterator[tuple[str, list[Any]]]:
    """Every list of words in a vocabulary file, with where it stands."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _lists(value, f"{path}.{key}")
    elif isinstance(data, list) and all(isinstance(item, str) for item in data):
        yield path, data
    elif isinstance(data, list):
        for k, item in enumerate(data):
            yield from _lists(item, f"{path}.{k}")


@pytest.mark.parametrize("name", [*_FAMILIES, *(f"measures/{name}" for name in load_folder("measures"))])
def test_no_word_stands_twice_in_a_list(name: str) -> None:
    assert [] == [
        (path, word) for path, words in _lists(load(name), name) for word in set(words) if words.count(word) > 1
    ]


def test_a_file_that_is_not_toml_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("words = [", encoding="utf-8")
    monkeypatch.setattr(lexicon, "files", lambda _package: tmp_path)
    with pytest.raises(LexiconError, match=r"broken\.toml"):
        load("broken")
