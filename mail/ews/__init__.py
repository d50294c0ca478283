"""The mailbox over EWS, with exchangelib: the only folder that imports it."""

from .gateway import EwsMailboxGateway

__all__ = ["EwsMailboxGateway"]
