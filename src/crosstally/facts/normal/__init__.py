"""The normal form of a text: the same words without what hides them from a reader of words, and the way back."""
