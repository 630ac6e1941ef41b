"""Clauses of a Persian sentence: the verb closes its clause, «که» opens one inside another.

In «وزیر خارجه که به تهران سفر کرده بود، گفت ...» the clause of «گفت» is cut in two by the relative clause: its own
stretches are what is left, and its subject is looked for there alone.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct, field

from rasad.grammar.fa.verbs import Verb, read_verbs
from rasad.grammar.view import View
from rasad.model import Mark, Span
from rasad.quotes import closing

_GAP = re.compile('[\\s\u200c«»"“”،,()]*+')
_COMMA = re.compile('[\\s\u200c»"”)]*+[،,]')
_AND = re.compile('[\\s\u200c،,»"]*+و\\s')
_OPENERS = "«“"


class Clause(Struct):
    """A clause: its own stretches in order, its verb, the clause it hangs in and the one it goes on from.

    `opener` is the «که» that opens it; `inner` tells that the outer clause had no verb yet (a relative clause or the
    clause of a noun); `quoted` that quotation marks hold it.
    """

    start: int
    parts: list[Span] = field(default_factory=list)
    verb: Verb | None = None
    outer: int | None = None
    before: int | None = None
    opener: Span | None = None
    inner: bool = False
    quoted: bool = False

    @property
    def end(self) -> int:
        return self.parts[-1][1] if self.parts else self.start

    def holds(self, at: int) -> bool:
        """Tell whether a place lies in the clause's own stretches."""
        return any(s <= at < e for s, e in self.parts)


class _Builder(Struct):
    view: View
    verbs: Sequence[Verb]
    clauses: list[Clause]
    at: int = 0
    since: int = 0
    last: int | None = None
    """The clause that has just been closed by its verb, until it is known what follows."""

    def cut(self, end: int) -> None:
        """Give the stretch up to `end` to the clause that is open."""
        if end > self.since:
            self.clauses[self.at].parts.append((self.since, end))
        self.since = end

    def open(self, clause: Clause) -> None:
        self.clauses.append(clause)
        self.at = len(self.clauses) - 1
        self.since = clause.start
        self.last = None


@lru_cache(maxsize=1)
def read_clauses(view: View) -> tuple[Clause, ...]:
    """Divide a sentence into clauses. The last sentence is remembered, as its verbs are."""
    verbs = read_verbs(view)
    build = _Builder(view, verbs, [Clause(view.start)], since=view.start)
    for start, end, what, verb in _events(view, verbs):
        if start < build.since and what != "verb":
            continue
        if build.last is not None and (what != "that" or _GAP.fullmatch(view.doc.folded, build.since, start) is None):
            _go_on(build, start)
        if what == "that":
            _nest(build, start, end)
        elif what == "verb" and verb is not None:
            _close(build, verb)
        elif what == "quote":
            build.cut(start)
            build.open(Clause(end, outer=build.at, inner=True, quoted=True))
        elif what == "unquote":
            _unquote(build, start, end)
        else:
            build.cut(start)
            build.open(Clause(end, outer=build.clauses[build.at].outer, before=build.at))
    build.cut(view.end)
    return tuple(build.clauses)


def _events(view: View, verbs: Sequence[Verb]) -> Iterator[tuple[int, int, str, Verb | None]]:
    """Give what shapes clauses, in order: verbs, «که», colons and semicolons, quotations that hold a verb."""
    found: list[tuple[int, int, str, Verb | None]] = [(v.start, v.end, "verb", v) for v in verbs]
    found += [(m.core[0], m.end, "that", None) for m in complementisers(view)]
    folded = view.doc.folded
    for at in range(view.start, view.end):
        if folded[at] in ":؛":
            found.append((at, at + 1, "stop", None))
        elif folded[at] in _OPENERS:
            close = closing(folded, at, view.end)
            if any(at < v.start and v.end <= close for v in verbs):
                found += [(at, at + 1, "quote", None), (close, close + 1, "unquote", None)]
    yield from sorted(found, key=lambda e: (e[0], -e[1]))


def complementisers(view: View) -> list[Mark]:
    """Give the conjunctions that open what is said, the longest at each place."""
    found = [m for m in view.of("grammar") if m.cells["use"] == "complementiser"]
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda m: (m.core[0], -m.end)):
        if not kept or mark.core[0] >= kept[-1].end:
            kept.append(mark)
    return kept


def _close(build: _Builder, verb: Verb) -> None:
    """Close the open clause by its verb."""
    clause = build.clauses[build.at]
    if verb.start < build.since or (verb.bare and not clause.inner):
        return
    build.cut(verb.end)
    clause.verb = verb
    build.last = build.at


def _nest(build: _Builder, start: int, end: int) -> None:
    """Open a clause behind «که»: inside the open one, or behind the verb that has just closed one."""
    outer = build.at if build.last is None else build.last
    build.cut(start)
    build.open(Clause(end, outer=outer, opener=(start, end), inner=build.clauses[outer].verb is None))


def _go_on(build: _Builder, at: int) -> None:
    """Decide what follows a closed clause: the one around it that still waits for its verb, or a new one beside it."""
    assert build.last is not None
    folded = build.view.doc.folded
    closed = build.clauses[build.last]
    joined = _AND.match(folded, build.since) is not None
    if not joined and _says(build, closed) and _COMMA.match(folded, build.since) is None:
        build.open(Clause(build.since, outer=build.last))
        return
    waiting = _waiting(build, build.last)
    last = sum(1 for v in build.verbs if v.start >= build.since) < 2
    near = waiting == closed.outer or _COMMA.match(folded, build.since) is not None
    if waiting is not None and (last or (near and not joined)):
        build.at, build.last = waiting, None
        return
    build.open(Clause(build.since, outer=closed.outer, before=build.last, inner=closed.inner, quoted=closed.quoted))


def _waiting(build: _Builder, number: int) -> int | None:
    """Give the nearest clause around that has no verb yet; none is sought outside a quotation."""
    clause = build.clauses[number]
    while clause.outer is not None and not clause.quoted:
        outer = build.clauses[clause.outer]
        if outer.verb is None:
            return clause.outer
        clause = outer
    return None


def _says(build: _Builder, clause: Clause) -> bool:
    """Tell whether a verb of saying closed the clause, so that what follows without a comma is what was said."""
    verb = clause.verb
    if verb is None or clause.outer is None or not clause.inner:
        return False
    said = [m for m in build.view.of("speech") if "that" in m.cells["content"].split()]
    return any((m.start <= verb.start < m.end and m.morph == "past") or 0 <= verb.start - m.end <= 2 for m in said)


def _unquote(build: _Builder, start: int, end: int) -> None:
    """Leave a quotation: what stands behind belongs to the clause around it."""
    build.cut(start)
    at: int | None = build.at
    while at is not None and not build.clauses[at].quoted:
        at = build.clauses[at].outer
    outer = build.clauses[at].outer if at is not None else None
    if outer is None:
        build.since = start
        return
    build.at, build.since, build.last = outer, end, None
    if build.clauses[outer].verb is not None:
        build.last = outer


def clause_at(clauses: Sequence[Clause], at: int) -> int:
    """Give the number of the clause a place belongs to."""
    return next((n for n, c in enumerate(clauses) if c.holds(at)), 0)
