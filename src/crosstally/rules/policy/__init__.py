"""Which figure is best: policies, what they put for vague words, and how many independent sources stand behind it."""
