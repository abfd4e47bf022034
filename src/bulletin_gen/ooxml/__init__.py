"""One reading of a DOCX: its package, its paragraphs, their effective formats, printed labels, revisions, comments."""
