"""The application: starts, joins, remembers."""
