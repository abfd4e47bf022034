"""Sheet and Style in, XLSX out."""
