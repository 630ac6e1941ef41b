"""How well reports were put together, against groups of (page, trigger) that people put together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

Item = tuple[str, tuple[int, int]]
"""A page and the phrase of it that tells the event."""
Figures = dict[str, dict[str, float | int]]


class Group(Struct, frozen=True):
    """The tellings of one event."""

    id: str
    type: str | None
    mode: str | None
    items: tuple[Item, ...]


class FusionGold(Struct, frozen=True):
    """Groups of tellings, pairs that look alike and are not of one event, and the language of every page."""

    groups: tuple[Group, ...]
    apart: tuple[tuple[Item, Item], ...]
    langs: Mapping[str, str]

    def half(self, odd: bool) -> "FusionGold":
        """Give every other group and pair, counted from 1: what is tuned on one half is checked on the other."""
        first = 0 if odd else 1
        return FusionGold(self.groups[first::2], self.apart[first::2], self.langs)

    def items(self) -> tuple[Item, ...]:
        """Give every telling of the gold once, those of groups first."""
        found = [item for group in self.groups for item in group.items]
        return tuple(dict.fromkeys([*found, *(item for pair in self.apart for item in pair)]))


def score_fusion(gold: FusionGold, placed: Mapping[Item, str]) -> Figures:
    """Score where tellings were placed: item -> id of its event; an item that nothing was read for is absent.

    Pairs count between pages only. `across` are pairs of two languages; `apart` are look-alikes not put together.
    """
    owner = {item: group.id for group in gold.groups for item in group.items}
    want = {pair for group in gold.groups for pair in _pairs(group.items)}
    events: dict[str, list[Item]] = defaultdict(list)
    for item in owner:
        if item in placed:
            events[placed[item]].append(item)
    have = {pair for items in events.values() for pair in _pairs(items)}
    across = {pair for pair in want if len({gold.langs[item[0]] for item in pair}) > 1}
    told = {pair for pair in want if all(item in placed for item in pair)}
    right = sum(placed.get(a, "") != placed.get(b, " ") for a, b in gold.apart)
    return {
        "pairs": _figure(len(want & have), len(want), len(have)),
        "b_cubed": _b_cubed(owner, placed),
        "across": _share(len(across & have), len(across)),
        "told": _share(len(told & have), len(told)),
        "apart": _share(right, len(gold.apart)),
    }


def score_pairs(want: Iterable[frozenset[str]], have: Iterable[frozenset[str]]) -> dict[str, float | int]:
    """Score pairs of pages, such as copies."""
    gold, found = set(want), set(have)
    return _figure(len(gold & found), len(gold), len(found))


class Clash(Struct, frozen=True):
    """A contradiction of a group: its sort (status, date, count), its pages, the counts it sets side by side."""

    group: str
    sort: str
    pages: frozenset[str]
    values: frozenset[float] = frozenset()


def score_clashes(gold: Sequence[Clash], found: Sequence[Clash]) -> dict[str, float | int]:
    """Score contradictions: right if of one sort, and on the same pages or, for counts, with the same counts."""
    hit = sum(any(_same(want, have) for have in found) for want in gold)
    right = sum(any(_same(want, have) for want in gold) for have in found)
    p, r = (right / len(found) if found else 0.0), (hit / len(gold) if gold else 0.0)
    f1 = round(2 * p * r / (p + r), 4) if p + r else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": f1, "gold": len(gold), "guess": len(found)}


def _same(want: Clash, have: Clash) -> bool:
    if (want.group, want.sort) != (have.group, have.sort):
        return False
    return have.values <= want.values if want.sort == "count" else bool(want.pages & have.pages)


def _pairs(items: Iterable[Item]) -> Iterable[frozenset[Item]]:
    return (frozenset(pair) for pair in combinations(items, 2) if pair[0][0] != pair[1][0])


def _b_cubed(owner: Mapping[Item, str], placed: Mapping[Item, str]) -> dict[str, float | int]:
    """For every item: how much of its event is of its group, and how much of its group is in its event."""
    where = {item: placed.get(item, f"alone {n}") for n, item in enumerate(owner)}
    groups, events = Counter(owner.values()), Counter(where.values())
    both = Counter((owner[item], where[item]) for item in owner)
    p = _mean([both[owner[i], where[i]] / events[where[i]] for i in owner])
    r = _mean([both[owner[i], where[i]] / groups[owner[i]] for i in owner])
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(f1, 4), "gold": len(groups), "guess": len(events)}


def _figure(hit: int, gold: int, guess: int) -> dict[str, float | int]:
    p, r = (hit / guess if guess else 0.0), (hit / gold if gold else 0.0)
    f1 = round(2 * p * r / (p + r), 4) if p + r else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": f1, "gold": gold, "guess": guess}


def _share(right: int, of: int) -> dict[str, float | int]:
    return {"share": round(right / of, 4) if of else 0.0, "of": of}


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
