"""What was agreed at a meeting, and a meeting during a visit, are events of their own that hang together."""

import pytest
from test_fuse import ASSAD, IRNA, KHAMENEI, RAISI, SYRIA, days, gold_corpus, report

from rasad.corpus import fuse
from rasad.fuse.events import PartyKey, PlaceKey, ReportKey
from rasad.relations import Part

IRAN = PartyKey("country:IRN", "Iran", "government", "IRN")
PAGE = {"page": f"{9:064}", "page_id": "page-9"}
CALL = report(1, type="CONSULT", mode="phone", actors=(ASSAD, RAISI), place=None, **PAGE)


def support(**more: object) -> ReportKey:
    """Raisi voices support for Syria, on the page that tells of the call."""
    return report(2, **{"type": "SUPPORT", "mode": None, "actors": (RAISI,), "recipients": (SYRIA,), "place": None,
                        "at": 200, **PAGE, **more})  # fmt: skip


def found(*reports: ReportKey) -> tuple[Part, ...]:
    return fuse(reports).parts


def test_what_is_voiced_in_a_call_is_part_of_it() -> None:
    corpus = fuse([CALL, support()])
    (part,) = corpus.parts
    kinds = {event.id: event.type for event in corpus.events}
    assert (kinds[part.event], kinds[part.whole]) == ("SUPPORT", "CONSULT")
    assert part.reasons == (
        "page-9 tells both, 200 characters apart", "Ebrahim Raisi and Syria took part in it",
        "the days of both meet: 2022-05-08",
    )  # fmt: skip


@pytest.mark.parametrize(
    "more",
    [
        {"actors": (KHAMENEI,)},
        {"at": 2000},
        {"date": days("2022-06-20")},
        {"status": "planned"},
        {"type": "ACCUSE"},
        {"actors": (IRAN,)},
        {"recipients": (PartyKey("country:IRQ", "Iraq", "government", "IRQ"),)},
        {"page": f"{8:064}", "page_id": "page-8"},
    ],
)
def test_what_does_not_belong_to_the_call(more: dict[str, object]) -> None:
    assert found(CALL, support(**more)) == ()


def test_a_meeting_is_part_of_the_visit() -> None:
    damascus = PlaceKey("plc-damascus", "Damascus", "SYR")
    visit = report(3, mode="visit", actors=(RAISI, SYRIA), place=damascus, **PAGE)
    met = report(4, actors=(RAISI, ASSAD), place=damascus, at=80, **PAGE)
    (part,) = found(visit, met)
    assert part.reasons[1] == "Ebrahim Raisi is the guest, Bashar al-Assad a host"
    # Who receives guests at home is no guest: nobody says whose visit the meeting belongs to.
    assert found(visit, report(4, actors=(ASSAD, KHAMENEI), place=damascus, at=80, **PAGE)) == ()


def test_of_two_meetings_the_nearer_is_the_occasion() -> None:
    earlier = report(5, actors=(ASSAD, RAISI), mode="meeting", place=None, at=500, **PAGE)
    corpus = fuse([CALL, support(at=450), earlier])
    (part,) = corpus.parts
    assert next(event.mode for event in corpus.events if event.id == part.whole) == "meeting"


def test_two_pages_are_a_better_reason_than_one() -> None:
    again = report(6, type="CONSULT", mode="phone", actors=(ASSAD, RAISI), place=None, chain=(IRNA,))
    other = support(page=again.page, page_id=again.page_id, at=300)
    (part,) = found(CALL, support(), again, report(7, **{f: getattr(other, f) for f in ("type", "mode", "actors",
                    "recipients", "place", "at", "page", "page_id")}))  # fmt: skip
    assert part.reasons[0].endswith("; 2 pages do")


def test_the_seeds_tell_what_was_agreed_at_meetings() -> None:
    corpus, _ = gold_corpus("seeds")
    kinds = {event.id: (event.type, event.mode) for event in corpus.events}
    links = {(kinds[part.event], kinds[part.whole]) for part in corpus.parts}
    assert (("AGREE", None), ("CONSULT", "meeting")) in links
    assert (("CONSULT", "meeting"), ("CONSULT", "visit")) in links
