"""Her calendar: the nouns and the local face. What needs a server's answer at once is a question (`questions`).

Loaded on first use, as all of `mail` is: its names are exported by `mail` itself.
"""
