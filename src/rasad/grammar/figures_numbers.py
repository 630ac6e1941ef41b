"""Numbers as they are written: digits, words, and both together («4 میلیارد و 200 میلیون», «مليون ونصف»)."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from rasad.dates.scanner import roundness
from rasad.dates.vocabulary import trie
from rasad.packs.rows import Row, read_rows
from rasad.tokens import ZWNJ, fold

_SEPARATORS = r".,/\u060c\u066b\u066c"
_NO_NUMBER_BEFORE = r"(?<![^\W\d])(?<![/+\-\u2013])(?<!\d[.,:\u066b\u066c])"
_NO_NUMBER_AFTER = r"(?![\d:+/]|[-\u2013_]\w|[A-Za-z])"
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,\u060c\u066c]\d{3})+")
_GAP = re.compile(rf"[ {ZWNJ}]*")


class Number(Struct, frozen=True):
    """A number in the text: `digits` if any are in it, `doubtful` if its one word may be another word.

    `total` holds what its scales have closed, `group` what is still open; `scale` is the last scale. `definite` numbers
    («الثلاث») name what is known and count nothing.
    """

    start: int
    end: int
    total: float
    group: float
    scale: float
    kind: str
    digits: bool
    rule: str
    joined: bool = False
    definite: bool = False
    doubtful: bool = False

    @property
    def value(self) -> float:
        return self.total + self.group


class Numerals(Struct, frozen=True):
    """The number words of a language and the expression that finds them."""

    scan: re.Pattern[str]
    words: dict[str, Row]
    odd: dict[str, str]
    join: str


@cache
def numerals(lang: str) -> Numerals:
    """Read the number words of a language, once."""
    rows = [*read_rows(f"{lang}/numbers.tsv"), *read_rows(f"{lang}/numerals.tsv")]
    odd = {fold(r["form"]): r["kind"] for r in rows if r["kind"] in ("doubtful", "vague")}
    words = {fold(r["form"]): r for r in reversed(rows) if r["kind"] not in ("doubtful", "decimal")}
    spellings = {form.replace(ZWNJ, gap): row for form, row in words.items() for gap in (ZWNJ, "", " ")}
    little = {use: [fold(r["form"]) for r in read_rows(f"{lang}/date_words.tsv") if r["use"] == use]
              for use in ("proclitic", "article", "and")}  # fmt: skip
    clitics = f"(?P<clitics>{trie(little['proclitic'])}{{0,2}}?)" if little["proclitic"] else "(?P<clitics>)"
    article = f"(?P<article>{trie(little['article'])})?" if little["article"] else "(?P<article>(?!))?"
    letters = "".join(fold(r["form"]) for r in rows if r["kind"] == "decimal")
    digits = rf"(?<!\d)(?P<digits>\d+(?:[{_SEPARATORS}{letters}]\d+)*){_NO_NUMBER_AFTER}"
    word = rf"(?P<word>{trie(spellings)})(?!\w)"
    scan = re.compile(f"{_NO_NUMBER_BEFORE}{clitics}{article}(?:{digits}|{word})")
    return Numerals(scan, spellings, odd, little["and"][0])


def numbers(folded: str, reading: str, start: int, end: int, lang: str) -> list[Number]:
    """Give the cardinal numbers of folded[start:end], each put together from its parts."""
    words = numerals(lang)
    found: list[Number] = []
    for part in _parts(folded, reading, start, end, words):
        joined = _joined(found[-1], part, folded, words.join) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(part)
    return [n for n in found if n.kind not in ("ordinal", "vague") and n.value > 0]


def _parts(folded: str, reading: str, start: int, end: int, words: Numerals) -> Iterator[Number]:
    for m in words.scan.finditer(folded, start, end):
        joined = words.join in m["clitics"]
        definite = bool(m["article"])
        at = m.start("article" if definite else "digits" if m["digits"] else "word")
        if m["digits"]:
            value = decimal(reading[m.start("digits") : m.end()])
            yield Number(at, m.end(), 0, value, 0, "digits", True, "", joined, definite)
            continue
        row = words.words[m["word"]]
        value = float(row["value"])
        odd = words.odd.get(m["word"], "")
        kind = odd if odd == "vague" else row["kind"]
        closed = kind in ("scale", "vague") and value >= 1000
        yield Number(at, m.end(), value if closed else 0, 0 if closed else value, value if closed else 0, kind, False,
                     row.rule, joined, definite, odd == "doubtful")  # fmt: skip


def decimal(text: str) -> float:
    """Read a number in digits.

    >>> [decimal(t) for t in ("1,200", "7.8", "0,5", "12.000", "۳/۷", "5/8")]
    [1200.0, 7.8, 0.5, 12000.0, 3.7, 8.5]
    """
    plain = fold(text)
    if _THOUSANDS.fullmatch(plain) and not plain.startswith("0"):
        return float(re.sub(r"\D", "", plain))
    parts = re.split(r"\D", plain)
    if len(parts) == 2:
        return float(".".join(reversed(parts) if _turned(text, parts) else parts))
    return float("".join(parts))


def _turned(text: str, parts: list[str]) -> bool:
    """Tell whether a decimal stands fraction first, as pages wrote it that were typed from left to right.

    In old Persian pages «43/1 million» is 1.43; a part of three digits is always the whole («618/4 points»). With a
    letter for the point the longer part is the whole («5ر656»).
    """
    if any(c.isalpha() for c in text):
        return len(parts[1]) > len(parts[0])
    return "/" in text and text.isascii() and len(parts[0]) < 3


def _joined(left: Number, right: Number, folded: str, join: str) -> Number | None:
    """Give the number that two parts side by side make, None if they are two numbers."""
    gap = folded[left.end : right.start].replace(ZWNJ, "").replace(" ", "")
    if gap not in ("", join) or "\n" in folded[left.end : right.start]:
        return None
    anded = gap == join or (left.kind == "scale" and folded.endswith(join, left.start, left.end))
    if right.kind == "ordinal":
        return replace(left, end=right.end, kind="ordinal")
    whole = _added(left, right) if anded else _multiplied(left, right)
    if whole is None:
        return None
    kind = "scale" if right.kind == "vague" else right.kind
    total, group, scale = whole
    return replace(left, end=right.end, total=total, group=group, scale=scale, kind=kind, doubtful=False,
                   digits=left.digits or right.digits)  # fmt: skip


def _multiplied(left: Number, right: Number) -> tuple[float, float, float] | None:
    """Put a scale or a teen behind its number: three thousand, three hundred, thir-teen."""
    if left.kind == "half" and right.scale == left.scale > 0:
        return left.total, left.group, left.scale
    if right.kind == "teen" and 0 < left.group % 100 < 10:
        return left.total, left.group + right.group, left.scale
    if right.kind not in ("scale", "vague") or right.definite:
        return None
    if not right.scale:
        return (left.total, left.group * right.group, left.scale) if 0 < left.group < 10 else None
    if left.group and right.scale == left.scale:
        return None
    if left.group and right.scale > left.scale > 0:
        return left.value * right.scale, 0, right.scale
    if left.group:
        return left.total + left.group * right.scale, 0, right.scale
    return (left.total * right.scale, 0, right.scale) if right.scale > left.scale else None


def _added(left: Number, right: Number) -> tuple[float, float, float] | None:
    """Add what stands after «and», if it is smaller than the last place written."""
    if right.kind == "half":
        half = right.group if left.group else left.scale * right.group
        return (left.total, left.group + half, left.scale) if left.group else (left.total + half, 0, left.scale)
    if left.group and left.kind == "digits":
        return None
    if right.kind == "tens" and 0 < left.group % 100 < 10:
        return left.total, left.group + right.group, left.scale
    limit = roundness(left.group) if left.group else left.scale
    if right.kind == "scale" and right.total:
        return (left.total + right.total, 0, right.scale) if right.total < limit else None
    return (left.total, left.group + right.group, left.scale) if right.value < limit else None
