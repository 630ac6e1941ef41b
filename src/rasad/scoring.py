"""Records against gold annotations: the figures of ../shared/tools/score.py, measure by measure.

Both sides are plain JSON values in the schema of the gold. A predicted date may be an ISO prefix or an interval; a
predicted event may list all its `triggers`, a party all its `mentions`.
"""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from msgspec import Struct

Record = Mapping[str, Any]
Where = Sequence[int] | None
Goodness = Callable[[Record, Record], float]
Pairs = list[tuple[Record, Record]]

NEAR = 80
"""Characters between two triggers that may still tell the same event."""
SAME_CONTENT = 0.5
"""Part of their union that two statements' contents must share."""
ALIKE = 0.8
"""Likeness of two names, by their letters, that makes them one."""
YEAR = 366
"""Days: a wider interval does not count as a date."""
ARTICLES = frozenset(["al", "el", "the", "of", "seyed", "sayyid", "ayatollah"])


class Miss(Struct, frozen=True):
    """Something missed, or found where nothing is: for people who mend rules."""

    kind: str
    page: str
    what: str
    span: tuple[int, int] | None


class Scores(Struct, frozen=True):
    """The figures by name, as score.py gives them, and what went wrong."""

    pages: int
    absent: tuple[str, ...]
    figures: dict[str, dict[str, float | int | None]]
    misses: tuple[Miss, ...]


def score(gold_records: Iterable[Record], predicted_records: Iterable[Record]) -> dict[str, Any]:
    """Give `pages`, `absent` and every measure, exactly as `score.py --json` prints them."""
    scores = score_fully(gold_records, predicted_records)
    return {"pages": scores.pages, "absent": len(scores.absent), **scores.figures}


def score_fully(gold_records: Iterable[Record], predicted_records: Iterable[Record]) -> Scores:
    """Give the figures and the misses; pages are joined on their id."""
    gold = {record["id"]: record for record in gold_records}
    predicted = {record["id"]: record for record in predicted_records}
    tally = _Tally()
    for page, record in gold.items():
        _score_page(tally, record, predicted.get(page, {}))
    absent = tuple(sorted(set(gold) - set(predicted)))
    return Scores(len(gold), absent, tally.figures(), tuple(tally.misses))


class _Tally:
    """Counts by measure, in the order in which measures first come up."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.misses: list[Miss] = []

    def found(self, name: str, gold: int, guess: int, hit: int) -> None:
        for part, value in (("gold", gold), ("guess", guess), ("hit", hit)):
            self.counts[name, part] += value

    def right(self, name: str, right: bool) -> None:
        self.counts[name, "of"] += 1
        self.counts[name, "right"] += right

    def miss(self, kind: str, page: str, what: str, span: Where) -> None:
        self.misses.append(Miss(kind, page, what, (span[0], span[1]) if span else None))

    def figures(self) -> dict[str, dict[str, float | int | None]]:
        return {name: self._figure(name) for name in dict.fromkeys(name for name, _ in self.counts)}

    def _figure(self, name: str) -> dict[str, float | int | None]:
        if (name, "of") in self.counts:
            of = self.counts[name, "of"]
            return {"share": round(self.counts[name, "right"] / of, 4) if of else None, "of": of}
        gold, guess, hit = (self.counts[name, part] for part in ("gold", "guess", "hit"))
        p, r = (hit / guess if guess else 0.0), (hit / gold if gold else 0.0)
        f1 = round(2 * p * r / (p + r), 4) if p + r else 0.0
        return {"p": round(p, 4), "r": round(r, 4), "f1": f1, "gold": gold, "guess": guess}


def _score_page(tally: _Tally, gold: Record, guess: Record) -> None:
    if gold.get("kind") == "none":
        tally.right("quiet", not guess.get("events"))
        return
    for found, told in _score_events(tally, gold, guess):
        _score_parties(tally, found, told)
        _score_fields(tally, found, told)
    _score_statements(tally, gold, guess)
    figures, counted = gold["figures"], guess.get("figures") or []
    tally.found("figures", len(figures), len(counted), len(_pair(figures, counted, _same_figure)))


def _score_events(tally: _Tally, gold: Record, guess: Record) -> Pairs:
    events, found = gold["events"], guess.get("events") or []
    pairs = _pair(events, found, _same_telling)
    hits, used = {id(g) for g, _ in pairs}, {id(p) for _, p in pairs}
    tally.found("events", len(events), len(found), len(pairs))
    tally.found("strict", len(events), len(found), sum(_all_right(g, p) for g, p in pairs))
    for event in events:
        tally.found(f"type:{event['type']}", 1, 0, id(event) in hits)
        if id(event) not in hits:
            tally.miss("missed", gold["id"], event["type"], event["trigger"])
    for event in found:
        tally.found(f"type:{event['type']}", 0, 1, 0)
        if id(event) not in used:
            tally.miss("false", gold["id"], event["type"], event.get("trigger"))
    return pairs


def _score_parties(tally: _Tally, gold: Record, guess: Record) -> None:
    """Score who took part; who visits whom is not scored, so all parties of CONSULT are one set."""
    if gold["type"] == "CONSULT":
        sides = [("actors", _parties(gold), _parties(guess))]
    else:
        sides = [(side, gold[side] or [], guess.get(side) or []) for side in ("actors", "recipients")]
    sides.append(("attribution", gold["attribution"] or [], guess.get("attribution") or []))
    for name, want, have in sides:
        tally.found(name, len(want), len(have), len(_pair(want, have, _same_party)))


def _score_fields(tally: _Tally, gold: Record, guess: Record) -> None:
    if gold["mode"]:
        tally.right("mode", gold["mode"] == guess.get("mode"))
    tally.right("status", gold["status"] == guess.get("status"))
    if gold["place"]:
        place = guess.get("place")
        tally.right("place", _alike(gold["place"], place) if place else False)
    if gold["date"]:
        want, have = _days(gold["date"]), _days(guess.get("date"))
        tally.right("date_day", have == want)
        tally.right("date_in", _holds(have, want))


def _score_statements(tally: _Tally, gold: Record, guess: Record) -> None:
    said, heard = gold["statements"], guess.get("statements") or []
    pairs = _pair(said, heard, _same_content)
    tally.found("statements", len(said), len(heard), len(pairs))
    for want, have in pairs:
        tally.right("speaker", _alike(want["speaker"], have.get("speaker") or {}))
        tally.right("form", want["form"] == have.get("form"))
        via, by = want["via"], have.get("via") or []
        tally.found("via", len(via), len(by), len(_pair(via, by, _same_party)))
    hits = {id(want) for want, _ in pairs}
    for statement in said:
        if id(statement) not in hits:
            tally.miss("unheard", gold["id"], "statement", statement["content"])


def _pair(golds: Sequence[Record], guesses: Sequence[Record], good: Goodness) -> Pairs:
    """Pair one to one, the best first and of equals the earlier; pairs without any goodness are left apart."""
    scored = [(good(g, p), -i, -j) for i, g in enumerate(golds) for j, p in enumerate(guesses)]
    used: set[int] = set()
    taken: set[int] = set()
    pairs: Pairs = []
    for value, i, j in sorted(scored, reverse=True):
        if value > 0 and i not in used and j not in taken:
            used.add(i)
            taken.add(j)
            pairs.append((golds[-i], guesses[-j]))
    return pairs


def _same_telling(gold: Record, guess: Record) -> float:
    """Tell how well two events fit: same type, triggers in one place; then parties and status break ties."""
    if gold["type"] != guess.get("type"):
        return 0.0
    spans = [span for span in (guess.get("trigger"), *(guess.get("triggers") or [])) if span]
    near = max((_nearness(gold["trigger"], span) for span in spans), default=0.0)
    if not near:
        return 0.0
    shared = len(_pair(_parties(gold), _parties(guess), _same_party))
    return near + 0.2 * shared + (0.1 if gold["status"] == guess.get("status") else 0)


def _nearness(a: Sequence[int], b: Sequence[int]) -> float:
    if _meet(a, b):
        return 2.0
    gap = max(a[0], b[0]) - min(a[1], b[1])
    return 1.0 - gap / (2 * NEAR) if gap <= NEAR else 0.0


def _all_right(gold: Record, guess: Record) -> bool:
    """Tell whether status and the (country, kind) of all parties are right."""
    if gold["status"] != guess.get("status"):
        return False
    return all(_coded(gold[side]) == _coded(guess.get(side)) for side in ("actors", "recipients"))


def _coded(parties: Sequence[Record] | None) -> Counter[tuple[Any, Any]]:
    return Counter((party.get("country"), party.get("kind")) for party in parties or [])


def _parties(event: Record) -> list[Record]:
    return [*(event.get("actors") or []), *(event.get("recipients") or [])]


def _same_party(gold: Record, guess: Record) -> float:
    return 1.0 if _alike(gold, guess) else 0.0


def _same_content(gold: Record, guess: Record) -> float:
    a, b = gold["content"], guess.get("content")
    if not a or not b:
        return 0.0
    shared = min(a[1], b[1]) - max(a[0], b[0])
    share = shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0
    return share if share >= SAME_CONTENT else 0.0


def _same_figure(gold: Record, guess: Record) -> float:
    return 1.0 if gold["value"] == guess.get("value") and _meet(gold["span"], guess.get("span")) else 0.0


def _alike(gold: Record, guess: Record) -> bool:
    """Tell whether two parties are the same: their spans meet, or their names are nearly equal."""
    if any(_meet(gold.get("span"), span) for span in (guess.get("span"), *guess.get("mentions", ()))):
        return True
    a, b = _plain(gold.get("name")), _plain(guess.get("name"))
    if not a or not b:
        return False
    if a == b or SequenceMatcher(None, a, b).ratio() >= ALIKE:
        return True
    return set(a.split()) <= set(b.split()) and a.split()[-1] == b.split()[-1]


def _plain(name: str | None) -> str:
    """Give a name's words without signs and articles."""
    letters = re.sub(r"[^a-z0-9 ]", " ", (name or "").lower().replace("-", " ").replace("'", ""))
    return " ".join(word for word in letters.split() if word not in ARTICLES)


def _meet(a: Where, b: Where) -> bool:
    return bool(a and b) and max(a[0], b[0]) < min(a[1], b[1])  # type: ignore[index]


def _days(value: Any) -> tuple[date | None, date | None] | None:
    """Give the first and last day of an ISO prefix or an interval."""
    if not value:
        return None
    if isinstance(value, Mapping):
        first, last = _days(value.get("earliest")), _days(value.get("latest"))
        return (first[0] if first else None, last[1] if last else None)
    year, *rest = map(int, value.split("-"))
    if not rest:
        return date(year, 1, 1), date(year, 12, 31)
    if len(rest) == 1:
        return date(year, rest[0], 1), date(year, rest[0], monthrange(year, rest[0])[1])
    day = date(year, rest[0], rest[1])
    return day, day


def _holds(have: tuple[date | None, date | None] | None, want: tuple[date | None, date | None] | None) -> bool:
    """Tell whether an interval meets the days wanted and is no wider than a year."""
    if not have or not want or not have[0] or not have[1] or not want[0] or not want[1]:
        return False
    return have[0] <= want[1] and want[0] <= have[1] and (have[1] - have[0]).days <= YEAR
