"""Is a file set as GB/T 9704-2012 asks? A DOCX, a PDF or our own pages in; a table of the clauses out.

    prove(measure_docx(content), GBT9704)

Each measurer gives the same plain values (`measured`), each clause is one function over them (`clauses`, gathered
in `requirements`), and what a kind of file does not tell is said to need a person's eye.
"""
