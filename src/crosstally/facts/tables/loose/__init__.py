"""Tables as people keep them: a source, a measure and a figure a row will do, and the rest of a fact is derived."""
