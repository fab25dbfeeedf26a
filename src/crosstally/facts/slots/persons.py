"""Persons: whose an age is, by the name beside it ("Ana Ruiz, 34") or before ("The 28-year-old", "She was 28")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from crosstally.facts.context.names import FullNames, full_names, is_person
from crosstally.facts.context.speech import words as titles
from crosstally.facts.context.time import MONTH, WEEKDAY
from crosstally.facts.numbers.aged import ADVERBS
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import counts_people, people, stop_words, word_class
from crosstally.facts.words.vocabulary import any_of

NAME = r"[A-Z][^\W\d_]+(?:[-'\u2019][A-Z]?[^\W\d_]+)*"
NAMES = rf"(?:{NAME}\s+)*{NAME}"
IS = r"(?:is|was|turn(?:s|ed))"
ONLY = rf"(?:\s{any_of(ADVERBS)})?"
_NO_PLACE = (  # "two brothers from | Port Ellis, aged 31", "She died on 27 | June, aged 65"
    r"(?<!\bfrom\s)(?<!\bin\s)(?<!\bat\s)(?<!\bnear\s)(?<!\bof\s)(?<!\bon\s)(?<!\d\s)"
)
_NAMED_BEFORE = (
    re.compile(rf"{_NO_PLACE}\b({NAMES})(?:,{ONLY}|\s\(|,?\s(?:aged?|{IS}{ONLY}))\s*$"),  # "Ana Vell, | 34"
    re.compile(rf"{_NO_PLACE}\b({NAMES}),(?:\s[^,.;:]+,)?\s(?:who\s)?{IS}{ONLY}\s*$"),  # "Ana Vell, who is | 34"
    re.compile(rf"{_NO_PLACE}\b({NAMES}),\s[a-z][^,.;:]*,{ONLY}\s*$"),  # "Ana Vell, mayor of Sel, | 34"
)
_RUN = re.compile(rf"(?:\b(?P<tie>[a-z]+)\s)?\b(?P<name>{NAMES})")
_TIES = frozenset({"for", "with", "by", "to", "from", "in", "at", "near", "of", "on"})  # "worked | for | Vanda Cable"
_DAY = rf"{WEEKDAY}|{MONTH}|\d{{1,2}}"
_DIES = re.compile(
    rf"{_NO_PLACE}\b({NAMES})(?:,\swho)?\s((?:(?:[a-z]+|{_DAY})\s){{1,6}})(?:aged|at(?:\sthe\sage\sof)?)\s*$"
)
_DIED = re.compile(  # "Ana Vell, who died at Port Ellis on 27 June, | 34"
    rf"{_NO_PLACE}\b({NAMES})(?:,\swho)?\s(?:ha[sd]\s)?(?:died|drowned|perished|passed\saway)\s"
    rf"(?:(?:[a-z]+|{_DAY}|(?:at|in|near)\s{NAMES}),?\s){{0,12}}aged\s*$"
)
_APPOSED = re.compile(rf"{_NO_PLACE}\b({NAMES})(?:,\s(?:who\s{IS}\s)?|\s{IS}\s)(?:an?|the)\s*$")  # "Ana Vell, a | ..."
_APPOSITION_ENDS = re.compile(r"(?:\s[a-z-]+){0,4}(?:[,.;]|$|\s(?:from|of|who|whose|with|in)\b)")
_PARENT = re.compile(
    rf"{_NO_PLACE}\b({NAMES})(?:,(?:\s\d+,)?|\s{IS})\s(?:[a-z-]+\s){{0,3}}[a-z]+[\s-](?:of|to)[\s-]$"
)  # "Ana Vell, 34, a mother of | ..."
_NAMES_AFTER = re.compile(rf"^\s*,?\s*((?:[a-z]+\s+){{0,3}})({NAMES})")
_NAME_APPOSED = re.compile(  # "a 14-year-old | prison cook, Ana Vell, wept"; what follows "and" is another person
    rf"^\s(?:[a-z-]+\s){{0,3}}[a-z-]+,\s({NAME}\s{NAMES})(?=,\s(?!and\b|or\b|\d|[A-Z])|\s(?:of|from)\s)"
)
_OF_AN_AGE = re.compile(r"\b[Aa] (?:[a-z-]+ ){0,2}[a-z]+ of $")
_NAME_BEHIND = re.compile(rf"^,\s({NAME}\s{NAMES}),")  # "a girl of | 12 |, Ana Vell, was"
_NAMED_AS = re.compile(  # "a girl, | 14 |, named locally as Ana Vell"
    rf",?\s(?:who\s)?(?:(?:is|was|has\sbeen)\s)?(?:named|identified|known)(?:\s[a-z]+){{0,3}}\sas\s({NAMES})"
)
_AT = re.compile(r"At(?: just| only)?\s*$")
_KIN = link_words("personal") | {"he", "she", "they", "and"}
_BEFORE = 250  # code points before its sentence in which somebody is named: a sentence or two
_AGAIN = re.compile(r"The $|\b(?:[Hh]e|HE|[Ss]he|SHE)(?:['\u2019]s| is| was| turned)(?: (?:only|just|then|now))? $")
_FIRST = re.compile(r"(?:H[Ee]|S[Hh][Ee])\b")
_LEAVES = re.compile(
    rf"{_NO_PLACE}\b(?P<name>{NAMES})(?:,[^,.;]*,)?\s(?:leaves|left|(?:is|was|has)(?:\s[a-z]+)?\ssurvived\sby)\b[^.;]*$"
)  # "Ana Vell, a singer, is survived by a husband and | ..."
_AGAIN_BEFORE_VERB = re.compile(r"\b[Tt]he (?:[a-z-]+ )?$")  # "But the | 34-year-old | was led out"
_VERB = re.compile(r"\s(?:is|was|has|had|will|would|could|[a-z]{2,}(?:ed|s))\b")
_SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019]*\s|\n")
_PRONOUNS = frozenset({"he", "she", "they", "his", "her"})
_THEN = re.compile(
    r"\b(?:then|turns|turning|(?:will|would)(?:\shave)?\s(?:be|been|turn|turned)|(?:about|due|set)\sto\s(?:be|turn))[\s-]$"
)
_WILL_AT = re.compile(r"\b(?:will|would|to)\s[a-z]+\b[^,.;:]*\bat(?:\sthe\sage\sof)?\s$")
_AT_THE_TIME = re.compile(r"\s(?:at the time|back then)\b")
_FULL = 2  # words of a full name
_SHORTEST = 3  # letters of a name
_TITLE = re.compile(rf"\b(?i:{any_of(titles('title'))})\.?\s(?={NAME})")  # "| Cpl | Ana Vell"
_TURNING = re.compile(r"\b(?:turn(?:ed|s|ing)?|now)(?:\s(?:aged?|an?))?\s$")


def named_beside(before: str, quote: str, after: str) -> tuple[str, ...]:
    """The capitalised words that touch an age, in the alphabet's order: "Ana Ruiz, 34", "34-year-old teacher Ana Ruiz".

    Args:
        before: The words before the age.
        quote: The age.
        after: The words behind it.
    """
    is_full = quote.endswith("old")  # "34 years old", "34-year-old"
    found = _behind(after) if is_full or _AT.match(before) else None
    if found is None and is_full:
        found = _apposed(before, after) or _apposed_behind(after)
    if found is None and _OF_AN_AGE.search(before) and (behind := _NAME_BEHIND.match(after)):
        found = behind[1]
    found = found or _named_before(before)
    named = None if found else _NAMED_AS.match(after)
    return _parts(named[1] if named else found or "")


def parent_beside(before: str, after: str) -> tuple[str, ...]:
    """The name of somebody whose children are counted: "Ana Vell, a mother of | two", "mother-of- | two | Ana Vell".

    Args:
        before: The words before the number.
        after: The words behind it.
    """
    found = _PARENT.search(before)
    return _parts(_behind(after) or (found[1] if found else ""))


def _named_before(before: str) -> str | None:
    """The name that the words before an age say it of: "Ana Vell, | 34", "Ana Vell, who was only | 34"."""
    found = next((match for pattern in _NAMED_BEFORE if (match := pattern.search(before))), None)
    if found is not None:
        return found[1]
    if (died := _DIED.search(before)) is not None:
        return died[1]
    dies = _DIES.search(before)
    is_theirs = dies is not None and not any(word in _KIN or counts_people(word) for word in dies[2].split())
    return dies[1] if dies and is_theirs else None


def _apposed(before: str, after: str) -> str | None:
    """The name that a phrase with an age stands beside: "Ana Vell, a | 34-year-old | teacher, wept"."""
    found = _APPOSED.search(before)
    return found[1] if found and _APPOSITION_ENDS.match(after) else None


def _apposed_behind(after: str) -> str | None:
    """The name that stands beside a phrase with an age: "a | 34-year-old | cook, Ana Vell, wept"."""
    found = _NAME_APPOSED.match(after)
    return found[1] if found else None


def whose(text: str, begin: int, span: tuple[int, int]) -> tuple[str, ...]:
    """The words of the name of the person to whom an age goes back, in the alphabet's order; none where it does not.

    The last sentence that names anybody in full says who, or the one before by a last name ("Rusk left. He is | 34");
    where it names two, the one that its age is of is not known.

    Args:
        text: A text.
        begin: Where the sentence of the age begins.
        span: Where the age begins, and one past its last character.
    """
    start, end = span
    is_told_again = _AGAIN_BEFORE_VERB.search(text, begin, start) and _VERB.match(text, end)
    if not (_AGAIN.search(text, begin, start) or is_told_again):
        return ()
    sentences = _sentences_before(text, begin)
    last = next(filter(None, (set(_named_in(sentence)) for sentence in sentences)), set())
    before = next(filter(None, map(str.strip, sentences)), "")
    if _FIRST.match(text, begin, start) and not any(_named_in(before)):
        last = _named_again(before, text) or last
    return _parts(last.pop()) if len(last) == 1 else ()


def who_leaves(before: str) -> tuple[str, ...]:
    """The words of the name of who leaves children behind, in the alphabet's order; none where nobody named does.

    Args:
        before: The words of a sentence before the number: "Ana Vell leaves a son and |", "Vell is survived by |".
    """
    found = _LEAVES.search(before)
    return _parts(found["name"]) if found else ()


def who_serves(text: str, begin: int, start: int) -> tuple[str, ...]:
    """The words of the name of who has worked so long, in the alphabet's order; none where nobody is named.

    The last whom the sentence names before the figure, by all names or by the last ("Vell, who taught for | 19 years");
    else the one whom the sentences before name ("She had worked there for | 15 years").

    Args:
        text: A text.
        begin: Where the sentence of the figure begins.
        start: Where the figure begins.
    """
    runs = (run["name"] for run in _RUN.finditer(text[begin:start]) if run["tie"] not in _TIES)
    named = [full for name in runs if (full := _in_full_by_last(name, text))]
    if named:
        return _parts(named[-1])
    told = (set(_named_in(one)) or _named_again(one, text) for one in _sentences_before(text, begin))
    last = next(filter(None, told), set())
    return _parts(last.pop()) if len(last) == 1 else ()


def _in_full_by_last(names: str, text: str) -> str | None:
    """The full name of the person whose last name ends a run of words with a capital; None where it names nobody."""
    last = names.rsplit(maxsplit=1)[-1]
    full = _full_names_of(text).resolve(last)
    return full if full != last and is_person(full) else None


def _sentences_before(text: str, begin: int) -> list[str]:
    """The sentences in which somebody may be named whom the one at `begin` goes back to, the last first."""
    return _SENTENCE_END.split(text[max(0, begin - _BEFORE) : begin])[::-1]


def _named_in(sentence: str) -> Iterator[str]:
    """The persons that a sentence names in full, but for what a preposition makes a place: "at Port Ellis"."""
    sentence = _TITLE.sub("", sentence)
    for name in full_names(sentence):
        if re.search(rf"{_NO_PLACE}\b{re.escape(name)}", sentence):
            yield name


def _named_again(sentence: str, text: str) -> set[str]:
    """The persons that a sentence names by their last names alone, whom the text names in full."""
    words = re.findall(NAME, re.sub(r"['\u2019]s\b", "", sentence))
    full = ((word, _full_names_of(text).resolve(word)) for word in words)
    return {name for word, name in full if name != word and is_person(name)}


@lru_cache(maxsize=2)
def _full_names_of(text: str) -> FullNames:
    """The full names of a text, which its ages ask for one after another."""
    return FullNames(text)


def in_full(names: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The words of the one full name that a text has for a last name: "Vell, | 34" is of Ana Vell."""
    is_last = len(names) == 1 and names[0][0].isupper()  # and no role: "the gunman, | 34"
    full = _full_names_of(text).only(names[0]) if is_last else None
    return names if full is None or not is_person(full) else _parts(full)


def is_new(before: str) -> bool:
    """Whether an age is one that somebody has come to since, or soon will: "she turned | 40", "Vell, now | 41"."""
    return _TURNING.search(before) is not None


def is_of_then(before: str, after: str) -> bool:
    """Whether an age is that of another time, and so not true now: "was | 18 | at the time", "turns | 48 | in May".

    So is one at which somebody will do something: "would retire in May at the age of | 75".
    """
    return bool(_THEN.search(before) or _WILL_AT.search(before) or _AT_THE_TIME.match(after))


def _parts(name: str) -> tuple[str, ...]:
    """The words of a name in the alphabet's order, without what somebody is: "Mayor | Rusk", "Brave | Ana Vell"."""
    words = name.split()
    while len(words) > _FULL and word_class(words[0].lower()) == "j":
        del words[0]
    begin = next((i for i, word in enumerate(words) if not _is_title(word)), 0)
    return tuple(sorted({word for word in words[begin:] if len(word) >= _SHORTEST and word.lower() not in _PRONOUNS}))


def _is_title(word: str) -> bool:
    """Whether a word before a name says what somebody is: "Mayor | Rusk", "Cpl | Vell"."""
    return word.lower() in people() or word.lower() in titles("title")  # "Peter" ends as "boxer" does, and is none


def _behind(after: str) -> str | None:
    """The name behind an age, with no more than nouns between."""
    found = _NAMES_AFTER.search(after)
    if found is None or not stop_words().isdisjoint(found[1].split()) or _is_origin(after[found.end() :]):
        return None
    return found[2]


def _is_origin(after: str) -> bool:
    """Whether capitalised words say where somebody comes from: "a 36-year-old | Chilean | climber"."""
    behind = after.split(maxsplit=2)[:2]
    nouns = takewhile(lambda word: word not in stop_words(), behind)
    return any(counts_people(word.strip(",.")) for word in nouns)
