"""The place for reading the text inside PDF, DOCX and scans, in disposable child processes. Nothing is here yet."""
