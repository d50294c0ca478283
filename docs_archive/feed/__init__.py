"""The signed feed, as a client: tuf and HTTP, and nowhere else."""

from .signed_feed_gateway import SignedFeedGateway

__all__ = ["SignedFeedGateway"]
