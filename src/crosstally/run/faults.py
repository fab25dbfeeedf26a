"""Results as bytes, with what was set aside on the way in front, so that it can be told without unpacking the rest."""

from __future__ import annotations

import json
from collections.abc import Sequence

_SIZE = 4  # bytes of the length of what stands in front


def with_faults(packed: bytes, faults: Sequence[str]) -> bytes:
    """A packed result with the faults in front of it."""
    told = json.dumps(list(faults)).encode() if faults else b""
    return len(told).to_bytes(_SIZE) + told + packed


def faults_of(data: bytes) -> list[str]:
    """The faults in front of a packed result."""
    length = int.from_bytes(data[:_SIZE])
    faults: list[str] = json.loads(data[_SIZE : _SIZE + length]) if length else []
    return faults


def without_faults(data: bytes) -> memoryview:
    """The packed result."""
    return memoryview(data)[_SIZE + int.from_bytes(data[:_SIZE]) :]
