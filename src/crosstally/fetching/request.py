"""One question to a server, and its answer: in time, within the limits, and no redirect followed unasked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from importlib.metadata import version
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin
from urllib.request import HTTPRedirectHandler, Request, build_opener

from crosstally.errors import InputError
from crosstally.facts.source.limits import Limits
from crosstally.fetching.address import address, is_inside

AGENT = f"crosstally/{version('crosstally')}"
_REDIRECTS = {301, 302, 303, 307, 308}
_MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said.

    Attributes:
        url: The address that answered: the last one, where others led to it.
        status: 200, where all is well.
        reason: The same in words.
        headers: Names and values, in order.
        body: The bytes, packed as `Content-Encoding` says.
    """

    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The value of a header; empty where there is none."""
        return next((value for found, value in self.headers if found.lower() == name), "")


@dataclass(frozen=True, slots=True)
class Asking:
    """How servers are asked.

    Attributes:
        seconds: The longest that one may take for all of its answer.
        limits: How much it may answer with.
    """

    seconds: float
    limits: Limits

    def followed(self, url: str, require: Callable[[str], None]) -> Answer:
        """The answer to which an address leads, through redirects.

        Args:
            url: The address.
            require: Raises where an address is not to be asked; told of each.

        Raises:
            InputError: There is no answer in time, or it is too large, or leads nowhere or into a private network.
        """
        began_inside, at = is_inside_or_unknown(url), url
        for _ in range(_MOST_REDIRECTS + 1):
            require(at)
            answer = self.ask(at)
            if answer.status not in _REDIRECTS or not answer.header("location"):
                return answer
            at = address(urljoin(at, answer.header("location")))
            if not began_inside and is_inside_or_unknown(at):
                raise InputError(f"leads into a private network: {at}", path=url)
        raise InputError(f"leads on and on, the last time to {at}", path=url, allowed=f"{_MOST_REDIRECTS} redirects")

    def ask(self, url: str) -> Answer:
        """What the server of an address says.

        Raises:
            InputError: See `followed`.
        """
        done: SimpleQueue[Answer | Exception] = SimpleQueue()
        Thread(target=self._put_answer, args=(url, done), daemon=True).start()
        try:
            said = done.get(timeout=self.seconds)  # a server that sends a byte now and then never times out itself
        except Empty:
            said = TimeoutError()
        if isinstance(said, Answer):
            return said
        if isinstance(said, InputError):
            raise said
        if isinstance(said, TimeoutError):
            raise InputError(f"no answer in {self.seconds:g} seconds", path=url)
        why = said.reason if isinstance(said, URLError) else said
        raise InputError(f"no answer: {getattr(why, 'strerror', None) or why or type(said).__name__}", path=url)

    def _put_answer(self, url: str, done: SimpleQueue[Answer | Exception]) -> None:
        try:
            request = Request(url, headers={"User-Agent": AGENT, "Accept-Encoding": "identity"})  # noqa: S310 - see `address`
            try:
                with build_opener(_NoRedirect).open(request, timeout=self.seconds) as response:
                    answer = self._read(url, response)
            except HTTPError as refused:
                with refused:
                    answer = self._read(url, refused)
            done.put(answer)
        except (OSError, HTTPException, ValueError, InputError) as error:
            why = error.reason if isinstance(error, URLError) else error
            done.put(why if isinstance(why, TimeoutError) else error)

    def _read(self, url: str, response: HTTPResponse | HTTPError) -> Answer:
        body = response.read(self.limits.size + 1)
        if len(body) > self.limits.size:
            message, allowed = f"its size is more than {self.limits.size:,}", "size in [limits] raises it"
            raise InputError(message, path=url, allowed=allowed)
        told = response.headers.get("content-length", "")
        if told.isdecimal() and len(body) < int(told):
            raise InputError(f"cut short: {len(body):,} of {int(told):,} bytes", path=url)
        return Answer(url, response.status or 0, response.reason or "", tuple(response.headers.items()), body)


def is_inside_or_unknown(url: str) -> bool:
    """As `is_inside`; a host that nobody knows is told when it is asked, and one behind a proxy is the proxy's care."""
    try:
        return is_inside(url)
    except (OSError, ValueError):
        return False


class _NoRedirect(HTTPRedirectHandler):
    """Leaves it to the caller where to go next, who has to ask whether that is allowed."""

    def redirect_request(
        self, _req: Request, _fp: IO[bytes], _code: int, _msg: str, _headers: Any, _newurl: str
    ) -> None:
        return None
