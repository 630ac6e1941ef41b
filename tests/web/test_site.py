"""A site is the desk as files: every link in it leads to a file of it, and it opens without a server."""

import re
import shutil
from hashlib import sha256
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import sync_playwright

from rasad.errors import CaseError
from rasad.store.db import create
from rasad.web.links import Place
from rasad.web.site import file_of, write_site

HREF = re.compile(r'(?:href|src|action)="([^"]*)"')
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "out"
    assert write_site(built, out, ("en", "fa")).files > 500
    return out


def test_every_link_is_a_file(site: Path) -> None:
    broken = set()
    for file in site.rglob("*.html"):
        for href in HREF.findall(file.read_text("utf-8")):
            target = unquote(unescape(href).partition("#")[0])
            if target and not (file.parent / target).resolve().is_file():
                broken.add((file.relative_to(site).as_posix(), href))
    assert broken == set()
    assert len(list(site.rglob("event/*.html"))) > 50
    assert list(site.rglob("event/*.json"))


def test_no_file_takes_the_place_of_another_where_capitals_are_small_letters(site: Path) -> None:
    files = [file.relative_to(site).as_posix() for file in site.rglob("*")]
    assert len({file.lower() for file in files}) == len(files)
    names = ("AID", "aid", "Aid", "con", "CON", "aux.txt", "Aux.TXT", "nul", "com1", "COM1.x", "lpt9", "console", ".x")
    made = [file_of(Place("en", view, name)) for view in ("actor", "page") for name in names]
    made += [file_of(Place("en", "events", query=(("outlet", name),))) for name in names]
    assert len({file.lower() for file in made}) == len(made)
    stems = {file.rpartition("/")[2].partition(".")[0].lower() for file in made}
    assert not stems & {"con", "aux", "nul", "com1", "lpt9", ""}
    assert "console" in stems


def test_nothing_of_a_running_desk_is_left(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text("utf-8")
        assert "<form" not in text, file
        assert 'name="token"' not in text, file


def test_a_site_is_the_same_each_time(built: Path, site: Path) -> None:
    def sums() -> dict[str, str]:
        files = (file for file in site.rglob("*") if file.is_file())
        return {file.relative_to(site).as_posix(): sha256(file.read_bytes()).hexdigest() for file in files}

    before = sums()
    write_site(built, site, ("en", "fa"))
    assert sums() == before


def test_a_case_without_events_has_a_site(tmp_path: Path) -> None:
    create(tmp_path / "empty.rasad").db.close()
    assert write_site(tmp_path / "empty.rasad", tmp_path / "out", ("en", "fa")).files > 10


def test_a_folder_with_other_files_is_left_alone(built: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(CaseError, match="no site"):
        write_site(built, tmp_path, ("en",))
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_it_opens_from_disk(site: Path) -> None:
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / "index.html").as_uri())
        page.locator("a[lang=fa]").click()
        page.locator("table.events .c-what a").first.click()
        page.locator(".fields .lights").nth(1).click()
        assert page.locator(".lit").count() > 0
        page.locator(".langs a[lang=en]").click()
        assert page.locator("html").get_attribute("dir") == "ltr"
        browser.close()
    assert all(url.startswith("file:") for url in asked)
