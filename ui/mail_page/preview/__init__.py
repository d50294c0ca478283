"""Attachments shown inside the reader: PDF, pictures, text. Imported when the first one is looked at, not before."""
