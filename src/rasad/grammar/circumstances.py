"""The circumstances of an event: its status, place, date and the chain it came by."""

from rasad.grammar.languages import GRAMMARS
from rasad.grammar.shapes import Cast, Trigger
from rasad.grammar.view import View, tight
from rasad.model import VERBAL, ClockTime, DateMention, Heard, Link, Mark, Span

_SINCE_REACH = 45
"""Code points between «since the beginning of» and the date it governs."""
NOUN_ALONE = "noun_alone"
"""A noun without a verb of its own is taken for done, though «از سفر X به Y خبر داد» may be still to come."""
_LONG = frozenset({"month", "month_year", "year"})
"""Kinds of dates that hold what came right before a deed, too («در دی ۱۳۹۴ و پس از [حمله]»)."""
_CONDITION = 2
"""Words from «if» to the verb it is denied with."""
_OVER = ("past", "perfect", "pluperfect")
_NOUNS = frozenset({"noun", "masdar"})
_OTHERS = frozenset({"other", "another"})
_TO_COME = ("present", "future")
_THAT = "که"
_OPENERS = frozenset({"subordinate", "reason"})
"""Words that open a clause of another time."""


def status(view: View, trigger: Trigger) -> tuple[str, str]:
    """Give the status of an event from tense, modality words and negation, and what shows it."""
    if trigger.negated:
        condition = _condition(view, trigger)
        return ("denied", "negated") if condition is None else ("hypothetical", condition.rule)
    if trigger.planned:
        return "planned", "future_verb"
    best, shown = "", ""
    for mark in view.of("modality"):
        side, status = mark.cells["side"], mark.cells["status"]
        if status == "denied" or not _applies(view, trigger, side) or _presupposed(view, trigger, mark, status):
            continue
        # «من الممكن أن» stands before the clause that its own last word opens.
        opens = mark.start if status == "historical" else mark.end
        before = trigger.window[0] <= opens and mark.end <= trigger.mark.start
        after = trigger.mark.end <= mark.start and mark.end <= trigger.window[1]
        close = mark.end <= trigger.mark.start and trigger.mark.start - mark.end <= 40
        if (
            (side.startswith("before") and before and (close or status == "historical"))
            or (side == "after" and after)
            or (side == "behind" and after and tight(view.doc.folded, trigger.mark.end, mark.start))
            or (side == "any" and (before or after))
        ):
            doubted = status == "hypothetical" and side == "before_noun"  # «سال آینده احتمال [حمله] کم است»
            best, shown = (status, mark.rule) if doubted or best in ("", "historical") else (best, shown)
    if best == "planned" and trigger.nominal and _followed(view, trigger):
        return "actual", "followed"
    if trigger.subjunctive and best != "planned":
        return "hypothetical", "subjunctive"
    if best:
        return best, shown
    return "actual", NOUN_ALONE if trigger.nominal else trigger.mark.rule


def _condition(view: View, trigger: Trigger) -> Mark | None:
    """Give the «if» close before a denied verb: what must not be left undone is no denial («إذا لم [تسحب] قواتها»)."""
    return next(
        (
            m
            for m in view.of("modality")
            if m.cells["status"] == "hypothetical"
            and m.cells["side"] == "before"
            and m.end <= trigger.start
            and len(view.words(m.end, trigger.start)) <= _CONDITION
        ),
        None,
    )


def _followed(view: View, trigger: Trigger) -> bool:
    """Tell whether «following» governs a noun, so that it is over, whatever the verb foretells."""
    before = [m for m in view.of("marker") if m.cells["marker"] == "after" and m.end <= trigger.mark.start]
    return any(tight(view.doc.folded, m.end, trigger.mark.start) for m in before)


def _presupposed(view: View, trigger: Trigger, mark: Mark, status: str) -> bool:
    """Tell whether a deed is told as past by what is planned («يجتمعون غدا بعد عدة [هجمات]»)."""
    between = (m for m in view.of("marker") if mark.end <= m.start and m.end <= trigger.mark.start)
    return status == "planned" and trigger.nominal and any(m.cells["marker"] == "after" for m in between)


def _applies(view: View, trigger: Trigger, side: str) -> bool:
    """Tell whether words of modality fit the trigger: some govern nouns alone, some need a pluperfect or a departure.

    «متهم کرد به [تلاش برای] X» governs a noun, and the verb has a tense of its own; who set out «[برای شرکت در] X» is
    not there yet, who has come is.
    """
    if side == "before_noun":
        return not (trigger.verbal and trigger.tense)
    if side == "before_pluperfect":
        return trigger.tense.startswith(("pluperfect", "perfect"))
    if side == "before_bound":
        return _sets_out(view)
    return True


def _sets_out(view: View) -> bool:
    """Tell whether somebody is on their way, will go or is asked to come: what they come for is still to be."""
    if any(m.cells["use"] == "bound_for" for m in view.of("grammar")):
        return True
    verbs = [m for m in view.of("light") if m.cells["tense"] in _TO_COME]
    visits = [m for m in view.of("trigger") if m.cells["frame"] == "visit"]
    return any(tight(view.doc.folded, v.end, m.start) for v in visits for m in verbs)


def date(view: View, trigger: Trigger) -> int | None:
    """Give the number of the clause's date expression, else the only one of the sentence with no clause between."""
    usable = [(n, d) for n, d in view.dates if not _since(view, d.start)]
    inside = [
        (abs(d.start - trigger.mark.start), n)
        for n, d in usable
        if trigger.window[0] <= d.start and d.end <= trigger.window[1]
    ]
    inside = [(far, n) for far, n in inside if not _clause_between(view, trigger, view.doc.dates[n])] or inside[:0]
    if inside:
        return min(inside)[1]
    if len(usable) == 1 and not _clause_between(view, trigger, usable[0][1]):
        return usable[0][0]
    return None


def clock(view: View, trigger: Trigger) -> ClockTime | None:
    """Give the time of the clock that a sentence names, where it names one and no other clause stands between."""
    named = [c for c in view.doc.clocks if view.start <= c.start < view.end]
    return named[0] if len(named) == 1 and not _clause_between(view, trigger, named[0]) else None


def is_past(view: View, trigger: Trigger) -> bool:
    """Tell whether a verb tells a deed as over; a noun alone, a present and what Arabic helpers say are not sure."""
    if not trigger.verbal or trigger.planned or trigger.negated:
        return False
    return trigger.mark.morph == "past" or trigger.tense.startswith(_OVER)


def anew(view: View, trigger: Trigger) -> bool:
    """Tell whether a word right behind a noun says that it is another one: «حمله‌ای [دیگر]», «غارة [أخرى]»."""
    if trigger.mark.morph not in _NOUNS:
        return False
    others = (m for m in view.of("grammar") if m.cells["use"] in _OTHERS)
    return any(tight(view.doc.folded, trigger.mark.end, m.start) for m in others)


def _since(view: View, at: int) -> bool:
    """Tell whether a date only says since when («از زمان آغاز جنگ در سال ۲۰۱۱»)."""
    return any(
        m.kind == "grammar" and m.cells["use"] == "since" and m.end <= at and at - m.end <= _SINCE_REACH
        for m in view.marks
    )


def _clause_between(view: View, trigger: Trigger, date: DateMention | ClockTime) -> bool:
    """Tell whether a subordinate clause («after ...», «because ...») begins between a date and a trigger."""
    low, high = min(date.end, trigger.end), max(date.start, trigger.mark.start)
    own = trigger.nominal and isinstance(date, DateMention) and date.kind in _LONG
    main = trigger.verbal and date.end <= trigger.mark.start and GRAMMARS[view.doc.lang].verb_last
    opened = [
        m
        for m in view.of("grammar")
        if m.cells["use"] in _OPENERS
        and low <= m.start < high
        and not (own and date.end <= m.start and tight(view.doc.folded, m.end, trigger.mark.start))
    ]
    return bool(opened) and not (main and len(opened) == 1 and _leads_a_noun(view, opened[0], date.end, trigger))


def _leads_a_noun(view: View, opener: Mark, since: int, trigger: Trigger) -> bool:
    """Tell whether «after» leads a noun alone, so that the verb behind it has the day before it, too.

    «[امروز] پس از ورود به فرودگاه بازداشت شد», but not «[امروز] پس از آنکه او آمد، بازداشت شد».
    """
    between = (m for m in view.marks if since <= m.start and m.end <= trigger.mark.start)
    opens = any(m.cells.get("tense") or m.cells.get("use") in ("complementiser", "relative") for m in between)
    return not opens and not opener.cells["form"].endswith(_THAT)


def attribution(view: View, inside: Heard | None, parties: Cast, kind: str, how: str) -> tuple[Link, ...]:
    """Give the chain an event came by: the statement's chain and its speaker, else the carriers in force.

    What is long over is the page's own background, unless its very sentence names who tells it.
    """
    carriers = view.doc.carriers[view.number] if view.number < len(view.doc.carriers) else ()
    if inside is None:
        here = tuple(link for link in carriers if view.start <= link.span[0] < view.end)
        return here if how == "historical" else carriers
    named = {m.entity.id for m in parties.actors}
    own = view.doc.publisher is not None and view.doc.publisher.id == inside.speaker.id
    if own or (inside.speaker.id in named and kind in VERBAL):
        return inside.via
    return (*inside.via, Link(inside.speaker, _named_at(view, inside), inside.rule))


def _named_at(view: View, heard: Heard) -> Span:
    """Give where a speaker was last named; «he said» and a verb alone name nobody."""
    here = [m for m in view.of_entity(heard.speaker.id) if m.head != "pronoun"]
    if any(m.name == heard.speaker_span for m in here):
        return heard.speaker_span
    before = [m.name for m in here if m.start < heard.verb_span[0]]
    same = (h for h in view.doc.heard if h.speaker.id == heard.speaker.id and h.speaker_span != h.verb_span)
    spoke = (h.speaker_span for h in same if h.speaker_span[0] < heard.verb_span[0])
    return before[-1] if before else next(spoke, heard.speaker_span)
