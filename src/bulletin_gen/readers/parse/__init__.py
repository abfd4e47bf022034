"""A sheet in; the typed spec of its lines out. A field is typed where saying it again gives what is printed."""
