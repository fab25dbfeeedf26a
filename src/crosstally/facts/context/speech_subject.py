"""The subject of a verb of speech: the noun phrase before it, or behind it in "said Iva Rostova"."""

from __future__ import annotations

import re
from functools import cache

from crosstally.facts.context.gazetteer import places_of
from crosstally.facts.context.names import person_or_role
from crosstally.facts.context.speech import verbs_of_speech, words
from crosstally.facts.words.nouns import word_classes

_BOUNDARY = re.compile(
    r"[,;:()\"“”—–]|\s--?\s|\b(?:but|while|as|that|because|although|though|when|after|before|if|which|where|since|until|than)\s|\band\s(?![A-Z])"
    r"|(?<![A-Z.’'\w])and\s"
)
_RELATIVE = re.compile(r"\s(?:who|which|whose)\s")
_WHICH = re.compile(r", (?:who|which|whose)\b")
_AGE = re.compile(r", \d{1,3}$")
_TOWN = re.compile(r",.*\b(?:in|near|from|at) [A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)*,\s*$")
_OF = re.compile(r"\s(?:of|for)\s")
_PREPOSED = re.compile(r"(?:in|at|on|by|to|from|with|for|of|near|during|amid|under|over)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:on |late |early |last )*(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_APPOSITION = re.compile(r"\s*(?:$|\d|[a-z]|(?:An?|The|His|Her|Its)\s)")
_FOLLOWING = re.compile(r"\s+([^,;:\"“”()—–]{2,100})")
_EXISTS = re.compile(r"\sthere\s(?:is|are|was|were|has|have|had)\b")  # "according to police | there were 12 girls"
_ACRONYM = re.compile(r"\s\([^\s()]{1,12}\)\s*$")  # "the Harbour Safety Board (HSB)"
_PRONOUNS = frozenset({"he", "she", "they", "his", "her", "their", "them", "him", "so", "no", "there"})
_CLOSING = "\"”»'’"
_LOOK_BACK = 280  # code points
_SEGMENTS = 5  # apposed phrases between a name and its verb


def subject_before(text: str, begin: int, verb: int) -> tuple[int, str] | None:
    """Where the subject of the verb at `verb` begins, and its words; None when the verb takes its saying back.

    Args:
        text: The text.
        begin: Where the sentence begins.
        verb: Where the verb begins.
    """
    low = max(begin, verb - _LOOK_BACK)
    left = _without_adverbs(text[low:verb])
    if left is None:
        return None
    left = _without_relative(left)
    boundary = _before_joined(left, _last_boundary(left))
    phrase = left[boundary:]
    verbs = list(_verb().finditer(phrase))
    if verbs:  # "said the group confirmed": the subject of the second stands behind the first
        boundary, phrase = boundary + verbs[-1].end(), phrase[verbs[-1].end() :]
    relative = _RELATIVE.search(phrase)
    if relative:
        phrase = phrase[: relative.start()]
    if phrase.strip() == "who":
        return _antecedent(left[:boundary], low)
    if not phrase.strip() and left.endswith(",") and left[-2:-1] not in {"", *_CLOSING}:
        return _before_apposition(left.rstrip(","), low)
    return low + boundary + len(phrase) - len(phrase.lstrip()), phrase.strip()


def subject_behind(text: str, verb_end: int, end: int) -> str | None:
    """The words behind the verb in "said Iva Rostova, a nurse"; None when something else stands there."""
    found = _FOLLOWING.match(text, verb_end, end)
    if found is None:
        return None
    phrase = _EXISTS.split(found[1].split(" -")[0])[0]
    first = phrase.split(maxsplit=1)[0].lower()
    return (
        None
        if _WEEKDAY.match(phrase) or first in words("unsaid") or first in _PRONOUNS or first[0].isdigit()
        else phrase
    )


def is_clause(phrase: str) -> bool:
    """Whether the words hold a verb of their own: they are what is said, not who says it."""
    return any(
        word in words("auxiliary") or word in verbs_of_speech() or word_classes().get(word) in {"d", "z"}
        for word in phrase.split()[1:]
    )


def has_auxiliary(phrase: str) -> bool:
    """Whether a clause stands in the words, and not only who speaks, be it with a participle: "men held there"."""
    return not words("auxiliary").isdisjoint(phrase.split()[1:])


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('says')))})\b")


def _without_adverbs(left: str) -> str | None:
    """The text without auxiliaries and adverbs at its end; None when the last of them denies or turns the verb."""
    left = _ACRONYM.sub("", left).rstrip()
    while True:
        cut = max(left.rfind(" "), left.rfind("\n"))
        word = left[cut + 1 :].lower().strip('"“”(),')
        if word in words("unsaid"):
            return None
        if word not in words("beside") and word_classes().get(word) != "r" and not _WEEKDAY.fullmatch(word):
            return left
        left = left[: max(cut, 0)].rstrip()
        if word.endswith("day"):
            left = left.removesuffix(" on")


def _last_boundary(left: str) -> int:
    last = 0
    for boundary in _BOUNDARY.finditer(left):
        last = boundary.end()
    return last


def _without_relative(left: str) -> str:
    """The text without a relative clause between commas at its end: "the maker, | which also sells them,"."""
    comma = left.rstrip(",").rfind(", ") if left.endswith(",") else -1
    return _AGE.sub("", left[:comma]) if comma >= 0 and _WHICH.match(left, comma) else left


def _before_joined(left: str, boundary: int) -> int:
    """Where a phrase begins whose last words "and" joins to others: "Ministry of Health | and | Population".

    Behind a clause it joins another: "He fled the town of Orvane | and | police".
    """
    if not left[:boundary].endswith("and "):
        return boundary
    begin = _last_boundary(left[: boundary - len("and ")])
    phrase = left[begin:].strip()
    is_one = _OF.search(phrase) is not None and phrase[:1].isalpha() and not is_clause(f"the {phrase}")
    return begin if is_one and not _PREPOSED.match(phrase) else boundary


def _antecedent(left: str, low: int) -> tuple[int, str] | None:
    """What "who" stands for: the noun phrase before it."""
    left = left.rstrip(" ,")
    begin = _last_boundary(left)
    return low + begin, left[begin:].strip()


def _before_apposition(left: str, low: int) -> tuple[int, str] | None:
    """The name in "Iva Rostova, 44, the head of the clinic, said"."""
    end = len(left)
    for _ in range(_SEGMENTS):
        comma = left.rfind(",", 0, end)
        begin = max(comma + 1, _last_boundary(left[:end]))
        segment = left[begin:end]
        name = person_or_role(segment)
        if (
            name is not None
            and not _APPOSITION.match(segment)
            and not (_TOWN.search(left[:begin]) and places_of(name))  # "based in Peoria, | Illinois, said"
            and (name[0].isupper() or comma < 0)
            and segment.rstrip().endswith(name)
        ):
            return low + begin + len(segment) - len(segment.lstrip()), segment.strip()
        if comma < 0:
            return (low + begin, segment.strip()) if name is not None and segment.strip() else None
        end = comma
    return None
