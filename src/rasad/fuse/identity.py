"""How likely two sightings are of one actor: kinds of evidence with their amounts; weights and reasons are rows."""

from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from rasad.fuse.days import ordinal
from rasad.fuse.rarity import BIT, name_bits, sound_bits, word_bits
from rasad.fuse.sightings import Sighting, high_offices
from rasad.fuse.stems import skeleton, stem
from rasad.fuse.weights import ACTORS, weights
from rasad.fuse.weights import reasons as said
from rasad.packs.everyday import bare, is_everyday
from rasad.packs.rows import read_rows
from rasad.packs.sounds import parts, sounds
from rasad.tokens import WORD

GIVEN = 5.0
"""Bits that a given name tells at most, also a rare one."""
FAINT = 4.0
"""Bits that the sound of a word of few consonants tells."""
LONE = 6.0
"""Bits that a single word must tell to be somebody's name at all."""
BESIDE, PAGE_NAMES, PAGE_WORDS = 6 * BIT, 25 * BIT, 40 * BIT
"""Bits of a full amount: one rare person, three rare names, five rare words."""
FEW = 5 * BIT
"""Bits that pages must share to share anything."""
LONG = 4
"""Words of a name that may all be everyday words: bodies are named so, and nobody else."""
_SHORT_GIVEN = 3
"""Letters of a given name that is part of another."""
_REMEMBERED = 20_000
"""Words of names of which all is known; those of sightings that are compared come again and again."""
WEEK = 7
"""Days between two pages."""
ONE_TERM = 60
"""Days within which nobody has two high offices."""

Amounts = Iterator[tuple[str, float]]


class Face(Struct, frozen=True):
    """A sighting and what it is compared by: the words of the name, how they may sound, their bits in all scripts."""

    sighting: Sighting
    words: tuple[str, ...]
    heard: tuple[frozenset[str], ...]
    bits: tuple[float, ...]
    across: tuple[float, ...]
    nouns: tuple[bool, ...]
    own: frozenset[str]
    day: int
    posts: frozenset[str]
    sole: frozenset[str]


def face(sighting: Sighting) -> Face:
    """Work out what a sighting is compared by; what is rather a noun than a name has no words."""
    lang = sighting.lang
    words = () if _is_noun(sighting) else tuple(part for word in parts(sighting.name) for part in _given_parts(word))
    high = high_offices()
    return Face(
        sighting, words, tuple(map(sounds, words)), tuple(_bits(word, lang) for word in words),
        tuple(_bits_across(word, lang) for word in words), tuple(_is_dictionary_word(word, lang) for word in words),
        frozenset(found for word in WORD.findall(sighting.name) if (found := stem(word, lang))),
        ordinal(sighting.day, 0),
        sighting.offices & high.keys(), frozenset(office for office in sighting.offices if high.get(office)),
    )  # fmt: skip


def points(a: Face, b: Face) -> float:
    """Give the points of two sightings: more than 0 for one actor."""
    table = weights(ACTORS)
    return round(table["threshold"] + sum(table[name] * amount for name, amount in amounts(a, b)), 4)


def reasons(a: Face, b: Face) -> tuple[str, ...]:
    """Say what speaks for and against, with the points of each."""
    table, words = weights(ACTORS), said(ACTORS)
    found = [("threshold", 1.0), *amounts(a, b)]
    return tuple(f"{table[name] * amount:+.2f} {words[name]}" for name, amount in found if amount)


def amounts(a: Face, b: Face) -> Amounts:
    """Give every kind of evidence with its amount; nothing but the threshold where the names do not fit."""
    fit = namesakes(a, b)
    if fit is None:
        return
    bits, by_sound, part = fit
    yield "name", bits
    yield "by_sound", float(by_sound)
    yield "part", float(part)
    yield "lone", float(max(len(a.words), len(b.words)) == 1)
    yield from _post_amounts(a, b)
    mine, theirs = a.sighting, b.sighting
    yield "same_country", float(mine.country is not None and mine.country == theirs.country)
    yield "beside", min(1.0, name_bits().of(mine.beside & theirs.beside) / BESIDE)
    yield "page_names", min(1.0, name_bits().of(mine.names & theirs.names) / PAGE_NAMES)
    if mine.words and theirs.words and mine.lang == theirs.lang:
        shared = word_bits(mine.lang).of((mine.words & theirs.words) - a.own - b.own)
        yield ("page_words", min(1.0, shared / PAGE_WORDS)) if shared > FEW else ("no_words", 1.0)
    yield "same_outlet", float(mine.outlet is not None and mine.outlet == theirs.outlet)
    if a.day and b.day and abs(a.day - b.day) <= WEEK:
        yield ("same_week" if a.day - b.day else "same_day"), 1.0


def conflict(a: Face, b: Face) -> str | None:
    """Say why two sightings cannot be of one actor, however alike their names are."""
    mine, theirs = a.sighting, b.sighting
    if mine.page == theirs.page:
        return "one page names both"
    if mine.country and theirs.country and mine.country != theirs.country:
        return "of two countries"
    if a.day and b.day and abs(a.day - b.day) <= ONE_TERM and a.sole and b.sole and not a.sole & b.sole:
        return "in two high offices at one time"
    return None if namesakes(a, b) else "other names"


def namesakes(a: Face, b: Face) -> tuple[float, bool, bool] | None:
    """Tell whether two names may be one actor's: the bits of what they share, whether only by sound, whether in part.

    The last words must be the same, and every word of the shorter name stand in the longer one, in this order.
    """
    if len(a.words) > len(b.words):
        a, b = b, a
    if not a.words or (len(b.words) == 1 and min(a.bits[0], b.bits[0]) < LONE):
        return None
    bits, at, sounded, found = 0.0, len(b.words), False, set()
    for n in reversed(range(len(a.words))):
        same = _last_fit(a, n, b, at)
        if same is None or (n == len(a.words) - 1 and same != len(b.words) - 1):
            return None
        by_letters = a.words[n] == b.words[same]
        by_sound = not by_letters and a.sighting.lang != b.sighting.lang
        bits += min(a.across[n], b.across[same]) if by_sound else min(a.bits[n], b.bits[same])
        sounded, at = sounded or not by_letters, same
        found.add(same)
    more = (b.nouns[n] for n in range(len(b.words)) if n not in found)
    if any(more) or (len(a.words) == 1 and bits < LONE):
        return None  # the hospital of that name is not he
    return bits, sounded, len(a.words) < len(b.words)


def _last_fit(a: Face, n: int, b: Face, before: int) -> int | None:
    """Give the last place before `before` where the longer name has the n-th word of the shorter one."""
    for at in reversed(range(before)):
        one, other = a.words[n], b.words[at]
        if one == other or (a.heard[n] & b.heard[at] and not (_is_given(one) and _is_given(other))):
            return at  # two given names are one by their letters only: Hassan is not Hossein
    return None


def _post_amounts(a: Face, b: Face) -> Amounts:
    mine, theirs = a.sighting.offices, b.sighting.offices
    if a.posts & b.posts:
        yield "same_office", 1.0
    elif mine & theirs:
        yield "same_post", 1.0
    elif mine and theirs:
        yield "other_post", 1.0


@lru_cache(_REMEMBERED)
def _bits(word: str, lang: str) -> float:
    """Give the bits of a word of a name in its language."""
    found = word_bits(lang)[stem(word, lang) or word] / BIT
    return min(found, GIVEN) if word in _given(lang) else found


@lru_cache(_REMEMBERED)
def _bits_across(word: str, lang: str) -> float:
    """Give the bits of the sound of a word; one of few consonants tells little."""
    form = skeleton(stem(word, lang) or word)
    found = sound_bits()[form] / BIT if form else FAINT
    return min(found, GIVEN) if _is_given(word) else found


@cache
def _given(lang: str) -> frozenset[str]:
    """Give the given names of a language as names are compared."""
    return frozenset(word for row in read_rows(f"{lang}/given_names.tsv") for word in parts(row["form"]))


def _is_given(word: str) -> bool:
    return any(word in _given(lang) for lang in ("fa", "ar"))


@lru_cache(_REMEMBERED)
def _given_parts(word: str) -> tuple[str, ...]:
    """Part two given names that are written as one."""
    for at in range(_SHORT_GIVEN, len(word) - _SHORT_GIVEN + 1):
        if _is_given(word[:at]) and _is_given(word[at:]):
            return word[:at], word[at:]
    return (word,)


def _is_noun(sighting: Sighting) -> bool:
    """Tell whether a name is rather a noun: few words, all of them in the dictionary, and no given name among them."""
    whole = max(sighting.written, key=len, default=sighting.name)
    words = WORD.findall(whole)
    if len(words) >= LONG or any(word in _given(sighting.lang) for word in parts(whole)):
        return False
    return all(is_everyday(bare(word, sighting.lang), sighting.lang) for word in words)


@lru_cache(_REMEMBERED)
def _is_dictionary_word(word: str, lang: str) -> bool:
    return word not in _given(lang) and is_everyday(bare(word, lang), lang)
