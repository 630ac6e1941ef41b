"""Writing the rows of an import into a folder of one's own, beside what is in it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from rasad.packs.importing.merge import Line
from rasad.packs.rows import read_rows

HEADERS: Mapping[str, Line] = {
    "people": ("id", "english", "country", "sector", "wikidata"),
    "person_names": ("id", "lang", "use", "form"),
    "organisations": ("id", "english", "kind", "country", "sector", "class", "domain", "wikidata"),
    "organisation_names": ("id", "lang", "use", "form"),
    "places": ("id", "english", "country", "kind", "wikidata"),
    "place_names": ("id", "lang", "form"),
    "tenures": ("person", "office", "country", "from", "to", "sure", "organisation"),
}


def add_rows(folder: Path, rows: Mapping[str, Iterable[Line]]) -> None:
    """Add rows to the tables of a folder. Rows that are there stay as they are; each table is written at once."""
    place = folder / "actors"
    place.mkdir(parents=True, exist_ok=True)
    for table, lines in rows.items():
        path = place / f"{table}.tsv"
        held = path.read_text(encoding="utf-8").rstrip("\n").split("\n") if path.is_file() else []
        header = HEADERS[table] if not held else tuple(next(x for x in held if not x.startswith("#")).split("\t"))
        new = [dict(zip(HEADERS[table], line, strict=True)) for line in lines]
        text = held or ["\t".join(header)]
        text += ["\t".join(cells.get(column, "") for column in header) for cells in new]
        half = path.with_suffix(".part")
        half.write_text("\n".join(text) + "\n", encoding="utf-8", newline="\n")
        half.replace(path)
    read_rows.cache_clear()
