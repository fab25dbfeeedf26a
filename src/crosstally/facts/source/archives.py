"""What archives hold, looked at before any of it is unpacked."""

from __future__ import annotations

import zipfile
from io import BytesIO

from crosstally.errors import InputError
from crosstally.facts.source.piece import Given


def require_modest(data: bytes, given: Given) -> zipfile.ZipFile:
    """The archive of some bytes, when what it says it holds is within the limits.

    Args:
        data: A .zip file, or one of the kinds that are such files inside.
        given: The file.

    Raises:
        InputError: It is no archive, holds too many files, or one that is too large.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise InputError(f"cannot be read as {given.kind}: {error}", path=given.path) from error
    members = archive.infolist()
    given.limits.require("members", len(members), given.path)
    for member in members:
        given.limits.require("size", member.file_size, given.path / member.filename)
    return archive
