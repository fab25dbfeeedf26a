"""Which facts of an event are claims on one quantity."""
