"""Topics that a verb gives a figure to: "the toll rose to | 12", "the number of soldiers killed is | 12"."""

from __future__ import annotations

from crosstally.facts.numbers.figure import Figure
from crosstally.facts.roles.fitting import takes
from crosstally.facts.words.changes import is_changed
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import word_class
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import Hit, Measure

_VERBS = frozenset("bzdng")
_PERSONS = frozenset({"who", "whom", "whose"})  # "the death of a guard, | who | had 12 dogs"
_REACH = 24  # tokens between a topic and its figure
_GIVING = frozenset({"at", "to", "as", "is", "was"})  # before a count that is given anew
_COUNTS = frozenset({"number", "figure", "total", "count", "estimate", "tally"})
_KNOWN = frozenset({"the", "that", "its", "their"})
_LONGEST = 6  # tokens of a topic such as "the number of people still missing"


def topic_before(tokens: Tokens, figure: Figure, hits: list[Hit], starts: set[int]) -> Measure | None:
    """The topic that a verb or preposition before the figure gives a value to: "the toll in the city stood at 12"."""
    by_last = _topics_in(tokens, hits)
    if tokens.at(figure.first - 1) == "to" and tokens.at(figure.first - 2) in link_words("raising"):
        return _raised(figure, by_last)
    linked = word_class(tokens.lower[figure.first]) in _VERBS  # "the toll had already | exceeded 200"
    i = figure.first - 1
    for step in range(_REACH):
        if i < 0 or (i in starts and step and not _sizes_change(tokens, figure, i)):
            return None
        if i in by_last and not (tokens.at(i + 1) == "-" and tokens.touches(i + 1)):  # "the toll-free number"
            hit = by_last[i]
            if not takes(tokens, figure, hit):
                return None  # "the loss of | 12 million"
            close = hit.trigger.measure.counts == "numbers" or hit.trigger.role == "topic"
            return hit.trigger.measure if linked or (step == 0 and close) else None
        word = tokens.lower[i]
        if (tokens.kinds[i] == "mark" and word in {";", ":", "(", ")"} and step) or word in _PERSONS:
            return None
        linked = linked or word in link_words("value_verbs")
        i -= 1
    return None


def takes_up_count(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether a bare figure is another count of what one before it counts: "police put | the number at 45,000"."""
    if figure.noun is not None or figure.unit is not None or tokens.at(figure.first - 1) not in _GIVING:
        return False
    between = range(before.stop + 1, figure.first - 1)
    counts = [k for k in between if tokens.lower[k] in _COUNTS and tokens.lower[k - 1] in _KNOWN]
    return any(tokens.at(k + 1) != "of" for k in counts)


def _sizes_change(tokens: Tokens, figure: Figure, i: int) -> bool:
    """Whether the figure at token `i` says by how much the other one changed: "rose | 4 percent to 3.2"."""
    return tokens.at(figure.first - 1) == "to" and is_changed(tokens, i)


def _topics_in(tokens: Tokens, hits: list[Hit]) -> dict[int, Hit]:
    """What a verb may give a value to, by its last token."""
    topics = _numbers_of(tokens, hits) if "number" in tokens.lower else {}
    topics |= {hit.stop - 1: hit for hit in hits if hit.trigger.role in {"topic", "noun"}}
    return topics | {
        hit.stop - 1: hit for hit in hits if hit.trigger.measure.counts == "numbers" and hit.trigger.role == "object"
    }


def _numbers_of(tokens: Tokens, hits: list[Hit]) -> dict[int, Hit]:
    """The predicates that make a topic, by their last token: "the number of soldiers | killed"."""
    return {
        hit.stop - 1: hit._replace(trigger=hit.trigger._replace(role="topic"))
        for hit in hits
        if (hit.trigger.role in {"state", "subject"} or hit.trigger.participle) and _follows_number(tokens, hit.first)
    }


def _follows_number(tokens: Tokens, stop: int) -> bool:
    """Whether "number of" stands a few tokens before token `stop`; "a number of people" is no topic."""
    begins = range(max(0, stop - _LONGEST), stop - 1)
    return any(tokens.lower[i : i + 2] == ["number", "of"] and tokens.at(i - 1) != "a" for i in begins)


def _raised(figure: Figure, topics: dict[int, Hit]) -> Measure | None:
    """The topic behind the figure that it reaches: "bringing to 31 | the number of dead"."""
    ends = (i for i in range(figure.stop, figure.stop + _LONGEST) if i in topics)
    return next((topics[i].trigger.measure for i in ends if topics[i].trigger.role == "topic"), None)
