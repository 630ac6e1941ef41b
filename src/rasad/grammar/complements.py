"""What completes the head of a noun phrase: whose post, organ or crowd it is, and where an envoy is posted."""

from functools import cache
from itertools import pairwise

from rasad.grammar.names import Sight, closed, governed, joins
from rasad.model import Mark
from rasad.packs.rows import read_rows
from rasad.tokens import WORD, fold

_WHERE = frozenset({"country", "place"})
_COMPLEMENTS = ("country", "organ", "org", "place", "several", "own")
_POSTED = ("ambassador", "consul", "charge", "attache", "representative", "envoy", "delegate", "rapporteur", "office")
"""Posts that are held somewhere («the ambassador of Iran in Moscow»); of others the place is where it happens."""
_ADJECTIVES = 3
_AND = "و"
_GOVERNED = ("بال", "لل", "کال", "وال", "فال")
"""How Arabic words begin that a preposition or «and» is written to: no adjective of the head before them."""
_OF = "ی"
_MORE = ("also", "third")

Step = tuple[int, int]
"""The new end of the phrase and the number of the next atom."""


def complements(sight: Sight, number: int, end: int, parts: dict[str, Mark]) -> Step:
    """Take the complements that follow a head into `parts`."""
    while number < len(sight.atoms):
        step = _listed(sight, number, end, parts) or _next(sight, number, end, parts)
        if step is None:
            break
        end, number = step
    return end, number


def _next(sight: Sight, number: int, end: int, parts: dict[str, Mark]) -> Step | None:
    """Take the next complement, if the next atom is one."""
    atom = sight.atoms[number]
    post = "office" in parts or "organ" in parts
    behind_adjective = _WHERE.isdisjoint(parts) and atom.kind in _WHERE and _behind_adjectives(sight, end, atom, post)
    if not joins(sight, end, atom.start) and not behind_adjective:
        return None
    kind = _part(atom, parts)
    if kind == "organ" and atom.suffix and atom.suffix in indefinite_objects():
        return None  # «استقبل الرئيس وفدا»: what is received, and no body of his
    if kind == "place" and "country" in parts and sight.lang == "fa":
        return None  # «جنگنده‌های اسرائیل [شهر صور] را هدف قرار دادند»
    if kind == "filler":
        return atom.end, number + 1
    if kind == "host":
        return _host(sight, number, parts)
    of_office = kind == "office" and "office" in parts and not _own_name_next(sight, number)
    if of_office:
        kind = "of_office"
    if (kind in _COMPLEMENTS or of_office) and kind not in parts and not governed(atom):
        parts[kind] = atom
        return atom.end, number + 1
    return None


@cache
def indefinite_objects() -> frozenset[str]:
    """Give the endings of an indefinite object, which belongs to no head before it."""
    rows = [row for lang in ("fa", "ar") for row in read_rows(f"{lang}/affixes.tsv")]
    ending = ("noun", "suffix", "accusative")
    return frozenset(fold(row["form"]) for row in rows if (row["morph"], row["side"], row["feature"]) == ending)


def _part(atom: Mark, parts: dict[str, Mark]) -> str:
    """Tell as what an atom may complete the phrase."""
    if atom.kind != "grammar":
        return atom.kind
    use = atom.cells["use"]
    if use in ("this_country", "that_country", "own_country", "our_country", "this_regime") and "country" not in parts:
        return "country"
    if use in ("both_countries", "three_countries") and "country" not in parts:
        return "several"
    if use == "capital":
        return "filler"  # «شهردار پایتخت تاجیکستان»
    return use if use in ("own", "filler", "host") else ""


def _host(sight: Sight, number: int, parts: dict[str, Mark]) -> Step | None:
    """Take «in Moscow» of an envoy into the phrase."""
    if number + 1 >= len(sight.atoms) or "country" not in parts or "office" not in parts:
        return None
    place = sight.atoms[number + 1]
    posted = any(name in parts["office"].cells["office"] for name in _POSTED)
    if not posted or place.kind not in ("country", "place", "org"):
        return None
    if not joins(sight, sight.atoms[number].end, place.start):
        return None
    parts.setdefault("host", place)
    return place.end, number + 2


def _listed(sight: Sight, number: int, end: int, parts: dict[str, Mark]) -> Step | None:
    """Take the other countries of a list: «of India and Pakistan», «of Iran, Russia and Turkey»."""
    if "country" not in parts or "also" in parts:
        return None
    found: list[Mark] = []
    ends = 0
    for atom in sight.atoms[number : number + len(_MORE)]:
        gap = sight.folded[end : atom.core[0]].replace("\u200c", " ").strip()
        if atom.kind != "country" or gap not in ("و", "وال", "،", "، و") or not _fits(atom, parts):
            break
        found.append(atom)
        end = atom.end
        ends = ends if gap == "،" else len(found)
    if not ends:
        return None
    parts.update(zip(_MORE, found[:ends], strict=False))
    return found[ends - 1].end, number + ends


def _fits(atom: Mark, parts: dict[str, Mark]) -> bool:
    """Tell whether a country may be one of several: an adjective only where the head is plural («الرئيسان»)."""
    if not atom.cells.get("use", "").startswith("demonym"):
        return True
    office = parts.get("office")
    if office is None:
        return "group" in parts
    return "group" in parts or bool(office.suffix) or office.cells["office"].endswith("s") or _is_counterpart(office)


def _is_counterpart(office: Mark) -> bool:
    return office.cells["office"] == "counterpart"


def _own_name_next(sight: Sight, number: int) -> bool:
    """Tell whether an office is followed by its own holder's name, so that it is no complement of another office."""
    return (
        number + 1 < len(sight.atoms)
        and sight.atoms[number + 1].kind == "person"
        and joins(sight, sight.atoms[number].end, sight.atoms[number + 1].start)
    )


def _adjective(sight: Sight, end: int) -> bool:
    """Tell whether a Persian word is a common adjective by its ending, and no verb («سیاسی», «نظامی»)."""
    return sight.lang == "fa" and sight.folded[end - 1] == _OF and end in sight.common


def _parted(sight: Sight, at: int, atom: Mark) -> bool:
    """Tell whether an Arabic nationality is of the noun between, not of men: «محتجين بعثات [سعودية]»."""
    head = sight.folded[:at].rstrip().rsplit(" ", 1)[-1]
    woman = sight.folded[slice(*atom.core)].endswith("ه") or atom.suffix == "ه"
    return head.endswith(("ین", "ون")) and woman and atom.cells.get("use", "").startswith("demonym")


def _is_name(atom: Mark) -> bool:
    """Tell whether a state is named and no nationality: no Arabic adjective stands between a noun and its owner."""
    return atom.kind == "country" and not atom.cells.get("use", "").startswith("demonym")


def _behind_adjectives(sight: Sight, end: int, atom: Mark, post: bool) -> bool:
    """Tell whether only adjectives, words no row knows, stand between a head and its country («نیروهای ویژه آمریکا»).

    One as a rule; in Persian up to three behind a post, and a pair behind a crowd («مردم مظلوم و بی‌دفاع غزه»).
    """
    gap = [w.span() for w in WORD.finditer(sight.folded, end, atom.start)]
    ands = [n for n, (start, stop) in enumerate(gap) if sight.folded[start:stop] == _AND]
    words = [w for n, w in enumerate(gap) if n not in ands]
    most = _ADJECTIVES if sight.lang == "fa" and (post or ands) else 1
    if (
        not 1 <= len(words) <= most
        or governed(atom)
        or any(closed(sight, start) and not _adjective(sight, stop) for start, stop in words)
    ):
        return False
    if ands and (ands[0] == 0 or ands[-1] == len(gap) - 1 or len(ands) > 1):
        return False
    if sight.lang == "ar" and any(sight.folded.startswith(_GOVERNED, start) for start, _ in words):
        return False  # «أشاد رئيس الجمهورية بالمساعدات الإيطالية»: the aid is Italian, and not the president
    if sight.lang == "ar" and (_parted(sight, words[0][0], atom) or _is_name(atom)):
        return False
    edges = pairwise([end, *(at for word in gap for at in word), atom.start])
    return all(joins(sight, *edge) for edge in [*edges][::2])
