"""One file per rule, found by being here (see `crosstally.rules.rule`)."""
