"""Names that a noun heads: «وزارت راه و شهرسازی», «شهرستان پاکدشت», «جريدة القدس». Rows name the nouns."""

from collections.abc import Iterator

from msgspec import Struct

from rasad.grammar.name_nouns import blessed, noun_at, plurals, words_of
from rasad.grammar.view import View, tight
from rasad.model import Mark, Span
from rasad.packs.everyday import is_strange
from rasad.packs.rows import Row
from rasad.tokens import fold

PERSON, ORGANISATION, PLACE = "person", "organisation", "place"
_QUOTES = " \u200c\t«»\"“”'"
_LONGEST = {"long": 7, "short": 2, "known": 2}
"""Words behind a noun that may belong to the name it heads."""
_ENDS = ("speech", "light", "helper", "marker", "attribution", "modality", "office", "person", "title")
_REVERED = ("martyr", "imam", "ayatollah")
_LISTED = 6
"""Words of a list of what a ministry is for, up to its «and»."""


class Name(Struct, frozen=True):
    """A name in the reading text: what it names, and the rule that found it."""

    start: int
    end: int
    kind: str
    rule: str


class Sight(Struct, frozen=True):
    """What is asked of one sentence again and again: its words, where names must end, known ones by start."""

    view: View
    words: list[Span]
    stops: frozenset[int]
    known: dict[int, int]

    def text(self, at: int) -> str:
        """Give the folded text of a word."""
        return self.view.text(*self.words[at])

    def gap(self, at: int) -> str:
        """Give what stands between a word and the one before it, without spaces and quotes."""
        return self.view.text(self.words[at - 1][1], self.words[at][0]).strip(_QUOTES)

    def is_and(self, at: int) -> bool:
        """Tell whether a word is «and»."""
        return self.text(at) in words_of(self.view.doc.lang, "and")

    def after(self, end: int) -> int:
        """Give the number of the first word behind a place of the text."""
        return next((n for n, word in enumerate(self.words) if word[0] >= end), len(self.words))

    def has(self, at: int) -> bool:
        """Tell whether a word is there and may go on with a name."""
        return at < len(self.words) and self.words[at][0] not in self.stops


def headed(view: View, behind: int | None = None) -> Iterator[Name]:
    """Give the names that a noun heads: «وزارت راه و شهرسازی», «شهرستان پاکدشت»; with `behind` the one right there."""
    sight = sight_of(view)
    for at, span in enumerate(sight.words):
        if behind is not None and span[1] <= behind:
            continue
        if behind is not None and span[0] > behind and not tight(view.doc.folded, behind, span[0]):
            return
        found = noun_at(view, sight.words, at)
        if found is None:
            continue
        row, size = found
        if at + size < len(sight.words) and sight.text(at + size) in plurals(view.doc.lang):
            continue
        end = _end(sight, at, row, size)
        if end is not None:
            written = view.text(span[0], sight.words[at + size - 1][1])
            start = span[0] + _lead(written, row, view.doc.lang)
            yield Name(start, closed(view, start, end), row["kind"], row.rule)


def _lead(written: str, row: Row, lang: str) -> int:
    """Give the letters of a proclitic before a noun, which are no part of the name; an article is."""
    return 0 if written.startswith(tuple(words_of(lang, "article"))) else len(written) - len(fold(row["form"]))


def sight_of(view: View) -> Sight:
    """Gather what is asked of a sentence."""
    known = {m.core[0]: m.core[1] for m in view.marks if m.kind in ("country", "place", "org")}
    return Sight(view, view.words(view.start, view.end), stops_of(view), known)


def closed(view: View, start: int, end: int) -> int:
    """Take in the quote that closes one opened inside a name: «منطقه «الحصی»»."""
    for left, right in ("«»", "“”"):
        behind = view.text(end, end + 2)
        if view.text(start, end).count(left) > view.text(start, end).count(right) and behind.strip()[:1] == right:
            return end + behind.index(right) + 1
    return end


def _end(sight: Sight, at: int, row: Row, size: int) -> int | None:
    """Give where the name ends that a noun at `at` heads; nothing if it heads none."""
    words, lang, organisation = sight.words, sight.view.doc.lang, row["kind"] == ORGANISATION
    whole, at = _organ_end(sight.view, words[at][0]), _behind(sight, at + size, row)
    end, taken = words[at - 1][1], 0
    in_memory = _in_memory(sight, at, end)
    if in_memory > end:
        return _inside(sight, sight.after(in_memory), in_memory) if organisation else in_memory
    while at < len(words) and words[at][1] <= whole:
        end, taken, at = words[at][1], taken + 1, at + 1
    while at < len(words) and taken < _LONGEST[row["reach"]] and not _breaks(sight, at, row, taken):
        inner = noun_at(sight.view, words, at)
        if inner is not None and inner[0]["kind"] == PLACE and (tail := _end(sight, at, *inner)):
            return tail
        start, stop = words[at]
        if _joins(sight, at, row, taken):
            end, taken, at = (end if sight.is_and(at) else stop), taken + (sight.is_and(at)), at + 1
            continue
        if taken and start not in sight.known and (not organisation or (end == whole and not sight.gap(at))):
            break
        if inner is not None and not taken and inner[0]["kind"] == ORGANISATION and lang == "fa":
            return _end(sight, at, *inner)
        if sight.is_and(at) or (not taken and not _first(sight, at, row)):
            break
        end, taken = sight.known.get(start, stop), taken + 1
        at = sight.after(end)
        if start in sight.known and organisation and lang == "fa":
            break
        if not organisation and sight.view.text(start, stop) in words_of(lang, "first") and sight.has(at):
            return words[at][1]
    if not taken and row["alone"] != "yes":
        return None
    return _inside(sight, at, end) if organisation else _side(sight, at, end)


def _behind(sight: Sight, at: int, row: Row) -> int:
    """Give the first word behind a noun and what stands between it and its name: «اداره کل ...»."""
    within = words_of(sight.view.doc.lang, "within") if row["kind"] == ORGANISATION else frozenset()
    while at < len(sight.words) and sight.text(at) in within:
        at += 1
    return at


def _breaks(sight: Sight, at: int, row: Row, taken: int) -> bool:
    """Tell whether no name reaches over a word: a verb, a figure, a comma that goes on with no list."""
    if sight.words[at][0] in sight.stops or sight.text(at)[0].isdigit():
        return True
    return sight.gap(at) != "" and not (taken and row["reach"] == "long" and _lists(sight, at))


def _joins(sight: Sight, at: int, row: Row, taken: int) -> bool:
    """Tell whether a word only joins what is named: «and», a plural ending written apart."""
    if not taken:
        return False
    joint = sight.is_and(at) and row["reach"] == "long" and _goes_on(sight, at)
    return joint or sight.text(at) in plurals(sight.view.doc.lang)


def _lists(sight: Sight, at: int) -> bool:
    """Tell whether a comma goes on with what a ministry is for: «وزارت بهداشت، درمان و آموزش پزشکی»."""
    if sight.gap(at) != "،" or sight.view.doc.lang != "fa":
        return False
    for number in range(at, min(at + _LISTED, len(sight.words) - 1)):
        if not sight.has(number) or (number > at and sight.gap(number) not in ("", "،")):
            return False
        if sight.is_and(number + 1):
            return _goes_on(sight, number + 1)
    return False


def listed(view: View, end: int) -> int:
    """Give where the list ends that a minister's post begins: «وزیر تعاون، کار و رفاه اجتماعی»; else `end`."""
    sight = sight_of(view)
    at = sight.after(end)
    if not sight.has(at) or not _lists(sight, at):
        return end
    joint = next(n for n in range(at, len(sight.words)) if sight.is_and(n))
    last = next((n for n in (joint + 2, joint + 1) if sight.has(n) and not sight.gap(n)), joint - 1)
    return sight.words[last][1]


def _organ_end(view: View, start: int) -> int:
    """Give where the longest organ or organisation of two words or more ends that begins here; 0 if none does."""
    known = (m for m in view.marks if m.kind in ("organ", "org") and m.core[0] == start)
    return max((m.core[1] for m in known if " " in view.text(*m.core)), default=0)


def _side(sight: Sight, at: int, end: int) -> int:
    """Take in «north» or «great» behind the name of a place: «شهرستان سوادکوه شمالی»."""
    goes_on = sight.has(at) and not sight.gap(at) and sight.text(at) in words_of(sight.view.doc.lang, "last")
    return sight.words[at][1] if goes_on else end


def _inside(sight: Sight, at: int, end: int) -> int:
    """Take in a blessing, a town, and the organisation in which another is: «نقابة العاملين في جامعة بيرزيت»."""
    view, words = sight.view, sight.words
    after = blessed(view, end)
    if after > end:
        at, end = sight.after(after), after
    if at >= len(words) or sight.gap(at).strip("()"):
        return end
    if view.doc.lang == "fa":
        return _nested(sight, at, end)
    if at + 1 >= len(words) or sight.text(at) not in words_of("ar", "in"):
        return end
    inner = noun_at(view, words, at + 1)
    if inner is None or inner[0]["kind"] != ORGANISATION or _has_article(sight, at + 1):
        return end
    return _end(sight, at + 1, *inner) or end


def _in_memory(sight: Sight, at: int, end: int) -> int:
    """Take in a revered person after whom a thing is called: «بیمارستان امام رضا (ع)», «اردوگاه شهید رجایی»."""
    view = sight.view
    if view.doc.lang != "fa" or at >= len(sight.words) or sight.gap(at):
        return end
    start = sight.words[at][0]
    person = next((m for m in view.of("person") if m.core[0] == start and m.cells["use"] in ("full", "short")), None)
    if person is not None:
        return blessed(view, person.core[1])
    titled = any(m.start == start and m.cells["title"] in _REVERED for m in view.of("title"))
    if not titled or at + 1 >= len(sight.words) or sight.gap(at + 1):
        return end
    person = next((m for m in view.of("person") if m.core[0] == sight.words[at + 1][0]), None)
    return blessed(view, person.core[1] if person is not None else sight.words[at + 1][1])


def _nested(sight: Sight, at: int, end: int) -> int:
    """Take in what an organisation belongs to, and where it is: «یگان حفاظت سازمان میراث فرهنگی», «... بوشهر»."""
    if sight.words[at][0] in sight.stops:
        return end
    inner = noun_at(sight.view, sight.words, at)
    if inner is not None:
        return _end(sight, at, *inner) or end
    place = next((m for m in sight.view.of("place") if m.core[0] == sight.words[at][0] and not m.suffix), None)
    return place.core[1] if place is not None else end


def _has_article(sight: Sight, at: int) -> bool:
    return sight.text(at).startswith(tuple(words_of(sight.view.doc.lang, "article")))


def _first(sight: Sight, at: int, row: Row) -> bool:
    """Tell whether a word right behind a noun may begin what it names: known, or no word that says anything."""
    view, word = sight.view, sight.words[at]
    if word[0] in sight.known:
        return True
    if row["reach"] == "known":
        article = _has_article(sight, at)
        return article or is_strange(view.doc.reading[word[0] : word[1]], view.doc.lang)
    return not any(m.kind == "word" and m.core[0] == word[0] for m in view.marks)


def _goes_on(sight: Sight, at: int) -> bool:
    """Tell whether a name goes on behind «and»: an everyday noun follows, no name and no other noun of its kind."""
    if not sight.has(at + 1):
        return False
    start, stop = sight.words[at + 1]
    kinds = ("country", "place", "org", "person", "given")
    named = any(m.core[0] <= start < m.core[1] for m in sight.view.marks if m.kind in kinds)
    strange = is_strange(sight.view.doc.reading[start:stop], sight.view.doc.lang)
    return not named and noun_at(sight.view, sight.words, at + 1) is None and not strange


def stops_of(view: View) -> frozenset[int]:
    """Give the starts of words that end a name: verbs, markers, posts, people, words of grammar, rows of kind `end`."""
    ending = [m for m in view.marks if _ends(m)]
    found = {at for m in ending for at in (m.core[0], m.start)}
    found |= {m.start for m in view.of("word") if m.cells["use"] not in ("stop", "conjunction", "outlet")}
    ends = words_of(view.doc.lang, "end")
    found |= {start for start, end in view.words(view.start, view.end) if view.text(start, end) in ends}
    joints = words_of(view.doc.lang, "and")
    return frozenset(at for at in found if view.text(at, at + 1) not in joints or view.text(at + 1, at + 2).strip())


def _ends(mark: Mark) -> bool:
    """Tell whether a mark ends a name; an adjective made of a post does not («علوم پزشکی»)."""
    if mark.kind in ("office", "title") and mark.suffix in words_of("fa", "adjective"):
        return False
    return mark.kind in _ENDS or (mark.kind == "trigger" and mark.morph in ("past", "present"))
