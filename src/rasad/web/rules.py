"""What the row says that read a field, in plain words: for readers who do not open the tables."""

from collections.abc import Mapping
from functools import cache

from markupsafe import Markup

from rasad.packs.rows import row_at
from rasad.web.chips import shown
from rasad.web.reasons import told
from rasad.web.words import Words

ACTORS = "packs/actors/"
"""Where the tables of the register are; their forms are not shown, since the name may be one that is masked."""


def said_by(rule: str, words: Words) -> Markup | None:
    """Say what a rule says; nothing for one that is no row, and for a row that words cannot tell.

    >>> from rasad.web.words import words
    >>> str(said_by("packs/plover/constructions.tsv:4", words("en")))
    'The subject of a passive verb is whom it befell.'
    """
    cells = _cells(rule)
    table = rule.rpartition("/")[2].partition(".")[0]
    if "tells" in cells:
        return told(cells["tells"], words)
    form = words.of.get(f"row.{table}") or (words.of["row.name" if rule.startswith(ACTORS) else "row.word"])
    values = {
        "form": cells.get("form", ""), "deed": _deed(cells, words),
        "context": words.term("context", cells.get("context")),
        "marker": words.of.get(f"marker.{cells.get('marker')}", ""),
        "role": words.of.get(f"field.{cells.get('role')}", ""),
    }  # fmt: skip
    needed = [name for name in values if f"{{{name}}}" in form]
    return shown(form.format(**values)) if cells and all(values[name] for name in needed) else None


def _deed(cells: Mapping[str, str], words: Words) -> str:
    if not cells.get("type"):
        return ""
    mode = f" · {words.term('mode', cells['mode'])}" if cells.get("mode") else ""
    return f"{words.term('type', cells['type'])}{mode}"


@cache
def _cells(rule: str) -> Mapping[str, str]:
    row = row_at(rule)
    return row.cells if row else {}
