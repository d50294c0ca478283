"""What the publisher says instead of publishing; read by the person at its command line."""


class PublisherError(Exception):
    """One sentence for the person who runs the publisher."""
