"""Events as an Atom feed (RFC 4287), for feed readers."""

import sqlite3
from typing import BinaryIO
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from rasad.sharing.words import counts, day, quote, title, web_address
from rasad.sharing.xml import xml_text
from rasad.store.stories import Story, stories

DESCRIPTION = "a feed, one entry an event, the event told last first"
EXTENSION = "atom"

_NEVER = "1970-01-01"
"""When an entry changed, where no page has a day: the format wants something, and no clock is asked."""


def write(db: sqlite3.Connection, out: BinaryIO) -> None:
    """Write one feed."""
    found = sorted(stories(db), key=lambda story: (_updated(story), story.event.id), reverse=True)
    feed = Element("feed", xmlns="http://www.w3.org/2005/Atom")
    _add(feed, "title", "Events read by Rasad")
    _add(feed, "id", "urn:rasad:events")
    _add(feed, "updated", _moment(_updated(found[0]) if found else _NEVER))
    _add(SubElement(feed, "author"), "name", "Rasad, from the pages named in each entry")
    for story in found:
        _entry(feed, story)
    indent(feed)
    out.write(tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")


def _entry(feed: Element, story: Story) -> None:
    entry, event = SubElement(feed, "entry"), story.event
    _add(entry, "title", title(event))
    _add(entry, "id", f"urn:rasad:event:{event.id}")
    _add(entry, "updated", _moment(_updated(story)))
    SubElement(entry, "category", term=event.type)
    for url in dict.fromkeys(one.entry.record.url for one in story.told):
        if address := web_address(url):
            SubElement(entry, "link", rel="related", href=xml_text(address))
    said = [f"{one.entry.record.publisher or one.entry.record.id}: «{quote(one)}»" for one in story.told]
    _add(entry, "content", "\n".join((f"{day(event.date)}; {counts(event)}", *said)), type="text")


def _updated(story: Story) -> str:
    """Give the last day on which a page told the event."""
    days = (one.entry.record.published or one.entry.record.retrieved for one in story.told)
    return max((one[:10] for one in days if one), default=_NEVER)


def _moment(iso: str) -> str:
    return f"{iso}T00:00:00Z"


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = xml_text(text)
