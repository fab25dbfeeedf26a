"""Addresses of pages: which are fetched, and the file that keeps what stands there."""

from __future__ import annotations

import re
import socket
from hashlib import blake2b
from ipaddress import ip_address
from urllib.parse import quote, urlsplit, urlunsplit

from crosstally.errors import InputError

_LONGEST = 60  # characters of a path in the name of a file
_AS_THEY_ARE = "%/:;,@!$&'()*+=?~"


def address(url: str) -> str:
    """An address as a server is asked for it: in ASCII, without the part behind ``#``.

    Raises:
        InputError: It is none of a page on the web, or holds a password.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise InputError(f"no address: {error}", path=url) from error
    if parts.scheme not in {"http", "https"} or not host:
        raise InputError("no address of a page", path=url, allowed="http://... or https://...")
    if "@" in parts.netloc:
        raise InputError("an address with a name or a password in it", path=parts.hostname, allowed="one without")
    host = f"[{host}]" if ":" in host else host
    path, query = (quote(part, safe=_AS_THEY_ARE) for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme, host + port, path, query, ""))


def origin(url: str) -> str:
    """The scheme, host and port of an address: ``https://example.org``."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def file_name(url: str) -> str:
    """What the page of an address is kept in: readable, and another for every address."""
    parts = urlsplit(url)
    words = re.sub(r"[^A-Za-z0-9.]+", "-", f"{parts.hostname}{parts.path}"[:_LONGEST]).strip("-.")
    return f"{words}-{blake2b(url.encode(), digest_size=4).hexdigest()}.warc.gz"


def is_inside(url: str) -> bool:
    """Whether an address leads into a private network or to this machine."""
    parts = urlsplit(url)
    found = socket.getaddrinfo(parts.hostname, parts.port or parts.scheme, type=socket.SOCK_STREAM)
    return any(not ip_address(str(at[0]).partition("%")[0]).is_global for *_, at in found)
