"""Group: who or which of them a figure counts, where the text narrows it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crosstally.facts.cues.engine import Cues, Hit
from crosstally.facts.cues.phrase import word_class_of
from crosstally.facts.numbers.figure import Figure, is_part_of
from crosstally.facts.words.noun_phrases import NounPhrase, is_everybody
from crosstally.facts.words.nouns import singles, singular, things
from crosstally.facts.words.tokens import Tokens

_OWNING = frozenset({"'s", "’s", "'", "’"})


def groups_of(tokens: Tokens, cues: Cues, figures: Sequence[Figure]) -> list[str | None]:
    """By figure, the groups that its own words name, in the alphabet's order; else the one said of it behind it.

    What is said behind a part and its whole is said of the part: "| nine | of the 40 hurt were officers".
    """
    inside, behind = zip(*(_named(tokens, cues, figure) for figure in figures), strict=True)
    said = list(behind)
    for k, (part, whole) in enumerate(pairwise(figures)):
        if is_part_of(tokens, part, whole):
            said[k], said[k + 1] = said[k] or behind[k + 1], None
    return [own or other for own, other in zip(inside, said, strict=True)]


def _named(tokens: Tokens, cues: Cues, figure: Figure) -> tuple[str | None, str | None]:
    """The groups that a figure's own words name, and the one said of it behind it; of a list those of all in it."""
    if figure.members:
        own = {_named(tokens, cues, one)[0] for one in figure.members}
        return own.pop() if len(own) == 1 else None, None
    hits = list(cues.all_of("group", figure.first, figure.stop))
    inside = sorted({hit.cue.value for hit in hits if hit.first < figure.stop and _is_of(tokens, hit, figure.noun)})
    behind = next((hit.cue.value for hit in hits if hit.first >= figure.stop), None)
    return "; ".join(inside) or None, behind


def _is_of(tokens: Tokens, hit: Hit, noun: NounPhrase | None) -> bool:
    """Whether a cue says who is counted: not of all kinds of people, nor whose things: "police | cars"."""
    if noun is None:
        return True
    head = tokens.lower[noun.head]
    is_thing = singular(head) in things() and head not in word_class_of("case")
    is_whose = is_thing and not hit.first <= noun.head < hit.stop
    is_owner = hit.stop <= noun.head and _is_kin(head) and _ends_in_owner(tokens, hit)
    return not (is_whose or is_owner or is_everybody(tokens, noun))


def _is_kin(word: str) -> bool:
    """Whether a noun says whose somebody is: "the officer's | wife", not "the children's | deaths"."""
    return not singles("kin").isdisjoint({word, singular(word)})


def _ends_in_owner(tokens: Tokens, hit: Hit) -> bool:
    """Whether a cue names whose those behind it are: "the | toddler|'s mother", "the | officers|' wives"."""
    return tokens.at(hit.stop) in _OWNING
