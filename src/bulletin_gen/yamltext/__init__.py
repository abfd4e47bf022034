"""YAML in: bytes to a tree of plain texts that knows the place of each, and what is wrong with its shape."""
