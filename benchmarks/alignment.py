#!/usr/bin/env python3
"""How well figures are aligned across the reports of an event, and how many accusations are true.

usage: python benchmarks/alignment.py [DATA]

DATA is a folder of events, by default the invented ones of events/: NAME.toml each, with the reports as they are
pasted, and with the quantities that two reports or more give. Of each it says whether they agree, are close (rounded,
converted, or with a bound that touches), or disagree, or whether one is an update. A claim is its words, or its words
and which time they stand in the report. Alignment counts pairs of claims of two reports: those that one gold quantity
holds, and those that were put in one. An accusation is an error or a warning that rests on two reports; it is right
when two of its claims are of one gold quantity that is not simply agreed, and exclude each other.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact
from crosstally.facts.source.event_dates import dated
from crosstally.facts.source.masthead import completed
from crosstally.facts.source.piece import ignore
from crosstally.facts.source.readers import prose
from crosstally.facts.source.records import to_document
from crosstally.rules.alignment.alignment import Aligner, align
from crosstally.rules.engine import check_facts
from crosstally.rules.report import Report

EVENTS = Path(__file__).with_name("events")
_ACCUSING = ("error", "warning")


@dataclass(frozen=True)
class Event:
    """An event with gold.

    Attributes:
        name: Its name.
        documents: Its reports.
        claims: Of each gold quantity by its number, the spans that claim it, by document.
        names: The names of these quantities.
        disputed: The numbers of those on which reports exclude each other, which are to be found.
        open: The numbers of all that are not simply agreed, which may be accused.
    """

    name: str
    documents: tuple[Document, ...]
    claims: tuple[dict[str, tuple[tuple[int, int], ...]], ...]
    names: tuple[str, ...]
    disputed: frozenset[int]
    open: frozenset[int]


def load(path: Path) -> Event:
    """Read an event.

    Raises:
        ValueError: A claim does not stand in its report, or more often than once and it is not said which.
    """
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    pasted = ((name, _document(name, text, path.stem)) for name, text in written["reports"].items())
    documents = tuple(document for _, document in dated(pasted, ignore))
    texts = {document.doc_id: document.text for document in documents}
    quantities = written["quantity"]
    claims = tuple(
        {name: tuple(_span(texts[name], claim, path) for claim in claims) for name, claims in one["claims"].items()}
        for one in quantities
    )
    return Event(
        path.stem,
        documents,
        claims,
        names=tuple(one["name"] for one in quantities),
        disputed=frozenset(i for i, one in enumerate(quantities) if one["verdict"] == "disagree"),
        open=frozenset(i for i, one in enumerate(quantities) if one["verdict"] != "agree"),
    )


def _document(name: str, text: str, event: str) -> Document:
    """A report as `crosstally check` reads it: with what stands above it, and in its masthead."""
    return to_document(completed(prose.report(text).fields, ignore), doc_id=name, source=name, event=event)


def _span(text: str, claim: str | tuple[str, int], path: Path) -> tuple[int, int]:
    quote, which = (claim, None) if isinstance(claim, str) else claim
    places = [found.start() for found in re.finditer(re.escape(quote), text)]
    if len(places) != 1 if which is None else which > len(places):
        raise ValueError(f"{path}: {quote!r} stands {len(places)} times in its report")
    start = places[(which or 1) - 1]
    return start, start + len(quote)


def score(event: Event, report: Report) -> Counter[str]:
    """Count what was said and what is right: pairs, accusations, and the disputes that were found."""
    of = {fact.fact_id: quantities(event, fact) for fact in report.facts}
    counts: Counter[str] = Counter(disputes=len(event.disputed))
    for a, b in combinations([fact for fact in report.facts if of[fact.fact_id]], 2):
        if a.document.doc_id != b.document.doc_id:
            is_same, is_said = bool(of[a.fact_id] & of[b.fact_id]), a.quantity_id == b.quantity_id
            counts.update({"pairs": is_same, "pairs said": is_said, "pairs right": is_same and is_said})
    found: set[int] = set()
    for facts in accusations(report):
        held = {k for a, b in combinations(facts, 2) if exclude(a, b) for k in of[a.fact_id] & of[b.fact_id]}
        counts.update({"accusations": 1, "accusations right": bool(held & event.open)})
        found |= held & event.disputed
    counts["disputes found"] = len(found)
    return counts


def accusations(report: Report) -> Iterator[tuple[Fact, ...]]:
    """The facts of every error or warning that rests on two reports or more."""
    for finding in report.findings:
        if finding.severity in _ACCUSING and len({fact.document.doc_id for fact in finding.facts}) > 1:
            yield finding.facts


def quantities(event: Event, fact: Fact) -> frozenset[int]:
    """The numbers of the gold quantities that a fact is a claim on."""
    doc_id = fact.document.doc_id
    return frozenset(
        k
        for k, spans in enumerate(event.claims)
        if any(start < fact.end and fact.start < stop for start, stop in spans.get(doc_id, ()))
    )


def exclude(a: Fact, b: Fact) -> bool:
    """Whether two reports give figures that exclude each other."""
    return a.document.doc_id != b.document.doc_id and not a.interval.meets(b.interval)


def run(event: Event, aligner: Aligner = align) -> Report:
    """Check an event, as `crosstally check` does, with its aligner or another."""
    facts = [fact for document in event.documents for fact in extract_facts(document)]
    return check_facts(facts, event.documents, align=aligner)


def f1(right: float, said: float, wanted: float) -> float:
    """F1 in percent of precision (of what was said) and recall (of what was wanted)."""
    return 200 * right / (said + wanted) if right else 0.0


def summary(counts: Counter[str]) -> dict[str, float]:
    """The figures of a score, in percent: alignment F1, accusations P, disputes found."""
    return {
        "alignment": f1(counts["pairs right"], counts["pairs said"], counts["pairs"]),
        "accusations": 100 * counts["accusations right"] / max(1, counts["accusations"]),
        "disputes": 100 * counts["disputes found"] / max(1, counts["disputes"]),
    }


def table(events: Iterable[Event]) -> Iterator[str]:
    """Yield the lines: one an event, and one for all."""
    yield f"{'event':<22}{'pairs':>7}{'P':>8}{'R':>8}{'F1':>8}{'accused':>10}{'right':>7}{'disputes':>10}{'found':>7}"
    total: Counter[str] = Counter()
    for event in events:
        counts = score(event, run(event))
        total += counts
        yield _line(event.name, counts)
    yield _line("all", total)


def _line(name: str, n: Counter[str]) -> str:
    precision = 100 * n["pairs right"] / max(1, n["pairs said"])
    recall = 100 * n["pairs right"] / max(1, n["pairs"])
    tail = f"{n['accusations']:>10}{n['accusations right']:>7}{n['disputes']:>10}{n['disputes found']:>7}"
    return f"{name:<22}{n['pairs']:>7}{precision:>8.1f}{recall:>8.1f}{summary(n)['alignment']:>8.1f}{tail}"


def unread(event: Event) -> Iterator[str]:
    """The claims of an event that no fact was read from."""
    spans: dict[str, list[Fact]] = defaultdict(list)
    for document in event.documents:
        spans[document.doc_id] += extract_facts(document)
    for name, claims in zip(event.names, event.claims, strict=True):
        for doc_id, found in claims.items():
            for start, stop in found:
                if not any(start < fact.end and fact.start < stop for fact in spans[doc_id]):
                    yield f"{name}: {doc_id} {start}"


def main() -> None:
    """Parse the arguments, check the events, write the table."""
    arguments = argparse.ArgumentParser(description="How well figures are aligned, how many accusations are true.")
    arguments.add_argument("data", nargs="?", type=Path, default=EVENTS, help="folder of events")
    for line in table(map(load, sorted(arguments.parse_args().data.glob("*.toml")))):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
