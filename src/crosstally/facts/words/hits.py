"""Hits: where a sentence has a trigger, and which of them say what happened."""

from __future__ import annotations

from crosstally.facts.words.calendar import days_and_months
from crosstally.facts.words.links import link_words
from crosstally.facts.words.noun_phrases import noun_phrase
from crosstally.facts.words.nouns import counts_people, is_plural, singular, word_class
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import Hit, Trigger, alike, triggers_by_word

_OR = (["or"], [",", "or"], ["/"], ["and", "/", "or"])
_ENDS = frozenset({",", ".", ";", "—", "–", "-", "", "who", "and"})
_VERBAL = frozenset({"object", "subject", "deed"})
_SAID = _VERBAL | {"state"}


def find_triggers(tokens: Tokens) -> list[Hit]:
    """The triggers of a sentence, in order; a longer phrase hides the shorter ones inside it: "shot and killed"."""
    hits: list[Hit] = []
    index = triggers_by_word()
    hidden = 0
    for i in [i for i, word in enumerate(tokens.lower) if word in index]:
        longest = 0
        by_second, second = index[tokens.lower[i]], tokens.at(i + 1)
        longer = by_second.get(second, ()) if second else ()
        is_noun = _opens_name(tokens, i) or _is_had(tokens, i) or _is_month(tokens, i)
        for trigger in (*longer, *by_second.get("", ())):
            size = len(trigger.words)
            if trigger.role in _VERBAL and (is_noun or _is_of(tokens, i, trigger)):
                continue
            if size < longest or i + size <= hidden:
                break
            if (
                size == 1
                and trigger.role in _SAID
                and (_tells_kind(tokens, i) or _is_kept(tokens, i) or is_tied_to_participle(tokens, i))
            ):
                continue
            if size < 3 or _matches(tokens, i, trigger.words):  # noqa: PLR2004 - two words are looked up already
                longest = size
                hits.append(Hit(i, i + size, trigger))
        hidden = max(hidden, i + longest)
    return hits


def _opens_name(tokens: Tokens, i: int) -> bool:
    """Whether a verb's base form at token `i` is the first word of a name: "Hang Lee made 12 toys"."""
    words = tokens.words
    if not words[i].istitle() or i + 1 == len(words) or not words[i + 1].istitle() or tokens.headline:
        return False
    return word_class(tokens.lower[i]) not in {"d", "n"}


def _is_month(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i` is a month by its capital: "rose to 42,000 in | March"."""
    is_named = i > 0 and tokens.words[i].istitle() and not tokens.headline
    return is_named and tokens.lower[i] in days_and_months()


def _is_had(tokens: Tokens, i: int) -> bool:
    """Whether what may be a verb is what somebody has: "nine cooks have | contracts"."""
    return tokens.lower[i].endswith("s") and tokens.at(i - 1) in link_words("having")


def _is_of(tokens: Tokens, i: int, trigger: Trigger) -> bool:
    """Whether what may be a verb that takes an object is a noun, since "of" follows: "a | slew | of guys"."""
    is_plain = len(trigger.words) == 1 and trigger.role != "subject" and not trigger.participle
    return is_plain and tokens.at(i + 1) == "of" and not tokens.lower[i].endswith(("s", "ing"))


def _tells_kind(tokens: Tokens, i: int) -> bool:
    """Whether a participle only tells what kind of people some are: "both were | convicted | thieves"."""
    if tokens.at(i - 1) not in link_words("be") or tokens.lower[i].endswith("ing"):
        return False  # "they were | holding | hostages"
    phrase = noun_phrase(tokens, i + 1, plural=True)
    head = "" if phrase is None else tokens.lower[phrase.head]
    return phrase is not None and is_plural(head) and counts_people(singular(head)) and tokens.at(phrase.stop) in _ENDS


def is_tied_to_participle(tokens: Tokens, i: int) -> bool:
    """Whether the word at token `i` only describes a participle that a hyphen ties it to: "an | ill|-fated boat"."""
    is_tied = tokens.at(i + 1) == "-" and tokens.touches(i + 1) and tokens.touches(i + 2)
    return is_tied and word_class(tokens.at(i + 2)) in {"d", "g", "n"}


def _is_kept(tokens: Tokens, i: int) -> bool:
    """Whether "held" at token `i` puts nobody anywhere: "were | held | responsible", "was | held | to nine points"."""
    if tokens.lower[i] not in link_words("keeping"):
        return False
    behind = tokens.at(i + 1)
    is_esteem = behind == "in" and not link_words("esteem").isdisjoint(tokens.lower[i + 2 : i + 4])
    return is_esteem or (behind in link_words("kept") and tokens.at(i + 2) not in link_words("kept_for"))


def without_alternatives(tokens: Tokens, hits: list[Hit]) -> list[Hit]:
    """The triggers that say what happened: "killed or wounded 12" says neither, "attempted murder" nothing."""
    people = [hit for hit in hits if hit.trigger.measure.counts == "people"]
    out: set[int] = set()
    for k in range(len(people) - 1, 0, -1):
        first, second = people[k - 1], people[k]
        between = tokens.lower[first.stop : second.first]
        chained = between == [","] and id(second) in out
        if first.trigger.measure is not second.trigger.measure and (chained or between in _OR):
            out |= {id(hit) for hit in people if hit.first in {first.first, second.first}}
    return [hit for hit in hits if id(hit) not in out and not _is_only_tried(tokens, hit)]


def _is_only_tried(tokens: Tokens, hit: Hit) -> bool:
    """Whether it was set out to be done, or came near: "attempted murder", "tried to | kill", "nearly | killed 12"."""
    before = tokens.at(hit.first - 1)
    if before == "attempted":
        return True
    is_tried = before == "to" and tokens.at(hit.first - 2) in link_words("trying")
    is_near = before in link_words("all_but") and hit.trigger.role not in {"noun", "topic"}
    return (is_tried or is_near) and hit.trigger.measure.counts in {"people", "things"}


def _matches(tokens: Tokens, i: int, words: tuple[str, ...]) -> bool:
    return all(
        token == word or token in alike(word)
        for word, token in zip(words, tokens.lower[i : i + len(words)] + [""] * len(words), strict=False)
    )
