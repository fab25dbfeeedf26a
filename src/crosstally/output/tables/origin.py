"""What a file of tables says about where it comes from."""

from __future__ import annotations

from importlib.metadata import version

from crosstally.facts.tables.flat import VERSION


def origin(configuration: str | None) -> dict[str, str]:
    """The version of the tables' columns, of crosstally, and, where it is known, the settings they were made under.

    Args:
        configuration: The fingerprint of the settings; None where nothing was decided, as for facts alone.
    """
    known = {"schema": VERSION, "version": version("crosstally")}
    return known | ({"configuration": configuration} if configuration else {})
