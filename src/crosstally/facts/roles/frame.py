"""Frames as the vocabulary writes them: phrases around a figure that say what it is of: "buy~ ... for #", "# on board".

A frame has the words before its figure and those behind it. "buy~" is the verb in any form, "a|b" a choice, "b?" may be
missing, "..." is some words of the same clause, "{vessel}" stands for the words of a field (``lexicon/fields.toml``),
"# + seat" is a figure that counts seats ("person": any people). A family of frames may hold only in a context: where
one of some words stands in the sentence or in the opening of its report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from crosstally.facts.lexicon import load_folder, words_of
from crosstally.facts.words.measure import Measure, measures
from crosstally.facts.words.nouns import stop_words
from crosstally.facts.words.triggers import irregular_forms
from crosstally.facts.words.verbs import verb_forms

_FIGURE, _GAP = "#", "..."

ENDS = frozenset({",", ";", ":", ".", "—", '"', "“", "”", "?", "!"})
"""Marks that end the clause a frame stands in."""

Step = frozenset[str] | None  # the words that may stand; None for a gap


class Frame(NamedTuple):
    """One way to say what a figure measures.

    Attributes:
        before: What stands before the figure, in order.
        behind: What stands behind it.
        steps: Both, without the gaps.
        nouns: What the figure must count, in the singular; empty for anything.
        measure: What it measures.
        bars: Whether the frame says that it measures no such thing.
        weak: Whether what is said of the figure elsewhere in its sentence goes before: "all 16 on board were killed".
        context: Words of which one must stand in the sentence or the opening of the report; empty when none need.
        unless: Words of which none may stand in the sentence.
        phrase: The frame as it is written.
    """

    before: tuple[Step, ...]
    behind: tuple[Step, ...]
    steps: tuple[frozenset[str], ...]
    nouns: frozenset[str]
    measure: Measure
    bars: bool
    weak: bool
    context: frozenset[str]
    unless: frozenset[str]
    phrase: str

    @property
    def size(self) -> int:
        """How many words it has: the larger frame says more of its figure."""
        return len(self.steps) + bool(self.nouns)

    def stands_in(self, words: AbstractSet[str]) -> bool:
        """Whether a sentence has a word for each of its steps, wherever: few do, and that is soon said."""
        for step in self.steps:  # noqa: SIM110 - asked of a dozen frames a figure, where a generator costs the most
            if step.isdisjoint(words):
                return False
        return True


@cache
def frames_by_word() -> dict[str, list[Frame]]:
    """All frames by the words of their rarest step; without any, by what they count, or by their context.

    A step with a word of a closed class, which stands in every other sentence, is rarest only where all are such.
    """
    frames = [
        frame
        for name, data in load_folder("measures").items()
        for family in data.get("frame", ())
        for phrase in family["phrases"]
        for frame in frames_of(phrase, measures()[name], family)
    ]
    often = Counter(word for frame in frames for step in frame.steps for word in step)
    index: dict[str, list[Frame]] = {}
    for frame in frames:
        rarest = min(
            frame.steps,
            key=lambda step: (not (stop_words() | ENDS).isdisjoint(step), sum(often[word] for word in step)),
            default=None,
        )
        for word in rarest or frame.nouns or frame.context:
            index.setdefault(word, []).append(frame)
    return index


def frames_of(phrase: str, measure: Measure, family: dict[str, Any]) -> Iterator[Frame]:
    """The frames that a written one stands for, with and without its optional words."""
    written, _, only = phrase.partition(" + ")
    nouns = words_of(only.split("|")) if only else frozenset()
    choices = [[_steps(word.removesuffix("?")), *([()] if word.endswith("?") else [])] for word in written.split()]
    for chosen in product(*choices):
        steps: list[Step] = [step for steps in chosen for step in steps]
        at = steps.index(frozenset({_FIGURE}))
        yield Frame(
            tuple(steps[:at]),
            tuple(steps[at + 1 :]),
            tuple(step for step in (*steps[:at], *steps[at + 1 :]) if step is not None),
            nouns,
            measure,
            family.get("bars", False),
            family.get("weak", False),
            words_of(family.get("context", ())),
            words_of(family.get("unless", ())),
            phrase,
        )


def _steps(word: str) -> tuple[Step, ...]:
    if word == _GAP:
        return (None,)
    words: set[str] = set()
    for one in word.split("|"):
        words |= set(_forms(one.removesuffix("~"))) if one.endswith("~") else words_of([one])
    return (frozenset(words),)


def _forms(verb: str) -> list[str]:
    return verb_forms(verb, irregular_forms(verb, {}))
