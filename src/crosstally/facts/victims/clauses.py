"""Clauses: the subject and the objects of a verb group, by how the clause around it is built.

Verbs in a chain share what one of them has: "was abducted | and later killed", "abducted | and killed a clerk".
"""

from __future__ import annotations

from collections.abc import Sequence

from crosstally.facts.numbers.counting import ONE_OF_A_KIND
from crosstally.facts.victims.antecedents import Antecedents
from crosstally.facts.victims.awaited import awaits_verb, is_finite
from crosstally.facts.victims.chunk import Chunk
from crosstally.facts.victims.gathered import Member
from crosstally.facts.victims.lists import members_of
from crosstally.facts.victims.phrases import is_person
from crosstally.facts.victims.words import words
from crosstally.facts.words.calendar import time_words
from crosstally.facts.words.nouns import word_class

_WHEN = frozenset({"last", "this", "next", "earlier", "early", "late"})
_NOMINATIVES = frozenset({"he", "she", "they"})


class Clauses(Antecedents):
    """The clauses of a sentence."""

    def is_progressive(self, chunk: Chunk) -> bool:
        """Whether a verb group ends in -ing: "are treating" is active."""
        return self.tokens.lower[chunk.head].endswith("ing")

    def objects(self, k: int) -> Sequence[Member]:
        """The objects of the verb group at chunk `k`, or those of a verb that it is chained with."""
        j = k + 1
        if self._is_chained(j):
            return self.objects(j + 1)
        if self.kind(j) == "preposition" and self.kind(j + 1) == "noun" and self.chunks[j + 1].figure is not None:
            figure = self.chunks[j + 1].figure  # "held | over | $10 million" is no object
            is_people = figure is not None and figure.unit is None
            j += is_people and self.tokens.lower[self.chunks[j].first] in words("roughly")
        if self.kind(j) == "preposition" and self.tokens.lower[self.chunks[j].first] in words("particles"):
            j += self.kind(j + 1) == "noun"  # "killed | off | 12 products"
        if self.kind(j) == "noun":
            is_none = self._tells_of_act(k, self.chunks[j]) or self.is_apart(k, j)
            return () if is_none else self.listed(j)
        return self._relative_object(k) if self.kind(k - 1) == "noun" and self.kind(k - 2) == "who" else ()

    def is_apart(self, k: int, j: int) -> bool:
        """Whether the noun at chunk `j`, behind the verb at chunk `k`, is when, or the object of another verb.

        "Two men arrested | last week | were freed", "the 12 people injured include | two boys".
        """
        if self.kind(j) != "noun":
            return False
        verb, phrase = self.chunks[k], self.chunks[j]
        word = self.tokens.lower[phrase.head] if phrase.head >= 0 else ""
        is_when = phrase.figure is None and word in time_words() and self.tokens.at(phrase.first) in _WHEN
        is_reduced = self.kind(k - 1) == "noun" and self.chunks[k - 1].figure is not None and not verb.auxiliaries
        between = self.tokens.lower[verb.stop : phrase.first]
        return is_when or (is_reduced and any(word_class(other) == "b" for other in between))

    def _tells_of_act(self, k: int, phrase: Chunk) -> bool:
        """Whether a phrase behind a participle tells what some did whom it befell: "19 killed | battling a blaze"."""
        is_act = self.tokens.lower[phrase.first].endswith("ing") and phrase.first < phrase.head
        is_nobody = phrase.figure is None and not self.is_people(phrase)
        return is_act and is_nobody and self.kind(k - 1) == "noun" and self.chunks[k - 1].figure is not None

    def _is_chained(self, k: int) -> bool:
        """Whether chunk `k` joins a verb without auxiliaries of its own: "were slashed|, stabbed| and beaten"."""
        if self.kind(k + 1) != "verb" or self.chunks[k + 1].auxiliaries:
            return False
        is_listed = self.kind(k) == "comma" and self.kind(k + 2) == "and" and self._is_chained(k + 2)
        return is_listed or self.kind(k) == "and"

    def _relative_object(self, k: int) -> Sequence[Member]:
        """Whom a relative clause is about: "two clerks, | whom rebels abducted"."""
        antecedent = self.antecedent(k - 2)
        is_noun = self.kind(antecedent) == "noun"
        return members_of(self.tokens, self.chunks, antecedent, antecedent + 1, subject=True) if is_noun else ()

    def subject(self, k: int) -> Sequence[Member]:
        """The subject of the verb group or state at chunk `k`."""
        begin, boundary = self.clause_start(k)
        if self.kind(k - 1) == "noun" and self.tokens.at(self.chunks[k - 1].stop - 1) == "whom":
            begin, boundary = k - 1, "who"  # "three sisters, | one of whom | was killed"
        if self.kind(k - 1) == "and" or (self.kind(k - 2) == "verb" and self._is_chained(k - 1)):
            chained = self._chained(k)
            if chained is None:
                return ()
            hit = self.chunks[k].hit
            acts = hit is not None and hit.trigger.role == "subject"
            is_own = self.chunks[k].has("be")  # "a man shot two guards | and was killed"
            return self.subject(chained) if acts or is_own else self._of_chain(chained)
        is_behind = self.kind(k - 1) == "comma" or (
            boundary == "verb" and not is_finite(self.tokens, self.chunks[begin - 1])
        )
        if is_behind and (found := self._awaited(k)):
            return found
        if begin == k:
            found = self._of_main_clause(k) if boundary == "clause" else ()
            return found or (self._awaited(k) if boundary != "state" else ())
        begin, end = self._past_fronted(begin, k, boundary), self._before_aside(k) + 1
        found = members_of(self.tokens, self.chunks, begin, end, subject=True)
        is_none = boundary == "verb" and (not found or self._are_object(begin, k, found))
        return self._awaited(k) if is_none else found

    def _awaited(self, k: int) -> Sequence[Member]:
        """The subject of a clause told of in between: "a clerk, who fled as two men shot at him, | was held"."""
        describes = self.kind(k - 1) == "verb" and self.kind(k + 1) == "noun"  # "arrested | surrendered | rebels"
        may_be = is_finite(self.tokens, self.chunks[k]) and not describes and not self._is_base(k)
        begin = awaits_verb(self.tokens, self.chunks, k) if may_be else None
        found = [] if begin is None else members_of(self.tokens, self.chunks, begin, k, subject=True)
        return found if any(map(self._may_be_somebody, found)) else ()

    def _may_be_somebody(self, one: Member) -> bool:
        phrase = one.phrase
        is_called = phrase.head >= 0 or phrase.figure is not None or phrase.determiner in words("pronouns")
        return is_called and is_person(self.tokens, phrase, known=False)  # not "the most | severely hurt"

    def _are_object(self, begin: int, k: int, found: Sequence[Member]) -> bool:
        """Whether several stand between a verb and one said of somebody: "who shot | four clerks | was held"."""
        of_one = not ONE_OF_A_KIND.isdisjoint(self.chunks[k].auxiliaries)
        if not of_one or len(found) != 1 or self.kind(begin - 1) != "verb":
            return False
        figure, verb = found[0].phrase.figure, self.chunks[begin - 1]
        are_many = figure is not None and figure.unit is None and not figure.age and figure.interval.value != 1
        return are_many and self.tokens.lower[verb.head] not in words("saying")

    def _of_main_clause(self, k: int) -> Sequence[Member]:
        """The subject that a verb without its own shares with the clause before: "a man fled | after being shot"."""
        if not self.tokens.lower[self.chunks[k].first].endswith("ing"):
            return ()
        main = next((j for j in range(k - 2, -1, -1) if self.kind(j) in {"verb", "stop", "clause", "who"}), None)
        return self.subject(main) if main is not None and self.kind(main) == "verb" else ()

    def _of_chain(self, k: int) -> Sequence[Member]:
        """Those of the verb that another is chained to: its objects where it has some, else its subject."""
        verb = self.chunks[k]
        passive = verb.has("be") and not self.is_progressive(verb)
        return self.subject(k) if passive or not (found := self.objects(k)) else found

    def _chained(self, k: int) -> int | None:
        """The verb group before "and" that the one at chunk `k` goes on from."""
        return next(
            (j for j in range(k - 2, -1, -1) if self.kind(j) == "verb" and not self._is_reduced(j, k - 1)), None
        )

    def clause_start(self, k: int) -> tuple[int, str]:
        """The chunk that the clause of the verb at chunk `k` begins with, and the kind of what stands before it."""
        if self._is_bare_infinitive(k):
            return k - 1, "verb"
        j = self._before_aside(k)
        while j >= 0:
            kind = self.kind(j)
            if kind in {"clause", "stop", "state"}:
                return j + 1, kind
            if kind == "who":
                return (self.first_antecedent(j), "who") if j == k - 1 else (j + 1, kind)
            is_infinitive = "to" in self.chunks[j].auxiliaries
            if kind == "verb" and not is_infinitive and not self._is_reduced(j, k):
                if self.kind(j - 1) != "who":
                    return j + 1, "verb"
                j -= 1
            j -= 1
        return 0, ""

    def _before_aside(self, k: int) -> int:
        """The chunk before a verb and what a participle tells between commas: "The ship, | leaving 28 dead, | is"."""
        if self.kind(k - 1) != "comma" or not self.chunks[k].auxiliaries:
            return k - 1
        j = k - 2
        while self.kind(j) in {"noun", "state", "and", "preposition"} or self._is_bare_participle(j):
            if self._is_bare_participle(j) and self.kind(j - 1) == "comma":
                return j - 2
            j -= 1
        return k - 1

    def _is_bare_participle(self, k: int) -> bool:
        is_verb = self.kind(k) == "verb" and not self.chunks[k].auxiliaries
        return is_verb and self.tokens.lower[self.chunks[k].head].endswith("ing")

    def _is_bare_infinitive(self, k: int) -> bool:
        """Whether a verb is what the object of the one before it did: "saw him | die"."""
        return self._is_base(k) and self.kind(k - 1) == "noun" and self.kind(k - 2) == "verb"

    def _is_base(self, k: int) -> bool:
        """Whether a verb stands in its base form alone: "let the dream | die", "saw him | die"."""
        chunk = self.chunks[k]
        return not chunk.auxiliaries and chunk.head >= 0 and word_class(self.tokens.lower[chunk.head]) == "b"

    def _is_reduced(self, k: int, until: int) -> bool:
        """Whether a verb group only describes the noun before it: "a man | identified as", "men | riding a horse".

        Args:
            k: The verb group.
            until: The verb that the noun may be the subject of; where "and" stands before it, "clashed in the city
                | and two were killed", the first is likely to have its own.
        """
        chunk = self.chunks[k]
        if chunk.auxiliaries or self.kind(k - 1) not in {"noun", "comma"}:
            return False
        word = self.tokens.lower[chunk.head]
        if word.endswith("ing") or word in words("describing"):
            return True
        if chunk.hit is not None and (self.kind(k + 1) == "comma" or self._has_own_count(until)):
            return False  # "man | killed, | two hurt", "four | shot in a bar, | two die"
        is_joined = any(self.kind(j) == "and" for j in range(k, until))
        is_closed = self.kind(k + 1) in {"preposition", "comma"} or self.is_apart(k, k + 1)
        return is_closed and word_class(word) == "n" and not is_joined

    def _has_own_count(self, k: int) -> bool:
        """Whether a count behind a comma is the subject of the verb at chunk `k`."""
        return self.kind(k - 1) == "noun" and self.chunks[k - 1].figure is not None and self.kind(k - 2) == "comma"

    def _past_fronted(self, begin: int, k: int, boundary: str) -> int:
        """Where the subject begins, behind what belongs to another verb or stands in front: "After a raid, | a man"."""
        is_own = self.kind(k - 2) == "comma" and self.chunks[k - 1].determiner in _NOMINATIVES
        if boundary == "verb" and is_own:
            return k - 1  # "Survived by two sons and a niece, | he"
        marks = [j for j in range(begin, k) if self.kind(j) in {"and", "comma"}]
        if boundary == "verb" and marks and not self._is_saying(begin - 1):
            return marks[0] + 1
        opener = self.tokens.lower[self.chunks[begin - 1].first] if boundary == "clause" else ""
        commas = [j for j in marks if self.kind(j) == "comma"]
        if opener in words("also_prepositions") and commas and self.kind(k - 1) != "comma":
            return commas[0] + 1
        return begin

    def _is_saying(self, k: int) -> bool:
        """Whether what follows the verb at chunk `k` is said: "claimed | 12 men died", not "claimed | 46 lives"."""
        hit = self.chunks[k].hit
        takes_object = hit is not None and self.noun(self.chunks[k + 1]) in hit.trigger.nouns
        return self.tokens.lower[self.chunks[k].head] in words("saying") and not takes_object

    def verb_before(self, k: int) -> int | None:
        """The verb group before chunk `k`, nothing but noun phrases and what joins them between."""
        j = k - 1
        while self.kind(j) in {"noun", "preposition", "and", "comma"}:
            j -= 1
        return j if self.kind(j) == "verb" else None

    def listed(self, k: int) -> Sequence[Member]:
        """The list that begins at chunk `k`, no subject."""
        return members_of(self.tokens, self.chunks, k, len(self.chunks), subject=False)
