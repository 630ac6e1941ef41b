"""Floods for patterns and pages, each with a bound of processor time. Run by test_bounds.py in a process of its own.

    floods.py patterns | pages

Prints what goes over its bound. What grows with the length takes a thousandth of the bound, what grows with its square
some times the bound, so that no slow machine changes the answer.
"""

import ast
import hashlib
import importlib
import pkgutil
import re
import re._constants as code  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import rasad
from rasad.model import Outside, Page
from rasad.packs import load
from rasad.pipeline import analyse

LETTERS = 50_000
SECONDS = 5
"""Of the processor, for one pattern on one flood; what is linear takes some milliseconds."""
SECONDS_A_PAGE = 40
EVERYWHERE = ("finditer", "search", "sub", "split", "findall")
SHORT = {
    "rasad.dates.patterns._ITEM": "rows of packs",
    "rasad.packs.halfspaces._WORD_BEFORE": "a window of one word",
    "rasad.spacing._LETTERS_BEFORE": "a window of one word",
    "rasad.grammar.parted._ASIDE": "within a sentence, of 1,000 letters at most",
    "rasad.web.api._TABLE": "our own schema.sql",
    "rasad.stages.split_sentences._INITIAL": "three letters",
}
"""Patterns that are asked everywhere, but only in what is short."""
LETTERS_IN_SHORT = 1_000
UNITS = ("ا", " ", "0", "\u200c", "«", "(", "\n", "-", "<", ".", "،ا ", "ا.", ") ", "\t")
FA = "رئیس‌جمهور ایران روز یکشنبه ۱۲ آذر ۱۴۰۳ در دمشق با وزیر خارجه سوریه دیدار کرد و گفت که از سوریه حمایت می‌کند. "
AR = "التقى الرئيس السوري اليوم الأحد وزير الخارجية الإيراني في دمشق وقال إن سوريا تدعم إيران في هذه المرحلة. "
PAGES = {
    "blanks behind a signature": FA + "(ایرنا)" + " " * 200_000 + "x",
    "blanks behind a dateline": "بيروت (رويترز)" + " \t" * 60_000 + AR,
    "initials": FA + "م. " * 40_000,
    "stops": FA + "!" * 150_000 + "x",
    "half-spaces in a time": AR + "الساعة" + "\u200c" * 100_000 + " x",
    "he said": FA + "وی افزود که او رفت. " * 5_000,
    "tolls": "".join(f"قتل {n} مدنيا في غارة على دمشق. " for n in range(6_000)),
    "days on lines": FA + "\nدیروز" * 20_000,
}


class Over(Exception):
    """The bound is reached."""


def over(*_: object) -> None:
    raise Over


def bounded(seconds: float, work: Callable[[], object]) -> bool:
    """Tell whether something is done within its bound."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        work()
    except Over:
        return False
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return True


def patterns() -> Iterator[tuple[str, "re.Pattern[Any]", set[str]]]:
    """Give the patterns of all modules, each with how its module asks it."""
    for found in pkgutil.walk_packages(rasad.__path__, "rasad."):
        if "spark" in found.name or found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        asked: dict[str, set[str]] = {}
        for node in ast.walk(ast.parse(Path(module.__file__ or "").read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                asked.setdefault(node.value.id, set()).add(node.attr)
        for name, value in vars(module).items():
            some = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            for one in some:
                if isinstance(one, re.Pattern) and name in asked:
                    yield f"{found.name}.{name}", one, asked[name]


def one_of(items: Any, draw: Random) -> str:
    """Give something that a parsed pattern may match, repeats taken twice at most."""
    out = ""
    for kind, value in items:
        if kind is code.LITERAL:
            out += chr(value)
        elif kind is code.IN:
            plain = [chr(v if k is code.LITERAL else v[0]) for k, v in value if k in (code.LITERAL, code.RANGE)]
            negated = value[0][0] is code.NEGATE
            classes = {code.CATEGORY_SPACE: " ", code.CATEGORY_DIGIT: "1"}
            plain += [classes.get(v, "ا") for k, v in value if k is code.CATEGORY]
            out += "ا" if negated else draw.choice(plain)
        elif kind in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            low, high, body = value
            out += "".join(one_of(body, draw) for _ in range(min(max(low, draw.choice((0, 1, 2))), high)))
        elif kind is code.SUBPATTERN:
            out += one_of(value[3], draw)
        elif kind is code.BRANCH:
            out += one_of(draw.choice(value[1]), draw)
    return out


def floods(pattern: "re.Pattern[Any]") -> Iterator[str]:
    """Give texts of a pattern's own letters and some others, with something at the end that it does not want."""
    draw, written = Random(1), pattern.pattern
    tree = parser.parse(written if isinstance(written, str) else written.decode("latin-1"), pattern.flags & ~re.UNICODE)
    own = [some for _ in range(6) if (some := one_of(tree, draw))]
    units = {*UNITS, *own, *(some[0] for some in own), *(some[-1] for some in own), *(some[:-1] for some in own)} - {""}
    for unit in sorted(units):
        flood = (unit * LETTERS)[:LETTERS]
        yield flood + "!x"
        if own:
            yield own[0][: len(own[0]) // 2 + 1] + flood


def ask(pattern: "re.Pattern[Any]", way: str, text: Any) -> None:
    """Ask a pattern in the way in which its module does."""
    if way in EVERYWHERE:
        for _ in pattern.finditer(text):
            pass
    else:
        getattr(pattern, way)(text)


def slow_patterns() -> Iterator[str]:
    """Give the patterns that take too long on a flood."""
    for name, pattern, asked in patterns():
        ways = {way for way in asked if way in ("match", "fullmatch", *EVERYWHERE)}
        for way in sorted(ways):
            for text in floods(pattern):
                some = text[-LETTERS_IN_SHORT:] if name in SHORT else text
                data = some if isinstance(pattern.pattern, str) else some.encode()
                if not bounded(SECONDS, partial(ask, pattern, way, data)):
                    yield f"{name}.{way} on {text[:12]!r} … {text[-4:]!r}"
                    break


def slow_pages() -> Iterator[str]:
    """Give the pages that take too long to read."""
    packs = load()
    for name, text in PAGES.items():
        page = Page(Outside(name), text, hashlib.sha256(text.encode()).hexdigest())
        if not bounded(SECONDS_A_PAGE, partial(analyse, page, packs)):
            yield name


if __name__ == "__main__":
    signal.signal(signal.SIGPROF, over)
    for told in slow_patterns() if sys.argv[1] == "patterns" else slow_pages():
        print(told, flush=True)
