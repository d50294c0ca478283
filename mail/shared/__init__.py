"""Mailboxes of others that she was given access to: opened by address, kept in encrypted stores beside hers, synced by
the same service, shown under their owners' names."""
