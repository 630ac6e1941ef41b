"""Languages of stretches of thirty words, and of paragraphs, quoted ones too."""

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from rasad.model import Document, Outside, Page
from rasad.packs import load
from rasad.stages.find_language import find_language
from stages.language_texts import TEXTS

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
WORDS = 30
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


def test_english() -> None:
    found = Counter(document(stretch).lang for stretch in stretches((ROOT / "LICENSE").read_text(), 10))
    assert found["en"] >= 0.99 * found.total(), found


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
