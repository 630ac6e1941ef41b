"""What people have judged goes before points: held together, kept apart, left out, called by one name."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from test_fuse import ASSAD, KHAMENEI, RAISI, days, report

from rasad.corpus import fuse
from rasad.fuse.events import Event, PartyKey, PlaceKey, ReportKey
from rasad.fuse.judged import Bond, Edit, Judged
from rasad.fuse.parties import alike
from rasad.model import DateInterval


def events(*reports: ReportKey, judged: Judged) -> list[Event]:
    return list(fuse(reports, judged=judged).events)


def groups(found: list[Event]) -> set[frozenset[str]]:
    return {frozenset(member.report for member in event.members) for event in found}


def sets(*names: str) -> set[frozenset[str]]:
    return {frozenset(name.split()) for name in names}


def other(number: int) -> ReportKey:
    """A meeting of another time, with another guest."""
    return report(number, actors=(ASSAD, RAISI), date=days("2023-05-03"))


def test_what_was_merged_is_one_event() -> None:
    bond = Bond(1, True, ("r001",), ("r003",))
    found = events(report(1), report(2), other(3), other(4), judged=Judged(bonds=(bond,)))
    assert groups(found) == sets("r001 r002 r003 r004")


def test_what_was_split_is_two_and_the_rest_goes_where_it_is_alike() -> None:
    shared = {"tehran", "visit", "leader", "syria", "damascus"}
    words, more = frozenset({"plane", "airport", *shared}), frozenset({"oil", "credit", *shared})
    told = [report(1, words=words), report(2, words=more), report(3, words=words), report(4, words=more)]
    assert len(events(*told, judged=Judged())) == 1
    found = events(*told, judged=Judged(bonds=(Bond(1, False, ("r001",), ("r002",)),)))
    assert groups(found) == sets("r001 r003", "r002 r004")


def test_the_later_of_two_bonds_is_kept() -> None:
    merge, split = Bond(1, True, ("r001", "r003")), Bond(2, False, ("r001",), ("r003",))
    assert groups(events(report(1), other(3), judged=Judged(bonds=(merge, split)))) == sets("r001", "r003")
    again = Bond(3, True, ("r001", "r003"))
    assert groups(events(report(1), other(3), judged=Judged(bonds=(merge, split, again)))) == sets("r001 r003")


def test_a_bond_ties_whole_groups_and_those_tied_to_them() -> None:
    third = [report(n, actors=(KHAMENEI, RAISI), date=days("2021-01-01")) for n in (5, 6)]
    bonds = (Bond(1, True, ("r002", "r005")), Bond(2, True, ("r006", "r004")))
    found = events(report(1), report(2), other(3), other(4), *third, judged=Judged(bonds=bonds))
    assert groups(found) == sets("r001 r002 r003 r004 r005 r006")


def test_bonds_on_reports_that_are_gone_do_nothing() -> None:
    bonds = (Bond(1, True, ("gone",), ("r001",)), Bond(2, False, ("gone",), ("r002",)))
    assert groups(events(report(1), report(2), judged=Judged(bonds=bonds))) == sets("r001 r002")


def test_the_order_of_reports_never_shows() -> None:
    told = [report(1), report(2), other(3), other(4), report(5, date=None)]
    bonds = (
        Bond(1, True, ("r001", "r003")),
        Bond(2, False, ("r004",), ("r003", "r002")),
        Bond(3, True, ("r005", "r004")),
    )
    wanted = events(*told, judged=Judged(bonds=bonds))
    for seed in range(5):
        assert events(*random.Random(seed).sample(told, len(told)), judged=Judged(bonds=bonds)) == wanted


def test_a_rejected_report_is_left_out() -> None:
    found = events(report(1), report(2), other(3), judged=Judged(rejected=frozenset({"r002", "r003"})))
    assert groups(found) == sets("r001")


def test_a_field_is_set_and_what_was_read_is_kept() -> None:
    day = DateInterval("2022-05-09", "2022-05-09", "day", "ledger", ("ledger:1 sets 2022-05-09",))
    edits = (
        Edit(1, ("r001", "r002"), "date", day), Edit(2, ("r001",), "place", PlaceKey("plc-qom", "Qom", "IRN")),
        Edit(3, ("r002",), "actors", (ASSAD,)), Edit(4, ("r001",), "mode", None),
        Edit(5, ("gone",), "status", "denied"),
    )  # fmt: skip
    (event,) = events(report(1), report(2), judged=Judged(edits=edits))
    assert (event.date, event.actors, event.mode, event.status) == (day, (ASSAD,), None, "actual")
    assert event.place == PlaceKey("plc-qom", "Qom", "IRN")
    assert [(c.line, c.field, c.was, c.now) for c in event.corrections] == [
        (1, "date", "2022-05-08", "2022-05-09"), (2, "place", "Tehran", "Qom"),
        (3, "actors", "Bashar al-Assad, Ali Khamenei", "Bashar al-Assad"), (4, "mode", "meeting", ""),
    ]  # fmt: skip


def test_a_field_is_set_in_the_event_that_holds_most_of_the_reports() -> None:
    edit = Edit(1, ("r003", "r001", "r002"), "status", "denied")
    found = events(report(1), report(2), other(3), judged=Judged(edits=(edit,)))
    assert {event.members[0].report: event.status for event in found} == {"r001": "denied", "r003": "actual"}


def test_two_names_are_one_actor() -> None:
    unknown = PartyKey("page:x", "x", "person", "SYR", native="x")
    judged = Judged(actors={"page:x": ASSAD})
    (event,) = events(report(1), report(2, actors=(unknown, KHAMENEI)), judged=judged)
    assert [party.id for party in event.actors] == ["per-assad", "per-khamenei"]


def test_two_actors_are_kept_apart() -> None:
    state = PartyKey("country:SYR", "Syria", "government", "SYR")
    assert alike(ASSAD, state) > 0
    assert alike(replace(ASSAD, apart=frozenset({"country:SYR"})), state) == 0
    judged = Judged(apart={"per-assad": frozenset({"country:SYR"})})
    first, second = report(1), report(2, actors=(state, KHAMENEI))
    found = {party.id for event in events(first, second, judged=judged) for party in event.actors}
    assert {"per-assad", "country:SYR"} <= found


NAMES = tuple(f"r{n:03}" for n in range(1, 9))
SOME = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)


@given(st.lists(st.tuples(st.booleans(), SOME, SOME), min_size=1, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_whatever_is_judged_no_report_is_lost_and_the_last_word_counts(
    said: list[tuple[bool, list[str], list[str]]], dice: random.Random
) -> None:
    told = [report(n) if n % 2 else other(n) for n in range(1, 9)]
    bonds = tuple(Bond(n, together, tuple(a), tuple(b)) for n, (together, a, b) in enumerate(said, start=1))
    found = events(*told, judged=Judged(bonds=bonds))
    assert sorted(member.report for event in found for member in event.members) == list(NAMES)
    last = bonds[-1]
    home = {member.report: event.id for event in found for member in event.members}
    mine, theirs = {home[r] for r in last.some}, {home[r] for r in last.others}
    if last.together:
        assert len(mine | theirs) == 1
    elif not set(last.some) & set(last.others):
        assert not mine & theirs
    dice.shuffle(told)
    assert events(*told, judged=Judged(bonds=tuple(dice.sample(bonds, len(bonds))))) == found
