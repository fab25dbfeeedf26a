"""Deeds: whether a clause tells of one as done, and those that nouns name: "the killing of", "with minor injuries"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosstally.facts.victims.chunk import Chunk
from crosstally.facts.victims.clauses import Clauses
from crosstally.facts.victims.gathered import Member
from crosstally.facts.victims.lists import members_of
from crosstally.facts.victims.words import BODIES, words
from crosstally.facts.words.measure import Measure, measures
from crosstally.facts.words.nouns import is_plural, singular
from crosstally.facts.words.triggers import noun_measures

_PRESENT = frozenset({"is", "are", "gets", "get"})


class Deeds(Clauses):
    """The deeds of a sentence that are told without a verb of their own."""

    def is_asserted(self, k: int, chunk: Chunk) -> bool:
        """Whether a deed is told as done: not "to kill", "may kill", "was not hurt", "for killing", "if ... died"."""
        if chunk.has("modals") or chunk.has("not") or chunk.has("do") or {"to", "be"} & chunk.auxiliaries:
            return False
        if any(word.endswith("n't") for word in chunk.auxiliaries):
            return False
        if self.word(chunk) in words("filming") and self._is_filmed(chunk.stop):
            return False
        begin, boundary = self.clause_start(k)
        opening = self.chunks[begin - 1].first if boundary == "clause" else -1
        is_doubted = opening >= 0 and self.tokens.lower[opening] in words("doubts")
        is_always = opening == 0 and self.tokens.lower[0] in words("whenever")
        if is_doubted or (is_always and not _PRESENT.isdisjoint(chunk.auxiliaries)):
            return False  # "When one | is killed, the rest flee"
        if self.tokens.at(chunk.first - 1) in words("not"):
            return False  # "almost | drowned"
        is_gerund = self.tokens.lower[chunk.first].endswith("ing")  # "killing a guard", "having killed a guard"
        before = self.chunks[k - 1] if k else None
        is_way = is_gerund and self._is_way_to_die(chunk.first)
        return not is_way and not (
            is_gerund
            and before is not None
            and before.kind == "preposition"
            and self.tokens.lower[before.first] in words("grounds")
            and not any(member.phrase.figure is not None for member in self.objects(k))
        )  # those beside them are counted: "accused of killing his wife and | two guards"

    def _is_way_to_die(self, i: int) -> bool:
        """Whether a word on -ing at token `i` only says how somebody is to die: "sentenced to death by | hanging"."""
        return self.tokens.at(i - 1) == "by" and self.tokens.at(i - 2) in words("deaths")

    def _is_filmed(self, i: int) -> bool:
        """Whether a camera alone holds somebody, by what stands at token `i`: "a thief was captured | on camera"."""
        behind = self.tokens.lower[i : i + 3]  # "on the cameras"
        return behind[:1] == ["on"] and not words("films").isdisjoint(behind)

    def named(self, k: int, chunk: Chunk) -> Iterator[tuple[Measure, Sequence[Member]]]:
        """What a noun names: "resulted in the death of | a guard", "the body of | a guard was found"."""
        noun = singular(self.tokens.lower[chunk.head])
        if singular(self.word(chunk)) in BODIES and self.tokens.at(chunk.stop) != "of":
            if chunk.determiner and chunk.figure is None and self._is_come_upon(k):
                yield measures()["killed"], [Member(chunk, is_part=False)]  # "her body | was found"
            return
        if noun in words("dead") and chunk.figure is None:
            yield measures()["killed"], self._called(k)
        if chunk.figure is not None or self.kind(k + 1) != "preposition" or self.kind(k + 2) != "noun":
            return
        preposition = self.tokens.lower[self.chunks[k + 1].first]
        if preposition == "to" and self._is_injury(chunk) and self._is_result(k):
            yield measures()["injured"], self.listed(k + 2)
        if preposition != "of":
            return
        if noun in {"body", "corpse", "remain"}:
            if self._is_come_upon(k):
                members = self._found(k + 2)
                is_one = noun != "remain" and not is_plural(self.tokens.lower[chunk.head]) and bool(chunk.determiner)
                yield measures()["killed"], [Member(chunk, is_part=False)] if is_one else members
        elif (measure := self._deed_named(chunk)) is not None and (self._is_result(k) or self._is_told_of(k)):
            yield measure, self.listed(k + 2)

    def _found(self, k: int) -> Sequence[Member]:
        """Whose bodies were found, from chunk `k` on: "the bodies of | two men and a boy | were found"."""
        end = next((j for j in range(k, len(self.chunks)) if self.kind(j) in {"verb", "stop", "clause", "who"}), None)
        is_passive = end is not None and self.kind(end) == "verb" and self.chunks[end].has("be")
        return members_of(self.tokens, self.chunks, k, end, subject=True) if is_passive and end else self.listed(k)

    def _called(self, k: int) -> Sequence[Member]:
        """Those whom a sentence names of the dead: "the dead | were named as", "police identified the dead | as"."""
        as_ = k + 1 + (self.kind(k + 1) == "verb")
        verb = k + 1 if as_ > k + 1 else k - 1
        is_said = self.kind(verb) == "verb" and self.word(self.chunks[verb]) in words("naming")
        is_list = self.kind(as_) == "preposition" and self.tokens.lower[self.chunks[as_].first] == "as"
        return self.listed(as_ + 1) if is_said and is_list and self.kind(as_ + 1) == "noun" else ()

    def _deed_named(self, chunk: Chunk) -> Measure | None:
        """What a noun of deed says became of those whose it is: "the killing of", "the fatal beating of"."""
        described = self.tokens.lower[chunk.first : chunk.head]
        if not words("unreal").isdisjoint(described):
            return None
        return measures()["killed"] if self.is_deadly(chunk) else noun_measures().get(singular(self.word(chunk)))

    def is_deadly(self, chunk: Chunk) -> bool:
        """Whether what a noun names kills: "the fatal beating of", "fatal injuries", not "non-fatal wounds"."""
        inside = range(chunk.first, chunk.head)
        return any(self.tokens.lower[i] in words("deadly") and self.tokens.at(i - 1) != "-" for i in inside)

    def _is_told_of(self, k: int) -> bool:
        """Whether a sentence tells of a deed that no verb brings about, and of no old case.

        "The killing of a guard | shocked the town", "Incident: abduction of two clerks", "held after the killing of".
        """
        if any(not words(kind).isdisjoint(self.tokens.lower) for kind in ("reactions", "courts", "charges", "rites")):
            return False
        is_after = self.tokens.at(self.chunks[k].first - 1) in {"after", "following"}
        return is_after or self.kind(k - 1) in {"", "stop"}

    def hurt(self, k: int, chunk: Chunk) -> Sequence[Member]:
        """Who has an injury of any kind: "two guards sustained | bullet injuries", "escaped with | a broken leg"."""
        if k == 0 or not (self._is_injury(chunk) or self._is_broken_by(k, chunk)):
            return ()
        before = self.chunks[k - 1]
        if before.kind == "preposition" and self.tokens.lower[before.first] == "with":
            return self._left_with(k - 2 - (self.kind(k - 2) == "preposition"))  # "was pulled out | with"
        if before.kind == "preposition" and self.tokens.lower[before.first] == "from" and k > 1:
            before, k = self.chunks[k - 2], k - 1  # "suffered | from burns"
        if before.kind == "verb" and self.kind(k - 2) == "noun" and self._is_owner(self.chunks[k - 2]):
            return members_of(self.tokens, self.chunks, k - 2, k - 1, subject=True)  # "Ana Vell's | broken | arm"
        verb = self.word(before) if before.kind == "verb" and before.hit is None else ""
        is_sustained = any(verb in words(kind) for kind in ("sustaining", "have", "breaking"))
        return self.subject(k - 1) if is_sustained and self.is_asserted(k - 1, before) else ()

    def _is_owner(self, chunk: Chunk) -> bool:
        return self.tokens.at(chunk.stop - 1) in {"'s", "’s"}

    def _is_injury(self, chunk: Chunk) -> bool:
        if chunk.determiner in {"no", "any"}:
            return False
        is_broken = not words("broken").isdisjoint(self.tokens.lower[chunk.first : chunk.head])
        return is_broken or singular(self.word(chunk)) in words("injuries")

    def _is_broken_by(self, k: int, chunk: Chunk) -> bool:
        """Whether a verb before a part of the body breaks it: "nine guests broke | their legs"."""
        verb = self.chunks[k - 1]
        return verb.kind == "verb" and self.word(verb) in words("breaking") and self.noun(chunk) in words("body_parts")

    def _left_with(self, k: int) -> Sequence[Member]:
        """Those before "with" and an injury: "four clerks | with burns", "two clerks escaped | with burns"."""
        if self.kind(k) == "noun":
            people = self.is_people(self.chunks[k])
            return members_of(self.tokens, self.chunks, self.first_listed(k), k + 1, subject=True) if people else ()
        is_end = self.kind(k) == "verb" and (self.chunks[k].has("be") or self.word(self.chunks[k]) in words("escaping"))
        return self.subject(k) if is_end and self.is_asserted(k, self.chunks[k]) else ()

    def word(self, chunk: Chunk) -> str:
        """The head noun or verb of a chunk as it stands, in small letters."""
        return self.tokens.lower[chunk.head]

    def _is_come_upon(self, k: int) -> bool:
        """Whether a body was found: the verb before it or the first one behind it says so."""
        before = self.chunks[k - 1] if k else None
        verbs = [before] if before is not None and before.kind == "verb" else []
        verbs += [chunk for chunk in self.chunks[k + 1 :] if chunk.kind == "verb"][:2]
        return any(self.word(verb) in words("found") for verb in verbs)

    def _is_result(self, k: int) -> bool:
        """Whether a deed is told as what came of something: "led to | the death of"; not of what is asked for.

        "A reward for information leading to | the arrest of".
        """
        j = k - 1
        while j >= 0 and self.kind(j) in {"preposition", "and", "comma", "noun"}:
            j -= 1
        if self.kind(j) != "verb" or self.word(self.chunks[j]) not in words("resulting"):
            return False
        before = self.chunks[j - 1] if j else None
        is_sought = before is not None and before.kind == "noun" and self.noun(before) in words("leads")
        return not (is_sought and self.is_progressive(self.chunks[j]))
