"""What the words of a search mean, and how Persian and Arabic pages write it: one script finds the others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from msgspec import Struct

from rasad.packs.lookup import likely
from rasad.packs.rows import read_rows
from rasad.packs.sounds import script_of
from rasad.tokens import WORD, search_key

LONGEST = 6
"""Words of a name: what is longer is looked for in parts."""
MOST_FORMS = 40
"""Spellings of one thing: what follows in a table is rarer."""
MOST_OWNERS = 3
"""Whom a name may mean and still be spelled out: «محمد» is half of the register."""
SHORTEST = 4
"""Letters of a part of a name that is looked for beside the whole, and of a Latin name looked for by its sound."""
LEAST_FIT = 0.8
"""How well a Latin name that no row has must sound like one of the register."""
_NAMED = (
    ("actors/people.tsv", "id", "actors/person_names.tsv"),
    ("actors/organisations.tsv", "id", "actors/organisation_names.tsv"),
    ("actors/countries.tsv", "iso3", "actors/country_names.tsv"),
    ("actors/places.tsv", "id", "actors/place_names.tsv"),
    ("actors/places_geonames.tsv", "id", "actors/place_names_geonames.tsv"),
)
_SHORTENED = ("actors/organisations.tsv", "actors/countries.tsv")
_FULL, _SHORT, _ENGLISH = ("full", "name", "official"), "short", ""
_WORDS = (("concepts", "concept"), ("offices", "office"), ("organs", "organ"), ("groups", "group"))
_NOUNS = ("noun", "masdar")
DEED, CONCEPT = "deed:", "concept:"
"""How the ids of a type of event and of a noun of the news begin: `deed:CONSULT/visit`, `concept:embassy`."""
Phrase = tuple[str, str, str]
"""Whom or what it means, the words, and their use on pages; none for English ones."""


class Term(Struct, frozen=True):
    """Some words of a search: whom or what they mean, and all spellings of that, folded.

    What no row has means itself. `name` says that an article before it makes another word of it («الرئيسي», «رئيسي»).
    """

    asked: str
    owners: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    name: bool = False


def meanings(words: str) -> tuple[Term, ...]:
    """Cut a search into terms, the longest names first; a Latin name without a row is found by its sound.

    >>> [term.owners for term in meanings("Ghalibaf in Damascus")]
    [('per-mohammad-bagher-ghalibaf',), ('plc-damascus',)]
    """
    left = WORD.findall(search_key(words))
    if not all(word in _stop_words() for word in left):
        left = [word for word in left if word not in _stop_words()]
    found: list[Term] = []
    while left:
        found.append(_first(left))
        left = left[len(found[-1].asked.split(" ")) :]
    return tuple(found)


def _first(words: Sequence[str]) -> Term:
    for size in range(min(LONGEST, len(words)), 0, -1):
        asked = " ".join(words[:size])
        if owners := _owners(asked):
            return _term(asked, owners)
    for size in range(min(LONGEST, len(words)), 0, -1):
        asked = " ".join(words[:size])
        if all(script_of(word) == "latin" and len(word) >= SHORTEST and not _owners(word) for word in words[:size]):
            heard = [person for person, fit, _ in likely(asked, 1) if fit >= LEAST_FIT]
            if heard:
                return _term(asked, tuple(heard))
    return Term(words[0], forms=(words[0],))


def _owners(asked: str) -> tuple[str, ...]:
    """Give what a phrase means; an English noun of the news also what its Persian and Arabic words tell of."""
    index, spelled, _ = _index()
    found = index.get(asked) or (index.get(asked.removesuffix("s"), ()) if asked.isascii() else ())
    forms = (form for owner in found if owner.startswith(CONCEPT) for form in spelled[owner])
    told = (deed for form in forms for deed in index[form] if deed.startswith(DEED))
    return tuple(dict.fromkeys((*found, *told)))


def _term(asked: str, owners: tuple[str, ...]) -> Term:
    spelled = _index()[1]
    told = [owner for owner in owners if not owner.startswith(DEED)] or owners
    forms = [form for owner in told for form in spelled[owner]] if len(told) <= MOST_OWNERS else []
    if asked.isascii() and " " not in asked and owners[0].startswith("per-"):
        forms += [last for form in forms if len(last := form.rpartition(" ")[2]) >= SHORTEST]
    return Term(asked, owners, tuple(dict.fromkeys((asked, *forms))), not any(":" in owner for owner in owners))


def spellings(owner: str) -> tuple[str, ...]:
    """Give how pages write the name of somebody or some place of the register, folded."""
    return _index()[1][owner]


def written(form: str) -> str:
    """Give a folded form as a table writes it."""
    return _index()[2].get(form, form)


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(row["form"] for row in read_rows("en/language.tsv") if row["kind"] == "word")


@cache
def _index() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]], Mapping[str, str]]:
    """Give whom or what each phrase means, the Persian and Arabic spellings of each of these, and these in full."""
    full: dict[str, str] = {}
    phrases: dict[str, dict[str, None]] = defaultdict(dict)
    forms: dict[str, dict[str, str]] = defaultdict(dict)
    for owner, words, use in _phrases():
        phrase = " ".join(WORD.findall(search_key(words)))
        if phrase:
            phrases[phrase][owner] = None
            if use:
                forms[owner].setdefault(phrase, use)
                full.setdefault(phrase, words)
    spelled = {owner: tuple(islice(_sure(some, phrases), MOST_FORMS)) for owner, some in forms.items()}
    return {phrase: tuple(owners) for phrase, owners in phrases.items()}, defaultdict(tuple, spelled), full


def _sure(some: Mapping[str, str], phrases: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Give the forms to look for: of the short ones those that are nobody else's."""
    for form, use in some.items():
        if use in _FULL or (len(form) >= SHORTEST and len(list(phrases[form])) == 1):
            yield form


def _phrases() -> Iterator[Phrase]:
    for table, key, names in _NAMED:
        for row in read_rows(table):
            yield row[key], row["english"], _ENGLISH
            if table in _SHORTENED:
                yield row[key], _initials(row["english"]), _ENGLISH
        for row in read_rows(names):
            use = row.cells.get("use", _FULL[0])
            if use in (*_FULL, _SHORT):
                yield row[key], row["form"], use
    for row in read_rows("en/deeds.tsv"):
        yield _deed(row["type"], row["mode"]), row["form"], _ENGLISH
    for lang in ("fa", "ar"):
        yield from _words(lang)


def _words(lang: str) -> Iterator[Phrase]:
    for row in read_rows(f"{lang}/triggers.tsv"):
        if row["morph"] in _NOUNS:
            yield _deed(row["type"], row["mode"]), row["form"], _FULL[0]
    for table, key in _WORDS:
        for row in read_rows(f"{lang}/{table}.tsv"):
            yield f"{key}:{row[key]}", row[key].replace("_", " "), _ENGLISH
            yield f"{key}:{row[key]}", row["form"], _FULL[0]


def _deed(kind: str, mode: str) -> str:
    return f"{DEED}{kind}/{mode}" if mode else f"{DEED}{kind}"


def _initials(english: str) -> str:
    """Give what a name of several words is called for short: IRGC, UN."""
    words = english.split()
    letters = "".join(word[0] for word in words if word[0].isupper())
    return letters if len(letters) > 1 and not any(word.isupper() for word in words) else ""
