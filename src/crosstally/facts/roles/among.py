"""Who is told to be among whom: "three children | were among the | 14 dead", "Among the | 14 | were three children"."""

from __future__ import annotations

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import word_class
from crosstally.facts.words.tokens import Tokens

_DETERMINERS = frozenset({"the", "its", "their", "those"})
_NAMED = 5  # tokens of a headline that name casualties: "Velt | train | dead"


def is_among(tokens: Tokens, one: Figure, whole: Figure) -> bool:
    """Whether a figure is a part of the next one: "three children | were among the | 14 victims"."""
    among = whole.first - 1 - (tokens.at(whole.first - 1) in _DETERMINERS)
    is_said = tokens.at(among) == "among" and (tokens.at(among - 1) in link_words("be") or among == one.stop)
    return is_said and "," not in tokens.lower[one.stop : among]


def opens_with_whole(tokens: Tokens, whole: Figure, one: Figure) -> bool:
    """Whether a sentence opens with the whole of a figure: "Among the | 14 dead | were three children"."""
    before = tokens.at(one.first - 1)
    return _opens_among(tokens, whole) and (before == "," or before in link_words("be"))


def is_whole_of_some(tokens: Tokens, figure: Figure) -> bool:
    """Whether a sentence opens with those of whom some are told of: "Among the | 14 dead | were a priest and a nun"."""
    behind = tokens.lower[figure.stop : figure.stop + 2]
    return _opens_among(tokens, figure) and not link_words("be").isdisjoint(behind)


def _opens_among(tokens: Tokens, figure: Figure) -> bool:
    return tokens.lower[: figure.first] in (["among"], ["among", "the"])


def names_casualties(tokens: Tokens, i: int) -> bool:
    """Whether those of a headline who were hurt or killed are named from `i` on: "among | Velt fire dead"."""
    last = next((k for k in range(i, i + _NAMED) if tokens.at(k) in load("scope")["casualties"]), -1)
    return last >= 0 and all(tokens.kinds[k] == "word" and word_class(tokens.lower[k]) == "" for k in range(i, last))
