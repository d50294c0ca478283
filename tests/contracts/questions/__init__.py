"""One suite for each capability that answers questions: its fake in memory, and EWS against the demo mailbox server."""
