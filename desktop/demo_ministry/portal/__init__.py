"""The demo ministry's portal: a real signed feed over real HTTP on 127.0.0.1, with a tester's handles."""

from .demo_portal import DemoPortal, PublisherFailed

__all__ = ["DemoPortal", "PublisherFailed"]
