"""Noun phrases: a head, what completes it, and a name («foreign minister» «of Iran» «Abbas Araghchi»).

Both languages put the head first, so one grammar reads both:

    phrase     := [office | organ | group] complement* title* name?  |  title* name [office complement*]
    complement := country | organ | organisation | place | «this country»
    name       := a person of the register | given name + unknown words | quoted unknown words after an office
"""

from itertools import zip_longest

from msgspec.structs import replace

from rasad.grammar.atoms import ANAPHORS
from rasad.grammar.complements import complements
from rasad.grammar.names import (
    COMMA,
    Phrase,
    Sight,
    after,
    closed,
    closing,
    governed,
    joins,
    kunya,
    name_run,
    quoted_name,
    strange_name,
    strange_place,
    titled,
)  # fmt: skip
from rasad.grammar.shared_posts import of_one_country, sharing_post
from rasad.model import Mark, Span
from rasad.tokens import WORD


def read_phrases(sight: Sight) -> list[Phrase]:
    """Read the noun phrases of one sentence from left to right."""
    found: list[Phrase] = []
    number = 0
    while number < len(sight.atoms):
        phrase, number = _phrase(sight, number)
        if phrase is not None:
            found.append(phrase)
    found = sharing_post(sight, found)
    return [of_one_country(sight, one, after) for one, after in zip_longest(found, found[1:])]


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
    if atom.kind == "grammar" and atom.cells["use"] in ("called", "group_called"):
        return _called(sight, number)
    if atom.kind == "grammar" and atom.cells["use"] in ANAPHORS:
        return Phrase(atom.start, atom.end, atom), number + 1
    return None, number + 1


def _place(sight: Sight, number: int) -> tuple[Phrase | None, int]:
    """Read a noun of place with its name: a known place, or a quoted word («شهر «حصوه»», «بلدة خان السبل»)."""
    noun = sight.atoms[number]
    if number + 1 < len(sight.atoms):
        atom = sight.atoms[number + 1]
        if atom.kind == "place" and joins(sight, noun.end, atom.start) and not governed(atom):
            return _with_country(sight, replace(Phrase(noun.start, atom.end, atom), place=atom), number + 2)
        if (
            atom.kind == "country"
            and not atom.cells["use"].startswith("demonym")
            and joins(sight, noun.end, atom.start)
        ):
            return None, number + 1
    quoted = quoted_name(sight, noun.end)
    if quoted is not None:
        return Phrase(noun.start, quoted[1], noun, name=quoted[0]), after(sight, number + 1, quoted[1])
    strange = strange_place(sight, number + 1, noun)
    if strange is not None:
        return Phrase(noun.start, strange[1], noun, name=strange), after(sight, number + 1, strange[1])
    return None, number + 1


def _called(sight: Sight, number: int) -> tuple[Phrase | None, int]:
    """Read the name behind «a man called»: a known one, quoted words, or unknown words."""
    head = sight.atoms[number]
    if number + 1 < len(sight.atoms) and joins(sight, head.end, sight.atoms[number + 1].start):
        atom = sight.atoms[number + 1]
        if atom.kind == "person":
            return Phrase(head.start, closing(sight, atom.end), head, person=atom, name=atom.core), number + 2
        if atom.kind == "given":
            span, after_it = name_run(sight, number + 1, atom.core[0])
            span = span or atom.core
            return Phrase(head.start, closing(sight, span[1]), head, name=span), max(after_it, number + 2)
    quoted = quoted_name(sight, head.end)
    if quoted is not None:
        return Phrase(head.start, quoted[1], head, name=quoted[0]), after(sight, number + 1, quoted[1])
    span, following = kunya(sight, number + 1, head.end)
    if span is None:
        span, following = titled(sight, number + 1, head.end)
    return (Phrase(head.start, span[1], head, name=span) if span else None), max(following, number + 1)


def _plain(sight: Sight, number: int) -> tuple[Phrase, int]:
    """Read a name that stands alone; a seat may be said of another country («the Congress of this country»)."""
    atom = sight.atoms[number]
    if atom.kind == "country" and atom.cells["use"].startswith("demonym"):
        named = _national(sight, number)
        if named is not None:
            return named
    phrase = replace(Phrase(atom.start, atom.end, atom), **{atom.kind: atom})
    if atom.cells.get("use") == "seat" and number + 1 < len(sight.atoms):
        other = sight.atoms[number + 1]
        if joins(sight, atom.end, other.start) and other.cells.get("use") in _CALLED_LAND:
            return replace(phrase, end=other.end, country=other), number + 2
    return _with_country(sight, phrase, number + 1)


def _with_country(sight: Sight, phrase: Phrase, number: int) -> tuple[Phrase, int]:
    """Take the country that says where a town lies into its phrase: «درنة الليبية», «بیروت، پایتخت لبنان»."""
    if phrase.head.kind == "place" and number < len(sight.atoms) and sight.atoms[number].start in sight.of_towns:
        return replace(phrase, end=sight.atoms[number].end), number + 1
    noun, state = (*sight.atoms[number : number + 2], None, None)[:2]
    town = phrase.head.kind == "place" or phrase.head.cells.get("use") == "capital"
    if not town or noun is None or state is None or noun.cells.get("use") != "capital" or noun.kind != "grammar":
        return phrase, number
    beside = joins(sight, phrase.end, noun.start) or COMMA.fullmatch(sight.folded, phrase.end, noun.start) is not None
    named = state.kind == "country" or state.cells.get("use") in _CALLED_LAND
    if beside and named and joins(sight, noun.end, state.start) and not governed(state):
        return replace(phrase, end=state.end), number + 2
    return phrase, number


def _national(sight: Sight, number: int) -> tuple[Phrase, int] | None:
    """Read somebody's nationality with the name behind it: «التونسي محمد بوهلال»."""
    adjective = sight.atoms[number]
    if number + 1 >= len(sight.atoms) or not joins(sight, adjective.end, sight.atoms[number + 1].start):
        return None
    atom = sight.atoms[number + 1]
    if governed(atom) or atom.kind not in ("person", "given") or atom.cells.get("use", "full") not in _OWN_NAMES:
        return None
    if atom.kind == "person":
        name, following = atom.core, number + 2
    else:
        span, following = name_run(sight, number + 1, atom.core[0])
        if span is None:
            return None
        name = span
    person = atom if atom.kind == "person" else None
    end = closing(sight, name[1])
    return Phrase(adjective.start, end, adjective, country=adjective, name=name, person=person), following


def _headed(sight: Sight, number: int) -> tuple[Phrase, int]:
    """Read a phrase that begins with an office, organ or group."""
    head = sight.atoms[number]
    parts: dict[str, Mark] = {head.kind: head}
    end, number = complements(sight, number + 1, head.end, parts)
    if head.kind != "office":
        end, number = _owner(sight, number, end, parts, head)
    name, person, end, number = _following_name(sight, number, end, head)
    return Phrase(head.start, end, head, name=name, person=person, **parts), number


def _owner(sight: Sight, number: int, end: int, parts: dict[str, Mark], head: Mark) -> tuple[int, int]:
    """Take the person whose organ it is into the phrase («the Obama administration», «نظام الأسد»)."""
    if number >= len(sight.atoms) or len(parts) > 1 or head.prefix.endswith("ال"):
        return end, number
    if head.cells.get("sector") == "JRN":
        return end, number  # «بنابر گزارش رسانه‌های دولتی [رافائل گروسی] ...»: nobody's media
    atom = sight.atoms[number]
    if atom.kind != "person" or governed(atom) or not joins(sight, end, atom.start):
        return end, number
    parts["owner"] = atom
    return closing(sight, atom.end), number + 1


def _following_name(sight: Sight, number: int, end: int, head: Mark) -> tuple[Span | None, Mark | None, int, int]:
    """Read the name that follows an office, organ or group phrase, if one does."""
    at = number
    stop = end
    while at < len(sight.atoms) and sight.atoms[at].kind == "title" and joins(sight, stop, sight.atoms[at].start):
        stop, at = sight.atoms[at].end, at + 1
    if head.kind != "office":
        return None, None, end, number
    if at < len(sight.atoms):
        atom = sight.atoms[at]
        near = joins(sight, stop, atom.start) or COMMA.fullmatch(sight.folded, stop, atom.start) is not None
        if near and atom.kind == "person" and not governed(atom):
            return atom.core, atom, closing(sight, atom.end), at + 1
        if joins(sight, stop, atom.start) and atom.kind == "given" and not governed(atom):
            span, nxt = name_run(sight, at, atom.core[0])
            if span is not None:
                return span, None, closing(sight, span[1]), nxt
    quoted = quoted_name(sight, stop)
    if quoted is not None:
        span, close = quoted
        return span, None, close, after(sight, at, close)
    abu, following = kunya(sight, at, stop)
    if abu is not None:
        return abu, None, abu[1], following
    strange = strange_name(sight, at, stop)
    if strange is not None:
        return strange, None, strange[1], after(sight, at, strange[1])
    return _beyond(sight, at, stop, head) or (None, None, end, number)


_CALLED_LAND = ("this_country", "that_country", "own_country")
_OWN_NAMES = ("full", "short")
"""Names by which somebody is known alone; weak ones may be anybody's."""
_BODY = 4
"""Words of a body that no row knows, between its head's post and name."""


def _beyond(sight: Sight, number: int, end: int, head: Mark) -> tuple[Span, Mark | None, int, int] | None:
    """Read the name behind unknown words that tell of what somebody is head («رئيس حزب البديل مهدي جمعة»)."""
    if number >= len(sight.atoms) or (head.cells["rank"] == "state" and not head.cells["office"].endswith("leader")):
        return None
    atom = sight.atoms[number]
    words = [w.span() for w in WORD.finditer(sight.folded, end, atom.start)]
    if not 1 <= len(words) <= _BODY or governed(atom) or any(closed(sight, start) for start, _ in words):
        return None
    edges = zip([end, *(stop for _, stop in words)], [*(start for start, _ in words), atom.start], strict=True)
    last = COMMA.fullmatch(sight.folded, words[-1][1], atom.start) is not None
    if not all(joins(sight, *edge) for edge in [*edges][: -1 if last else None]):
        return None
    if atom.kind == "person" and atom.cells["use"] == "full":
        return atom.core, atom, closing(sight, atom.end), number + 1
    if atom.kind != "given":
        return None
    span, following = name_run(sight, number, atom.core[0])
    return (span, None, closing(sight, span[1]), following) if span is not None else None


def _named(sight: Sight, number: int) -> tuple[Phrase | None, int]:
    """Read a phrase that begins with a name, and the office that may follow it."""
    first = sight.atoms[number]
    at = number
    stop = first.start
    while (
        at < len(sight.atoms)
        and sight.atoms[at].kind == "title"
        and (at == number or joins(sight, stop, sight.atoms[at].start))
    ):
        stop, at = sight.atoms[at].end, at + 1
    person: Mark | None = None
    name: Span | None = None
    if at < len(sight.atoms) and (at == number or joins(sight, stop, sight.atoms[at].start)):
        atom = sight.atoms[at]
        if atom.kind == "person":
            person, name, stop, at = atom, atom.core, closing(sight, atom.end), at + 1
        elif atom.kind == "given":
            name, at = name_run(sight, at, atom.core[0])
            stop = closing(sight, name[1]) if name else stop
    if name is None and first.kind == "title":
        name, at = titled(sight, at, stop)
        stop = name[1] if name else stop
    if name is None:
        return None, max(at, number + 1)
    parts: dict[str, Mark] = {}
    end, at = _apposition(sight, at, stop, parts)
    return Phrase(first.start, end, first, name=name, person=person, **parts), at


def _apposition(sight: Sight, number: int, end: int, parts: dict[str, Mark]) -> tuple[int, int]:
    """Take an office that follows a name («Peskov, spokesman of the Kremlin») into the phrase."""
    if number >= len(sight.atoms):
        return end, number
    atom = sight.atoms[number]
    near = joins(sight, end, atom.start) or COMMA.fullmatch(sight.folded, end, atom.start) is not None
    if not near or atom.kind != "office" or governed(atom):
        return end, number
    parts["office"] = atom
    stop, after = complements(sight, number + 1, atom.end, parts)
    if _own_name(sight, after, stop) and atom.cells["rank"] == "state":
        # The office belongs to the next name: «... Assad, foreign minister Mekdad ...».
        parts.clear()
        return end, number
    return stop, after


def _own_name(sight: Sight, number: int, end: int) -> bool:
    return (
        number < len(sight.atoms)
        and sight.atoms[number].kind in ("person", "given")
        and joins(sight, end, sight.atoms[number].start)
    )
