"""Pages that tell one event from one source in other words, each kind with its evidence; origins that it takes away."""

import pytest
from test_fuse import AFP, IRNA, KHAMENEI, PRESIDENCY, report

from rasad.corpus import Corpus, fuse
from rasad.fuse.events import LinkKey, ReportKey
from rasad.relations import Copy

SOURCE = LinkKey("per-witness", "A witness", "official")
AGREED = {"type": "AGREE", "mode": None, "actors": (KHAMENEI,)}
"""A second event that both pages tell."""


def on(page: ReportKey, number: int, **more: object) -> ReportKey:
    """Another report of the same page."""
    fields = ("page", "page_id", "lang", "outlet", "day", "credits")
    return report(number, **{**AGREED, **more, **{field: getattr(page, field) for field in fields}})


def kinds(corpus: Corpus) -> list[str]:
    return [one.kind for one in corpus.kin]


def found(*reports: ReportKey) -> tuple[Copy, ...]:
    return fuse(reports).kin


def test_a_stated_credit_is_an_origin_where_no_chain_is() -> None:
    (event,) = fuse([report(1, credits=(AFP,)), report(2, credits=(AFP,))]).events
    assert [(o.name, o.counted, o.why) for o in event.origins] == [("AFP", True, "stated credit of 2 pages")]
    (event,) = fuse([report(1, credits=(AFP,), chain=(PRESIDENCY,)), report(2)]).events
    assert [o.name for o in event.origins] == ["Presidency of Syria"]


def test_who_credits_a_page_rests_on_it() -> None:
    first = report(1, outlet="IRNA", chain=(SOURCE,), day="2022-05-08")
    second = report(2, credits=(IRNA,), day="2022-05-09")
    corpus = fuse([first, second])
    (kin,) = corpus.kin
    assert (kin.kind, kin.share) == ("credit", 0.0)
    assert kin.why == "page-2 credits IRNA, which is the outlet of page-1"
    (event,) = corpus.events
    assert event.origin_count == 1
    assert [(o.name, o.why) for o in event.origins if not o.counted] == [
        ("IRNA", "its pages repeat pages with another origin")
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"credits": (AFP,)},
        {"credits": (IRNA,), "day": "2022-05-07"},
        {"credits": (IRNA,), "outlet": "IRNA"},
        {"credits": (IRNA,), "chain": (PRESIDENCY,)},
    ],
)
def test_a_credit_that_ties_no_pages(more: dict[str, object]) -> None:
    """Of another agency, of an older page, of its own outlet, or beside a source of its own."""
    assert found(report(1, outlet="IRNA", day="2022-05-08"), report(2, **{"day": "2022-05-09", **more})) == ()


def test_a_translation_keeps_the_order_of_events() -> None:
    first = report(1, outlet="IRNA", day="2022-05-08")
    second = report(2, lang="ar", credits=(IRNA,), day="2022-05-09")
    told = [first, on(first, 3, at=90), second, on(second, 4, at=70)]
    (kin,) = found(*told)
    assert kin.kind == "translation"
    assert kin.why == (
        "two languages; page-2 credits IRNA, which is the outlet of page-1; the same 2 events in one order"
    )
    turned = [first, on(first, 3, at=90), report(2, lang="ar", credits=(IRNA,), at=99), on(second, 4, at=70)]
    assert "translation" not in kinds(fuse(turned))


def test_a_translation_keeps_the_counts() -> None:
    counts = {"numbers": frozenset({"12", "340"})}
    (kin,) = found(report(1, credits=(AFP,), **counts), report(2, lang="ar", credits=(AFP,), **counts))
    assert (kin.kind, kin.why) == ("translation", "two languages; both credit AFP; the same counts: 12, 340")
    assert found(report(1, credits=(AFP,), **counts), report(2, lang="ar", credits=(AFP,))) == ()
    assert found(report(1, **counts), report(2, lang="ar", **counts)) == ()


def test_two_pages_may_give_one_communique() -> None:
    first, second = report(1, chain=(PRESIDENCY,)), report(2, chain=(PRESIDENCY,))
    assert found(first, second) == ()
    told = [first, on(first, 3, chain=(PRESIDENCY,), at=9), second, on(second, 4, chain=(PRESIDENCY,), at=9)]
    corpus = fuse(told)
    assert kinds(corpus) == ["communique"]
    assert corpus.kin[0].why.startswith("both give the word of Presidency of Syria on 2 events")
    assert all(event.origin_count == 1 for event in corpus.events)
