"""Names and the joints between the parts of a noun phrase: what stands tight, where a name ends."""

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from rasad.grammar.name_nouns import needs, words_of
from rasad.grammar.view import View
from rasad.model import Mark, Span
from rasad.packs.sounds import is_joint
from rasad.tokens import WORD

TIGHT = re.compile("[\\s\u200c\u00ab\u00bb\"'\u201c\u201d\u2018\u2019()]*")
COMMA = re.compile("[\\s\u200c\u00ab\u00bb\"'\u201c\u201d]*[،,][\\s\u200c\u00ab\u00bb\"'\u201c\u201d]*")
_OPENERS = "«\"“‘'’"
_CLOSERS = "»\"”’'"
_NAME_WORDS = 3
_SHORTEST_PLACE = 4
"""Letters of a place that nobody knows."""
_OF = "ی"
_QUOTED = 4
"""Words of a name in quotation marks; twice as many where fathers are named, too."""
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
    third: Mark | None = None
    owner: Mark | None = None
    """The person whose organ it is: «دولت اوباما»."""
    several: Mark | None = None
    """«The two countries», of which it is said: «وزرای خارجه دو کشور»."""
    own: Mark | None = None
    """«Their», of the country last named: «سفیر خود»."""


class Reading(Struct, frozen=True):
    """The phrases of one sentence and what was marked at their places; `opening` is where its dateline ends."""

    view: View
    opening: int
    phrases: tuple[Phrase, ...]
    people: dict[Span, list[Mark]]
    places: dict[Span, Mark]


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
    lang: str = ""
    common: frozenset[int] = frozenset()
    """Where everyday words end that no other row knows."""
    of_towns: frozenset[int] = frozenset()
    """Where countries start that only say where a town lies."""


def governed(atom: Mark) -> bool:
    """Tell whether an Arabic proclitic (and, in, to) cuts the atom off from what stands before it."""
    return atom.prefix not in ("", "ال") and atom.prefix != "لل"


def joins(sight: Sight, end: int, start: int) -> bool:
    """Tell whether nothing but spaces and quotes stands between."""
    return start >= end and TIGHT.fullmatch(sight.folded, end, start) is not None


def closing(sight: Sight, end: int) -> int:
    """Take a closing quote that stands right behind a name into the phrase."""
    return end + 1 if end < sight.end and sight.folded[end] in _CLOSERS else end


def after(sight: Sight, number: int, at: int) -> int:
    while number < len(sight.atoms) and sight.atoms[number].start < at:
        number += 1
    return number


def closed(sight: Sight, at: int) -> bool:
    return any(start <= at < end for start, end in sight.closed)


def quoted_name(sight: Sight, at: int) -> tuple[Span, int] | None:
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
    most = _QUOTED + (_QUOTED if any(text[s:e] in words_of(sight.lang, "son") for s, e in words) else 0)
    if not 1 <= len(words) <= most or all(sight.everyday(w) for w in words):
        return None
    return (start + 1, close), close + 1


def strange_name(sight: Sight, number: int, at: int) -> Span | None:
    """Read two or three words that no dictionary knows, right behind a post, as its holder's name («تشي تشياجين»)."""
    start, end, words = at, at, 0
    for word in WORD.finditer(sight.folded, at, sight.end):
        left, right = word.span()
        atom = sight.atoms[number] if number < len(sight.atoms) else None
        known = atom is not None and atom.start < right
        if (
            not joins(sight, end, left)
            or known
            or closed(sight, left)
            or not sight.strange((left, right))
            or words == _NAME_WORDS
        ):
            break
        end, words = right, words + 1
        start = left if words == 1 else start
    return (start, end) if words >= _STRANGE_WORDS else None


def _only_known(sight: Sight, noun: Mark) -> bool:
    """Tell whether every place that a noun heads is known («استان»), so that a strange word behind it is none."""
    return needs(sight.lang).get(sight.folded[slice(*noun.core)]) == "known"


def strange_place(sight: Sight, number: int, noun: Mark) -> Span | None:
    """Read one or two words that no dictionary knows, right behind a noun of place, as its name («بلدة [ترمانين]»)."""
    start, end = noun.end, noun.end
    if noun.suffix or noun.prefix.endswith(tuple(words_of("ar", "article"))) or _only_known(sight, noun):
        return None
    for word in list(WORD.finditer(sight.folded, noun.end, sight.end))[:_STRANGE_WORDS]:
        left, right = word.span()
        known = number < len(sight.atoms) and sight.atoms[number].start < right
        if not joins(sight, end, left) or known or closed(sight, left) or not sight.strange((left, right)):
            break
        if sight.lang == "fa" and sight.folded[right - 1] == _OF:
            break  # «منطقه عشایری»: an adjective
        start, end = (left if end == noun.end else start), right
    return (start, end) if end > noun.end and end - start >= _SHORTEST_PLACE else None


def kunya(sight: Sight, number: int, at: int) -> tuple[Span | None, int]:
    """Read a name that begins with «abu»: that word and the next, with a third that has the article."""
    words = [w.span() for w, _ in zip(WORD.finditer(sight.folded, at, sight.end), range(3), strict=False)]
    known = sight.atoms[number].start if number < len(sight.atoms) else sight.end
    if len(words) < 2 or not joins(sight, at, words[0][0]) or not is_joint(sight.folded[slice(*words[0])]):
        return None, number
    if not joins(sight, words[0][1], words[1][0]) or closed(sight, words[1][0]) or known <= words[0][0]:
        return None, number
    end = words[1][1]
    if len(words) > 2 and joins(sight, end, words[2][0]) and known > words[2][0] and not closed(sight, words[2][0]):
        end = words[2][1] if sight.folded.startswith("ال", words[2][0]) else end
    return (words[0][0], end), after(sight, number, end)


def name_run(sight: Sight, number: int, start: int) -> tuple[Span | None, int]:
    """Read a personal name that begins at `start`: known given names and up to three unknown words."""
    end = start
    words = 0
    at = number
    child = False
    for word in WORD.finditer(sight.folded, start, sight.end):
        left, right = word.span()
        if words and not TIGHT.fullmatch(sight.folded, end, left):
            break
        if words and any(c in '«»"“”()' for c in sight.folded[end:left]):
            break
        at = after(sight, at, left)
        if words and sight.lang == "fa" and (child or word.group() in words_of("fa", "son")):
            words, end, child = max(words, 1 + child), right, not child  # «محمد بن عبدالعزیز»
            continue
        atom = sight.atoms[at] if at < len(sight.atoms) and sight.atoms[at].start <= left else None
        if words and atom is not None and atom.kind not in ("given", "person", "title"):
            break
        known = atom is not None and atom.kind in ("given", "person")
        if words and not known and sight.everyday((left, right)):
            if words == 1 and not closed(sight, left) and _explained(sight, at, right):
                words, end = 2, right  # «داود [وحدت]، افسر نظامی»
            break
        if words and (closed(sight, left) or word.group().isdigit()):
            break
        if words == _NAME_WORDS:
            break
        words += 1
        end = right
    if words < 2:
        return None, number + 1
    return (start, end), after(sight, number, end)


def _explained(sight: Sight, number: int, end: int) -> bool:
    """Tell whether a comma and what somebody is follow a name, so that an everyday word may end it."""
    comma = COMMA.match(sight.folded, end, sight.end)
    if sight.lang != "fa" or comma is None:
        return False
    atom = next((a for a in sight.atoms[number : number + 2] if a.start >= end), None)
    return atom is not None and atom.start == comma.end() and atom.kind == "office"


def titled(sight: Sight, number: int, at: int) -> tuple[Span | None, int]:
    """Read one unknown word after an honorific as a name («Mr Holtzmann»)."""
    word = WORD.search(sight.folded, at, sight.end)
    if word is None or not joins(sight, at, word.start()) or closed(sight, word.start()) or sight.everyday(word.span()):
        return None, number
    if number < len(sight.atoms) and sight.atoms[number].start <= word.start():
        return None, number
    return word.span(), after(sight, number, word.end())
