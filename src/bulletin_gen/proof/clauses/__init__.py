"""The clauses, a function each; `requirements` lists them."""
