"""What breaks a table's schema: every failing row and column, with what was found and what is allowed."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaError as BrokenCheck
from pandera.errors import SchemaErrorReason as Reason
from pandera.errors import SchemaErrors as BrokenChecks

from crosstally.facts.tables.failure import Failure

A_VALUE = "a value"
Model = type[pa.DataFrameModel]


def find_failures(model: Model, frame: pd.DataFrame, unreadable: Iterable[Failure] = ()) -> list[Failure]:
    """Every failure of a table, sorted by row.

    A check on several columns names them, separated by commas, in its `title`, and says what is allowed in its `error`;
    a column whose pattern needs words has them in its metadata.

    Args:
        model: The schema.
        frame: The table, with a fresh index.
        unreadable: Cells that could not be read as their type and stand as null in `frame`; they are failures, and
            what follows from them, or from a null where a value must be, is not.
    """
    failures = list(unreadable)
    missing = {(failure.row, column) for failure in failures for column in failure.columns}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # of pandas 2, about how pandera gathers failures
            model.validate(frame, lazy=True)
    except BrokenChecks as errors:
        found = [failure for broken in errors.schema_errors for failure in _failures_of(broken, frame)]
        nulls = {(failure.row, failure.columns[0]) for failure in found if failure.allowed == A_VALUE}
        for failure in found:
            cells = {(failure.row, column) for column in failure.columns}
            follows = cells & (missing if len(cells) == 1 else missing | nulls)
            failures += [] if follows else [failure]
    return sorted(failures)


def _failures_of(broken: BrokenCheck, frame: pd.DataFrame) -> Iterator[Failure]:
    if broken.reason_code is Reason.COLUMN_NOT_IN_DATAFRAME:
        yield Failure(0, (str(broken.failure_cases),), "no such column", "a table with this column")
    elif broken.reason_code is Reason.CHECK_ERROR:
        return  # a column that the check needs is missing, which is a failure of its own
    elif isinstance(title := getattr(broken.check, "title", None), str):
        columns = tuple(title.split(","))
        for row in frame.index[~broken.check_output.to_numpy(dtype=bool)]:
            found = ", ".join(_shown(frame.loc[row, column]) for column in columns)
            yield Failure(int(row) + 1, columns, found, str(broken.check.error))
    else:
        for row, value in zip(broken.failure_cases["index"], broken.failure_cases["failure_case"], strict=True):
            yield Failure(int(row) + 1, (str(broken.schema.name),), _shown(value), _allowed(broken))


def _allowed(broken: BrokenCheck) -> str:
    match broken.reason_code:
        case Reason.SERIES_CONTAINS_NULLS:
            return A_VALUE
        case Reason.SERIES_CONTAINS_DUPLICATES:
            return "each value once"
    statistics = getattr(broken.check, "statistics", None) or {}
    if "allowed_values" in statistics:
        return ", ".join(map(str, statistics["allowed_values"]))
    if "min_value" in statistics:
        return f"{statistics['min_value']} or more"
    metadata = broken.schema.metadata or {}
    return str(metadata.get("allowed", getattr(broken.check, "error", broken.check)))


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(map(str, value)) or "nothing"
    if pd.isna(value):
        return "nothing"
    if isinstance(value, pd.Timestamp):
        return value.isoformat()
    return f"{value.item() if isinstance(value, np.generic) else value!r}"[:80]
