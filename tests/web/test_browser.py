"""The desk in a real browser: what is clicked is lit, keys do what they say, and nothing is asked of anybody else."""

import json
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from rasad.ledger import book
from rasad.store import judgements, queries
from web.conftest import Server

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
VIEWS = ("events", "review", "statements", "actors", "timeline", "map", "network", "contradictions", "sources", "runs")
LIT = """() => Array.from(document.querySelectorAll('.lit')).flatMap(piece => {
  const long = Array.from(piece.textContent).length + piece.querySelectorAll('.chip').length;
  return Array.from({length: long}, (_, n) => Number(piece.dataset.s) + n); })"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def asked(server: Server) -> list[str]:
    """Gather the addresses that a page asked for."""
    return []


@pytest.fixture
def context(chromium: Browser, asked: list[str]) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1300, "height": 900}, locale="en")
    context.on("request", lambda request: asked.append(request.url))
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    assert wrong == []


@pytest.fixture
def meeting(server: Server) -> str:
    """Give the event that a Persian and an Arabic page tell."""
    with server.desk.case() as case:
        events = [e for e in queries.events(case.db) if e.pages > 1 and e.type == "CONSULT"]
        return next(e.id for e in events if "per-ebrahim-raisi" in {p.id for p in (*e.actors, *e.recipients)})


def rows(page: Page, address: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(page.request.get(address).body())["rows"]
    return found


def test_a_field_lights_its_characters(page: Page, server: Server, meeting: str) -> None:
    """In every report of the event, Persian and Arabic, each field lights exactly the spans that the record has."""
    page.goto(f"{server.url}/en/event/{meeting}")
    langs = set()
    for tab in page.locator(".tabs a").evaluate_all("all => all.map(a => a.href)"):
        page.goto(tab)
        report = page.locator('input[name="report"]').input_value()
        langs.add(page.locator(".text p[lang]").last.get_attribute("lang"))
        spans: dict[str, set[int]] = {}
        flat = page.request.get(f"{tab}&as=csv").body().decode("utf-8-sig").splitlines()
        names = flat[0].split(",")
        for line in flat[1:]:
            row = dict(zip(names, line.split(","), strict=False))
            if row["report"] == report:
                spans.setdefault(row["field"], set()).update(range(int(row["start"]), int(row["end"])))
        links = page.locator(".fields .lights")
        assert links.count() > 3
        for n in range(links.count()):
            links.nth(n).click()
            assert set(page.evaluate(LIT)) == spans[links.nth(n).get_attribute("data-field") or ""]
    assert langs == {"fa", "ar"}


def test_a_statement_lights_its_words(page: Page, server: Server) -> None:
    """The words, the verb and the speaker of a statement, in a Persian and an Arabic page."""
    langs = set()
    for name in ("04-fa-raisi-damascus", "05-ar-raisi-damascus"):
        listed = rows(page, f"{server.url}/en/statements?as=json")
        said = next(one for one in listed if one["page_id"] == name)
        page.goto(f"{server.url}/ar/statement/{said['id']}")
        langs.add(page.locator(".text p[lang]").last.get_attribute("lang"))
        page.locator('.fields .layer-statement .lights').first.click()
        assert set(page.evaluate(LIT)) == set(range(said["start"], said["end"]))
        page.keyboard.press("j")
        assert page.locator(".lights.on").first.is_visible()
    assert langs == {"fa", "ar"}


def test_statements_are_reviewed_by_keys(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/fa/hearing")
    first = page.locator('input[name="statement"]').input_value()
    with page.expect_navigation():
        page.keyboard.press("s")
    second = page.locator('input[name="statement"]').input_value()
    assert second != first
    with page.expect_navigation():
        page.keyboard.press("a")
    assert page.locator('input[name="statement"]').input_value() not in (first, second)
    assert second in server.desk.waiting()


def test_keys_walk_fields_and_places(page: Page, server: Server, meeting: str) -> None:
    page.goto(f"{server.url}/fa/event/{meeting}")
    first = page.locator(".lights.on").get_attribute("data-field")
    assert first == "type"
    page.keyboard.press("j")
    assert page.locator(".lights.on").first.get_attribute("data-field") != ""
    page.keyboard.press("k")
    where = page.locator(".where-in")
    before = where.inner_text()
    page.keyboard.press("n")
    assert where.inner_text() != before
    page.keyboard.press("p")
    assert where.inner_text() == before
    assert page.locator(".now").first.is_visible()


def test_selected_words_have_their_place(page: Page, server: Server) -> None:
    """Counted in code points, chips of hidden characters and pairs of surrogates included."""
    with server.desk.case() as case:
        sha, text = case.db.execute("SELECT sha256, text FROM page WHERE id = 'bidi'").fetchone()
        found = case.db.execute("SELECT event FROM event_report WHERE page = ?", (sha,)).fetchone()
    assert found, "the page with direction marks tells a journey"
    page.goto(f"{server.url}/en/event/{found[0]}")
    page.evaluate("""() => {
      for (const box of document.querySelectorAll('details')) box.open = true;
      const walker = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf('isolate');
        if (at >= 0) { document.getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 7); }
      } }""")
    page.wait_for_function("document.querySelector('[name=end]').value !== ''")
    start, end = (int(page.locator(f'[name="{name}"]').input_value()) for name in ("start", "end"))
    assert text[start:end] == "isolate"
    assert page.locator('[name="value"]').input_value() == "isolate"


def test_review_by_keys(page: Page, server: Server) -> None:
    desk = server.desk
    page.goto(f"{server.url}/en/review")

    def shown() -> str:
        return page.locator('input[name="event"]').input_value()

    def press(key: str, wait: Callable[[], None] = lambda: None) -> None:
        with page.expect_navigation():
            page.keyboard.press(key)
        wait()

    first = shown()
    press("s")
    second = shown()
    assert second != first
    press("a")
    assert shown() not in (first, second)
    assert second in desk.waiting()
    press("u")
    assert second not in desk.waiting()
    page.keyboard.press("r")
    assert page.evaluate("document.activeElement.name") == "reason"
    page.keyboard.type("not an event")
    page.keyboard.press("Escape")
    rejected = shown()
    press("r")
    assert desk.taking_up.wait(60)
    with desk.case() as case:
        assert [line.kind for line in judgements.judgements(case.db)] == ["accept", "undo", "reject"]
        assert rejected not in {event.id for event in queries.events(case.db)}
        assert book.check(desk.path, judgements.applied(case.db)) == []


def test_the_language_switch_keeps_the_place(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/en/events?type=CONSULT")
    page.locator(".langs a[lang=fa]").click()
    assert page.url.endswith("/fa/events?type=CONSULT")
    assert page.locator("html").get_attribute("dir") == "rtl"
    table, facets = page.locator("table.events").bounding_box(), page.locator(".facets").bounding_box()
    assert table
    assert facets
    assert facets["x"] > table["x"]
    page.locator(".langs a[lang=ar]").click()
    assert page.locator("html").get_attribute("lang") == "ar"


def test_nothing_leaves_the_machine(page: Page, server: Server, asked: list[str], meeting: str) -> None:
    for lang in ("en", "fa", "ar"):
        for view in (*VIEWS, f"event/{meeting}", f"compare/{meeting}", "page/script", "search?q=x"):
            page.goto(f"{server.url}/{lang}/{view}")
    assert len(asked) > 40
    assert [url for url in asked if not url.startswith(f"{server.url}/")] == []


@pytest.mark.parametrize("name", ["script", "bidi", "nested", "ansi"])
def test_a_hostile_page_does_nothing(page: Page, server: Server, name: str) -> None:
    page.goto(f"{server.url}/en/page/{name}")
    assert "taken" not in page.title().partition("<")[0]
    assert page.locator(".text script, .text img, .text b, .text div div div").count() == 0
    assert page.locator(".text").inner_text().strip()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(chromium: Browser, server: Server, meeting: str, scheme: Any) -> None:
    context = chromium.new_context(color_scheme=scheme, viewport={"width": 1300, "height": 900})
    page = context.new_page()
    axe = AXE_FILE_PATH.read_text("utf-8")
    found = []
    for address in (*(f"fa/{view}" for view in VIEWS), f"en/event/{meeting}", f"en/compare/{meeting}",
                    "ar/page/05-ar-raisi-damascus", "en/search?q=دمشق", "en/actor/per-ebrahim-raisi",
                    "fa/hearing"):  # fmt: skip
        page.goto(f"{server.url}/{address}")
        page.evaluate(axe)
        result = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'best-practice']})")
        found += [(address, one["id"], one["nodes"][0]["html"][:160]) for one in result["violations"]]
    context.close()
    assert found == []


def test_it_fits_a_small_screen(chromium: Browser, server: Server, meeting: str) -> None:
    context = chromium.new_context(viewport={"width": 400, "height": 800})
    page = context.new_page()
    wide = []
    for lang in ("fa", "en"):
        for view in (*VIEWS, f"event/{meeting}", f"compare/{meeting}", "page/05-ar-raisi-damascus", "search?q=دمشق"):
            page.goto(f"{server.url}/{lang}/{view}")
            over = page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth")
            wide += [(lang, view, over)] if over > 1 else []
    context.close()
    assert wide == []


def test_it_reads_without_a_script(chromium: Browser, server: Server, meeting: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.url}/en/event/{meeting}")
    link = page.locator(".fields .lights").nth(1)
    link.click()
    assert page.url.endswith(link.get_attribute("href") or "?")
    assert page.locator(".text").inner_text().strip()
    page.locator('button[value="accept"]').click()
    assert "line=1" in page.url
    context.close()
