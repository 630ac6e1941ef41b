"""Repair the text layer into the reading text: letters, spaces and half-spaces, every edit with its way back."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec.structs import replace

from rasad.lines import lines
from rasad.model import Document, Note, Span
from rasad.mojibake import mends
from rasad.offsets import Edit, OffsetMap, apply, identity
from rasad.packs import Packs
from rasad.packs.halfspaces import Place, for_spaces, inside_words, protected
from rasad.packs.letters import letters, righted
from rasad.spacing import combining_edits, digit_edits, glued_edits, spacing_edits, unseen, word_edits
from rasad.tokens import INVISIBLE, ZWNJ, fold

PERSIAN, ARABIC = "fa", "ar"
# Where punctuation is that of the two languages.
_SCRIPT = (PERSIAN, ARABIC)

# A sign some Persian word processors use for the half-space.
_NOT_SIGN = "¬"
_SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Vowel signs in their shapes of old code pages; alone they carry no letter.
_SIGNS = "\ufe70-\ufe7f"
_BLANKS = f"{_SPACES}{_NOT_SIGN}{ZWNJ}{_SIGNS}{INVISIBLE.pattern[1:-1]}"
# What stretches a word stands for a dash where it touches none («خبرگزاری اهل بیت ـ ابنا ـ»).
_STROKE, _DASH = "\u0640", " - "
_HAMZA = "\u0653\u0654\u0655"
_UNDER_HAMZA = "اويی"
# What stands between two words, but for a single space. Each begins with a sign to look for, which makes it quick.
_GAPS = (re.compile(f" (?<![{_BLANKS}] )[{_BLANKS}]+"), re.compile(f"[{_BLANKS[1:]}](?<![{_BLANKS}].)[{_BLANKS}]*"))
_SHAPED = re.compile("[\ufb50-\ufdff\ufe80-\ufefc]")
_RETURN = re.compile("\r\n?")
_ALEF = "ا"
_LOST = re.compile("\ufffd+")
_ROUNDS = 4
"""A mended space may bring the next fault to light («می« می»); no text needs more rounds than these."""

# A page keeps its half-spaces if it has this many of them, and so many for each that is missing without doubt.
_FEWEST_KEPT = 2
_KEPT_FOR_A_FAULT = 5


def repair_text(doc: Document, packs: Packs) -> Document:
    """Write the reading text, its map to the text layer and its folded form."""
    text = doc.page.text
    spans = lines(text)
    known = list(zip(spans, doc.paragraph_langs, strict=True))
    persian = _without(_runs(known, (PERSIAN,)), [(q.start, q.end) for q in doc.quotes if q.lang != PERSIAN])
    script = _runs(known, _SCRIPT)
    by_lang = {PERSIAN: persian, ARABIC: _runs(known, (ARABIC,))}
    wrong = [Edit(start, end, letter, "code_page") for start, end, letter in mends(text)]
    text = _righted(text, by_lang)
    edits = _letters(text, wrong, by_lang, doc.lang)
    reading, there = apply(text, edits)
    careful = False
    for number in range(_ROUNDS):
        runs = [there.forth(*run) for run in persian]
        missing = [each for run in runs for each in _missing(reading, *run)]
        # Judged once, before half-spaces of ours could speak for the page.
        careful = careful if number else _is_careful(reading, runs, missing)
        words = [
            *_space_edits(reading, [there.forth(*run) for run in script]),
            *word_edits(reading, [there.forth(*run) for run in by_lang[ARABIC]]),
            *(edit for edit, free in missing if not (free and careful)),
        ]
        if not words:
            break
        edits = _joined(words, edits, there)
        reading, there = apply(text, edits)
    notes = (*doc.notes, *_lost(reading), *_unseen(text, there))
    return replace(doc, reading=reading, map=there, folded=fold(reading), notes=notes)


def _righted(text: str, by_lang: Mapping[str, Sequence[Span]]) -> str:
    """Write the letters of each language for those of others; one stands for one, so that places stay."""
    for lang, stretches in by_lang.items():
        for start, end in stretches:
            text = f"{text[:start]}{righted(text[start:end], lang)}{text[end:]}"
    return text


def _letters(text: str, wrong: Sequence[Edit], by_lang: Mapping[str, Sequence[Span]], lang: str) -> list[Edit]:
    """Give the edits of what stands between words; letters that were read in a `wrong` code page are mended first."""
    reading, there = apply(text, wrong) if wrong else (text, identity(len(text)))
    found = list(_general_edits(reading, lang == PERSIAN))
    for of, runs in by_lang.items():
        found += _letter_edits(reading, of, [there.forth(*run) for run in runs] if wrong else runs)
    return _joined(found, wrong, there)


def _runs(known: Iterable[tuple[Span, str]], langs: Sequence[str]) -> list[Span]:
    """Give the stretches of the text whose paragraphs are of these languages."""
    runs = groupby(known, key=lambda paragraph: paragraph[1] in langs)
    spans = [[span for span, _ in paragraphs] for wanted, paragraphs in runs if wanted]
    return [(run[0][0], run[-1][1]) for run in spans]


def _without(stretches: Iterable[Span], holes: Sequence[Span]) -> list[Span]:
    """Give the stretches without the holes in them, which may lie in each other."""
    found = []
    for start, end in stretches:
        for left, right in holes:
            if start < right and left < end:
                found.append((start, max(start, left)))
                start = max(start, right)
        found.append((start, end))
    return [(start, end) for start, end in found if start < end]


def _space_edits(reading: str, script: list[Span]) -> list[Edit]:
    """Give the edits of spaces, digits and accents that a text with sound letters still needs."""
    spaces = [*glued_edits(reading), *spacing_edits(reading, script)]
    return [*spaces, *digit_edits(reading), *combining_edits(reading)]


def _in_persian(letter: str, persian: bool) -> str:
    return letters(PERSIAN).right.get(letter, letter) if persian else letter


def _unseen(text: str, there: OffsetMap) -> Iterator[Note]:
    """Note the controls that turn the text, which the reading text leaves out."""
    for span, why in unseen(text):
        yield Note(*there.forth(*span), why)


def _general_edits(text: str, persian: bool) -> Iterator[Edit]:
    """Mend what is wrong in any language: line ends, shaped letters, spaces, signs nobody sees."""
    for found in _RETURN.finditer(text):
        yield Edit(found.start(), found.end(), "\n", "line_end")
    for found in _SHAPED.finditer(text):
        new = _plain(found[0], persian, text[found.start() - 1 : found.start()])
        if new != found[0]:
            yield Edit(found.start(), found.end(), new, "shaped_letter")
    for pattern in _GAPS:
        for found in pattern.finditer(text):
            yield from _gap_edits(text, *found.span())


def _gap_edits(text: str, start: int, end: int) -> Iterator[Edit]:
    """Mend what stands between two letters; a hamza that opens it belongs to the letter before."""
    if text[start] in _HAMZA and start and (letter := _composed(text[start - 1 : start + 1])):
        yield Edit(start - 1, start + 1, letter, "composed_letter")
        start += 1
    new = _gap(text, start, end)
    if new != text[start:end]:
        yield Edit(start, end, new, "gap")


def _composed(pair: str) -> str | None:
    """Write a letter and its hamza as one letter, if there is one."""
    one = unicodedata.normalize("NFC", pair.replace("ی", "ي")) if pair[0] in _UNDER_HAMZA else pair
    return one if len(one) == 1 else None


def _plain(letter: str, persian: bool, before: str) -> str:
    """Write a letter of a font's shape as the letter it is."""
    plain = INVISIBLE.sub("", unicodedata.normalize("NFKC", letter)).strip()
    if len(plain) > 1 and unicodedata.normalize("NFKC", before) == plain[0] == _ALEF:
        plain = plain[1:]  # Fonts have God's name without its alef.
    return "".join(_in_persian(one, persian) for one in plain)


def _gap(text: str, start: int, end: int) -> str:
    """Give what should stand between two words: a space, a half-space or nothing."""
    gap = text[start:end]
    if any(sign.isspace() for sign in gap):
        return _DASH if _STROKE in gap and start and gap[0].isspace() and gap[-1].isspace() else " "
    if gap == _NOT_SIGN and not (_joins(text[start - 1 : start]) and _joins(text[end : end + 1])):
        return gap
    if ZWNJ in gap or _NOT_SIGN in gap:
        return ZWNJ if _joins(text[start - 1 : start]) and _joins(text[end : end + 1]) else ""
    return ""


def _joins(neighbour: str) -> bool:
    return neighbour.isalnum() or ("\u0653" <= neighbour <= "\u0655")


def _letter_edits(text: str, lang: str, stretches: Sequence[Span]) -> Iterator[Edit]:
    """Write the letters of the language for those of others, such as the Persian ye and kaf."""
    known = letters(lang)
    for start, end in stretches:
        for found in known.pattern.finditer(text, start, end):
            yield Edit(found.start(), found.end(), known.right[found[0]], "letter")


def _is_careful(text: str, persian: Sequence[Span], missing: Sequence[tuple[Edit, bool]]) -> bool:
    """Tell whether the page keeps its half-spaces, so that what it joins or parts is meant so."""
    faults = sum(1 for _, free in missing if not free)
    kept = sum(text.count(ZWNJ, start, end) for start, end in persian)
    return kept >= max(_FEWEST_KEPT, _KEPT_FOR_A_FAULT * faults)


def _missing(text: str, start: int, end: int) -> Iterator[tuple[Edit, bool]]:
    """Give the edits of a stretch of Persian, and whether careful writers, too, may leave the place as it is."""
    piece = text[start:end]
    folded = fold(piece)
    inside, spaces = list(inside_words(folded)), list(for_spaces(piece, folded))
    if not inside and not spaces:
        return
    names = protected(folded)
    for at, free in _outside(inside, names).items():
        yield Edit(start + at, start + at, ZWNJ, "half_space"), free
    for at, free in _outside(spaces, names).items():
        yield Edit(start + at, start + at + 1, ZWNJ, "half_space_for_space"), free


def _outside(places: Iterable[Place], names: Sequence[Span]) -> dict[int, bool]:
    """Give the places that stand in no name."""
    return {at: free for at, free in places if not any(start < at < end for start, end in names)}


def _joined(later: Sequence[Edit], earlier: Sequence[Edit], there: OffsetMap) -> list[Edit]:
    """Join edits of the text that `earlier` wrote with these, as edits of the text layer, in their order."""
    home = _carried_home(list(_singly(later)), earlier, there) if earlier else later
    return sorted((e for e in home if e.end > e.start or e.text), key=lambda e: (e.start, e.end))


def _singly(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Part edits of several letters, which may stand partly in what was written earlier."""
    for edit in edits:
        first = min(edit.start + 1, edit.end)
        yield Edit(edit.start, first, edit.text, edit.why)
        yield from (Edit(at, at + 1, "", edit.why) for at in range(first, edit.end))


def _carried_home(later: Sequence[Edit], earlier: Sequence[Edit], there: OffsetMap) -> list[Edit]:
    """Turn edits of the text that `earlier` wrote into edits of the text layer, and join them with the earlier ones.

    An edit that falls into something written earlier changes what is written there.
    """
    result = list(earlier)
    numbers = [-1] * len(there.copied)
    written = 0
    for piece, copied in enumerate(there.copied):
        if not copied:
            numbers[piece] = written
            written += 1
    # From the end, so that a place inside an earlier edit is still where it was when its turn comes.
    for edit in sorted(later, key=lambda e: e.start, reverse=True):
        piece = bisect_right(there.new, edit.start - (edit.start == edit.end)) - 1
        inside = edit.start - there.new[piece]
        if there.copied[piece]:
            start = there.old[piece] + inside
            result.append(Edit(start, start + edit.end - edit.start, edit.text, edit.why))
            continue
        first = result[numbers[piece]]
        if edit.start == edit.end and inside == len(first.text):
            result.append(Edit(first.end, first.end, edit.text, edit.why))
            continue
        new = first.text[:inside] + edit.text + first.text[inside + edit.end - edit.start :]
        result[numbers[piece]] = Edit(first.start, first.end, new, f"{first.why}+{edit.why}")
    return result


def _lost(reading: str) -> Iterator[Note]:
    """Note what was not readable in the bytes of the page."""
    for found in _LOST.finditer(reading):
        yield Note(found.start(), found.end(), "bytes that are no letters of the page's charset")
