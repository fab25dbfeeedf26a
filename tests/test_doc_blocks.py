"""Every command and every piece of Python in the documentation runs, page by page, in a folder with reports in it.

What cannot run here (it needs the network, or GitHub) says so in a comment above its block, with the reason:

    <!-- not run: installs from the network -->

What a command prints, or a part of it, is held against what it does print, when it is marked so:

    <!-- printed -->
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from crosstally.cli import main
from crosstally.config import load_settings
from crosstally.ownership import Trust

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    page for pattern in ("*.md", "docs/*.md", "examples/*.md", "benchmarks/*.md") for page in ROOT.glob(pattern)
)
LANGUAGES = {"sh", "python", "toml", "yaml", "json", "sql", "text"}
BLOCK = re.compile(
    r"^(?:<!-- *(?:not run: *(?P<reason>\S[^\n]*?)|(?P<printed>printed)) *-->\n+)?"
    r"(?P<indent> *)```(?P<language>[^\n]*)\n(?P<code>.*?)^(?P=indent)```$"
    r"|^(?P<line> {4}crosstally [^\n]*)$",
    re.MULTILINE | re.DOTALL,
)
FORM = re.compile(r"\.\.\.|\[|\b[A-Z]{3,}\b")  # of a line that shows how a command is put together
SHELL = re.compile(r"[|&<>$;`*]")
IN_YAML = re.compile(r"^ *(?:- )?(?:run: |entry: |- )(crosstally .*)$", re.MULTILINE)
WRITTEN = re.compile(r"(?:--format \w+=|--out )([\w./-]+)")


@dataclass(frozen=True)
class Block:
    """A piece of code in a page, and the line it begins on."""

    page: Path
    line: int
    language: str
    code: str
    reason: str | None
    is_printed: bool

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        is_line = match["line"] is not None
        code = match["line"] if is_line else match["code"]
        line = text.count("\n", 0, match.start("line" if is_line else "code")) + 1
        if not (is_line and FORM.search(code)):
            language = "sh" if is_line else match["language"]
            yield Block(page, line, language, dedent(code), match["reason"], bool(match["printed"]))


def commands(block: Block) -> Iterator[str]:
    """The commands of a block, each on one line."""
    if block.language == "yaml":
        yield from IN_YAML.findall(block.code)
    else:
        lines = block.code.replace("\\\n", " ").splitlines()
        yield from (line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#"))


def run(command: str) -> int:
    """The exit code of a command; our own run in this process, what the shell has to read in another."""
    words = shlex.split(command, comments=True)
    if words[0] != "crosstally" or SHELL.search(" ".join(words)):
        scripts = Path(sys.executable).parent
        line = f'set -euo pipefail; PATH="{scripts}:$PATH"; {command}'
        return subprocess.run(["bash", "-c", line], check=False).returncode  # noqa: S607 - the documentation's own
    with pytest.raises(SystemExit) as stop:
        main(words[1:])
    return int(stop.value.code or 0)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the pages take to be there: `examples`, reports of several events in `reports`, and rows in `news.jsonl`."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    shutil.copytree(ROOT / "examples", tmp_path / "reports", ignore=shutil.ignore_patterns("README.md", "rows.*"))
    shutil.copy(ROOT / "examples/rows.jsonl", tmp_path / "news.jsonl")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_python_run(page: Path, desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    failures = []
    printed = ""
    names = {"__name__": "__main__"}  # a page goes on where its block above ended, as a notebook does
    for number, block in enumerate(blocks(page)):
        if block.reason or (page.name == "README.md" and number == 0):  # that one is run by tests/test_readme.py
            continue
        if block.language == "python":
            exec(compile(block.code, str(block), "exec"), names)  # noqa: S102 - our own documentation
        elif block.language in {"sh", "yaml"}:
            for command in commands(block):
                allowed = {0, 1} if re.search(r"crosstally (audit|check|validate|vet)\b", command) else {0}
                code = run(command)
                printed, told = capfd.readouterr()
                missing = [name for name in WRITTEN.findall(command) if not (desk / name).exists()]
                if code not in allowed or missing:
                    failures.append(
                        f"{block}: {command}\n  exit code {code}, not written: {missing}\n  {told.strip()[-500:]}"
                    )
        elif block.is_printed and block.code not in printed:
            failures.append(f"{block}: the command above it prints something else:\n{printed}")
    advice = "what needs the network or GitHub has <!-- not run: why --> above its block"
    assert not failures, "\n".join([*failures, advice])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_blocks_are_of_known_languages_and_parse(page: Path) -> None:
    yaml = pytest.importorskip("yaml")  # frictionless brings it
    parse = {"toml": tomllib.loads, "json": json.loads, "yaml": yaml.safe_load}
    for block in blocks(page):
        assert block.language in LANGUAGES, f"{block}: ```{block.language} (allowed: {', '.join(sorted(LANGUAGES))})"
        if block.language in parse:
            assert parse[block.language](block.code), f"{block}: nothing in it"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_settings_are_settings(page: Path, tmp_path: Path) -> None:
    for number, block in enumerate(blocks(page)):
        if block.language == "toml" and not block.reason:
            folder = tmp_path / str(number)
            (folder / "desk/rules").mkdir(parents=True)
            name = "pyproject.toml" if "[tool.crosstally" in block.code else "crosstally.toml"
            (folder / name).write_text(block.code, encoding="utf-8")
            assert folder / name == load_settings(folder, Trust(everything=True)).path


def test_no_fence_escapes() -> None:
    for page in PAGES:
        fences = re.findall(r"^ *```", page.read_text(encoding="utf-8"), re.MULTILINE)
        fenced = [block for block in BLOCK.finditer(page.read_text(encoding="utf-8")) if block["line"] is None]
        assert len(fences) == 2 * len(fenced), f"{page.name}: a ``` that is not closed, or closed further in"


def test_a_comment_above_a_block_keeps_it_from_running(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- not run: installs -->\n\n```sh\npip install it\n```\n\n```sh\nls \\\n  -l # all\n```\n")
    first, second = blocks(page)
    assert ("installs", None) == (first.reason, second.reason)
    assert ["ls    -l # all"] == list(commands(second))
