"""Names that a noun heads: «وزارت راه و شهرسازی», «شهرستان پاکدشت», «جريدة القدس». Rows name the nouns."""

from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from rasad.grammar.view import View
from rasad.model import Span
from rasad.packs.everyday import is_strange
from rasad.packs.rows import Row, read_rows
from rasad.tokens import fold

PERSON, ORGANISATION, PLACE = "person", "organisation", "place"
_IN = fold("في")
_QUOTES = " \u200c\t«»\"“”'"
_LONGEST = {"long": 7, "short": 2, "known": 2}
"""Words behind a noun that may belong to the name it heads."""
_ENDS = ("speech", "light", "helper", "marker", "attribution", "modality", "office", "person", "title")


class Name(Struct, frozen=True):
    """A name in the reading text: what it names, and the rule that found it."""

    start: int
    end: int
    kind: str
    rule: str


def headed(view: View) -> Iterator[Name]:
    """Give the names that a noun heads: «وزارت راه و شهرسازی», «شهرستان پاکدشت»."""
    nouns = _nouns(view.doc.lang)
    words = view.words(view.start, view.end)
    stops = stops_of(view)
    plurals = {start for start, end in words if view.text(start, end) in _plurals(view.doc.lang)}
    for at, span in enumerate(words):
        row = _noun(view.text(*span), nouns)
        if row is None or (at + 1 < len(words) and words[at + 1][0] in plurals):
            continue
        end = _end(view, words, at, row, stops)
        if end is not None:
            lead = len(view.text(*span)) - len(fold(row["form"]))
            start = span[0] + (lead if lead and not view.text(*span).startswith("ال") else 0)
            yield Name(start, end, row["kind"], row.rule)


def _noun(word: str, nouns: Mapping[str, Row]) -> Row | None:
    """Look a word up as a head noun; Arabic proclitics are looked through."""
    for lead in ("", "و", "ب", "ل", "لل", "ال", "وال", "بال"):
        row = nouns.get(word[len(lead) :]) if word.startswith(lead) else None
        if row is not None and (not lead or row["morph"] == "noun"):
            return row
    return None


def _end(view: View, words: list[Span], at: int, row: Row, stops: frozenset[int]) -> int | None:
    """Give where the name ends that a noun at `at` heads; nothing if it heads none."""
    nouns, places = _nouns(view.doc.lang), _known(view)
    whole = _organ_end(view, words[at][0])
    end, taken, at = words[at][1], 0, at + 1
    while at < len(words) and words[at][1] <= whole:
        end, taken, at = words[at][1], taken + 1, at + 1
    while at < len(words) and taken < _LONGEST[row["reach"]]:
        start, stop = words[at]
        text = view.text(start, stop)
        gap = view.text(words[at - 1][1], start).strip(_QUOTES)
        if start in stops or text[0].isdigit() or (gap and not (taken and _lists(view, words, at, row, gap, stops))):
            break
        inner = _noun(text, nouns)
        if inner is not None and inner["kind"] == PLACE and (tail := _end(view, words, at, inner, stops)):
            return tail
        joint = text == "و" and row["reach"] == "long" and taken and _goes_on(view, words, at, stops, nouns)
        if joint or (taken and text in _plurals(view.doc.lang)):
            end, taken, at = (end if joint else stop), taken + joint, at + 1
            continue
        if text == "و" or (taken and start not in places and (row["kind"] == PLACE or (end == whole and not gap))):
            break
        if not taken and not _first(view, words[at], row, start in places):
            break
        end, taken, at = places.get(start, stop), taken + 1, at + 1
        while at < len(words) and words[at][0] < end:
            at += 1
        if start in places and row["kind"] == ORGANISATION and view.doc.lang == "fa":
            break
        if row["kind"] == PLACE and text in _firsts(view.doc.lang) and at < len(words) and words[at][0] not in stops:
            return words[at][1]
    if not taken and row["alone"] != "yes":
        return None
    return _inside(view, words, at, stops, end) if row["kind"] == ORGANISATION else end


def _lists(view: View, words: list[Span], at: int, row: Row, gap: str, stops: frozenset[int]) -> bool:
    """Tell whether a comma goes on with what a ministry is for: «وزارت بهداشت، درمان و آموزش پزشکی»."""
    if gap != "،" or row["reach"] != "long" or view.doc.lang != "fa" or at + 1 >= len(words):
        return False
    return view.text(*words[at + 1]) == "و" and _goes_on(view, words, at - 1, stops, _nouns(view.doc.lang))


def _organ_end(view: View, start: int) -> int:
    """Give where the longest organ or organisation of two words or more ends that begins here; 0 if none does."""
    known = (m for m in view.marks if m.kind in ("organ", "org") and m.core[0] == start)
    return max((m.core[1] for m in known if " " in view.text(*m.core)), default=0)


def _known(view: View) -> dict[int, int]:
    """Give the end of each known country, place or organisation by its start."""
    return {m.core[0]: m.core[1] for m in view.marks if m.kind in ("country", "place", "org")}


def _inside(view: View, words: list[Span], at: int, stops: frozenset[int], end: int) -> int:
    """Take in the organisation in which another is: «نقابة العاملين في جامعة بيرزيت»."""
    if at + 1 >= len(words) or view.doc.lang != "ar" or view.text(*words[at]) != _IN:
        return end
    row = _noun(view.text(*words[at + 1]), _nouns(view.doc.lang))
    if row is None or row["kind"] != ORGANISATION or view.text(*words[at + 1]).startswith("ال"):
        return end
    return _end(view, words, at + 1, row, stops) or end


def _first(view: View, word: Span, row: Row, known: bool) -> bool:
    """Tell whether a word right behind a noun may begin what it names: known, or no word that says anything."""
    if known:
        return True
    if row["reach"] == "known":
        return is_strange(view.doc.reading[word[0] : word[1]], view.doc.lang) or view.text(*word).startswith("ال")
    return not any(m.kind == "word" and m.core[0] == word[0] for m in view.marks)


def _goes_on(view: View, words: list[Span], number: int, stops: frozenset[int], nouns: Mapping[str, Row]) -> bool:
    """Tell whether a name goes on behind «and»: an everyday noun follows, no name and no other noun of its kind."""
    if number + 1 >= len(words):
        return False
    start, stop = words[number + 1]
    named = any(m.core[0] <= start < m.core[1] for m in view.marks if m.kind in ("country", "place", "org", "person"))
    text = view.text(start, stop)
    return not named and start not in stops and _noun(text, nouns) is None and not is_strange(text, view.doc.lang)


def stops_of(view: View) -> frozenset[int]:
    """Give the starts of words that end a name: verbs, markers, posts, people, words of grammar."""
    ending = [m for m in view.marks if m.kind in _ENDS or (m.kind == "trigger" and m.morph in ("past", "present"))]
    found = {at for m in ending for at in (m.core[0], m.start)}
    found |= {m.start for m in view.marks if m.kind == "word" and m.cells["use"] not in ("stop", "conjunction")}
    return frozenset(at for at in found if view.text(at, at + 2) != "و ")


@cache
def _nouns(lang: str) -> dict[str, Row]:
    return {fold(row["form"]): row for row in read_rows(f"{lang}/name_nouns.tsv") if row["kind"] != "first"}


@cache
def _plurals(lang: str) -> frozenset[str]:
    rows = read_rows(f"{lang}/affixes.tsv")
    return frozenset(fold(r["form"]) for r in rows if r["side"] == "spaced_suffix" and r["feature"] == "plural")


@cache
def _firsts(lang: str) -> frozenset[str]:
    """Give words with which names of two words begin («دير», «كفر»)."""
    return frozenset(fold(r["form"]) for r in read_rows(f"{lang}/name_nouns.tsv") if r["kind"] == "first")
