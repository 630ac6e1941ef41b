"""Attacks by bytes: encodings that lie, break or hide, and files that are no text at all."""

import codecs
import gzip
import random
import zlib
from collections.abc import Iterator

from hostile.attack import MARK, Attack, told

NEWS = told("وزیر")
BROKEN = {
    "overlong": b"\xc0\xbcscript\xc0\xbe", "overlong-nul": b"\xc0\x80", "surrogates": b"\xed\xa0\x80\xed\xb0\x80",
    "continuation": b"\x80\x81\x82", "five-bytes": b"\xf8\x88\x80\x80\x80", "beyond": b"\xf4\x90\x80\x80",
    "cut": b"\xd9", "fe-ff": b"\xfe\xff\xfe\xff", "c1": b"\x9b31m\x90\x9d", "latin": b"\xe9\xe8\xe0",
}  # fmt: skip
"""Bytes that are no UTF-8, to be put into the midst of sound text."""
CHARSETS = (
    "utf-7", "utf-16", "utf-32", "idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "rot13",
    "hex", "zlib", "base64", "bz2", "mbcs", "oem", "x-user-defined", "utf_8_sig", "cp037", "hz", "iso-2022-jp",
    "iso-2022-kr", "../../etc/passwd", "a" * 300,
)  # fmt: skip
"""What a page may say that it is written in."""
NO_TEXT = {
    "picture.dat": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "program": b"\x7fELF\x02\x01\x01" + bytes(200),
    "report.dat": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</JS(app.alert(1))>>endobj" + bytes(40),
    "class.bin": b"\xca\xfe\xba\xbe\x00\x00\x00\x41", "mail.tnef": b"\x78\x9f\x3e\x22" * 9, "a.pickle": b"\x80\x04cos\nsystem\n.",
    "nul.html": b"<html><body>\x00<script>\x00", "nul-late.txt": NEWS.encode() * 30 + b"\x00", "empty.txt": b"",
    "blank.html": b"\n\n \t", "one.txt": b"\x1f", "half-gzip": b"\x1f\x8b",
}  # fmt: skip


def attacks() -> Iterator[Attack]:
    """Give them all."""
    for name, data in BROKEN.items():
        yield Attack(f"broken-{name}", f"broken-{name}.txt", (NEWS * 3).encode().replace(b"\n", data + b"\n", 1))
    for number, charset in enumerate(CHARSETS):
        head = f'<html><head><meta charset="{charset}"></head><body><p>'.encode()
        body = NEWS.encode("cp1256", "replace") + b"\xff\xfe\x81xn--" + b"a-" * 500
        yield Attack(f"charset-{charset[:20]}", f"charset-{number:02}.html", head + body)
    for name, data in NO_TEXT.items():
        yield Attack(f"no-text-{name}", name, data)
    yield from _wide()
    yield from _packed()


def _wide() -> Iterator[Attack]:
    """Texts of two and four bytes a letter, cut off, without a mark, or with a wrong one."""
    yield Attack("utf16-odd", "utf16-odd.txt", codecs.BOM_UTF16_LE + NEWS.encode("utf-16-le")[:-1])
    yield Attack("utf16-lone", "utf16-lone.txt", codecs.BOM_UTF16_BE + NEWS.encode("utf-16-be") + b"\xd8\x00\x06\x27")
    yield Attack("utf16-unmarked", "utf16-unmarked.txt", NEWS.encode("utf-16-be"))
    yield Attack("utf32-cut", "utf32-cut.txt", codecs.BOM_UTF32_LE + NEWS.encode("utf-32-le")[:-3])
    yield Attack("utf32-beyond", "utf32-beyond.txt", codecs.BOM_UTF32_LE + b"\xff\xff\xff\x7f" * 99)
    yield Attack("marks", "marks.txt", codecs.BOM_UTF8 * 9 + NEWS.encode())
    yield Attack("utf7", "utf7.html", b'<meta charset="utf-7"><p>+ADw-script+AD4-' + MARK.encode() + b"+ADw-/script+AD4-")
    yield Attack("scrambled", "scrambled.txt", NEWS.encode().decode("latin-1").encode())
    yield Attack("scrambled-twice", "scrambled-twice.txt", NEWS.encode().decode("latin-1").encode().decode("latin-1").encode())
    yield Attack("noise", "noise.txt", bytes(random.Random(7).choices(range(1, 256), k=20_000)))


def _packed() -> Iterator[Attack]:
    """Files that unpack to more than they seem, or to nothing."""
    bomb = gzip.compress(bytes(60_000_000), mtime=0)
    yield Attack("gzip-bomb", "bomb.txt.gz", bomb)
    yield Attack("gzip-twice", "twice.txt.gz", gzip.compress(gzip.compress(NEWS.encode(), mtime=0), mtime=0))
    yield Attack("gzip-cut", "cut.txt.gz", gzip.compress(NEWS.encode(), mtime=0)[:-9])
    yield Attack("gzip-tail", "tail.txt.gz", gzip.compress(NEWS.encode(), mtime=0) + b"\x1f\x8b\x08tail")
    named = b"\x1f\x8b\x08\x08" + bytes(6) + b"../../../../tmp/zzevil.txt\0"
    packer = zlib.compressobj(wbits=-15)
    body = packer.compress(NEWS.encode()) + packer.flush()
    tail = zlib.crc32(NEWS.encode()).to_bytes(4, "little") + len(NEWS.encode()).to_bytes(4, "little")
    yield Attack("gzip-name", "named.txt.gz", named + body + tail)
    yield Attack("gzip-empty", "nothing.txt.gz", gzip.compress(b"", mtime=0))
