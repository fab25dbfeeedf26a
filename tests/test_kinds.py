from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from crosstally.rules.alignment.kinds import Relation, kind_of, relate_kinds

KINDS: dict[str, Any] = tomllib.loads(files("crosstally.rules").joinpath("data/kinds.toml").read_text(encoding="utf-8"))
IRREGULAR = {
    "women": "woman", "men": "man", "children": "child", "wives": "wife", "lives": "life", "ladies": "lady",
    "injuries": "injury", "babies": "baby", "bodies": "body", "deputies": "deputy", "fatalities": "fatality",
    "schoolchildren": "schoolchild", "branches": "branch", "addresses": "address", "properties": "property",
    "matches": "match", "countries": "country", "burglaries": "burglary", "grandchildren": "grandchild",
}  # fmt: skip


def nouns(example: str) -> set[str]:
    """The nouns an example may be about, singular."""
    found = set()
    for word in re.findall(r"[a-z-]+", example.lower()):
        singular = re.sub(r"men$", "man", re.sub(r"women$", "woman", IRREGULAR.get(word, word)))
        found |= {word, singular, singular.removesuffix("s")}
    return found


@pytest.mark.parametrize("name", KINDS)
def test_every_word_has_an_example_and_every_example_a_word(name: str) -> None:
    entry = KINDS[name]
    words = set(entry["words"])
    assert not words - set().union(*map(nouns, entry["examples"]))
    assert [] == [example for example in entry["examples"] if not nouns(example) & words]


@pytest.mark.parametrize("name", KINDS)
def test_silent_examples_hold_no_word(name: str) -> None:
    entry = KINDS[name]
    assert entry["silent"]
    assert [] == [example for example in entry["silent"] if nouns(example) & set(entry["words"])]


def test_no_word_names_two_kinds() -> None:
    words = [word for entry in KINDS.values() for word in entry["words"]]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("resident", "person", Relation.SAME),
        ("child", "person", Relation.WITHIN),
        ("woman", "child", Relation.APART),
        ("miner", "person", Relation.WITHIN),
        (None, "victim", Relation.SAME),
        ("woman", "worker", Relation.ALIKE),
    ],
)
def test_kinds_of_people(a: str | None, b: str, relation: Relation) -> None:
    assert relation == relate_kinds(kind_of(a, people=True), kind_of(b, people=True))


def test_kinds_of_things() -> None:
    assert Relation.SAME == relate_kinds(kind_of("skiff"), kind_of("boat"))
    assert Relation.APART == relate_kinds(kind_of("missile"), kind_of("drone"))
