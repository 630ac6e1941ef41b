"""Noun phrases: a head, what completes it, and a name («foreign minister» «of Iran» «Abbas Araghchi»).

Both languages put the head first, so one grammar reads both:

    phrase     := [office | organ | group] complement* title* name?  |  title* name [office complement*]
    complement := country | organ | organisation | place | «this country»
    name       := a person of the register | given name + unknown words | quoted unknown words after an office
"""

import re
from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rasad.grammar.atoms import ANAPHORS
from rasad.model import Mark, Span
from rasad.tokens import WORD

_TIGHT = re.compile("[\\s\u200c\u00ab\u00bb\"'\u201c\u201d\u2018\u2019()]*")
_COMMA = re.compile("[\\s\u200c\u00ab\u00bb\"'\u201c\u201d]*[،,][\\s\u200c\u00ab\u00bb\"'\u201c\u201d]*")
_OPENERS = "«\"“‘'’"
_CLOSERS = "»\"”’'"
_NAME_WORDS = 3
_STRANGE_WORDS = 2
"""Fewer unknown words than this behind a post may be anything."""


class Phrase(Struct, frozen=True):
    """A noun phrase: its span, its parts by kind, and the span of its name if it has one."""

    start: int
    end: int
    head: Mark
    office: Mark | None = None
    organ: Mark | None = None
    org: Mark | None = None
    group: Mark | None = None
    country: Mark | None = None
    place: Mark | None = None
    person: Mark | None = None
    name: Span | None = None
    host: Mark | None = None
    of_office: Mark | None = None
    also: Mark | None = None


class Sight(Struct, frozen=True):
    """What a phrase reader sees of one sentence: text, atoms, and the words that can never belong to a name.

    `everyday` tells whether the word at a span is in the dictionary and no family name, `strange` whether
    it is in none.
    """

    folded: str
    start: int
    end: int
    atoms: Sequence[Mark]
    closed: Sequence[Span]
    everyday: Callable[[Span], bool]
    strange: Callable[[Span], bool]


def read_phrases(sight: Sight) -> list[Phrase]:
    """Read the noun phrases of one sentence from left to right."""
    found: list[Phrase] = []
    number = 0
    while number < len(sight.atoms):
        phrase, number = _phrase(sight, number)
        if phrase is not None:
            found.append(phrase)
    return found


def _phrase(sight: Sight, number: int) -> tuple[Phrase | None, int]:
    atom = sight.atoms[number]
    if atom.kind in ("office", "organ", "group"):
        return _headed(sight, number)
    if atom.kind in ("title", "given", "person"):
        return _named(sight, number)
    if atom.kind in ("org", "country", "place"):
        return _plain(sight, number)
    if atom.kind == "grammar" and atom.cells["use"] == "place_noun":
        return _place(sight, number)
    if atom.kind == "grammar" and atom.cells["use"] in ANAPHORS:
        return Phrase(atom.start, atom.end, atom), number + 1
    return None, number + 1


def _place(sight: Sight, number: int) -> tuple[Phrase | None, int]:
    """Read a noun of place with its name: a known place, or a quoted word («شهر «حصوه»», «بلدة خان السبل»)."""
    noun = sight.atoms[number]
    if number + 1 < len(sight.atoms):
        atom = sight.atoms[number + 1]
        if atom.kind == "place" and _joins(sight, noun.end, atom.start) and not _governed(atom):
            return replace(Phrase(noun.start, atom.end, atom), place=atom), number + 2
        if (
            atom.kind == "country"
            and not atom.cells["use"].startswith("demonym")
            and _joins(sight, noun.end, atom.start)
        ):
            return None, number + 1
    quoted = _quoted_name(sight, noun.end)
    if quoted is not None:
        return Phrase(noun.start, quoted[1], noun, name=quoted[0]), _after(sight, number + 1, quoted[1])
    return None, number + 1


def _plain(sight: Sight, number: int) -> tuple[Phrase, int]:
    atom = sight.atoms[number]
    return replace(Phrase(atom.start, atom.end, atom), **{atom.kind: atom}), number + 1


def _headed(sight: Sight, number: int) -> tuple[Phrase, int]:
    """Read a phrase that begins with an office, organ or group."""
    head = sight.atoms[number]
    parts: dict[str, Mark] = {head.kind: head}
    end, number = _complements(sight, number + 1, head.end, parts)
    name, person, end, number = _following_name(sight, number, end, head)
    return Phrase(head.start, end, head, name=name, person=person, **parts), number


def _complements(sight: Sight, number: int, end: int, parts: dict[str, Mark]) -> tuple[int, int]:
    """Take the complements that follow a head into `parts`; give the new end and the next atom."""
    while number < len(sight.atoms):
        atom = sight.atoms[number]
        if "country" in parts and "also" not in parts and atom.kind == "country" and _and(sight, end, atom):
            parts["also"] = atom
            end, number = atom.end, number + 1
            continue
        if not _joins(sight, end, atom.start) and not (
            atom.kind == "country" and "country" not in parts and _one_word(sight, end, atom)
        ):
            break
        kind = atom.kind
        if kind == "grammar":
            use = atom.cells["use"]
            if use in ("this_country", "our_country") and "country" not in parts:
                kind = "country"
            elif use == "filler":
                end, number = atom.end, number + 1
                continue
            elif use == "host" and number + 1 < len(sight.atoms) and "country" in parts:
                place = sight.atoms[number + 1]
                if (
                    place.kind in ("country", "place", "org")
                    and _joins(sight, atom.end, place.start)
                    and "office" in parts
                ):
                    parts.setdefault("host", place)
                    end, number = place.end, number + 2
                    continue
                break
            else:
                break
        if (
            kind == "office"
            and "office" in parts
            and "of_office" not in parts
            and not _governed(atom)
            and not _own_name_next(sight, number)
        ):
            parts["of_office"] = atom
            end, number = atom.end, number + 1
            continue
        if kind in ("country", "organ", "org", "place") and kind not in parts and not _governed(atom):
            parts[kind] = atom
            end, number = atom.end, number + 1
            continue
        break
    return end, number


def _own_name_next(sight: Sight, number: int) -> bool:
    """Tell whether an office is followed by its own holder's name, so that it is no complement of another office."""
    return (
        number + 1 < len(sight.atoms)
        and sight.atoms[number + 1].kind == "person"
        and _joins(sight, sight.atoms[number].end, sight.atoms[number + 1].start)
    )


def _and(sight: Sight, end: int, atom: Mark) -> bool:
    """Tell whether only «and» joins a second country to the first («foreign ministers of India and Pakistan»)."""
    gap = sight.folded[end : atom.core[0]].replace("\u200c", " ").strip()
    return gap == "و" and not atom.cells.get("use", "").startswith("demonym")


def _one_word(sight: Sight, end: int, atom: Mark) -> bool:
    """Tell whether one unknown word, an adjective, stands between a head and its country («نیروهای ویژه آمریکا»)."""
    gap = [w.span() for w in WORD.finditer(sight.folded, end, atom.start)]
    if len(gap) != 1 or _governed(atom) or _closed(sight, gap[0][0]):
        return False
    return _joins(sight, end, gap[0][0]) and _joins(sight, gap[0][1], atom.start)


def _governed(atom: Mark) -> bool:
    """Tell whether an Arabic proclitic (and, in, to) cuts the atom off from what stands before it."""
    return atom.prefix not in ("", "ال") and atom.prefix != "لل"


def _joins(sight: Sight, end: int, start: int) -> bool:
    """Tell whether nothing but spaces and quotes stands between."""
    return start >= end and _TIGHT.fullmatch(sight.folded, end, start) is not None


def _following_name(sight: Sight, number: int, end: int, head: Mark) -> tuple[Span | None, Mark | None, int, int]:
    """Read the name that follows an office, organ or group phrase, if one does."""
    at = number
    stop = end
    while at < len(sight.atoms) and sight.atoms[at].kind == "title" and _joins(sight, stop, sight.atoms[at].start):
        stop, at = sight.atoms[at].end, at + 1
    if head.kind != "office":
        return None, None, end, number
    if at < len(sight.atoms):
        atom = sight.atoms[at]
        near = _joins(sight, stop, atom.start) or _COMMA.fullmatch(sight.folded, stop, atom.start) is not None
        if near and atom.kind == "person" and not _governed(atom):
            return atom.core, atom, _closing(sight, atom.end), at + 1
        if _joins(sight, stop, atom.start) and atom.kind == "given" and not _governed(atom):
            span, nxt = _name_run(sight, at, atom.core[0])
            if span is not None:
                return span, None, _closing(sight, span[1]), nxt
    quoted = _quoted_name(sight, stop)
    if quoted is not None:
        span, close = quoted
        return span, None, close, _after(sight, at, close)
    strange = _strange_name(sight, at, stop)
    if strange is not None:
        return strange, None, strange[1], _after(sight, at, strange[1])
    return None, None, end, number


def _strange_name(sight: Sight, number: int, at: int) -> Span | None:
    """Read two or three words that no dictionary knows, right behind a post, as its holder's name («تشي تشياجين»)."""
    start, end, words = at, at, 0
    for word in WORD.finditer(sight.folded, at, sight.end):
        left, right = word.span()
        atom = sight.atoms[number] if number < len(sight.atoms) else None
        known = atom is not None and atom.start < right
        if (
            not _joins(sight, end, left)
            or known
            or _closed(sight, left)
            or not sight.strange((left, right))
            or words == _NAME_WORDS
        ):
            break
        end, words = right, words + 1
        start = left if words == 1 else start
    return (start, end) if words >= _STRANGE_WORDS else None


def _closing(sight: Sight, end: int) -> int:
    """Take a closing quote that stands right behind a name into the phrase."""
    return end + 1 if end < sight.end and sight.folded[end] in _CLOSERS else end


def _after(sight: Sight, number: int, at: int) -> int:
    while number < len(sight.atoms) and sight.atoms[number].start < at:
        number += 1
    return number


def _quoted_name(sight: Sight, at: int) -> tuple[Span, int] | None:
    """Give the span of a short quoted name that opens right after `at`, and the end of its quotes."""
    text = sight.folded
    start = at
    while start < sight.end and text[start].isspace():
        start += 1
    if start >= sight.end or text[start] not in '«“"':
        return None
    close = next((i for i in range(start + 1, min(sight.end, start + 45)) if text[i] in '»”"'), None)
    if close is None:
        return None
    words = [w.span() for w in WORD.finditer(text, start + 1, close)]
    if not 1 <= len(words) <= 4 or all(sight.everyday(w) for w in words):
        return None
    return (start + 1, close), close + 1


def _name_run(sight: Sight, number: int, start: int) -> tuple[Span | None, int]:
    """Read a personal name that begins at `start`: known given names and up to three unknown words."""
    end = start
    words = 0
    at = number
    for word in WORD.finditer(sight.folded, start, sight.end):
        left, right = word.span()
        if words and not _TIGHT.fullmatch(sight.folded, end, left):
            break
        if words and any(c in '«»"“”()' for c in sight.folded[end:left]):
            break
        at = _after(sight, at, left)
        atom = sight.atoms[at] if at < len(sight.atoms) and sight.atoms[at].start <= left else None
        if words and atom is not None and atom.kind not in ("given", "person", "title"):
            break
        known = atom is not None and atom.kind in ("given", "person")
        if words and not known and sight.everyday((left, right)):
            break
        if words and (_closed(sight, left) or word.group().isdigit()):
            break
        if words > _NAME_WORDS or (words == _NAME_WORDS and atom is None and len(word.group()) > 3):
            break
        if words == _NAME_WORDS:
            break
        words += 1
        end = right
    if words < 2:
        return None, number + 1
    return (start, end), _after(sight, number, end)


def _closed(sight: Sight, at: int) -> bool:
    return any(start <= at < end for start, end in sight.closed)


def _named(sight: Sight, number: int) -> tuple[Phrase | None, int]:
    """Read a phrase that begins with a name, and the office that may follow it."""
    first = sight.atoms[number]
    at = number
    stop = first.start
    while (
        at < len(sight.atoms)
        and sight.atoms[at].kind == "title"
        and (at == number or _joins(sight, stop, sight.atoms[at].start))
    ):
        stop, at = sight.atoms[at].end, at + 1
    person: Mark | None = None
    name: Span | None = None
    if at < len(sight.atoms) and (at == number or _joins(sight, stop, sight.atoms[at].start)):
        atom = sight.atoms[at]
        if atom.kind == "person":
            person, name, stop, at = atom, atom.core, _closing(sight, atom.end), at + 1
        elif atom.kind == "given":
            name, at = _name_run(sight, at, atom.core[0])
            stop = _closing(sight, name[1]) if name else stop
    if name is None and first.kind == "title":
        name, at = _titled(sight, at, stop)
        stop = name[1] if name else stop
    if name is None:
        return None, max(at, number + 1)
    parts: dict[str, Mark] = {}
    end, at = _apposition(sight, at, stop, parts)
    return Phrase(first.start, end, first, name=name, person=person, **parts), at


def _titled(sight: Sight, number: int, at: int) -> tuple[Span | None, int]:
    """Read one unknown word after an honorific as a name («Mr Holtzmann»)."""
    word = WORD.search(sight.folded, at, sight.end)
    if (
        word is None
        or not _joins(sight, at, word.start())
        or _closed(sight, word.start())
        or sight.everyday(word.span())
    ):
        return None, number
    if number < len(sight.atoms) and sight.atoms[number].start <= word.start():
        return None, number
    return word.span(), _after(sight, number, word.end())


def _apposition(sight: Sight, number: int, end: int, parts: dict[str, Mark]) -> tuple[int, int]:
    """Take an office that follows a name («Peskov, spokesman of the Kremlin») into the phrase."""
    if number >= len(sight.atoms):
        return end, number
    atom = sight.atoms[number]
    near = _joins(sight, end, atom.start) or _COMMA.fullmatch(sight.folded, end, atom.start) is not None
    if not near or atom.kind != "office" or _governed(atom):
        return end, number
    parts["office"] = atom
    stop, after = _complements(sight, number + 1, atom.end, parts)
    if _own_name(sight, after, stop) and atom.cells["rank"] == "state":
        # The office belongs to the next name: «... Assad, foreign minister Mekdad ...».
        parts.clear()
        return end, number
    return stop, after


def _own_name(sight: Sight, number: int, end: int) -> bool:
    return (
        number < len(sight.atoms)
        and sight.atoms[number].kind in ("person", "given")
        and _joins(sight, end, sight.atoms[number].start)
    )
