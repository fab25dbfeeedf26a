"""What is said: the words behind a verb of speech, or before its subject."""

from __future__ import annotations

import re

from crosstally.facts.context.names import is_document, is_role
from crosstally.facts.context.speech import Saying, words
from crosstally.facts.lexicon import load
from crosstally.facts.words.nouns import counts_people, singular
from crosstally.facts.words.vocabulary import any_of

_THAT = re.compile(
    r"\s(?:(?!as\b|when\b|while\b|after\b|where\b|who\b|because\b|of\b|and\b)[^\s,;:\"“”]+\s){0,7}?that\s"
)
_AND = re.compile(r",\s(?:and|but|with|adding)\s")
_ASIDE = re.compile(
    r"(?:\s(?:(?:late |early )?(?:on |last )?\w+day|yesterday|today|tonight|later|earlier|again"
    r"|morning|afternoon|evening|night))+(?=\W|$)"
)
_CIRCUMSTANCE = re.compile(
    r"\s(?:in|at|during|by|to|via|through|from|on|after|when|as|before|while|following|with|citing|reporters|of)\b"
)
_QUOTATION = re.compile(r"\s*[,:]?\s*[\"“„«]")
_WORDS = re.compile(r"\s[\w$£€“\"‘'(]")
_FIGURE = re.compile(rf"\s[^.,;:]{{0,60}}?\b{any_of(load('speech')['puts']['figures'])}\b[^.,;:]{{0,60}}?\sat\s")
_NUMBER = re.compile(r"(?: [a-z]+){0,3} [$€£]?\d")  # right behind the verb, hedged at most
_FEWEST = 12  # code points of something said before its speaker


def words_behind(text: str, verb: Saying, end: int, speaker: str) -> int | None:
    """Where the words said begin behind the verb; None when nothing said stands there."""
    if verb.word in words("puts") or _reports_number(text, verb, end, speaker):
        return verb.end + 1
    that = _THAT.match(text, verb.end, end)
    if that:
        return that.end()
    if _QUOTATION.match(text, verb.end, end) or text[verb.end : verb.end + 1] == ":":
        return verb.end
    if verb.word in words("says_that") and not is_document(speaker):
        return None
    if verb.word in words("reports") and not is_role(speaker) and not speaker[0].isupper():
        return None
    at = _behind_aside(text, verb.end, end)
    return at + 1 if _WORDS.match(text, at, end) else None


def _reports_number(text: str, verb: Saying, end: int, speaker: str) -> bool:
    """Whether people give a number right behind the verb: "organisers claimed | 130,000", no storm that claims 12."""
    if verb.word not in words("reports") or _NUMBER.match(text, verb.end, end) is None:
        return False
    return is_role(speaker) or counts_people(singular(speaker.rpartition(" ")[2]))


def is_said(text: str, verb: Saying, end: int) -> bool:
    """Whether the verb is one of speech here: "police put | the crowd at 8,000" is, "police put | up tents" is not.

    Nor is a participle, "the cuts | announced | by the mill", or what somebody did: "the fire | continued | to burn".
    """
    is_act = verb.word in words("says_that") and text.startswith(" to ", verb.end)
    if text.startswith(" by ", verb.end) or (is_act and not introduces(text, verb.end, end)):
        return False
    return verb.word not in words("puts") or _FIGURE.match(text, verb.end, end) is not None


def goes_on(text: str, begin: int, start: int) -> bool:
    """Whether a verb at `start` goes on with the subject of the one before: "confirmed it and | said", "but | said"."""
    return text.endswith((" and ", " but "), begin, start)


def words_before(text: str, begin: int, start: int) -> bool:
    """Whether something said may stand between `begin`, of the sentence, and `start`: words and a comma or dash."""
    left = text[max(begin, start - 4) : start].rstrip()
    return left.endswith((",", "—", "–", " -", "--", "?", "!")) and start - begin > _FEWEST


def introduces(text: str, verb_end: int, end: int) -> bool:
    """Whether the verb is followed by "that" or a quotation, which leaves no doubt that the words behind are said."""
    return bool(_QUOTATION.match(text, verb_end, end) or _THAT.match(text, verb_end, end))


def tells_how(text: str, at: int) -> bool:
    """Whether the words before and at `at` tell where, when or how it was said: "said in a statement"."""
    return _CIRCUMSTANCE.match(text, at - 1) is not None


def resumed(text: str, at: int, end: int) -> int | None:
    """Where a sentence goes on with what is said after an inserted "police said": behind ", and"."""
    joint = _AND.match(text, _behind_aside(text, at, end), end)
    return joint.start() + 1 if joint else None


def _behind_aside(text: str, at: int, end: int) -> int:
    aside = _ASIDE.match(text, at, end)
    return aside.end() if aside else at
