"""No repair changes a name of the packs: «شانگهای» is no plural, «شبکه آی 24» no «شبکه‌آی»."""

import hashlib

import pytest

from rasad.model import Document, Outside, Page
from rasad.packs import load
from rasad.packs.rows import read_rows
from rasad.stages.repair_text import repair_text

TABLES = ("person_names", "organisation_names", "country_names", "place_names")
FRAMES = {"fa": ("{}", "به گزارش {} و دیگران"), "ar": ("{}", "قال {} إن")}


def repaired(text: str, lang: str) -> str:
    page = Page(Outside("x"), text, hashlib.sha256(text.encode()).hexdigest())
    return repair_text(Document(page, lang=lang, paragraph_langs=(lang,)), load()).reading


@pytest.mark.parametrize("table", TABLES)
def test_every_known_name_survives(table: str) -> None:
    changed = []
    for row in read_rows(f"actors/{table}.tsv"):
        for frame in FRAMES.get(row["lang"], ()):
            text = frame.format(row["form"])
            if repaired(text, row["lang"]) != text:
                changed.append(f"{row.rule}: {text!r} becomes {repaired(text, row['lang'])!r}")
    assert not changed, "\n".join(changed[:20])
