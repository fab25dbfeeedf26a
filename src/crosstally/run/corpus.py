"""A corpus in shards: workers read them, documents are brought together by event, workers check the events.

The process that runs it holds the index of the corpus, and no text.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Future, as_completed
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from crosstally.errors import ConfigError, warn
from crosstally.output.tables.origin import origin
from crosstally.rules.decisions.applied import Ruling
from crosstally.rules.decisions.decision import Decision, among
from crosstally.rules.rule import Rule, load_rules
from crosstally.run.archive import Archive
from crosstally.run.checking import check_archive
from crosstally.run.corpus_index import AT_ONCE, Index, Part
from crosstally.run.engines import Engine, load_engine
from crosstally.run.parts import Manifest, begin, finish, write_part
from crosstally.run.placing import Events
from crosstally.run.question import Question
from crosstally.run.scratch import fetch, keep
from crosstally.run.shards import file_system, find_shards

PART = 2**22  # bytes of documents and their facts that are checked together, unless one event has more


class Done(NamedTuple):
    """What a worker says of a part.

    Attributes:
        rows: By table.
        findings: By severity.
        applied: The numbers of the decisions that did something.
        faults: In one line each what was set aside.
    """

    rows: dict[str, int]
    findings: Counter[str]
    applied: set[int]
    faults: list[str]


def check_corpus(  # noqa: PLR0913 - what a run needs
    inputs: Sequence[str],
    out: str,
    *,
    rules: Sequence[Rule] | None = None,
    policy: str = "majority",
    events: Events = "given",
    jobs: int = 1,
    engine: Engine | None = None,
    part: int = PART,
    configuration: str | None = None,
    decisions: Sequence[Decision] = (),
    on_skip: Callable[[str], None] = warn,
) -> Manifest:
    """Check the documents of shards and write the tables in parts.

    Args:
        inputs: Folders, globs and files of rows, as paths or URLs that fsspec knows; every worker must reach them.
        out: The folder for the tables, a path or URL; every worker must reach it.
        rules: The rules to ask; all that come with crosstally by default.
        policy: Which figure is best.
        events: "given": documents tell of the event they name, the others are grouped by what happened; "find": all.
        jobs: How many workers.
        engine: Whose workers; by default processes of this machine.
        part: How many bytes of documents with their facts are checked together; a part holds whole events.
        configuration: The fingerprint of the settings.
        decisions: What people decided.
        on_skip: Told in one line of what is set aside, and of each decision that matches nothing any more.

    Raises:
        InputError: There are no shards, or they cannot be reached.
        ConfigError: A rule is none of ours.
        CrosstallyError: There are no workers, or `out` cannot be written to.
    """
    rules = load_rules() if rules is None else rules
    if own := [rule.code for rule in rules if rule.is_own]:
        raise ConfigError(f"rules of one's own: {', '.join(own)}", allowed="those that come with crosstally")
    shards = find_shards(inputs, on_skip)
    fs, path = file_system(out)
    out = fs.unstrip_protocol(path)
    scratch = f"{out}/.scratch-{secrets.token_hex(8)}"
    with (engine or load_engine()).workers(jobs) as workers:
        begin(out)
        fs.makedirs(file_system(scratch)[1])
        try:
            reading = partial(keep, scratch=scratch, everywhere=events == "find")
            index = Index.of(workers.map(reading, shards), on_skip)
            index.place(workers)
            question = Question.of(rules, policy, among(decisions, index.sources))
            parts = list(index.parts(part))
            order = sorted(range(len(parts)), key=lambda i: -parts[i].size)  # the largest takes longest: it goes first
            waiting = {workers.submit(check_part, question, parts[i], out, i, configuration): i for i in order}
            done = _in_order(waiting, on_skip)
            for number in sorted({*range(len(decisions))}.difference(*(one.applied for one in done))):
                on_skip(Ruling(decisions[number]).stale)
        finally:
            fs.rm(file_system(scratch)[1], recursive=True)
    manifest = Manifest(
        documents=len(index.events),
        events=sum(len(part.events) for part in parts),
        findings=sum((one.findings for one in done), Counter[str]()),
        rows={name: [one.rows[name] for one in done] for name in done[0].rows},
        origin=origin(configuration),
    )
    finish(manifest, out)
    return manifest


def _in_order(waiting: dict[Future[Done], int], on_skip: Callable[[str], None]) -> list[Done]:
    """What was done of all parts, by number; a part that fails ends the run at once."""
    done = {waiting[future]: future.result() for future in as_completed(waiting)}
    for number in sorted(done):
        for fault in done[number].faults:
            on_skip(fault)
    return [done[number] for number in sorted(done)]


def check_part(question: Question, part: Part, out: str, number: int, configuration: str | None) -> Done:
    """Check events and write what is found of them."""
    faults: list[str] = []
    archive = Archive()
    for event, pieces in part.events:
        for start in range(0, len(pieces), AT_ONCE):
            for document, packed in fetch(pieces[start : start + AT_ONCE]):
                archive.add(replace(document, event=event), packed)
    with question.asked() as rules:
        decisions = question.decisions
        report = check_archive(archive, rules=rules, policy=question.policy, decisions=decisions, on_skip=faults.append)
        done = tuple(
            ruling for ruling in report.rulings if not ruling.is_stale
        )  # others may do something in other parts
        report = replace(report, rulings=done)
        rows = write_part(report, out, number, configuration)
    applied = {number for number, decision in enumerate(decisions) if any(one.decision is decision for one in done)}
    return Done(rows, Counter(finding.severity for finding in report.findings), applied, faults)
