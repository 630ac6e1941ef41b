"""What pages state of themselves: the case files, and whose page the capture says it is."""

import hashlib
from pathlib import Path

import pytest

from rasad.model import Document, Outside, Page
from rasad.packs import load
from rasad.packs.rows import read_rows
from rasad.pipeline import analyse
from rasad.stages.find_credits import find_credits
from rasad.stages.find_language import find_language
from rasad.stages.find_ranges import find_ranges

CASES = Path(__file__).parent.parent / "cases"


def page_of(text: str, outside: Outside) -> Page:
    return Page(outside, text, hashlib.sha256(text.encode()).hexdigest())


def cases() -> list[tuple[str, str, list[str]]]:
    found = []
    for lang in ("fa", "ar"):
        text = (CASES / f"credits.{lang}.txt").read_text("utf-8")
        lines = [line for line in text.split("\n") if line and not line.startswith("#")]
        for case in "\n".join(lines).split("\n---\n"):
            page = [line for line in case.split("\n") if not line.startswith("=> ")]
            told = [line.removeprefix("=> ") for line in case.split("\n") if line.startswith("=> ")]
            found.append((lang, "\n".join(page), told))
    return found


@pytest.mark.parametrize(("lang", "text", "expected"), cases())
def test_credits(lang: str, text: str, expected: list[str]) -> None:
    doc = find_language(Document(page_of(text, Outside("case", lang=lang))), load())
    stated = find_credits(find_ranges(doc, load()), load()).stated
    assert [f"{s.field}: {s.value}{f' @{s.id}' if s.id else ''}" for s in stated] == expected
    assert all(s.span and text[slice(*s.span)] == s.value and s.rule for s in stated)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.farsnews.ir/news/1", "Fars"), ("http://ar.farsnews.ir", "Fars"),
        ("https://www.bbc.com/persian/world-1", "BBC Persian"), ("https://www.bbc.com/arabic", "BBC Arabic"),
        ("https://www.bbc.com/news/1", "BBC"), ("www.reuters.com/x", "Reuters"), ("https://nobody.example/fars", None),
        ("http://[", None), ("", None),
    ],
)  # fmt: skip
def test_whose_address_it_is(url: str, name: str | None) -> None:
    found = load().register.of_address(url)
    assert (found.name if found else None) == name


def test_every_outlet_of_the_register_has_its_names() -> None:
    register = load().register
    carriers = {one.id for one in register.organisations.values() if one.is_carrier}
    named = {(row["id"], row["lang"]) for row in read_rows("actors/organisation_names.tsv")}
    told = {row["id"] for row in read_rows("actors/outlets.tsv") if row["languages"]}
    assert len(carriers & set(register.domains.values())) >= 250
    assert {(one, lang) for one in carriers for lang in ("fa", "ar")} <= named
    assert len(carriers & told) >= 250


def test_the_capture_says_whose_page_it_is() -> None:
    text = "وزیران دو کشور روز گذشته با هم دیدار کردند و درباره همکاری سخن گفتند."
    for stated, name in (
        ("خبرگزاری مهر", "Mehr"), ("خبرگزاری مهر | Mehr News", "Mehr"), ("سایت نمونه", "سایت نمونه"),
        ("روزنامه ایران ورزشی", "روزنامه ایران ورزشی"), ("Reuters", "Reuters"),
    ):  # fmt: skip
        record = analyse(page_of(text, Outside("x", publisher=stated)), load()).record
        assert record is not None
        assert record.publisher == name
        assert [(s.field, s.value, s.rule) for s in record.stated] == [("publisher", stated, "outside:publisher")]
