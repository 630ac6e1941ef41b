"""Telegram channels as HTML: the program's export (messages.html), and a channel's public page saved in a browser."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from selectolax.lexbor import LexborHTMLParser, LexborNode

from rasad.charset import decode
from rasad.errors import PageError
from rasad.markup import declared_charset, text_of_html
from rasad.model import Page
from rasad.readers import SetAside, set_aside, stem, whole
from rasad.telegram import Message, page_of_message

DESCRIPTION = "Telegram channel as HTML (messages.html, or t.me/s/CHANNEL saved), one page a message"

_FORM = "telegram_html"
_MARK = re.compile(rb'class="(?:page_header|tgme_header|tgme_page_?\w*|history)|tgme_widget_message|Exported Data')
_TAG = re.compile(rb"<(?:!doctype|html)", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_NUMBER = re.compile(r"\d+")
_ADDRESS = "https://t.me/"


def recognises(head: bytes, name: str) -> bool:
    """Tell by what only such pages hold at their beginning."""
    return bool(_TAG.search(head[:512]) and _MARK.search(head))


def read_from(stream: BinaryIO, name: str) -> Iterator[Page | SetAside]:
    """Read the messages of a stream."""
    try:
        data = whole(stream)
        tree = LexborHTMLParser(decode(data, declared_charset(data))[0])
        found = [*_exported(tree), *_shown(tree)]
        if not found:
            raise PageError("the page holds no messages with text", "export the channel again")
    except PageError as fault:
        yield set_aside(name, None, fault)
        return
    for number, message in enumerate(found, start=1):
        try:
            yield page_of_message(message, f"{stem(name)}:{message.id or number}")
        except PageError as fault:
            yield set_aside(name, number, fault)


def _exported(tree: LexborHTMLParser) -> Iterator[Message]:
    """Read an export: the day stands in the title of the clock, a forward in a body of its own."""
    channel = _line(tree.css_first(".page_header .text"))
    for node in tree.css("div.message.default"):
        text = _text(node.css_first(".text"))
        if not text:
            continue
        forward = node.css_first(".forwarded .from_name")
        yield Message(
            _FORM, _digits(node.attributes.get("id")), text, channel, _day(_title(node.css_first(".date.details"))),
            forwarded_from=_own_line(forward), author=_line(node.css_first(".signature")),
        )  # fmt: skip


def _shown(tree: LexborHTMLParser) -> Iterator[Message]:
    """Read the public page of a channel, as a browser shows it."""
    channel = _line(tree.css_first(".tgme_channel_info_header_title"))
    for node in tree.css("[data-post]"):
        told = node.css_first(".tgme_widget_message_text.js-message_text")
        text = _text(told or node.css_first(".tgme_widget_message_text"))
        if not text:
            continue
        post = node.attributes.get("data-post") or ""
        time = node.css_first("time[datetime]")
        yield Message(
            _FORM, post.rpartition("/")[2], text, channel or _line(node.css_first(".tgme_widget_message_owner_name")),
            (time.attributes.get("datetime") or "") if time else "",
            forwarded_from=_line(node.css_first(".tgme_widget_message_forwarded_from_name")),
            author=_line(node.css_first(".tgme_widget_message_from_author")), url=f"{_ADDRESS}{post}",
        )  # fmt: skip


def _text(node: LexborNode | None) -> str:
    return text_of_html(node.html or "").strip() if node is not None else ""


def _line(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node is not None else ""


def _own_line(node: LexborNode | None) -> str:
    """Give the text of an element without that of the elements in it."""
    return " ".join(node.text(deep=False).split()) if node is not None else ""


def _title(node: LexborNode | None) -> str:
    return (node.attributes.get("title") or "") if node is not None else ""


def _digits(written: str | None) -> str:
    found = _NUMBER.search(written or "")
    return found[0] if found else ""


def _day(written: str) -> str:
    """Give the day of an export's clock («01.12.2024 10:11:12 UTC+03:30») as ISO."""
    found = _DAY.search(written)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else ""
