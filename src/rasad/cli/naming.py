"""`rasad names` and `rasad actors find`: what a page names, and who a name is."""

from collections.abc import Iterable

import click
from msgspec.structs import asdict

from rasad.cli.screen import give_json, safe, say
from rasad.grammar.naming import names
from rasad.model import Page
from rasad.offsets import identity
from rasad.packs import load
from rasad.packs.lookup import find
from rasad.pipeline import analyse
from rasad.readers import SetAside


def show_names(pages: Iterable[Page | SetAside], as_json: bool) -> int:
    """Show every name of the pages with its place in the text layer; give the exit code."""
    code = 0
    for page in pages:
        if isinstance(page, SetAside):
            say(safe(f"{page.path}: {page.why}; {page.what_to_do}"))
            code = 1
            continue
        doc = analyse(page, load())
        way = doc.map or identity(len(page.text))
        for name in names(doc):
            start, end = way.back(name.start, name.end)
            told = {"page": page.outside.id, "kind": name.kind, "span": [start, end], "name": page.text[start:end]}
            if as_json:
                give_json({**told, "rule": name.rule})
            else:
                click.echo(safe(f"{told['page']}  {name.kind:13} [{start}, {end})  {told['name']}"))
    return code


def show_people(wanted: Iterable[str], as_json: bool) -> bool:
    """Show whom each name may mean, the likeliest first; tell whether every name is somebody's."""
    register, all_known = load().register, True
    for name in wanted:
        hits = find(name, register)
        all_known = all_known and bool(hits)
        if as_json:
            give_json({"asked": name, "hits": [{**asdict(h.entity), "fit": h.fit, "form": h.form} for h in hits]})
            continue
        click.echo(safe(name) if hits else safe(f"{name}: nobody of the register"))
        for hit in hits:
            country = hit.entity.country or "-"
            click.echo(safe(f"  {hit.fit:.2f}  {hit.entity.id:40} {hit.entity.name}, {country}  by {hit.form}"))
    return all_known
