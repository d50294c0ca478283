"""Autodiscover in its plain XML form ([MS-OXDSCLI]): where the mailbox of an address is. Used by `http_server`."""

from __future__ import annotations

from xml.sax.saxutils import escape

from lxml import etree

PATH = "/autodiscover/autodiscover.xml"
_REQUEST = "{http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006}"
_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>'
    '<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">'
)
_RESPONSE = '<Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">'


def answer(body: bytes, owner: str, ews_url: str, redirect: str = "") -> bytes:
    """For the owner's address her endpoint, for any other error 500 of that protocol; ``redirect`` is a RedirectUrl."""
    try:
        tree = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))
        asked = (tree.findtext(f".//{_REQUEST}EMailAddress") or "").strip().lower()
    except etree.XMLSyntaxError:
        asked = ""
    if asked != owner.lower():
        return (f"{_HEAD}<Response><Error><ErrorCode>500</ErrorCode></Error></Response></Autodiscover>").encode()
    if redirect:
        account = f"<Action>redirectUrl</Action><RedirectUrl>{escape(redirect)}</RedirectUrl>"
    else:
        account = "<AccountType>email</AccountType><Action>settings</Action>" + "".join(
            f"<Protocol><Type>{kind}</Type><EwsUrl>{escape(ews_url)}</EwsUrl></Protocol>" for kind in ("EXCH", "EXPR")
        )
    return f"{_HEAD}{_RESPONSE}<Account>{account}</Account></Response></Autodiscover>".encode()
