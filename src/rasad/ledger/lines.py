"""A line of the ledger, its seal, and which lines were taken back."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct
from msgspec.structs import replace

KINDS = ("accept", "edit", "reject", "merge", "split", "same", "not_same", "mask", "note", "undo")
EVENT_FIELDS = ("type", "mode", "status", "date", "place", "actors", "recipients")
STATEMENT_FIELDS = ("speaker", "addressee", "stance", "form")


class Anchor(Struct, frozen=True, forbid_unknown_fields=True):
    """A report as a judgement holds on to it: its page, the span of its trigger, and what it was when judged.

    Ids change with the rules; a page and its spans do not.
    """

    page: str
    start: int
    end: int
    type: str
    mode: str | None


class SaidAnchor(Struct, frozen=True, forbid_unknown_fields=True):
    """A statement as a judgement holds on to it: its page, the span of what was said, and that of its verb."""

    page: str
    start: int
    end: int
    verb_start: int
    verb_end: int


class Target(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is judged: reports (of a merge: one event's, `others` the other's; of a split: those put apart, `others`
    the rest), a field of their event, a statement or a field of it, actors by id, or an earlier line."""

    reports: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    field: str | None = None
    actors: tuple[str, ...] = ()
    line: int | None = None
    said: SaidAnchor | None = None


class Actor(Struct, frozen=True, forbid_unknown_fields=True):
    """A party as a judgement names it, whole, so that later rows change nothing of what was judged."""

    id: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None


class Value(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is put in the place of what was read: words, days, a place or parties. `text` says it for people."""

    text: str
    earliest: str | None = None
    latest: str | None = None
    precision: str | None = None
    place_id: str | None = None
    country: str | None = None
    actors: tuple[Actor, ...] = ()


class Judgement(Struct, frozen=True):
    """What a person says, before it is numbered and sealed. `when` is told by the person; no clock is asked."""

    kind: str
    target: Target
    value: Value | None = None
    who: str = ""
    reason: str = ""
    when: str | None = None


class Line(Struct, frozen=True, forbid_unknown_fields=True):
    """A sealed line: `hash` covers everything before it in the line, and by `previous` all lines before."""

    n: int
    previous: str
    kind: str
    target: Target
    value: Value | None
    who: str
    reason: str
    when: str | None
    hash: str


def encode(line: Line) -> str:
    """Write a line as it stands in the file, the same for the same line."""
    return msgspec.json.encode(line).decode()


def decode(text: str) -> Line:
    """Read a line; raises `msgspec.MsgspecError` or `ValueError` if it is none."""
    return msgspec.json.decode(text.encode(), type=Line)


def about(line: Line) -> str:
    """Say for people what a line is about."""
    target = line.target
    if target.line is not None:
        return f"line {target.line}"
    if target.actors:
        return ", ".join(target.actors)
    if target.field:
        return f"{target.field} = {line.value.text if line.value else ''}"
    if target.said:
        return f"the statement at [{target.said.start}, {target.said.end}) of {target.said.page[:12]}"
    count = len(target.reports) + len(target.others)
    return f"{count} report" if count == 1 else f"{count} reports"


def seal(last: Line | None, said: Judgement) -> Line:
    """Make the line that comes after `last`."""
    n, previous = (last.n + 1, last.hash) if last else (1, "")
    bare = Line(n, previous, said.kind, said.target, said.value, said.who, said.reason, said.when, "")
    return replace(bare, hash=_hash(bare))


def faults(texts: Sequence[str]) -> list[str]:
    """Say what is wrong with the chain of a ledger; nothing, if it is as written. What lines say is not asked."""
    found, last = [], ("", 0)
    for at, text in enumerate(texts, start=1):
        try:
            line = decode(text)
        except (msgspec.MsgspecError, ValueError) as error:
            found.append(f"line {at} is no line of a ledger: {error}")
            break
        if encode(line) != text or _hash(replace(line, hash="")) != line.hash:
            found.append(f"line {at} was changed: it no longer has its hash")
        if (line.previous, line.n) != (last[0], last[1] + 1):
            found.append(f"line {at} does not follow the line before it: one was changed, taken out or put in")
        last = (line.hash, line.n)
    return found


def undone(lines: Iterable[Line]) -> dict[int, int]:
    """Give the lines that were taken back, each with the line that did; an undo that was undone takes nothing back."""
    found: dict[int, int] = {}
    for line in sorted(lines, key=lambda line: -line.n):
        if line.kind == "undo" and line.n not in found and line.target.line is not None:
            found[line.target.line] = line.n
    return found


def _hash(bare: Line) -> str:
    return sha256(encode(bare).encode()).hexdigest()
