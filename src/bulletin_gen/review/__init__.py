"""Two versions of a bulletin in; what changed between them, as a redline and as a list, out."""
