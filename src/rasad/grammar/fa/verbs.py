"""Finite verbs of a Persian sentence: what can close a clause, with tense and person."""

import re

from msgspec import Struct
from msgspec.structs import replace

from rasad.grammar.view import View, tight
from rasad.model import Mark, Span

_IMPERFECT = re.compile("(?<!\\w)ن?می[\u200c ]\\w+")
_END = re.compile("[\\s\u200c»\"”)]*(?:[،,؛;:.!?؟]|و\\s|که\\s|$)")
_NOUNLIKE = frozenset({"sakht", "shenakht", "nehad", "bord"})
_NARRATIVE = ("past", "perfect", "pluperfect")
_FIRST_SECOND = re.compile("(?:م|یم|ید)$")


class Verb(Struct, frozen=True):
    """A finite verb: its span, its tense (past, perfect, pluperfect, present, future, subjunctive) and its light mark."""

    start: int
    end: int
    tense: str
    third: bool
    light: Mark | None = None
    bare: bool = False
    """A participle without its auxiliary («شده»): a verb where the clause ends, else an adjective."""

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def narrative(self) -> bool:
        """Whether the verb tells what was done: the tense of a page's own voice."""
        return self.tense in _NARRATIVE


def read_verbs(view: View) -> list[Verb]:
    """Find the verbs that close clauses, in order; modal ones («باید», «قرار است») close none."""
    found = [as_verb(view, m) for m in view.of("light") if not m.cells["tense"].startswith("infinitive")]
    found += [_simple(view, m) for m in view.marks if m.kind in ("speech", "trigger", "helper") and _is_finite(m)]
    found += [
        Verb(view.start + m.start(), view.start + m.end(), "present", _third(m.group()))
        for m in _IMPERFECT.finditer(view.text(view.start, view.end))
    ]
    modal = [(m.start, m.end) for m in view.marks if m.kind == "modality" and m.cells["side"] == "before" or m.cells.get("use") in ("modal", "managed")]
    nouns = [(m.start, m.end) for m in view.of("grammar") if m.cells["use"] == "compound"]
    modal += nouns
    prepositions = [m.end for m in view.of("marker") if m.cells["marker"] != "obj"]
    kept: list[Verb] = []
    for verb in sorted(found, key=lambda v: (v.start, -v.end, v.light is None)):
        if kept and verb.start < kept[-1].end:
            continue
        named = verb.tense == "past" and any(tight(view.doc.folded, end, verb.start) for end in prepositions if end <= verb.start)
        if not named and not _is_noun(view, verb) and not any(s <= verb.start and verb.end <= e for s, e in modal):
            kept.append(replace(verb, bare=_is_bare(view, verb)))
    return kept


def _is_noun(view: View, verb: Verb) -> bool:
    """Tell whether a past that is also an everyday noun («ساخت», «نهاد») stands in the middle of a phrase."""
    if verb.light is None or verb.tense != "past" or verb.light.cells["verb"] not in _NOUNLIKE:
        return False
    ended = view.text(verb.end - 1, verb.end) in "دت" and not view.text(verb.start, verb.end).endswith("ند")
    return ended and _END.match(view.doc.folded, verb.end, view.end) is None


def _is_bare(view: View, verb: Verb) -> bool:
    """Tell whether a participle stands without its auxiliary, and in the middle of a phrase."""
    return verb.tense == "perfect" and view.text(verb.end - 1, verb.end) == "ه" and _END.match(view.doc.folded, verb.end, view.end) is None


def as_verb(view: View, mark: Mark) -> Verb:
    """Make the verb of a light mark."""
    return Verb(mark.start, mark.end, mark.cells["tense"].removesuffix("-neg"), _third(view.text(mark.start, mark.end)), mark)


def _simple(view: View, mark: Mark) -> Verb:
    if mark.kind == "helper" and mark.morph == "fixed":
        return Verb(mark.start, mark.end, "past", True)
    if mark.morph == "present":
        tense = "present" if mark.prefix.startswith(("می", "نمی")) else "subjunctive"
    elif mark.prefix.startswith(("خواه", "نخواه")):
        tense = "future"
    else:
        tense = "past" if not mark.suffix.startswith("ه") else "perfect"
    return Verb(mark.start, mark.end, tense, _third(view.text(mark.start, mark.end)))


def _is_finite(mark: Mark) -> bool:
    """Tell whether a mark is a verb with an ending of person, not an infinitive («گفتن») or a noun."""
    if mark.kind == "helper" and mark.morph == "fixed":
        return True
    return mark.morph in ("past", "present") and (not mark.suffix.startswith("ن") or mark.suffix.startswith("ند"))


def _third(text: str) -> bool:
    return _FIRST_SECOND.search(text) is None
