"""Nouns, and other words, by themselves: their class, their singular, whether they count people."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from crosstally.facts.lexicon import load
from crosstally.facts.words.tokens import Tokens

OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "them", "those", "these"})
VERBS = frozenset("bzdng")
"""The classes of words that are forms of verbs."""

_SHORTEST_PLURAL = 3  # "us", "is"
_SHORT = 4  # letters: "bed", "seed"
_KNOWN = 1 << 14  # words whose reading is remembered


@cache
def word_classes() -> dict[str, str]:
    """The usual class of common words that are no nouns: b d z n g (verb forms), j (adjective), r (adverb)."""
    lines = files("crosstally.facts").joinpath("data", "word_classes.txt").read_text(encoding="utf-8").splitlines()
    classes = dict(line.split("\t") for line in lines if not line.startswith("#"))
    return classes | dict.fromkeys(load("nouns")["participles"], "n")


@lru_cache(maxsize=_KNOWN)
def word_class(word: str) -> str:
    """The class of a word as in `word_classes`; of others those with a verb's ending are verbs, the rest nouns ("")."""
    known = word_classes().get(word)
    if known is not None or len(word) <= _SHORT:
        return known or ""
    if word.endswith(("izes", "ifies")) and singular(word) not in things():
        return "z"  # "capsizes", and not "prizes"
    return "n" if word.endswith("ed") and word not in things() else ""  # "speed"


@cache
def _contractions() -> tuple[str, ...]:
    return tuple(mark + end for mark in "'’" for end in ("re", "ve", "ll", "d", "m", "t"))


def is_acronym(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i` alone is all capitals: "one | US | fluid ounce", not "TELL US"."""
    written = tokens.words[i]
    return written.isupper() and len(written) > 1 and not tokens.text.isupper()


def is_contraction(word: str) -> bool:
    """Whether a word has an auxiliary in it, and so a subject: "i'm", "they've"."""
    return word.endswith(_contractions())


@cache
def stop_words() -> frozenset[str]:
    """Words of the closed classes, which no noun phrase goes on with."""
    return frozenset(load("nouns")["stop"])


@cache
def _irregular() -> dict[str, str]:
    nouns = load("nouns")
    return dict(nouns["irregular"]) | {word: word for word in nouns["collective"]["words"]}


@cache
def _not_plural() -> frozenset[str]:
    return frozenset(load("nouns")["not_plural"]["words"])


@lru_cache(maxsize=_KNOWN)
def singular(noun: str) -> str:
    """The singular of a noun, in small letters: "co-workers" -> "co-worker", "people" -> "person".

    >>> singular("cities")
    'city'
    """
    noun = noun.lower()
    prefix, hyphen, last = noun.rpartition("-")
    if last in _irregular():
        last = _irregular()[last]
    elif last.endswith("men") and last not in _not_plural():
        last = last[:-2] + "an"  # "militiamen"
    elif last.endswith("ies") and len(last) > 4:  # noqa: PLR2004 - "ties", "pies"
        last = last[:-3] + "y"
    elif last.endswith(("sses", "shes", "ches", "xes", "zzes")) or (last.endswith("es") and last[:-2] in _not_plural()):
        last = last[:-2]  # and "canvases"
    elif (
        last.endswith("s")
        and not last.endswith(("ss", "us", "is"))
        and len(last) >= _SHORTEST_PLURAL
        and last not in _not_plural()
    ):
        last = last[:-1]
    return prefix + hyphen + last


def compound_at(tokens: Tokens, i: int) -> str | None:
    """The noun in the singular that a hyphen ties on at token `i` of which the head stands first: "a | passer-by"."""
    written = f"{tokens.at(i)}-{tokens.at(i + 2)}"
    return written if tokens.at(i + 1) == "-" and tokens.touches(i + 1) and written in _compounds() else None


@cache
def _compounds() -> frozenset[str]:
    return frozenset(noun for noun in _irregular().values() if "-" in noun)


@cache
def things() -> frozenset[str]:
    """Common nouns, in the singular, that name no people."""
    lines = files("crosstally.facts").joinpath("data", "things.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#")) | frozenset(load("people")["things"])


@cache
def anybody() -> frozenset[str]:
    """Nouns for people, in the singular, that tell nobody of several apart."""
    return frozenset(load("people")["anybody"])


@cache
def people() -> frozenset[str]:
    """Nouns for people, in the singular, that are listed one by one."""
    return frozenset(load("people")["words"])


@cache
def singles(kind: str) -> frozenset[str]:
    """Nouns for one person, and other lists of ``lexicon/singles.toml``, such as "kin"."""
    return frozenset(load("singles")[kind])


def counts_people(noun: str) -> bool:
    """Whether a singular noun counts people: listed, or with an ending such as -ist and no thing."""
    last = noun.rpartition("-")[2]
    if noun in people() or last in people():
        return True
    return last.endswith(tuple(load("people")["endings"])) and last not in things()


@lru_cache(maxsize=_KNOWN)
def is_plural(word: str) -> bool:
    """Whether a word has the form of a plural noun, or is counted without one ("police", "aircraft")."""
    last = word.rpartition("-")[2]
    return last in _irregular() or (
        last not in _not_plural()
        and last.endswith(("s", "men"))
        and not last.endswith(("ss", "us", "is", "'s", "’s"))
        and len(last) >= _SHORTEST_PLURAL
    )
