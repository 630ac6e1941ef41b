"""Reading the files of others: Wikidata's dump, entities of FollowTheMoney (OpenSanctions), CSV. Line by line."""

import bz2
import csv
import gzip
import io
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any, cast

import msgspec

from rasad.errors import PackError
from rasad.packs.importing.entries import Found, Skipped, Term, countries, country_of, kinds

Entries = Iterator[Found | Skipped]

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


def _item(place: str, item: dict[str, Any]) -> Found | Skipped:
    claims, labels, aliases = (_mapping(item.get(field)) for field in ("claims", "labels", "aliases"))
    kind = next((code for code in _values(claims, "P31") if code in kinds("wikidata")), None)
    english = labels.get("en", {}).get("value", "")
    if not item.get("id") or kind is None or not english:
        return Skipped(place, "no id" if not item.get("id") else "no English label" if kind else "kind not taken")
    lands = {countries("wikidata").get(code) for code in _values(claims, "P27") or _values(claims, "P17")} - {None}
    names = [(lang, labels[lang]) for lang in ("fa", "ar") if lang in labels]
    names += [(lang, one) for lang in ("fa", "ar") for one in aliases.get(lang, ())]
    return Found(
        place, "wikidata", f"wd-{item['id']}", kinds("wikidata")[kind]["code"], english,
        next(iter(lands)) if len(lands) == 1 else None,
        tuple((lang, one["value"]) for lang, one in names),
        wikidata=item["id"], left_out=("position",) * len(claims.get("P39", ())),
    )  # fmt: skip


def _mapping(value: Any) -> dict[str, Any]:
    """Give a mapping; Wikidata writes an empty one as a list."""
    return value if isinstance(value, dict) else {}


def _values(claims: dict[str, Any], claim: str) -> list[str]:
    """Give the items that a claim names; deprecated ones are not meant."""
    snaks = [one.get("mainsnak", {}) for one in claims.get(claim, ()) if one.get("rank") != "deprecated"]
    values = [snak.get("datavalue", {}).get("value") for snak in snaks]
    return [value["id"] for value in values if isinstance(value, dict) and "id" in value]


def _follow_the_money(stream: IO[bytes], name: str) -> Entries:
    """Read entities of FollowTheMoney, as OpenSanctions gives them."""
    for one in _json_lines(stream, name):
        yield one if isinstance(one, Skipped) else _entity(*one)


def _entity(place: str, entity: dict[str, Any]) -> Found | Skipped:
    schema, told = entity.get("schema", ""), entity.get("properties") or {}
    names = [str(one) for field in ("name", "alias", "weakAlias") for one in told.get(field, ())]
    english = next((one for one in (entity.get("caption") or "", *names) if one and one.isascii()), "")
    if schema not in kinds("ftm") or not entity.get("id") or not english:
        return Skipped(place, "kind not taken" if schema not in kinds("ftm") else "no id or no Latin name")
    wikidata = next(iter(told.get("wikidataId", ())), "")
    lands = [str(code) for field in ("nationality", "country") for code in told.get(field, ())]
    return Found(
        place, "ftm", f"wd-{wikidata}" if wikidata else f"ftm-{_plain(entity['id'])}", schema, english,
        country_of(lands), tuple(("", one) for one in dict.fromkeys(names) if not one.isascii()),
        wikidata=wikidata, left_out=("position",) * len(told.get("position", ())),
    )  # fmt: skip


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


def unique(entries: Iterable[Found | Skipped]) -> Iterator[Found | Skipped]:
    """Join the entries that come again under their id, so that a person may have a line for each office."""
    held: dict[str, Found] = {}
    for one in entries:
        if isinstance(one, Skipped):
            yield one
        elif one.id in held:
            first = held[one.id]
            held[one.id] = msgspec.structs.replace(
                first, names=tuple(dict.fromkeys((*first.names, *one.names))), terms=(*first.terms, *one.terms)
            )
        else:
            held[one.id] = one
    yield from held.values()
