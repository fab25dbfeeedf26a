"""Figures of some of those told of by what befell them alone: "nine of those rescued", "Of the dead, six were"."""

from __future__ import annotations

from crosstally.facts.numbers.figure import Figure
from crosstally.facts.roles.fitting import fits
from crosstally.facts.roles.predicates import predicate_behind
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.nouns import counts_people, singular
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import Hit


def is_of_those(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure counts some of those that the next words describe: "two of those | rescued later died"."""
    return figure.partitive and tokens.at(figure.stop - 1) == "those"


def some_of_those(tokens: Tokens, figure: Figure, hits: list[Hit], starts: set[int]) -> Measure | None:
    """What befell some of those told of: "nine | of the dead", "nine | of those rescued died"."""
    if is_of_those(tokens, figure):
        named = next((hit for hit in hits if hit.first == figure.stop and hit.trigger.participle), None)
        return named and predicate_behind(tokens, named.stop, hits, starts)
    if not figure.partitive or figure.noun is not None or tokens.at(figure.stop) != "of":
        return None
    those = next((hit for hit in hits if _names_all(tokens, figure.stop + 1, hit)), None)
    return those and (predicate_behind(tokens, those.stop, hits, starts) or those.trigger.measure)


def _names_all(tokens: Tokens, i: int, hit: Hit) -> bool:
    """Whether a word of casualty names all whom it befell at token `i`, no noun behind: "nine of | the detained"."""
    if hit.first == i:
        return hit.trigger.role == "topic"
    is_said = hit.trigger.participle or hit.trigger.role == "state"
    return tokens.at(i) == "the" and hit.first == i + 1 and is_said and not counts_people(singular(tokens.at(hit.stop)))


def of_fronted(tokens: Tokens, figure: Figure, hits: list[Hit]) -> Measure | None:
    """What befell those without a number that the sentence opens with: "Of those killed, | six | were women"."""
    said = link_words("be") | link_words("having")
    if tokens.lower[:1] != ["of"] or figure.noun is not None or tokens.at(figure.stop) not in said:
        return None
    those = next((hit for hit in hits if tokens.at(hit.stop) == "," and _heads_sentence(tokens, hit)), None)
    return those.trigger.measure if those is not None and fits(tokens, figure, those.trigger.measure) else None


def _heads_sentence(tokens: Tokens, hit: Hit) -> bool:
    """Whether a word of casualty names all whom it befell behind the first word: "Of | the dead|, six were women"."""
    is_said = hit.first == 2 and tokens.at(1) == "those" and hit.trigger.participle  # noqa: PLR2004 - of those
    return (is_said or _names_all(tokens, 1, hit)) and hit.trigger.measure.counts == "people"
