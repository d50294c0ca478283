"""What belongs to the mailbox besides its mails, in dialogs: being away, the server's rules, how full it is."""
