"""The kinds of what may be wrong with an extracted figure, and their codes."""

from __future__ import annotations

from typing import Literal, get_args

Kind = Literal["quote missing", "span off", "number changed", "hedge changed", "unit changed", "sum wrong"]
CODES: dict[Kind, str] = {kind: f"MV{101 + number}" for number, kind in enumerate(get_args(Kind))}


def codes() -> dict[str, str]:
    """The code of each kind by its code and by its name, for waivers."""
    return {name: code for kind, code in CODES.items() for name in (code, kind.replace(" ", "-"))}
