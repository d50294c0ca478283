"""One suite for every `mail.MailboxGateway`: the fake in memory, and EWS against the demo mailbox server."""
