"""An audit: every figure of a table with its verdict, and the findings that these are."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from crosstally.rules.audit.citing import Shelf
from crosstally.rules.audit.judging import Reading, judge
from crosstally.rules.audit.verdict import Judgement
from crosstally.rules.codes import codes
from crosstally.rules.decisions.decision import Adjudication
from crosstally.rules.decisions.readings import reread
from crosstally.rules.finding import Finding
from crosstally.rules.report import Report
from crosstally.rules.wording import claims, figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.facts.tables.loose.loose import Row
    from crosstally.rules.decisions.decision import Decision


@dataclass(frozen=True, slots=True)
class Audited:
    """A figure of a table with what the sources say of it.

    Attributes:
        row: The figure and its row.
        judgement: The verdict and its evidence.
        event: The event of the sources that it cites, else the one that it names itself.
    """

    row: Row
    judgement: Judgement
    event: str

    @property
    def said(self) -> str:
        """``killed (child) 120``."""
        fact = self.row.fact
        group = f" ({fact.group or fact.counted})" if fact.group or fact.counted else ""
        return f"{fact.measure}{group} {figure(fact).removeprefix(f'{fact.measure}: ')}"

    @property
    def message(self) -> str:
        """``row 3: killed 120, but at least 12 (Alder Gazette)``."""
        said, judgement = f"row {self.row.name}: {self.said}", self.judgement
        match judgement.verdict:
            case "other figure" if not judgement.taken:
                given = [one for one in judgement.evidence if one.measure == self.row.fact.measure]
                return f"{said}, but {claims(given or judgement.evidence)}"
            case "other figure":
                return f"{said}, but {judgement.reason}"
            case "source missing":
                return f"{said}: none of the sources is {', '.join(self.row.cited.values())}"
            case "absent":
                return f"{said} is in none of its sources"
        return f"{said}: {judgement.reason or judgement.verdict}"


@dataclass(frozen=True, slots=True)
class Audit:
    """A table held against its sources.

    Attributes:
        rows: Its figures with their verdicts, in its order.
        report: The verdicts that are findings, and the claims they rest on, as any format or waiver takes them.
    """

    rows: tuple[Audited, ...]
    report: Report

    @property
    def counts(self) -> Mapping[str, int]:
        """How many figures have each verdict, the most first."""
        return dict(Counter(one.judgement.verdict for one in self.rows).most_common())

    @property
    def headline(self) -> str:
        """``12 figures: 9 supported, 2 other figure, 1 source missing``."""
        total = f"{len(self.rows)} figure{'' if len(self.rows) == 1 else 's'}"
        told = ", ".join(f"{number} {verdict}" for verdict, number in self.counts.items())
        return f"{total}: {told}" if told else total


def audit_of(
    rows: Iterable[Row],
    documents: Sequence[Document],
    facts: Iterable[Fact],
    numbers_in: Callable[[Document], frozenset[float]],
    decisions: Sequence[Decision] = (),
) -> Audit:
    """Hold the rows of a table against documents.

    Args:
        rows: The rows.
        documents: The sources.
        facts: Their facts.
        numbers_in: Gives every number that a document mentions, whatever it counts.
        decisions: What people decided: how a figure is read, and which was taken for a measure of an event.
    """
    taken = {(one.event, one.measure, one.group): one for one in decisions if isinstance(one, Adjudication)}
    audited = tuple(_audited(rows, documents, reread(facts, decisions)[0], numbers_in, taken))
    findings = _findings(audited)
    shown = {(fact.document.doc_id, fact.fact_id): fact for finding in findings for fact in finding.facts}
    return Audit(audited, Report(tuple(shown.values()), (), findings))


def _audited(
    rows: Iterable[Row],
    documents: Sequence[Document],
    facts: Iterable[Fact],
    numbers_in: Callable[[Document], frozenset[float]],
    taken: Mapping[tuple[str, str, str | None], Adjudication],
) -> Iterator[Audited]:
    shelf = Shelf(documents)
    by_document: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_document[fact.document.doc_id].append(fact)
    known: dict[tuple[str, ...], Reading] = {}
    for row in rows:
        cited = shelf.cited(row.cited)
        ids = tuple(document.doc_id for document in cited)
        if ids not in known:
            known[ids] = Reading(cited, [fact for name in ids for fact in by_document[name]], numbers_in)
        events = {document.event for document in cited if document.event}
        named = row.cited.get("event") or row.fact.document.event or "table"
        event = events.pop() if len(events) == 1 else named
        decision = taken.get((event, row.fact.measure, row.fact.group))
        judgement = judge(row.fact, known[ids], decision) if cited else Judgement("source missing")
        yield Audited(row, judgement, event)


def _findings(audited: Iterable[Audited]) -> tuple[Finding, ...]:
    """The figures that are not supported, as findings that rest on the row and on what the sources say."""
    seen: Counter[str] = Counter()
    found = []
    for one in audited:
        kind = codes().get(one.judgement.verdict.replace(" ", "-"))
        if kind is None:  # supported, or decided
            continue
        name = _fingerprint(one)
        seen[name] += 1
        name = name if seen[name] == 1 else f"{name}-{seen[name]}"
        facts = (_standing(one), *one.judgement.evidence)
        found.append(Finding(name, kind.code, kind.name, kind.severity, one.event, None, one.message, facts))
    return tuple(found)


def _standing(one: Audited) -> Fact:
    """The figure of a row, on its own line of the table."""
    fact = one.row.fact
    return replace(fact, document=replace(fact.document, line=one.row.line), event=one.event)


def _fingerprint(one: Audited) -> str:
    """What the row says of whom, and the verdict: rows above and edits elsewhere do not change it."""
    said = (*one.row.cited.values(), one.said)
    return blake2b("\x1f".join((one.judgement.verdict, *said)).encode(), digest_size=8).hexdigest()
