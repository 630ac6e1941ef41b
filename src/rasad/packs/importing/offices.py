"""Posts of other registers in ours: «Minister of Foreign Affairs of Iran» from some day to another."""

import re
from functools import cache

from rasad.packs.importing.entries import Skipped, Term
from rasad.packs.rows import read_rows

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(("of", "the", "for", "and"))
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
SURE = {1: "year", 2: "month", 3: "day"}
"""How exact a day is that has so many numbers."""
_EXACT = {"year": 4, "month": 7, "day": 10}
_UNENDED = "9999-12-31"
ENDED = "ended"
"""The status of a term that is over, in OpenSanctions."""

Post = tuple[str, str]
"""An office and whose it is: a country, by its code."""


def post_called(label: str, country: str | None) -> Post | None:
    """Tell what post an English label means; the state stands before, behind, or is known from elsewhere.

    >>> post_called("Minister of Foreign Affairs of Iran", None), post_called("Governor of Aleppo", "SYR")
    (('foreign_minister', 'IRN'), None)
    """
    words = _words(label)
    fronts = [(len(name), iso) for iso, names in _states() for name in names if words[: len(name)] == name]
    taken, before = max(fronts, default=(0, None))
    words = words[taken:]
    size = max((n for n in range(len(words) + 1) if words[:n] in _posts()), default=0)
    behind = _state_of(words[size:])
    found = {iso for iso in (before, behind, country) if iso}
    if not size or (words[size:] and behind is None) or len(found) != 1:
        return None
    return _posts()[words[:size]], found.pop()


def post_of_item(item: str) -> Post | None:
    """Tell what post an item of Wikidata is."""
    return _items().get(item)


def term(post: Post, first: str | None, last: str | None, status: str, place: str) -> Term | Skipped:
    """Make a term of office of what another register says; days may be months or years."""
    begins, ends = _day(first or ""), _day(last or "")
    office, of = post
    if (first and not begins) or (last and not ends):
        return Skipped(place, f"{office} of {of}: {first or ''} to {last or ''} are no days")
    if not begins:
        return Skipped(place, f"{office} of {of}: no first day")
    if not ends and status == ENDED:
        return Skipped(place, f"{office} of {of}: it ended, but no last day is given")
    sure = min((found[1] for found in (begins, ends) if found), key=tuple(SURE.values()).index)
    return Term(office, of, begins[0], ends[0] if ends else "", sure)


def at_one_time(one: Term, other: Term) -> bool:
    """Tell whether two terms share more than the day of the change, as exact as both are known."""
    length = min(_EXACT[one.sure], _EXACT[other.sure])
    begins, other_begins, ends, other_ends = (
        (day or _UNENDED)[:length] for day in (one.first, other.first, one.last, other.last)
    )
    return begins < other_ends and other_begins < ends


def _day(text: str) -> tuple[str, str] | None:
    """Give a day, or the first one of a month or year, and how exact it is."""
    found = _DAY.match(text)
    if not found:
        return None
    parts = [part for part in found.groups() if part and part != "00"]
    return "-".join((*parts, "01", "01")[:3]), SURE[len(parts)]


def _state_of(words: tuple[str, ...]) -> str | None:
    """Give the one state that words name, whatever form of state stands beside it («Syrian Arab Republic»)."""
    found = {iso for iso, names in _states() if any(_holds(words, name) for name in names)}
    others = set(words) - {word for iso, names in _states() if iso in found for name in names for word in name}
    return found.pop() if len(found) == 1 and others <= _forms() else None


def _holds(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return any(words[at : at + len(name)] == name for at in range(len(words) - len(name) + 1))


@cache
def _posts() -> dict[tuple[str, ...], str]:
    return {_words(row["words"]): row["office"] for row in read_rows("actors/imported_offices.tsv") if not row["of"]}


@cache
def _items() -> dict[str, Post]:
    rows = read_rows("actors/imported_offices.tsv")
    return {row["wikidata"]: (row["office"], row["of"]) for row in rows if row["wikidata"]}


@cache
def _states() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """Give how each state is called in English: its name and its adjective."""
    rows = read_rows("actors/countries.tsv")
    return tuple((row["iso3"], tuple(_words(row[cell]) for cell in ("english", "adjective"))) for row in rows)


@cache
def _forms() -> frozenset[str]:
    """Give the words that stand beside the name of a state and tell no other one."""
    return frozenset(word for row in read_rows("actors/state_forms.tsv") for word in _words(row["words"]))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(text.lower()) if word not in _SMALL)
