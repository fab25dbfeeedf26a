#!/usr/bin/env python3
"""What runs survive: damaged inputs, kills at random moments, payloads in every format, odd bytes and slow texts.

usage: python benchmarks/reliability.py [PART...] [--kills 200] [--seconds 600] [--kb 8] [--seed 1]

Prints the table of docs/reliability.md, and ends with 1 when anything failed. PARTS: inputs, kills, resumed, payloads,
fuzzing (needs atheris: pip install '.[fuzz]'), texts.

An input fails when reading it raises anything but an error of crosstally that names it; a kill fails when the folder of
tables is neither that of the run before nor that of the run after, or when what was done before it is not there after
it, or when the run that goes on ends with other bytes than one that nobody killed; a payload passes when a printed line
moves a terminal or gives a CI server an order; a text fails when the time a KB doubles as it grows fourfold.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from adversarial import CASES, NOT_LINEAR, ratio
from fuzz import fuzz
from fuzz_targets import TARGETS
from kills import kills, resumed
from payloads import ESCAPES, ORDERS

from crosstally.errors import CrosstallyError
from crosstally.facts.sound import read_facts
from crosstally.facts.source.kinds import readers
from crosstally.facts.source.limits import Limits
from crosstally.facts.source.reading import read
from crosstally.formats import formats

ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-m", "crosstally"]
TEXT = "The fire at the harbour killed 12 people and injured 90 others, officials said.\n"
SMALL = Limits(size=2**16, pages=20, depth=3, members=20)

PASSED = re.compile("(?m)^\\s*::\\w|##\\w*\\[|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
OWN = re.compile(r"(?m)^::(?:error|warning|notice) title=XT\d+ [a-z-]+,file=.*$")


def _zip(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "."), data)
    return out.getvalue()


def damages(seed: int) -> dict[str, Callable[[str], bytes]]:
    """Ways in which a file can be none of its kind; each is given the suffix."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret
    return {
        "empty": lambda _: b"",
        "plain text": lambda _: TEXT.encode(),
        "noise": lambda _: chance.randbytes(5000),
        "zero bytes": lambda _: bytes(5000),
        "too large": lambda _: TEXT.encode() * 2000,
        "one line without end": lambda _: b"12 " * 50_000,
        "brackets in brackets": lambda _: b"[" * 30_000 + b"{" * 30_000,
        "elements in elements": lambda _: b"<div>" * 10_000 + TEXT.encode(),
        "half an archive": lambda _: _zip(a_txt=TEXT.encode())[:60],
        "an archive of zeros": lambda _: _zip(a_txt=bytes(10**7)),
        "archives in archives": lambda _: _zip(a_zip=_zip(b_zip=_zip(c_zip=_zip(d_txt=TEXT.encode())))),
        "UTF-16 cut short": lambda _: TEXT.encode("utf-16")[:-1],
        "two encodings": lambda _: TEXT.encode() + "café".encode() + b"caf\xe9",
        "carriage returns": lambda _: b"text,source\r" + TEXT.encode().replace(b"\n", b"\r"),
        "the head of its kind": lambda kind: _HEADS.get(kind, b"---\n") + chance.randbytes(500),
    }


_HEADS = {".pdf": b"%PDF-1.7\n", ".parquet": b"PAR1", ".zip": b"PK\3\4", ".docx": b"PK\3\4", ".xlsx": b"PK\3\4"}
_HEADS |= {
    ".rtf": b"{\\rtf1 ",
    ".warc": b"WARC/1.0\r\n",
    ".json": b'{"messages": [',
    ".jsonl": b'{"text": "',
    ".xml": b"<rss>",
}


def inputs(folder: Path, seed: int) -> Iterator[tuple[str, str]]:
    """Each damage and how reading each kind of file with it ended."""
    for damage, make in damages(seed).items():
        for suffix, reader in readers().items():
            for packing in ("", ".gz") if reader.PACKED else ("",):
                path = folder / f"a{suffix}{packing}"
                path.write_bytes(gzip.compress(make(suffix)) if packing else make(suffix))
                yield damage, outcome(path)
                path.unlink()


def outcome(path: Path) -> str:
    """How reading a file ended: read, set aside, or failed."""
    said: list[str] = []
    try:
        for document in read(path, on_skip=said.append, limits=SMALL):
            said += read_facts(document).faults
    except CrosstallyError as error:
        return "set aside" if path.name in str(error) and "\n" not in str(error) else "failed"
    except BaseException as error:  # noqa: BLE001 - this is what is looked for
        sys.stderr.write(f"{path.name}: {error!r}\n")
        return "failed"
    return "set aside" if said else "read"


def payloads(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Each format, how many payloads were put into what it shows, and how many got through it."""
    tried = (*ORDERS, *(f"\n{order}" for order in ORDERS), *ESCAPES)
    for name in formats():
        through = sum(_passes(folder, name, [one]) for one in tried) if _passes(folder, name, tried) else 0
        yield name, len(tried), through


def _passes(folder: Path, name: str, tried: Iterable[str]) -> bool:
    """Whether any payload gets through a format: each in all that is shown of two reports that disagree."""
    rows = []
    for number, payload in enumerate(tried):
        row = {"event": f"{payload}{number}", "title": payload, "text": f"{payload}\n\n{TEXT} {payload}"}
        other = row["text"].replace("90", "more than 100")
        rows += [row | {"source": f"{payload}A"}, row | {"source": f"{payload}B", "text": other}]
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [*COMMAND, "check", str(path), "--format", name, "--all", "--no-cache"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in {0, 1} or not done.stdout:
        raise RuntimeError(f"{name}: ends with {done.returncode}: {done.stderr[-500:]}")
    return bool(PASSED.search(OWN.sub("", done.stdout)) or PASSED.search(done.stderr))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table.

    Attributes:
        what: What was tried.
        tries: How often.
        failed: How often something did not hold.
        told: How the others ended.
    """

    what: str
    tries: int
    failed: int
    told: str


def _inputs(folder: Path, chosen: argparse.Namespace) -> Iterator[Line]:
    ended: dict[str, Counter[str]] = {}
    for damage, how in inputs(folder, chosen.seed):
        ended.setdefault(damage, Counter())[how] += 1
    for damage, one in ended.items():
        yield Line(f"input: {damage}", one.total(), one["failed"], f"{one['read']} read, {one['set aside']} set aside")


def _kills(folder: Path, chosen: argparse.Namespace) -> Iterator[Line]:
    found, steps = kills(folder / "tables", chosen.kills, chosen.seed)
    told = (
        f"{found['as before']} as before, {found['as after']} as after, none mixed, none lost, in each of {steps} steps"
    )
    yield Line("`check --out` killed", found.total(), found["mixed or lost"], told)


def _resumed(folder: Path, chosen: argparse.Namespace) -> Iterator[Line]:
    found = resumed(folder, chosen.kills, chosen.seed)
    told = f"{found['killed']} killed at work; {found['finished']} then finished, with the bytes of a run nobody killed"
    yield Line(
        "runs killed that go on", found["killed"] + found["ended before"], found["lost"] + found["other bytes"], told
    )


def _payloads(folder: Path, _: argparse.Namespace) -> Iterator[Line]:
    for name, tried, through in payloads(folder):
        yield Line(f"payloads in {name}", tried, through, "none passed" if not through else "")


def _fuzzing(_: Path, chosen: argparse.Namespace) -> Iterator[Line]:
    keep = Path("fuzz-failures").resolve()
    keep.mkdir(exist_ok=True)
    for name in TARGETS:
        tried, failed, seconds = fuzz(name, chosen.seconds, chosen.seed, keep)
        yield Line(f"fuzzing: {name}", tried, failed, f"in {seconds / 60:.0f} minutes")


def _slow_texts(_: Path, chosen: argparse.Namespace) -> Iterator[Line]:
    ratios = [ratio(name, 1000 * chosen.kb) for name in CASES]
    worst = max(ratios)
    told = f"at four times the length, at most {worst:.1f} times the milliseconds a KB: 1 is linear, 4 quadratic"
    yield Line("texts made to be slow", len(ratios), sum(one >= NOT_LINEAR for one in ratios), told)


PARTS: dict[str, Callable[[Path, argparse.Namespace], Iterator[Line]]] = {
    "inputs": _inputs,
    "kills": _kills,
    "resumed": _resumed,
    "payloads": _payloads,
    "fuzzing": _fuzzing,
    "texts": _slow_texts,
}


def main() -> None:
    """Parse the arguments, try, write the table line by line."""
    arguments = argparse.ArgumentParser(description="What runs survive.")
    arguments.add_argument("parts", nargs="*", metavar="PART", help=f"of: {', '.join(PARTS)} (default: all)")
    arguments.add_argument("--kills", type=int, default=200, help="runs to kill, of each sort (default: 200)")
    arguments.add_argument("--seconds", type=int, default=600, help="of fuzzing, for each target (default: 600)")
    arguments.add_argument("--kb", type=int, default=8, help="size of the texts made to be slow (default: 8)")
    arguments.add_argument("--seed", type=int, default=1, help="of all that is random (default: 1)")
    chosen = arguments.parse_args()
    failed = 0
    sys.stdout.write("| what is tried | tries | failed | how the others end |\n| --- | --- | --- | --- |\n")
    with tempfile.TemporaryDirectory() as name:
        for part in chosen.parts or PARTS:
            folder = Path(name) / part
            folder.mkdir()
            for line in PARTS[part](folder, chosen):
                failed += line.failed
                sys.stdout.write(f"| {line.what} | {line.tries:,} | {line.failed} | {line.told} |\n")
                sys.stdout.flush()
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
