"""Conversations, put together on this PC: the sync groups messages as their headers come, the mailbox reads groups."""
