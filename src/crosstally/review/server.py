"""The server of a review: this machine alone can reach it, and only a page that knows its token can change anything.

It serves two pages and takes one form. Nothing in an address names a file, so that there is nothing to traverse. A
request is answered when it asks for this very host and port (a name that is made to lead here does not), carries the
token in its path, and, if it would change something, comes from a page of this origin, carries the token again in the
form, and was sent as a form of a few kilobytes.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import parse_qs, urlsplit

from crosstally.errors import CrosstallyError
from crosstally.review.page import render_review

if TYPE_CHECKING:
    from crosstally.review.desk import Review

HOST = "127.0.0.1"
_MOST = 2**14  # bytes of a form
_FORM = "application/x-www-form-urlencoded"
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
}


class ReviewServer(HTTPServer):
    """One review, answered one request after the other."""

    allow_reuse_address = False

    def __init__(self, review: Review, render: Callable[[], str], port: int = 0) -> None:
        """Take a port, any free one by default.

        Args:
            review: The review.
            render: The report page of its last run.
            port: The port.
        """
        self.review, self.render = review, render
        self.said = ""
        self.token = secrets.token_urlsafe(24)
        super().__init__((HOST, port), _Handler)

    @property
    def origin(self) -> str:
        """``http://127.0.0.1:PORT``."""
        return f"http://{HOST}:{self.server_port}"

    @property
    def address(self) -> str:
        """Where the review is; whoever has it can decide."""
        return f"{self.origin}/{self.token}/"


class _Refused(Exception):  # noqa: N818 - it is no error of ours
    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status)
        self.status = status


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    server_version, sys_version = "crosstally", ""
    timeout = 10
    protocol_version = "HTTP/1.0"
    pages: ClassVar = ("", "report")

    def do_GET(self) -> None:
        """Show the review or the report."""
        self._answer(self._page)

    def do_POST(self) -> None:
        """Take a decision."""
        self._answer(self._decide)

    def log_message(self, *_: object) -> None:
        """Say nothing: addresses hold the token."""

    def _answer(self, answer: Callable[[str], None]) -> None:
        try:
            answer(self._place())
        except _Refused as refused:
            self._send(refused.status, f"{refused.status.value} {refused.status.phrase}\n", "text/plain")

    def _place(self) -> str:
        """What is asked for behind the token; everything else is refused."""
        if self.headers.get_all("Host") != [f"{HOST}:{self.server.server_port}"]:
            raise _Refused(HTTPStatus.MISDIRECTED_REQUEST)
        path = urlsplit(self.path).path
        token, slash, place = path.removeprefix("/").partition("/")
        if not slash or not secrets.compare_digest(token.encode(), self.server.token.encode()):
            raise _Refused(HTTPStatus.FORBIDDEN)
        if place not in self.pages:
            raise _Refused(HTTPStatus.NOT_FOUND)
        return place

    def _page(self, place: str) -> None:
        if place == "report":
            self._send(HTTPStatus.OK, self.server.render())
            return
        asked = parse_qs(urlsplit(self.path).query).get("n", ["0"])[0]
        number = int(asked) if asked.isdecimal() and len(asked) < 6 else 0  # noqa: PLR2004 - more than there are
        said, self.server.said = self.server.said, ""
        self._send(HTTPStatus.OK, render_review(self.server.review, self.server.token, number, said=said))

    def _decide(self, place: str) -> None:
        if place:
            raise _Refused(HTTPStatus.METHOD_NOT_ALLOWED)
        form = self._form()
        number = int(form["n"]) if form.get("n", "").isdecimal() and len(form["n"]) < 6 else 0  # noqa: PLR2004
        try:
            self.server.said = f"Kept: {self.server.review.decide(form)}"
            self._send(HTTPStatus.SEE_OTHER, "", place=f"./?n={number}")
        except CrosstallyError as error:
            page = render_review(self.server.review, self.server.token, number, wrong=str(error), typed=form)
            self._send(HTTPStatus.UNPROCESSABLE_ENTITY, page)

    def _form(self) -> dict[str, str]:
        """The fields of a form that a page of ours sent."""
        if self.headers.get_all("Origin") != [self.server.origin]:
            raise _Refused(HTTPStatus.FORBIDDEN)
        if self.headers.get_content_type() != _FORM:
            raise _Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or not 0 < int(length[:9]) <= _MOST:
            raise _Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        text = self.rfile.read(int(length)).decode(errors="replace")
        try:
            form = {name: values[0] for name, values in parse_qs(text, max_num_fields=20).items()}
        except ValueError:
            raise _Refused(HTTPStatus.BAD_REQUEST) from None
        if not secrets.compare_digest(form.get("token", "").encode(), self.server.token.encode()):
            raise _Refused(HTTPStatus.FORBIDDEN)
        return form

    def _send(self, status: HTTPStatus, text: str, kind: str = "text/html", place: str | None = None) -> None:
        body = text.encode(errors="replace")
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        if place:
            self.send_header("Location", place)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
