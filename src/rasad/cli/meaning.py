"""Showing sentences that were found by what they mean."""

from pathlib import Path

import click

from rasad.cli.blocks import shorten
from rasad.cli.screen import give_json, native, safe
from rasad.engine.nearness import Meanings, Near
from rasad.store.db import open_case


def show_near(path: Path, words: str, limit: int, as_json: bool) -> None:
    """Show the sentences that mean what the words say, the nearest first."""
    with open_case(path) as case:
        for near in Meanings(path).find(case.db, words, limit):
            give_json(near) if as_json else click.echo(_line(near))


def _line(near: Near) -> str:
    page = f"{near.nearness:.2f}  {safe(near.page_id)}  {near.lang}{f'  {safe(near.outlet)}' if near.outlet else ''}"
    more = f"  and on {len(near.elsewhere)} more" if near.elsewhere else ""
    read = "  ".join((*(f"statement {one}" for one in near.statements), *(f"event {one}" for one in near.events)))
    return f"{page}{more}  {native(shorten(near.text))}\n    {read}"
