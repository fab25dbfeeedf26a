"""Lists: the persons that a noun phrase and those joined to it stand for, read from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from crosstally.facts.numbers.children import counted_of_parent
from crosstally.facts.victims.chunk import Chunk
from crosstally.facts.victims.gathered import Gathered, Member
from crosstally.facts.victims.words import words
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import counts_people, singular
from crosstally.facts.words.tokens import DASHES, Tokens
from crosstally.facts.words.triggers import noun_measures

_DATELINE = 5  # chunks of a mark, a place, a comma, a country and a dash
PARTS = link_words("opening_parts")
_THEM = frozenset({"them", "these", "those"})


def members_of(tokens: Tokens, chunks: Sequence[Chunk], begin: int, end: int, *, subject: bool) -> list[Member]:
    """The phrases of the list that stands in chunks [begin, end); a subject may have something before it."""
    return _List(tokens, chunks, end, subject=subject).members(begin)


class _List(Gathered):
    """Reads one list from left to right."""

    def members(self, begin: int) -> list[Member]:
        k: int | None = self._first(begin)
        while k is not None and k < self.end:
            k = self._past(k)
        return self._without_fronted(begin)

    def _past(self, k: int) -> int | None:
        """Where to read on behind chunk `k`, which is read; None where the list ends before it."""
        match self.chunks[k].kind:
            case "noun":
                return self._past_noun(k)
            case "preposition":
                return self._past_preposition(k)
            case "and" | "comma" if self._goes_on(k) and not self._is_had(k):
                self.is_joined = True
                return k + 1
            case "verb" if self._describes(k):
                self.is_placed = True
                return k + 1
            case "who" if self.is_subject:
                self.is_placed, self.is_joined = True, False
                return self._past_relative(k)
        return None

    def _past_noun(self, k: int) -> int:
        if self.are_parts and self.chunks[k].head < 0 and self.chunks[k].determiner in _THEM:
            return k + 1  # "among | them | a cook"
        count = len(self.found)
        if self._goes_before(k):
            self.found.clear()
            self.is_joined = True  # "CHICAGO | Seven people"
        if not self.found or self.is_joined:
            k = self._take(k)
        self.is_joined, self.is_placed = False, self.is_placed and len(self.found) == count
        return k + 1

    def _goes_before(self, k: int) -> bool:
        """Whether what stands before the phrase at chunk `k` is no subject but a dateline, a day, or its whole."""
        chunk = self.chunks[k]
        is_opened = chunk.determiner or chunk.figure is not None
        if not (self.is_subject and is_opened and self.found):
            return False
        if chunk.figure is not None and not _THEM.isdisjoint(self.tokens.lower[chunk.figure.first : chunk.stop + 2]):
            return True  # "carried 500 people and | 200 of them | drowned"
        before = self.found[0].phrase
        if self.tokens.at(chunk.first - 1) in DASHES and self.is_name(before):
            return k <= _DATELINE and all(map(self._is_of_dateline, self.chunks[:k]))  # "Orvane, N.D. (HN) - | A boy"
        is_last = len(self.found) == 1 and before is self.chunks[k - 1]
        return is_last and bool(chunk.determiner or not (chunk.figure and chunk.figure.age))

    @staticmethod
    def _is_of_dateline(chunk: Chunk) -> bool:
        is_place = chunk.kind == "noun" and not chunk.determiner and chunk.figure is None
        return is_place or chunk.kind == "comma"

    def _past_preposition(self, k: int) -> int:
        if self.tokens.lower[self.chunks[k].first] in PARTS and not self._is_larger(k + 1):
            self.are_parts = self.is_joined = True
            return k + 1
        self.is_placed = self.is_placed or self.tokens.lower[self.chunks[k].first] != "alias"
        stop = k + 1 + (self.kind(k + 1) == "noun")
        is_owner = self.tokens.at(self.chunks[stop - 1].stop - 1) in {"'s", "’s"}
        return stop + (is_owner and self.kind(stop) == "noun")  # "of | the unit's | 60 guards"

    def _is_larger(self, k: int) -> bool:
        """Whether the phrase at chunk `k` is the whole of those before it: "six clerks among | 14 dead"."""
        figures = [chunk.figure for chunk in (*self.chunks[k : k + 1], *(one.phrase for one in self.found[-1:]))]
        values = [figure.interval.value for figure in figures if figure is not None and figure.interval.value]
        return len(values) == 2 and values[0] > values[1]  # noqa: PLR2004 - the whole and its part

    def _without_fronted(self, begin: int) -> list[Member]:
        """Those found; commas alone make no list: of figures the last counts, else the first, told of again behind it.

        "2 dead, | 1 wounded"; "The driver, | a man of 44, was held".
        """
        wholes = [member for member in self.found if not member.is_part]
        if self._are_taken_apart(begin, wholes):
            return [wholes[0], *(member._replace(is_part=True) for member in self.found if member is not wholes[0])]
        counted = [member for member in wholes if member.phrase.figure is not None and not member.phrase.figure.age]
        if self.is_shared:
            return self.found
        if not self.is_subject:
            told = self.is_coordinated or len(counted) > 1
            return self.found if told else [one for one in self.found if one.is_part or one is wholes[0]]
        if len(wholes) == 1 or any(self.kind(k) == "and" for k in range(begin, self.end)) or self._are_two(wholes):
            return self.found
        return [*(counted[-1:] or wholes[:1]), *(member for member in self.found if member.is_part)]

    def _are_two(self, wholes: Sequence[Member]) -> bool:
        """Whether a comma stands for "and", as in headlines: "Pilot, | two guests die"; one is no more than himself."""
        if len(wholes) != 2:  # noqa: PLR2004
            return False
        one, other = (member.phrase for member in wholes)
        is_bare = one.figure is None and not one.determiner and one.head >= 0 and not self.is_many(one)
        is_counted = other.figure is not None and (other.figure.interval.value or 2) > 1
        return is_bare and is_counted and counts_people(self.tokens.lower[one.head]) and self.is_known(other)

    def _are_taken_apart(self, begin: int, wholes: Sequence[Member]) -> bool:
        """Whether the first is the sum of those set off behind it: "two riders, | a cook and a guard, were hurt"."""
        figure = wholes[0].phrase.figure if wholes else None
        total = figure.interval.value if figure is not None else None
        if total is None or total < 2 or len(wholes) < 2 or not self._are_set_off(begin, wholes[0].phrase):  # noqa: PLR2004
            return False
        others = [member.phrase.figure for member in wholes[1:]]
        return total == sum(1.0 if one is None or one.age else one.interval.value or 0.0 for one in others)

    def _are_set_off(self, begin: int, whole: Chunk) -> bool:
        """Whether a comma stands before those behind a whole and one behind them, or a dash, or it says "people"."""
        mark = next((k for k in range(begin, self.end) if self.kind(k) in {"and", "comma"}), begin)
        if self.kind(mark) != "comma":
            return False
        is_general = whole.head >= 0 and self.tokens.lower[whole.head] in words("general")
        is_closed = self.is_subject and self.kind(self.end - 1) == "comma"
        return is_general or is_closed or self.tokens.lower[self.chunks[mark].first] != ","

    def _first(self, begin: int) -> int:
        """The first phrase that no preposition stands before; of a list without "and", names of places passed over."""
        k = begin + self._is_dateline(begin)
        while k < self.end and self.kind(k) in {"preposition", "comma", "and", "verb"}:
            if not self.is_subject and self.tokens.lower[self.chunks[k].first] in PARTS:
                return k
            k += 1 + (self.kind(k) == "preposition" and self.kind(k + 1) == "noun")
        fronted = k > begin and self.kind(begin) == "preposition"
        while fronted and self.kind(k) == "noun" and self.is_name(self.chunks[k]) and self.kind(k + 1) == "comma":
            behind = next((j for j in range(k + 2, self.end) if self.kind(j) == "noun"), None)
            if behind is None or self.kind(k + 2) not in {"noun", "preposition"} or self.kind(self.end - 1) == "comma":
                break
            k = self._first(k + 1)
        return k

    def _is_dateline(self, k: int) -> bool:
        """Whether a sentence opens with a place in capitals: "ORVANE, | three clerks were hurt"."""
        chunk = self.chunks[k] if k < self.end else None
        if chunk is None or chunk.first > 0 or chunk.kind != "noun" or self.tokens.headline:
            return False
        return self.is_subject and self.tokens.words[chunk.head].isupper() and self.kind(k + 1) == "comma"

    def _take(self, k: int) -> int:
        """Takes the phrase at chunk `k`, or what it holds; returns the last chunk that was read."""
        chunk = self.chunks[k]
        if self._holds(k):
            k += 2
            chunk = self.chunks[k]
        self.is_again = self.is_one_again(chunk, self.kind(k - 1)) or self.shares_name(k)
        self.named += self.is_again and self.is_name(chunk)
        if not self.is_again:
            self.found.append(Member(chunk, self.are_parts))
            self.is_coordinated = self.is_coordinated or self.kind(k - 1) == "and"
        return k

    def _holds(self, k: int) -> bool:
        """Whether a phrase only holds those counted: "the body of | a man", "a group of | women"."""
        chunk = self.chunks[k]
        of = self.kind(k + 1) == "preposition" and self.tokens.lower[self.chunks[k + 1].first] == "of"
        noun = singular(self.tokens.lower[chunk.head]) if chunk.head >= 0 else ""
        held = k + 2 < self.end and self.kind(k + 2) == "noun"
        return of and held and noun in words("containers") and noun != "member" and chunk.figure is None

    def _goes_on(self, k: int) -> bool:
        """Whether the list goes on behind the mark at chunk `k`: no verb of its own follows the next phrase.

        Nor do those who say so: "killed a guard, | neighbours and a doctor said".
        """
        j = k + 1
        while self.kind(j) in {"and", "comma"}:
            j += 1
        if j >= self.end:
            return False
        if self.is_subject:
            return True
        if self.kind(j) == "preposition":
            return self.tokens.lower[self.chunks[j].first] in PARTS
        if self.kind(j) == "verb":
            return self._describes(j)
        if self.kind(j) != "noun" or self._is_deed(j):
            return False
        j = self._behind(j)
        are_speakers = self.kind(j) == "and" and self.kind(j + 1) == "noun" and self._says(self._behind(j + 1))
        is_ground = self.kind(j - 1) == "preposition" and self.kind(j) == "verb"  # "and Bo Rusk for | working as spies"
        return not are_speakers and (self.kind(j) != "verb" or is_ground or self._describes(j))

    def _is_had(self, k: int) -> bool:
        """Whether what is joined at chunk `k` is had by the one whom the verb is said of: "a man with a son | and".

        So are children behind others: "a mother of two sons | and three daughters".
        """
        of = self.chunks[k - 1]
        if of.figure is not None and of.head >= 0 and counted_of_parent(self.tokens, of.first) is not None:
            return self.kind(k + 1) == "noun" and self.chunks[k + 1].figure is not None
        is_with = self.kind(k - 2) == "preposition" and self.tokens.lower[self.chunks[k - 2].first] == "with"
        return is_with and bool(self.found) and self.is_of_one() and self.is_known(self.found[-1].phrase)

    def _behind(self, k: int) -> int:
        """The chunk behind the noun phrase at chunk `k` and the prepositions with theirs that follow it."""
        k += 1
        while k < self.end and (
            self.kind(k) == "preposition" or (self.kind(k) == "noun" and self.kind(k - 1) == "preposition")
        ):
            k += 1
        return k

    def _says(self, k: int) -> bool:
        return self.kind(k) == "verb" and self.tokens.lower[self.chunks[k].head] in words("saying")

    def _is_deed(self, k: int) -> bool:
        """Whether a phrase names what befell others: "the death of a guard and | injuries to a cook"."""
        head = self.chunks[k].head
        return head >= 0 and self.kind(k + 1) == "preposition" and singular(self.tokens.lower[head]) in noun_measures()

    def _describes(self, k: int) -> bool:
        """Whether a verb group only describes the phrase before it: "identified as", "riding a horse"."""
        chunk = self.chunks[k]
        word = self.tokens.lower[chunk.head]
        if chunk.auxiliaries or chunk.hit is not None or word in words("leaving"):
            return False  # "saved 39, | leaving | 12 missing"
        return (
            word.endswith(("ing", "ed", "en", "wn"))
            and self.kind(k - 1) in {"noun", "comma"}
            and (word.endswith("ing") or self.kind(k + 1) in {"preposition", "comma", ""})
        )

    def _past_relative(self, k: int) -> int:
        """Past the relative clause that opens at chunk `k`: "who has nine wives, | was", "whom they held | and a cook".

        One between commas ends at the last of them; a singular verb behind it has nobody else for its subject.
        """
        if (self.kind(k - 1) == "comma" and self.kind(self.end - 1) == "comma") or self.is_of_one():
            return self.end
        return next((j for j in range(k + 1, self.end) if self.kind(j) == "verb"), k) + 1
