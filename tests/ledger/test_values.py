"""What a line of the ledger says: whoever edits it can seal what they write, so each value is held to its field."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace

from rasad.cli import main
from rasad.errors import CaseError
from rasad.ledger import book
from rasad.ledger.lines import Actor, Anchor, Judgement, Line, SaidAnchor, Target, Value, encode, faults, seal
from rasad.ledger.values import refused, senseless

CASE = "a.rasad"
PAGE = "0" * 64
ANCHOR, SAID = Anchor(PAGE, 3, 9, "CONSULT", None), SaidAnchor(PAGE, 3, 9, 10, 12)
SELECT = "(SELECT group_concat(text) FROM page) FROM statement --"
ONE = Actor("per-one", "One", "person", "IRN", "GOV")
TWO = Actor("page:دومی", "Dovomi", "person")
EXAMPLES = Path(__file__).parents[2] / "examples"
HOMS = tuple(sorted(EXAMPLES.glob("*homs-attack*")))


def on(field: str) -> Target:
    return Target((ANCHOR,), field=field)


def of(field: str) -> Target:
    return Target(said=SAID, field=field)


def parties(*some: Actor) -> Value:
    return Value("; ".join(one.name for one in some), actors=some)


def line(kind: str, target: Target, value: Value | None) -> Line:
    first = seal(None, Judgement("accept", Target((ANCHOR,))))
    return seal(first, Judgement(kind, target, value))


@pytest.mark.parametrize(
    ("kind", "target", "value"),
    [
        ("accept", Target((ANCHOR,)), None),
        ("reject", Target(said=SAID), None),
        ("merge", Target((ANCHOR,), (ANCHOR,)), None),
        ("undo", Target(line=1), None),
        ("edit", on("type"), Value("ASSAULT")),
        ("edit", on("mode"), Value("")),
        ("edit", on("status"), Value("planned")),
        ("edit", on("date"), Value("2024-02", "2024-02-01", "2024-02-29", "month")),
        ("edit", on("date"), Value("../2024-02-01", None, "2024-02-01", "interval")),
        ("edit", on("date"), Value("unknown", precision="unknown")),
        ("edit", on("place"), Value("")),
        ("edit", on("place"), Value("Homs", place_id="plc-homs", country="SYR")),
        ("edit", on("place"), Value("Syria", place_id="SYR", country="SYR")),
        ("edit", on("place"), Value("a village", place_id="place:a village")),
        ("edit", on("actors"), parties(ONE, TWO)),
        ("edit", on("recipients"), Value("none")),
        ("edit", of("speaker"), parties(TWO)),
        ("edit", of("addressee"), Value("")),
        ("edit", of("stance"), Value("denies")),
        ("edit", of("form"), Value("direct")),
        ("same", Target(actors=(ONE.id, TWO.id)), parties(TWO)),
        ("not_same", Target(actors=(ONE.id, TWO.id)), None),
        ("mask", Target(actors=(ONE.id,)), None),
        ("mask", Target(actors=(ONE.id,)), Value("a woman of forty")),
    ],
)  # fmt: skip
def test_what_people_say_is_said(kind: str, target: Target, value: Value | None) -> None:
    assert senseless(line(kind, target, value)) == ""


FORGED = [
    ("drop", Target((ANCHOR,)), None, "is of the kind 'drop'"),
    ("edit", on("members"), Value("x"), "sets 'members'"),
    ("edit", on("stance"), Value("x"), "sets 'stance'"),
    ("edit", Target((ANCHOR,)), Value("x"), "sets None"),
    ("edit", of(SELECT), Value("x"), "which is no field"),
    ("edit", of("type"), Value("x"), "sets 'type'"),
    ("edit", on("date"), Value("x", earliest="2024-02-30"), "names a day that is none"),
    ("edit", on("date"), Value("x", latest="٢٠٢٤-٠١-٠١"), "names a day that is none"),
    ("edit", on("date"), Value("x", "2024-02-02", "2024-02-01"), "sets date to 'x'"),
    ("edit", on("date"), Value("x"), "sets date to 'x'"),
    ("edit", on("date"), Value("x", "2024-02-02", precision="roughly"), "the precision 'roughly'"),
    ("edit", on("date"), replace(parties(ONE), earliest="2024-02-02"), "sets date to 'One'"),
    ("edit", on("type"), Value("QUARREL"), "sets type to 'QUARREL'"),
    ("edit", on("type"), Value("ASSAULT", country="SYR"), "sets type to 'ASSAULT'"),
    ("edit", on("mode"), Value("by-post"), "sets mode to 'by-post'"),
    ("edit", on("status"), Value("maybe"), "sets status to 'maybe'"),
    ("edit", of("form"), Value("sung"), "sets form to 'sung'"),
    ("edit", of("stance"), Value("hums"), "sets stance to 'hums'"),
    ("edit", on("type"), None, "sets type to None"),
    ("edit", on("place"), Value("Homs", place_id="plc-homs", country="Syria"), "the country 'Syria'"),
    ("edit", on("place"), Value("Homs", place_id="plc-homs", country="ZZZ"), "the country 'ZZZ'"),
    ("edit", on("place"), Value("Homs", place_id="country:ZZZ"), "the place 'country:ZZZ'"),
    ("edit", on("place"), Value("Homs", place_id="plc\nhoms"), "is no id of one"),
    ("edit", on("place"), Value("Homs", place_id=" "), "is no id of one"),
    ("edit", on("place"), Value("Homs"), "sets place to 'Homs'"),
    ("edit", on("place"), Value("", place_id="plc-homs"), "sets place to ''"),
    ("edit", on("place"), Value("Homs", "2024-02-02", place_id="plc-homs"), "sets place to 'Homs'"),
    ("edit", on("place"), Value("H\x00ms", place_id="plc-homs"), "no name or word"),
    ("edit", on("place"), Value("H" * 301, place_id="plc-homs"), "no name or word"),
    ("edit", on("actors"), parties(replace(ONE, id="")), "the actor '', which is no id"),
    ("edit", on("actors"), parties(replace(ONE, id="x" * 301)), "which is no id"),
    ("edit", on("actors"), parties(replace(ONE, id="country:XXX")), "the actor 'country:XXX'"),
    ("edit", on("actors"), Value("x", actors=(replace(ONE, name="\x1b[2J"),)), "which is none"),
    ("edit", on("actors"), parties(replace(ONE, kind="deity")), "calls per-one a 'deity'"),
    ("edit", on("actors"), parties(replace(ONE, country="IR")), "the country 'IR'"),
    ("edit", on("actors"), parties(replace(ONE, sector="gov")), "the sector 'gov'"),
    ("edit", on("actors"), parties(ONE, ONE), "names an actor twice"),
    ("edit", on("recipients"), replace(parties(ONE), country="IRN"), "sets recipients to 'One'"),
    ("edit", of("speaker"), Value("nobody"), "sets speaker to 'nobody'"),
    ("edit", of("speaker"), parties(ONE, TWO), "sets speaker"),
    ("edit", of("addressee"), Value("nobody"), "sets addressee"),
    ("accept", Target((ANCHOR,)), Value("x"), "gives a value"),
    ("accept", Target(), None, "is about nothing"),
    ("same", Target(actors=("a", "b")), Value("x"), "names nobody"),
    ("same", Target(actors=("a", "b")), None, "names nobody"),
    ("same", Target(actors=("a", "b")), parties(ONE), "must be one of them"),
    ("same", Target(actors=("per-one", "per-one")), parties(ONE), "fewer than two"),
    ("not_same", Target(actors=("a",)), None, "fewer than two"),
    ("mask", Target(actors=("",)), None, "the actor ''"),
    ("mask", Target(actors=("a",)), parties(ONE), "masks with"),
    ("undo", Target(), None, "takes back line None"),
    ("undo", Target(line=2), None, "takes back line 2"),
    ("undo", Target(line=-1), None, "takes back line -1"),
    ("note", Target((replace(ANCHOR, start=9, end=3),)), None, "points to (9, 3)"),
    ("note", Target((ANCHOR,), (replace(ANCHOR, start=-1),)), None, "points to (-1, 9)"),
    ("note", Target((replace(ANCHOR, page="../a"),)), None, "of the page '../a'"),
    ("note", Target((replace(ANCHOR, type=""),)), None, "which is none"),
    ("note", Target(said=replace(SAID, verb_end=2**70)), None, "which is no place on a page"),
    ("note", Target(said=replace(SAID, page="A" * 64)), None, "holds on to a statement"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "target", "value", "why"), FORGED)
def test_what_cannot_be_is_set_aside_with_its_place(
    kind: str, target: Target, value: Value | None, why: str, tmp_path: Path
) -> None:
    forged = line(kind, target, value)
    first = seal(None, Judgement("accept", Target((ANCHOR,))))
    texts = [encode(first), encode(forged)]
    assert faults(texts) == []
    assert list(refused([first, forged])) == [2]
    path = tmp_path / CASE
    book.path_of(path).write_text("\n".join(texts) + "\n", encoding="utf-8")
    assert book.read(path, {}) == [first, forged]
    told = book.check(path, {1: first.hash})
    assert told[0].startswith("a.rasad.ledger.jsonl:2: ")
    assert why in told[0]
    assert "rasad undo a.rasad 2" in told[0]
    with pytest.raises(CaseError, match="Nothing was judged"):
        book.append(path, [first], Judgement(kind, target, value))


def test_a_long_reason_is_refused() -> None:
    said = Judgement("accept", Target((ANCHOR,)), None, "somebody", "so " * 4_000)
    assert "more than 10,000 letters" in senseless(seal(None, said))


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def done(*args: object) -> Result:
    result = run(*args)
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of which one event was judged, by one honest line."""
    case = tmp_path_factory.mktemp("judged") / CASE
    done("build", *HOMS, "-o", case)
    event = json.loads(done("timeline", case, "--type", "ASSAULT", "--json").stdout.splitlines()[0])["id"]
    done("correct", case, f"{event}.status", "planned", "--reason", "so it is")
    return case


def rows(case: Path) -> list[dict[str, str]]:
    return [json.loads(text) for text in done("ledger", case, "--json").stdout.splitlines()]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("type", Value("QUARREL")),
        ("place", Value("Homs", place_id="plc-homs", country="; DROP TABLE event")),
        ("actors", Value("x", actors=(Actor("per-x", "X", "person", "XXX", "KING"),))),
    ],
)
def test_a_forged_line_stops_nothing(judged: Path, field: str, value: Value, tmp_path: Path) -> None:
    case = tmp_path / CASE
    for path in (judged, book.path_of(judged)):
        shutil.copy(path, tmp_path / path.name)
    honest = book.read(case, {})
    forged = seal(honest[-1], Judgement("edit", replace(honest[-1].target, field=field), value))
    with book.path_of(case).open("a", encoding="utf-8") as file:
        file.write(encode(forged) + "\n")
    built = done("build", *HOMS, "-o", case, "--json")
    assert json.loads(built.stdout)["lines_refused"] == 1
    assert "1 lines of the ledger were set aside" in built.stderr
    assert [row["state"] for row in rows(case)] == ["holds", "refused"]
    assert rows(case)[1]["why"].startswith("a.rasad.ledger.jsonl:2: ")
    told = [json.loads(text) for text in done("timeline", case, "--type", "ASSAULT", "--json").stdout.splitlines()]
    assert [event["status"] for event in told].count("planned") == 1
    for form in ("csv", "jsonl", "polecat"):
        done("export", case, form, "-o", tmp_path / f"out.{form}")
    assert run("ledger", case, "--verify").exit_code == 1
    done("undo", case, 2, "--reason", "forged")
    assert [row["state"] for row in rows(case)] == ["holds", "undone", "holds"]
    done("ledger", case, "--verify")
