"""What is fuzzed: for each target what it does with bytes, what it begins from, and words that its inputs are made of.

A target raises when something that must hold does not; strange bytes are no fault.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from hostile import of_files
from laws.test_records import check
from rasad.dates.constraints import Constraint, news_constraint, seen_constraint
from rasad.dates.dayset import bounds
from rasad.dates.eras import find_era
from rasad.dates.expressions import read_dates
from rasad.dates.solver import solve
from rasad.dates.telling import edtf
from rasad.dates.vocabulary import vocabulary
from rasad.dates.written import day_written
from rasad.ledger.lines import Anchor, Judgement, Line, Target, encode, faults, seal
from rasad.model import Document, Outside, Page
from rasad.mojibake import mends
from rasad.offsets import Edit, apply
from rasad.packs import load
from rasad.pipeline import analyse
from rasad.readers import SetAside, read_stream
from rasad.readers import readers as all_readers
from rasad.stages.find_language import find_language
from rasad.stages.find_ranges import find_ranges
from rasad.stages.repair_text import repair_text
from rasad.stages.split_sentences import split_sentences
from rasad.tokens import fold

STAGES = (find_language, find_ranges, repair_text, split_sentences)
NAMES = ("x", "a.html", "a.xml", "a.json", "a.jsonl", "a.warc", "a.mhtml", "a.txt", "a.gz")
ALPHABET = (
    " \n.،؛:«»\"'()!؟-ـ|/\u200c\u200e\u202e\u2066\u00a0¬\u0640\u064b\u064e\u0651\u0653\u0654\u0655\u0670ﻻﷲﺍ"
    "ابپتثجچحخدذرزژسشصضطظعغفقکكگلمنوهیيىئءآأإؤةۀەہھ٠١٢۰۱۲012abzÇØ§Ù„طظ\u0301\ufffd\U0001f600"
)
EXAMPLES = Path(__file__).parents[2] / "examples"
SHORT = 8_000
"""Bytes of an input to begin from; longer ones are found slowly and slow all others down."""
WORDS = 40
"""Words of a made text: some sentences."""
_MARKS = (".", "،", ":", "«", "»", "؟", "\n", "\n\n", "(", ")", "-", "12", "۱۴۰۳", "\u200c")


class Fuzzed(Struct, frozen=True):
    """A target: what is done with bytes, what it begins from, what may be put in."""

    run: Callable[[bytes], None]
    seeds: Callable[[], Sequence[bytes]]
    words: Callable[[], Sequence[bytes]] = lambda: ()


def readers(data: bytes) -> None:
    """Read bytes under a name: pages or reasons come out, and nothing is raised."""
    name = NAMES[data[0] % len(NAMES)] if data else "x"
    for found in read_stream(data[1:], name):
        _looked_at(found)


def stages(data: bytes) -> None:
    """Send a text of telling letters through the first stages."""
    text = "".join(ALPHABET[byte % len(ALPHABET)] for byte in data)
    for found in read_stream(text.encode(), "a.txt"):
        if isinstance(found, Page):
            _staged(found)


def offsets(data: bytes) -> None:
    """Write edits into a text: both ways between the two texts hold, for every span."""
    size = data[0] % 24 if data else 0
    text = "".join(ALPHABET[byte % len(ALPHABET)] for byte in data[1 : 1 + size])
    rest = data[1 + size :][:16]
    cuts = sorted(byte % (len(text) + 1) for byte in rest[::2])
    put = [ALPHABET[: byte % 4] for byte in rest[1::2]]
    edits = [Edit(a, b, new, "fuzz") for (a, b), new in zip(pairwise(cuts), put, strict=False)]
    made, way = apply(text, edits)
    assert (way.old[0], way.old[-1], way.new[0], way.new[-1]) == (0, len(text), 0, len(made))
    for (a, b), (c, d), copied in zip(pairwise(way.old), pairwise(way.new), way.copied, strict=True):
        assert (a <= b) & (c <= d)
        if copied:
            assert text[a:b] == made[c:d]
            assert (way.forth(a, b), way.back(c, d)) == ((c, d), (a, b))
    for start in range(len(made) + 1):
        for end in range(start, len(made) + 1):
            home = way.back(start, end)
            assert 0 <= home[0] <= home[1] <= len(text), (text, edits, start, end)


def dates(data: bytes) -> None:
    """Read a text of words of dates, solve what is found with a page's day: spans and days are sound."""
    lang = ("fa", "ar")[data[0] % 2] if data else "fa"
    text = _text(data[1:], _date_words(lang))
    folded, page = fold(text), bounds(None, date(2025, 1, 1).toordinal())
    reasons: list[Constraint | None] = [find_era(folded, lang), news_constraint(page, 31)]
    for mention in read_dates(text, folded, lang):
        assert 0 <= mention.start < mention.end <= len(text)
        reasons.append(seen_constraint(mention, page, bool(data[0] & 2)))
    found = solve([reason for reason in reasons if reason])
    edtf(found)
    assert not (found.earliest and found.latest) or found.earliest <= found.latest
    day = day_written(text)
    assert day is None or 1990 <= date.fromordinal(day).year <= 2100


def statements(data: bytes) -> None:
    """Read a page of words of our example pages, shuffled: every span of its record slices to words of it."""
    text = _text(data, _page_words())
    page = Page(Outside("fuzz"), text, sha256(text.encode()).hexdigest())
    record = analyse(page, load()).record
    assert record is not None
    check(page, record)


def ledger(data: bytes) -> None:
    """Read bytes as a ledger: no change of a sealed one goes unseen, but that lines at its end are missing."""
    lines = data.decode("utf-8", "surrogateescape").removesuffix("\n").split("\n")
    found, sound = faults(lines), _sealed()
    assert found or lines == sound[: len(lines)], lines


def reader(kind: str) -> Callable[[bytes], None]:
    """Give a target that reads bytes with one reader."""

    def run(data: bytes) -> None:
        for found in all_readers()[kind].read_from(BytesIO(data), "a"):
            _looked_at(found)

    return run


def warm() -> None:
    """Read a page of each language: modules and tables are loaded, and no input has to wait for them."""
    for path in sorted(EXAMPLES.glob("0[45]*.txt")):
        readers(b"\0" + path.read_bytes())
        statements(path.read_bytes())


def _looked_at(found: Page | SetAside) -> None:
    if isinstance(found, SetAside):
        assert found.why, found
        assert found.what_to_do, found
    else:
        _staged(found)


def _staged(page: Page) -> None:
    doc = Document(page)
    for stage in STAGES:
        doc = stage(doc, load())
    assert doc.map is not None
    for sentence in doc.sentences:
        start, end = doc.map.back(sentence.start, sentence.end)
        assert 0 <= start < end <= len(page.text), (sentence, page.text)
    if mends(doc.reading):
        return  # Scrambled twice, or not at all: nobody knows.
    again = _repaired(Document(Page(page.outside, doc.reading, ""), doc.lang), doc)
    assert again == doc.reading, (doc.reading, again)


def _repaired(doc: Document, first: Document) -> str:
    """Repair a text again, as of the languages that were found at first."""
    again = find_language(doc, load())
    if again.lang != first.lang or again.paragraph_langs != first.paragraph_langs:
        return first.reading
    return repair_text(again, load()).reading


def _text(data: bytes, words: Sequence[str]) -> str:
    """Make a text of words, two bytes each; an odd number glues the word to the one before it."""
    made = []
    for at in range(0, min(len(data), 2 * WORDS) - 1, 2):
        number = int.from_bytes(data[at : at + 2], "big")
        made.append(("" if number & 1 and number > 32_768 else " ") + words[number % len(words)])
    return "".join(made).strip()


@cache
def _date_words(lang: str) -> tuple[str, ...]:
    return (*sorted(vocabulary(lang).words), *_MARKS, "1403/13/41", "99/99/9999", "31", "2024", "٣", "0", "\u0301")


@cache
def _page_words() -> tuple[str, ...]:
    """Give the words of our example pages in the order of the pages, so that neighbours are neighbours."""
    texts = [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    return (*_MARKS, *dict.fromkeys(word for text in texts for word in text.split()))


@cache
def _sealed() -> list[str]:
    lines: list[Line] = []
    anchor = Anchor("0" * 64, 3, 9, "CONSULT", "meeting")
    for kind in ("accept", "note", "reject"):
        said = Judgement(kind, Target(reports=(anchor,)), who="ک", reason="so it is")
        lines.append(seal(lines[-1] if lines else None, said))
    return [encode(line) for line in lines]


def _attacks(*kinds: str) -> list[bytes]:
    """Give the small files of our hostile corpus whose names begin so."""
    return [one.data for one in of_files.attacks() if one.name.startswith(kinds) and len(one.data) <= SHORT]


def _of_words(words: Sequence[str], step: int) -> list[bytes]:
    """Give bytes that choose all words in their order, some at a time."""
    numbers = [number.to_bytes(2, "big") for number in range(len(words))]
    return [b"".join(numbers[at : at + step]) for at in range(0, len(numbers), step)]


def _pages() -> Iterator[bytes]:
    for path in sorted(EXAMPLES.glob("*.*")):
        if path.suffix in (".html", ".jsonl", ".txt"):
            yield path.read_bytes()[:SHORT]


def _tokens(*words: str) -> Callable[[], Sequence[bytes]]:
    return lambda: [word.encode() for word in words]


_HTML = (
    "<p>", "</p>", "<div>", "<article>", "<time datetime=", "<script>", "<!--", "-->", "&zwnj;", "&#x200c;",
    "<meta charset=", "<br>", "<h1>", "<b>",
)  # fmt: skip
_DAYS = ("2024-12-01T10:00:00", "۱۴۰۳/۰۹/۱۱", "Mon, 02 Dec 2024 10:00:00 +0330", "0001-01-01", "9999-12-31")
_WARC = (
    "WARC/1.1\r\n", "WARC-Type: response", "Content-Length: ", "HTTP/1.1 200 OK", "chunked", "gzip", "\r\n\r\n", *_HTML,
)  # fmt: skip
_MHTML = (
    "Content-Type: ", "multipart/related", 'boundary="b"', "--b", "base64", "quoted-printable", "=?utf-8?q?", *_HTML,
)  # fmt: skip
_TELEGRAM = (
    '"messages": [', '"chats": {', '"type": "public_channel"', '"text": ', '"date": ', "\\ud800", "]", "}", *_DAYS,
)  # fmt: skip
_SHOWN = (
    'class="message default"', 'class="text"', "tgme_widget_message_text", "data-post=", "datetime=", *_HTML, *_DAYS,
)  # fmt: skip
_FEED = (
    "<item>", "</item>", "<description>", "<![CDATA[", "]]>", "<!DOCTYPE", "<!ENTITY a 'b'>", "&a;", "<pubDate>",
    *_DAYS,
)  # fmt: skip
_LINES = ('"text": ', '"html": ', '"published": ', '"url": ', "\\ud800", "[[[[", '{"a":', *_DAYS)
_LEDGER = ('"n":1', '"n":2', '"hash":"', '"previous":""', "null", '"target":{"line":1}', "\n", "[[[[", '{"a":')
_EDITS = (bytes([9, *range(9), 1, 2, 4, 3, 6, 1, 7, 0]), bytes([3, 1, 2, 3, 0, 3, 1, 2]))


def _dated() -> list[bytes]:
    made = ((bytes([n]), lang) for n, lang in enumerate(("fa", "ar")))
    return [first + some for first, lang in made for some in _of_words(_date_words(lang), 12)]


def _fed(*kinds: str) -> Callable[[], Sequence[bytes]]:
    return lambda: _attacks(*kinds)


TARGETS = {
    "readers": Fuzzed(
        readers,
        lambda: [bytes([n]) + page for n in (0, 1, 4) for page in _pages()],
        _tokens(*_HTML, *_DAYS, '"text":', "\x1f\x8b", "WARC/1.1"),
    ),
    "stages": Fuzzed(stages, lambda: [bytes(range(n, n + 60)) for n in range(0, 180, 20)]),
    "offsets": Fuzzed(offsets, lambda: _EDITS),
    "dates": Fuzzed(dates, _dated),
    "statements": Fuzzed(statements, lambda: _of_words(_page_words(), WORDS)),
    "ledger": Fuzzed(ledger, lambda: ["\n".join(_sealed()).encode() + b"\n", _sealed()[0].encode()], _tokens(*_LEDGER)),
    "warc": Fuzzed(reader("warc"), _fed("warc"), _tokens(*_WARC)),
    "mhtml": Fuzzed(reader("mhtml"), _fed("mhtml"), _tokens(*_MHTML)),
    "telegram": Fuzzed(reader("telegram"), _fed("telegram"), _tokens(*_TELEGRAM)),
    "telegram_html": Fuzzed(reader("telegram_html"), _fed("telegram"), _tokens(*_SHOWN, *_DAYS)),
    "feed": Fuzzed(reader("feed"), _fed("feed"), _tokens(*_FEED)),
    "jsonl": Fuzzed(reader("jsonl"), lambda: [*_attacks("lines"), *_pages()], _tokens(*_LINES)),
}
"""By name, as `guided.py` is asked for them."""
