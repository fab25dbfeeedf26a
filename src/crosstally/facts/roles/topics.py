"""Topics that more than a word makes: "the number of soldiers killed", "bringing to 31 the number of dead"."""

from __future__ import annotations

from crosstally.facts.numbers.figure import Figure
from crosstally.facts.roles.triggers import Hit, Measure
from crosstally.facts.words.tokens import Tokens

_REACH = 6  # tokens of a topic such as "the number of people still missing"


def topics_in(tokens: Tokens, hits: list[Hit]) -> dict[int, Hit]:
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
    begins = range(max(0, stop - _REACH), stop - 1)
    return any(tokens.lower[i : i + 2] == ["number", "of"] and tokens.at(i - 1) != "a" for i in begins)


def raised(figure: Figure, topics: dict[int, Hit]) -> Measure | None:
    """The topic behind the figure that it reaches: "bringing to 31 | the number of dead"."""
    ends = (i for i in range(figure.stop, figure.stop + _REACH) if i in topics)
    return next((topics[i].trigger.measure for i in ends if topics[i].trigger.role == "topic"), None)
