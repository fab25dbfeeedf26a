"""The engine: which cues stand in a sentence, and which of them reaches a figure first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple, TypeVar

from crosstally.facts.cues.cue import Cue, Index, Side, cues, stops
from crosstally.facts.cues.looked_back import begins_anew, opening_of
from crosstally.facts.cues.phrase import FIGURE, Phrase, matches, word_class_of
from crosstally.facts.words.nouns import word_class
from crosstally.facts.words.tokens import Tokens

_Entry = TypeVar("_Entry")
_RELATIVE = "relative"  # the stops of a cue that reaches no further than the clause on somebody in which it stands
_DEED = "deed"  # the stops of a cue that does not reach into a clause on what has come about
_MODALS = frozenset({"will", "would", "could", "may", "might"})
_BEING = frozenset({"is", "are", "was", "were", "be", "been"})
_FINITE = frozenset("zdn")  # classes of verbs in the present and the past, of which many are participles, too
_COMPARED = 4  # tokens of a figure before the cue that says of when it is: "from | $38 million | a year ago"
_ACROSS = 6  # tokens between a figure and the word that a cue asks for on its other side
_ORDER: dict[Side, int] = {"inside": 0, "before": 1, "behind": 2}


class Hit(NamedTuple):
    """A cue at tokens [first, stop) of a sentence."""

    first: int
    stop: int
    cue: Cue


class Cues:
    """The cues of one sentence, found in one pass."""

    def __init__(self, tokens: Tokens, starts: Sequence[int]) -> None:
        """Read a sentence.

        Args:
            tokens: The sentence.
            starts: The tokens on which its figures begin.
        """
        self._tokens = tokens
        self._starts = frozenset(starts)
        self._hits: dict[str, list[Hit]] = {}
        self._stops: dict[str, list[int]] = {}
        self._past: dict[tuple[int, int], tuple[int | None, int | None]] = {}
        for hit in self._found():
            self._hits.setdefault(hit.cue.slot, []).append(hit)

    def of(self, slot: str, first: int, stop: int) -> Hit | None:
        """The cue for a slot of the figure at tokens [first, stop): one inside it, else before it, else behind it."""
        return next(self.all_of(slot, first, stop), None) if slot in self._hits else None

    def value(self, slot: str, first: int, stop: int) -> str | None:
        """What the cue sets the slot to; None where none reaches the figure."""
        hit = self.of(slot, first, stop)
        return self.value_of(hit) if hit else None

    def value_of(self, hit: Hit) -> str:
        """What a cue sets its slot to: its value, or for "*" its own words in small letters."""
        return " ".join(self._tokens.lower[hit.first : hit.stop]) if hit.cue.value == "*" else hit.cue.value

    def all_of(self, slot: str, first: int, stop: int) -> Iterator[Hit]:
        """All cues for a slot that reach a figure, the first to be asked first."""
        reaching = []
        for hit in self._hits.get(slot, ()):
            side, distance = _stands(hit, first, stop)
            cue = hit.cue
            if side is None or side not in cue.sides:
                continue
            is_near = cue.gap <= distance <= cue.reach and self._is_across(hit, side, first, stop)
            if is_near and not self._is_stopped(hit, side, first, stop):
                reaching.append((_ORDER[side], distance, hit.first - hit.stop, hit.first, hit))
        return (found[-1] for found in sorted(reaching, key=lambda found: found[:-1]))

    def nearest(self, slot: str, first: int, stop: int) -> Hit | None:
        """The cue for a slot nearest to a figure, on whichever side."""
        if slot not in self._hits:
            return None
        return min(self.all_of(slot, first, stop), key=lambda hit: _stands(hit, first, stop)[1], default=None)

    def _found(self) -> Iterator[Hit]:
        tokens = self._tokens
        for i, phrase, cue in self._standing(cues()):
            is_written = not cue.as_written or tokens.words[i] == tokens.lower[i]
            if is_written and not (cue.not_behind and self._is_held_against(i, i + len(phrase), cue)):
                yield Hit(i, i + len(phrase), cue)

    def _is_held_against(self, i: int, stop: int, cue: Cue) -> bool:
        """Whether a cue at tokens [i, stop) only names what a figure is held against: "up from | last year".

        So it does in "over the same quarter last year", and not in "the smoke from last year's fire".
        """
        first = i - 3 if self._tokens.lower[max(0, i - 3) : i - 1] == ["the", "same"] else i
        return self._tokens.at(first - 1) in cue.not_behind and self._tokens.at(stop) not in {"'s", "’s"}

    def _standing(self, index: Index[_Entry]) -> Iterator[tuple[int, Phrase, _Entry]]:
        """The phrases of an index that stand in the sentence."""
        tokens, starts = self._tokens, self._starts
        for i in [i for i, word in enumerate(tokens.lower) if word in index]:
            by_second, second = index[tokens.lower[i]], tokens.at(i + 1)
            for phrase, entry in (*by_second.get("", ()), *(by_second.get(second, ()) if second else ())):
                if len(phrase) == 1 or matches(phrase, tokens, i, starts):
                    yield i, phrase, entry

    def _is_stopped(self, hit: Hit, side: Side, first: int, stop: int) -> bool:
        if side == "inside":
            return False
        if self._tells_of_compared(hit) if side == "before" else self._is_standard(hit):
            return True
        low, high = (hit.stop, first) if side == "before" else (stop, hit.first)
        if any(self._is_ended(family, low, high) for family in hit.cue.stops):
            return True
        if _DEED in hit.cue.stops and self._is_of_past(hit, side, first, stop):
            return True
        begin = hit.first if side == "before" else first
        return _RELATIVE in hit.cue.stops and self._is_closed(begin, low, high)

    def _is_ended(self, family: str, low: int, high: int) -> bool:
        """Whether one of a family of stops stands at tokens [low, high).

        A clause on somebody that is over again ends nothing: "denied that its guard | , who fled, | killed 12".
        """
        found = [start for start in self._stops_of(family) if low <= start < high]
        return any(family != _RELATIVE or not self._is_over(start, high) for start in found)

    def _is_over(self, start: int, high: int) -> bool:
        """Whether a comma before `high`, with a verb behind it, closes the clause that one at `start` opens."""
        lower = self._tokens.lower
        commas = (i for i in range(start + 2, high) if lower[i] == ",")
        return any(word_class(lower[i + 1]) in _FINITE and lower[i + 1] not in word_class_of("speech") for i in commas)

    def _is_of_past(self, hit: Hit, side: Side, first: int, stop: int) -> bool:
        """Whether a figure stands in a clause on what has come about, and the cue not: "will see | who killed 9".

        A figure behind "and" may stand in a clause of its own: "snow | is expected | and 30 schools have closed".
        """
        if (first, stop) not in self._past:
            self._past[first, stop] = opening_of(self._tokens, first, stop), begins_anew(self._tokens, first, stop)
        opening, joint = self._past[first, stop]
        if side == "behind":
            return opening is not None
        if opening is not None and hit.first < opening:
            return True
        lower = self._tokens.lower
        is_whole = lower[hit.first] in _MODALS or not _BEING.isdisjoint(lower[max(0, hit.first - 2) : hit.first])
        return joint is not None and hit.first < joint and is_whole and "that" not in lower[hit.stop : joint]

    def _tells_of_compared(self, hit: Hit) -> bool:
        """Whether a cue only says of what another figure is: "up from $38 million | a year ago | , on sales of $82"."""
        near = (start for start in self._starts if hit.first - _COMPARED <= start < hit.first)
        start = max(near, default=None) if hit.cue.not_behind else None
        return start is not None and self._tokens.at(start - 1) in hit.cue.not_behind

    def _is_standard(self, hit: Hit) -> bool:
        """Whether a cue behind a figure names what that is held against: "34,128, below | last year | 's 43,842"."""
        before = self._tokens.lower[max(0, hit.first - 2) : hit.first]
        return bool(hit.cue.not_behind) and (before == ["that", "of"] or not hit.cue.not_behind.isdisjoint(before[-1:]))

    def _is_closed(self, begin: int, low: int, high: int) -> bool:
        """Whether the clause on somebody in which a cue or figure begins ends at tokens [low, high).

        It ends with a comma: "Rusk, who | will | sing, sold 9", "Rusk, which has | 9 | shops, closed last year".
        """
        lower = self._tokens.lower
        comma = next((i for i in range(begin - 1, -1, -1) if lower[i] == ","), -1)
        if comma < 0 or lower[comma + 1] not in word_class_of("relative"):
            return False
        ends = (i for i in range(low, high) if lower[i] == ",")
        return any(word_class(self._tokens.at(i + 1)) in _FINITE for i in ends)

    def _is_across(self, hit: Hit, side: Side, first: int, stop: int) -> bool:
        """Whether a word that the cue asks for stands on the figure's other side: "| reports of 40 are false"."""
        if not hit.cue.across:
            return True
        near = range(first - 1, max(-1, first - 1 - _ACROSS), -1) if side == "behind" else range(stop, stop + _ACROSS)
        words = takewhile(lambda word: word.isalpha(), (self._tokens.at(k) for k in near))
        across = word_class_of(hit.cue.across)
        is_inside = side == "before" and not across.isdisjoint(
            self._tokens.lower[first:stop]
        )  # "faces | a 9-year term"
        return is_inside or not across.isdisjoint(words)

    def _stops_of(self, family: str) -> list[int]:
        if family not in self._stops:
            index = stops(family)
            figures = self._starts if FIGURE in index else ()
            self._stops[family] = [*figures, *(i for i, _, _ in self._standing(index))]
        return self._stops[family]


def _stands(hit: Hit, first: int, stop: int) -> tuple[Side | None, int]:
    """Where a cue stands to a figure, and how many tokens lie between them; None where the two overlap."""
    if hit.stop <= first:
        return "before", first - hit.stop
    if hit.first >= stop:
        return "behind", hit.first - stop
    return ("inside" if first <= hit.first and hit.stop <= stop else None), 0
