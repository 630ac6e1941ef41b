"""The case files of repair, sentences and ranges; their first lines tell how they are written."""

import hashlib
import re
from pathlib import Path

import pytest

from rasad.model import Document, Outside, Page, Range
from rasad.packs import load
from rasad.stages.find_language import find_language
from rasad.stages.find_ranges import find_ranges
from rasad.stages.repair_text import repair_text
from rasad.stages.split_sentences import split_sentences

CASES = Path(__file__).parent.parent / "cases"
ZWNJ = "\u200c"
PIECE = re.compile(r"\[\[(?:(caption|credit) )?(.+?)\]\]")


def case_lines(name: str, lang: str) -> list[str]:
    text = (CASES / f"{name}.{lang}.txt").read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line.strip() and not line.startswith("#")]


def document(text: str) -> Document:
    return Document(Page(Outside("case"), text, hashlib.sha256(text.encode()).hexdigest()))


def of_lang(name: str) -> list[tuple[str, str]]:
    return [(lang, line) for lang in ("fa", "ar") for line in case_lines(name, lang)]


@pytest.mark.parametrize(("lang", "line"), of_lang("repair"))
def test_repair(lang: str, line: str) -> None:
    text, _, expected = line.partition(" => ")
    page = document(text.replace("|", ZWNJ)).page
    reading = repair_text(Document(page, lang=lang, paragraph_langs=(lang,)), load()).reading
    assert reading.replace(ZWNJ, "|") == (expected or text)


@pytest.mark.parametrize(("lang", "line"), of_lang("sentences"))
def test_sentences(lang: str, line: str) -> None:
    text = line.replace("‖ ", "").replace("‖", "")
    whole = (Range(0, len(text), "body", "case"),)
    doc = repair_text(Document(document(text).page, lang=lang, paragraph_langs=(lang,), ranges=whole), load())
    found = [doc.reading[s.start : s.end] for s in split_sentences(doc, load()).sentences]
    assert found == [part.strip() for part in line.split("‖")]


def range_cases() -> list[tuple[str, list[str]]]:
    cases: list[tuple[str, list[str]]] = []
    for lang in ("fa", "ar"):
        cases.append((lang, []))
        for line in case_lines("ranges", lang):
            if line == "---":
                cases.append((lang, []))
            else:
                cases[-1][1].append(line)
    return cases


def expected_of(case: list[str]) -> tuple[str, list[tuple[str, str]]]:
    """Give the page's text and the kind and text of every range it should have."""
    lines, expected = [], []
    for line in case:
        kind, _, text = line.partition(": ")
        if kind == "-":
            lines.append("")
            continue
        lines.append(PIECE.sub(lambda piece: piece[2], text))
        at = 0
        for piece in PIECE.finditer(text):
            expected += [(kind, text[at : piece.start()]), (piece[1] or "boilerplate", piece[2])]
            at = piece.end()
        expected.append((kind, text[at:]))
    return "\n".join(lines), [(kind, text.strip()) for kind, text in expected if text.strip()]


@pytest.mark.parametrize(("lang", "case"), range_cases())
def test_ranges(lang: str, case: list[str]) -> None:
    text, expected = expected_of(case)
    doc = find_ranges(find_language(document(text), load()), load())
    assert doc.lang == lang
    assert [(part.kind, text[part.start : part.end]) for part in doc.ranges] == expected


def test_a_glued_sentence_told_before_is_a_duplicate() -> None:
    told = "این عملیات توافق آتش‌بس سال گذشته را در شمال کشور نقض کرد."
    text = f"{told}\nگروه‌ها به مواضع ارتش در حومه شهر حمله کردند.{told}"
    doc = find_ranges(find_language(document(text), load()), load())
    assert [(part.kind, part.same_as) for part in doc.ranges] == [
        ("body", None),
        ("body", None),
        ("duplicate", (0, len(told))),
    ]


def test_parts_of_the_page() -> None:
    text = "عنوان خبر\n\nخبرگزاری فارس:\nچکیده خبر این است.\nمتن خبر این است. جمله دوم این است."
    doc = find_ranges(find_language(document(text), load()), load())
    sentences = split_sentences(repair_text(doc, load()), load()).sentences
    assert [(s.paragraph, s.part) for s in sentences] == [
        (0, "title"), (1, "body"), (2, "lead"), (3, "body"), (3, "body"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("رئيس جمهور كشور در ديدار با وزير گفت كه اين سفر مهم است", "fa"),
        ("قال الرئيس إن هذه الزيارة التي تمت في دمشق مهمة", "ar"),
        ("وزیر اعظم نے کہا ہے کہ یہ دورہ بہت اہم ہے", "ur"),
        ("The minister said that the visit of محمود was important", "en"),
        ("", "other"),
    ],
)
def test_language(text: str, lang: str) -> None:
    assert find_language(document(text), load()).lang == lang


def test_language_of_paragraphs() -> None:
    text = "وزیر امور خارجه این را گفت و رفت.\nقال الوزير إن الزيارة التي تمت في دمشق مهمة.\nMinister"
    assert find_language(document(text), load()).paragraph_langs == ("fa", "ar", "other")
