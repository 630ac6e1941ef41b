"""A brief as Markdown and as a page of HTML that needs nothing else: no script, no font, no picture, no address."""

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from itertools import groupby

from rasad.sharing.brief import Brief, Clash, Item, Note
from rasad.sharing.words import counted

_CAUTION = (
    "Every line says what pages say, as a program read them. It is no finding that a thing happened or who did it. "
    "Pages may copy one another: look at the number of stated origins, not of pages. Read the quotation first."
)


def markdown(brief: Brief) -> str:
    """Write a brief as Markdown; a quotation stands in a paragraph of its own, so that it may run right to left."""
    parts = [f"# {_heading(brief)}\n\n{_basis(brief)}\n\n> {_CAUTION}\n\n## What is new\n\n"]
    parts.append("| type | told for the first time | told again |\n| --- | --- | --- |\n")
    parts += [f"| {type_} | {first} | {again} |\n" for type_, first, again in brief.by_type()]
    parts.append("\n## Chronology\n")
    for day, items in groupby(brief.items, key=lambda item: item.day):
        parts.append(f"\n### {day}\n\n")
        parts += [f"- **{_marked(item.title)}** {_told(item)} {_refs(item)}\n" for item in items]
    parts.append("\n## Disagreements\n\n")
    parts += [f"- {_marked(clash.title)}: {_marked(_clash(clash))}\n" for clash in brief.clashes] or ["None.\n"]
    parts.append("\n## Notes\n\n")
    for note in brief.notes:
        parts.append(f"{note.number}. {_marked(_source(note))}\n\n   > {_marked(note.quote)}\n\n")
    return "".join(parts)


def page(brief: Brief) -> str:
    """Write a brief as HTML: quotations with their language and direction, numbers that lead to notes and back."""
    return "".join(_html(brief))


def _html(brief: Brief) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    yield '<meta name="viewport" content="width=device-width">\n'
    style = files("rasad.sharing").joinpath("brief.css").read_text(encoding="utf-8")
    yield f"<title>{escape(_heading(brief))}</title>\n<style>\n{style}</style></head><body>\n"
    yield f"<h1>{escape(_heading(brief))}</h1>\n<p>{escape(_basis(brief))}</p>\n"
    yield f'<p class="caution">{escape(_CAUTION)}</p>\n<h2>What is new</h2>\n'
    yield "<table><tr><th>type</th><th>told for the first time</th><th>told again</th></tr>\n"
    for type_, first, again in brief.by_type():
        yield f"<tr><td>{escape(type_)}</td><td>{first}</td><td>{again}</td></tr>\n"
    yield "</table>\n<h2>Chronology</h2>\n"
    for day, items in groupby(brief.items, key=lambda item: item.day):
        yield f"<h3>{escape(day)}</h3>\n<ul>\n"
        for item in items:
            links = "".join(f'<sup><a href="#note-{n}">{n}</a></sup>' for n in item.notes)
            yield f'<li id="event-{escape(item.id)}"><b><bdi>{escape(item.title)}</bdi></b> {escape(_told(item))}'
            yield f" {links}</li>\n"
        yield "</ul>\n"
    yield "<h2>Disagreements</h2>\n"
    if not brief.clashes:
        yield "<p>None.</p>\n"
    for clash in brief.clashes:
        yield f"<p><b><bdi>{escape(clash.title)}</bdi></b>: <bdi>{escape(_clash(clash))}</bdi></p>\n"
    yield "<h2>Notes</h2>\n<ol>\n"
    for note in brief.notes:
        yield f'<li id="note-{note.number}"><small><bdi>{escape(_source(note))}</bdi></small>\n'
        yield f'<blockquote lang="{escape(note.lang)}" dir="auto">{escape(note.quote)}</blockquote></li>\n'
    yield "</ol>\n</body></html>\n"


def _heading(brief: Brief) -> str:
    return f"What pages tell since {brief.since}" if brief.since else "What pages tell"


def _basis(brief: Brief) -> str:
    which = f" published or captured since {brief.since}" if brief.since else ""
    without = f" Without a day: {counted(brief.undated, 'page')}." if brief.undated and brief.since else ""
    return f"{counted(len(brief.items), 'event')}, according to {counted(brief.pages, 'page')}{which}.{without}"


def _told(item: Item) -> str:
    return f"{item.told}{'; told before' if item.again else ''}"


def _refs(item: Item) -> str:
    return "".join(f"[{number}]" for number in item.notes)


def _clash(clash: Clash) -> str:
    return f"{clash.field}: {clash.value} [{clash.note}] against {clash.other} [{clash.other_note}]; {clash.why}"


def _source(note: Note) -> str:
    through = f", quoting {' ← '.join(note.chain)}" if note.chain else ""
    about = [note.outlet or "outlet unknown", note.day or "no day", note.page, note.address]
    return f"{', '.join(one for one in about if one)}{through}, characters {note.start} to {note.end}"


def _marked(text: str) -> str:
    """Take their meaning from the signs of Markdown, and from markup."""
    for sign in "\\`*_[]<>#|":
        text = text.replace(sign, f"\\{sign}")
    return text
