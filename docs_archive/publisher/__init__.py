"""Makes a signed feed out of documents; runs at the ministry: python -m docs_archive.publisher."""
