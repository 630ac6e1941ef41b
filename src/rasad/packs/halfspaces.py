"""Where half-spaces are missing in Persian text, told by the rows of `fa/halfspaces.tsv` and `fa/repair.tsv`."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import ahocorasick

from rasad.model import Span
from rasad.packs.halfspace_rows import NOT_JOINING, automaton, half_space_rows
from rasad.packs.persian_words import known_words, names
from rasad.spacing import LETTERS
from rasad.tokens import ZWNJ

Place = tuple[int, bool]
"""A place, and whether careful writers, too, may leave it as it stands: they write «کتابها» and «اصلاح طلب»."""

_THIRD_PERSON = "د"
_YEH, _VAV = "ی", "و"
_SUPERLATIVE = "ترین"
_HEH = "ه"
_ALEF_HEH = "اه"
_LONG_ALEF = "آ"
# What is shorter before an ending is no word but a part of one.
_SHORTEST_BASE = 2
# A part of a compound is a word of this length or longer; shorter ones are letters by chance.
_SHORTEST_FIRST = 3
# The shortest word that can lack a half-space: mi and a stem of two letters.
_SHORTEST_WORD = 4
_WORD = re.compile(f"[{LETTERS}]{{{_SHORTEST_WORD},}}")
_WORD_BEFORE = re.compile(f"[{LETTERS}{ZWNJ}]+$")
# Words are shorter; what is longer is none.
_LONGEST_WORD = 50
_LONGEST_PREVERB = 4
# Words seen again and again: a million pages have some 100,000 forms, of which half the text uses the first thousand.
_REMEMBERED = 1 << 15


def inside_words(folded: str) -> Iterator[Place]:
    """Give the places in a folded text where a half-space is missing inside a joined word («میکند», «رسانههای»)."""
    if not any(map(_lacks, _WORD.findall(folded))):
        return
    for word in _WORD.finditer(folded):
        start, end = word.span()
        if folded[end : end + 1] == ZWNJ or not _lacks(word[0]):
            continue
        whole = folded[start - 1 : start] != ZWNJ
        for place, free in _missing(word[0], whole):
            yield start + place, free


def for_spaces(text: str, folded: str) -> Iterator[Place]:
    """Give the places of spaces that should be half-spaces («می کند», «رسانه های», «آتش بس»)."""
    rows = half_space_rows()
    for verb in rows.spaced_verb.finditer(folded):
        start = verb.start()
        if verb[1] in rows.finite and rows.before_mi.search(folded, max(0, start - _LONGEST_PREVERB), start):
            yield verb.start(1) - 1, False
    for ending in rows.apart.finditer(folded):
        at = ending.start()
        word = _WORD_BEFORE.search(folded, max(at - _LONGEST_WORD, folded.rfind(" ", 0, at), 0), at)
        # The endings have a short alef; «جشنواره آش» is a feast of soup.
        if word and text[at + 1] != _LONG_ALEF and _belongs(word[0], ending[1]):
            yield at, ending[1] in rows.second_apart
    yield from ((at, True) for at in _spaced_compounds(folded))


def protected(folded: str) -> list[Span]:
    """Give the places of names that the rules would change, and must not («شبکه آی 24»)."""
    found = []
    for last, name in _endangered().iter(folded):
        start, end = last - len(name) + 1, last + 1
        if not (folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum()):
            found.append((start, end))
    return found


@cache
def _endangered() -> ahocorasick.Automaton:
    return automaton(name for name in names() if [*inside_words(name), *for_spaces(name, name)])


@lru_cache(_REMEMBERED)
def _lacks(word: str) -> bool:
    """Tell whether a word, or the last part of one, lacks a half-space."""
    return bool(_missing(word, True) or _missing(word, False))


def _missing(word: str, whole: bool) -> tuple[Place, ...]:
    """Give the places inside a word; the last part of a word with a half-space may only lack one before its ending."""
    if word in half_space_rows().keep:
        return ()
    places = _inside(word) if whole else ()
    last = places[-1] if places else 0
    inside = [(place, False) for place in places]
    return (*inside, *((last + place, _is_free(word, last + place)) for place in _endings(word[last:])))


def _is_free(word: str, place: int) -> bool:
    """Tell whether an ending may be joined: a plural or a comparative, where the letter before it joins («کتابها»)."""
    rows = half_space_rows()
    return word[place - 1] != _HEH and word[place:].startswith((*rows.plural, *rows.comparative))


def _inside(word: str) -> tuple[int, ...]:
    rows = half_space_rows()
    verb = rows.verb.fullmatch(word)
    if verb and verb[2] in rows.finite:
        return (verb.start(2),)
    for length in range(min(len(word), rows.longest), _SHORTEST_WORD - 1, -1):
        places = rows.joined.get(word[:length])
        if places and (length == len(word) or word[length:] in rows.endings):
            return places
    return ()


def _endings(word: str) -> tuple[int, ...]:
    """Give the places where endings begin that are written apart («حرفه|ای|ها»)."""
    place = _ending(word)
    return (*_endings(word[:place]), place) if place else ()


def _ending(word: str) -> int:
    """Give the place where an ending that is written apart begins, or 0."""
    rows = half_space_rows()
    if word in rows.keep:
        return 0
    participle = (*rows.after_participle, *rows.after_participle_joined)
    for endings, bases in ((rows.after_heh, rows.heh), (participle, rows.participles)):
        for ending in endings:
            if word.endswith(ending) and word[: -len(ending)] in bases:
                return len(word) - len(ending)
    for ending in (*rows.plural, *rows.comparative):
        if word.endswith(ending) and _takes(word[: -len(ending)], ending):
            return len(word) - len(ending)
    return _second(word)


def _second(word: str) -> int:
    """Give the place of a second part, or of a person's ending, after a known word; known words are whole."""
    rows = half_space_rows()
    if word in known_words():
        return 0
    for ending in rows.after_silent:
        if word.endswith(ending) and word[: -len(ending)] in rows.heh:
            return len(word) - len(ending)
    for ending in (*rows.second_apart, *rows.second, *rows.after_person):
        if word.endswith(ending) and _leads(word[: -len(ending)], ending):
            return len(word) - len(ending)
    return 0


def _leads(base: str, ending: str) -> bool:
    """Tell whether a known word takes a second part or a person's ending with a half-space."""
    if len(base) < _SHORTEST_FIRST or base[-1] in NOT_JOINING or base not in known_words():
        return False
    if ending not in half_space_rows().after_person:
        return True
    # «گریاند» is a verb of its own and not «گری» with an ending.
    stem = f"{base}{_THIRD_PERSON}" in half_space_rows().finite
    return len(base) > _SHORTEST_FIRST and not stem and (base[-1] == _YEH or _is_silent(base))


def _is_silent(word: str) -> bool:
    """Tell whether the he at the end of a word is silent: after alef and vav it mostly is not."""
    return word in half_space_rows().heh or (word[-1] == _HEH and word[-2:-1] not in ("ا", _VAV))


def _takes(base: str, ending: str) -> bool:
    """Tell whether a base takes a plural or a comparative with a half-space."""
    if len(base) < _SHORTEST_BASE or base[-1] in NOT_JOINING:
        return False
    rows = half_space_rows()
    if ending in rows.plural or base in rows.adjectives:
        return True
    return ending.startswith(_SUPERLATIVE) and len(base) >= _SHORTEST_FIRST


def _belongs(word: str, ending: str) -> bool:
    """Tell whether an ending that stands alone belongs to the word before it."""
    rows = half_space_rows()
    if ending in rows.plural:
        return len(word) >= _SHORTEST_BASE
    if ending in rows.comparative:
        return word in rows.adjectives
    if ending in rows.after_participle and word in rows.participles:
        return True
    if ending in rows.second_apart:
        return _leads(word, ending)
    silent = word.endswith(_HEH) and not word.endswith(_ALEF_HEH) and len(word) > _SHORTEST_BASE
    return ending in rows.after_heh and (silent or word in rows.heh)


def _spaced_compounds(folded: str) -> Iterator[int]:
    """Give the spaces of known compounds; where two of them overlap, those of the first and longest."""
    rows = half_space_rows()
    hits = sorted((last - len(form) + 1, -last, form) for last, form in rows.spaced.iter(folded))
    done = 0
    for start, negative_last, form in hits:
        end = 1 - negative_last
        rest = re.match(f"[{LETTERS}]*", folded[end : end + rows.longest])
        if start < done or not rest or (rest[0] and rest[0] not in rows.endings):
            continue
        if _glued(folded[start - 1 : start]) or _glued(folded[end + len(rest[0]) :][:1]):
            continue
        done = end
        yield from (start + at for at, letter in enumerate(form) if letter == " ")


def _glued(neighbour: str) -> bool:
    return neighbour == ZWNJ or neighbour.isalnum()
