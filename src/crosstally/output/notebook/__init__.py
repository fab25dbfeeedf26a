"""What a notebook shows of a run: the cross-tabs, and the claims on a measure as a plot."""
