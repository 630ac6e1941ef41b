"""Find what the furniture of a page states of it: its source, its byline, the number of the news; each in its place."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from rasad.lines import trimmed
from rasad.model import Document, Entity, Mark, Range, Span, Stated
from rasad.packs import LANGS, Packs
from rasad.packs.credits import Label, joints, labels, rows_on
from rasad.packs.lexicon import find
from rasad.tokens import WORD, fold

# What is longer is a teaser or a notice; a caption may be as long as a paragraph and end in its credit.
_LONGEST = {"boilerplate": 200, "caption": 600, "credit": 200}
_LONGEST_VALUE = 100
# A byline before the source in brackets; what is longer is a sentence.
_LONGEST_NAME = 40
# Fields whose value is an agency or outlet, if the register knows it.
_CARRIERS = ("publisher", "credit", "origin")
_EDGES = ' \t\u200c\u200e\u200f-–—*/|•·.،,؛;:«»"“”()[]'
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
# An agency in brackets at the end of the article, or behind the city that opens it («باريس (أ ف ب) -»).
_SIGNED = re.compile(r"[(\[](?P<value>[^()\[\]\n]{2,40})[)\]]\s*+(?:[.…]\s*+)?$")
_DATELINE = re.compile(r"[^()\n.:]{0,30}\((?P<value>[^()\n]{2,40})\)\s*+[-–—:]")


def find_credits(doc: Document, packs: Packs) -> Document:
    """Gather what capture, markup and furniture state of the page; carriers that the register knows get its id.

    The spans are those of the text layer, since furniture is no part of the reading text's sentences.
    """
    found = [_known(fact, doc.lang, packs) for fact in (*_outside(doc), *doc.page.stated, *_in_furniture(doc))]
    signed = (_known(fact, doc.lang, packs) for fact in _in_article(doc))
    found += [fact for fact in signed if fact.id]
    return replace(doc, stated=tuple(dict.fromkeys(found)))


def _outside(doc: Document) -> Iterator[Stated]:
    """Give what the capture itself says and no markup repeats."""
    told = {(fact.field, fact.value) for fact in doc.page.stated}
    for field in ("publisher", "origin"):
        value = getattr(doc.page.outside, field)
        if value and (field, value) not in told:
            yield Stated(field, value, f"outside:{field}")


def _in_furniture(doc: Document) -> Iterator[Stated]:
    """Read credit lines, bylines and numbers. A line of credits without a known label is a credit."""
    furniture = [part for part in doc.ranges if part.end - part.start <= _LONGEST.get(part.kind, 0)]
    folded = fold(doc.page.text) if furniture else ""
    rows = rows_on(folded, (doc.lang,) if doc.lang in LANGS else LANGS)
    for part in furniture:
        found = list(_labelled(doc.page.text, part, labels(folded[part.start : part.end], rows)))
        yield from found
        if part.kind == "credit" and not found:
            yield from _fact(doc.page.text, "credit", (part.start, part.end), part.rule)


def _labelled(text: str, part: Range, found: Iterable[Label]) -> Iterator[Stated]:
    """Give what labels state; on a line of credits, what stands before a source in brackets is the author."""
    for label in found:
        if label.shape == "bracket" and part.kind == "credit" and label.start <= _LONGEST_NAME:
            yield from _fact(text, "author", (part.start, part.start + label.start), label.rule)
        start, end = label.value
        yield from _fact(text, label.field, (part.start + start, part.start + end), label.rule)


def _in_article(doc: Document) -> Iterator[Stated]:
    """Give the brackets that open or end the article: they may hold the agency that it comes from."""
    text = doc.page.text
    body = [part for part in doc.ranges if part.kind == "body"]
    if opened := body and _DATELINE.match(text, body[0].start, body[0].end):
        yield from _fact(text, "credit", opened.span("value"), "find_credits:dateline")
    if signed := body and _SIGNED.search(text, body[-1].start, body[-1].end):
        yield from _fact(text, "credit", signed.span("value"), "find_credits:signature")


def _fact(text: str, field: str, span: Span, rule: str) -> Iterator[Stated]:
    """Give the value without the signs and blanks at its edges, if it says anything."""
    start, end = trimmed(text, *span)
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and field != "end" and text[end - 1] in _EDGES:
        end -= 1
    if end - start <= _LONGEST_VALUE and WORD.search(text, start, end):
        yield Stated(field, " ".join(text[start:end].split()), rule, (start, end))


def _known(fact: Stated, lang: str, packs: Packs) -> Stated:
    """Add the register's id of an agency or outlet to what names it."""
    if fact.field not in _CARRIERS:
        return fact
    value = fact.value.strip(_EDGES)
    entity = packs.register.of_address(value) if _ADDRESS.match(value) else _named(value, lang, packs)
    return replace(fact, id=entity.id) if entity else fact


def _named(value: str, lang: str, packs: Packs) -> Entity | None:
    """Find the first carrier that a value names.

    A name that is a common word, too, must be all of the value («مهر»); another one must not go on, for «newspaper Iran
    Sport» is not «newspaper Iran».
    """
    for one in (lang, *LANGS):
        if one in packs.lexicons:
            hits = [hit for hit in find(packs.lexicons[one], fold(value)) if _is_carrier(hit, packs)]
            sure = [hit for hit in hits if _stands_alone(value, hit)]
            if sure:
                first = min(sure, key=lambda hit: (hit.start, -hit.end))
                return packs.register.organisations[first.cells["id"]]
    return packs.register.carrier_called(value)


def _stands_alone(value: str, hit: Mark) -> bool:
    if hit.cells["use"] == "weak":
        return hit.end - hit.start == len(value)
    after = value[hit.end :].lstrip()
    return not after or not after[0].isalpha() or after.startswith(joints(hit.cells["lang"]))


def _is_carrier(mark: Mark, packs: Packs) -> bool:
    return mark.kind == "org" and packs.register.organisations[mark.cells["id"]].is_carrier
