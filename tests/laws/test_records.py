"""What holds for every record: its spans lie in the text and mean something, and JSON carries it both ways."""

import hashlib
import types
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rasad.model import Outside, Page, PageRecord, Span

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SHARED_PAGES = ROOT.parent / "shared" / "pages"


# JSON both ways, for records nobody would write by hand.

LEAVES = {
    str: st.text(max_size=8),
    int: st.integers(0, 2**31),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    type(None): st.none(),
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type that the model uses."""
    if kind in LEAVES:
        return LEAVES[kind]
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return st.builds(kind, **{name: values(field) for name, field in get_type_hints(kind).items()})
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return st.one_of([values(one) for one in inner])
    if origin is dict:
        return st.dictionaries(values(inner[0]), values(inner[1]), max_size=2)
    if origin is tuple and inner[1:] == (...,):
        return st.lists(values(inner[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*[values(one) for one in inner])
    raise TypeError(f"the law does not know {kind}; add it to values()")


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(values(PageRecord))
def test_records_survive_json_both_ways(record: PageRecord) -> None:
    text = msgspec.json.encode(record)
    again = msgspec.json.decode(text, type=PageRecord)
    assert again == record
    assert msgspec.json.encode(again) == text


# Spans, on pages as they are found and on pages that nobody has seen.


def spans(value: Any, path: str = "record") -> Iterator[tuple[str, Span]]:
    """Every span of a record with the way to it. In a record, two whole numbers in a row are always a span."""
    if isinstance(value, msgspec.Struct):
        inside = msgspec.structs.asdict(value)
        if {"start", "end"} <= inside.keys():
            yield path, (inside["start"], inside["end"])
        for name, one in inside.items():
            yield from spans(one, f"{path}.{name}")
    elif isinstance(value, (tuple, list)):
        if len(value) == 2 and all(type(one) is int for one in value):
            yield path, (value[0], value[1])
        else:
            for number, one in enumerate(value):
                yield from spans(one, f"{path}[{number}]")


@cache
def pipeline() -> tuple[Any, Any]:
    """`analyse` and the packs, loaded once."""
    from rasad.packs import load
    from rasad.pipeline import analyse

    return analyse, load()


def read(page: Page) -> PageRecord:
    analyse, packs = pipeline()
    record = analyse(page, packs).record
    assert isinstance(record, PageRecord)
    return record


def page_of(text: str) -> Page:
    return Page(Outside("law"), text, hashlib.sha256(text.encode()).hexdigest())


def rules(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every rule that a part of a record names, with the way to it."""
    if isinstance(value, msgspec.Struct):
        for name, one in msgspec.structs.asdict(value).items():
            named = one if name == "rule" and isinstance(one, dict) else {name: one}
            if name in ("rule", "named_by"):
                yield from ((f"{path}.{name}.{key}", rule) for key, rule in named.items())
            else:
                yield from rules(one, f"{path}.{name}")
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from rules(one, f"{path}[{number}]")


@cache
def is_row(rule: str) -> bool:
    """Whether a rule is a row that the package has."""
    from rasad.packs.rows import row_at

    return row_at(rule) is not None


def check(page: Page, record: PageRecord) -> None:
    assert record.sha256 == page.sha256
    for name in ("events", "statements", "figures"):
        for path, rule in rules(getattr(record, name), name):
            assert is_row(rule), f"{record.id} {path}: {rule!r} is no row of the packs"
    for event in record.events:
        assert {"trigger", "status"} <= event.rule.keys()
    for path, (start, end) in spans(record):
        if path.startswith("record.skipped") and (start, end) == (0, 0):
            continue  # a note on what came from outside the text
        assert 0 <= start < end <= len(page.text), f"{record.id} {path}: [{start}, {end}) of {len(page.text)}"
    for name in ("events", "statements", "figures"):
        for path, (start, end) in spans(getattr(record, name), name):
            quote = page.text[start:end]
            assert quote == quote.strip(), f"{record.id} {path}: blanks at the ends of {quote!r}"
            colon = quote == ":" and path.endswith(".verb")  # «X: …» has no other cue of saying
            assert colon or any(letter.isalnum() for letter in quote), f"{record.id} {path}: {quote!r} says nothing"


def pages_in(folder: Path) -> list[Page]:
    from rasad.readers import read_pages

    files = sorted(p for p in folder.iterdir() if p.suffix in {".txt", ".html", ".jsonl"})
    return [page for path in files for page in read_pages(path) if isinstance(page, Page)]


def test_spans_of_the_examples_slice_to_words() -> None:
    pages = pages_in(EXAMPLES)
    assert len(pages) >= 10
    for page in pages:
        check(page, read(page))


def test_spans_of_the_gold_pages_slice_to_words() -> None:
    if not SHARED_PAGES.is_dir():
        pytest.skip(f"no gold pages at {SHARED_PAGES}: this law ran on the examples only")
    for page in pages_in(SHARED_PAGES):
        check(page, read(page))


def test_the_same_page_gives_the_same_bytes() -> None:
    for page in pages_in(EXAMPLES)[:4]:
        assert msgspec.json.encode(read(page)) == msgspec.json.encode(read(page))


def test_records_of_the_examples_survive_json_both_ways() -> None:
    for page in pages_in(EXAMPLES):
        record = read(page)
        assert msgspec.json.decode(msgspec.json.encode(record), type=PageRecord) == record


@cache
def lines() -> tuple[str, ...]:
    """The lines of the example pages, as stones for pages that nobody has seen."""
    return tuple(sorted({line for page in pages_in(EXAMPLES) for line in page.text.split("\n")}))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_spans_hold_on_shuffled_pages(data: st.DataObject) -> None:
    text = "\n".join(data.draw(st.lists(st.sampled_from(lines()), max_size=12)))
    page = page_of(text)
    check(page, read(page))


ODD = st.text(alphabet='اسدبهگفتکردقالنهيكى۰١2 \u200c\u200f\u064b\n.«»"()،:؛\u00a0\u0000\ufeff😀', max_size=120)


@settings(max_examples=100, deadline=None)
@given(ODD)
def test_strange_text_is_not_an_error(text: str) -> None:
    page = page_of(text)
    check(page, read(page))
