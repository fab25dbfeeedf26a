"""Subject: the words a figure is about, beyond the noun it counts."""

from __future__ import annotations

from crosstally.facts.figures import Figure
from crosstally.facts.measures import link_words
from crosstally.facts.nouns import word_classes
from crosstally.facts.tokens import Tokens

_MOST = 6  # content words that name a thing


def subject_of(tokens: Tokens, figure: Figure) -> str | None:
    """What the figure is about: its noun's modifiers, else the phrase behind "of" or "in", else the noun phrase that leads its clause."""
    if figure.noun is not None and figure.noun.stop - figure.noun.first > 1:
        return tokens.text[tokens.starts[figure.noun.first] : tokens.ends[figure.noun.stop - 1]]
    behind = _complement(tokens, figure.stop)
    if behind is not None and (figure.unit is not None or figure.noun is None):
        return behind
    if figure.noun is not None and figure.unit is None:
        return tokens.words[figure.noun.head]
    return _leading(tokens, figure.first) or behind


def _complement(tokens: Tokens, i: int) -> str | None:
    """The noun phrase behind "of", "in", "for" right behind the figure."""
    if tokens.at(i) not in {"of", "in", "for", "from", "on"}:
        return None
    first = i + 1
    while tokens.at(first) in {"the", "a", "an", "its", "their", "his", "her"}:
        first += 1
    stop = first
    while stop < len(tokens) and stop - first < _MOST and _is_nominal(tokens, stop):
        stop += 1
    return tokens.text[tokens.starts[first] : tokens.ends[stop - 1]] if stop > first else None


def _leading(tokens: Tokens, first: int) -> str | None:
    """The last run of nouns before the verb that the figure stands behind."""
    i = first - 1
    while i >= 0 and not (_is_nominal(tokens, i) and tokens.kinds[i] == "word"):
        if tokens.lower[i] in {";"}:
            return None
        i -= 1
    stop = i + 1
    while i >= 0 and stop - i <= _MOST and _is_nominal(tokens, i):
        i -= 1
    return tokens.text[tokens.starts[i + 1] : tokens.ends[stop - 1]] if stop > i + 1 else None


def _is_nominal(tokens: Tokens, i: int) -> bool:
    word, kind = tokens.lower[i], tokens.kinds[i]
    if kind == "word":
        if (
            word in link_words("auxiliaries")
            or word in link_words("clause_starts")
            or word in link_words("determiners")
            or word in link_words("list_words")
        ):
            return False
        return (
            word_classes().get(word, "") in {"", "j"}
            and len(word) > 1
            and word not in link_words("hedge_starts")
            and word not in link_words("after_participle")
        )
    return kind == "name" or word in {"&", "-", "'s", "’s"}
