"""Events: which documents tell of the same thing."""
