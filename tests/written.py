"""Files as tests write them, and what a refusal of them says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crosstally.errors import InputError
from crosstally.facts.source.reading import read


def put(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def rows(path: Path, *objects: Any) -> Path:
    return put(path, "".join(json.dumps(row) + "\n" for row in objects))


def refused(*inputs: str | Path) -> InputError:
    with pytest.raises(InputError) as caught:
        list(read(*inputs, on_skip=lambda _: None))
    assert "\n" not in str(caught.value)
    return caught.value
