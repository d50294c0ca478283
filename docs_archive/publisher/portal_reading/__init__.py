"""Reads a portal's pages by a profile of selectors into the records that `publish` takes."""
