"""What a hostile page is here: a name that says what it tries, the name of its file, and its bytes."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple
from zlib import crc32

MARK = "zzevil"
"""Stands in every piece of markup and every formula that must not come out alive."""
FA = (
    "{0}\n\nبه گزارش {0}، وزیر خارجه ایران، {0}، روز {1} آذر {2} با بشار اسد رئیس‌جمهور سوریه در دمشق دیدار کرد.\n"
    "عباس عراقچی گفت: «{0} ایران از سوریه حمایت می‌کند.»\n"
)
AR = (
    "{0}\n\nالتقى الرئيس السوري بشار الأسد {0} وزير الخارجية الإيراني عباس عراقجي في دمشق يوم {1}/11/{3}.\n"
    "وقال المتحدث {0} إن بلاده «{0} تدعم سوريا». وأفادت وكالة {0} بمقتل 5 مدنيين في قصف على حمص.\n"
)
"""Pages that tell an event and statements, with room for a word of the attacker wherever one of theirs may reach."""


class Attack(NamedTuple):
    """One hostile file."""

    name: str
    file: str
    data: bytes


def told(payload: str, *, both: bool = True) -> str:
    """Put words of the attacker into news; the day hangs on them, so that few tell one event."""
    number = crc32(payload.encode("utf-8", "surrogatepass"))
    when = number % 29 + 1, 1380 + number % 24, 2001 + number % 24
    return FA.format(payload, *when) + (f"\n{AR.format(payload, *when)}" if both else "")


def text(name: str, payload: str) -> Attack:
    """Make a page of plain text around a payload."""
    return Attack(name, f"{name}.txt", told(payload).encode("utf-8", "surrogatepass"))


def line(name: str, **fields: Any) -> Attack:
    """Make a page of JSON Lines; fields that are not given tell sound news."""
    whole = {"text": told("وزیر"), "url": "https://example.org/news", "published": "2024-12-02"} | fields
    return Attack(name, f"{name}.jsonl", json.dumps(whole).encode() + b"\n")


def markup(name: str, body: str, head: str = "") -> Attack:
    """Make a page of HTML; a body without news gets some."""
    news = f"<article><h1>{told('وزیر').splitlines()[0]}</h1><p>{told('وزیر')}</p></article>"
    page = f"<!doctype html><html><head>{head}</head><body>{body}{'' if 'دیدار' in body else news}</body></html>"
    return Attack(name, f"{name}.html", page.encode("utf-8", "surrogatepass"))


def numbered(kind: str, payloads: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Name payloads of one kind."""
    for number, payload in enumerate(payloads, start=1):
        yield f"{kind}-{number:02}", payload
