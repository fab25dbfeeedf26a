"""Words of a document that would give a CI server an order, or move a terminal, if they came through."""
# ruff: noqa: INP001 - the scripts beside it import it from their own folder

from __future__ import annotations

ORDERS = (
    "::error ::pwned",
    "::stop-commands::x",
    "##[add-path]/tmp",
    "##vso[task.setvariable variable=a]b",
    "##teamcity[x]",
)
ESCAPES = (
    "\x1b[2J",
    "\x1b]0;title\x07",
    "\x1b]52;c;cHdu\x07",
    "\x9b2J",
    "\x07",
    "\x08",
    "\x7f",
    "\u202e",
    "\r",
    "\u2028",
    "\x85",
    "\x0b",
)
