"""What a Persian trigger needs around it to tell an event: a destination, a signed paper, somebody who is asked."""

from functools import cache

from rasad.grammar.fa.belongs import FORCE
from rasad.grammar.fa.cases import case
from rasad.grammar.fa.clauses import Clause
from rasad.grammar.fa.places import doer, followed, governors, punctuated, right_before, right_behind, uses_before
from rasad.grammar.fa.verbs import read_verbs
from rasad.grammar.view import View
from rasad.model import Mark, Mention, Span
from rasad.packs.rows import read_rows
from rasad.tokens import fold

_VOICED = frozenset({"ready", "promise", "support", "praise", "condemn", "recognise"})
"""Frames of acts that are done by naming them («بر [حمایت] از X تأکید کرد»)."""
_DERIVED = frozenset({"COERCE", "MOBILIZE"})
"""Types whose nouns with «ی» are other words («بازداشتی», «بسیجی»)."""
_ADJECTIVAL = frozenset({"support", "cooperate", "aid"})
"""Frames whose nouns with «ی» are adjectives («دفاعی», «حمایتی»)."""
_OFFERED_THINGS = frozenset({"request", "agree"})
"""Frames whose nouns with «ی» are adjectives where no verb follows at once («قطعنامه پیشنهادی», «گام توافقی»)."""
_STATIVE = frozenset({"arrest", "mobilize", "release", "ban", "clash"})
"""Frames whose predicates with «است» tell a state («در زندان [زندانی] است»)."""
_HOLDING = frozenset({"seize", "ban"})
"""Frames whose noun behind «در» tells a state («در [اشغال] نیروهای بیگانه»)."""
_MADE = frozenset({"shod", "gardid", "kard", "sakht", "nemud"})
"""Verbs by which somebody is made or makes themselves ready: no offer."""
_SHARED = frozenset({"CONSULT", "COOPERATE", "AID", "RETREAT", "CONCEDE"})
"""Types of what one side can offer another."""
_OTHERS = frozenset({"country", "org", "both", "person", "office"})
_OFFERED = 14
"""Words behind an offer in which it says what is offered, or to whom."""
_DAYS = frozenset({"day", "day_month", "weekday", "relative"})
_SIDES = frozenset({"", "between", "with", "with_of", "obj", "by"})
"""Markers of the sides of an agreement."""
_TOPICS = frozenset({"for", "about", "against", "facing", "since"})
"""Prepositions before what something is done for or talked about, and before what only tells since when."""
_OBJECT = "verb:"
"""A row that needs `verb:border` tells a deed only with a word of that use before it («[مرز] را بست»)."""
_NEAR = 6
"""Words within which the sides of an agreement follow its noun."""
_CHAIN = 4
"""Words of a chain of nouns behind «about»."""
_LIST = 12
"""Words of a list of such nouns: «در خصوص روابط دوجانبه، تحولات منطقه و [مذاکرات] با آمریکا»."""
_TALKS = frozenset({"multilateral", "meet"})
_SENT = 6
"""Letters of «اعزام» alone; longer rows name the forces that are sent."""
_GOAL = 3
"""Words within which the goal of a visit follows «وارد»."""


def only_named(view: View, mark: Mark, clause: Clause) -> bool:
    """Tell whether a noun is a topic, a purpose («برای [عزل] رئیس‌جمهور») or what is asked («خواستار [استعفای] او»)."""
    if doer(view, mark.start) is not None:
        return False
    if any(_TOPICS & governors(view, at) for at in (mark.start, *_doing(view, mark))):
        return True  # «از آغاز [حمله] آمریکا به عراق» tells since when, «برای برگزاری [نشست]» what for
    if mark.cells["frame"] in _TALKS and _talked_about(view, mark):
        return True
    if mark.cells["type"] in FORCE and _stressed(view, mark):
        return True  # «تأکید بر [جلوگیری از ورود] کالا» wants it
    asked = [
        m for m in view.of("speech") if m.cells["verb"] == "demand" and m.end <= mark.start and clause.holds(m.start)
    ]
    return any(m.morph == "fixed" or m in right_before(view, mark.start, "speech") for m in asked)


def _talked_about(view: View, mark: Mark) -> bool:
    """Tell whether a noun ends a chain of nouns behind «about»: «درباره پیامدها و نتایج [کنفرانس]»."""
    links = [m for m in view.of("marker") if m.end <= mark.start and m.cells["marker"] != "part"]
    if not links or max(links, key=lambda m: m.end).cells["marker"] != "about":
        return False
    start = max(m.end for m in links)
    between = [m.start for m in view.mentions] + [v.start for v in read_verbs(view)]
    if any(start <= at < mark.start for at in between):
        return False
    words, listed = len(view.words(start, mark.start)), punctuated(view, start, mark.start)
    if mark.cells["frame"] == "meet":
        return listed and words <= _LIST
    return not listed and words <= _CHAIN


def _still_to_reach(view: View, mark: Mark) -> bool:
    """Tell whether words of reaching stand before «به» and an agreement: «متعهد به رسیدن به [توافق] است» has none."""
    links = [m for m in right_before(view, mark.start, "marker") if m.cells["marker"] == "to"]
    return any(m.cells["use"] == "reaching" for link in links for m in right_before(view, link.start, "grammar"))


def _stressed(view: View, mark: Mark) -> bool:
    """Tell whether «بر» puts a stress on a noun: then it is wanted, and not done."""
    on = [m for m in right_before(view, mark.start, "marker") if m.cells["marker"] == "on"]
    said = any(m.cells["stance"] for o in on for m in right_before(view, o.start, "speech"))
    behind = any(m.cells["verb"] == "stress" and m.start >= mark.end for m in view.of("speech"))
    return said or (bool(on) and behind)


def _doing(view: View, mark: Mark) -> list[int]:
    """Give where a noun that only says that the deed was done stands right before it («برگزاری [نشست]»)."""
    return [m.start for m in right_before(view, mark.start, "grammar") if m.cells["use"] == "holding"]


def founded(view: View, mark: Mark, clause: Clause, verbal: bool) -> bool:
    """Tell whether a trigger has what its frame needs in its clause."""
    frame, kind = mark.cells["frame"], mark.cells["type"]
    if kind in FORCE and "intent" in uses_before(view, mark.start):
        return False  # «قصد [ربودن] کاردار را داشتند»
    if mark.suffix == "ی" and (kind in _DERIVED or frame in _ADJECTIVAL):
        return False
    if mark.suffix == "ی" and frame in _OFFERED_THINGS and not right_behind(view, mark.end, "light"):
        return False
    if not verbal and not _noun_tells(view, mark, clause):
        return False
    if verbal and mark.morph == "fixed" and frame in _STATIVE and _lasts(view, mark):
        return False
    if not _has_object(view, mark, clause) or _hands_over(view, mark) or _sends_envoys(view, mark, clause):
        return False
    if frame == "request":
        return _asks(view, mark, clause, verbal)
    if frame == "sign" and mark.cells["need"] == "verb":
        return any(m.cells["use"] == "pact" and m.end <= mark.start for m in view.of("grammar"))
    if frame == "killed" and mark.morph == "past" and _perfect(view, mark):
        return any(d.kind in _DAYS for _, d in view.dates)
    if frame == "control":
        taken = any(m.cells["use"] == "in_hand" and clause.holds(m.start) for m in view.of("grammar"))
        return taken and any(
            m.place is not None and m.start >= mark.end and len(view.words(mark.end, m.start)) <= _GOAL
            for m in view.mentions
        )
    if frame == "withdraw":
        forces = [m for m in (*view.of("organ"), *view.of("group")) if m.cells["sector"] == "MIL"]
        return any(clause.holds(m.start) and m.end <= mark.start for m in forces)
    if frame == "ready":
        made = verbal and any(m.cells["verb"] in _MADE for m in right_behind(view, mark.end, "light"))
        return not made and _offers(view, mark, clause)
    if frame == "ban" and mark.cells["need"] == "verb:recipient":
        return any(
            m.cells["use"] == "movement" and clause.holds(m.start) and m.end <= mark.start for m in view.of("grammar")
        )
    if frame == "support" and verbal and not _for_somebody(view, clause):
        return False  # «همکاری‌های [دفاع] دریایی را بررسی کردند»
    if frame in _HOLDING:
        return "in" not in governors(view, mark.start)
    if frame == "visit" and verbal and mark.cells["need"] in ("verb", "parties"):
        return any(clause.holds(m.start) and _destination(view, mark, m) for m in view.mentions)
    if kind == "REJECT" and verbal:
        return not any(m.cells["use"] == "claim" and clause.holds(m.start) for m in view.of("grammar"))
    return True


def _hands_over(view: View, mark: Mark) -> bool:
    """Tell whether a paper is handed over, and nobody gives in: «استوارنامه خود را [تسلیم] کرد»."""
    if (mark.cells["mode"], mark.morph) != ("disarm", "fixed"):
        return False
    return any(m.cells["use"] in ("message", "paper") and m.end <= mark.start for m in view.of("grammar"))


def _sends_envoys(view: View, mark: Mark, clause: Clause) -> bool:
    """Tell whether envoys are sent, and no forces: «هیئتی را به دمشق [اعزام] کرد»."""
    if (mark.cells["frame"], mark.cells["mode"]) != ("mobilize", "troops") or mark.end - mark.start > _SENT:
        return False
    sent = [m for m in view.of("organ") if m.cells["organ"] == "delegation"]
    near = (m for m in sent if clause.holds(m.start))
    return any(m.end <= mark.start or len(view.words(mark.end, m.start)) == 0 for m in near)


def _for_somebody(view: View, clause: Clause) -> bool:
    """Tell whether a clause says whom or what is supported: «از X», «به X», «X را» of nothing else than support."""
    return any(m.cells["marker"] in ("from", "to", "with") and clause.holds(m.start) for m in view.of("marker"))


def _has_object(view: View, mark: Mark, clause: Clause) -> bool:
    """Tell whether the clause names what a row asks for: before the trigger, or as its complement right behind it."""
    need = mark.cells["need"]
    if not need.startswith(_OBJECT) or need == "verb:recipient":
        return True
    named = [span for span in _named(view, need.removeprefix(_OBJECT)) if clause.holds(span[0])]
    return any(end <= mark.start or _completes(view, mark, start) for start, end in named)


def _completes(view: View, mark: Mark, at: int) -> bool:
    """Tell whether a word follows a noun as its complement («پرتاب موفق یک [ماهواره]»)."""
    return at >= mark.end and len(view.words(mark.end, at)) <= _GOAL and not punctuated(view, mark.end, at)


def _named(view: View, use: str) -> list[Span]:
    """Give the words of a use, also those that open the name of a place («[مرز] مهران»)."""
    found = [m.core for m in view.of("grammar") if m.cells["use"] == use]
    forms = _forms(view.doc.lang, use)
    return found + [w for m in view.of("place") for w in view.words(m.start, m.end)[:1] if view.text(*w) in forms]


@cache
def _forms(lang: str, use: str) -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in read_rows(f"{lang}/grammar.tsv") if row["use"] == use)


def _offers(view: View, mark: Mark, clause: Clause) -> bool:
    """Tell whether readiness is for something between two sides: talks, help, ties; or towards somebody named.

    What a clause of its own tells («آماده است [... کند]») is an offer, too; to be ready for a fight is none.
    """
    behind = view.words(mark.end, view.end)[:_OFFERED]
    end = behind[-1][1] if behind else mark.end
    if any(m.cells["use"] == "hostile" and mark.end <= m.start < end for m in view.of("grammar")):
        return False
    if any(v.tense == "subjunctive" and v.start >= mark.end for v in read_verbs(view)):
        return True
    near = [m for m in (*view.of("trigger"), *view.of("grammar")) if mark.end <= m.start < end or clause.holds(m.start)]
    if any(m.cells["type"] in _SHARED if m.kind == "trigger" else m.cells["use"] == "affair" for m in near):
        return True
    return any(mark.end <= m.start < end and m.head in _OTHERS and m.marker != "part" for m in view.mentions)


def _lasts(view: View, mark: Mark) -> bool:
    """Tell whether «بود», «است» stands right behind a predicate."""
    return any(m.cells["verb"] == "bud" for m in right_behind(view, mark.end, "light"))


def _noun_tells(view: View, mark: Mark, clause: Clause) -> bool:
    """Tell whether a noun without a verb of its own can tell an event at all."""
    frame, need = mark.cells["frame"], mark.cells["need"]
    if need.startswith(_OBJECT) and need != "verb:recipient":
        return any(_completes(view, mark, start) for start, _ in _named(view, need.removeprefix(_OBJECT)))
    if (
        need.startswith("verb")
        and not followed(view, mark)
        and (frame not in _VOICED or mark.cells["mode"] == "investigate")
    ):
        return False
    light = clause.verb.light if clause.verb is not None else None
    if light is not None and light.cells["tense"].endswith("-neg"):
        return False
    if "with" in governors(view, mark.start) and any(
        m.cells["use"] == "cannot" and clause.holds(m.start) for m in view.of("grammar")
    ):
        return False  # «با [تحریم] ایران نمی‌توان ...»
    if frame == "agree" and _still_to_reach(view, mark):
        return False
    sides = [m for m in view.mentions if m.start >= mark.end and m.marker in _SIDES]
    return frame != "agree" or any(len(view.words(mark.end, m.start)) <= _NEAR for m in sides)


def _asks(view: View, mark: Mark, clause: Clause, verbal: bool) -> bool:
    """Tell whether a demand is put to somebody where it must be: by «خواست» always, by a crowd at least."""
    asked = [m for m in view.mentions if m.end <= mark.start and case(view, m) == "from"]
    crowd = any(t.cells["type"] == "PROTEST" and t.morph == "noun" and t.end <= mark.start for t in view.of("trigger"))
    if crowd and not asked:
        return False
    wants = (
        verbal and mark.morph == "fixed" and any(mark.start <= v.start and v.end <= mark.end for v in read_verbs(view))
    )
    if mark.morph != "past" and not wants:
        return True
    if any(clause.holds(m.start) for m in asked):
        return True
    return any(m.cells["use"] == "complementiser" for m in right_behind(view, mark.end, "grammar"))


def _perfect(view: View, mark: Mark) -> bool:
    return any(v.start == mark.start and v.tense == "perfect" for v in read_verbs(view))


def _destination(view: View, mark: Mark, mention: Mention) -> bool:
    """Tell whether a phrase is where a visit goes: a place behind «به», or right behind «وارد», «راهی», «عازم»."""
    if mention.place is None and mention.head not in ("country", "place"):
        return False
    behind = mention.start >= mark.end and len(view.words(mark.end, mention.start)) <= _GOAL
    return (
        behind
        or case(view, mention) == "into"
        or ((mark.morph != "fixed" or mark.cells["need"] == "parties") and case(view, mention) == "to")
    )
