"""What a chair keeps during a conference: who is there, who speaks and for how long, the agenda, the minutes. Values
and pure functions; the window shows them."""
