"""Answers: a view as a page, as JSON or as CSV. Whatever was captured is escaped here, and nowhere marked as safe."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from urllib.parse import unquote

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from msgspec import Struct

from rasad.sharing.cells import harmless
from rasad.sharing.words import defanged
from rasad.web import names, reasons, rules
from rasad.web.chips import shown
from rasad.web.links import Links
from rasad.web.words import LANGS, Words

Rows = Iterable[Mapping[str, Any]]
_NUMBERS = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
"""Bytes of an address that are no ASCII; what is, may mean something to a server and stays as it is written."""


class Shown(Struct, frozen=True):
    """A view: its title, what its template needs, and the same as rows and as data for programs."""

    title: str
    data: Mapping[str, Any]
    rows: Rows = ()
    whole: Any = None
    """What JSON gives, where rows do not say it all."""


@cache
def environment() -> Environment:
    """Give the templates; text is escaped, and a name that a template does not know is a fault."""
    found = Environment(
        loader=PackageLoader("rasad.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    found.filters["shown"] = shown
    found.filters["address"] = address
    return found


def page(view: str, made: Shown, words: Words, links: Links, common: Mapping[str, Any]) -> str:
    """Give a view as HTML."""
    return environment().get_template(f"{view}.html").render(
        title=made.title, w=words, t=words.say, term=words.term, n=words.number, to=links.to, links=links, view=view,
        languages=LANGS, country=lambda code: names.country(code, words.lang),
        why=lambda line: reasons.told(line, words), read_by=lambda rule: rules.said_by(rule, words),
        role=lambda english: names.translated(english, words.lang),
        called=lambda identity, english: names.name(identity, english, "", words.lang),
        **common, **made.data,
    )  # fmt: skip


def address(url: str) -> str:
    """Write an address so that it can be read, and that nothing opens it: letters that it holds as numbers are letters.

    >>> address("https://a.ir/%D8%B3%D9%84%D8%A7%D9%85?q=%20%E2")
    'hxxps://a[.]ir/سلام?q=%20%E2'
    """
    return defanged(_NUMBERS.sub(lambda found: _letters(found[0]), url))


def _letters(numbers: str) -> str:
    try:
        return unquote(numbers, errors="strict")
    except UnicodeDecodeError:
        return numbers


def as_json(made: Shown) -> bytes:
    """Give a view for programs."""
    data = made.whole if made.whole is not None else {"rows": list(made.rows)}
    return msgspec.json.format(msgspec.json.encode(data), indent=1)


def as_csv(made: Shown) -> str:
    """Give the rows of a view as CSV; a cell that a spreadsheet would run gets an apostrophe before it."""
    rows = list(made.rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]) if rows else [], lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: _cell(value) for key, value in row.items()})
    return "\ufeff" + out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    return harmless(value)
