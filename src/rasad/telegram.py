"""A message of a Telegram channel, from whichever export, and its page."""

from msgspec import Struct

from rasad.capture import page_of, stating
from rasad.model import Outside, Page, Stated

MEDIA = "text/x-telegram"


class Message(Struct, frozen=True):
    """What an export tells of a message. `form` names the export, for the rules."""

    form: str
    id: str
    text: str
    channel: str = ""
    published: str = ""
    modified: str = ""
    forwarded_from: str = ""
    author: str = ""
    url: str = ""


def page_of_message(message: Message, default_id: str) -> Page:
    """Make the page of a message. The channel is its publisher; whom it was forwarded from is its stated origin."""
    found = (
        ("published", message.published, "date"), ("modified", message.modified, "edited"),
        ("publisher", message.channel, "channel"), ("origin", message.forwarded_from, "forwarded_from"),
        ("author", message.author, "author"), ("url", message.url, "link"),
    )  # fmt: skip
    facts = tuple(Stated(field, value, f"{message.form}:{rule}") for field, value, rule in found if value)
    return stating(page_of(message.text, Outside(default_id), MEDIA), facts)
