"""What a site lets programs fetch, and how often: its robots.txt (RFC 9309)."""

from __future__ import annotations

from typing import Any

from crosstally.errors import InputError
from crosstally.fetching.address import origin
from crosstally.fetching.request import AGENT, Asking

_REFUSED, _FAILED = 400, 500  # the first statuses of "there is none", which allows all, and of "not now": nothing
_LONGEST = 2**19  # characters that are read; the standard asks for as many


class Robots:
    """The robots.txt of each site, asked for once."""

    def __init__(self, asking: Asking) -> None:
        """Begin.

        Raises:
            InputError: The package that reads them is not installed.
        """
        try:
            from protego import Protego  # noqa: PLC0415 - an extra
        except ImportError:
            raise InputError("to fetch pages, run: pip install 'crosstally[fetch]'") from None
        self._parse = Protego.parse
        self._asking = asking
        self._of: dict[str, Any] = {}

    def require(self, url: str) -> None:
        """Make sure that a page may be fetched.

        Raises:
            InputError: The site does not want it, or does not say.
        """
        site = origin(url)
        if site not in self._of:
            self._of[site] = self._read(f"{site}/robots.txt")
        if not self._of[site].can_fetch(url, AGENT):
            raise InputError("the site's robots.txt does not want it fetched", path=url)

    def pause(self, url: str) -> float:
        """Seconds that a site wants between two pages; 0 where it does not say."""
        rules = self._of.get(origin(url))
        return float((rules and rules.crawl_delay(AGENT)) or 0)

    def _read(self, url: str) -> Any:
        answer = self._asking.followed(url, lambda _url: None)
        if answer.status >= _FAILED:
            raise InputError(f"answered with {answer.status} {answer.reason}, so that nothing may be fetched", path=url)
        text = "" if answer.status >= _REFUSED else answer.body.decode("utf-8", "replace")
        return self._parse(text[:_LONGEST])
