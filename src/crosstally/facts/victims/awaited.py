"""The clause that still awaits its verb, told by matching each clause before with the verb that closes it.

"A clerk, who hid in a barn that | had burnt | and | was watched | by two men, | was held": the barn's verb closes the
inner clause, the next one goes on with the outer one, and what is left without a verb is the clerk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosstally.facts.victims.chunk import Chunk
from crosstally.facts.victims.words import words
from crosstally.facts.words.nouns import word_class
from crosstally.facts.words.tokens import Tokens

_OF_THEM = frozenset({"whom", "which"})
_OF_PHRASE = frozenset({"noun", "preposition", "comma"})


@dataclass(slots=True)
class _Clause:
    """A clause that has been opened.

    Attributes:
        begin: The chunk that it begins with, or its subject, where that stands behind something else.
        kind: What opens it: "who", "clause", a verb that "said", or "" for one that nothing opens.
        may_be_phrase: Whether what opens it may stand before a noun alone: "after | the raid".
        subject: Its subject; None before it is read.
        is_closed: Whether its verb has been read.
    """

    begin: int
    kind: str
    may_be_phrase: bool = False
    subject: int | None = None
    is_closed: bool = False


def awaits_verb(tokens: Tokens, chunks: Sequence[Chunk], k: int) -> int | None:
    """The chunk that the clause begins with whose verb stands at chunk `k`; None where every clause has its verb."""
    reading = _Clauses(tokens, chunks)
    for j in range(k):
        reading.read(j)
    return reading.waiting()


def is_finite(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a verb group can close a clause: neither "to flee" nor "fleeing" nor "having fled"."""
    return "to" not in chunk.auxiliaries and not tokens.lower[chunk.first].endswith("ing")


class _Clauses:
    """The clauses of a sentence that are open, the innermost last, as they are read from left to right."""

    def __init__(self, tokens: Tokens, chunks: Sequence[Chunk]) -> None:
        self.tokens, self.chunks = tokens, chunks
        self.open = [_Clause(0, "")]

    def read(self, j: int) -> None:
        """Read chunk `j`."""
        match self.chunks[j].kind:
            case "stop":
                self.open = [_Clause(j + 1, "")]
            case "noun" if self.tokens.at(self.chunks[j].stop - 1) in _OF_THEM:
                self.open.append(_Clause(j, "who", subject=j))  # "40 guests, | 12 of whom | are children, were hurt"
            case "who":
                self.open.append(_Clause(j, "who", subject=j))
            case "clause":
                word = self.tokens.lower[self.chunks[j].first]
                self.open.append(_Clause(j + 1, "clause", word in words("also_prepositions")))
            case "comma":
                self._drop_phrases()
            case "verb":
                self._read_verb(j)
            case "noun":
                self._read_noun(j)

    def waiting(self) -> int | None:
        """Where the clause begins that awaits its verb, as its subject has been read."""
        if self.open[-1].subject is None:
            self._drop_phrases()  # "has lived there | since 2012"
        waiting = [one for one in self.open if not one.is_closed]
        sure = [one for one in waiting if one.kind != "said"]  # "a clerk, who | claimed | 12 lives, was held"
        last = next(reversed(sure or waiting), None)
        return None if last is None or last.subject is None or last.kind == "who" else last.begin

    def _drop_phrases(self) -> None:
        """Drop those that turn out to be no clauses: "after the raid, |"."""
        while self.open[-1].may_be_phrase and not self.open[-1].is_closed:
            self.open.pop()

    def _read_noun(self, j: int) -> None:
        before = self.chunks[j - 1].kind if j else ""
        if self.open[-1].is_closed and before == "comma":
            outer = next((n for n, one in enumerate(self.open) if one.subject is None), None)
            self.open = self.open if outer is None else self.open[: outer + 1]
        clause = self.open[-1]
        is_free = clause.begin == j or before not in {"preposition", "verb", "and"}
        if clause.subject is None and not clause.is_closed and is_free:
            is_first = all(one.kind in _OF_PHRASE for one in self.chunks[clause.begin : j])
            clause.begin, clause.subject = clause.begin if is_first else j, j

    def _read_verb(self, j: int) -> None:
        before = self.chunks[j - 1].kind if j else ""
        if not is_finite(self.tokens, self.chunks[j]) or before in {"and", "verb"}:
            return
        if self._describes(j) or self._tells_who_says(j):
            return
        clause = next((one for one in reversed(self.open) if not one.is_closed), None)
        if clause is not None:
            clause.is_closed = True
            del self.open[self.open.index(clause) + 1 :]
        if self.tokens.lower[self.chunks[j].head] in words("saying"):
            self.open.append(_Clause(j + 1, "said"))  # "said | two clerks were hurt"

    def _tells_who_says(self, j: int) -> bool:
        """Whether a verb only says, between commas, who tells it: "forty guests, police | said |, were hurt"."""
        around = [self.chunks[k].kind if 0 <= k < len(self.chunks) else "" for k in (j - 2, j - 1, j + 1)]
        is_aside = around == ["comma", "noun", "comma"] and self.open[-1].subject is not None
        return is_aside and self.tokens.lower[self.chunks[j].head] in words("saying")

    def _describes(self, j: int) -> bool:
        """Whether a verb may only describe the subject of a clause that nothing opens: "a man | wanted for"."""
        chunk, clause = self.chunks[j], self.open[-1]
        if chunk.auxiliaries or clause.kind or clause.subject is None:
            return False
        behind = self.chunks[j + 1] if j + 1 < len(self.chunks) else None
        is_told = behind is not None and "to" in behind.auxiliaries  # "a man | said | to have fled"
        word = self.tokens.lower[chunk.head]
        return is_told or word in words("describing") or word_class(word) in {"n", "j"} or word.endswith("ed")
