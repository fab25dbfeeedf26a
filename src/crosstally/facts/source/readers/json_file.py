"""JSON in one piece: a list of objects, a report or a fact each; a chat as Telegram exports it, a report a message."""

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
    """The objects of a list, numbered from 1; of a chat what its messages say, by whom they are from, else by the chat.

    Raises:
        InputError: It is neither.
    """
    held = _loaded(given)
    if isinstance(held, list) and held and not _chats(held):
        yield from (_row(number, row, given) for number, row in enumerate(held, 1))
        return
    chats = _chats(held)
    if chats is None:
        allowed = "a list of objects, one a report or a figure; Telegram's result.json"
        raise InputError("JSON, but no list of rows and no export of Telegram", path=given.path, allowed=allowed)
    for chat in chats:
        for message in chat["messages"]:
            text = _words(message.get("text")) if isinstance(message, dict) else ""
            if text.strip():
                source = message.get("forwarded_from") or message.get("from") or chat.get("name")
                yield Piece(
                    {"text": text, "source": source, "published": message.get("date")}, str(message.get("id", ""))
                )


def columns(given: Given) -> list[str]:
    """The keys of the first object of a list; nothing of a chat, and of what is told by whoever reads it."""
    try:
        held = _loaded(given)
    except InputError:
        return []
    rows = held if isinstance(held, list) and not _chats(held) else []
    return next((list(map(str, row)) for row in rows if isinstance(row, dict)), [])


def _loaded(given: Given) -> Any:
    try:
        return json.loads(decode(given.data(), given.path, given.on_note))
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}", path=given.path) from error


def _row(number: int, row: Any, given: Given) -> Piece:
    if isinstance(row, dict):
        return Piece(row, number, number, is_row=True)
    return Piece(fault=InputError(f"not a JSON object: {row!r:.40}", path=given.path, line=number))


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
