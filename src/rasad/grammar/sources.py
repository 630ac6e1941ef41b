"""Phrases that name a source: «according to X», «A quoting B», whom somebody speaks to."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from rasad.grammar.outlets import unknown_outlet
from rasad.grammar.view import View, tight
from rasad.model import Entity, Mark, Mention, Span
from rasad.quotes import CLOSING, closing

_NEAR = 3
"""Words that may stand between «به گزارش» and the source («خبرنگار اعزامی خبرگزاری»)."""


_DOCUMENT_WORDS = 7
"""Words that may stand between a communiqué and who issued it («بيان صدر اليوم السبت عن مكتبه»)."""


_QUOTED = 6
"""Words that a name in quotation marks has at the most."""
_PRESS = "journalist"
_OWNERS = ("person", "office", "organ", "org")
STATE_MEDIA = ("organ:state_media", "organ:state_tv", "organ:state_agency")
_QUOTER = 2
"""Words that may stand between a carrier and the cue by which it quotes («وكالة رويترز اليوم نقلا عن»)."""


class Source(Struct, frozen=True):
    """A phrase «according to X»: its cue, X, and the span of the whole phrase."""

    cue: Mark
    entity: Entity
    span: Span
    start: int
    end: int
    recalls: bool = False
    """Whether X only recalls who spoke before («according to this source»)."""


def carries(entity: Entity) -> bool:
    """Tell whether somebody only carries news: an agency, an outlet, the state's own television."""
    return entity.is_carrier or entity.id.startswith(STATE_MEDIA)


def source_phrases(view: View) -> list[Source]:
    """Find every phrase of the sentence that names a source behind (or before) a cue of attribution."""
    found: list[Source] = []
    for cue in view.of("attribution"):
        if cue.cells["side"] != "after" or (cue.cells["cue"] == "issued" and not _of_paper(view, cue)):
            continue
        mention = _behind(view, cue) or unknown_outlet(view, cue.end)
        if mention is not None:
            recalls = mention.head == "pronoun"
            found.append(Source(cue, mention.entity, mention.name, cue.start, mention.end, recalls))
    return [with_others for source in _widest(found) for with_others in _joined(view, source)]


def _of_paper(view: View, cue: Mark) -> bool:
    """Tell whether «issued by» is said of a communiqué («بيان مقتضب [صادر عن]»), and not of passports or rulings."""
    near = view.words(view.start, cue.start)[-_NEAR:]
    papers = [m for m in view.of("grammar") if m.cells["use"] in ("document", "paper")]
    return bool(near) and any(near[0][0] <= m.start and m.end <= cue.start for m in papers)


def _joined(view: View, source: Source) -> Iterator[Source]:
    """Give a source, first the carrier it spoke through («الوزارة [عبر سانا]»), and those beside it («A and B»)."""
    carrier = _through(view, source)
    if carrier is not None:
        yield Source(source.cue, carrier.entity, carrier.name, source.start, carrier.end)
    yield source
    end = source.end
    for mention in view.mentions:
        if mention.start < end or not carries(mention.entity) or not carries(source.entity):
            continue
        if not _and(view, end, mention.start):
            return
        yield Source(source.cue, mention.entity, mention.name, source.start, mention.end)
        end = mention.end


def _through(view: View, source: Source) -> Mention | None:
    """Give the agency or outlet behind a source that carried its words."""
    behind = next((m for m in view.mentions if m.start >= source.end), None)
    if behind is None or carries(source.entity) or not carries(behind.entity) or behind.marker != "through":
        return None
    return None if _apart(view.text(source.end, behind.start), _NEAR) else behind


def _apart(gap: str, most: int) -> bool:
    """Tell whether more words than so many, or a stop or a pause, stand in a gap."""
    return len(gap.split()) > most or any(c in gap for c in "،,.:؛\n")


def _and(view: View, end: int, start: int) -> bool:
    """Tell whether «and» alone joins two carriers, or «and» with what the second one is («إذاعة X [وقناة] "Y"»)."""
    gap = view.text(end, start).strip(" \u200c«»\"'()")
    if gap == "":
        return view.text(start, start + 1) == "و"
    noun = any(m.cells["use"] == "outlet" and end <= m.start and m.end <= start for m in view.of("word"))
    return gap == "و" or (noun and gap.startswith("و") and len(gap.split()) == 1)


def _widest(found: list[Source]) -> list[Source]:
    kept: list[Source] = []
    for source in sorted(found, key=lambda s: (s.start, -s.cue.end)):
        if any(source.cue.start < k.cue.end and k.cue.start < source.cue.end for k in kept):
            continue
        kept.append(source)
    return kept


def _behind(view: View, cue: Mark) -> Mention | None:
    """Give whom a cue names: right behind it, or behind the document it names («بحسب بلاغ صادر عن وزارة الخارجية»)."""
    document = from_document(view, cue)
    kind = cue.cells["cue"]
    reach = _DOCUMENT_WORDS if document else 0 if kind == "according" else _NEAR
    for mention in view.mentions:
        if mention.start < cue.end:
            continue
        gap = view.text(cue.end, mention.start)
        far = _DOCUMENT_WORDS if kind == "interview" and carries(mention.entity) else reach
        if _apart(gap, far) or _opened(view, cue.end, mention.start):
            return None
        if mention.head in ("adjective", "place", "both") or (
            mention.head == "country" and kind in ("report", "quote")
        ):
            continue
        if document and (mention.office == _PRESS or _in_its_words(view, cue.end, mention)):
            return None  # «في بيان صحفي» is no journalist's
        if document and mention.marker not in ("about", "from", "by", "source", "") and len(gap.split()) > 1:
            continue
        return _outlet_of(view, cue, mention)
    return None


def _in_its_words(view: View, start: int, mention: Mention) -> bool:
    """Tell whether a long quotation opens between a document and a name: whom its words name did not issue it."""
    marks = [at for at in range(start, mention.start) if view.doc.folded[at] in CLOSING]
    quotes = [(at, closing(view.doc.folded, at, view.end + 1)) for at in marks]
    return any(stop > mention.end and len(view.words(at, stop)) > _QUOTED for at, stop in quotes)


def _outlet_of(view: View, cue: Mark, owner: Mention) -> Mention:
    """Give the outlet of an office for the office that owns it («به گزارش [پایگاه اطلاع‌رسانی دولت]»)."""
    known, folded = owner.entity, view.doc.folded
    nouns = [m for m in view.of("word") if m.cells["use"] == "outlet" and m.end > cue.end and m.end <= owner.start]
    if carries(known) or owner.head not in _OWNERS or not nouns or not tight(folded, nouns[-1].end, owner.start):
        return owner
    noun = nouns[-1]
    outlet = Entity(f"outlet:{known.id}", f"Outlet of {known.name}", "outlet", known.country)
    return replace(owner, start=noun.start, entity=outlet, name=(noun.start, owner.name[1]), rule=noun.rule)


def _opened(view: View, start: int, end: int) -> bool:
    """Tell whether «that» opens what is said between two places."""
    return any(m.cells["use"] == "complementiser" and start <= m.start and m.end <= end for m in view.of("grammar"))


def quoter(view: View, cue: Mark) -> Mention | None:
    """Give the carrier right before a cue by which it quotes («[رویترز] به نقل از X», «أفادت [رويترز] نقلا عن X»)."""
    before = [m for m in view.mentions if m.end <= cue.start]
    if cue.cells["cue"] != "quote" or not before or before[-1].marker != "" or not carries(before[-1].entity):
        return None
    gap = view.text(before[-1].end, cue.start)
    return before[-1] if len(gap.replace("،", " ").split()) <= _QUOTER and not any(c in gap for c in ".:؛\n") else None


def from_document(view: View, cue: Mark) -> bool:
    """Tell whether a cue is, or is followed by, a communiqué, so that its author may stand some words away."""
    if cue.cells["cue"] in ("statement", "readout"):
        return True
    return any(
        m.kind == "grammar" and m.cells["use"] == "document" and cue.end <= m.start <= cue.end + 2 for m in view.marks
    )


def spoken_to(view: View) -> list[Mention]:
    """Give the agencies and outlets that somebody speaks to: they carry what is said («قال المصدر لوكالة الأنباء»)."""
    if not view.of("speech"):
        return []
    known = [m for m in view.mentions if carries(m.entity) and m.marker in ("to", "with")]
    known += [m for m in view.mentions if m.entity.is_carrier and m.marker == "through"]
    cues = [m for m in view.of("attribution") if m.cells["cue"] == "interview"]
    return known or [outlet for cue in cues if (outlet := unknown_outlet(view, cue.end)) is not None]


def quoting(view: View, cue: Mark) -> Mention | None:
    """Give the carrier of «نقلت وكالة X عن Y»."""
    if cue.cells["verb"] != "report" or cue.morph not in ("past", "present"):
        return None
    carrier = next(
        (m for m in view.mentions if m.start >= cue.end and len(view.text(cue.end, m.start).split()) <= 2), None
    )
    if carrier is None or not carries(carrier.entity):
        carrier = unknown_outlet(view, cue.end)
    if carrier is None:
        return None
    return carrier if any(m.marker == "about" and m.start > carrier.end for m in view.mentions) else None
