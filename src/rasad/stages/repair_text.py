"""Repair the text layer into the reading text: letters, spaces and half-spaces, every edit with its way back."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from rasad.lines import lines
from rasad.model import Document, Note, Span
from rasad.mojibake import mends
from rasad.offsets import Edit, OffsetMap, apply
from rasad.packs import Packs
from rasad.packs.halfspaces import for_spaces, inside_words, protected
from rasad.spacing import combining_edits, digit_edits, glued_edits, spacing_edits, unseen
from rasad.tokens import INVISIBLE, ZWNJ, fold

PERSIAN = "fa"
# Where punctuation is that of the two languages.
_SCRIPT = (PERSIAN, "ar")

# A sign some Persian word processors use for the half-space.
_NOT_SIGN = "¬"
_SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Vowel signs in their shapes of old code pages; alone they carry no letter.
_SIGNS = "\ufe70-\ufe7f"
_GAP = f"{_SPACES}{_NOT_SIGN}{ZWNJ}{_SIGNS}{INVISIBLE.pattern[1:-1]}"
_HAMZA = "\u0653-\u0655"
_COMPOSED = re.compile(f"[اويی][{_HAMZA}]")
_SHAPED = re.compile("[\ufb50-\ufdff\ufe80-\ufefc]")
_GENERAL = re.compile(f"\r\n?|{_COMPOSED.pattern}|{_SHAPED.pattern}|[{_GAP}]{{2,}}|(?! )[{_GAP}]")
_ARABIC_LETTERS = {"ي": "ی", "ى": "ی", "ك": "ک"}
_PERSIAN_LETTERS = re.compile(f"[{''.join(_ARABIC_LETTERS)}](?![{_HAMZA}])")
_LOST = "\ufffd"
_ROUNDS = 4
"""A mended space may bring the next fault to light («می« می»); no text needs more rounds than these."""


def repair_text(doc: Document, packs: Packs) -> Document:
    """Write the reading text, its map to the text layer and its folded form."""
    text = doc.page.text
    spans = lines(text)
    known = list(zip(spans, doc.paragraph_langs, strict=True))
    persian = [span for span, lang in known if lang == PERSIAN]
    edits = _letters(text, persian, doc.lang == PERSIAN)
    reading, there = apply(text, edits)
    for _ in range(_ROUNDS):
        script = [there.forth(*span) for span, lang in known if lang in _SCRIPT]
        words = _word_edits(reading, script, [there.forth(*span) for span in persian])
        if not words:
            break
        home = _carried_home(words, edits, there)
        edits = sorted((e for e in home if e.end > e.start or e.text), key=lambda e: (e.start, e.end))
        reading, there = apply(text, edits)
    notes = (*doc.notes, *_lost(reading), *_unseen(text, there))
    return replace(doc, reading=reading, map=there, folded=fold(reading), notes=notes)


def _word_edits(reading: str, script: list[Span], persian: list[Span]) -> list[Edit]:
    """Give the edits of spaces and half-spaces that a text with sound letters still needs."""
    spaces = [*glued_edits(reading), *spacing_edits(reading, script), *digit_edits(reading)]
    return [*spaces, *_half_space_edits(reading, persian)]


def _letters(text: str, paragraphs: Sequence[Span], persian: bool) -> list[Edit]:
    """Give the edits of single letters, in their order; a letter that was read in a wrong code page is mended first."""
    wrong = [Edit(start, end, _in_persian(new, persian), "code_page") for start, end, new in mends(text)]
    found = [*_general_edits(text, persian), *_letter_edits(text, paragraphs), *combining_edits(text)]
    if wrong:
        taken = {at for edit in wrong for at in range(edit.start, edit.end)}
        found = [edit for edit in found if taken.isdisjoint(range(edit.start, edit.end))]
    return sorted((*wrong, *found), key=lambda edit: edit.start)


def _in_persian(letter: str, persian: bool) -> str:
    return _ARABIC_LETTERS.get(letter, letter) if persian else letter


def _unseen(text: str, there: OffsetMap) -> Iterator[Note]:
    """Note the controls that turn the text, which the reading text leaves out."""
    for span, why in unseen(text):
        yield Note(*there.forth(*span), why)


def _general_edits(text: str, persian: bool) -> Iterator[Edit]:
    """Mend what is wrong in any language: line ends, shaped letters, spaces, signs nobody sees."""
    for found in _GENERAL.finditer(text):
        old = found[0]
        if old[0] == "\r":
            new, why = "\n", "line_end"
        elif _COMPOSED.match(old):
            new, why = _composed(old), "composed_letter"
        elif _SHAPED.match(old):
            new, why = _plain(old, persian), "shaped_letter"
        else:
            new, why = _gap(text, found.start(), found.end()), "gap"
        if new != old:
            yield Edit(found.start(), found.end(), new, why)


def _composed(pair: str) -> str:
    """Write a letter and its hamza as one letter."""
    one = unicodedata.normalize("NFC", pair.replace("ی", "ي"))
    return one if len(one) == 1 else pair[0]


def _plain(letter: str, persian: bool) -> str:
    """Write a letter of a font's shape as the letter it is."""
    plain = INVISIBLE.sub("", unicodedata.normalize("NFKC", letter)).strip()
    return "".join(_ARABIC_LETTERS.get(one, one) for one in plain) if persian else plain


def _gap(text: str, start: int, end: int) -> str:
    """Give what should stand between two words: a space, a half-space or nothing."""
    gap = text[start:end]
    if any(sign.isspace() for sign in gap):
        return " "
    if gap == _NOT_SIGN and not (_joins(text[start - 1 : start]) and _joins(text[end : end + 1])):
        return gap
    if ZWNJ in gap or _NOT_SIGN in gap:
        return ZWNJ if _joins(text[start - 1 : start]) and _joins(text[end : end + 1]) else ""
    return ""


def _joins(neighbour: str) -> bool:
    return neighbour.isalnum() or ("\u0653" <= neighbour <= "\u0655")


def _letter_edits(text: str, persian: Sequence[Span]) -> Iterator[Edit]:
    """Write the Persian ye and kaf."""
    for start, end in persian:
        for found in _PERSIAN_LETTERS.finditer(text, start, end):
            yield Edit(found.start(), found.end(), _ARABIC_LETTERS[found[0]], "persian_letter")


def _half_space_edits(text: str, persian: Sequence[Span]) -> Iterator[Edit]:
    for start, end in persian:
        folded = fold(text[start:end])
        names = protected(folded)
        for at in _outside(inside_words(folded), names):
            yield Edit(start + at, start + at, ZWNJ, "half_space")
        for at in _outside(for_spaces(folded), names):
            yield Edit(start + at, start + at + 1, ZWNJ, "half_space_for_space")


def _outside(places: Iterable[int], names: Sequence[Span]) -> set[int]:
    """Give the places that stand in no name."""
    return {at for at in places if not any(start < at < end for start, end in names)}


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
    for found in re.finditer(f"{_LOST}+", reading):
        yield Note(found.start(), found.end(), "bytes that are no letters of the page's charset")
