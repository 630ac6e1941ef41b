"""How alike two parties, or two lists of them, are."""

from collections.abc import Sequence
from functools import lru_cache

from rasad.fuse.events import PartyKey, ReportKey
from rasad.fuse.stems import skeleton
from rasad.tokens import WORD, fold

# How alike two parties are that share a country. One page's rebels are another page's terrorists.
SAME, STATE_ORGANS, GROUPS, STATE_AND_ITS_OWN, LOOSE = 1.0, 0.85, 0.7, 0.6, 0.3
SAME_WORD = 0.5
"""Two parties that are called the same by a word for many: "soldiers", "the judge", "a ministry" of no country."""
_CROWD = "group:"
_MANY = ("office:", "organ:", "group:")
"""How the ids of parties begin that are named by a post or a noun."""
SAME_SOUND = 0.8
"""Two people whom the register does not know, and whose names have the same consonants in two spellings."""
LONE_GUEST, LONE_PARTY = 0.5, 0.7
"""What the parties count at most when the reports share a single one: he meets many, it does much."""
SIDES = 0.8
"""What parties count when they agree only with the sides left open: who hit whom is often read the wrong way round."""
UNTOLD = 0.3
"""What a side counts that only one of the reports names: leaving out the victim is no likeness, but no conflict."""

Pairs = list[tuple[float, int, int]]


@lru_cache(maxsize=20_000)  # those compared next to each other; more of them take a kilobyte each and help little
def alike(a: PartyKey, b: PartyKey) -> float:
    """Tell how alike two parties are, 0 to 1.

    A person and the government of the same country are alike in part: one page says "Assad", another "Syria".
    """
    if b.id in a.apart or a.id in b.apart:
        return 0.0
    if a.id == b.id or (a.name.casefold() == b.name.casefold() and a.country == b.country):
        return SAME if _is_somebody(a) else SAME_WORD
    kinds = {a.kind, b.kind}
    if kinds == {"person"} and _sounds_alike(a, b):
        return SAME_SOUND
    if not a.country or a.country != b.country:
        return 0.0
    if kinds == {"government"}:
        return STATE_ORGANS
    if "government" in kinds and kinds & {"person", "organization"}:
        return STATE_AND_ITS_OWN
    if kinds in ({"group"}, {"population"}):
        return GROUPS
    return 0.0 if kinds == {"person"} else LOOSE


def _is_somebody(party: PartyKey) -> bool:
    """Tell whether an id names one body, person or crowd: nouns and posts need a country."""
    return party.country is not None or not (party.kind in ("group", "population") or party.id.startswith(_MANY))


def match(some: Sequence[PartyKey], others: Sequence[PartyKey]) -> Pairs:
    """Pair two lists of parties one to one, the most alike first."""
    scored = [(-value, i, j) for i, a in enumerate(some) for j, b in enumerate(others) if (value := alike(a, b))]
    if not scored:
        return []
    left, right, pairs = set(range(len(some))), set(range(len(others))), []
    for value, i, j in sorted(scored):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((-value, i, j))
    return pairs


def may_be_same(some: Sequence[PartyKey], others: Sequence[PartyKey]) -> bool:
    """Tell whether two lists may be of the same parties: one is empty, two are alike, or a crowd is called the same.

    "Gunmen" have the country that the page's news lends them, which may be another one a sentence later.
    """
    nouns = [{p.id.rpartition(":")[0] for p in side if p.id.startswith(_CROWD)} for side in (some, others)]
    return not some or not others or bool(match(some, others) or nouns[0] & nouns[1])


def share(a: ReportKey, b: ReportKey, pairs: Pairs) -> float:
    """Tell how far the parties of two reports agree: who did it to whom; who took part in a meeting is one list."""
    if a.type == b.type == "CONSULT":
        found, lone = _shared(pairs, len(a.parties), len(b.parties)), LONE_GUEST
    else:
        sides = [(x, y) for x, y in ((a.actors, b.actors), (a.recipients, b.recipients)) if x or y]
        sided = sum(_shared(match(x, y), len(x), len(y)) if x and y else UNTOLD for x, y in sides) / len(sides)
        found, lone = max(sided, SIDES * _shared(pairs, len(a.parties), len(b.parties))), LONE_PARTY
    return min(found, lone) if len(pairs) == 1 else found


def same_parties(a: ReportKey, pairs: Pairs) -> bool:
    """Tell whether two parties or more are the same by their identity, and not all of them are states."""
    mine = a.parties
    same = [mine[i] for value, i, _ in pairs if value >= SAME_SOUND and mine[i].kind not in ("group", "population")]
    return len(same) > 1 and any(party.kind != "government" for party in same)


def other_persons(a: ReportKey, b: ReportKey, pairs: Pairs) -> bool:
    """Tell whether each report names a person for whom the other has nobody."""
    used, taken = {i for _, i, _ in pairs}, {j for _, _, j in pairs}
    left = any(p.kind == "person" for i, p in enumerate(a.parties) if i not in used)
    return left and any(p.kind == "person" for j, p in enumerate(b.parties) if j not in taken)


def other_actor(a: ReportKey, b: ReportKey) -> bool:
    """Tell whether the actors are all of known countries, and the two reports share none of them."""
    mine, theirs = {p.country for p in a.actors}, {p.country for p in b.actors}
    return bool(mine and theirs) and None not in mine | theirs and not mine & theirs


def _shared(pairs: Pairs, some: int, others: int) -> float:
    """Tell how far two lists agree; a list that only leaves somebody out loses little."""
    total = sum(value for value, _, _ in pairs)
    return 0.7 * total / min(some, others) + 0.3 * total / max(some, others)


def _sounds_alike(a: PartyKey, b: PartyKey) -> bool:
    """Compare names as written, across scripts: the register knows neither, else their ids would tell."""
    if a.id.startswith("per-") and b.id.startswith("per-"):
        return False
    mine, theirs = _sounds(a.native or a.name), _sounds(b.native or b.name)
    return bool(mine and theirs) and mine[-1] == theirs[-1] and (set(mine) <= set(theirs) or set(theirs) <= set(mine))


@lru_cache(maxsize=20_000)
def _sounds(native: str) -> tuple[str, ...]:
    return tuple(form for word in WORD.findall(fold(native)) if (form := skeleton(word)))
