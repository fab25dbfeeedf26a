"""Chunks: a sentence cut into noun phrases, verb groups and what stands between, from closed classes alone.

No parser: a noun phrase is a determiner or figure with what may stand before a head, a verb group a run of auxiliaries
with the verb they end in. What is said in brackets belongs to the phrase before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.victims.chunk import Chunk, Kind
from crosstally.facts.victims.noun_chunks import noun_at
from crosstally.facts.victims.sentence import QUOTES, Sentence, sentence_of
from crosstally.facts.victims.verb_chunks import phrase_of_state, state_at, verb_at
from crosstally.facts.victims.words import words
from crosstally.facts.words.calendar import time_words
from crosstally.facts.words.nouns import word_class
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import Hit

_STOPS = frozenset({";", ":", ".", "!", "?", "—", "…", "|", "•", "·"})
_FINITE = frozenset({"d", "z", "n"})


def chunks_of(tokens: Tokens, figures: Sequence[Figure], hits: Sequence[Hit]) -> list[Chunk]:
    """The chunks of a sentence, in order; adverbs, quotation marks and brackets are left out."""
    sentence = sentence_of(tokens, figures, hits)
    found: list[Chunk] = []
    i = 0
    end = len(tokens)
    while i < end:
        chunk = _chunk(sentence, i, found[-1].kind if found else "")
        if chunk is not None:
            found.append(chunk)
        i = chunk.stop if chunk is not None else sentence.past_aside(i) or i + 1
    return found


def _chunk(sentence: Sentence, i: int, last: str) -> Chunk | None:
    """The chunk that begins at token `i`, behind one of the kind `last`; None for what belongs to none."""
    tokens = sentence.tokens
    if i in sentence.figures:
        return noun_at(sentence, i)
    if tokens.kinds[i] == "mark":
        return _mark(tokens, i)
    if tokens.lower[i] in QUOTES or _is_adverb(sentence, i):
        return None
    found = _joined(tokens, i) or phrase_of_state(sentence, i)
    if found is not None:
        return found
    kind = _closed(sentence, i, last)
    if kind is not None:
        return Chunk(kind, i, i + 1)
    return verb_at(sentence, i, last) or state_at(sentence, i, last) or noun_at(sentence, i)


def _is_adverb(sentence: Sentence, i: int) -> bool:
    """Whether a word only says where or when, and describes no noun: "trapped | underground", "underground mines"."""
    return sentence.tokens.lower[i] in words("adverbs") and not sentence.is_nominal(i + 1)


def _mark(tokens: Tokens, i: int) -> Chunk | None:
    word = tokens.lower[i]
    if word == "," or (word in {"-", "–", "/"} and not tokens.touches(i + 1)) or _lists(tokens, i):
        return Chunk("comma", i, i + 1)
    is_initial = word == "." and i + 1 < len(tokens)
    return Chunk("stop", i, i + 1) if word in _STOPS and not is_initial else None


def _lists(tokens: Tokens, i: int) -> bool:
    """Whether a slash parts two counts: "3 killed | / | 5 wounded"."""
    return tokens.lower[i] == "/" and tokens.is_number(i + 1)


def _joined(tokens: Tokens, i: int) -> Chunk | None:
    """A phrase that joins one more to those before: "along with"."""
    for phrase in _joining().get(tokens.lower[i], ()):
        if tokens.lower[i : i + len(phrase)] == phrase:
            return Chunk("and", i, i + len(phrase))
    return None


@cache
def _joining() -> dict[str, list[list[str]]]:
    """Phrases that join one more, by their first word."""
    phrases: list[list[str]] = load("victims")["joining"]
    return {first: [phrase for phrase in phrases if phrase[0] == first] for first, *_ in phrases}


@cache
def _closed_kinds() -> dict[str, Kind]:
    """The kinds of the words of closed classes."""
    kinds: dict[str, Kind] = {
        "conjunctions": "and",
        "relatives": "who",
        "subordinators": "clause",
        "prepositions": "preposition",
    }
    return {word: kind for name, kind in kinds.items() for word in words(name)}


def _closed(sentence: Sentence, i: int, last: str) -> Kind | None:
    """The kind of a word of a closed class; None for any other."""
    tokens, word = sentence.tokens, sentence.tokens.lower[i]
    if word not in _closed_kinds() and word != "that":
        return None
    if tokens.at(i + 1) == "-" and tokens.touches(i + 1):
        return None  # "off-duty"
    match word:
        case "that":
            return "who" if last == "noun" and _opens_verb(sentence, i + 1) else "clause"
        case "as" if _opens_clause(sentence, i + 1):
            return "clause"
        case "to" if sentence.is_base(i + 1):
            return None
    return "preposition" if word == "since" and _is_time(tokens, i + 1) else _closed_kinds()[word]


def _is_time(tokens: Tokens, i: int) -> bool:
    """Whether a mere time begins at token `i`: "missing since | Friday were found", "held since | 2023 were freed"."""
    i += tokens.at(i) in {"last", "early", "late", "mid"}
    return (tokens.is_number(i) or tokens.at(i) in time_words()) and tokens.at(i + 1) not in {"of", "'s", "’s"}


def _opens_verb(sentence: Sentence, i: int) -> bool:
    return sentence.is_auxiliary(i) or word_class(sentence.tokens.at(i)) in _FINITE


def _opens_clause(sentence: Sentence, i: int) -> bool:
    """Whether a noun phrase and a verb follow: "as | militants opened fire"."""
    noun = noun_at(sentence, i) if i < len(sentence.tokens) else None
    is_role = sentence.tokens.at(i - 2) in words("describing")  # "identified as | a clerk"
    return noun is not None and not is_role and _opens_verb(sentence, noun.stop)
