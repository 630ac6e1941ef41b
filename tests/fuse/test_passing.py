"""What a page names in passing goes to the event it speaks of: the one that matches, if no other does as well."""

import pytest
from msgspec.structs import replace
from test_fuse import days, report

from rasad.cli.packing import load_packs
from rasad.corpus import fuse
from rasad.engine.keys import keys_of, whole
from rasad.fuse.events import PlaceKey, ReportKey
from rasad.fuse.reports import passing_keys, report_keys
from rasad.grammar.reasons import Why
from rasad.model import Outside, Page, PageRecord
from rasad.pipeline import analyse
from rasad.relations import Recall
from rasad.store.rows import Entry, report_ids

NAMES = frozenset({"plc-mosul", "IRQ", "c:church", "per-pope"})
WORDS = frozenset({"فرودگاه", "نیمه‌شب", "پهپاد", "انبار"})
SEEN = {
    "type": "ASSAULT", "mode": "aerial", "actors": (), "recipients": (), "names": NAMES, "core": NAMES, "words": WORDS,
    "page_names": NAMES, "page_words": WORDS, "day": "2022-05-08",
}  # fmt: skip
BLOW = report(1, **{**SEEN, "place": PlaceKey("plc-mosul", "Mosul", "IRQ")})
NAMED = report(0, **{**SEEN, "place": None, "date": None, "page": f"{9:064}", "page_id": "page-9"})


def named(**more: object) -> ReportKey:
    """A page that names the attack and tells nothing of it; its id is its place in the page's record."""
    return replace(NAMED, id="0", **more)


def recalls(deed: ReportKey, *reports: ReportKey) -> tuple[Recall, ...]:
    return fuse(reports or (BLOW,), passing=[deed]).recalls


def test_a_deed_named_in_passing_is_of_the_event_that_matches() -> None:
    (found,) = recalls(named())
    corpus = fuse([BLOW], passing=[named()])
    assert (found.event, found.page, found.n, found.report) == (corpus.events[0].id, NAMED.page, 0, "r001")
    assert found.reasons[0] == "likest: page-1"
    assert list(corpus.events) == list(fuse([BLOW]).events)  # it supports nothing: pages, outlets and origins stay


@pytest.mark.parametrize(
    "other",
    [
        {"date": days("2021-01-01")},
        {"type": "CONSULT", "mode": None},
        {"names": frozenset({"plc-basra"}), "core": frozenset({"plc-basra"}), "words": frozenset({"بندر"})},
        {"page": BLOW.page},
    ],
)
def test_what_does_not_match_is_left_alone(other: dict[str, object]) -> None:
    assert recalls(named(**other)) == ()


def test_what_fits_two_events_as_well_is_given_to_neither() -> None:
    again = replace(BLOW, id="r002", page=f"{2:064}", page_id="page-2", date=days("2023-06-20"), day="2023-06-20")
    assert len(fuse([BLOW, again]).events) == 2
    assert recalls(named(day=None), BLOW, again) == ()
    assert len(recalls(named(day=None), BLOW)) == 1


def test_a_crowded_block_says_nothing() -> None:
    many = [replace(BLOW, id=f"r{n:03}", page=f"{n:064}", page_id=f"page-{n}") for n in range(20, 80)]
    assert recalls(named(), *many) == ()


def read(text: str, name: str) -> PageRecord:
    record = analyse(Page(Outside(name, published="2022-05-09"), text, name), load_packs()).record
    assert record is not None
    return record


TOLD = "در حمله هوایی ترکیه به فرودگاه سلیمانیه عراق در روز یکشنبه ۱۸ اردیبهشت ۱۴۰۱ سه نفر کشته شدند."
PASSING = "آیا پس از بحران حمله هوایی به فرودگاه سلیمانیه عراق، بازار ترکیه آرام خواهد شد؟"


def test_words_without_parties_are_kept_with_their_reason() -> None:
    record = read(PASSING, "p")
    (one,) = record.passing
    assert (one.type, PASSING[slice(*one.trigger)], one.why) == ("ASSAULT", "حمله هوایی", Why.ONLY_NAMED)
    assert record.events == ()


@pytest.mark.parametrize(
    "text",
    ["ایران به عراق حمله نکرد.", "باید به این حمله پاسخ داد.", "محکومیت سخنان او ادامه داشت.", "هوا آفتابی بود."],
)  # fmt: skip
def test_what_did_not_happen_or_is_only_said_is_not_named(text: str) -> None:
    assert [one for one in read(text, "p").passing if one.type != "ASSAULT"] == []
    assert not any("negated" in one.why or "demanded" in one.why for one in read(text, "p").passing)


def test_pages_meet_through_their_words() -> None:
    first, second = read(TOLD, "a"), read(PASSING, "b")
    keys = report_keys(TOLD, first, report_ids(first))
    assert keys
    found = fuse(keys, passing=passing_keys(PASSING, second)).recalls
    assert [(one.page, one.n) for one in found] == [("b", 0)]


def test_kept_keys_hold_what_is_named_in_passing() -> None:
    record = read(PASSING, "b")
    entry = Entry(Page(Outside("b"), PASSING, "b"), record)
    assert whole(keys_of(entry)).passing == passing_keys(PASSING, record)
