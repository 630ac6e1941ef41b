"""Fusion: what is one event becomes one, what is not stays apart, and the order of arrival never shows."""

import random
from collections.abc import Sequence
from itertools import combinations

import pytest
from msgspec.structs import replace

from gold_records import gold_entries
from rasad.corpus import Corpus, fuse
from rasad.fuse.compare import explain, may_be_one, may_be_split, points
from rasad.fuse.copies import prints
from rasad.fuse.events import Event, FigureKey, LinkKey, PartyKey, PlaceKey, ReportKey
from rasad.fuse.profile import profile
from rasad.fuse.reports import origin_id, report_keys
from rasad.fuse.sketches import Sketches
from rasad.model import DateInterval, PublicLink
from rasad.store.rows import report_ids

ASSAD = PartyKey("per-assad", "Bashar al-Assad", "person", "SYR")
KHAMENEI = PartyKey("per-khamenei", "Ali Khamenei", "person", "IRN")
RAISI = PartyKey("per-raisi", "Ebrahim Raisi", "person", "IRN")
PEZESHKIAN = PartyKey("per-pezeshkian", "Masoud Pezeshkian", "person", "IRN")
SYRIA = PartyKey("gov-SYR", "Syria", "government", "SYR")
IRNA, AFP = LinkKey("org-irna", "IRNA", "agency"), LinkKey("org-afp", "AFP", "agency")
PRESIDENCY = LinkKey("gov-SYR-presidency", "Presidency of Syria", "office")
SEEN = frozenset({"per-assad", "per-khamenei", "plc-tehran"})
SOMEBODY = LinkKey("anonymous", "an official", "anonymous")


def days(first: str | None, last: str | None = None) -> DateInterval:
    last = last or first
    return DateInterval(first, last, "day" if first == last else "interval", "stated", ("said so",))


def report(number: int, **more: object) -> ReportKey:
    """A meeting of Assad and Khamenei in Tehran on one day, told by a page of its own."""
    plain = ReportKey(
        f"r{number:03}", f"{number:064}", f"page-{number}", "fa", "CONSULT", "meeting", "actual", (ASSAD, KHAMENEI), (),
        days("2022-05-08"), PlaceKey("plc-tehran", "Tehran", "IRN"), outlet=f"outlet-{number}",
    )  # fmt: skip
    return replace(plain, **more)


def events(*reports: ReportKey) -> list[Event]:
    return list(fuse(reports).events)


def gold_corpus(*names: str) -> tuple[Corpus, dict[str, ReportKey]]:
    entries = [entry for name in names for entry in gold_entries(name)]
    keys = [k for e in entries for k in report_keys(e.page.text, e.record, report_ids(e.record))]
    texts = {e.record.sha256: prints(e.page.text, e.record.boilerplate) for e in entries}
    return fuse(keys, texts.items()), {key.id: key for key in keys}


def pages_of(event: Event, keys: dict[str, ReportKey]) -> set[str]:
    return {keys[member.report].page_id for member in event.members}


def with_mode(found: Sequence[Event], mode: str) -> list[Event]:
    return [event for event in found if event.mode == mode]


def test_the_call_of_the_seeds_is_one_event_of_two_pages_and_one_origin() -> None:
    corpus, keys = gold_corpus("seeds")
    names = {"Bashar al-Assad", "Masoud Pezeshkian"}
    calls = [e for e in with_mode(corpus.events, "phone") if {p.name for p in e.actors} == names]
    assert len(calls) == 1
    assert pages_of(calls[0], keys) == {"seed-001", "seed-002"}
    assert (calls[0].pages, calls[0].outlets, calls[0].origin_count) == (2, 2, 1)
    assert calls[0].origins[0].name == "Presidency of Syria"
    assert (calls[0].date.earliest, calls[0].date.latest) == ("2024-07-28", "2024-12-08")


def test_seed_004_dates_what_seed_002_calls_dawn_of_wednesday() -> None:
    corpus, keys = gold_corpus("seeds")
    attacks = [e for e in corpus.events if e.type == "ASSAULT" and e.pages == 2]
    assert [pages_of(e, keys) for e in attacks] == [{"seed-002", "seed-004"}]
    assert attacks[0].date.earliest == attacks[0].date.latest == "2024-11-27"
    dated = next(m for m in attacks[0].members if keys[m.report].page_id == "seed-002")
    assert dated.date.basis == "other_report"
    assert any("seed-004" in line for line in dated.date.derivation)


def test_the_other_meetings_of_the_seeds_stay_apart() -> None:
    corpus, _ = gold_corpus("seeds")
    assert all(event.pages == 1 for event in with_mode(corpus.events, "meeting"))
    assert all(event.pages == 1 for event in with_mode(corpus.events, "visit"))


def test_gold_clusters_of_the_seeds_hold_together() -> None:
    corpus, keys = gold_corpus("seeds")
    joined = {frozenset(pages_of(e, keys)) for e in corpus.events if e.pages > 1}
    assert joined == {frozenset({"seed-001", "seed-002"}), frozenset({"seed-002", "seed-004"})}
    assert sum(e.pages > 1 for e in corpus.events) == 6


def test_reports_alike_become_one_event() -> None:
    (event,) = events(report(1), report(2, lang="ar", place=None), report(3))
    assert (event.pages, event.outlets) == (3, 3)
    assert [p.name for p in event.actors] == ["Bashar al-Assad", "Ali Khamenei"]
    assert event.place == PlaceKey("plc-tehran", "Tehran", "IRN")


@pytest.mark.parametrize(
    "other",
    [
        {"actors": (ASSAD, RAISI)},
        {"date": days("2022-06-08")},
        {"type": "ASSAULT", "mode": None},
        {"page": f"{1:064}"},
        {"place": PlaceKey("plc-damascus", "Damascus", "SYR"), "mode": "phone"},
    ],
)
def test_unlike_reports_stay_apart(other: dict[str, object]) -> None:
    assert len(events(report(1), report(2, **other))) == 2


IRAN, RUSSIA, TURKEY, SAUDI = (
    PartyKey(f"country:{code}", name, "government", code)
    for code, name in (("IRN", "Iran"), ("RUS", "Russia"), ("TUR", "Turkey"), ("SAU", "Saudi Arabia"))
)
SPOKEN_OF = frozenset({"SYR", "c:talks", "c:summit", "c:ceasefire"})
TALKED = {"names": SPOKEN_OF, "core": SPOKEN_OF, "page_names": SPOKEN_OF}
GATHERED = {"mode": "multilateral", "place": None, "date": None}


@pytest.mark.parametrize(
    ("more", "one"),
    [({}, False), ({"date": days("2022-05-08")}, True), ({"place": PlaceKey("plc-sochi", "Sochi", "RUS")}, True)],
)
def test_gatherings_of_other_states_need_a_day_or_a_place_in_common(more: dict[str, object], one: bool) -> None:
    astana = report(1, **{**GATHERED, "actors": (IRAN, RUSSIA, TURKEY, SYRIA), **TALKED, **more})
    jeddah = report(2, **{**GATHERED, "actors": (SAUDI, SYRIA), **TALKED, **more})
    assert (len(events(astana, jeddah)) == 1) is one
    assert len(events(astana, replace(jeddah, actors=(IRAN, SYRIA)))) == 1


STRIKE = {"type": "ASSAULT", "mode": None, "actors": (), "recipients": (SYRIA,)}
ALEPPO, HOMS = PlaceKey("plc-aleppo", "Aleppo", "SYR"), PlaceKey("plc-homs", "Homs", "SYR")
SAID = {"type": "ACCUSE", "mode": None, "recipients": (SYRIA,), "place": None}


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({**STRIKE, "place": ALEPPO}, {**STRIKE, "place": HOMS}, "different towns"),
        ({**SAID, "actors": (RAISI,)}, {**SAID, "actors": (KHAMENEI,)}, "other people spoke"),
        ({"figures": (FigureKey(6.1, "exact", "magnitude"),)}, {"figures": (FigureKey(5.4, "exact", "magnitude"),)},
         "no value is the same"),
    ],
)  # fmt: skip
def test_what_differs_is_a_reason_against(one: dict[str, object], other: dict[str, object], reason: str) -> None:
    found = explain(profile(report(1, **one)), profile(report(2, **other)))
    assert any(why.startswith("-") and reason in why for why in found.reasons)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({**STRIKE, "place": ALEPPO}, {**STRIKE, "place": PlaceKey("SYR", "Syria", "SYR")}),
        ({**SAID, "actors": (RAISI,)}, {**SAID, "actors": (PartyKey("office:minister:IRN", "M", "person", "IRN"),)}),
        (
            {"figures": (FigureKey(6, "exact", "people killed"),)},
            {"figures": (FigureKey(9, "exact", "people killed"),)},
        ),
    ],
)
def test_what_may_be_one_is_no_reason_against(one: dict[str, object], other: dict[str, object]) -> None:
    found = explain(profile(report(1, **one)), profile(report(2, **other)))
    said = ("towns", "people spoke", "no value")
    assert not any(part in why for why in found.reasons for part in said)


EMBASSY = PartyKey("organ:embassy:SAU", "Embassy of Saudi Arabia", "government", "SAU")
STORMED = {"place": PlaceKey("plc-tehran", "Tehran", "IRN"), "recipients": (EMBASSY,), "actors": (), "page": f"{1:064}"}


@pytest.mark.parametrize(
    ("more", "one"),
    [({}, True), ({"recipients": (SYRIA,)}, False), ({"status": "planned"}, False),
     ({"date": days("2022-05-09")}, True),
     ({"date": days("2022-05-11")}, False)],
)  # fmt: skip
def test_a_page_may_tell_one_deed_under_two_types(more: dict[str, object], one: bool) -> None:
    first = report(1, type="ASSAULT", mode=None, **STORMED)
    second = report(2, **{"type": "COERCE", "mode": "seize", **STORMED, **more})
    assert may_be_one(profile(first), profile(second)) is one


@pytest.mark.parametrize(
    ("more", "one"),
    [({}, True), ({"status": "planned"}, False), ({"date": days("2022-05-14")}, False), ({"type": "CONSULT"}, False)],
)
def test_a_page_may_split_a_deed_by_its_means(more: dict[str, object], one: bool) -> None:
    shot = report(1, type="ASSAULT", mode="firearms", **STORMED)
    stabbed = report(2, **{"type": "ASSAULT", "mode": "primitive", **STORMED, **more})
    assert not may_be_one(profile(shot), profile(stabbed))
    assert may_be_split(profile(shot), profile(stabbed)) is one


def test_the_mode_is_one_of_the_type() -> None:
    arrests = [report(n, type="COERCE", mode=None, chain=(IRNA,)) for n in (1, 2)]
    (event,) = events(*arrests, report(3, type="PROTEST", mode="obstruct", chain=(IRNA,)))
    assert (event.type, event.mode) == ("COERCE", None)


def test_a_person_and_his_state_are_alike() -> None:
    first = report(1, type="AGREE", mode=None, actors=(KHAMENEI,), recipients=(ASSAD,))
    second = report(2, type="AGREE", mode=None, actors=(KHAMENEI,), recipients=(SYRIA,))
    (event,) = events(first, second)
    assert [p.name for p in event.recipients] == ["Bashar al-Assad"]


def test_no_chain_of_unlike_reports() -> None:
    """The first and the last have days that lie apart; the wide one in the middle must not tie them together."""
    middle = report(2, date=days("2022-05-01", "2022-05-31"))
    found = events(report(1, date=days("2022-05-03")), middle, report(3, date=days("2022-05-28")))
    assert max(len(event.members) for event in found) <= 2


def test_an_undated_report_that_fits_two_events_gets_no_day() -> None:
    found = events(report(1), report(2, date=None), report(3, date=days("2023-05-08")))
    assert len(found) == 3
    assert next(e for e in found if e.members[0].report == "r002").date.precision == "unknown"


def test_an_undated_report_is_dated_by_a_dated_one() -> None:
    words = frozenset({"عمود", "خیمه", "میهمان", "رهبر"})
    told = {"words": words, "names": SEEN, "core": SEEN}
    (event,) = events(report(1, **told), report(2, date=None, **told))
    member = next(m for m in event.members if m.report == "r002")
    assert (member.date.earliest, member.date.basis) == ("2022-05-08", "other_report")
    assert member.date.derivation == ("this page gives no day", "page-1: 2022-05-08")


def test_days_are_intersected() -> None:
    one, two = days("2022-05-01", "2022-05-10"), days("2022-05-08", "2022-05-20")
    (event,) = events(report(1, date=one), report(2, date=two))
    assert (event.date.earliest, event.date.latest) == ("2022-05-08", "2022-05-10")
    assert (event.date.precision, event.date.basis) == ("interval", "other_report")


def test_a_slip_of_a_day_is_a_contradiction() -> None:
    words = frozenset({"tehran", "visit", "leader"})
    (event,) = events(report(1, words=words), report(2, words=words, date=days("2022-05-09")))
    assert [c.field for c in event.contradictions] == ["date"]
    assert any("contradiction" in line for line in event.date.derivation)


def test_a_denial_contradicts() -> None:
    (event,) = events(report(1), report(2, status="denied", denial="نفى"))
    (found,) = event.contradictions
    assert (found.field, found.value, found.other_value) == ("status", "actual", "denied")
    assert found.why.endswith("page-2 denies it («نفى»)")


@pytest.mark.parametrize(
    ("low", "high", "kinds"),
    [
        (FigureKey(9, "exact", "people killed"), FigureKey(12, "exact", "people killed"), ["conflict"]),
        (FigureKey(9, "at_least", "people killed"), FigureKey(12, "exact", "people killed"), []),
        (FigureKey(9, "at_most", "people killed"), FigureKey(12, "exact", "people killed"), ["conflict"]),
        (FigureKey(100, "about", "people killed"), FigureKey(110, "exact", "people killed"), []),
        (FigureKey(9, "exact", "people killed"), FigureKey(12, "exact", "people wounded"), []),
    ],
)
def test_counts(low: FigureKey, high: FigureKey, kinds: list[str]) -> None:
    (event,) = events(report(1, figures=(low,)), report(2, figures=(high,)))
    assert [c.kind for c in event.contradictions] == kinds


def test_a_copy_of_a_denial_is_no_second_one() -> None:
    denial = {"denial": "تکذیب کرد", "words": frozenset({"never", "happened"})}
    (event,) = events(report(1), report(2, **denial), report(3, **denial))
    assert [c.other_report for c in event.contradictions] == ["r002"]


def test_who_counts_as_many_dead_as_wounded_was_misread() -> None:
    slip = (FigureKey(39, "exact", "people killed"), FigureKey(39, "exact", "people wounded"))
    told = (FigureKey(39, "exact", "people killed"), FigureKey(60, "exact", "people wounded"))
    assert events(report(1, figures=slip), report(2, figures=told))[0].contradictions == ()


def test_who_agree_on_a_count_do_not_clash_on_its_parts() -> None:
    words = frozenset({"barrels", "opec", "quota", "cut"})
    whole, part, other = (FigureKey(n, "exact", "barrels", words) for n in (1_200_000, 600_000, 3_900_000))
    assert events(report(1, figures=(whole, part)), report(2, figures=(whole, other)))[0].contradictions == ()


def test_a_later_higher_count_is_an_update() -> None:
    low, high = FigureKey(9, "exact", "people killed"), FigureKey(12, "exact", "people killed")
    first, second = report(1, figures=(low,), day="2022-05-08"), report(2, figures=(high,), day="2022-05-09")
    assert [c.kind for c in events(first, second)[0].contradictions] == ["update"]


def test_origins_count_innermost_stated_links() -> None:
    told = [report(1, chain=(AFP, IRNA)), report(2, chain=(IRNA,)), report(3, chain=(PRESIDENCY,)), report(4)]
    (event,) = events(*told)
    assert event.origin_count == 2
    assert {origin.name for origin in event.origins} == {"IRNA", "Presidency of Syria"}


def test_nameless_and_unknown_origins_count_nothing() -> None:
    (event,) = events(report(1, chain=(SOMEBODY,)), report(2, chain=(SOMEBODY,)), report(3))
    assert event.origin_count == 0
    assert not event.origins[0].counted
    assert "nameless" in event.origins[0].why


def test_copies_have_one_origin() -> None:
    text = " ".join(f"واژه{n}" for n in range(200))
    first, second = report(1, chain=(AFP,)), report(2, chain=(IRNA,))
    (event,) = fuse([first, second], {first.page: prints(text), second.page: prints(f"{text} پایان")}.items()).events
    assert event.origin_count == 1
    assert len(event.origins) == 2


def test_order_of_arrival_never_shows() -> None:
    corpus, keys = gold_corpus("seeds", "dev-ar", "dev-fa")
    shuffled = list(keys.values())
    random.Random(7).shuffle(shuffled)
    assert list(fuse(shuffled, corpus.prints).events) == list(corpus.events)


def test_the_event_id_hangs_on_the_report_published_first() -> None:
    (two,) = events(report(2, day="2022-05-09"), report(3, day="2022-05-10"))
    (four,) = events(report(1), report(4, day="2022-05-11"), report(3, day="2022-05-10"), report(2, day="2022-05-09"))
    assert two.id == four.id
    alone = [event.id for n in (1, 3, 4) for event in events(report(n))]
    assert sorted(four.supersedes) == sorted(alone)  # whoever cited a report's own event finds this one


def test_of_undated_pages_the_smallest_report_gives_the_id() -> None:
    (two,) = events(report(1), report(2))
    (three,) = events(report(3), report(2), report(1))
    assert two.id == three.id


def test_work_is_bounded_in_a_block() -> None:
    """A thousand meetings of the same two people on one day cost a window each, not half a million comparisons."""
    reports = [report(n) for n in range(1000)]
    corpus = fuse(reports)
    assert len(corpus.candidates) < 1000 * 100
    assert sum(event.pages for event in corpus.events) == 1000


@pytest.mark.parametrize(
    ("link", "kind", "origin"),
    [
        ("organ:presidents_office:SYR", "office", "organ:presidency:SYR"),
        ("organ:presidency:SYR", "office", "organ:presidency:SYR"),
        ("country:RUS", "office", "organ:presidency:RUS"),
        ("country:RUS", "official", "country:RUS"),
        ("organ:army:SYR", "office", "organ:army:SYR"),
        ("org-afp", "agency", "org-afp"),
    ],
)
def test_offices_that_speak_with_one_voice_are_one_origin(link: str, kind: str, origin: str) -> None:
    assert origin_id(PublicLink("X", kind, (0, 1), link)) == origin


def test_what_is_left_out_of_a_comparison_would_not_have_made_one_event() -> None:
    """Dear evidence is not asked for where all of it could not make up for what speaks against."""
    _, keys = gold_corpus("seeds", "dev-ar", "dev-fa")
    some = [profile(key) for key in keys.values()][::3]
    sketches = Sketches()
    assert list(sketches.noted(some)) == some
    left_out = 0
    for (a, one), (b, other) in combinations(enumerate(some), 2):
        for copied in (False, True):
            promising = sketches.promising(a, b, copied)
            assert promising or points(one, other, copied) <= 0
            left_out += not promising
    assert left_out > len(some) ** 2 / 2


def test_gunmen_of_two_lent_countries_may_be_the_same_within_a_page() -> None:
    tunisian, canadian = (PartyKey(f"group:gunmen:{c}", f"{c} gunmen", "group", c) for c in ("TUN", "CAN"))
    police = PartyKey("group:police:CAN", "Canadian police", "group", "CAN")
    attack = {"type": "ASSAULT", "mode": "firearms", "page": f"{1:064}", "page_id": "page-1"}
    told = [report(n, **attack, actors=(who,)) for n, who in enumerate((tunisian, canadian, police))]
    one, other, third = map(profile, told)
    assert may_be_one(one, other)
    assert not may_be_one(one, third)
