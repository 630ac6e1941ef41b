"""`rasad packs check`: what is wrong with the rows, each fault at its file:line, and what each language can tell."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from rasad.errors import PackError
from rasad.packs.columns import Rows, columns, tests
from rasad.packs.lexicon import spellings
from rasad.packs.rows import Row, scan, tables

_UNENDED = "9999-12-31"
_SURE = {"day": 10, "month": 7, "year": 4}
"""How many characters of an ISO day count, by how sure the day is."""
ADDED = tuple(
    f"actors/{name}.tsv"
    for name in ("people", "person_names", "organisations", "organisation_names", "places", "place_names", "tenures",
                 "countries", "country_names", "office_owners")
)  # fmt: skip
"""The tables that a folder of one's own may add rows to."""
_OWNED = ("person", "organisation", "country", "place")


def check(more: Path | None = None) -> list[str]:
    """Check every row of every table, and those of a folder of one's own. An empty list means that all are sound."""
    own = tables(more) if more else ()
    found = {name: (*scan(name), *(scan(name, more) if more else ())) for name in (*tables(), *own)}
    faults = [f"{name}: is not read; a folder of your own may add to {ADDED}" for name in own if name not in ADDED]
    faults += [str(row) for some in found.values() for row in some if isinstance(row, PackError)]
    rows = {name: tuple(row for row in some if isinstance(row, Row)) for name, some in found.items()}
    for name in rows:
        faults.extend(_cells(name, rows))
        faults.extend(_doubled(name, rows[name]))
    for owned in _OWNED:
        names = (f"actors/{owned}_names.tsv", f"actors/{owned}_names_geonames.tsv")
        faults.extend(_of_two(tuple(row for name in names for row in rows.get(name, ()))))
    faults.extend(_two_holders(rows))
    return faults


def coverage() -> dict[str, dict[str, int]]:
    """Count the triggers of each event type and mode in each language: what a language cannot tell yet is 0."""
    modes = (row for row in scan("plover/modes.tsv") if isinstance(row, Row))
    counts: dict[str, dict[str, int]] = {_kind(row): {} for row in modes}
    for name in (name for name in tables() if name.endswith("/triggers.tsv")):
        told = [_kind(row) for row in scan(name) if isinstance(row, Row)]
        for kind, by_lang in counts.items():
            by_lang[name.split("/")[0]] = told.count(kind)
    return counts


def _kind(row: Row) -> str:
    return f"{row['type']}/{row['mode']}" if row["mode"] else row["type"]


def _cells(name: str, rows: Rows) -> Iterator[str]:
    """Hold the cells of a table to what tables.toml says of their columns."""
    held_to = tests(name, rows)
    for extra in sorted(rows[name][0].cells.keys() - held_to.keys()) if held_to and rows[name] else ():
        yield f"packs/{name}:1: the column {extra} is unknown; packs/tables.toml lists {', '.join(held_to)}"
    ids = {column.name for column in columns(name) if column.kind == "id"}
    seen: dict[tuple[str, str], str] = {}
    for row in rows[name]:
        for column, cell in row.cells.items():
            if column in held_to and (fault := held_to[column](row, cell)):
                yield f"{row.rule}: {column} {fault}"
            if column in ids and (earlier := seen.setdefault((column, cell), row.rule)) != row.rule:
                yield f"{row.rule}: {column} {cell!r} is taken by {earlier}; choose another"


def _doubled(name: str, rows: tuple[Row, ...]) -> Iterator[str]:
    """Find rows that say what an earlier one says. The loader makes the spellings of a form, so these are one."""
    folds = any(column.name == "form" and column.kind == "form" for column in columns(name))
    first: dict[object, Row] = {}
    for row in rows:
        form = row.cells.get("form", "")
        rest = tuple(cell for column, cell in row.cells.items() if column != "form")
        earlier = first.setdefault((rest, frozenset(spellings(form)) if folds else form), row)
        if earlier is not row:
            why = f"; the loader makes «{form}» of its form" if earlier.cells.get("form", "") != form else ""
            yield f"{row.rule}: says the same as {earlier.rule}{why}; delete the row"


def _of_two(rows: tuple[Row, ...]) -> Iterator[str]:
    """Find names that are surely of two. Where the page must decide, the use is `weak`."""
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for row in rows:
        if row.cells.get("use", "full") in ("full", "short", "name"):
            owner = next(iter(row.cells.values()))
            other, rule = first.setdefault((row["lang"], row["form"]), (owner, row.rule))
            if other != owner:
                yield f"{row.rule}: «{row['form']}» is {owner} here and {other} at {rule}; make one of them weak"


def _two_holders(rows: Rows) -> Iterator[str]:
    """Find offices with two holders on one day. The day of the change may belong to both."""
    shared = {row["office"] for row in rows.get("actors/shared_offices.tsv", ())}
    offices: dict[tuple[str, str], list[Row]] = {}
    for row in rows.get("actors/tenures.tsv", ()):
        if row["to"] and row["to"] < row["from"]:
            yield f"{row.rule}: the tenure ends {row['to']}, before it begins {row['from']}; mend one of the days"
        if row["office"] not in shared:
            offices.setdefault((row["office"], row["organisation"] or row["country"]), []).append(row)
    for holders in offices.values():
        holders.sort(key=lambda row: row["from"])
        for one, after in pairwise(holders):
            if _overlap(one, after):
                until = one["to"] or "today"
                yield f"{after.rule}: begins {after['from']}, while {one['person']} ({one.rule}) holds it until {until}"


def _overlap(one: Row, after: Row) -> bool:
    length = min(_SURE.get(one["sure"], 10), _SURE.get(after["sure"], 10))
    return one["person"] != after["person"] and after["from"][:length] < (one["to"] or _UNENDED)[:length]
