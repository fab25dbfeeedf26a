#!/usr/bin/env python3
"""How well an audit finds what is wrong in a table: tables made from coded reports, with errors planted in them.

    python benchmarks/audit.py --data DIR            # codings/*.jsonl and shootings/ in DIR
    python benchmarks/audit.py --data DIR -v absent  # the rows that were judged wrongly

Every coded figure is a row that cites its report (shootings: its event). A share of the rows is then spoilt:

swapped        two figures of one report change places
other measure  the row gets the figure that the report has for another measure
absent         a number that no report of it holds
off by ten     a zero more
stale          what an earlier report of the event said, before a later one corrected it

A planted error is found when the verdict is other figure, other measure or absent. A false alarm is such a verdict on
a row left as it was. Rows whose figure the reports do not state are counted apart: an audit that says so is right.
Whether they state it is asked of the words alone (a numeral, a number word, one), and of no part of crosstally.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from crosstally import api

ALARMS = {"other figure", "other measure", "absent"}
SPOILT = {True: 0.5, False: 0.1}  # of the rows above zero, and of the others
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
WORDS = {word: number for number, word in enumerate(f"{SMALL} eighteen nineteen twenty".split())}
NUMBER = re.compile(r"\d[\d,]*|" + "|".join(rf"\b{word}\b" for word in WORDS), re.IGNORECASE)
TOLL = re.compile(r"(\d+|\w+) (?:\w+ )?(?:were |are |was )?(?P<of>dead|killed|injured|wounded|hurt)", re.IGNORECASE)
OF = {"dead": "killed", "killed": "killed", "injured": "injured", "wounded": "injured", "hurt": "injured"}


@dataclass(frozen=True)
class Row:
    """A figure of the table: what it cites, what it says, and how it was spoilt."""

    cited: str
    measure: str
    value: int
    right: int
    planted: str = ""
    is_stated: bool = True


@dataclass(frozen=True)
class Table:
    """Reports, and rows that cite them by their id or their event."""

    name: str
    cites: str
    reports: list[dict[str, object]]
    rows: list[Row]


def main() -> None:
    """Print recall and false alarms of each table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="a folder with codings/ and shootings/")
    parser.add_argument("--reports", type=int, default=600, help="how many of each file (default 600)")
    parser.add_argument(
        "--part", choices=("dev", "held"), default="dev", help="which half of the reports (default dev)"
    )
    parser.add_argument("-v", metavar="KIND", help="show the rows of a kind that were judged wrongly; right: alarms")
    options = parser.parse_args()
    heads = ("planted", "found", "left", "alarms", "above 0", "alarms", "unclear")
    sys.stdout.write(f"{'table':18}{''.join(f'{head:>9}' for head in heads)}\n")
    judged: list[tuple[Row, str]] = []
    for table in tables(options.data, options.reports, options.part):
        said = verdicts(table)
        report(table, said, options.v)
        judged += zip(table.rows, said, strict=True)
    summary("all", judged)


def tables(data: Path, most: int, part: str) -> Iterator[Table]:
    """The tables, spoilt the same way each time."""
    for path in sorted((data / "codings").glob("*.jsonl")):
        texts = half(list(map(json.loads, path.read_text(encoding="utf-8").splitlines())), part)[:most]
        reports = [{"id": text["id"], "event": text["id"], "text": text["text"]} for text in texts]
        named = {str(text["id"]): {key: n for key, n in text.items() if isinstance(n, int)} for text in texts}
        yield spoil(Table(path.stem, "doc_id", reports, list(rows_of(named, {str(r["id"]): [r] for r in reports}))))
    documents = list(map(json.loads, (data / "shootings/docs.jsonl").read_text(encoding="utf-8").splitlines()))
    records = list(map(json.loads, (data / "shootings/incidents.jsonl").read_text(encoding="utf-8").splitlines()))
    records = half(records, part)[:most]
    wanted = {record["incident_id"] for record in records}
    keys = {"id": "doc_id", "event": "incident_id", "source": "outlet", "published": "date", "url": "url"}
    reports = [
        {"title": text["title"], "text": text["text"]} | {key: text[name] for key, name in keys.items()}
        for text in documents
        if text["incident_id"] in wanted
    ]
    by_event: dict[str, list[dict[str, object]]] = defaultdict(list)
    for one in reports:
        by_event[str(one["event"])].append(one)
    coded = {str(r["incident_id"]): {key: int(str(r[key])) for key in ("killed", "injured")} for r in records}
    yield spoil(Table("shootings", "event", reports, list(rows_of(coded, by_event))))


def half(texts: list[dict[str, object]], part: str) -> list[dict[str, object]]:
    """Every other text, in an order of chance: one half to develop on, and one to measure on alone."""
    random.Random(7).shuffle(texts)  # noqa: S311 - nothing here is secret
    return texts[::2] if part == "dev" else texts[1::2]


def rows_of(coded: Mapping[str, Mapping[str, int]], reports: Mapping[str, list[dict[str, object]]]) -> Iterator[Row]:
    """A row for each coded figure."""
    for cited, figures in coded.items():
        stated, told = numbers(reports.get(cited, [])), tolls(reports.get(cited, []))
        for measure, value in figures.items():
            is_stated = value == 1 or value in stated if value else not told[measure]
            yield Row(cited, measure, value, value, is_stated=is_stated)


def tolls(reports: Iterable[Mapping[str, object]]) -> dict[str, set[int]]:
    """By measure, the figures above zero that stand before its words."""
    found: dict[str, set[int]] = defaultdict(set)
    for report in reports:
        for match in TOLL.finditer(f"{report.get('title', '')} {report['text']}"):
            said = int(match[1]) if match[1].isdigit() else WORDS.get(match[1].lower(), 0)
            found[OF[match["of"].lower()]] |= {said} - {0}
    return found


def numbers(reports: Iterable[Mapping[str, object]]) -> set[int]:
    """Every number in numerals, and the small ones in words."""
    texts = " ".join(f"{report.get('title', '')} {report['text']}" for report in reports)
    found = (match[0].lower() for match in NUMBER.finditer(texts))
    return {WORDS[word] if word in WORDS else int(word.replace(",", "")[:12]) for word in found}


def spoil(table: Table) -> Table:
    """Plant errors in a share of the rows, of each kind in turn where it can be had."""
    chance = random.Random(11)  # noqa: S311 - nothing here is secret
    by_cited: dict[str, list[dict[str, object]]] = defaultdict(list)
    for one in table.reports:
        by_cited[str(one["id" if table.cites == "doc_id" else "event"])].append(one)
    values: dict[str, dict[str, int]] = defaultdict(dict)
    for row in table.rows:
        values[row.cited][row.measure] = row.value
    done: Counter[str] = Counter()
    rows = {(row.cited, row.measure): row for row in table.rows}
    most = {above: SPOILT[above] * sum((row.value > 0) is above for row in table.rows) for above in SPOILT}
    for row in chance.sample(table.rows, len(table.rows)):
        spoilt = sum(bool(other.planted) for other in rows.values() if (other.right > 0) is (row.value > 0))
        if spoilt >= most[row.value > 0] or rows[row.cited, row.measure].planted:
            continue
        ways = {
            kind: wrong
            for kind, wrong in errors(row, values[row.cited], by_cited[row.cited], chance)
            if wrong != row.value
        }
        if not ways:
            continue
        kind = min(ways, key=lambda name: done[name])
        done[kind] += 1
        rows[row.cited, row.measure] = replace(row, value=ways[kind], planted=kind)
        if kind == "swapped":
            other = next(m for m, n in values[row.cited].items() if n == ways[kind] and m != row.measure)
            swapped = rows[row.cited, other]
            if not swapped.planted:
                rows[row.cited, other] = replace(swapped, value=row.value, planted=kind)
                done[kind] += 1
    return replace(table, rows=list(rows.values()))


def errors(
    row: Row, figures: Mapping[str, int], reports: Sequence[Mapping[str, object]], chance: random.Random
) -> Iterator[tuple[str, int]]:
    """The wrong figures that a row can be given, by kind."""
    others = [
        value for measure, value in figures.items() if measure != row.measure and value > 0 and value != row.value
    ]
    held = numbers(reports)
    if others and row.value > 0:
        yield "swapped", chance.choice(others)
    if others:
        yield "other measure", chance.choice(others)
    if row.value > 0:
        yield (
            "absent",
            chance.choice([number for number in range(2, 100) if number not in held and number != row.value]),
        )
        if row.value * 10 not in held:
            yield "off by ten", row.value * 10
    yield from (("stale", said) for said in stale(row, reports))


def stale(row: Row, reports: Sequence[Mapping[str, object]]) -> Iterator[int]:
    """The first lower figure of a report that the last one has no longer, while it has the right one."""
    dated = sorted((str(report["published"]), i) for i, report in enumerate(reports) if report.get("published"))
    last = numbers([reports[dated[-1][1]]]) if dated else set()
    for day, i in dated:
        for said in sorted(tolls([reports[i]])[row.measure]):
            if said < row.value and day < dated[-1][0] and row.value in last and said not in last:
                yield said
                return


def verdicts(table: Table) -> list[str]:
    """What crosstally says of each row."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = (json.dumps(report, ensure_ascii=False) for report in table.reports)
        (folder / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
        lines = (json.dumps({table.cites: r.cited, "measure": r.measure, "value": r.value}) for r in table.rows)
        (folder / "table.jsonl").write_text("\n".join(lines), encoding="utf-8")
        reading = api.Reading(cache=True)
        audit = api.audit(folder / "table.jsonl", folder / "reports.jsonl", reading=reading)
        return [one.judgement.verdict for one in audit.rows]


def summary(name: str, judged: Sequence[tuple[Row, str]]) -> None:
    """A line: how many rows were planted, and which share was found; how many were left, and which share accused."""
    planted = [(row, verdict) for row, verdict in judged if row.planted]
    left = [(row, verdict) for row, verdict in judged if not row.planted and row.is_stated]
    above = [(row, verdict) for row, verdict in left if row.value > 0]
    sys.stdout.write(
        f"{name:18}{len(planted):9}{share(planted, ALARMS):>9}{len(left):9}{share(left, ALARMS):>9}"
        f"{len(above):9}{share(above, ALARMS):>9}{share(above, {'unclear'}):>9}\n"
    )


def share(some: Sequence[tuple[Row, str]], among: set[str]) -> str:
    """How many in a hundred have one of some verdicts."""
    return f"{100 * sum(verdict in among for _, verdict in some) / max(len(some), 1):.1f}"


def report(table: Table, said: Sequence[str], shown: str | None) -> None:
    """A line for the table, and one for each kind of error."""
    judged = list(zip(table.rows, said, strict=True))
    summary(table.name, judged)
    planted = [(row, verdict) for row, verdict in judged if row.planted]
    for kind in ("swapped", "other measure", "absent", "off by ten", "stale"):
        of = [(row, verdict) for row, verdict in planted if row.planted == kind]
        if of:
            told = Counter(verdict for _, verdict in of).most_common()
            sys.stdout.write(
                f"  {kind:16}{len(of):9}{share(of, ALARMS):>9}  {', '.join(f'{v} {n}' for v, n in told)}\n"
            )
    by_cited: dict[str, list[dict[str, object]]] = defaultdict(list)
    for one in table.reports:
        by_cited[str(one["id" if table.cites == "doc_id" else "event"])].append(one)
    for row, verdict in judged:
        is_wrong = verdict not in ALARMS if row.planted else verdict in ALARMS and row.is_stated
        if shown and is_wrong and (row.planted or "right") == shown:
            sys.stdout.write(f"    {verdict}: {row.measure} {row.value} (right: {row.right})\n")
            for one in by_cited[row.cited]:
                sys.stdout.write(f"      {one.get('title', '')} {str(one['text'])[:600]!r}\n")


if __name__ == "__main__":
    main()
