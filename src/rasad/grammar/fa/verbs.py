"""Finite verbs of a Persian sentence: what can close a clause, with tense and person."""

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from rasad.grammar.fa.places import governors
from rasad.grammar.view import View
from rasad.model import Mark, Span

_IMPERFECT = re.compile("(?<!\\w)ن?می[\u200c ]\\w+")
_END = re.compile('[\\s\u200c»"”)]*(?:[،,؛;:.!?؟]|و\\s|که\\s|$)')
_NOUNLIKE = frozenset({"sakht", "shenakht", "nehad", "bord"})
_NARRATIVE = ("past", "perfect", "pluperfect")
THEY = "ند"
"""Ending of the third person plural, which no noun has."""
_PASSED = frozenset({"modal", "managed", "tried", "compound"})
"""Uses of words that hold a verb which closes nothing («می‌تواند», «ساخت و ساز»)."""


class Verb(Struct, frozen=True):
    """A finite verb: its span, its tense, whether it is of the third person, and its light mark."""

    start: int
    end: int
    tense: str
    """past, perfect, pluperfect, present, future or subjunctive"""
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


@lru_cache(maxsize=1)
def read_verbs(view: View) -> tuple[Verb, ...]:
    """Find the verbs that close clauses, in order; modal ones («باید», «قرار است») close none.

    The last sentence is remembered, since every cue and trigger of a sentence asks for it again.
    """
    found = [as_verb(view, m) for m in view.of("light") if not m.cells["tense"].startswith("infinitive")]
    found += [_simple(view, m) for m in view.marks if m.kind in ("speech", "trigger", "helper") and _is_finite(m)]
    found += [
        Verb(view.start + m.start(), view.start + m.end(), "present", _third(m.group()))
        for m in _IMPERFECT.finditer(view.text(view.start, view.end))
    ]
    passed = [(m.start, m.end) for m in view.of("modality") if m.cells["side"] == "before"]
    passed += [(m.start, m.end) for m in view.of("grammar") if m.cells["use"] in _PASSED]
    kept: list[Verb] = []
    for verb in sorted(found, key=lambda v: (v.start, -v.end, v.light is None)):
        if kept and verb.start < kept[-1].end:
            continue
        if not _is_noun(view, verb) and not any(s <= verb.start and verb.end <= e for s, e in passed):
            kept.append(replace(verb, bare=_is_bare(view, verb)))
    return tuple(kept)


def _is_noun(view: View, verb: Verb) -> bool:
    """Tell whether a past is a noun here: behind a preposition, or «ساخت», «نهاد» in the middle of a phrase."""
    if verb.tense != "past" or view.text(verb.start, verb.end).endswith(THEY):
        return False
    if governors(view, verb.start) - {"obj"}:
        return True
    if verb.light is None or verb.light.cells["verb"] not in _NOUNLIKE:
        return False
    return not _ends(view, verb)


def _is_bare(view: View, verb: Verb) -> bool:
    """Tell whether a participle stands without its auxiliary, and in the middle of a phrase."""
    return verb.tense == "perfect" and view.text(verb.end - 1, verb.end) == "ه" and not _ends(view, verb)


def _ends(view: View, verb: Verb) -> bool:
    """Tell whether a clause can end behind a verb: a stop, a comma, «و» or «که» follows."""
    return _END.match(view.doc.folded, verb.end, view.end) is not None


def as_verb(view: View, mark: Mark) -> Verb:
    """Make the verb of a light mark."""
    tense = mark.cells["tense"].removesuffix("-neg")
    return Verb(mark.start, mark.end, tense, _third(view.text(mark.start, mark.end)), mark)


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
    """Tell whether a verb is not of the first person («گفتم», «معتقدیم»)."""
    return not text.endswith("م")
