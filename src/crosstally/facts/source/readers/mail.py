"""Saved mails: the subject, the sender, the day, and the text; the page where there is no plain one."""

from __future__ import annotations

from collections.abc import Iterator

from crosstally.facts.source.piece import Given, Piece
from crosstally.facts.source.readers.web_page import page_fields

SUFFIXES = (".eml",)
PACKED = True


def read(given: Given) -> Iterator[Piece]:
    """The report of a mail; what is attached to it is left out, and told."""
    from email import message_from_bytes, policy  # noqa: PLC0415 - it is large, and most runs read no mail
    from email.utils import parseaddr  # noqa: PLC0415

    message = message_from_bytes(given.data(), policy=policy.default)
    name, address = parseaddr(str(message.get("from", "")))
    fields: dict[str, object] = {
        "title": message.get("subject") and str(message["subject"]),
        "source": name or address or None,
        "published": message.get("date") and str(message["date"]),
    }
    body = message.get_body(("plain", "html"))
    text = "" if body is None else str(body.get_content())
    if body is not None and body.get_content_subtype() == "html":
        text = str(page_fields(text.encode(), given.path)["text"])
    attached = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    if attached:
        given.on_skip(f"{given.path}: attachments left out: {', '.join(attached)}")
    yield Piece({**fields, "text": text})
