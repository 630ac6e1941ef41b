"""Where half-spaces are missing in Persian text, told by the rows of `fa/halfspaces.tsv` and `fa/repair.tsv`."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import ahocorasick
from msgspec import Struct

from rasad.model import Span
from rasad.packs.persian_words import known_words, names
from rasad.packs.rows import read_rows
from rasad.spacing import LETTERS
from rasad.tokens import ZWNJ, fold

# After these a joined word looks as it should; a half-space would change nothing but the bytes.
_NOT_JOINING = frozenset("اآأإدذرزژوؤةء")
# The personal endings of the language's two stems; the bare past stem is the third person.
_PRESENT_ENDINGS = ("م", "ی", "د", "یم", "ید", "ند")
_PAST_ENDINGS = ("", "م", "ی", "یم", "ید", "ند", "ه")
_ENDINGS = (
    "plural", "comparative", "after_heh", "after_participle", "after_participle_joined", "after_person", "after_silent",
    "second_apart", "second",
)  # fmt: skip
# Those that stand apart where the half-space became a space.
_APART = ("plural", "comparative", "after_heh", "after_participle", "second_apart")
_THIRD_PERSON = "د"
_YEH, _VAV = "ی", "و"
_SUPERLATIVE = "ترین"
_HEH = "ه"
_ALEF_HEH = "اه"
# What is shorter before an ending is no word but a part of one.
_SHORTEST_BASE = 2
# A part of a compound is a word of this length or longer; shorter ones are letters by chance.
_SHORTEST_FIRST = 3
# The shortest word that can lack a half-space: mi and a stem of two letters.
_SHORTEST_WORD = 4
_WORD = re.compile(f"[{LETTERS}]{{{_SHORTEST_WORD},}}")
# Words seen again and again: a million pages have some 100,000 forms, of which half the text uses the first thousand.
_REMEMBERED = 1 << 16


class _Rows(Struct, frozen=True):
    """The rows, folded, so that a word is found in any of its spellings."""

    plural: tuple[str, ...]
    comparative: tuple[str, ...]
    after_heh: tuple[str, ...]
    after_participle: tuple[str, ...]
    after_participle_joined: tuple[str, ...]
    after_person: tuple[str, ...]
    after_silent: tuple[str, ...]
    second_apart: tuple[str, ...]
    second: tuple[str, ...]
    endings: frozenset[str]
    finite: frozenset[str]
    participles: frozenset[str]
    heh: frozenset[str]
    adjectives: frozenset[str]
    keep: frozenset[str]
    joined: dict[str, tuple[int, ...]]
    longest: int
    verb: re.Pattern[str]
    spaced_verb: re.Pattern[str]
    spaced_ending: re.Pattern[str]
    spaced: ahocorasick.Automaton


def inside_words(folded: str) -> Iterator[int]:
    """Give the places in a folded text where a half-space is missing inside a joined word («میکند», «رسانههای»)."""
    for word in _WORD.finditer(folded):
        start, end = word.span()
        if folded[end : end + 1] == ZWNJ:
            continue
        whole = folded[start - 1 : start] != ZWNJ
        for place in _missing(word[0], whole):
            yield start + place


def for_spaces(folded: str) -> Iterator[int]:
    """Give the places of spaces that should be half-spaces («می کند», «رسانه های», «آتش بس»)."""
    rows = _rows()
    for verb in rows.spaced_verb.finditer(folded):
        if verb[1] in rows.finite:
            yield verb.start(1) - 1
    for ending in rows.spaced_ending.finditer(folded):
        if _belongs(ending["word"], ending["ending"]):
            yield ending.start("ending") - 1
    yield from _spaced_compounds(folded)


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
    return _automaton(name for name in names() if [*inside_words(name), *for_spaces(name)])


@lru_cache(_REMEMBERED)
def _missing(word: str, whole: bool) -> tuple[int, ...]:
    """Give the places inside a word; the last part of a word with a half-space may only lack one before its ending."""
    if word in _rows().keep:
        return ()
    places = _inside(word) if whole else ()
    last = places[-1] if places else 0
    return (*places, *(last + place for place in _endings(word[last:])))


def _inside(word: str) -> tuple[int, ...]:
    rows = _rows()
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
    rows = _rows()
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
    rows = _rows()
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
    if len(base) < _SHORTEST_FIRST or base[-1] in _NOT_JOINING or base not in known_words():
        return False
    if ending not in _rows().after_person:
        return True
    # «گریاند» is a verb of its own and not «گری» with an ending.
    stem = f"{base}{_THIRD_PERSON}" in _rows().finite
    return len(base) > _SHORTEST_FIRST and not stem and (base[-1] == _YEH or _is_silent(base))


def _is_silent(word: str) -> bool:
    """Tell whether the he at the end of a word is silent: after alef and vav it mostly is not."""
    return word in _rows().heh or (word[-1] == _HEH and word[-2:-1] not in ("ا", _VAV))


def _takes(base: str, ending: str) -> bool:
    """Tell whether a base takes a plural or a comparative with a half-space."""
    if len(base) < _SHORTEST_BASE or base[-1] in _NOT_JOINING:
        return False
    rows = _rows()
    if ending in rows.plural or base in rows.adjectives:
        return True
    return ending.startswith(_SUPERLATIVE) and len(base) >= _SHORTEST_FIRST


def _belongs(word: str, ending: str) -> bool:
    """Tell whether an ending that stands alone belongs to the word before it."""
    rows = _rows()
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
    rows = _rows()
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


@cache
def _rows() -> _Rows:
    forms: dict[str, list[str]] = {}
    for row in read_rows("fa/repair.tsv"):
        forms.setdefault(row["kind"], []).append(fold(row["form"]))
    longest_first = {kind: tuple(sorted(set(found), key=lambda f: (-len(f), f))) for kind, found in forms.items()}
    compounds = [(fold(row["form"]), row["spaced"] == "yes") for row in read_rows("fa/halfspaces.tsv")]
    joined = {form.replace(ZWNJ, ""): places for form, _ in compounds if (places := _places(form))}
    preverbs, mi = "|".join(longest_first["preverb"]), "|".join(longest_first["mi"])
    apart = [ending for kind in _APART for ending in longest_first[kind]]
    return _Rows(
        **{kind: longest_first[kind] for kind in _ENDINGS},
        endings=frozenset(longest_first["ending"] + longest_first["plural"]),
        finite=frozenset(_finite(forms)),
        participles=frozenset(
            before + stem + _HEH for stem in forms["past"] for before in ("", "ن", *longest_first["preverb"])
        ),
        heh=frozenset(forms["heh"]),
        adjectives=frozenset(spelling for form in forms["adjective"] for spelling in (form, form.replace(ZWNJ, ""))),
        keep=frozenset(form.replace(ZWNJ, "") for form in forms["keep"]),
        joined=joined,
        longest=max(map(len, joined)),
        verb=re.compile(f"((?:{preverbs})?(?:{mi}))(.+)"),
        spaced_verb=re.compile(rf"(?<![\w{ZWNJ}])(?<!\d )(?:{preverbs})?(?:{mi}) ([{LETTERS}]+)(?![\w{ZWNJ}])"),
        spaced_ending=re.compile(
            rf"(?<![{LETTERS}{ZWNJ}])"
            rf"(?=(?P<word>[{LETTERS}{ZWNJ}]+) (?P<ending>{'|'.join(apart)})(?![\w{ZWNJ}]))(?P=word)"
        ),
        spaced=_automaton(form.replace(ZWNJ, " ") for form, spaced in compounds if spaced),
    )


def _places(form: str) -> tuple[int, ...]:
    """Give the places in the joined form where a half-space shows."""
    places, at = [], 0
    for part in form.split(ZWNJ)[:-1]:
        at += len(part)
        if part[-1] not in _NOT_JOINING:
            places.append(at)
    return tuple(places)


def _finite(forms: dict[str, list[str]]) -> Iterator[str]:
    yield from forms["form"]
    yield from (stem + ending for stem in forms["present"] for ending in _PRESENT_ENDINGS)
    yield from (stem + ending for stem in forms["past"] for ending in _PAST_ENDINGS)


def _automaton(forms: Iterator[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for form in forms:
        automaton.add_word(form, form)
    automaton.make_automaton()
    return automaton
