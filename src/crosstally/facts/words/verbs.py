"""Forms of English verbs, by rule; irregular ones are named where the verb is."""

from __future__ import annotations

import re

_VOWELS = frozenset("aeiou")
_DOUBLING = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")  # of one syllable: "nab", "nabbed"
_UNCHANGED = frozenset(
    {"beat", "cast", "cut", "hit", "hurt", "let", "overrun", "put", "run", "set", "shed", "shut", "split"}
)

_PASTS = frozenset(
    {"bit", "blew", "broke", "chose", "drew", "drove", "fell", "flew", "froze", "gave", "ran", "rode", "saw", "slew"}
    | {"shook", "stole", "threw", "took", "tore", "woke", "wrote"}
)  # whose participle is another form: "taken"


def verb_forms(base: str, irregular: list[str]) -> list[str]:
    """All forms of a verb: "kill" -> kill, kills, killed, killing.

    Args:
        base: The verb, or a phrase that begins with it ("take into custody"),
            or has an adverb before it ("fatally shoot"), or two verbs ("shoot and kill").
        irregular: Forms that replace the regular past and -ing form where they are given.
    """
    adverb, _, phrase = base.partition(" ")
    if phrase and adverb.endswith("ly"):  # "fatally shoot", and not "rally"
        return [f"{adverb} {form}" for form in verb_forms(phrase, irregular)]
    verb, _, rest = base.partition(" ")
    first = _forms(verb, irregular)
    if not rest.startswith("and "):
        return [f"{form} {rest}".rstrip() for form in dict.fromkeys(first)]
    second = _forms(rest.removeprefix("and "), [])
    return [f"{first[k]} and {form}" for k, form in enumerate(second)]


def _forms(verb: str, irregular: list[str]) -> list[str]:
    """The base, the third person, the -ing form and the past forms of one verb."""
    y = verb.endswith("y") and len(verb) > 1 and verb[-2] not in _VOWELS
    sibilant = verb.endswith(("s", "sh", "ch", "x", "z", "o"))
    third = verb[:-1] + "ies" if y else verb + ("es" if sibilant else "s")
    doubled = verb + verb[-1] if _DOUBLING.fullmatch(verb) else verb
    past = verb[:-1] + "ied" if y else doubled + ("d" if verb.endswith("e") else "ed")
    ing = [form for form in irregular if form.endswith("ing")] or [_stem(doubled) + "ing"]
    return [verb, third, *ing, *([form for form in irregular if not form.endswith("ing")] or [past])]


def is_participle(form: str, base: str) -> bool:
    """Whether a verb form can be a past participle ("killed", "shot"): neither the base, nor -s, nor -ing."""
    adverb, _, phrase = base.partition(" ")
    if phrase and adverb.endswith("ly"):
        return is_participle(form.partition(" ")[2], phrase)
    verb = form.partition(" ")[0]
    root = base.partition(" ")[0]
    return (
        not verb.endswith("ing")
        and (verb != root or root in _UNCHANGED)
        and verb not in _PASTS
        and not (verb.endswith("s") and verb.startswith(root[:-1]))
    )


def _stem(verb: str) -> str:
    """The verb before -ing: a silent e is dropped ("die" and "flee" name their own form or keep it)."""
    return verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb
