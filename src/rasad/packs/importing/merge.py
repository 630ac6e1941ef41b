"""Holding entries of others against the register: who is known already, what is new, and what clashes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from rasad.packs.importing.entries import Found, Skipped, Term, kinds
from rasad.packs.importing.names import careful, languages, safe
from rasad.packs.importing.offices import at_one_time
from rasad.packs.lexicon import spellings
from rasad.packs.rows import Row, read_rows
from rasad.tokens import ZWNJ

NAMES = {"people": "person_names", "organisations": "organisation_names", "places": "place_names"}
Line = tuple[str, ...]
_NO_LETTER = re.compile(r"[\W\d_]+")
_TELLING = 3


class Clash(Struct, frozen=True):
    """Where an entry and the register disagree: nothing of it was written."""

    kind: str
    place: str
    what: str
    rule: str


class Joined(Struct, frozen=True):
    """An entry that is one of the register's already: its new names went there."""

    place: str
    english: str
    id: str


class Merged(Struct, frozen=True):
    """The rows to write by table, what was known, what clashes, what was skipped, and counts."""

    rows: Mapping[str, tuple[Line, ...]]
    joined: tuple[Joined, ...]
    clashes: tuple[Clash, ...]
    skipped: tuple[Skipped, ...]
    counts: Mapping[str, int]


class Known:
    """What the register holds while entries are added to it."""

    def __init__(self, folder: Path) -> None:
        more = folder if folder.is_dir() else None
        self.heads: dict[str, tuple[str, Row]] = {}
        self.names: dict[tuple[str, str], tuple[str, str]] = {}
        self.terms: list[tuple[Term, str, str]] = []
        self.wikidata: dict[str, str] = {}
        for table, names in NAMES.items():
            for made in ("", "_geonames"):
                for row in read_rows(f"actors/{table}{made}.tsv", more):
                    self.heads[row["id"]] = (table, row)
                    if row.cells.get("wikidata"):
                        self.wikidata[row["wikidata"]] = row["id"]
                for row in read_rows(f"actors/{names}{made}.tsv", more):
                    if row.cells.get("use", "full") in ("full", "short"):
                        self.name(row["lang"], row["form"], row["id"], row.rule)
        for row in read_rows("actors/country_names.tsv", more):
            self.name(row["lang"], row["form"], row["iso3"], row.rule)
        self.countries = {row["iso3"] for row in read_rows("actors/countries.tsv", more)}
        for row in read_rows("actors/tenures.tsv", more):
            owner = row["organisation"] or row["country"]
            held = Term(row["office"], owner, row["from"], row["to"], row["sure"])
            self.terms.append((held, row["person"], row.rule))
        self.sectors = {row["sector"] for row in read_rows("plover/sectors.tsv")}
        self.shared = {row["office"] for row in read_rows("actors/shared_offices.tsv")}

    def name(self, lang: str, form: str, owner: str, rule: str) -> None:
        for spelling in spellings(form):
            self.names.setdefault((lang, spelling), (owner, rule))

    def owner(self, lang: str, form: str) -> tuple[str, str] | None:
        """Give who has a name already, with the rule, in whatever spelling."""
        return next((self.names[lang, s] for s in sorted(spellings(form)) if (lang, s) in self.names), None)


def merge(entries: Iterable[Found | Skipped], folder: Path) -> Merged:
    """Hold the entries against our register and the rows of a folder; say what would be added to the folder."""
    known = Known(folder)
    rows: dict[str, list[Line]] = {}
    joined: list[Joined] = []
    clashes: list[Clash] = []
    skipped: list[Skipped] = []
    counts: Counter[str] = Counter()
    for one in entries:
        if isinstance(one, Skipped):
            skipped.append(one)
            continue
        counts["read"] += 1
        found = tuple(_add(one, known))
        joined += [part for part in found if isinstance(part, Joined)]
        clashes += [part for part in found if isinstance(part, Clash)]
        skipped += [part for part in found if isinstance(part, Skipped)]
        for table, line in (part for part in found if isinstance(part, tuple)):
            rows.setdefault(table, []).append(line)
            counts[table] += 1
    ordered = {table: tuple(sorted(dict.fromkeys(lines))) for table, lines in sorted(rows.items())}
    return Merged(ordered, tuple(joined), tuple(clashes), tuple(skipped), dict(sorted(counts.items())))


def _add(one: Found, known: Known) -> Iterator[tuple[str, Line] | Joined | Clash | Skipped]:
    """Give the rows of one entry: under the id that has its name, else under its own."""
    cells = kinds(one.source)[one.kind]
    yield from _untaken(one, known)
    forms = list(dict.fromkeys(_forms(one)))
    owners = {owner for lang, form in forms if (owner := known.owner(lang, form))}
    same, clash = _same(one, cells["table"], owners, known)
    if clash is not None:
        yield clash
    if same is not None and same != one.id:
        yield Joined(one.place, one.english, same)
    id_ = same or one.id
    free = [(lang, form) for lang, form in forms if known.owner(lang, form) is None]
    if id_ not in known.heads and not any(safe(form, lang) for lang, form in free):
        yield Skipped(one.place, "no name of its own in Persian or Arabic" if forms else "no Persian or Arabic name")
        return
    if id_ not in known.heads:
        head = {"id": id_, "english": one.english, "country": one.country or ""}
        known.heads[id_] = (cells["table"], Row(one.place, head))
        yield cells["table"], _head(one, id_, cells, known)
    for lang, form in free:
        if (use := _use(form, lang, cells["table"])) is not None:
            known.name(lang, form, id_, one.place)
            yield NAMES[cells["table"]], (id_, lang, use, form) if cells["table"] != "places" else (id_, lang, form)
    for term in one.terms:
        yield _term(term, id_, one, known)


def _untaken(one: Found, known: Known) -> Iterator[Skipped]:
    """Tell what of an entry cannot be taken: a sector of others, a name in letters of another script."""
    if one.sector and one.sector not in known.sectors:
        yield Skipped(one.place, f"sector {one.sector!r} is unknown; packs/plover/sectors.tsv lists them")
    for lang, name in one.names:
        if lang and careful(name, lang) is None:
            yield Skipped(one.place, f"a name that is not written in the letters of {lang}")


def _same(one: Found, table: str, owners: set[tuple[str, str]], known: Known) -> tuple[str | None, Clash | None]:
    """Give the id of the register that an entry is, by id, Wikidata's id or name; or why it cannot be told."""
    if one.id in known.heads:
        return one.id, None
    if one.wikidata in known.wikidata:
        return known.wikidata[one.wikidata], None
    ids = {owner for owner, _ in owners}
    rule = min((rule for _, rule in owners), default="")
    if len(ids) > 1:
        return None, Clash("same name, several ids", one.place, f"{one.english} is {' and '.join(sorted(ids))}", rule)
    if not ids:
        return None, None
    (owner,) = ids
    held, row = known.heads.get(owner, ("countries", None))
    if held != table or row is None:
        return None, Clash("same name, another kind", one.place, f"{one.english} has a name of {owner}", rule)
    if not _latin_words(one.english) & _latin_words(row["english"]):
        what = f"{one.english} has a name of {owner}, {row['english']}"
        return None, Clash("same name, other Latin name", one.place, what, rule)
    if one.country and row["country"] and one.country != row["country"]:
        what = f"{one.english} of {one.country} has a name of {owner} of {row['country']}"
        return None, Clash("same name, other country", one.place, what, rule)
    return owner, None


def _latin_words(english: str) -> set[str]:
    """Give the words that tell people apart: «al» and initials do not."""
    return {word for word in _NO_LETTER.split(english.casefold()) if len(word) >= _TELLING}


def _forms(one: Found) -> Iterator[tuple[str, str]]:
    for lang, name in one.names:
        for each in (lang,) if lang else languages(name):
            form = careful(name, each)
            if form is not None:
                yield each, form


def _use(form: str, lang: str, table: str) -> str | None:
    """Give how a name can be used: a person's single name only beside the full one; others' common words not at all."""
    alone = safe(form, lang)
    if table != "people":
        return "full" if alone else None
    return "full" if alone and (" " in form or ZWNJ in form) else "weak"


def _head(one: Found, id_: str, cells: Mapping[str, str], known: Known) -> Line:
    country = one.country or ""
    sector = one.sector if one.sector in known.sectors else cells["sector"]
    english = " ".join(one.english.split())
    if cells["table"] == "people":
        return id_, english, country, sector, one.wikidata
    if cells["table"] == "places":
        return id_, english, country, cells["kind"], one.wikidata
    return id_, english, cells["kind"], country, sector, cells["class"], one.domain, one.wikidata


def _term(term: Term, person: str, one: Found, known: Known) -> tuple[str, Line] | Clash | Skipped:
    """Give the row of a term, unless another has the office on one of its days."""
    try:
        days = [date.fromisoformat(day).isoformat() for day in (term.first, term.last) if day]
    except ValueError:
        days = []
    if not days or days != [day for day in (term.first, term.last) if day] or not term.first or days[-1] < term.first:
        return Skipped(one.place, f"{term.office}: `from` and `to` must be ISO days, in order")
    for held, holder, rule in known.terms:
        if (held.office, held.of) != (term.office, term.of) or not _meet(held, term):
            continue
        if holder == person:
            return Skipped(one.place, f"{term.office} from {held.first} is known")
        if term.office not in known.shared:
            what = f"{one.english} was {_told(term)}, while {holder} was from {held.first} to {held.last or 'now'}"
            return Clash("one office, two holders", one.place, what, rule)
    known.terms.append((term, person, one.place))
    country, body = (term.of, "") if term.of in known.countries else ("", term.of)
    return "tenures", (person, term.office, country, term.first, term.last, term.sure, body)


def _meet(held: Term, term: Term) -> bool:
    return at_one_time(held, term) or (held.first, held.last) == (term.first, term.last)


def _told(term: Term) -> str:
    return f"{term.office} of {term.of} from {term.first} to {term.last or 'now'}"
