"""A small case of the example pages and of hostile ones, and the desk over it."""

import threading
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from rasad.engine.case import add_pages, fuse_case
from rasad.model import Outside, Page
from rasad.packs import load
from rasad.readers import read_pages
from rasad.store.db import create
from rasad.web.app import make_app
from rasad.web.desk import Desk

EXAMPLES = Path(__file__).parents[2] / "examples"
HOSTILE = {
    "script": "وزیر خارجه ایران در تهران با همتای سوری خود دیدار کرد.\n<script>document.title='taken'</script>"
              "<img src=x onerror=\"document.title='taken'\">\n{{ 7*7 }} ${7*7} <b>",
    "bidi": "رئیس‌جمهور ایران روز دوشنبه به دمشق سفر کرد.\n\u202egnp.exe\u202c متن \u2067isolate\u2069 پایان \u200f",
    "nested": "<div>" * 10_000 + "وزیر خارجه عراق وارد تهران شد." + "</div>" * 10_000,
    "ansi": "\x1b[31mالتقى الرئيس السوري بشار الأسد وزير الخارجية الإيراني في دمشق.\x1b[0m\x07\x9b",
}  # fmt: skip


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the case once; tests that write work on a copy."""
    path = tmp_path_factory.mktemp("desk") / "small.rasad"
    pages = [page for file in sorted(EXAMPLES.glob("0[1-7]*")) for page in read_pages(file)]
    hostile = [Page(Outside(name), text, sha256(text.encode()).hexdigest()) for name, text in HOSTILE.items()]
    erbil = list(read_pages(EXAMPLES / "14-erbil.jsonl"))
    with create(path) as case:
        add_pages(case, [*pages, *erbil, *hostile], load(), lambda _: None)
        fuse_case(case, load())
    return path


@pytest.fixture
def case(built: Path, tmp_path: Path) -> Path:
    """Give a copy of the case."""
    path = tmp_path / built.name
    path.write_bytes(built.read_bytes())
    return path


class Server:
    """The desk, listening on a port of this machine."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        config = uvicorn.Config(make_app(desk), host="127.0.0.1", port=0, log_level="error")
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)

    def __enter__(self) -> "Server":
        self.thread.start()
        while not self.server.started:
            time.sleep(0.02)
        return self

    def __exit__(self, *_: object) -> None:
        self.server.should_exit = True
        self.thread.join(10)

    @property
    def url(self) -> str:
        """The address of the desk."""
        sockets: Any = self.server.servers[0].sockets
        return f"http://127.0.0.1:{sockets[0].getsockname()[1]}"


@pytest.fixture
def server(case: Path) -> Iterator[Server]:
    """Serve a copy of the case."""
    with Server(Desk(case)) as running:
        yield running
