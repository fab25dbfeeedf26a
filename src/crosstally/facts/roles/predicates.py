"""What is said of a figure behind it: "12 | dead", "12 people | were killed"."""

from __future__ import annotations

from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import word_classes
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import Hit, Measure

_REACH = 16  # tokens between a figure and its predicate
WHOLE_OPENINGS = (["of", "the"], ["of"], ["among", "the"])  # "Of the 19 dead, five were children"


def predicate_behind(tokens: Tokens, i: int, hits: list[Hit], starts: set[int]) -> Measure | None:
    """The trigger right behind a figure, which ends at `i`, adverbs between: "12 people were critically injured"."""
    if tokens.at(i) == "-" and tokens.touches(i):
        i += 1
    i += 2 * (tokens.lower[i : i + 2] == ["on", "board"])  # "all 16 | on board | died"
    for _ in range(_REACH):
        hit = _predicate_at(tokens, i, hits, starts)
        if hit is not None:
            return hit.trigger.measure
        word = tokens.at(i)
        if word not in link_words("auxiliaries") and word_classes().get(word) != "r":
            return None
        i += 1
    return None


def predicate_far_behind(tokens: Tokens, figure: Figure, hits: list[Hit], starts: set[int]) -> Measure | None:
    """The predicate of a clause whose subject is the figure: "12 people in two villages north of the city died"."""
    if figure.unit is not None or figure.noun is None:
        return None
    i = figure.stop
    nested = 0
    for _ in range(_REACH):
        if i >= len(tokens):
            return None
        word, kind = tokens.lower[i], tokens.kinds[i]
        nested += (word == "(") - (word == ")")
        hit = _predicate_at(tokens, i, hits, starts)
        if hit is not None and not nested:
            return hit.trigger.measure
        if (kind == "mark" and word in {";", ":", ".", "—"}) or (i in starts and _opens_part(tokens, figure, i)):
            return None
        if word in link_words("clause_starts") or (
            word_classes().get(word) in {"d", "z"} and word not in link_words("auxiliaries")
        ):
            return None
        i += 1
    return None


def _opens_part(tokens: Tokens, whole: Figure, i: int) -> bool:
    """Whether the part of a whole begins at token `i`: "Of the 187 people on board, | 123 were rescued"."""
    return tokens.at(i - 1) == "," and tokens.lower[: whole.first] in WHOLE_OPENINGS


def _predicate_at(tokens: Tokens, i: int, hits: list[Hit], starts: set[int]) -> Hit | None:
    """The trigger at token `i` that can say something of a figure before it."""
    for hit in hits:
        if hit.first != i:
            continue
        role = hit.trigger.role
        if role in {"state", "subject"} and not (
            role == "state" and hit.stop in starts and tokens.at(hit.stop - 1) != "dead"
        ):
            return hit
        if (
            hit.trigger.participle
            and not hit.trigger.nouns
            and (is_passive(tokens, i) or not has_object(tokens, hit.stop, starts))
        ):
            return hit
    return None


def is_passive(tokens: Tokens, i: int) -> bool:
    """Whether a form of "be" stands before the participle at `i`, adverbs between; "are treating" is active."""
    if tokens.at(i).endswith("ing"):
        return False
    for back in range(1, 5):
        word = tokens.at(i - back)
        if word in link_words("be"):
            return True
        if word_classes().get(word) != "r" and word not in {"also", "been", "reportedly", "either"}:
            return False
    return False


def has_object(tokens: Tokens, i: int, starts: set[int]) -> bool:
    """Whether a noun phrase begins at token `i`, so that the verb before it is active."""
    word = tokens.at(i)
    if i in starts or word in link_words("determiners"):
        return True
    return (
        i < len(tokens)
        and tokens.kinds[i] == "word"
        and word not in link_words("after_participle")
        and word_classes().get(word, "j") == "j"
    )
