"""Strange and hostile text: no crash, no hang, spans in the text."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasad.dates import dayset
from rasad.dates.addresses import address_day
from rasad.dates.constraints import Constraint, news_constraint, seen_constraint
from rasad.dates.dayset import DaySet
from rasad.dates.eras import find_era
from rasad.dates.expressions import read_dates
from rasad.dates.solver import solve
from rasad.dates.telling import edtf
from rasad.dates.vocabulary import vocabulary
from rasad.dates.written import day_written
from rasad.tokens import fold

LANGS = st.sampled_from(["fa", "ar"])
DAYS = st.integers(date(1990, 1, 1).toordinal(), date(2035, 1, 1).toordinal())
PAGES = st.one_of(
    st.just(dayset.ALL),
    st.tuples(DAYS, DAYS).map(lambda pair: dayset.bounds(min(pair), max(pair))),
    DAYS.map(lambda day: dayset.bounds(day, day)),
    DAYS.map(lambda day: dayset.bounds(day, None)),
    DAYS.map(lambda day: dayset.bounds(None, day)),
)
SECONDS_PER_100_KB = 1.0


def hostile(lang: str) -> st.SearchStrategy[str]:
    known = [*sorted(vocabulary(lang).words), "0", "00", "99", "9999", "31", "1403/13/41", "99/99/9999", "۱۲", "٣"]
    known += [
        "\u202e",
        "\u200c",
        "\u200f",
        "\u0301" * 5,
        "\0",
        "\n",
        "(",
        ")",
        "«",
        "»",
        "/",
        "-",
        "{n}",
        "%",
        "\ud800"[:0],
    ]
    return st.lists(st.sampled_from(known) | st.text(max_size=4), max_size=20).flatmap(
        lambda parts: st.sampled_from(["", " ", "\u200c"]).map(lambda gap: gap.join(parts))
    )


CASES = LANGS.flatmap(lambda lang: st.tuples(st.just(lang), hostile(lang)))


@settings(max_examples=400, deadline=None)
@given(CASES, PAGES, st.booleans())
def test_read_and_solve(case: tuple[str, str], page: DaySet, planned: bool) -> None:
    lang, text = case
    folded = fold(text)
    reasons: list[Constraint | None] = [find_era(folded, lang), news_constraint(page, 31)]
    for mention in read_dates(text, folded, lang):
        assert 0 <= mention.start < mention.end <= len(text)
        reasons.append(seen_constraint(mention, page, planned))
    known = [reason for reason in reasons if reason]
    found = solve(known)
    edtf(found)
    assert not (found.earliest and found.latest) or found.earliest <= found.latest
    assert all(any(reason.words in line for line in found.derivation) for reason in known)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80) | st.from_regex(r"[0-9۰-۹ /.:T+-]{0,30}"))
def test_metadata(text: str) -> None:
    day = day_written(text)
    assert day is None or 1990 <= date.fromordinal(day).year <= 2100
    for prefix in ("", "https://www.farsnews.ir/news/", "http://["):
        address_day(prefix + text)


@pytest.mark.parametrize("lang", ["fa", "ar"])
@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "12 ",
        "1/",
        "1403/09/",
        "( ",
        "و",
        "روز ",
        "يوم ",
        "شنبه ",
        "1 و ",
        "هزار ",
        "ألف و",
        "\u200c",
        "ه\u0654",
        "منذ ",
        "،",
        "«",
        "جنگ ",
        "جنگ داخلی ",
        " سال بحران سوریه",
        "الحرب السورية عامها ",
    ],
)
def test_no_hang(lang: str, unit: str) -> None:
    text = unit * (100_000 // len(unit.encode()))
    start = time.perf_counter()
    read_dates(text, fold(text), lang)
    find_era(fold(text), lang)
    # Twice the bar, since the machine that tests may be busy.
    assert time.perf_counter() - start < 20 * SECONDS_PER_100_KB  # a hang takes minutes; a busy machine is slow
