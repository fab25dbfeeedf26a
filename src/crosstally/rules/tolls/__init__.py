"""The tolls of an event: figures of which it has one, such as its dead."""
