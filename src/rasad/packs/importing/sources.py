"""Reading the files of others: Wikidata's dump, entities of FollowTheMoney (OpenSanctions), CSV. Line by line."""

import bz2
import csv
import gzip
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, cast

import msgspec

from rasad.errors import PackError
from rasad.packs.importing.entries import Found, Held, Post, Skipped, Term, countries, country_of, kinds
from rasad.packs.importing.offices import ENDED, post_called

Entry = Found | Post | Skipped
Entries = Iterator[Entry]

CSV_COLUMNS = frozenset(
    ("id", "kind", "english", "fa", "ar", "country", "sector", "domain", "wikidata", "office", "of", "from", "to")
)
_MANY = ";"
"""Between the names of a cell."""
_NO_KEY = re.compile(r"[^a-z0-9]+")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_OPENERS = {".gz": gzip.open, ".bz2": bz2.open}
_DECODE = msgspec.json.Decoder(dict[str, Any]).decode
_SNIFFED = 4096
_EXACT = {9: 4, 10: 7, 11: 10}
"""Characters of a day that hold, by Wikidata's precision: year, month, day."""


def read_entries(path: Path) -> Entries:
    """Give the entries of a file; what it is, its beginning tells."""
    with _open(path) as stream:
        reader = _reader_of(stream.peek(_SNIFFED)[:_SNIFFED], path)
        try:
            yield from reader(stream, path.name)
        except UnicodeDecodeError as error:
            raise PackError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error
        except csv.Error as error:
            raise PackError(f"{path}: no CSV that can be read: {error}") from error


def _open(path: Path) -> io.BufferedReader:
    opener = cast(Callable[[Path, str], io.RawIOBase], _OPENERS.get(path.suffix, open))
    return io.BufferedReader(opener(path, "rb"))


def _reader_of(start: bytes, path: Path) -> Callable[[IO[bytes], str], Entries]:
    head = start.lstrip(b"\xef\xbb\xbf \r\n\t[")
    if head.startswith(b"{") and b'"schema"' in start:
        return _follow_the_money
    if head.startswith(b"{"):
        return _wikidata
    columns = set(start.split(b"\n")[0].decode("utf-8", "replace").lstrip("\ufeff").strip().split(","))
    if "kind" in columns and "english" in columns:
        return _csv
    raise PackError(
        f"{path}: neither JSON lines of Wikidata or FollowTheMoney nor CSV with the columns `kind` and `english`; "
        f"CSV may have {', '.join(sorted(CSV_COLUMNS))}"
    )


def _json_lines(stream: IO[bytes], name: str) -> Iterator[tuple[str, dict[str, Any]] | Skipped]:
    for number, line in enumerate(stream, start=1):
        text = line.strip().rstrip(b",")
        if text in (b"", b"[", b"]"):
            continue
        try:
            yield f"{name}:{number}", _DECODE(text)
        except msgspec.DecodeError as error:
            yield Skipped(f"{name}:{number}", f"not a JSON object: {error}")


def _wikidata(stream: IO[bytes], name: str) -> Entries:
    """Read items of Wikidata's JSON dump."""
    for one in _json_lines(stream, name):
        yield one if isinstance(one, Skipped) else _item(*one)


def _item(place: str, item: dict[str, Any]) -> Entry:
    claims, labels, aliases = (_mapping(item.get(field)) for field in ("claims", "labels", "aliases"))
    kind = next((code for code in _values(claims, "P31") if code in kinds("wikidata")), None)
    english = labels.get("en", {}).get("value", "")
    lands = {countries("wikidata").get(code) for code in _lands(claims)} - {None}
    land = next(iter(lands)) if len(lands) == 1 else None
    if item.get("id") and kind is None and post_called(english, land):
        return Post(item["id"], english, land)
    if not item.get("id") or kind is None or not english:
        return Skipped(place, "no id" if not item.get("id") else "no English label" if kind else "kind not taken")
    names = [(lang, labels[lang]) for lang in ("fa", "ar") if lang in labels]
    names += [(lang, one) for lang in ("fa", "ar") for one in aliases.get(lang, ())]
    return Found(
        place, "wikidata", f"wd-{item['id']}", kinds("wikidata")[kind]["code"], english, land,
        tuple((lang, one["value"]) for lang, one in names), wikidata=item["id"],
        held=tuple(_held(claim) for claim in claims.get("P39", ()) if claim.get("rank") != "deprecated"),
    )  # fmt: skip


def _lands(claims: dict[str, Any]) -> list[str]:
    """Give the items of a person's citizenship, a body's country or a post's jurisdiction."""
    return _values(claims, "P27") or _values(claims, "P1001") or _values(claims, "P17")


def _held(claim: dict[str, Any]) -> Held:
    """Read a post that a person held, with its first and last day."""
    told = _mapping(claim.get("qualifiers"))
    first, last = (next(filter(None, map(_time, told.get(side, ()))), None) for side in ("P580", "P582"))
    ended = ENDED if told.get("P582") and last is None else ""
    return Held(next(iter(_values({"": [claim]}, "")), ""), first, last, ended)


def _time(snak: dict[str, Any]) -> str | None:
    """Give a day as exact as Wikidata has it: «+2000-07-00T00:00:00Z» with precision 10 is 2000-07."""
    value = snak.get("datavalue", {}).get("value")
    if not isinstance(value, dict) or value.get("precision", 0) not in _EXACT:
        return None
    return str(value.get("time", "")).removeprefix("+")[: _EXACT[value["precision"]]]


def _mapping(value: Any) -> dict[str, Any]:
    """Give a mapping; Wikidata writes an empty one as a list."""
    return value if isinstance(value, dict) else {}


def _values(claims: dict[str, Any], claim: str) -> list[str]:
    """Give the items that a claim names; deprecated ones are not meant."""
    snaks = [one.get("mainsnak", {}) for one in claims.get(claim, ()) if one.get("rank") != "deprecated"]
    values = [snak.get("datavalue", {}).get("value") for snak in snaks]
    return [value["id"] for value in values if isinstance(value, dict) and "id" in value]


def _follow_the_money(stream: IO[bytes], name: str) -> Entries:
    """Read entities of FollowTheMoney, as OpenSanctions gives them: one a line, or nested in those they belong to."""
    for one in _json_lines(stream, name):
        if isinstance(one, Skipped):
            yield one
        else:
            for entity in _unnested(one[1]):
                yield _entity(one[0], entity)


def _unnested(entity: dict[str, Any], holder: str = "") -> Iterator[dict[str, Any]]:
    """Give an entity and those inside it; an occupancy inside a person is that person's."""
    told = _mapping(entity.get("properties"))
    flat: dict[str, list[Any]] = {field: [*values] for field, values in told.items() if isinstance(values, list)}
    for values in flat.values():
        for at, value in enumerate(values):
            if isinstance(value, dict):
                yield from _unnested(value, str(entity.get("id", "")))
                values[at] = value.get("id", "")
    if entity.get("schema") == "Occupancy" and holder:
        flat.setdefault("holder", [holder])
    yield {**entity, "properties": flat}


def _entity(place: str, entity: dict[str, Any]) -> Entry:
    schema, told = entity.get("schema", ""), _mapping(entity.get("properties"))
    names = [str(one) for field in ("name", "alias", "weakAlias") for one in told.get(field, ())]
    english = next((one for one in (entity.get("caption") or "", *names) if one and one.isascii()), "")
    land = country_of(str(code) for field in ("nationality", "country") for code in told.get(field, ()))
    if schema == "Occupancy":
        return _occupancy(place, told)
    if schema == "Position" and entity.get("id") and english:
        return Post(str(entity["id"]), english, land)
    if schema not in kinds("ftm") or not entity.get("id") or not english:
        return Skipped(place, "kind not taken" if schema not in kinds("ftm") else "no id or no Latin name")
    wikidata = next(iter(told.get("wikidataId", ())), "")
    return Found(
        place, "ftm", f"wd-{wikidata}" if wikidata else f"ftm-{_plain(entity['id'])}", schema, english,
        land, tuple(("", one) for one in dict.fromkeys(names) if not one.isascii()), wikidata=wikidata,
        key=str(entity["id"]),
    )  # fmt: skip


def _occupancy(place: str, told: dict[str, Any]) -> Found | Skipped:
    """Read who held which post: an entry without names, to be joined to that of its holder."""
    holder, post, first, last, status = (
        str(next(iter(told.get(field, ())), "")) for field in ("holder", "post", "startDate", "endDate", "status")
    )
    if not holder or not post:
        return Skipped(place, "an occupancy without holder or post")
    return Found(place, "ftm", "", "Person", "", None, (), key=holder, held=(Held(post, first, last, status),))


def _csv(stream: IO[bytes], name: str) -> Entries:
    """Read a table with a header; several names in a cell have `;` between them."""
    reader = csv.DictReader(io.TextIOWrapper(stream, "utf-8-sig", newline=""))
    unknown = sorted(set(reader.fieldnames or ()) - CSV_COLUMNS)
    if unknown:
        yield Skipped(f"{name}:1", f"columns not taken: {', '.join(unknown)}")
    for line in reader:
        cells = {key: (line.get(key) or "").strip() for key in CSV_COLUMNS}
        place = f"{name}:{reader.line_num}"
        fault = _line_fault(cells)
        yield Skipped(place, fault) if fault else _line(place, cells)


def _line_fault(cells: dict[str, str]) -> str | None:
    if not cells["english"]:
        return "no English name"
    if cells["kind"] not in kinds("csv"):
        return f"kind {cells['kind']!r} is none of {', '.join(kinds('csv'))}"
    if cells["id"] and not _KEY.fullmatch(cells["id"]):
        return f"id {cells['id']!r} is not a Latin key"
    if cells["country"] and country_of([cells["country"]]) is None:
        return f"country {cells['country']!r} is unknown; give its ISO code"
    return None


def _line(place: str, cells: dict[str, str]) -> Found:
    country = country_of([cells["country"]])
    term = Term(cells["office"], cells["of"] or country or "", cells["from"], cells["to"])
    names = ((lang, one.strip()) for lang in ("fa", "ar") for one in cells[lang].split(_MANY))
    return Found(
        place, "csv", cells["id"] or f"own-{_plain(cells['english'])}", cells["kind"], cells["english"], country,
        tuple((lang, one) for lang, one in names if one), cells["sector"], cells["domain"], cells["wikidata"],
        (term,) if cells["office"] else (),
    )  # fmt: skip


def _plain(text: str) -> str:
    return _NO_KEY.sub("-", text.lower()).strip("-")
