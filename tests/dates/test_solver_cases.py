"""The solver's case file: reasons on one side, what they leave on the other."""

from datetime import date
from pathlib import Path

import pytest

from rasad.dates import dayset
from rasad.dates.constraints import (
    Constraint,
    Tenure,
    banner_constraint,
    coming_constraint,
    former_constraint,
    news_constraint,
    published_constraint,
    seen_constraint,
    tenure_constraints,
)
from rasad.dates.dayset import DaySet
from rasad.dates.eras import find_era
from rasad.dates.expressions import read_dates
from rasad.dates.solver import narrow, solve
from rasad.tokens import fold

CASES = Path(__file__).parent.parent / "cases" / "dates-solver.txt"


def cases() -> list[tuple[str, str]]:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(given, expected) for given, expected in (line.split(" => ") for line in lines)]


def ordinal(text: str) -> int | None:
    return date.fromisoformat(text).toordinal() if text else None


def page_days(reasons: list[tuple[str, str]]) -> DaySet:
    known = dict(reasons)
    first, last = known.get("page", "/").split("/")
    day = ordinal(known.get("published", ""))
    return dayset.bounds(day, day) if day else dayset.bounds(ordinal(first), ordinal(last))


def constraints(given: str) -> list[Constraint]:
    parts = [part.strip().partition(" ") for part in given.split(" ; ")]
    reasons = [(kind, rest) for kind, _, rest in parts]
    page = page_days(reasons)
    found: list[Constraint | None] = []
    terms: list[Tenure] = []
    for kind, rest in reasons:
        if kind == "office":
            who, office, first, last = (part.strip() for part in rest.split(","))
            terms.append((who, office, first, last))
        else:
            found.append(constraint(kind, rest, page))
    return [known for known in [*found, *tenure_constraints(terms)] if known]


def constraint(kind: str, rest: str, page: DaySet) -> Constraint | None:
    lang, _, text = rest.partition(" ")
    if kind == "said":
        (mention,) = read_dates(text, fold(text), lang)
        return seen_constraint(mention, page)
    if kind == "era":
        return find_era(fold(text), lang)
    if kind == "former":
        who, office, end = (part.strip() for part in rest.split(","))
        return former_constraint(who, office, end)
    if kind in ("published", "retrieved"):
        make = published_constraint if kind == "published" else banner_constraint
        return make(date.fromisoformat(rest).toordinal())
    return {"news": news_constraint(page, 31), "planned": coming_constraint(page)}.get(kind)


@pytest.mark.parametrize(("given", "expected"), cases())
def test_case(given: str, expected: str) -> None:
    # What is planned lies behind the page's day: nothing told as past bounds it.
    reasons = [known for known in constraints(given) if not (given.startswith("planned") and known.name == "published")]
    found, dropped = solve(reasons), [known.name for known in narrow(reasons).dropped]
    interval = f"{found.earliest or ''}/{found.latest or ''}"
    assert " ".join([interval, found.precision, found.basis, *dropped]) == expected
    assert all(any(known.words in line for line in found.derivation) for known in reasons)


def test_there_are_enough() -> None:
    assert len(cases()) >= 40
