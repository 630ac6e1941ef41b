"""Repair the text layer into the reading text: letters, spaces and half-spaces, every edit with its way back."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rasad.lines import lines
from rasad.model import Document, Note, Span
from rasad.offsets import Edit, OffsetMap, apply
from rasad.packs import Packs
from rasad.packs.halfspaces import LETTERS, for_spaces, inside_words
from rasad.tokens import INVISIBLE, ZWNJ, fold

PERSIAN = "fa"

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
_GLUED = re.compile(rf"(?<![{LETTERS}])([{LETTERS}]{{2,}})([.!؟?]+)(?=([{LETTERS}]{{2,}})([.!؟?]?))")
# «بی.بی.سی»: between stops, so few letters are a part of an abbreviation.
_ABBREVIATED = 3
_LOST = "\ufffd"


def repair_text(doc: Document, packs: Packs) -> Document:
    """Write the reading text, its map to the text layer and its folded form."""
    text = doc.page.text
    spans = lines(text)
    persian = [span for span, lang in zip(spans, doc.paragraph_langs, strict=True) if lang == PERSIAN]
    letters = [*_general_edits(text, doc.lang == PERSIAN), *_letter_edits(text, persian)]
    edits = sorted(letters, key=lambda edit: edit.start)
    written, there = apply(text, edits)
    words = [*_glued_edits(written), *_half_space_edits(written, [there.forth(*span) for span in persian])]
    reading, there = apply(text, _carried_home(words, edits, there)) if words else (written, there)
    return replace(doc, reading=reading, map=there, folded=fold(reading), notes=(*doc.notes, *_lost(reading)))


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


def _glued_edits(text: str) -> Iterator[Edit]:
    """Put a space between a sentence and the next one that is glued to it («کردند.این»)."""
    for found in _GLUED.finditer(text):
        before, _, after, stop_after = found.groups()
        stop_before = text[found.start() - 1 : found.start()] in (*".!؟?",) and found.start() > 0
        if (stop_before and len(before) <= _ABBREVIATED) or (stop_after and len(after) <= _ABBREVIATED):
            continue
        yield Edit(found.end(), found.end(), " ", "glued_sentence")


def _half_space_edits(text: str, persian: Sequence[Span]) -> Iterator[Edit]:
    for start, end in persian:
        folded = fold(text[start:end])
        for at in set(inside_words(folded)):
            yield Edit(start + at, start + at, ZWNJ, "half_space")
        for at in set(for_spaces(folded)):
            yield Edit(start + at, start + at + 1, ZWNJ, "half_space_for_space")


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
