"""What a line of the ledger may say: each of its values is held to the words, ids and days that its field can have.

Everybody can seal a line, and rules change: a type of an older version may be none of this one. Such a line is set
aside and counted; the lines around it hold. Ids are held to their shape and not to the register, so that a judgement
outlives the row that named its actor.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from rasad.ledger.lines import EVENT_FIELDS, KINDS, STATEMENT_FIELDS, Actor, Anchor, Line, Target, Value
from rasad.packs import LANGS
from rasad.packs.rows import read_rows

STATUSES = frozenset({"actual", "planned", "denied", "hypothetical", "historical"})
FORMS = frozenset({"direct", "indirect"})
PRECISIONS = frozenset({"day", "week", "month", "year", "interval", "unknown"})
LONGEST_PAGE = 1_000_000
"""Characters of a page, and so the largest place on one."""
LONGEST_NAME = 300
"""Letters of a name, an id or a value; the longest of the corpus has 75."""
LONGEST_WORDS = 10_000
"""Letters of a reason."""
MOST = 10_000
"""Reports or actors of one line."""
_PEOPLE = ("agency", "anonymous", "group", "office", "official", "organization", "outlet", "person", "population")
ACTOR_KINDS = frozenset({*_PEOPLE, "government"})
_VALUED = ("edit", "same", "mask")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_SHA = re.compile(r"[0-9a-f]{64}")
_NO_NAME = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_OF_COUNTRY = "country:"


def refused(lines: Iterable[Line]) -> dict[int, str]:
    """Give the lines that say what cannot be, each with the reason; they are set aside."""
    return {line.n: why for line in lines if (why := senseless(line))}


def told(path: Path, n: int, why: str) -> str:
    """Say where a line that was set aside stands, what is wrong with it, and what to do."""
    undo = f"`rasad undo {path.name.removesuffix('.ledger.jsonl')} {n}` takes it back"
    return f"{path.name}:{n}: {why}; the line is set aside, all others hold. {undo}; say it again if it is meant"


def senseless(line: Line) -> str:
    """Say why a line is no judgement, though it is sealed; nothing, if it is one."""
    return next((why for why in _faults(line) if why), "")


def choices() -> dict[str, frozenset[str]]:
    """Give what the fields that have a fixed list can be; a mode may also be empty."""
    return _choices()


@cache
def _choices() -> dict[str, frozenset[str]]:
    rows = read_rows("plover/modes.tsv")
    types, modes = ({row[name] for row in rows} for name in ("type", "mode"))
    stances = {row["stance"] for lang in LANGS for row in read_rows(f"{lang}/speech.tsv")} - {""}
    return {
        "type": frozenset(types), "mode": frozenset({*modes, ""}), "status": STATUSES, "form": FORMS,
        "stance": frozenset(stances),
    }  # fmt: skip


@cache
def _countries() -> frozenset[str]:
    return frozenset(row["iso3"] for row in read_rows("actors/countries.tsv"))


@cache
def _sectors() -> frozenset[str]:
    return frozenset(row["sector"] for row in read_rows("plover/sectors.tsv"))


def _faults(line: Line) -> Iterator[str]:
    if line.kind not in KINDS:
        yield f"is of the kind {line.kind!r}, which is none"
    yield _of_target(line)
    if any(len(text) > LONGEST_WORDS for text in (line.who, line.reason, line.when or "")):
        yield f"has a reason or a name of more than {LONGEST_WORDS:,} letters"
    if line.value is None:
        yield f"sets {line.target.field} to None, which it cannot be" if line.kind == "edit" else ""
        yield "names nobody whom the actors are" if line.kind == "same" else ""
        return
    if line.kind not in _VALUED:
        yield f"gives a value, which {line.kind!r} has not"
    yield _of_value(line.value)
    if line.kind == "edit":
        yield _of_field(line.target.field or "", line.value)
    elif line.kind == "same":
        yield _of_same(line.target, line.value)
    elif line.kind == "mask" and not (line.value.text and line.value == Value(line.value.text)):
        yield "masks with more or less than a name"


def _of_target(line: Line) -> str:
    """Say what is wrong with what a line is about."""
    target = line.target
    if line.kind == "undo":
        before = bool(target.line and 0 < target.line < line.n)
        return "" if before else f"takes back line {target.line}, which is no line before it"
    anchors = (*target.reports, *target.others)
    if max(len(anchors), len(target.actors)) > MOST:
        return f"is about more than {MOST:,} reports or actors"
    if line.kind == "edit" and target.field not in (STATEMENT_FIELDS if target.said else EVENT_FIELDS):
        return f"sets {target.field!r}, which is no field that can be set"
    if line.kind in ("same", "not_same") and len(set(target.actors)) < 2:
        return "names fewer than two actors"
    if not (anchors or target.said or target.actors):
        return "is about nothing"
    if wrong := [one for one in target.actors if not _is_name(one)]:
        return f"names the actor {wrong[0][:LONGEST_NAME]!r}, which is no id"
    return next(filter(None, map(_of_anchor, anchors)), "") or _of_spans(target)


def _of_anchor(anchor: Anchor) -> str:
    sound = all(map(_is_name, (anchor.type, anchor.mode or "none")))
    if not _SHA.fullmatch(anchor.page) or not sound:
        return f"holds on to a {anchor.type[:40]!r} of the page {anchor.page[:12]!r}, which is none"
    return ""


def _of_spans(target: Target) -> str:
    said = target.said
    if said and not _SHA.fullmatch(said.page):
        return f"holds on to a statement of the page {said.page[:12]!r}, which is none"
    spans = [(one.start, one.end) for one in (*target.reports, *target.others)]
    spans += [(said.start, said.end), (said.verb_start, said.verb_end)] if said else []
    wrong = [span for span in spans if not 0 <= span[0] <= span[1] <= LONGEST_PAGE]
    return f"points to {wrong[0]}, which is no place on a page" if wrong else ""


def _of_value(value: Value) -> str:
    """Say what is wrong with a value, whatever field it is of."""
    days = (value.earliest, value.latest)
    if not all(day is None or _is_day(day) for day in days):
        return f"names a day that is none: {value.earliest} to {value.latest}"
    if value.text and not _is_name(value.text):
        return f"sets a text that is no name or word: {value.text[:40]!r}"
    if value.precision is not None and value.precision not in PRECISIONS:
        return f"gives the precision {value.precision!r}, which is none of {', '.join(sorted(PRECISIONS))}"
    if value.country is not None and value.country not in _countries():
        return f"names the country {value.country!r}, which countries.tsv has not"
    if value.place_id is not None and not _is_id(value.place_id):
        return f"names the place {value.place_id!r}, which is no id of one"
    if len(value.actors) > MOST or len({one.id for one in value.actors}) < len(value.actors):
        return f"names an actor twice, or more than {MOST:,}"
    return next(filter(None, map(_of_actor, value.actors)), "")


def _of_actor(actor: Actor) -> str:
    if not _is_id(actor.id):
        return f"names the actor {actor.id[:LONGEST_NAME]!r}, which is no id"
    if not _is_name(actor.name):
        return f"gives {actor.id} the name {actor.name[:40]!r}, which is none"
    if actor.kind not in ACTOR_KINDS:
        return f"calls {actor.id} a {actor.kind!r}, which is none of {', '.join(sorted(ACTOR_KINDS))}"
    if actor.country is not None and actor.country not in _countries():
        return f"gives {actor.id} the country {actor.country!r}, which countries.tsv has not"
    if actor.sector is not None and actor.sector not in _sectors():
        return f"gives {actor.id} the sector {actor.sector!r}, which sectors.tsv has not"
    return ""


def _of_field(field: str, value: Value) -> str:
    """Say why a field cannot have a value: one that is not of its list, days out of order, parts of another field."""
    match field:
        case "date":
            right = _is_time(value) and value == Value(value.text, value.earliest, value.latest, value.precision)
        case "place":
            where = (value.place_id, value.country) if value.text else ()
            right = bool(value.place_id) == bool(value.text) and value == _place(value.text, *where)
        case "actors" | "recipients":
            right = value == Value(value.text, actors=value.actors)
        case "speaker":
            right = len(value.actors) == 1 and value == Value(value.text, actors=value.actors)
        case "addressee":
            right = len(value.actors) == bool(value.text) and value == Value(value.text, actors=value.actors)
        case _:
            right = value.text in _choices()[field] and value == Value(value.text)
    return "" if right else f"sets {field} to {value.text!r}, which it cannot be"


def _place(text: str, place_id: str | None = None, country: str | None = None) -> Value:
    return Value(text, place_id=place_id, country=country)


def _is_time(value: Value) -> bool:
    """Tell whether a value has a day and, of two, the earlier one first; or says that none is known."""
    if value.earliest and value.latest:
        return value.earliest <= value.latest
    return bool(value.earliest or value.latest) or value.precision == "unknown"


def _of_same(target: Target, value: Value) -> str:
    if not value.actors:
        return "names nobody whom the actors are"
    one = value.actors[0]
    alone = value == Value(value.text, actors=(one,)) and one.id in target.actors
    return "" if alone else f"says that the actors are {one.id!r}, which must be one of them and nothing besides"


def _is_name(text: str) -> bool:
    return 0 < len(text) <= LONGEST_NAME and bool(text.strip()) and not _NO_NAME.search(text)


def _is_id(text: str) -> bool:
    """Tell whether a text has the shape of an id; that of a country names one that there is."""
    known = not text.startswith(_OF_COUNTRY) or text.removeprefix(_OF_COUNTRY) in _countries()
    return _is_name(text) and text == text.strip() and known


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def sound(lines: Sequence[Line], set_aside: Iterable[int]) -> list[Line]:
    """Give the lines that were not set aside."""
    out = frozenset(set_aside)
    return [line for line in lines if line.n not in out]
