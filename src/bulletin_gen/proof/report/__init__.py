"""A proof as text, JSON or a page of HTML."""
