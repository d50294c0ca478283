"""A small ministry on 127.0.0.1: a mailbox server that speaks EWS, a portal with a signed feed, two sites that stream.

`start()` brings all up and writes a profile as an IT office would; the application then knows no difference. Nothing of
ours is imported here, lest server and client misread a protocol alike.
"""

from .ministry import DemoMinistry, start

__all__ = ["DemoMinistry", "start"]
