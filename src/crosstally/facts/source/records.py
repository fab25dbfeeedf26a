"""The fields of one report (a row, a mapping, a front matter) become a Document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time

from crosstally.errors import InputError
from crosstally.facts.document import Document
from crosstally.facts.source.loose_dates import spelled_out
from crosstally.printable import plain, printable

_NO_TIME = frozenset({"n/a", "na", "nan", "nat", "none", "null", "unknown", "undated", "n.d.", "-", "?"})
FIELDS = ("text", "id", "title", "source", "published", "url", "event")
FIGURE_FIELDS = ("measure", "value", "low", "high", "unit", "group", "place")  # of tables of figures


def to_document(fields: Mapping[str, object], *, doc_id: str, source: str, event: str | None = None) -> Document:
    """A document of fields, with what stands for those that are missing.

    Args:
        fields: Values by the names in `FIELDS`, and `issue`; others are ignored. `id` and `event` may be integers,
            `published` a date; a blank value is none, and so is a word for none as the time of publication.
        doc_id: Stands for a missing `id`.
        source: Stands for a missing `source`.
        event: Stands for a missing `event`.

    Raises:
        InputError: `text` is missing, or a value is of a wrong type. It names no file: the caller knows which.
    """
    if "text" not in fields:
        raise InputError(f"no text column, but {', '.join(map(str, fields)) or 'none at all'}", allowed="text")
    text = fields["text"]
    return fit_to_show(
        Document(
            doc_id=_string(fields, "id", numeric=True) or doc_id,
            text="" if text is None else _plain(text, "text"),
            source=_string(fields, "source") or source,
            title=_string(fields, "title"),
            published=_published(fields),
            url=_string(fields, "url"),
            event=_string(fields, "event", numeric=True) or event,
            issue=number if isinstance(number := fields.get("issue"), int) else None,
        )
    )


def fit_to_show(document: Document) -> Document:
    """The document with names of one line, and nothing in it that would steer a terminal; its text keeps its length."""
    shown = replace(
        document,
        doc_id=printable(document.doc_id),
        text=plain(document.text),
        source=printable(document.source),
        title=document.title and plain(document.title),
        url=document.url and printable(document.url),
        event=document.event and printable(document.event),
    )
    return document if shown == document else shown


def _string(fields: Mapping[str, object], name: str, *, numeric: bool = False) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if numeric and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    plain = _plain(value, name)
    return plain if plain.strip() else None


def _plain(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise InputError(f"{name} is {value!r:.60}", allowed="a string")
    try:
        value.encode()
    except UnicodeEncodeError as error:  # JSON can spell half of a surrogate pair; no file can hold it
        raise InputError(f"{name} holds a lone surrogate at character {error.start}", allowed="Unicode text") from None
    return value


def _published(fields: Mapping[str, object]) -> datetime | None:
    told = fields.get("published")
    try:
        return None if isinstance(told, str) and told.strip().lower() in _NO_TIME else to_utc(told)
    except InputError as error:
        raise InputError(f"published: {error.message}", allowed=error.allowed) from None


def to_utc(value: object) -> datetime | None:
    """A time in UTC; one without a zone is taken to be in UTC.

    Args:
        value: A time, a date (its midnight), text that spells one, or None or blank text, which are None.

    Raises:
        InputError: It is none of these, or a date that may be read in two ways.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    try:
        moment = _moment(value.strip()) if isinstance(value, str) else value
        if isinstance(moment, date) and not isinstance(moment, datetime):
            moment = datetime.combine(moment, time())
        if isinstance(moment, datetime):
            return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise InputError(f"{value!r:.60} is no time", allowed="an ISO 8601 date or time")


def _moment(text: str) -> datetime | date:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return spelled_out(text)
