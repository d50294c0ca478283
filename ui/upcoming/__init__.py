"""Conferences that come by themselves: today's, from the calendar and the profile; a card a quarter of an hour before,
and five minutes before a strip over every page. Started by the main window some seconds after the first page."""
