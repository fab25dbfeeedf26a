"""How much work is run: workers, batches, cache, archive, spool, stored reports; only the front door knows of it."""
