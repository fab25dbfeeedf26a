"""Who a noun phrase names: the name without titles and articles, or the role."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property

from crosstally.facts.context.gazetteer import is_known, kind_of
from crosstally.facts.context.speech import words
from crosstally.facts.context.time import WEEKDAY
from crosstally.facts.words.nouns import word_classes
from crosstally.facts.words.sentences import is_abbreviated

_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w’'-]*\.?"
_FULL_NAME = re.compile(  # looks behind from its first letter, so that all but capitals are passed over at once
    rf"[A-ZÀ-ÖØ-Þ](?<![\w.].)[\w’'-]*\.?(?: (?:(?:al|bin|de|del|der|di|van|von|la) )?{_CAPITALISED}){{1,5}}"
)
_FULL_STOP = re.compile(r"\. ")
_LEADING = re.compile(
    r"(?:and|but|our|my|so|then|however|meanwhile|as|the|a|an|his|her|its|their|one|another|local|yet|still|also|though|although|because|while|whereas"
    r"|(?:earlier |later )?(?:last|this) (?:week|month|year))\s+",
    re.IGNORECASE,
)
_POSTMODIFIER = re.compile(
    r"\s(?:in|at|from|on|with|near|inside|outside|by|to|about|who|whose|which|that|speaking|citing|quoted|cited|familiar|published|obtained|released|issued|compiled)\s"
)
_WHEN = re.compile(  # "court filings | on Thursday", "the company | last week"
    rf"(?:\s(?:on|late|early|last|this|next))*\s(?:{WEEKDAY}|(?:last|this) (?:week|month|year))"
    r"(?:\s(?:morning|afternoon|evening|night))?$"
)
_COMPLEMENT = re.compile(r"\s(?:of|for)\s")
_LONGEST_NAME = 4  # words of a person's name
_SHOUTED = 4  # letters of a word in capitals that is no "J.K."
_LONGEST = 12  # words of a noun phrase


def person_or_role(phrase: str) -> str | None:
    """The speaker that a noun phrase names, as written.

    "Norwegian Prime Minister Jon Strand" is "Jon Strand", "a spokesman for the ministry" "spokesman for the ministry",
    "residents at the camp" "residents". None for what names nobody ("some", "12 of them", "that").
    """
    phrase = phrase.strip(" ,;:'\"“”‘’()—–-")
    if phrase.endswith(".") and phrase.count(".") == 1:
        phrase = phrase[:-1]
    while lead := _LEADING.match(f"{phrase} "):  # "but | said": nobody stands there
        phrase = phrase[lead.end() :]
    cut = _POSTMODIFIER.search(phrase)
    phrase = _WHEN.sub("", phrase[: cut.start()] if cut else phrase)
    tokens = phrase.split()
    if (
        not tokens
        or tokens[-1].lower() in {"the", "a", "an", "and", "but"}
        or len(tokens) > _LONGEST
        or tokens[0].lower() in words("unsaid")
        or (len(tokens) == 1 and tokens[0].lower() in words("alone"))
        or not tokens[0][0].isalpha()
    ):
        return None
    complement = _COMPLEMENT.search(phrase)
    head = (phrase[: complement.start()] if complement else phrase).split()
    name = _name(head)
    if name is None:
        return phrase if _is_noun(head[-1]) else None
    return f"{name}{phrase[complement.start() :]}" if complement and len(name.split()) == len(head) else name


def _name(head: list[str]) -> str | None:
    """The capitalised words a noun phrase ends with, behind the last title; None when it ends in small letters."""
    first = len(head)
    while first and head[first - 1][0].isupper():
        first -= 1
    run = head[first:]
    titles = [i for i, word in enumerate(run) if word.rstrip(".").lower() in words("title")]
    if titles and titles[-1] + 1 < len(run):
        run = run[titles[-1] + 1 :]
    elif titles:
        return " ".join(head)
    return " ".join(run) or None


def _is_noun(word: str) -> bool:
    """Whether a word in small letters can be the head of who speaks."""
    return word_classes().get(word) in {None, "n", "b"} or word in words("role") or word in words("body")


def is_body(speaker: str) -> bool:
    """Whether a speaker is a body or a group, not one person: "police", "Ukraine's military"."""
    return _heads(speaker, "body") or is_known(speaker)


def is_role(speaker: str) -> bool:
    """Whether a speaker is known by office only: "police", "spokesman for the ministry"."""
    return _heads(speaker, "body") or _heads(speaker, "role")


def is_document(speaker: str) -> bool:
    """Whether a speaker is something written: "poll", "police report"."""
    return _heads(speaker, "document")


def _heads(speaker: str, table: str) -> bool:
    head = _COMPLEMENT.split(speaker)[0].lower().split()
    return bool(head) and (head[-1] in words(table) or " ".join(head[-2:]) in words(table))


def is_person(speaker: str) -> bool:
    """Whether a speaker has the form of a person's name: capitalised words, the last no body, no place."""
    parts = speaker.split()
    return (
        len(parts) <= _LONGEST_NAME
        and all(part[0].isupper() for part in (parts[0], parts[-1]))
        and not is_role(speaker)
        and not is_known(speaker)
    )


class FullNames:
    """The full names of a document, by last name."""

    def __init__(self, text: str) -> None:
        """Take the text; its names are read when one is asked for."""
        self._text = text

    @cached_property
    def _by_last(self) -> dict[str, Counter[str]]:
        """How often the text spells out each name, by its last name."""
        counts: dict[str, Counter[str]] = {}
        for run in _names_in(self._text):
            name = _name(_words_of(run))
            if name is not None and _is_full(name.split()):
                counts.setdefault(name.split()[-1], Counter())[name] += 1
        return counts

    def resolve(self, speaker: str) -> str:
        """The full name of a speaker named by the last name only, if the text has one; else the speaker as given."""
        if not speaker[0].isupper() or " " in speaker or (is_known(speaker) and kind_of(speaker) != "city"):
            return speaker
        names = self._by_last.get(speaker)
        return speaker if names is None else names.most_common(1)[0][0]

    def only(self, last: str) -> str | None:
        """The one full name that the text has with a last name; None where it has none, or several."""
        names = self._by_last.get(last, ())
        return next(iter(names)) if len(names) == 1 else None


def full_names(text: str) -> Iterator[str]:
    """The full names of persons in a text, in order; without those that an office stands before."""
    for run in _names_in(text):
        parts = _words_of(run)
        if _is_full(parts) and _name(parts) == " ".join(parts) and is_person(" ".join(parts)):
            yield " ".join(parts)


def _names_in(text: str) -> Iterator[str]:
    """The runs of capitalised words of a text; a full stop ends one unless it only cuts a word: "Capt. Bo J. Rusk"."""
    for found in _FULL_NAME.finditer(text):
        begin, end = found.span()
        for stop in _FULL_STOP.finditer(text, begin, end):
            if not is_abbreviated(text, begin, stop.start()):
                yield text[begin : stop.start()]
                begin = stop.end()
        yield text[begin:end]


def _words_of(run: str) -> list[str]:
    """The words of a run, without what a tabloid opens with in capitals: "| BRAVE | Ellie Pryce grins"."""
    parts = run.removesuffix("'s").removesuffix("’s").rstrip(".,").split()
    is_shouted = len(parts) > 1 and len(parts[0]) >= _SHOUTED and parts[0].isupper() and not parts[1].isupper()
    return parts[1:] if is_shouted else parts


def _is_full(parts: list[str]) -> bool:
    if not 1 < len(parts) <= 3 or parts[-1].endswith(("'s", "’s")):  # noqa: PLR2004 - first, middle and last name
        return False
    return not any(_no_first_name(part.lower()) for part in parts[:-1])


@cache
def _no_names() -> frozenset[str]:
    return words("unsaid") | words("no_name")


def _no_first_name(word: str) -> bool:
    return (
        word_classes().get(word) in {"z", "d", "g", "r", "j"}
        or word in _no_names()
        or _LEADING.match(f"{word} ") is not None
    )
