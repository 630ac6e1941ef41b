"""The packs: tables of facts, read once, asked by the stages."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from rasad.errors import PackError
from rasad.packs import compiled, lexicon
from rasad.packs.lexicon import Entry, Lexicon
from rasad.packs.openings import OPENING, openings
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
_CONTEXTS = (("context", "contexts"),)
_CONTEXT_WORDS = "-contexts"
# kind of mark, table of the register, class of affixes
_NAMES = (
    ("person", "person_names", "name"), ("org", "organisation_names", "name"), ("country", "country_names", "name"),
    ("place", "place_names", "place"), ("place", "place_names_geonames", "place"),
)  # fmt: skip


class Packs(Struct, frozen=True):
    """All facts the stages ask for. `version` is the hash of every row, kept with whatever was read by them."""

    lexicons: dict[str, Lexicon]
    contexts: dict[str, Lexicon]
    """The words of contexts, apart from the rest: they are looked for around reports alone."""
    register: Register
    frames: dict[tuple[str, str, str], tuple[str, str]]
    """The role that a marker carries in a frame and a language, and the row that says so."""
    counted: dict[str, frozenset[str]]
    """The types of deeds that a count of something can belong to."""
    constructions: dict[str, str]
    """The row of each way to be a party that no frame tells."""
    posts: frozenset[str]
    """Offices of a state or of a body of states: president, minister, spokesman of a ministry, head of the UN."""
    version: str


@cache
def load(more: Path | None = None, cache: Path | None = None) -> Packs:
    """Load the packs that came with the package. A bad row is a `PackError` that names file:line.

    `more` is a folder of one's own, laid out like the packs, whose `actors` tables are added to ours. `cache` is a
    folder where what was loaded is kept for the next run; the packs are the same with it and without.
    """
    rows = _version(more)
    key = compiled.content_key(rows) if cache else ""
    kept = compiled.read(cache, key) if cache else None
    if kept is None:
        facts, lexicons = _facts(more), _lexicons(more)
        if cache:
            compiled.write(cache, key, facts, lexicons)
    else:
        facts, lexicons = kept
    words = {lang: lexicons[lang] for lang in LANGS}
    contexts = {lang: lexicons[f"{lang}{_CONTEXT_WORDS}"] for lang in LANGS}
    found = (facts.register, facts.frames, facts.counted, facts.constructions, facts.posts)
    return Packs(words, contexts, *found, rows[:12])


def _lexicons(more: Path | None) -> dict[str, Lexicon]:
    """Build the words of every language, those of contexts under a name of their own."""
    found = {lang: lexicon.build(_entries(lang, more), f"{lang}/affixes.tsv") for lang in LANGS}
    apart = {lang: tuple(_words(lang, _CONTEXTS)) for lang in LANGS}
    return found | {
        f"{lang}{_CONTEXT_WORDS}": lexicon.build(some, f"{lang}/affixes.tsv") for lang, some in apart.items()
    }


def _facts(more: Path | None) -> compiled.Facts:
    return compiled.Facts(
        load_register(more),
        {(r["frame"], r["lang"], r["marker"]): (r["role"], r.rule) for r in read_rows("plover/frames.tsv")},
        _counted(),
        {r["construction"]: r.rule for r in read_rows("plover/constructions.tsv")},
        frozenset(r["office"] for lang in LANGS for r in read_rows(f"{lang}/offices.tsv") if r["rank"] == "state")
        | frozenset(r["office"] for r in read_rows("actors/office_owners.tsv")),
    )


def _counted() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_rows("plover/counted.tsv"):
        found[row["counts"]].add(row["type"])
    return {what: frozenset(types) for what, types in found.items()}


def _entries(lang: str, more: Path | None) -> tuple[Entry, ...]:
    found = [*_words(lang, _TABLES), *(_entry(OPENING, row, row["morph"], lang) for row in openings(lang))]
    for kind, table, morph in _NAMES:
        for row in read_rows(f"actors/{table}.tsv", more):
            if row["lang"] == lang:
                adjective = row.cells.get("use", "").startswith("demonym")
                # A person's name takes an ezafe where a place's does: «افخمی» is nobody called «افخم».
                own = "place" if kind == "person" and lang == "fa" else morph
                found.append(_entry(kind, row, "adj" if adjective else own, lang))
    return tuple(found)


def _words(lang: str, kinds: Sequence[tuple[str, str]]) -> Iterator[Entry]:
    for kind, table in kinds:
        for row in read_rows(f"{lang}/{table}.tsv"):
            noun = lang == "ar" and row.cells.get("marker") == "part"  # «لعدد من», «بأحد»
            entry = _entry(kind, row, row.cells.get("morph") or ("place" if noun else "fixed"), lang)
            yield entry
            yield from lexicon.bound(entry, lang)


def _entry(kind: str, row: Row, morph: str, lang: str) -> Entry:
    entry = lexicon.entry(kind, row, morph, lang)
    if not entry.form.strip():
        raise PackError(f"{row.rule}: the form is empty; write the word or delete the row")
    return entry


def _version(more: Path | None) -> str:
    """Hash every table, so that whatever was read can say by which rows."""
    digest = hashlib.sha256()
    for place in (root(), more) if more else (root(),):
        for folder in sorted((f for f in place.iterdir() if f.is_dir()), key=lambda f: f.name):
            tables = (t for t in folder.iterdir() if t.name.endswith((".tsv", ".toml")))
            for table in sorted(tables, key=lambda t: t.name):
                digest.update(table.name.encode() + b"\0" + table.read_bytes())
    return digest.hexdigest()
