"""Finds the way into a conference in the parts of an invitation: link, service, number, passcode, room. Offline, pure,
bounded; only known services are recognised. Reached through the front door (`conference.find_links`)."""
