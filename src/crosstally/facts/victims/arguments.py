"""Arguments: which noun phrases of a sentence a word of casualty is said of, by how its clause is built.

    passive, participle, intransitive: its subject     "a guard (of the mill) was later shot", "two hikers died"
    active: its object                                  "killed a guard and two visitors"
    state: its subject, or what was left in it          "was found dead", "leaving a guard dead"
    noun: what follows "of"                             "led to the death of a guard", "the body of a man was found"

Verbs in a chain share what one of them has: "was abducted | and later killed", "abducted | and killed a clerk".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crosstally.facts.roles.triggers import Measure, measures, noun_measures, outcomes
from crosstally.facts.victims.chunk import Chunk
from crosstally.facts.victims.lists import PARTS, Member, members_of
from crosstally.facts.victims.words import words
from crosstally.facts.words.nouns import counts_people, is_plural, singular, word_class
from crosstally.facts.words.tokens import Tokens


class Argument(NamedTuple):
    """A noun phrase that something is said of.

    Attributes:
        phrase: The noun phrase.
        measure: What befell it.
        is_part: Whether it is one of those counted beside it: "including | a guard".
        is_weak: Whether what is said of it is said of things, too.
        is_added: Whether it comes on top of others: "a guard was | also | killed".
    """

    phrase: Chunk
    measure: Measure
    is_part: bool
    is_weak: bool = False
    is_added: bool = False


class Clauses:
    """The clauses of a sentence: what their predicates are said of."""

    def __init__(self, tokens: Tokens, chunks: Sequence[Chunk]) -> None:
        """Of the chunks of a sentence."""
        self.tokens = tokens
        self.chunks = chunks

    def arguments(self) -> list[Argument]:
        """What the words of casualty are said of, in the order of the sentence."""
        found: list[Argument] = []
        ends = {verb: measure for k in range(len(self.chunks)) for verb, measure in self._brought_to(k)}
        for k, chunk in enumerate(self.chunks):
            if k in ends:
                found.extend(Argument(one.phrase, ends[k], one.is_part) for one in self._befallen(k))
            else:
                found.extend(self._said_by(k, chunk))
        return sorted(found, key=lambda one: one.phrase.first)

    def doers(self) -> Iterator[tuple[Chunk, Measure]]:
        """Who did something to somebody, with what it is: "four men | abducted a clerk"."""
        for k, chunk in enumerate(self.chunks):
            hit = chunk.hit
            is_active = hit is not None and hit.trigger.role == "object" and not chunk.has("be")
            if hit is not None and is_active and self._kind(k - 1) != "and" and self.objects(k):
                yield from ((member.phrase, hit.trigger.measure) for member in self.subject(k))

    def _said_by(self, k: int, chunk: Chunk) -> Iterator[Argument]:
        hit = chunk.hit
        if chunk.kind == "noun" and chunk.head >= 0:
            yield from (Argument(one.phrase, measures()["injured"], one.is_part) for one in self._hurt(k, chunk))
            for measure, members in self._named(k, chunk):
                yield from (Argument(one.phrase, measure, one.is_part) for one in members)
        elif hit is not None and hit.trigger.measure.counts == "people":
            measure, is_weak = hit.trigger.measure, hit.trigger.phrase in hit.trigger.measure.weak
            is_added = "also" in chunk.auxiliaries or self.tokens.at(chunk.first - 1) == "also"
            found = self._of_predicate(k, chunk)
            for one in (*found, *(self._told_behind(k, found) if found else ())):
                yield Argument(one.phrase, measure, one.is_part, is_weak, is_added)

    def _kind(self, k: int) -> str:
        return self.chunks[k].kind if 0 <= k < len(self.chunks) else ""

    def _of_predicate(self, k: int, chunk: Chunk) -> Sequence[Member]:
        if not self._is_asserted(k, chunk):
            return ()
        assert chunk.hit is not None  # noqa: S101 - the caller asks only for triggers
        role = chunk.hit.trigger.role
        if role == "state":
            is_deed = chunk.kind == "verb" and not chunk.auxiliaries and chunk.hit.stop > chunk.head + 1
            return self._befallen(k) if is_deed else self._in_state(k, chunk)
        if role == "subject":
            return () if self._has_numbered_object(k) else self.subject(k)
        return () if chunk.hit.trigger.nouns else self._befallen(k)

    def _told_behind(self, k: int, found: Sequence[Member]) -> Iterator[Member]:
        """Those told of behind a verb: "nine were hurt, among them | a cook", "surrendered along with | his wife"."""
        last = found[-1].phrase.first
        j = k + 1
        while self._kind(j) in {"preposition", "noun", "comma", "and"}:
            first = self.chunks[j].first
            if self.tokens.lower[first] in PARTS and last < first:
                yield from (member for member in self._listed(j) if member.is_part)
                return
            if self._kind(j) == "and":
                if self.chunks[j].stop > first + 1 and self._kind(j + 1) == "noun" and last < first:
                    yield from self._listed(j + 1)
                return
            j += 1

    def _listed(self, k: int) -> Sequence[Member]:
        return members_of(self.tokens, self.chunks, k, len(self.chunks), subject=False)

    def _has_numbered_object(self, k: int) -> bool:
        """Whether a verb is said of things: "surrendered | two keys"."""
        figure = self.chunks[k + 1].figure if self._kind(k + 1) == "noun" else None
        return figure is not None and figure.unit is None

    def _befallen(self, k: int) -> Sequence[Member]:
        """Those whom the deed at chunk `k` befell: the subject of a passive or participle, else the objects."""
        chunk = self.chunks[k]
        if chunk.has("be") and not self._is_progressive(chunk):
            return self.subject(k)
        objects = self.objects(k)
        if objects or chunk.auxiliaries or self.tokens.lower[chunk.head].endswith("ing"):
            return objects
        return self._before_participle(k) if self._may_be_participle(chunk) else ()

    def _may_be_participle(self, chunk: Chunk) -> bool:
        return chunk.hit is None or chunk.hit.trigger.participle or chunk.hit.trigger.role == "state"

    def _before_participle(self, k: int) -> Sequence[Member]:
        """The subject of a participle without an auxiliary: those left so, people right before it, else its clause's.

        "left two guards | wounded", "one of nine cooks | killed", "the cook of the inn | killed by a thief"
        """
        if self._kind(k + 1) in {"noun", "verb", "state"}:
            return ()  # "a professionally | executed | boarding"
        j = self._verb_before(k)
        if j is not None and self.tokens.lower[self.chunks[j].head] in words("leaving"):
            return members_of(self.tokens, self.chunks, j + 1, k, subject=True)
        if self._kind(k - 1) != "noun":
            return self.subject(k)
        if self._is_people(self.chunks[k - 1]):
            return members_of(self.tokens, self.chunks, self._first_listed(k - 1), k, subject=True)
        if self.tokens.at(self.chunks[k].stop) == "by":
            return members_of(self.tokens, self.chunks, self._head_of_phrase(k - 1), k, subject=True)
        return self.subject(k)

    def _verb_before(self, k: int) -> int | None:
        """The verb group before chunk `k`, nothing but noun phrases and what joins them between."""
        j = k - 1
        while self._kind(j) in {"noun", "preposition", "and", "comma"}:
            j -= 1
        return j if self._kind(j) == "verb" else None

    def _is_people(self, chunk: Chunk) -> bool:
        if chunk.head < 0:
            return chunk.figure is not None and chunk.figure.unit is None
        return counts_people(singular(self.tokens.lower[chunk.head]))

    def _first_listed(self, k: int) -> int:
        """The first of the phrases that are joined to the one at chunk `k`: "two guards | and a cook"."""
        while (
            self._kind(k - 1) in {"and", "comma"} and self._kind(k - 2) == "noun" and self._kind(k - 3) != "preposition"
        ):
            k -= 2
        return k

    def _head_of_phrase(self, k: int) -> int:
        """The chunk that a phrase begins with which ends at chunk `k`: "the cook | of the inn"."""
        while self._kind(k - 1) == "preposition" and self._kind(k - 2) == "noun":
            k -= 2
        return k

    def _brought_to(self, k: int) -> Iterator[tuple[int, Measure]]:
        """The verb that ends in what chunk `k` names: "hacked a clerk | to death", "took a clerk | into custody"."""
        chunk = self.chunks[k]
        measure = outcomes().get((self.tokens.at(chunk.first - 1), self.tokens.lower[chunk.first]))
        if measure is None or chunk.kind != "noun" or chunk.stop != chunk.first + 1:
            return
        verb = next((j for j in range(k - 1, -1, -1) if self._kind(j) == "verb"), None)
        if verb is None or self.tokens.lower[self.chunks[verb].head] in words("figurative"):
            return
        if self._is_asserted(verb, self.chunks[verb]):
            yield verb, measure

    def _is_progressive(self, chunk: Chunk) -> bool:
        return self.tokens.lower[chunk.head].endswith("ing")

    def _is_asserted(self, k: int, chunk: Chunk) -> bool:
        """Whether a deed is told as done: not "to kill", "may kill", "was not hurt", "for killing", "if ... died"."""
        if chunk.has("modals") or chunk.has("not") or chunk.has("do") or {"to", "be"} & chunk.auxiliaries:
            return False
        begin, boundary = self._clause_start(k)
        if boundary == "clause" and self.tokens.lower[self.chunks[begin - 1].first] in words("doubts"):
            return False
        is_gerund = self.tokens.lower[chunk.head].endswith("ing") and not chunk.auxiliaries
        before = self.chunks[k - 1] if k else None
        return not (
            is_gerund
            and before is not None
            and before.kind == "preposition"
            and self.tokens.lower[before.first] in words("grounds")
        )

    def objects(self, k: int) -> Sequence[Member]:
        """The objects of the verb group at chunk `k`, or those of a verb that it is chained with."""
        j = k + 1
        if self._kind(j) == "and" and self._kind(j + 1) == "verb" and not self.chunks[j + 1].auxiliaries:
            return self.objects(j + 1)
        if self._kind(j) == "preposition" and self._kind(j + 1) == "noun" and self.chunks[j + 1].figure is not None:
            j += self.tokens.lower[self.chunks[j].first] in words("roughly")
        return (
            members_of(self.tokens, self.chunks, j, len(self.chunks), subject=False) if self._kind(j) == "noun" else ()
        )

    def subject(self, k: int) -> Sequence[Member]:
        """The subject of the verb group or state at chunk `k`."""
        begin, boundary = self._clause_start(k)
        if self._kind(k - 1) == "and":
            chained = self._chained(k)
            if chained is None:
                return ()
            hit = self.chunks[k].hit
            acts = hit is not None and hit.trigger.role == "subject"
            return self.subject(chained) if acts else self._of_chain(chained)
        if begin == k:
            return ()
        return members_of(self.tokens, self.chunks, self._past_fronted(begin, k, boundary), k, subject=True)

    def _of_chain(self, k: int) -> Sequence[Member]:
        """Those of the verb that another is chained to: its objects where it has some, else its subject."""
        verb = self.chunks[k]
        passive = verb.has("be") and not self._is_progressive(verb)
        return self.subject(k) if passive or not (found := self.objects(k)) else found

    def _chained(self, k: int) -> int | None:
        """The verb group before "and" that the one at chunk `k` goes on from."""
        return next(
            (j for j in range(k - 2, -1, -1) if self._kind(j) == "verb" and not self._is_reduced(j, k - 1)), None
        )

    def _clause_start(self, k: int) -> tuple[int, str]:
        """The chunk that the clause of the verb at chunk `k` begins with, and the kind of what stands before it."""
        j = k - 1
        while j >= 0:
            kind = self._kind(j)
            if kind in {"clause", "stop", "state"}:
                return j + 1, kind
            if kind == "who":
                return (self._antecedent(j), "who") if j == k - 1 else (j + 1, kind)
            is_infinitive = "to" in self.chunks[j].auxiliaries
            if kind == "verb" and not is_infinitive and not self._is_reduced(j, k):
                if self._kind(j - 1) != "who":
                    return j + 1, "verb"
                j -= 1
            j -= 1
        return 0, ""

    def _antecedent(self, k: int) -> int:
        """The noun phrase before a relative, a comma between: "Ana Vell, | who was shot"."""
        j = k - 1 - (self._kind(k - 1) == "comma")
        return j if self._kind(j) == "noun" else k

    def _is_reduced(self, k: int, until: int) -> bool:
        """Whether a verb group only describes the noun before it: "a man | identified as", "men | riding a horse".

        Args:
            k: The verb group.
            until: The verb that the noun may be the subject of; where "and" stands before it, "clashed in the city
                | and two were killed", the first is likely to have its own.
        """
        chunk = self.chunks[k]
        if chunk.auxiliaries or self._kind(k - 1) not in {"noun", "comma"}:
            return False
        word = self.tokens.lower[chunk.head]
        if word.endswith("ing") or word in words("describing"):
            return True
        if chunk.hit is not None and self._kind(k + 1) == "comma":
            return False  # "man | killed, | two hurt"
        is_joined = any(self._kind(j) == "and" for j in range(k, until))
        return self._kind(k + 1) in {"preposition", "comma"} and word_class(word) == "n" and not is_joined

    def _past_fronted(self, begin: int, k: int, boundary: str) -> int:
        """Where the subject begins, behind what belongs to another verb or stands in front: "After a raid, | a man"."""
        marks = [j for j in range(begin, k) if self._kind(j) in {"and", "comma"}]
        if boundary == "verb" and marks and self.tokens.lower[self.chunks[begin - 1].head] not in words("saying"):
            return marks[0] + 1
        opener = self.tokens.lower[self.chunks[begin - 1].first] if boundary == "clause" else ""
        commas = [j for j in marks if self._kind(j) == "comma"]
        if opener in words("also_prepositions") and commas and self._kind(k - 1) != "comma":
            return commas[0] + 1
        return begin

    def _in_state(self, k: int, chunk: Chunk) -> Sequence[Member]:
        """Those who are in a state, or were left in it: "was found | dead", "leaving a guard | dead"."""
        if chunk.kind == "verb":
            return self.subject(k)
        j = self._verb_before(k)
        if j is None:
            return self.subject(k) if self._kind(k - 1) == "noun" else ()
        verb = self.chunks[j]
        if not self._is_asserted(j, verb) or self._kind(k + 1) == "verb":
            return ()  # "seriously | wounding"
        if j == k - 1:
            return self.subject(j)
        if self.tokens.lower[verb.head] in words("leaving") | words("bringing"):
            return members_of(self.tokens, self.chunks, j + 1, k, subject=True)
        return self.subject(k) if verb.hit is not None and not verb.auxiliaries else ()

    def _named(self, k: int, chunk: Chunk) -> Iterator[tuple[Measure, Sequence[Member]]]:
        """What a noun names: "resulted in the death of | a guard", "the body of | a guard was found"."""
        noun = singular(self.tokens.lower[chunk.head])
        if chunk.figure is not None or self._kind(k + 1) != "preposition" or self._kind(k + 2) != "noun":
            return
        if self.tokens.lower[self.chunks[k + 1].first] != "of":
            return
        if noun in {"body", "corpse", "remain"}:
            if self._is_come_upon(k):
                members = self._listed(k + 2)
                is_one = noun != "remain" and not is_plural(self.tokens.lower[chunk.head]) and bool(chunk.determiner)
                yield measures()["killed"], [Member(chunk, is_part=False)] if is_one else members
        elif (measure := noun_measures().get(noun)) is not None and self._is_result(k):
            yield measure, self._listed(k + 2)

    def _hurt(self, k: int, chunk: Chunk) -> Sequence[Member]:
        """Who sustained an injury of any kind: "two guards sustained | bullet injuries"."""
        verb = self.chunks[k - 1] if k else None
        is_injury = singular(self.tokens.lower[chunk.head]) in words("injuries") and chunk.determiner not in {
            "no",
            "any",
        }
        if verb is None or verb.kind != "verb" or verb.hit is not None or not is_injury:
            return ()
        is_sustained = self.tokens.lower[verb.head] in words("sustaining") and self._is_asserted(k - 1, verb)
        return self.subject(k - 1) if is_sustained else ()

    def _is_come_upon(self, k: int) -> bool:
        """Whether a body was found: the verb before it or the first one behind it says so."""
        before = self.chunks[k - 1] if k else None
        verbs = [before] if before is not None and before.kind == "verb" else []
        verbs += [chunk for chunk in self.chunks[k + 1 :] if chunk.kind == "verb"][:2]
        return any(self.tokens.lower[verb.head] in words("found") for verb in verbs)

    def _is_result(self, k: int) -> bool:
        """Whether a deed is told as what came of something: "led to | the death of"."""
        j = k - 1
        while j >= 0 and self._kind(j) in {"preposition", "and", "comma", "noun"}:
            j -= 1
        return self._kind(j) == "verb" and self.tokens.lower[self.chunks[j].head] in words("resulting")
