"""Finding many names in a text at once, however their letters are joined, spaced and voiced."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import ahocorasick
from msgspec import Struct

from rasad.tokens import INVISIBLE, fold

SHORT = 4
"""Letters below which a form counts only as a whole word: «علی» is also the beginning of others."""
_LETTER = re.compile(rf"[^\s\u200c{INVISIBLE.pattern[1:-1]}]")


class Found(Struct, frozen=True, order=True):
    """A stretch of a text, and whose name it is."""

    start: int
    end: int
    owner: str


class Seeker:
    """Looks for the names of many owners in one pass over a text.

    An automaton over the bare letters finds where a name may be; the name's own pattern judges each place.
    """

    def __init__(self, forms: Mapping[str, Sequence[str]]) -> None:
        owners: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for owner, some in forms.items():
            for form in some:
                owners["".join(_LETTER.findall(_lower(form)))].append((owner, form))
        self._automaton = ahocorasick.Automaton()
        for letters, some_owners in owners.items():
            if letters:
                self._automaton.add_word(letters, (len(letters), some_owners))
        self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[Found]:
        """Give every place of a name; places may overlap."""
        if not len(self._automaton):
            return
        folded = fold(text)
        low = _lower(folded)
        places = [found.start() for found in _LETTER.finditer(low)]
        for last, (length, owners) in self._automaton.iter("".join(low[at] for at in places)):
            for owner, form in owners:
                if found := _pattern(form).match(folded, places[last - length + 1]):
                    yield Found(*found.span(), owner)


def apart(found: Iterable[Found]) -> list[Found]:
    """Keep places that do not overlap: the first, and of several that begin there the longest."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda found: (found.start, -found.end, found.owner)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _lower(text: str) -> str:
    """Make letters small, the length stays."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=4096)
def _pattern(form: str) -> re.Pattern[str]:
    between = f"{INVISIBLE.pattern}*"
    words = (between.join(map(re.escape, word)) for word in re.split(r"[\s\u200c]+", form))
    whole = r"\b" if len(form) < SHORT else ""
    return re.compile(whole + (between + r"[\s\u200c]*").join(words) + whole, re.IGNORECASE)
