"""A document in the house format -> a DOCX file."""
