"""Which figures of a run a decision speaks of: those of its source, its words and its sentence, wherever they stand."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from crosstally.errors import InputError
from crosstally.facts.fact import Fact
from crosstally.rules.decisions.decision import Mention

_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"})
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}\b)")
_ID = 6  # characters of a fact_id that name a fact
_LISTED = 8
_SPACE = re.compile(r"\s+")


def figures_of(mentions: Iterable[Mention], facts: Iterable[Fact]) -> Mapping[Mention, list[Fact]]:
    """The facts that each mention names, in their order; several where a source prints a sentence again.

    White space, the shape of quotation marks and dashes, and case make no difference.
    """
    wanted: dict[str, list[Mention]] = defaultdict(list)
    for mention in dict.fromkeys(mentions):
        wanted[words_of(mention.quote)].append(mention)
    found: dict[Mention, list[Fact]] = defaultdict(list)
    if not wanted:
        return found
    for fact in facts:
        for mention in wanted.get(words_of(fact.quote), ()):
            if mention.source in {None, fact.document.source} and _is_one(mention.sentence, fact.sentence):
                found[mention].append(fact)
    return {mention: _occurring(mention, held) for mention, held in found.items()}


def mention_of(fact: Fact, event: Iterable[Fact] = ()) -> Mention:
    """The words that name a fact.

    Args:
        fact: The fact.
        event: The facts among which it is to be told.
    """
    words = words_of(fact.quote)
    sentence = fact.sentence_id
    starts = sorted(
        {other.start for other in event if other.sentence_id == sentence and words_of(other.quote) == words}
    )
    occurrence = starts.index(fact.start) + 1 if fact.start in starts else 1
    return Mention(fact.document.source, _even(fact.quote), _even(fact.sentence), occurrence)


def figure_named(name: str, facts: Iterable[Fact]) -> Fact:
    """The one fact that somebody names: by the beginning of its fact_id, or by words of its figure or sentence.

    Raises:
        InputError: None is named so, or several are; the error lists them.
    """
    found = figures_named(name, list(facts))
    if len(found) == 1:
        return found[0]
    if not found:
        raise InputError(f"no figure is named {name!r}", allowed="a fact_id, or words of a figure or of its sentence")
    listed = ", ".join(f"{fact.fact_id} ({fact.document.source}: {_even(fact.quote)})" for fact in found[:_LISTED])
    raise InputError(f"{len(found)} figures are named {name!r}", allowed=f"one of {listed}")


def figures_named(name: str, facts: Sequence[Fact]) -> list[Fact]:
    """The facts that a name may mean, of the ways to name one the first by which there are any."""
    words = _ungrouped(name)
    if not words:
        return []
    by_id = [fact for fact in facts if len(name) >= _ID and fact.fact_id.startswith(name)]
    exact = [fact for fact in facts if _ungrouped(fact.quote) == words]
    inside = [fact for fact in facts if words in _ungrouped(fact.quote)]
    around = [fact for fact in facts if words in _ungrouped(fact.sentence)]
    meant = [fact for fact in around if _ungrouped(fact.quote) in words]  # "injured 90" means the 90
    return next((some for some in (by_id, exact, inside, meant, around) if some), [])


def _ungrouped(text: str) -> str:
    """Words as they are compared to find what somebody names: "5,000" and "5000" are one."""
    return _GROUPED.sub("", words_of(text))


def _occurring(mention: Mention, facts: Iterable[Fact]) -> list[Fact]:
    """Of the facts with the words of a mention, those that are the one it counts to in their sentence."""
    places: dict[tuple[str, str, int], list[Fact]] = defaultdict(list)
    for fact in facts:
        places[fact.sentence_id].append(fact)
    found: list[Fact] = []
    for same in places.values():
        starts = sorted({fact.start for fact in same})
        if mention.occurrence <= len(starts):
            found += [fact for fact in same if fact.start == starts[mention.occurrence - 1]]
    return found


def _is_one(kept: str, read: str) -> bool:
    """Whether a sentence is the one that is kept: the same words, or one a part of the other."""
    ours, theirs = words_of(kept), words_of(read)
    return ours in theirs or theirs in ours


def words_of(text: str) -> str:
    """A text as it is compared."""
    return _even(unicodedata.normalize("NFKC", text).translate(_QUOTES)).casefold()


def _even(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
