"""All names of a page, also those that act in no event: people, organisations, places, by rows and by what is around.

Mentions are narrower: they are who may take part. Here a name is the longest stretch that names.
"""

from collections.abc import Iterator
from itertools import pairwise

from rasad.grammar.headed_names import ORGANISATION, PERSON, PLACE, Name, headed, listed
from rasad.grammar.name_nouns import blessed, words_of
from rasad.grammar.personal_names import family_endings, unknown_people
from rasad.grammar.view import View, tight, views
from rasad.model import Document, Mark, Span

_OWNERS = ("country", "place", "org", "person")
_SHORTEST = 4
"""Letters of a last word that is looked for alone."""
_OF_MINISTRIES = frozenset(
    f"{name}_minister"
    for name in (
        "foreign", "interior", "health", "labour", "economy", "oil", "energy", "transport", "culture", "justice",
        "intelligence", "education", "science", "trade", "agriculture", "communications", "finance", "sports", "sport",
    )
)  # fmt: skip
_REPORTERS = ("journalist", "reporter", "correspondent")
_STRONGER = {ORGANISATION: 0, PERSON: 1, PLACE: 2}


def names(doc: Document) -> tuple[Name, ...]:
    """Give every name of a document with marks and mentions; where two meet, the longest."""
    sentences = [(view, _found(view)) for view in views(doc)]
    last = _last_words(doc, [name for _, found in sentences for name in found])
    return tuple(name for view, found in sentences for name in _apart([*found, *_again(view, last)]))


def _found(view: View) -> list[Name]:
    people = (*_people(view), *unknown_people(view))
    return [*headed(view), *_marked(view), *_joined(view), *(_whole(view, name) for name in people)]


def _apart(found: list[Name]) -> list[Name]:
    """Keep the longest of names that meet, and of equal ones the stronger kind."""
    taken: list[Name] = []
    for name in sorted(found, key=lambda n: (n.start - n.end, _STRONGER[n.kind], n.start)):
        if all(name.end <= other.start or other.end <= name.start for other in taken):
            taken.append(name)
    return sorted(taken, key=lambda n: n.start)


def _last_words(doc: Document, found: list[Name]) -> frozenset[str]:
    """Give the last words of people's names of two words or more: they come again alone."""
    people = [doc.folded[n.start : n.end].split() for n in found if n.kind == PERSON]
    endings = family_endings(doc.lang)
    return frozenset(
        words[-1] for words in people if len(words) > 1 and len(words[-1]) >= _SHORTEST and words[-1] not in endings
    ) | frozenset(" ".join(words[-2:]) for words in people if len(words) > 2 and words[-1] in endings)


def _again(view: View, last: frozenset[str]) -> Iterator[Name]:
    others = {
        m.core[0] for m in view.marks if m.kind in ("country", "org", "place", "organ", "office", "speech", "marker")
    }
    words = view.words(view.start, view.end)
    pairs = [(one[0], two[1]) for one, two in pairwise(words)]
    for start, end in (*words, *pairs):
        if view.text(start, end) in last and start not in others:
            yield Name(start, end, PERSON, "last_word_of_a_name")


def _people(view: View) -> Iterator[Name]:
    """Give the people that mentions name, and those of the register."""
    for mention in view.mentions:
        if mention.head == "person":
            yield Name(*mention.name, PERSON, mention.rule)
    for mark in view.of("person"):
        if mark.cells["use"] == "full":
            yield Name(*mark.core, PERSON, mark.rule)


def _marked(view: View) -> Iterator[Name]:
    """Give the organisations, countries and places that rows name."""
    for mark in view.marks:
        if mark.kind == "org" and (mark.cells["use"] != "weak" or _carries(view, mark)):
            yield Name(*_articled(mark), ORGANISATION, mark.rule)
        elif mark.kind == "place" and not mark.suffix:
            yield Name(*_articled(mark), PLACE, mark.rule)
        elif mark.kind == "country" and not mark.suffix and not mark.cells["use"].startswith("demonym"):
            state = mark.cells["use"] in ("hostile", "polite") or (
                mark.cells["use"] == "official" and view.doc.lang == "fa"
            )
            yield Name(*_articled(mark), ORGANISATION if state else PLACE, mark.rule)


def _carries(view: View, mark: Mark) -> bool:
    """Tell whether the news comes by a short name that is also a word: «به گزارش فارس», «خبرنگار مهر»."""
    cues = (
        m for m in view.marks if m.kind == "attribution" or (m.kind == "office" and m.cells["office"] in _REPORTERS)
    )
    return any(tight(view.doc.folded, cue.end, mark.start) for cue in cues if cue.end <= mark.start)


def _articled(mark: Mark) -> Span:
    """Take an Arabic article that belongs to the name into its span."""
    return (mark.core[0] - 2 if mark.prefix.endswith(tuple(words_of("ar", "article"))) else mark.core[0], mark.core[1])


def _joined(view: View) -> Iterator[Name]:
    """Give the organs of states with what completes them («ارتش سوریه»), and the ministry in a minister's post."""
    for mention in view.mentions:
        owners = [m for m in view.marks if m.kind in _OWNERS and mention.start < m.core[0] < mention.end]
        if mention.head == "organ" and owners:
            yield Name(mention.start, mention.end, ORGANISATION, mention.rule)
    for mark in view.of("office"):
        words = view.words(*mark.core)
        if mark.cells["office"] in _OF_MINISTRIES and len(words) > 1 and view.doc.lang == "fa":
            after = next((m for m in view.of("country") if m.core[0] >= mark.end), None)
            joined = after is not None and tight(view.doc.folded, mark.end, after.core[0])
            end = after.core[1] if after and joined else listed(view, mark.core[1])
            yield Name(words[1][0], end, ORGANISATION, mark.rule)


def _whole(view: View, name: Name) -> Name:
    """Take «سید» before a person's name into it, and a family name made of a town behind it («صفایی بوشهری»)."""
    for mark in view.of("place"):
        if mark.suffix and view.doc.lang == "fa" and _near(view, name.end, mark.start) and mark.start > name.end:
            name = Name(name.start, mark.end, name.kind, name.rule)
    for mark in view.of("title"):
        if mark.cells["title"] == "seyyed" and mark.end <= name.start and _near(view, mark.end, name.start):
            name = Name(mark.start, name.end, name.kind, name.rule)
    return Name(name.start, blessed(view, name.end), name.kind, name.rule)


def _near(view: View, end: int, start: int) -> bool:
    return view.text(end, start).strip() == ""
