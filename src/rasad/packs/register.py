"""The register: people, organisations, countries, places and who held which office when."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from msgspec import Struct

from rasad.errors import PackError
from rasad.model import Entity
from rasad.packs.rows import Row, read_rows


class Tenure(Struct, frozen=True):
    """One person in one office of a country or organisation; ISO days, both included, `last` is None while it lasts."""

    person: str
    office: str
    of: str
    first: str
    last: str | None
    sure: str
    rule: str

    def covers(self, first: str | None, last: str | None) -> bool:
        """Tell whether the tenure shares a day with [first, last]; None is unbounded."""
        return (last is None or self.first <= last) and (first is None or self.last is None or first <= self.last)


class Register(Struct, frozen=True):
    """Everyone the packs know, by id; `holders` maps (office, country or organisation) to tenures in order of time."""

    people: dict[str, Entity]
    organisations: dict[str, Entity]
    classes: dict[str, str]
    domains: dict[str, str]
    countries: dict[str, Entity]
    adjectives: dict[str, str]
    places: dict[str, Entity]
    place_kinds: dict[str, str]
    """What a place is, by its id: city, province, sea ..."""
    holders: dict[tuple[str, str], tuple[Tenure, ...]]
    tenures: dict[str, tuple[Tenure, ...]]
    owners: dict[str, tuple[str, str]]
    """Posts that name their country or organisation themselves: office -> (owner, the office's key in the tenures)."""
    organs: dict[str, str]
    """Organs that name their country themselves."""

    def in_office(self, office: str, of: str, first: str | None, last: str | None) -> tuple[Tenure, ...]:
        """Give the tenures of an office that share a day with [first, last]."""
        return tuple(t for t in self.holders.get((office, of), ()) if t.covers(first, last))

    def of_address(self, url: str | None) -> Entity | None:
        """Look an address up: domain with the first part of the path («bbc.com/persian»), domain, its parents."""
        name = host(url)
        if not name:
            return None
        labels = name.split(".")
        path = (url or "").partition(name)[2].partition("/")[2].partition("/")[0]
        parents = (".".join(labels[first:]) for first in range(len(labels) - 1))
        organisation = next((one for key in parents for one in self._at(key, path)), None)
        return self.organisations[organisation] if organisation else None

    def _at(self, domain: str, path: str) -> Iterator[str]:
        """Give whose address it is with the path, then without."""
        yield from (self.domains[key] for key in (f"{domain}/{path}", domain) if key in self.domains)

    def carrier_called(self, name: str) -> Entity | None:
        """Give the agency or outlet with this English name."""
        asked = name.strip().casefold()
        carriers = (one for one in self.organisations.values() if one.is_carrier)
        return next((one for one in carriers if one.name.casefold() == asked), None)


def host(url: str | None) -> str:
    """Give the host of an address without `www.`; what is no address has none."""
    written = url or ""
    try:
        return (urlsplit(written if "//" in written else f"//{written}").hostname or "").removeprefix("www.")
    except ValueError:  # «http://[» on a page is no address
        return ""


def load_register(more: Path | None = None) -> Register:
    """Read the tables of `packs/actors`, and those of a folder of one's own."""
    read = partial(read_rows, more=more)
    countries = {
        r["iso3"]: Entity(f"country:{r['iso3']}", r["english"], "government", r["iso3"], "GOV")
        for r in read("actors/countries.tsv")
    }
    organisations = read("actors/organisations.tsv")
    places = (*read("actors/places.tsv"), *read("actors/places_geonames.tsv"))
    tenures = tuple(_tenure(r) for r in read("actors/tenures.tsv"))
    return Register(
        people={r["id"]: _entity(r, "person") for r in read("actors/people.tsv")},
        organisations={r["id"]: _entity(r, r["kind"]) for r in organisations},
        classes={r["id"]: r["class"] for r in organisations},
        domains={r["domain"]: r["id"] for r in organisations if r["domain"]},
        countries=countries,
        adjectives={r["iso3"]: r["adjective"] for r in read("actors/countries.tsv")},
        places={r["id"]: Entity(r["id"], r["english"], "place", r["country"] or None) for r in places},
        place_kinds={r["id"]: r["kind"] for r in places},
        holders=_group(tenures, lambda t: (t.office, t.of)),
        tenures=_group(tenures, lambda t: t.person),
        owners={r["office"]: (r["of"], r["same_as"]) for r in read("actors/office_owners.tsv")},
        organs={r["organ"]: r["of"] for r in read("actors/organ_owners.tsv")},
    )


def _entity(row: Row, kind: str) -> Entity:
    return Entity(row["id"], row["english"], kind, row["country"] or None, row["sector"] or None)


def _tenure(row: Row) -> Tenure:
    first, last = row["from"], row["to"] or None
    if last is not None and last < first:
        raise PackError(f"{row.rule}: the tenure ends {last}, before it begins {first}; mend one of the days")
    return Tenure(
        row["person"], row["office"], row["organisation"] or row["country"], first, last, row["sure"], row.rule
    )


_Key = TypeVar("_Key")


def _group(tenures: Iterable[Tenure], key: Callable[[Tenure], _Key]) -> dict[_Key, tuple[Tenure, ...]]:
    groups: dict[_Key, list[Tenure]] = {}
    for tenure in sorted(tenures, key=lambda t: (t.first, t.person)):
        groups.setdefault(key(tenure), []).append(tenure)
    return {k: tuple(v) for k, v in groups.items()}
