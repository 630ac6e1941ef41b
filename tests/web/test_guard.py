"""The desk answers this machine's own pages and nobody else, and nothing that it sends may load from elsewhere."""

import pytest
from starlette.datastructures import Headers

from rasad.web.guard import LARGEST, SENT, refusal

FORM = {"content-length": "12"}


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8765", "localhost:8765", "[::1]:8765", "[::1]"])
def test_this_machine_is_let_in(host: str) -> None:
    assert refusal("GET", Headers({"host": host})) is None


@pytest.mark.parametrize("host", ["", "example.org", "127.0.0.1.example.org", "example.org:8765", "127.0.0.2", "::2"])
def test_another_name_is_refused(host: str) -> None:
    assert (refusal("GET", Headers({"host": host})) or (0,))[0] == 421


@pytest.mark.parametrize(
    ("method", "sent", "status"),
    [
        ("POST", {}, 413),
        ("POST", {"content-length": "²"}, 413),
        ("POST", {"content-length": "9" * 5000}, 413),
        ("POST", FORM | {"transfer-encoding": "chunked"}, 413),
        ("POST", FORM | {"origin": "http://["}, 403),
        ("POST", {"content-length": "-1"}, 413),
        ("POST", {"content-length": str(LARGEST + 1)}, 413),
        ("POST", FORM | {"origin": "http://example.org"}, 403),
        ("POST", FORM | {"origin": "null"}, 403),
        ("POST", FORM | {"origin": "http://127.0.0.1:9999"}, 403),
        ("POST", FORM | {"sec-fetch-site": "cross-site"}, 403),
        ("POST", FORM | {"sec-fetch-site": "same-site"}, 403),
    ],
)
def test_forms_of_other_pages_are_refused(method: str, sent: dict[str, str], status: int) -> None:
    assert (refusal(method, Headers({"host": "127.0.0.1:8765"} | sent)) or (0,))[0] == status


def test_a_form_of_the_desk_is_let_in() -> None:
    own = FORM | {"host": "127.0.0.1:8765", "origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}
    assert refusal("POST", Headers(own)) is None


def test_nothing_may_come_from_elsewhere() -> None:
    policy = SENT["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy
