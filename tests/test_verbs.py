from __future__ import annotations

import pytest

from crosstally.facts.words.verbs import is_participle, verb_forms


@pytest.mark.parametrize(
    ("base", "irregular", "expected"),
    [
        ("kill", [], {"kill", "kills", "killing", "killed"}),
        ("injure", [], {"injure", "injures", "injuring", "injured"}),
        ("bury", [], {"bury", "buries", "burying", "buried"}),
        ("destroy", [], {"destroy", "destroys", "destroying", "destroyed"}),
        ("crush", [], {"crush", "crushes", "crushing", "crushed"}),
        ("free", [], {"free", "frees", "freeing", "freed"}),
        ("hurt", ["hurt", "hurting"], {"hurt", "hurts", "hurting"}),
        (
            "take hostage",
            ["took", "taken"],
            {"take hostage", "takes hostage", "taking hostage", "took hostage", "taken hostage"},
        ),
        (
            "fatally stab",
            ["stabbed", "stabbing"],
            {"fatally stab", "fatally stabs", "fatally stabbing", "fatally stabbed"},
        ),
        (
            "stop and search",
            ["stopped", "stopping"],
            {"stop and search", "stops and searches", "stopping and searching", "stopped and searched"},
        ),
    ],
)
def test_the_forms_of_a_verb(base: str, irregular: list[str], expected: set[str]) -> None:
    forms = verb_forms(base, irregular)
    assert expected == set(forms)
    assert len(forms) == len(expected)


@pytest.mark.parametrize(
    ("base", "irregular", "participles"),
    [
        ("kill", [], {"killed"}),
        ("hurt", ["hurt", "hurting"], {"hurt"}),
        ("shoot dead", ["shot", "shooting"], {"shot dead"}),
        ("fatally shoot", ["shot", "shooting"], {"fatally shot"}),
        ("confess", [], {"confessed"}),
    ],
)
def test_participles(base: str, irregular: list[str], participles: set[str]) -> None:
    assert participles == {form for form in verb_forms(base, irregular) if is_participle(form, base)}
