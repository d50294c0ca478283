"""Finding mails: what a person types (`grammar`), the index inside the encrypted database (`index`), the text of
attachments for it (`files`), and the marks on what was found (`marks`)."""
