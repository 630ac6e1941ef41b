"""One automaton a language: every known word, found in one pass over the folded text.

A row is written once. Its spellings come from here (half-space kept, joined or spaced; letters folded), its affixes
from `affixes.tsv`: the automaton holds bare forms, and a hit counts only if what stands before and after it in its word
is a known affix of the row's class (`morph`).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

import ahocorasick
from msgspec import Struct
from msgspec.structs import replace

from rasad.model import Mark, Span
from rasad.packs.rows import Row, read_rows
from rasad.tokens import WORD, ZWNJ, fold

# More half-spaces than this are written all one way in practice; every mixture of five would be 32 spellings.
_MIXED = 3


class Entry(Struct, frozen=True):
    """One row of the lexicon: the kind of word, its cells, its class of affixes and its place."""

    kind: str
    row: Row
    morph: str
    form: str


class Affixes(Struct, frozen=True):
    """What may stand around a form of one class: affix -> feature.

    Spaced ones are words of their own, written with the space between; split ones («ه است») begin inside the word.
    """

    before: dict[str, str]
    after: dict[str, str]
    spaced_before: tuple[str, ...]
    spaced_after: tuple[str, ...]
    split_after: tuple[str, ...]


class Lexicon(Struct, frozen=True):
    """The words of one language and the automaton that finds them.

    The automaton gives the number of a pattern; a pattern is its length and the entries it is a spelling of. `classes`
    tells which of the affixes an entry takes, so that most hits are judged without a look at the entry.
    """

    entries: Sequence[Entry]
    patterns: Sequence[tuple[int, tuple[int, ...]]]
    classes: bytes
    affixes: tuple[Affixes, ...]
    automaton: ahocorasick.Automaton


def matchable(folded: str) -> str:
    """Give the text the automaton reads: half-spaces as spaces. The length stays."""
    return folded.replace(ZWNJ, " ")


def spellings(form: str) -> set[str]:
    """Give every folded spelling of a form: each half-space spaced or joined.

    >>> sorted(spellings("رئیس‌جمهور")) == sorted({fold("رئیس جمهور"), fold("رئیسجمهور")})
    True
    """
    parts = fold(form).split(ZWNJ)
    gaps = len(parts) - 1
    if gaps > _MIXED:
        return {" ".join(parts), "".join(parts)}
    return {
        "".join(p + g for p, g in zip(parts, (*choice, ""), strict=True)) for choice in product((" ", ""), repeat=gaps)
    }


def build(entries: tuple[Entry, ...], affix_table: str) -> Lexicon:
    """Build the automaton of a language from its entries and its table of affixes."""
    affixes = {"": _NONE, **_affixes(affix_table)}
    numbers = {morph: number for number, morph in enumerate(affixes)}
    patterns: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        for spelling in spellings(entry.form):
            patterns.setdefault(spelling, []).append(number)
    automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for number, spelling in enumerate(patterns):
        automaton.add_word(spelling, number)
    if patterns:
        automaton.make_automaton()
    return Lexicon(
        entries,
        tuple((len(spelling), tuple(some)) for spelling, some in patterns.items()),
        bytes(numbers.get(entry.morph, 0) for entry in entries),
        tuple(affixes.values()),
        automaton,
    )


def entry(kind: str, row: Row, morph: str, lang: str) -> Entry:
    """Make the entry of a row."""
    form, morph = bare(row["form"], morph, lang)
    return Entry(kind, row, morph, form)


def small(rows: Iterable[tuple[str, Row]], lang: str) -> Lexicon:
    """Build the lexicon of some rows of a language, each with the kind of its marks; a row names its own class."""
    return build(tuple(entry(kind, row, row["morph"], lang) for kind, row in rows), f"{lang}/affixes.tsv")


def bare(form: str, morph: str, lang: str) -> tuple[str, str]:
    """Give the form the automaton holds and the class it then has.

    A Persian place that ends in a vowel may have a ی for its ezafe; behind another letter it makes an adjective or a
    family name («شیرازی»), which is no place.

    Arabic presents lose their first letter, which is an affix; Arabic nouns and names that begin with the article lose
    it and must stand with one.
    """
    if lang != "ar":
        return form, "open_place" if morph == "place" and form.endswith(("ا", "و")) else morph
    if morph != "name" and form.endswith((" ل", " ب")):
        # The preposition is written to the next word; the matcher sees it as that word's proclitic.
        form = form[:-2]
    if morph == "present" and form[:1] in ("ي", "ت"):
        return form[1:], morph
    if morph in ("noun", "adj", "name", "masdar", "place") and form.startswith("ال") and len(form) > 4:
        return form[2:], "definite_place" if morph in ("place", "name") else "definite"
    return form, morph


def bound(entry: Entry, lang: str) -> tuple[Entry, ...]:
    """Give the stem an Arabic noun in ة has before a pronoun, or as two: «قنصليت-» in «قنصليتها», «قنصليتين».

    A deed in two words is no two of its last («شن غارتين» is told by its noun and its verb).
    """
    if lang != "ar" or entry.morph not in ("noun", "adj", "masdar") or not entry.form.endswith("ة"):
        return ()
    morph = "bound_phrase" if entry.morph == "masdar" and " " in entry.form else "bound"
    return (replace(entry, form=entry.form[:-1], morph=morph),)


_SHORT_ORG = 3
"""Letters of an organisation's name that folding may make of other words."""
_HAMZA = ("أ", "إ")
"""Letters that folding makes one, at the head of a deed."""
_SHORT_POST = 4
"""Letters of a post that a preposition may look like."""
_LONGEST_PREFIX = 50
"""More letters before a form are no affix; in a word without end they would be looked at over and over."""


def find(lexicon: Lexicon, folded: str, reading: str = "", within: Sequence[Span] | None = None) -> list[Mark]:
    """Find every entry in the folded text, in order of start, longest first.

    `reading` is the text before folding: a verb does not end in ة («زيارة» is no «زار» with an object).
    `within` are the stretches to look at, in order; all of the text without it.
    """
    if not lexicon.entries:
        return []
    text = matchable(folded)
    hits: list[Mark] = []
    for stretch in ((0, len(text)),) if within is None else within:
        hits.extend(_hits(lexicon, text, folded, reading, stretch))
    hits.sort(key=lambda h: (h.start, -h.end, h.core, h.rule))
    return hits


def _hits(lexicon: Lexicon, text: str, folded: str, reading: str, stretch: Span) -> Iterator[Mark]:
    """Find every entry that ends in a stretch of the text."""
    raw = list(lexicon.automaton.iter(text, *stretch))
    if not raw:
        return
    patterns, classes, entries = lexicon.patterns, lexicon.classes, lexicon.entries
    lefts, rights = _word_edges(text, stretch)
    gaps, at = ZWNJ in folded, 0
    for last, pattern in raw:
        length, numbers = patterns[pattern]
        end = last + 1
        start = end - length
        while rights[at] < end:
            at += 1
        back = at
        while lefts[back] > start:
            back -= 1
        left = lefts[back] if start < rights[back] else start
        if start - left > _LONGEST_PREFIX:
            continue
        prefix, right = text[left:start], rights[at] if lefts[at] < end else end
        before, found = -1, None
        for number in numbers:
            if classes[number] != before:  # entries of one class fit together or not at all
                before = classes[number]
                affixes = lexicon.affixes[before]
                found = _fit(text, (start, end), (left, right), prefix, affixes) if prefix in affixes.before else None
                if found and gaps and _cut(folded, found[0], found[1]):
                    found = None
            if found and not _misread(entry := entries[number], reading, (start, end), found[1]):
                if _ends_in_object(entry, reading, found[1]) and _alike(entries, numbers):
                    continue
                row = entry.row
                low, high, front, behind = found
                yield Mark(low, high, entry.kind, row.cells, row.rule, entry.morph, (start, end), front, behind)


def _alike(entries: Sequence[Entry], numbers: Sequence[int]) -> bool:
    """Tell whether a form is a noun of deed, too: «قطع العلاقة»."""
    return any(entries[number].morph in ("masdar", "noun") for number in numbers)


def _ends_in_object(entry: Entry, reading: str, hit_end: int) -> bool:
    """Tell whether a verb ends in its object: «أسقطت طائرة»."""
    return reading[hit_end - 1 : hit_end] == "ة" and entry.morph in ("past", "present")


def _misread(entry: Entry, reading: str, span: Span, hit_end: int) -> bool:
    """Tell whether folding hid a letter that makes the hit another word."""
    start, end = span
    if entry.morph in ("past", "present") and (" " not in entry.form or entry.row.cells.get("frame") == "toll"):
        return reading[hit_end - 1 : hit_end] == "ة"
    if entry.kind == "org" and len(entry.form) <= _SHORT_ORG and reading[start:end] not in ("", entry.form):
        return True  # «وأم» is no «وام»
    first = reading[start : start + 1]
    if entry.kind == "trigger" and entry.form[0] in _HAMZA and first in _HAMZA and entry.form[0] != first:
        return True  # «أبعاد» are no «إبعاد»
    # «على» is no «علي», «وإلى» no «والي»
    short = entry.kind == "office" and len(entry.form) <= _SHORT_POST
    return (entry.kind == "given" or short) and entry.form.endswith("ي") and reading[end - 1 : end] == "ى"


def _cut(folded: str, start: int, end: int) -> bool:
    """Tell whether a half-space ties the hit to more letters: «گفت» is no word of «گفت‌وگو»."""
    return folded[end : end + 1] == ZWNJ or folded[max(start - 1, 0) : start] == ZWNJ


_NONE = Affixes({"": ""}, {"": ""}, (), (), ())


def _fit(
    text: str, core: tuple[int, int], edges: tuple[int, int], prefix: str, affixes: Affixes
) -> tuple[int, int, str, str] | None:
    """Give (start, end, prefix, suffix) with affixes if the word around the form is made of known affixes only."""
    end, (left, word_end) = core[1], edges
    suffix = text[end:word_end]
    if not (affixes.spaced_before or affixes.spaced_after or affixes.split_after):
        return (left, word_end, prefix, suffix) if suffix in affixes.after else None
    spaced = None
    if suffix not in affixes.after:
        spaced = next((s for s in affixes.split_after if text.startswith(s, end)), None)
        if spaced is None or _inside_word(text, end + len(spaced)):
            return None
    if affixes.spaced_before and text.endswith(affixes.spaced_before, 0, left):
        for word in affixes.spaced_before:
            at = left - len(word)
            if at >= 0 and text.startswith(word, at) and not (at and text[at - 1].isalnum()):
                left, prefix = at, word + prefix
                break
    right = word_end if spaced is None else end + len(spaced)
    suffix = suffix if spaced is None else spaced
    longer = _longer(text, end, right, affixes)
    return (left, right, prefix, suffix) if longer is None else (left, longer, prefix, text[end:longer])


def _longer(text: str, end: int, right: int, affixes: Affixes) -> int | None:
    """Give the end with the longest affix that is a word of its own, or ends in one."""
    split = text.startswith(affixes.split_after, end)
    if not split and not text.startswith(affixes.spaced_after, right):
        return None
    ends = [(end + len(s), len(s)) for s in affixes.split_after if text.startswith(s, end)]
    ends += [(right + len(s), len(s) - 1) for s in affixes.spaced_after if text.startswith(s, right)]
    whole = [(size, -at, stop) for at, (stop, size) in enumerate(ends) if not _inside_word(text, stop)]
    return max(whole)[2] if whole else None


def _inside_word(text: str, at: int) -> bool:
    return text[at : at + 1].isalnum()


def _word_edges(text: str, stretch: Span) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give where the words of a stretch start, and where they end; a word before and one behind it stand for none."""
    behind = len(text) + 1
    words = [(-1, -1), *[word.span() for word in WORD.finditer(text, *stretch)], (behind, behind)]
    lefts, rights = zip(*words, strict=True)
    return lefts, rights


def _affixes(table: str) -> dict[str, Affixes]:
    rows = read_rows(table)
    classes: dict[str, Affixes] = {}
    for morph in sorted({row["morph"] for row in rows}):
        side = {
            name: [
                (fold(r["form"]).replace(ZWNJ, " "), r["feature"])
                for r in rows
                if (r["morph"], r["side"]) == (morph, name)
            ]
            for name in ("proclitic", "prefix", "suffix", "spaced_prefix", "spaced_suffix")
        }
        # A present of Arabic must have its person letter; all others may stand bare.
        must = morph in ("present", "definite", "definite_place") and bool(side["proclitic"])
        prefixes = dict(side["prefix"]) if must else {"": "", **dict(side["prefix"])}
        before = {p + q: f for p, _ in [("", ""), *side["proclitic"]] for q, f in prefixes.items()}
        # A Persian present stem alone is another word («نام», «دان»).
        after = {s: f for s, f in side["suffix"] if " " not in s}
        # The stem before a pronoun cannot stand without one.
        if morph not in ("bound", "bound_phrase") and (morph != "present" or side["proclitic"]):
            after[""] = ""
        classes[morph] = Affixes(
            before,
            after,
            tuple(form + " " for form, _ in side["spaced_prefix"]),
            tuple(" " + form for form, _ in side["spaced_suffix"]),
            tuple(sorted((form for form, _ in side["suffix"] if " " in form), key=len, reverse=True)),
        )
    return classes
