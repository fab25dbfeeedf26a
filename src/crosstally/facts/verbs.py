"""Forms of English verbs, by rule; irregular ones are named where the verb is."""

from __future__ import annotations

_VOWELS = frozenset("aeiou")


def verb_forms(base: str, irregular: list[str]) -> list[str]:
    """All forms of a verb: "kill" -> kill, kills, killed, killing.

    Args:
        base: The verb, or a phrase that begins with it ("take into custody"),
            or has an adverb before it ("fatally shoot").
        irregular: Forms that replace the regular past and -ing form where they are given.
    """
    adverb, _, phrase = base.partition(" ")
    if adverb.endswith("ly"):
        return [f"{adverb} {form}" for form in verb_forms(phrase, irregular)]
    verb, _, rest = base.partition(" ")
    tail = f" {rest}" if rest else ""
    third = (
        verb[:-1] + "ies"
        if _consonant_y(verb)
        else verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    )
    forms = [verb, third, *irregular]
    if not any(form.endswith("ing") for form in irregular):
        forms.append(_stem(verb) + "ing")
    if not any(not form.endswith("ing") for form in irregular):
        forms.append(verb[:-1] + "ied" if _consonant_y(verb) else verb + ("d" if verb.endswith("e") else "ed"))
    return [form + tail for form in forms]


def is_participle(form: str, base: str) -> bool:
    """Whether a verb form can be a past participle ("killed", "shot"): neither the base, nor -s, nor -ing."""
    adverb, _, phrase = base.partition(" ")
    if adverb.endswith("ly"):
        return is_participle(form.partition(" ")[2], phrase)
    verb = form.partition(" ")[0]
    root = base.partition(" ")[0]
    return (
        not verb.endswith("ing")
        and (verb != root or root in {"hurt", "hit", "cut", "put", "shed", "beat"})
        and not (verb.endswith("s") and verb.startswith(root[:-1]))
    )


def _consonant_y(verb: str) -> bool:
    return verb.endswith("y") and len(verb) > 1 and verb[-2] not in _VOWELS


def _stem(verb: str) -> str:
    """The verb before -ing: a silent e is dropped ("die" and "flee" name their own form or keep it)."""
    return verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb
