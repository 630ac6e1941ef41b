"""The brief: what is new since a day, every line with its notes, every note with the page's words."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from exports.case import LATIN, SURNAME, demo, run, texts


def test_every_event_has_notes_and_every_note_its_words() -> None:
    made = json.loads(run("brief", demo(), "--json").stdout)
    numbers = [note["number"] for note in made["notes"]]
    assert numbers == list(range(1, len(numbers) + 1))
    assert [n for item in made["items"] for n in item["notes"]] == numbers
    whole = " ".join(" ".join(text.split()) for text in texts().values())
    assert all(note["quote"] in whole for note in made["notes"])


def test_since_keeps_what_later_pages_tell_and_says_what_was_told_before() -> None:
    made = json.loads(run("brief", demo(), "--since", "2023-05-04", "--json").stdout)
    days = {note["number"]: note["day"] for note in made["notes"]}
    for item in made["items"]:
        told = [days[n] for n in item["notes"]]
        assert max(told) >= "2023-05-04"
        assert item["again"] == (min(told) < "2023-05-04")
    assert {item["again"] for item in made["items"]} == {True, False}
    assert len(made["items"]) < len(json.loads(run("brief", demo(), "--json").stdout)["items"])


def test_filters_and_wrong_days() -> None:
    part = json.loads(run("brief", demo(), "--actor", "IRQ", "--json").stdout)
    assert 0 < len(part["items"]) < 20
    assert run("brief", demo(), "--since", "last week").exit_code == 2


def test_disagreements_name_both_notes() -> None:
    made = json.loads(run("brief", demo(), "--since", "2023-01-01", "--json").stdout)
    (clash,) = [one for one in made["clashes"] if one["field"] == "people killed"]
    assert {clash["value"], clash["other"]} == {"80", "at least 112"}
    assert clash["note"] != clash["other_note"]


@pytest.mark.parametrize("html", [False, True])
def test_nothing_is_said_without_according_to(html: bool) -> None:
    text = run("brief", demo(), *(["--html"] if html else [])).stdout
    lines = [line for line in text.splitlines() if line.startswith(('<li id="event-', "- **"))]
    assert len(lines) > 50
    assert all("according to" in line for line in lines)
    assert SURNAME not in text
    assert LATIN not in text
    assert "http://" not in text
    assert "https://" not in text


class Seen(HTMLParser):
    """Gathers ids, links, and what a page loads."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.quotes: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if "id" in found:
            self.ids.append(str(found["id"]))
        if tag == "a":
            self.links.append(str(found["href"]))
        if tag == "blockquote":
            self.quotes.append(found)
        if tag in ("script", "img", "link", "iframe", "object") or "src" in found:
            self.loads.append(tag)


def test_the_page_needs_nothing_else() -> None:
    text = run("brief", demo(), "--html").stdout
    seen = Seen()
    seen.feed(text)
    assert seen.loads == []
    assert "default-src 'none'" in text
    assert not re.search(r"url\(|@import", text)
    assert len(set(seen.ids)) == len(seen.ids)
    assert {link.removeprefix("#") for link in seen.links} <= set(seen.ids)
    assert all(quote["lang"] in ("fa", "ar") and quote["dir"] == "auto" for quote in seen.quotes)


def test_a_hostile_page_stays_text(tmp_path: Path) -> None:
    page = {
        "id": "<script>alert(1)</script>", "published": "2024-01-01",
        "text": "وزارت خارجه ایران\nوزیر خارجه ایران <img src=x> در بغداد با همتای عراقی خود دیدار کرد.\n",
    }  # fmt: skip
    (tmp_path / "p.jsonl").write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")
    case = tmp_path / "c.rasad"
    assert run("build", tmp_path / "p.jsonl", "-o", case).exit_code == 0
    text = run("brief", case, "--html").stdout
    assert "&lt;script&gt;" in text
    assert "<script" not in text
    assert "<img" not in text
    assert "\\<img" in run("brief", case).stdout


def test_the_same_bytes_in_a_file(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert run("brief", demo(), "--html", "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes() != b""


def test_a_file_named_as_a_page_is_one(tmp_path: Path) -> None:
    for name in ("brief.html", "brief.md"):
        assert run("brief", demo(), "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / "brief.html").read_text("utf-8").startswith("<!doctype html>")
    assert (tmp_path / "brief.md").read_text("utf-8").startswith("# ")
