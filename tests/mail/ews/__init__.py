"""The EWS adapter against real HTTP: the demo mailbox server, and servers that misbehave."""
