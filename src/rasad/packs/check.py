"""`rasad packs check`: what is wrong with the rows, each fault at its file:line."""

from collections.abc import Iterator

from rasad.packs.columns import Column, Known, columns
from rasad.packs.lexicon import spellings
from rasad.packs.rows import PackError, Row, scan, tables

_UNENDED = "9999-12-31"
_SURE = {"day": 10, "month": 7, "year": 4}
"""How many characters of an ISO day count, by how sure the day is."""


def check() -> list[str]:
    """Check every row of every table. An empty list means that all are sound."""
    found = {name: tuple(scan(name)) for name in tables()}
    rows = {name: tuple(row for row in some if isinstance(row, Row)) for name, some in found.items()}
    known = Known(rows)
    faults = [str(row) for some in found.values() for row in some if isinstance(row, PackError)]
    for name in found:
        held_to = columns(name)
        faults.extend(_cells(name, rows[name], held_to, known))
        faults.extend(_doubled(rows[name], "form" in held_to and held_to["form"].kind == "form"))
    for name in ("person", "organisation", "country", "place"):
        faults.extend(_of_two(rows.get(f"actors/{name}_names.tsv", ())))
    shared = {row["office"] for row in rows.get("actors/shared_offices.tsv", ())}
    return [*faults, *_two_holders(rows.get("actors/tenures.tsv", ()), shared)]


def coverage() -> dict[str, dict[str, int]]:
    """Count the triggers of each event type and mode in each language: what a language cannot tell yet is 0."""
    kinds = [(row["type"], row["mode"]) for row in scan("plover/modes.tsv") if isinstance(row, Row)]
    table = {"/".join(filter(None, kind)): {} for kind in kinds}  # type: dict[str, dict[str, int]]
    for name in (name for name in tables() if name.endswith("/triggers.tsv")):
        told = ["/".join(filter(None, (r["type"], r["mode"]))) for r in scan(name) if isinstance(r, Row)]
        for kind, counts in table.items():
            counts[name.split("/")[0]] = told.count(kind)
    return table


def _cells(name: str, rows: tuple[Row, ...], held_to: dict[str, Column], known: Known) -> Iterator[str]:
    if not rows or not held_to:
        return
    for extra in sorted(rows[0].cells.keys() - held_to.keys()):
        yield f"packs/{name}: the column {extra} is unknown; packs/tables.toml lists {', '.join(held_to)}"
    for row in rows:
        for column, cell in row.cells.items():
            fault = held_to[column].fault(row, cell, known) if column in held_to else None
            if fault:
                yield f"{row.rule}: {column} {fault}"


def _doubled(rows: tuple[Row, ...], by_spelling: bool) -> Iterator[str]:
    """Find rows that say what an earlier one says; the loader makes the spellings of a form, so they are one."""
    first: dict[object, Row] = {}
    for row in rows:
        form = row.cells.get("form", "")
        rest = tuple(cell for column, cell in row.cells.items() if column != "form")
        earlier = first.setdefault((rest, frozenset(spellings(form)) if by_spelling else form), row)
        if earlier is not row:
            why = "" if earlier.cells.get("form") == form else f"; the loader makes {form} of {earlier['form']}"
            yield f"{row.rule}: says the same as {earlier.rule}{why}; delete the row"


def _of_two(rows: tuple[Row, ...]) -> Iterator[str]:
    """Find names that are sure of two; where the page must decide, the use is `weak`."""
    first: dict[object, Row] = {}
    for row in rows:
        if row.cells.get("use", "full") not in ("full", "short", "name"):
            continue
        owner, lang, form = row.rule and next(iter(row.cells.values())), row["lang"], row["form"]
        earlier = first.setdefault((lang, form), row)
        other = next(iter(earlier.cells.values()))
        if other != owner:
            yield f"{row.rule}: {form} is {owner} here and {other} at {earlier.rule}; make the use of one `weak`"


def _two_holders(rows: tuple[Row, ...], shared: set[str]) -> Iterator[str]:
    """Find offices with two holders on one day; the day of the change may belong to both."""
    offices: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row["to"] and row["to"] < row["from"]:
            yield f"{row.rule}: the tenure ends {row['to']}, before it begins {row['from']}; mend one of the days"
        if row["office"] not in shared:
            offices.setdefault((row["office"], row["organisation"] or row["country"]), []).append(row)
    for (office, of), holders in offices.items():
        holders.sort(key=lambda row: row["from"])
        for one, after in zip(holders, holders[1:], strict=False):
            last = one["to"] or _UNENDED
            length = min(_SURE.get(one["sure"], 10), _SURE.get(after["sure"], 10))
            if after["from"][:length] < last[:length] and one["person"] != after["person"]:
                who = f"{one['person']} is {office} of {of} until {last} ({one.rule})"
                yield f"{after.rule}: begins {after['from']}, while {who}; mend one of the days"
