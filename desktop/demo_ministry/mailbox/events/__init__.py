"""The calendar of the demo mailbox: events, their rules, and the EWS operations about them."""
