"""Reactions: deeds that are told only as what people react to, or hold against somebody.

"Residents protested after | a girl was killed", "the funeral of | a guard", "was convicted of | killing a clerk".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from crosstally.facts.victims.chunk import Chunk
from crosstally.facts.victims.words import words
from crosstally.facts.words.tokens import Tokens

EARLIER = "earlier"  # what such a deed is of: no event of the report's own
_KINDS = {"preposition": ("reactions", "rites", "courts", "charges"), "who": ("reactions", "suspected")}
_OF_COURT = frozenset({"courts", "charges"})
_SUBORDINATE = frozenset({"clause", "who"})
_INSIDE = frozenset({"noun", "preposition"})


def is_reacted_to(tokens: Tokens, chunks: Sequence[Chunk], i: int, field: Collection[str]) -> bool:
    """Whether the figure at token `i` stands in what a clause of reaction is about, and not in that clause.

    A report that opens with a trial tells of the very deed that the court hears: that is its own event.

    Args:
        tokens: The sentence.
        chunks: The same, cut up.
        i: A token.
        field: The words that its report opens with.
    """
    at = next((k for k, chunk in enumerate(chunks) if chunk.first <= i < chunk.stop), None)
    opener = None if at is None else _opener(tokens, chunks, at)
    if opener is None:
        return False
    begin = chunks[opener].first
    if opener > 0:
        is_trial = not words("trials").isdisjoint(field) or _is_accusation(tokens, chunks, opener)
        kinds = [one for one in _KINDS.get(chunks[opener].kind, ("reactions",)) if not (is_trial and one in _OF_COURT)]
        return _reacts(tokens, 0, begin, kinds)
    end = next((chunk.first for chunk in chunks if chunk.kind == "comma" and chunk.first > i), len(tokens))
    return _reacts(tokens, end, len(tokens), ("reactions",))


def _is_accusation(tokens: Tokens, chunks: Sequence[Chunk], opener: int) -> bool:
    """Whether a sentence tells only that somebody is held to have done it: "Bo Rusk is accused | of killing two".

    Whoever is arrested, or only told of again ("he is accused of"), did it before.
    """
    verbs = [chunk for chunk in chunks[:opener] if chunk.kind == "verb"]
    subject = next((chunk for chunk in chunks if chunk.kind == "noun"), None)
    is_alone = bool(verbs) and all(tokens.lower[verb.head] in words("accusing") for verb in verbs)
    is_new = subject is not None and subject.determiner not in words("pronouns")
    return is_alone and is_new and not any(chunk.kind == "verb" and chunk.has("be") for chunk in chunks[opener:])


def _opener(tokens: Tokens, chunks: Sequence[Chunk], at: int) -> int | None:
    """The chunk that opens the clause or phrase that chunk `at` stands in, where that is a subordinate one."""
    is_inside = True  # only nouns and prepositions so far: "against | the killing of two clerks"
    for k in range(at - 1, -1, -1):
        chunk = chunks[k]
        if chunk.kind == "stop":
            return None
        if chunk.kind in _SUBORDINATE:
            return k
        is_inside = is_inside and (chunk.kind in _INSIDE or _is_gerund(tokens, chunks, k))
        if is_inside and chunk.kind == "preposition" and _is_occasion(tokens, chunk.first):
            return k
    return None


def _is_gerund(tokens: Tokens, chunks: Sequence[Chunk], k: int) -> bool:
    """Whether chunk `k` is a verb on -ing, or joins one to another: "of kidnapping | and | killing a clerk"."""
    verb = chunks[k + (chunks[k].kind == "and")]
    return verb.kind == "verb" and tokens.lower[verb.head].endswith("ing")


def _is_occasion(tokens: Tokens, i: int) -> bool:
    """Whether the preposition at token `i` opens what people react to, a rite is for, or somebody is charged with."""
    before = tokens.at(i - 1)
    return (
        tokens.lower[i] in words("occasions")
        or before in words("charges")
        or (tokens.lower[i] == "of" and before in words("rites"))
    )


def _reacts(tokens: Tokens, begin: int, end: int, kinds: Sequence[str]) -> bool:
    """Whether a word of some kinds stands in a stretch, tied to none: not "an officer-| involved | shooting"."""
    told = {tokens.lower[k] for k in range(begin, end) if tokens.at(k - 1) != "-" or not tokens.touches(k)}
    return any(not words(kind).isdisjoint(told) for kind in kinds)
