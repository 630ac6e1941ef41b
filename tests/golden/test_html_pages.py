"""Main text of HTML: our own pages in the manner of the common systems, and the three shared ones."""

import gzip
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from resiliparse.extract.html2text import extract_plain_text

from rasad.markup import page_of_html
from rasad.model import Document, Outside, Page
from rasad.packs import load
from rasad.stages.find_language import find_language
from rasad.stages.find_ranges import find_ranges
from rasad.tokens import ZWNJ

HERE = Path(__file__).parent / "html"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "html"
OWN = sorted(path.stem for path in HERE.glob("*.html"))
LEAST = 0.95
WORD = re.compile(r"\w+")


def body(html: str) -> tuple[str, Page]:
    """Give the article's text as the stages see it, headings between its paragraphs included."""
    page = page_of_html(html, Outside("x"))
    doc = find_ranges(find_language(Document(page), load()), load())
    parts = [part for part in doc.ranges if part.kind == "body" or part.rule == "find_ranges:heading"]
    return "\n".join(page.text[part.start : part.end] for part in parts), page


def letters(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.replace(ZWNJ, "")))


def likeness(mine: str, gold: str) -> float:
    """The F1 of characters, counted in the words that both have; half-spaces aside, for not everyone keeps them."""
    one, other = letters(mine), letters(gold)
    shared, all_of_them = one & other, one + other
    return 2 * size(shared) / max(1, size(all_of_them))


def size(words: Counter[str]) -> int:
    return sum(len(word) * count for word, count in words.items())


def own(name: str) -> tuple[str, str]:
    return (HERE / f"{name}.html").read_text("utf-8"), (HERE / f"{name}.txt").read_text("utf-8")


def shared(name: str) -> tuple[str, str]:
    if not SHARED.is_dir():
        pytest.skip(f"needs {SHARED}, which is not here")
    if name == "lbc":
        gold = json.loads((SHARED / "LBCGroup.json").read_text("utf-8"))["V1"]["body"]
        html = gzip.decompress((SHARED / "LBCGroup_2026_01_08.html.gz").read_bytes()).decode()
        return html, "\n".join(text for section in gold["sections"] for text in section["paragraphs"])
    return (SHARED / "arabic_article.html").read_text("utf-8"), (SHARED / "arabic_article.txt").read_text("utf-8")


def pair(name: str) -> tuple[str, str]:
    return own(name) if name in OWN else shared(name)


@pytest.mark.parametrize("name", [*OWN, "lbc", "cnn"])
def test_the_article_is_found(name: str) -> None:
    html, gold = pair(name)
    mine, page = body(html)
    assert likeness(mine, gold) >= LEAST
    assert mine.count(ZWNJ) == gold.count(ZWNJ), "half-spaces are kept"
    assert "title" in {part.kind for part in page.ranges}


@pytest.mark.parametrize("name", [*OWN, "lbc", "cnn"])
def test_never_below_trafilatura(name: str) -> None:
    trafilatura = pytest.importorskip("trafilatura", reason="trafilatura is not installed: the comparison was NOT made")
    html, gold = pair(name)
    theirs = trafilatura.extract(html, include_comments=False) or ""
    assert likeness(body(html)[0], gold) >= likeness(theirs, gold)


@pytest.mark.parametrize("name", [*OWN, "lbc", "cnn"])
def test_never_below_resiliparse(name: str) -> None:
    html, gold = pair(name)
    assert likeness(body(html)[0], gold) >= likeness(extract_plain_text(html, main_content=True), gold)


def test_captions_are_kept_apart() -> None:
    """The extraction that we build on leaves figures out, unless it writes the texts of images, too."""
    mine, page = body(own("16-ar-figures-first")[0])
    captions = "\n".join(page.text[part.start : part.end] for part in page.ranges if part.kind == "caption")
    assert "أرصفة متضررة في الجانب الشرقي من الميناء" in captions
    assert "أرصفة متضررة" not in mine


def test_assabah() -> None:
    """This page has no whole gold, but sentences that belong to the article and others that do not."""
    if not SHARED.is_dir():
        pytest.skip(f"needs {SHARED}, which is not here")
    (marked,) = json.loads((SHARED / "assabah_eval.json").read_text("utf-8")).values()
    mine, _ = body((SHARED / "assabah.com.tn.article.html").read_text("utf-8"))
    assert [text for text in marked["with"] if text not in mine] == []
    assert [text for text in marked["without"] if text in mine] == []


def test_metadata_has_its_rule() -> None:
    _, page = body(own("05-ar-amp")[0])
    assert ("title", "html:json-ld:headline") in {(fact.field, fact.rule) for fact in page.stated}
    assert (page.outside.published, page.outside.publisher) == ("2024-12-03", "صحيفة المثال")
    _, page = body(own("14-fa-blogger-saved")[0])
    assert (page.outside.url, page.outside.retrieved_at) == ("https://khabar.example/2023/07/fire.html", "2023-07-12")
    _, page = body(own("12-fa-magazine")[0])
    stated = {fact.field: fact.value for fact in page.stated}
    assert (stated["author"], stated["section"]) == ("نوشته کاوه نمونه", "گردشگری")


def test_metadata_is_tidied() -> None:
    head = (
        '<meta property="og:locale" content="fa_IR"><link rel="canonical" href="5512">'
        '<meta property="og:url" content="//a.ir/1"><meta name="author" content="سارا نمونه">'
        '<meta property="article:author" content="https://www.facebook.com/a">'
    )
    page = page_of_html(f"<html lang=fa-IR><head>{head}</head><body><p>متن خبر</p></body></html>", Outside("x"))
    assert (page.outside.lang, page.outside.url) == ("fa", "//a.ir/1")
    assert [fact.value for fact in page.stated if fact.field == "author"] == ["سارا نمونه"]
