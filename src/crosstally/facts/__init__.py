"""Documents in, facts out: one document at a time, knows nothing of other documents."""
