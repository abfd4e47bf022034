"""The clauses, a function each; `requirements` gathers them."""
