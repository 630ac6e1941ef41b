"""The packs: tables of facts, read once, asked by the stages."""

import hashlib
from functools import cache

from msgspec import Struct

from rasad.errors import PackError
from rasad.packs import lexicon
from rasad.packs.lexicon import Entry, Lexicon
from rasad.packs.register import Register, load_register
from rasad.packs.rows import Row, read_rows, root

LANGS = ("fa", "ar")

# kind of mark, table of the language's folder
_TABLES = (
    ("office", "offices"), ("organ", "organs"), ("group", "groups"), ("title", "titles"), ("given", "given_names"),
    ("speech", "speech"), ("attribution", "attribution"), ("trigger", "triggers"), ("marker", "markers"),
    ("light", "lightverbs"), ("helper", "helperverbs"), ("modality", "modality"), ("word", "words"),
    ("grammar", "grammar"), ("topic", "topics"),
)  # fmt: skip
# kind of mark, table of the register, class of affixes
_NAMES = (
    ("person", "person_names", "name"), ("org", "organisation_names", "name"), ("country", "country_names", "name"),
    ("place", "place_names", "place"), ("place", "place_names_geonames", "place"),
)  # fmt: skip


class Packs(Struct, frozen=True):
    """All facts the stages ask for. `version` is the hash of every row, kept with whatever was read by them."""

    lexicons: dict[str, Lexicon]
    register: Register
    frames: dict[tuple[str, str, str], str]
    posts: frozenset[str]
    """Offices of a state: president, minister, spokesman of a ministry."""
    version: str


@cache
def load() -> Packs:
    """Load the packs that came with the package. A bad row is a `PackError` that names file:line."""
    return Packs(
        {lang: lexicon.build(_entries(lang), f"{lang}/affixes.tsv") for lang in LANGS},
        load_register(),
        {(r["frame"], r["lang"], r["marker"]): r["role"] for r in read_rows("plover/frames.tsv")},
        frozenset(r["office"] for lang in LANGS for r in read_rows(f"{lang}/offices.tsv") if r["rank"] == "state"),
        _version(),
    )


def _entries(lang: str) -> tuple[Entry, ...]:
    found: list[Entry] = []
    for kind, table in _TABLES:
        for row in read_rows(f"{lang}/{table}.tsv"):
            entry = _entry(kind, row, row.cells.get("morph") or "fixed", lang)
            found.append(entry)
            found.extend(lexicon.bound(entry, lang))
    for kind, table, morph in _NAMES:
        for row in read_rows(f"actors/{table}.tsv"):
            if row["lang"] == lang:
                adjective = row.cells.get("use", "").startswith("demonym")
                found.append(_entry(kind, row, "adj" if adjective else morph, lang))
    return tuple(found)


def _entry(kind: str, row: Row, morph: str, lang: str) -> Entry:
    form, morph = lexicon.bare(row["form"], morph, lang)
    if not form.strip():
        raise PackError(f"{row.rule}: the form is empty; write the word or delete the row")
    return Entry(kind, row, morph, form)


def _version() -> str:
    """Hash every table, so that whatever was read can say by which rows."""
    digest = hashlib.sha256()
    for folder in sorted((f for f in root().iterdir() if f.is_dir()), key=lambda f: f.name):
        for table in sorted((t for t in folder.iterdir() if t.name.endswith((".tsv", ".toml"))), key=lambda t: t.name):
            digest.update(table.name.encode() + b"\0" + table.read_bytes())
    return digest.hexdigest()[:12]
