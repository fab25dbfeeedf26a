"""Pages of the site that are made from the code or stand elsewhere in the repository: a hook of mkdocs.

``mkdocs build --strict`` reads docs/ and calls this. Links keep the form in which they work in the repository; on
the site they lead to the same pages, and to plain words where the site has no such page.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from importlib.resources import files as resources
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import crosstally
from crosstally.cli import commands
from crosstally.facts.lexicon import load_folder
from crosstally.rules.tables.table import MODELS

ROOT = Path(__file__).parent.parent
ELSEWHERE = {
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changes.md",
    "SECURITY.md": "security.md",
    "benchmarks/README.md": "benchmarks.md",
    "examples/README.md": "examples.md",
}
"""Pages that stand outside docs/, by their path in the repository, with the name that they have on the site."""

_LINK = re.compile(r"(!?)\[([^\]]*)\]\((?![a-z]+:|#)([^)#\s]*)(#[^)\s]*)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that stand elsewhere, and those made from the code."""
    pages = {name: (ROOT / path).read_text(encoding="utf-8") for path, name in ELSEWHERE.items() if _is_there(path)}
    pages |= {"reference/commands.md": command_page(), "reference/columns.md": column_page()}
    pages |= {"reference/measures.md": measure_page(), "reference/cues.md": cue_page()}
    pages |= {"reference/settings.md": settings_page(), "reference/python.md": PYTHON, "gallery.md": gallery_page()}
    pages |= {f"gallery/{folder.name}.html": report_page(folder) for folder in example_events()}
    for name, content in pages.items():
        files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Let the links of a page lead to where the site has what they name."""
    path = page.file.src_uri
    home = next((known for known, name in ELSEWHERE.items() if name == path), f"docs/{path}")

    def link(found: re.Match[str]) -> str:
        image, words, target, anchor = found.groups(default="")
        place = posixpath.normpath(posixpath.join(posixpath.dirname(home), target))
        named = place.removeprefix("docs/") if place.startswith("docs/") else ELSEWHERE.get(place)
        if named is None:
            return words
        return f"{image}[{words}]({posixpath.relpath(named, posixpath.dirname(path) or '.')}{anchor})"

    return markdown if path.startswith("reference/") else _LINK.sub(link, markdown)


def command_page() -> str:
    """Every command with its help, as the command line prints it."""
    parts = ["# Commands", "What `crosstally COMMAND --help` prints."]
    for name, command in sorted(commands.commands.items()):
        context = click.Context(command, info_name=f"crosstally {name}", max_content_width=88, terminal_width=88)
        parts.append(f"## {name}\n\n```text\n{command.get_help(context)}\n```")
    return "\n\n".join(parts) + "\n"


def column_page() -> str:
    """Every column of every table, from the schemas."""
    parts = ["# Columns", "The columns of each table, as its pandera schema has them."]
    for name, model in MODELS.items():
        rows = "\n".join(
            f"| `{column}` | {schema.dtype} | {'yes' if schema.nullable else 'no'} | {schema.description or ''} |"
            for column, schema in model.to_schema().columns.items()
        )
        parts.append(f"## {name}\n\n| column | type | may be empty | meaning |\n|---|---|---|---|\n{rows}")
    return "\n\n".join(parts) + "\n"


def measure_page() -> str:
    """Every measure with what it says of itself and its first examples, from its file."""
    return "\n\n".join(["# Measures", "One file each; what stands here is read from it.", *_measures()]) + "\n"


def _measures() -> Iterator[str]:
    folder = resources("crosstally.facts.lexicon").joinpath("measures")
    for name, data in load_folder("measures").items():
        examples = [f"- {sentence} → **{figure:g}**" for sentence, figure in list(_plain(data))[:3]]
        yield "\n\n".join([f"## {name}", _opening(folder, name), "\n".join(examples)])


def _opening(folder: Traversable, name: str) -> str:
    """What a file of vocabulary says of itself in its first line."""
    return folder.joinpath(f"{name}.toml").read_text(encoding="utf-8").split("\n")[0].removeprefix("#").strip()


def _plain(data: dict[str, dict[str, object]]) -> Iterator[tuple[str, float]]:
    for sentence, figure in data.get("examples", {}).items():
        if isinstance(figure, int | float):
            yield sentence, figure


def cue_page() -> str:
    """Every cue, by the slot that it sets: the value, where it stands, and what it was tried on."""
    parts = ["# Cues", "The words that set a slot of the figures they reach; one file for each slot, read from it."]
    folder = resources("crosstally.facts.lexicon").joinpath("cues")
    for slot, data in load_folder("cues").items():
        parts.append(f"## {slot}\n\n{_opening(folder, slot)}")
        parts += [_cue(cue) for cue in data["cue"]]
    return "\n\n".join(parts) + "\n"


def _cue(cue: dict[str, Any]) -> str:
    fires, silent = (cue.get(kind, [])[:2] for kind in ("examples", "silent"))
    lines = [f"- {sentence}" for sentence in fires] + [f"- not in: {sentence}" for sentence in silent]
    value = "the words themselves" if cue["value"] == "*" else f"`{cue['value']}`"
    return f"Sets {value}, {' or '.join(cue['sides'])} the figure:\n\n" + "\n".join(lines)


def settings_page() -> str:
    """The settings file that `crosstally init` writes."""
    text = resources("crosstally.commands").joinpath("init.toml").read_text(encoding="utf-8")
    return f"# Settings file\n\nWhat `crosstally init` writes.\n\n```toml\n{text}```\n"


def example_events() -> list[Path]:
    """The folders of examples/, one event each."""
    return sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())


def gallery_page() -> str:
    """A list of the report pages of the examples."""
    links = [f"- [{folder.name}](gallery/{folder.name}.html)" for folder in example_events()]
    opening = "What `crosstally check FOLDER --out DIR` writes as `report.html`, of each event in `examples/`."
    return "\n\n".join(["# Gallery", opening, "\n".join(links)]) + "\n"


def report_page(folder: Path) -> str:
    """The report page of an event."""
    with TemporaryDirectory() as place:
        page = Path(place) / "report.html"
        crosstally.check(crosstally.read(folder)).report(page)
        return page.read_text(encoding="utf-8")


def _is_there(path: str) -> bool:
    return (ROOT / path).is_file()


PYTHON = """# Python

::: crosstally.api
    options:
      show_root_heading: false
      members_order: source
      show_source: false
"""
