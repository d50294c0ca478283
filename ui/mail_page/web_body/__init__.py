"""The web view for mails whose HTML Qt's rich text cannot show as meant. It shows what it is given and reaches nothing.

Nothing here is imported before the first such mail is opened (`ui.mail_page.mail_body`): the libraries cost 200 MB on
disk, three processes and a third of a second.

    engine.py       the one engine of this process: switches, profile, what may run
    gatekeeper.py   refuses every request but for the mail's own parts; serves those
    page.py         one page: no script, no navigation, no permission, no window
    document.py     the page's text: policy, our style, day and night
    view.py         the widget
"""
