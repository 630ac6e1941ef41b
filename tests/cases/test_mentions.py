"""The case files of mentions: who and what sentences name, and who they are not."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from rasad.model import Outside, Page
from rasad.packs import load
from rasad.pipeline import analyse

CASES = Path(__file__).parent
CAPTURED = re.compile(r"\[(?P<host>[a-z.]+)? ?(?P<day>[0-9-]{10})?\] ")
NAMED = re.compile(r"(.+?)(?: \((\w{3})\))?")


def lines() -> Iterator[tuple[bool, str, str]]:
    for lang in ("fa", "ar"):
        for line in (CASES / f"mentions.{lang}.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                sentence, _, expected = line.removeprefix("!").partition(" => ")
                yield not line.startswith("!"), sentence.strip(), expected.strip()


def captured(sentence: str) -> tuple[str | None, str | None, str]:
    """Take what is known of the page from before its sentence: «[irna.ir 2017-01-26] ...», either may be missing."""
    known = CAPTURED.match(sentence)
    if known is None:
        return None, None, sentence
    return known["host"] and f"https://{known['host']}/1", known["day"], sentence[known.end() :]


@pytest.mark.parametrize(("found", "sentence", "expected"), list(lines()))
def test_mentions(found: bool, sentence: str, expected: str) -> None:
    url, day, sentence = captured(sentence)
    outside = Outside("case", url=url, published=day)
    page = Page(outside, sentence.replace("¶", "\n") + "\n", hashlib.sha256(sentence.encode()).hexdigest())
    entities = [e for m in analyse(page, load()).mentions for e in (m.entity, *m.members)]
    told = {e.id for e in entities} | {f"{e.id} ({e.country})" for e in entities}
    for name in expected.split(";"):
        assert (name.strip() in told) is found, sorted(told)
