"""What the words of a page tell of an event besides what was read: rare words, names, concepts, numbers, a weekday."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from sys import intern

from msgspec import Struct

from rasad.fuse.rarity import BIT, Bits, Keys, name_bits, sound_bits, word_bits
from rasad.fuse.spans import apart, without
from rasad.fuse.stems import skeleton, stemmer
from rasad.model import CARRIERS, Span
from rasad.packs import lexicon
from rasad.packs.lexicon import Entry, Lexicon
from rasad.packs.rows import Row, read_rows, rows_once
from rasad.tokens import INVISIBLE, WORD, fold

AROUND = 160
"""Characters on both sides of a trigger, within its paragraph, whose words are compared: about the sentence."""
CLOSE = 25
"""Characters around a trigger in which a name, a concept or a date belongs to the deed itself."""
COUNTED = 30
"""Characters around a count that tell what is counted."""
TELLINGS = 2
"""Places of a page telling the event whose words are taken."""
PAGE_WORDS, PAGE_NAMES, PAGE_SOUNDS = 60, 24, 24
"""The rarest of a page that are kept: what the page is about, in bounded memory."""
RARE_SOUND = 4 * BIT
"""The skeletons of commoner words meet by chance."""

_NAMES = (("person_names", "id"), ("organisation_names", "id"), ("country_names", "iso3"), ("place_names", "id"))
_WEAK = "weak"
_NUMBER = re.compile(r"(?<![\w.,٫/])\d+(?:[.,٫]\d+)?(?![\w/])")


class PageEvidence(Struct, frozen=True):
    """The rarest words, names and skeletons of a whole page."""

    words: Keys
    names: Keys
    sounds: Keys


class Evidence(Struct, frozen=True):
    """Words, names, skeletons and numbers around the triggers of one report."""

    words: Keys
    names: Keys
    core: Keys
    sounds: Keys
    weekday: int | None
    numbers: Keys
    dated: bool


@lru_cache(maxsize=1)
def page_evidence(text: str, lang: str, leave_out: tuple[Span, ...]) -> PageEvidence:
    """Take the rarest of a page's article. The last page is remembered: its reports and deeds in passing share them."""
    article = without(text, leave_out)
    words = stems(article, lang)
    sounds = _skeletons(words, lang)
    return PageEvidence(
        _rarest(words, word_bits(lang), PAGE_WORDS),
        _rarest(names(article, lang), name_bits(), PAGE_NAMES),
        _rarest(sounds, sound_bits(), PAGE_SOUNDS),
    )


def evidence(text: str, lang: str, triggers: Sequence[Span], date: Span | None) -> Evidence:
    """Take what stands around the triggers; `date` is the date expression, for a weekday told in words."""
    words: set[str] = set()
    found: set[str] = set()
    core: set[str] = set()
    numbers: set[str] = set()
    for trigger in sorted(set(triggers))[:TELLINGS]:
        core |= names(text[max(0, trigger[0] - CLOSE) : trigger[1] + CLOSE], lang)
        around = text[slice(*window(text, trigger))]
        words |= stems(around, lang)
        found |= names(around, lang)
        numbers |= set(_NUMBER.findall(fold(around)))
    told = text[date[0] : date[1]] if date else ""
    return Evidence(
        frozenset(words), frozenset(found), frozenset(core), frozenset(_skeletons(words, lang)), weekday(told, lang),
        frozenset(numbers), date is not None and any(apart(date, trigger) <= CLOSE for trigger in triggers),
    )  # fmt: skip


def window(text: str, trigger: Span) -> Span:
    """Give the stretch around a trigger, within its paragraph."""
    start, end = trigger
    stop = text.find("\n", end)
    return (max(text.rfind("\n", 0, start) + 1, start - AROUND), min(len(text) if stop < 0 else stop, end + AROUND))


def names(text: str, lang: str) -> set[str]:
    """Give the ids of people, organisations, countries, places and concepts named in a stretch; agencies tell nothing.

    Of names that share letters the longest counts; concepts may stand inside names.
    """
    known = _lexicon(lang)
    if known is None:
        return set()
    found: set[str] = set()
    ends: dict[str, Span] = {}
    for mark in lexicon.find(known, fold(text), text):
        kind = "concept" if mark.kind == "concept" else "name"
        held = ends.get(kind, (0, 0))
        if mark.core[0] < held[1] and mark.core != held:
            continue
        ends[kind] = mark.core
        if mark.kind not in CARRIERS:
            found.add(mark.cells["key"])
    return found


def figure_words(text: str, lang: str, span: Span) -> Keys:
    """Give the stems close to a count."""
    return frozenset(stems(text[max(0, span[0] - COUNTED) : span[1] + COUNTED], lang))


def figure_unit(unit: str, lang: str) -> str:
    """Give a unit in one form: a native word by its concept, else by its stem; English ones are the reader's own."""
    found = unit.casefold()
    if not unit.isascii():
        concepts = sorted(name for name in names(unit, lang) if name.startswith("c:"))
        found = concepts[0] if concepts else " ".join(sorted(stems(unit, lang)))
    return _units().get(found, found)


@cache
def _units() -> dict[str, str]:
    return {row["unit"]: row["same_as"] for row in read_rows("plover/count_units.tsv")}


def weekday(told: str, lang: str) -> int | None:
    """Read the one weekday of a date expression, Monday = 0.

    >>> weekday("روز سه‌شنبه", "fa")
    1
    """
    text = f" {' '.join(WORD.findall(lexicon.matchable(fold(told))))} "
    days = set()
    for form, day in _weekdays(lang):
        if f" {form} " in text:
            days.add(day)
            text = text.replace(f" {form} ", "  ")
    return days.pop() if len(days) == 1 else None


def stems(text: str, lang: str) -> set[str]:
    """Give the stems of the words of a stretch."""
    clean = INVISIBLE.sub("", fold(text))
    return {found for found in map(stemmer(lang), WORD.findall(clean)) if found}


def _skeletons(words: Iterable[str], lang: str) -> set[str]:
    known, sounds = word_bits(lang), sound_bits()
    rare = (word for word in words if known.get(word, known.most) >= RARE_SOUND)
    return {form for form in map(skeleton, rare) if form and sounds.get(form, sounds.most) >= RARE_SOUND}


def _rarest(keys: Iterable[str], bits: Bits, most: int) -> Keys:
    return frozenset(sorted(keys, key=lambda key: (-bits.get(key, bits.most), key))[:most])


@cache
def _lexicon(lang: str) -> Lexicon | None:
    """Build the automaton of names and concepts; it is small, and asked of a few sentences a page only."""
    carriers = {row["id"] for row in rows_once("actors/organisations.tsv") if row["kind"] in CARRIERS}
    entries: list[Entry] = []
    for table, key in _NAMES:
        for row in rows_once(f"actors/{table}.tsv"):
            use = row.cells.get("use", "")
            if row["lang"] == lang and not use.startswith(_WEAK):
                kind = "outlet" if row[key] in carriers else "name"
                entries.append(
                    _entry(kind, row["form"], "adj" if use.startswith("demonym") else "name", row[key], row.rule, lang)
                )
    for row in rows_once(f"{lang}/concepts.tsv"):
        entries.append(_entry("concept", row["form"], row["morph"], f"c:{row['concept']}", row.rule, lang))
    return lexicon.build(tuple(entries), f"{lang}/affixes.tsv") if entries else None


def _entry(kind: str, form: str, morph: str, key: str, rule: str, lang: str) -> Entry:
    bare, morph = lexicon.bare(form, morph, lang)
    return Entry(kind, Row(rule, {"key": intern(key)}), morph, bare)


@cache
def _weekdays(lang: str) -> tuple[tuple[str, int], ...]:
    found = []
    for row in read_rows(f"{lang}/weekdays.tsv"):
        for form in lexicon.spellings(row["form"]):
            found.append((form.strip(), int(row["weekday"])))
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))
