#!/usr/bin/env python3
"""What compiling the reader with mypyc gains: the same documents read by a compiled copy and by the code as it is.

usage: python benchmarks/compiled.py [INPUT...] [--runs 7]

In a temporary copy the modules between a text and its facts are compiled, but for those that mypyc gets wrong, each
named below with the reason. Needs a C compiler, mypy and setuptools. Two processes read by turns, warm; time is process
time, of the runs the best counts. Facts must be the same, byte for byte. INPUT is whatever ``crosstally check`` reads;
by default, the examples.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from crosstally.facts.context.speaker import find_attributions
from crosstally.facts.cues.engine import Cues
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.numbers.scan import sentences_with_figures
from crosstally.facts.roles.captions import captions_in
from crosstally.facts.roles.frames import framed
from crosstally.facts.roles.measures import assign_measures
from crosstally.facts.slots.about import Events
from crosstally.facts.source.reading import read
from crosstally.facts.victims.victims import read_victims
from crosstally.facts.words.hits import find_triggers
from crosstally.facts.words.sentences import sentence_spans
from crosstally.facts.words.tokenize import tokenize

ROOT = Path(__file__).parents[1]
ROOMS = ("", "context", "cues", "normal", "numbers", "roles", "slots", "victims", "words")
LEFT = {
    "context/names.py": "what a property keeps is made anew each time it is asked for",
    "context/speaker.py": "the same",
    "numbers/figures.py": "an attribute that a call has filled in is still taken for None",
    "slots/as_of.py": "refused: asks for a type of what is None at first",
    "victims/lists.py": "refused by the C compiler",
    "words/vocabulary.py": "a field of a dict's subclass is not there",
}
SETUP = """
from setuptools import setup
from mypyc.build import mypycify
setup(name="compiled", packages=[], ext_modules=mypycify({modules!r}, opt_level="1", debug_level="0", multi_file=True))
"""
SETTINGS = "[mypy]\nmypy_path = {source}\nignore_missing_imports = True\nfollow_imports = silent\n"


def compiled(folder: Path) -> tuple[Path, int, int]:
    """A compiled copy of the source, how many modules of it are, and how many lines they have."""
    source = copytree(ROOT / "src", folder / "src")
    facts = source / "crosstally/facts"
    found = [path for room in ROOMS for path in sorted((facts / room).glob("*.py")) if path.name != "__init__.py"]
    paths = [path for path in found if path.relative_to(facts).as_posix() not in LEFT]
    (folder / "mypy.ini").write_text(SETTINGS.format(source=source), encoding="utf-8")
    modules = [f"--config-file={folder / 'mypy.ini'}", *(str(path.relative_to(folder)) for path in paths)]
    (folder / "setup.py").write_text(SETUP.format(modules=modules), encoding="utf-8")
    front = source / "crosstally/__init__.py"
    kept = front.read_bytes()
    front.write_bytes(b"")  # it names all there is, pandas included, which mypyc would go through for half an hour
    build = [sys.executable, "setup.py", "build_ext", "-b", "built"]
    run = subprocess.run(build, cwd=folder, check=False, capture_output=True, text=True)
    if run.returncode:
        sys.exit("\n".join(line for line in (run.stdout + run.stderr).splitlines() if "error" in line.lower()))
    front.write_bytes(kept)
    copytree(folder / "built", source, dirs_exist_ok=True)
    return source, len(paths), sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)


def stages(documents: list[Document]) -> Iterator[tuple[str, float]]:
    """The whole of reading and some of its stages, each with its seconds of process time."""
    clock = time.process_time
    at = clock()
    for document in documents:
        extract_facts(document)
    yield "from text to facts", clock() - at
    at = clock()
    texts = [(document.text, sentence_spans(document.text)) for document in documents]
    told = [(text, spans, sentences_with_figures(text, spans)) for text, spans in texts]
    yield "sentences", clock() - at
    at = clock()
    sentences = [tokenize(text[slice(*spans[k])]) for text, spans, numbers in told for k in numbers]
    yield "tokens", clock() - at
    at = clock()
    figures = [read_figures(tokens) for tokens in sentences]
    yield "figures", clock() - at
    at = clock()
    triggers = [find_triggers(tokens) for tokens in sentences]
    yield "triggers", clock() - at
    captions = [captions_in(tokens, hits) for tokens, hits in zip(sentences, triggers, strict=True)]
    given = list(zip(sentences, figures, triggers, captions, strict=True))
    at = clock()
    for tokens, some, hits, _ in given:
        read_victims(tokens, some, hits)
    yield "victims", clock() - at
    at = clock()
    for tokens, some, hits, rows in given:
        assign_measures(tokens, some, hits, framed(tokens, some, frozenset()), rows)
    yield "measures", clock() - at
    at = clock()
    for text, spans in texts:
        find_attributions(text, spans)
    yield "speakers", clock() - at
    at = clock()
    for document, (text, spans, numbers) in zip(documents, told, strict=True):
        events = Events(document.published)
        events.open_text(text, spans)
        for k in numbers:
            events.read(k)
    yield "events, times, places", clock() - at
    at = clock()
    for tokens, some in zip(sentences, figures, strict=True):
        Cues(tokens, [figure.first for figure in some])
    yield "cues", clock() - at


def reader(inputs: list[str]) -> None:
    """One of the two processes: says what it read, then times a run for each line that it is sent."""
    documents = list(read(*inputs))
    facts = [fact for document in documents for fact in extract_facts(document)]
    dict(stages(documents))  # warms up
    text = hashlib.blake2b(repr(facts).encode(), digest_size=8).hexdigest()
    told = [f"{len(documents)} documents, {sum(len(one.text) for one in documents) / 1000:.0f} KB", len(facts), text]
    sys.stdout.write(f"{json.dumps(told)}\n")
    sys.stdout.flush()
    for _ in sys.stdin:
        sys.stdout.write(f"{json.dumps(dict(stages(documents)))}\n")
        sys.stdout.flush()


def by_turns(sources: list[Path], inputs: list[str], runs: int) -> tuple[str, list[dict[str, float]]]:
    """What was read, and the best seconds of each stage by each source."""
    command = [sys.executable, __file__, "--reader", *inputs]
    processes = [
        subprocess.Popen(
            command,
            env={**os.environ, "PYTHONPATH": str(source), "PYTHONHASHSEED": "0"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for source in sources
    ]

    def answer(process: subprocess.Popen[str]) -> str:
        return process.stdout.readline() if process.stdout else ""

    (told, facts, digest), other = (json.loads(answer(process)) for process in processes)
    if other[1:] != [facts, digest]:
        sys.exit("the compiled copy reads other facts")
    best: list[dict[str, float]] = [{} for _ in processes]
    for _ in range(runs):
        for process, least in zip(processes, best, strict=True):
            print(file=process.stdin, flush=True)
            for name, seconds in json.loads(answer(process)).items():
                least[name] = min(seconds, least.get(name, seconds))
    for process in processes:
        process.communicate()
    return f"{told}, {facts} facts, the same byte for byte", best


def main() -> None:
    """Compile, read by turns, write the table."""
    arguments = argparse.ArgumentParser(description="What compiling the reader with mypyc gains.")
    arguments.add_argument("inputs", nargs="*", default=[str(ROOT / "examples")], metavar="INPUT")
    arguments.add_argument("--runs", type=int, default=7, help="how often each reads (7)")
    arguments.add_argument("--reader", action="store_true", help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.reader:
        reader(chosen.inputs)
        return
    with TemporaryDirectory() as folder:
        start = time.perf_counter()
        copy, modules, lines = compiled(Path(folder))
        built = time.perf_counter() - start
        told, (python, native) = by_turns([ROOT / "src", copy], chosen.inputs, chosen.runs)
    sys.stdout.write(f"{modules} modules of {lines} lines, compiled in {built:.0f} s\n{told}\n\n")
    sys.stdout.write(f"{'ms':<28}{'as it is':>10}{'compiled':>10}{'times as fast':>15}\n")
    for name, seconds in python.items():
        ratio = seconds / native[name]
        sys.stdout.write(f"{name:<28}{seconds * 1e3:>10.1f}{native[name] * 1e3:>10.1f}{ratio:>15.2f}\n")


if __name__ == "__main__":
    main()
