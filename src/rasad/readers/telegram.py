"""Telegram's `result.json`: one page a message of a channel, read one message at a time."""

import json
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import Any, BinaryIO

from msgspec import Struct

from rasad.errors import PageError
from rasad.model import Page
from rasad.readers import MAX_PAGE_BYTES, SetAside, set_aside, stem
from rasad.telegram import Message, page_of_message

DESCRIPTION = "Telegram export result.json, one page a message; a forward's channel is its stated origin"

_FORM = "telegram"
_MARK = re.compile(rb'"messages"\s*:\s*\[|"chats"\s*:\s*\{')
_CHAT = re.compile(rb'\s*\{\s*"(?:name|about|id|type|messages|personal_information)"\s*:')
_STRING = r'"(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"'
_NEXT = re.compile(rf'"(name|type|id)"\s*:\s*({_STRING}|-?\d+)|"messages"\s*:\s*(\[)')
_GAP = re.compile(r"[\s,]*")
_CHUNK = 1 << 16
# Chats of private persons are none of Rasad's business, even in the export of one's own account.
_PRIVATE = ("personal_chat", "private_group", "bot_chat")


class _Chat(Struct):
    """The chat whose messages are being read."""

    name: str = ""
    type: str = ""
    id: str = ""


def recognises(head: bytes, name: str) -> bool:
    """Tell by a chat at the beginning."""
    return bool(_CHAT.match(head.removeprefix(b"\xef\xbb\xbf")) and _MARK.search(head))


def read_from(stream: BinaryIO, name: str) -> Iterator[Page | SetAside]:
    """Read the messages of a stream; those without text are passed over."""
    seen = False
    try:
        for number, (chat, message) in enumerate(_messages(_Buffer(stream)), start=1):
            seen = True
            if message is None:
                yield SetAside(name, number, f"{chat.type} {chat.name!r} is no channel", "export channels alone")
            elif message.get("type", "message") == "message" and (text := _text(message.get("text"))).strip():
                try:
                    yield _page(chat, message, text, f"{stem(name)}:{number}")
                except PageError as fault:
                    yield set_aside(name, number, fault)
    except PageError as fault:
        seen = True
        yield set_aside(name, None, fault)
    if not seen:
        yield SetAside(name, None, "the export holds no messages", "export the channel again")


class _Buffer:
    """The text of a stream, of which no more is kept than the message that is being read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = getincrementaldecoder("utf-8-sig")("replace")
        self.text = ""
        self.at = 0
        self.ended = False

    def more(self) -> bool:
        """Read on; as much again as there is, so that a long message is not read over and over."""
        if self.ended:
            return False
        if len(self.text) - self.at > MAX_PAGE_BYTES:
            raise PageError(f"a message is larger than {MAX_PAGE_BYTES // 1_000_000} MB", "export the channel again")
        data = self._stream.read(max(_CHUNK, len(self.text) - self.at))
        self.ended = not data
        self.text = self.text[self.at :] + self._decoder.decode(data, final=self.ended)
        self.at = 0
        return True


def _messages(buffer: _Buffer) -> Iterator[tuple[_Chat, dict[str, Any] | None]]:
    """Give every message with its chat; None stands for the messages of a chat that is not read."""
    chat = _Chat()
    while True:
        found = _NEXT.search(buffer.text, buffer.at)
        # A hit at the very end may be the beginning of a longer one.
        if found is None or (found.end() == len(buffer.text) and not buffer.ended):
            if found is None:
                buffer.at = max(buffer.at, len(buffer.text) - _CHUNK)
            if not buffer.more():
                return
            continue
        buffer.at = found.end()
        if not found[3]:
            written = found[2]
            setattr(chat, found[1], json.loads(written, strict=False) if written[0] == '"' else written)
            continue
        if chat.type in _PRIVATE:
            yield chat, None
        for message in _objects(buffer):
            if chat.type not in _PRIVATE:
                yield chat, message
        chat = _Chat()


def _objects(buffer: _Buffer) -> Iterator[dict[str, Any]]:
    """Give the objects of a list, one at a time."""
    decoder = json.JSONDecoder(strict=False)
    while True:
        gap = _GAP.match(buffer.text, buffer.at)
        buffer.at = gap.end() if gap else buffer.at
        if buffer.text.startswith("]", buffer.at):
            return
        try:
            value, buffer.at = decoder.raw_decode(buffer.text, buffer.at)
        except RecursionError:
            raise PageError("a message is nested without end", "export the channel again") from None
        except ValueError as fault:
            if not buffer.more():
                raise PageError(f"the export is cut off or damaged ({fault})", "export the channel again") from None
            continue
        if isinstance(value, dict):
            yield value


def _text(written: Any) -> str:
    """Give the text of a message, which is a string, or a list of strings and of stretches with their own look."""
    if isinstance(written, str):
        return written
    parts = written if isinstance(written, list) else []
    known = (part for part in parts if isinstance(part, (str, dict)))
    return "".join(part if isinstance(part, str) else str(part.get("text") or "") for part in known)


def _page(chat: _Chat, message: dict[str, Any], text: str, default_id: str) -> Page:
    told = {key: str(message.get(key) or "") for key in ("id", "date", "edited", "forwarded_from", "author", "from")}
    found = Message(
        _FORM, told["id"], text, chat.name or told["from"], told["date"], told["edited"], told["forwarded_from"],
        told["author"],
    )  # fmt: skip
    return page_of_message(found, f"{_FORM}:{chat.id}:{found.id}" if chat.id and found.id else default_id)
