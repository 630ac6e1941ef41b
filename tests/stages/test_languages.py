"""Languages of stretches of thirty words, and of paragraphs, quoted ones too."""

import ast
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from rasad.markup import page_of_html
from rasad.model import Document, Outside, Page
from rasad.packs import load
from rasad.packs.languages import language_of
from rasad.stages.find_language import FURNITURE, find_language
from stages.language_texts import TEXTS

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
WORDS = 30
FEWEST_OF_PROSE = 12
FEWEST = 2_000
"""Pages of a corpus that are read: enough for a share of one in a hundred."""


def document(text: str) -> Document:
    return find_language(Document(Page(Outside("x"), text, hashlib.sha256(text.encode()).hexdigest())), load())


def stretches(text: str, step: int) -> Iterator[str]:
    words = text.split()
    for at in range(0, len(words) - WORDS + 1, step):
        yield " ".join(words[at : at + WORDS])


@pytest.mark.parametrize("lang", TEXTS)
def test_neighbours_are_told_apart(lang: str) -> None:
    found = Counter(document(stretch).lang for stretch in stretches(TEXTS[lang], 5))
    assert found[lang] >= 0.95 * found.total(), found
    lines = Counter(document(line).lang for line in TEXTS[lang].strip().splitlines())
    assert lines[lang] >= 0.95 * lines.total(), lines


def test_the_menu_of_a_site_is_not_asked() -> None:
    menu = "".join(f'<li><a href="/{n}">The latest news of the day in our section</a></li>' for n in range(120))
    told = "وصل وزير الخارجية الإيراني إلى دمشق صباح اليوم، والتقى نظيره السوري الذي رحب به في مقر الوزارة."
    story = f"<p>{told}</p>" * 3
    web = f"<html><body><nav><ul>{menu}</ul></nav><article><h1>أخبار اليوم</h1>{story}</article></body></html>"
    found = find_language(Document(page_of_html(web, Outside("x"))), load())
    assert found.lang == "ar"
    assert set(found.paragraph_langs) == {"ar", FURNITURE}


def prose() -> Iterator[str]:
    """Give the paragraphs of Python's own documentation that are sentences and not code."""
    for path in sorted(Path(ast.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8", errors="replace"))):
            text = ast.get_docstring(node) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) else None
            for paragraph in (text or "").split("\n\n"):
                words = paragraph.split()
                letters = sum(word.strip(".,;:()'\"`").isalpha() for word in words)
                if len(words) >= FEWEST_OF_PROSE and letters >= 0.85 * len(words):
                    yield " ".join(words)


def test_english() -> None:
    texts = [(ROOT / "LICENSE").read_text(), " ".join(prose())]
    found = Counter(language_of(stretch) for text in texts for stretch in stretches(text, WORDS))
    assert found.total() > FEWEST // 2
    assert found["en"] >= 0.995 * found.total(), found


def test_quotations() -> None:
    assert language_of("إن الله مع الصابرين", "fa") == "ar"
    assert language_of("این کار را می‌کنیم", "ar") == "fa"
    assert language_of("we will not accept this", "fa") == "en"
    assert language_of("نصر", "fa") == "fa"


@pytest.mark.parametrize(("lang", "name"), [("fa", "fa-fars.jsonl.gz"), ("ar", "ar-ant.jsonl.gz")])
def test_corpora(lang: str, name: str) -> None:
    if not CORPUS.is_dir():
        pytest.skip(f"needs {CORPUS}, which is not here")
    found: Counter[str] = Counter()
    with gzip.open(CORPUS / name, "rt", encoding="utf-8") as lines:
        for line, _ in zip(lines, range(FEWEST), strict=False):
            text = json.loads(line).get("text") or ""
            found.update(document(stretch).lang for stretch in list(stretches(text, 40))[:2])
    assert found[lang] >= 0.99 * found.total(), found


@pytest.mark.parametrize(
    "text",
    [
        "Le président a déclaré que la réunion de demain sera importante pour les deux pays et pour la région",
        "Der Minister sagte, dass die Gespräche in der Hauptstadt fortgesetzt werden und man auf ein Ergebnis hofft",
        "Cumhurbaşkanı bugün yaptığı açıklamada iki ülke arasındaki ilişkilerin gelişeceğini söyledi",
        "Президент заявил, что встреча была важной для двух стран",
    ],
)
def test_others(text: str) -> None:
    assert document(text).lang == "other"


def test_text_in_the_wrong_code_page_has_its_language() -> None:
    text = "وزیر امور خارجه گفت که این سفر برای هر دو کشور مهم است"
    assert document(text.encode().decode("windows-1256", "ignore")).lang == "fa"
