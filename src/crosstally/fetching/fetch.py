"""Pages fetched one after the other, as their sites allow, and kept in a folder that `check` reads."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from crosstally.errors import CrosstallyError, InputError
from crosstally.facts.source.limits import LIMITS, Limits
from crosstally.facts.source.readers.web_archive import kind_of
from crosstally.fetching.address import address, file_name, origin
from crosstally.fetching.request import Answer, Asking
from crosstally.fetching.robots import Robots
from crosstally.fetching.web_archive import keep

_FINE = 200
SECONDS = 60.0  # for one answer
PAUSE = 1.0  # seconds from one page of a site to its next


def fetch(  # noqa: PLR0913 - what a fetch needs
    urls: Iterable[str],
    into: Path,
    *,
    limits: Limits = LIMITS,
    seconds: float = SECONDS,
    pause: float = PAUSE,
    on_done: Callable[[str, Path], None],
    on_skip: Callable[[str], None],
) -> list[Path]:
    """The file of each page that is in a folder now; see `crosstally.api.fetch`."""
    asking = Asking(seconds, limits)
    robots = Robots(asking)
    into.mkdir(parents=True, exist_ok=True)
    kept: list[Path] = []
    asked: dict[str, float] = {}  # when a site may be asked again
    for url in urls:
        try:
            at = address(url)
            path = into / file_name(at)
            if path.exists():
                on_skip(f"{at}: fetched before, and kept in {path}; remove the file to fetch it anew")
            else:
                keep(_page(at, asking, robots, pause, asked), path)
                on_done(at, path)
        except CrosstallyError as error:
            on_skip(f"{error}; not fetched")
        else:
            kept.append(path)
    return kept


def _page(url: str, asking: Asking, robots: Robots, pause: float, asked: dict[str, float]) -> Answer:
    """The page of an address, asked for no sooner than its site wants.

    Raises:
        InputError: There is none, or none that can be read.
    """

    def require(at: str) -> None:
        robots.require(at)
        site, now = origin(at), time.monotonic()
        time.sleep(max(0, asked.get(site, now) - now))
        asked[site] = time.monotonic() + max(pause, robots.pause(at))

    answer = asking.followed(url, require)
    if answer.status != _FINE:
        raise InputError(f"answered with {answer.status} {answer.reason}".rstrip(), path=url)
    if not kind_of(answer.header("content-type")):
        allowed = "web pages, PDF files, feeds, plain text"
        raise InputError(f"is of type {answer.header('content-type') or 'unknown'}", path=url, allowed=allowed)
    return answer
