"""The clauses, a function each; `rules` lists them."""
