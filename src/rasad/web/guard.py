"""What every request must pass, and what every answer is sent with: no other page may ask, nothing else may load."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})
"""Names of this machine. A page elsewhere whose name was bent to point here sends its own name, and is refused."""
LARGEST = 64 * 1024
"""Bytes of a form; a judgement has a few hundred."""
SENT = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
"""`same-origin`, since a form without a referrer says that it comes from nowhere; `no-store`, since what a case holds
is nobody else's business, the next user of the browser included."""


class Guard:
    """Lets in what a page of the desk itself may send, and sends all answers with the headers above."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SENT.items():
                    headers[name] = value
            await send(message)

        refused = refusal(scope["method"], Headers(scope=scope))
        answer = PlainTextResponse(refused[1], refused[0]) if refused else self.app
        await answer(scope, receive, sealed)


def refusal(method: str, headers: Headers) -> tuple[int, str] | None:
    """Say why a request is refused, with its HTTP status; None lets it in."""
    if name_of(headers.get("host", "")) not in HOSTS:
        return 421, "The desk answers to the name of this machine only: http://127.0.0.1"
    if method != "POST":
        return None  # No route takes anything else than GET, HEAD and POST; it says itself which of them it takes.
    if not _fits(headers):
        return 413, "The form is too large, or does not say how large it is."
    origin = headers.get("origin")
    if origin is not None and origin not in (f"http://{headers['host']}", f"https://{headers['host']}"):
        return 403, "Sent by a page that is not of this desk."
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return 403, "Sent by a page that is not of this desk."
    return None


def _fits(headers: Headers) -> bool:
    """Tell whether a form says that it is small enough. One sent in pieces has the length of its pieces, not this."""
    length = headers.get("content-length", "")
    short = length.isascii() and length.isdigit() and len(length) < 9 and int(length) <= LARGEST
    return short and "transfer-encoding" not in headers


def name_of(host: str) -> str:
    """Give the name in a Host header, without the port.

    >>> name_of("[::1]:8000"), name_of("localhost")
    ('[::1]', 'localhost')
    """
    return host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() and host.count(":") in (1, 3) else host
