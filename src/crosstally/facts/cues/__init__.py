"""Cues: words and phrases that set a slot of the figures they reach, found by one engine from data beside it."""
