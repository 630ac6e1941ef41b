"""Who is who among actors that the register does not know: cases, and laws of order, forgetting and the ledger."""

import random
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest
from msgspec.structs import replace
from test_fuse import ASSAD, report

from rasad.fuse.actors import Actor, ActorBond, who_is_who
from rasad.fuse.events import PartyKey
from rasad.fuse.judged import Judged
from rasad.fuse.knowing import known
from rasad.fuse.sightings import Sighting
from rasad.tokens import ZWNJ, fold

Row = dict[str, str]
CASES = Path(__file__).parents[1] / "cases" / "actors.tsv"


def rows() -> list[Row]:
    lines = [line for line in CASES.read_text("utf-8").split("\n") if line[:1] not in ("", "#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def sighting(row: Row, number: int) -> Sighting:
    entity = "page:" + fold(row["name"]).replace(ZWNJ, " ").lower()
    return Sighting(
        row["page"] or f"{number:064}", entity, row["name"], "person", row["lang"], (row["name"],),
        row["country"] or None, frozenset(filter(None, [row["offices"]])), frozenset(row["beside"].split()),
        row["day"] or None, None, frozenset(), frozenset(row["words"].split()),
    )  # fmt: skip


def cases() -> dict[str, list[tuple[str, Sighting]]]:
    found: dict[str, list[tuple[str, Sighting]]] = defaultdict(list)
    for number, row in enumerate(rows()):
        found[row["case"]].append((row["actor"], sighting(row, number)))
    return found


def groups(actors: Iterable[Actor]) -> set[frozenset[str]]:
    return {frozenset(seen.id for seen in actor.sightings) for actor in actors}


@pytest.mark.parametrize("case", cases())
def test_case(case: str) -> None:
    wanted: dict[str, set[str]] = defaultdict(set)
    for actor, seen in cases()[case]:
        wanted[actor].add(seen.id)
    assert groups(who_is_who(seen for _, seen in cases()[case])) == set(map(frozenset, wanted.values()))


def everybody() -> list[Sighting]:
    return [seen for some in cases().values() for _, seen in some]


def test_the_order_of_pages_never_shows() -> None:
    wanted = who_is_who(everybody())
    for seed in range(5):
        assert who_is_who(random.Random(seed).sample(everybody(), len(everybody()))) == wanted


def test_an_id_is_that_of_the_first_page_and_outlives_more_pages() -> None:
    first, second = (seen for _, seen in cases()["a rare name alone"])
    (alone,), (both,) = who_is_who([first]), who_is_who([second, first])
    assert alone.id == both.id == first.id
    assert len(both.links) == len(both.sightings) - 1
    assert both.links[0].points == pytest.approx(sum(float(why.split()[0]) for why in both.links[0].reasons), abs=0.05)


def bond(line: int, together: bool, *some: Sighting, called: PartyKey | None = None) -> ActorBond:
    return ActorBond(line, together, tuple(seen.id for seen in some), called)


def test_people_have_the_last_word() -> None:
    """Whoever is judged the same is one, whoever is not is two; the later line counts."""
    one, two = (seen for _, seen in cases()["two countries"])
    same, other = bond(1, True, one, two), bond(2, False, one, two)
    assert groups(who_is_who([one, two], [same])) == {frozenset({one.id, two.id})}
    assert len(who_is_who([one, two], [same, other])) == 2
    assert len(who_is_who([one, two], [same, other, bond(3, True, two, one)])) == 1
    a, b = (seen for _, seen in cases()["a rare name alone"])
    assert len(who_is_who([a, b], [bond(1, False, a, b)])) == 2
    assert who_is_who([a, b], []) == who_is_who([b, a])


def test_bonds_hold_for_all_that_is_tied_to_them() -> None:
    a, b = (seen for _, seen in cases()["a rare name alone"])
    one, two = (seen for _, seen in cases()["two countries"])
    found = who_is_who([a, b, one, two], [bond(1, True, a, one), bond(2, False, b, one)])
    assert groups(found) == {frozenset({a.id, one.id}), frozenset({b.id}), frozenset({two.id})}


def test_a_name_stands_for_all_who_bear_it() -> None:
    one, two = (seen for _, seen in cases()["a common name alone"])
    (actor,) = who_is_who([one, two], [ActorBond(1, True, (one.entity, "per-assad"), ASSAD)])
    assert actor.party == ASSAD
    assert actor.links[0].reasons == ("ledger:1 says so",)


def test_any_bonds_in_any_order_give_the_same() -> None:
    some = everybody()[:12]
    for seed in range(20):
        dice = random.Random(seed)
        bonds = [bond(n, dice.random() < 0.5, *dice.sample(some, 2)) for n in range(1, 6)]
        found = who_is_who(some, bonds)
        assert who_is_who(dice.sample(some, len(some)), dice.sample(bonds, len(bonds))) == found
        assert sorted(seen.id for actor in found for seen in actor.sightings) == sorted(seen.id for seen in some)
        last = bonds[-1]
        together = any(set(last.some) <= group for group in groups(found))
        assert together is last.together


def test_no_actor_holds_two_names_of_one_page_or_two_countries() -> None:
    crowd = [replace(seen, page=f"{n % 7:064}") for n, seen in enumerate(everybody())]
    for actor in who_is_who({seen.id: seen for seen in crowd}.values()):
        for one, other in combinations(actor.sightings, 2):
            assert one.page != other.page
            assert not (one.country and other.country and one.country != other.country)


def test_reports_name_the_actor_and_not_the_spelling() -> None:
    fa, ar = (seen for _, seen in cases()["two scripts, office and co-actor"])
    actors = who_is_who([fa, ar])
    told = [
        report(n, page=seen.page, actors=(PartyKey(seen.entity, "x", "person", None, "GOV", seen.written[0]),))
        for n, seen in enumerate((fa, ar), start=1)
    ]
    first, second = known(told, actors, Judged())
    assert first.actors[0].id == second.actors[0].id == fa.id
    assert (first.actors[0].country, first.actors[0].sector) == ("IRN", "GOV")
    assert [one.actors[0].native for one in (first, second)] == ["کاظم جلالی", "كاظم جلالي"]


def test_who_is_judged_another_is_kept_apart_from_all_spellings() -> None:
    fa, ar = (seen for _, seen in cases()["two scripts, office and co-actor"])
    judged = Judged(apart={fa.id: frozenset({"per-assad"}), "per-assad": frozenset({fa.id})})
    told = report(1, page=ar.page, actors=(PartyKey(ar.entity, "x", "person"), ASSAD))
    ((one, other),) = (found.actors for found in known([told], who_is_who([fa, ar]), judged))
    assert other.id in one.apart
    assert one.id in other.apart
