"""Pictures that a mail names on somebody's server, fetched with her consent only: bounded, and saying nothing of her.

kinds.py      what bytes are as a picture, by their own head; never by what a server calls them
fetching.py   https, public addresses only, three redirects, no cookies, no referrer, bounds of size and time
question.py   the window asks the service process, which has the network
trusted.py    the senders whose pictures she wants always, kept in the encrypted store
"""
