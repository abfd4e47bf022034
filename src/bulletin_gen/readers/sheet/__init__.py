"""The lines of a source in; which of them is what out."""
