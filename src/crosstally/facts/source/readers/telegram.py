"""Chats as Telegram exports them (result.json): a report a message."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from crosstally.errors import InputError
from crosstally.facts.source.decoding import decode
from crosstally.facts.source.piece import Given, Piece

SUFFIXES = (".json",)
PACKED = True


def read(given: Given) -> Iterator[Piece]:
    """The messages that say something, by whom they are from, else by the chat; the service's own are none.

    Raises:
        InputError: It is no such export.
    """
    try:
        export = json.loads(decode(given.data(), given.path, given.on_note))
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}", path=given.path) from error
    chats = _chats(export)
    if chats is None:
        raise InputError("JSON, but no export of Telegram", path=given.path, allowed="result.json; rows are .jsonl")
    for chat in chats:
        for message in chat["messages"]:
            text = _words(message.get("text")) if isinstance(message, dict) else ""
            if text.strip():
                source = message.get("forwarded_from") or message.get("from") or chat.get("name")
                yield Piece(
                    {"text": text, "source": source, "published": message.get("date")}, str(message.get("id", ""))
                )


def _chats(export: Any) -> list[dict[str, Any]] | None:
    """The chats of an export of one, or of all."""
    found = [export]
    if isinstance(export, dict) and isinstance(export.get("chats"), dict):
        found = export["chats"].get("list", [])
    are_chats = isinstance(found, list) and all(
        isinstance(chat, dict) and isinstance(chat.get("messages"), list) for chat in found
    )
    return found if are_chats else None


def _words(text: Any) -> str:
    """A text, or the pieces that links and bold letters part it into."""
    if isinstance(text, list):
        return "".join(_words(piece.get("text") if isinstance(piece, dict) else piece) for piece in text)
    return text if isinstance(text, str) else ""
