"""What is installed is known: ranges for users, a lock with hashes for who works on it, an SBOM with each release."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import yaml

import crosstally

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
LOCK = (ROOT / "requirements/dev.txt").read_text(encoding="utf-8")
LOCKED = dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", LOCK, re.MULTILINE))
NAME = re.compile(r"^([A-Za-z0-9._-]+)")


def required(extra: str) -> set[str]:
    """The packages that an extra asks for, those of the extras it names among them."""
    found: set[str] = set()
    for line in PROJECT["optional-dependencies"][extra]:
        inner = re.match(r"crosstally\[([\w,]+)\]", line)
        found |= {name for one in inner[1].split(",") for name in required(one)} if inner else {named(line)}
    return found


def named(requirement: str) -> str:
    found = NAME.match(requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[1]).lower()


def test_all_that_is_needed_is_locked_with_hashes() -> None:
    needed = required("dev") | {named(line) for line in PROJECT["dependencies"]}
    assert set() == needed - LOCKED.keys()
    entries = re.split(r"\n(?=[a-z0-9])", LOCK.strip())
    assert [] == [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry]


def test_users_get_ranges_from_a_version_that_is_tested() -> None:
    for_users = [
        *PROJECT["dependencies"],
        *(
            one
            for name in ("html", "pdf", "office", "archive", "fetch")
            for one in PROJECT["optional-dependencies"][name]
        ),
    ]
    assert [] == [
        line for line in for_users if not line.startswith("crosstally[") and not re.search(r">=\d[\d.]*$", line)
    ]


def test_each_python_that_is_named_is_tried() -> None:
    told = re.findall(r"Python :: (3\.\d+)", " ".join(PROJECT["classifiers"]))
    jobs = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))["jobs"]
    assert told == jobs["run"]["strategy"]["matrix"]["python"]
    assert f">={told[0]}" == PROJECT["requires-python"]
    assert "lowest-direct" in str(jobs["oldest"])


def test_a_release_says_what_it_consists_of() -> None:
    release = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    assert "cyclonedx-py environment" in release
    assert 'gh release create "$GITHUB_REF_NAME" dist/*' in release
    assert "pypa/gh-action-pypi-publish" in release


def test_conda_asks_for_what_pip_asks_for() -> None:
    recipe = yaml.safe_load((ROOT / "packaging/conda/recipe.yaml").read_text(encoding="utf-8"))
    assert crosstally.__version__ == recipe["context"]["version"]
    told = {line.replace(" ", "") for line in recipe["requirements"]["run"] if not line.startswith("python ")}
    assert set(PROJECT["dependencies"]) == told
    module, _, function = PROJECT["scripts"]["crosstally"].partition(":")
    assert [f"crosstally = {module}:{function}"] == recipe["build"]["python"]["entry_points"]


def test_each_change_is_of_a_kind_that_a_release_gathers() -> None:
    """Each fragment has a kind that pyproject.toml knows, so that none is left out when a release gathers them."""
    kinds = {kind["directory"] for kind in PYPROJECT["tool"]["towncrier"]["type"]}
    assert set() == {path.name.split(".")[-2] for path in (ROOT / "changes").glob("*.md")} - kinds
