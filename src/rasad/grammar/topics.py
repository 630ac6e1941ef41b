"""What is no politics: pages of sport, accidents, common crime, companies among themselves."""

from rasad.grammar.shapes import Cast, Trigger
from rasad.grammar.view import View, sentence_at
from rasad.model import Document, Mention

_SPORT_WORDS = 3
"""Different words of sport that make a page one of sport; political pages that mention a match have one or two."""


def sports_page(doc: Document) -> bool:
    """Tell whether a page tells of sport, where teams named after countries meet and attack each other."""
    marks = [m for m in doc.marks if m.kind == "topic" and m.cells["topic"] == "sport"]
    if len({m.cells["form"] for m in marks}) < _SPORT_WORDS:
        return False
    return len({sentence_at(doc, m.start) for m in marks}) > 1  # news may name a lost match by the way


_HEADLINES = 4
"""Colons of one sentence that is a row of headlines."""


def headline_page(doc: Document) -> bool:
    """Tell whether the title of a page says that it strings headlines together («أبرز أحداث اليوم»)."""
    titles = [s for s in doc.sentences if s.part == "title"]
    strung = (m for m in doc.marks if m.kind == "topic" and m.cells["topic"] == "digest") if titles else ()
    return any(s.start <= m.start < s.end for m in strung for s in titles)


def digest(view: View) -> bool:
    """Tell whether a sentence only strings headlines together, so that nothing in it belongs to its neighbours."""
    return view.text(view.start, view.end).count(" : ") >= _HEADLINES


_WEAPONS = frozenset({"suicide-attack", "aerial", "heavy-weapons", "firearms", "drone", "targeted"})
"""Modes of deeds that are no accident."""


def accident(view: View, trigger: Trigger, parties: Cast) -> bool:
    """Tell whether people died without an attacker, or helpers were called, in a sentence that names an accident.

    A sentence that also tells an attack names the scene of it: the train that was bombed.
    """
    if trigger.frame not in ("kill", "killed", "toll", "explode", "mobilize") or (
        parties.actors and trigger.frame != "mobilize"
    ):
        return False
    if any(m.cells["frame"] in ("attack", "clash") or m.cells["mode"] in _WEAPONS for m in view.of("trigger")):
        return False
    return any(m.kind == "topic" and m.cells["topic"] == "accident" for m in view.marks)


_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE"})


def crime(view: View, kind: str, parties: Cast) -> bool:
    """Tell whether a sentence tells a common crime: words of crime, and nobody known but police, courts and crowds.

    Soldiers who shoot or are shot are no common crime.
    """
    if kind not in _FORCE or not any(m.kind == "topic" and m.cells["topic"] == "crime" for m in view.marks):
        return False
    return not any(
        m.entity.sector == "MIL" or (m.head in ("person", "country", "org") and not m.entity.id.startswith("page:"))
        for m in (*parties.actors, *parties.recipients)
    )


_HOLDING = frozenset({"arrest", "seize", "expel"})
"""Frames of what police do every day."""
_KNOWN_CROWDS = frozenset(
    {"REB", "UAF", "PRM", "OPP", "PTY", "JRN", "LAB", "LEG", "JUD", "SPY", "REL", "MIL", "ELI", "REF"}
)
"""Sectors of people whose arrest is a matter of politics, also when nobody names them."""


_ARMED = frozenset({"REB", "PRM", "UAF"})


def police_work(view: View, trigger: Trigger, parties: Cast) -> bool:
    """Tell whether somebody whom nobody knows is held, searched or robbed of goods, by their own police or by nobody.

    The people of another country than who holds them are no private matter, nor are crowds that protest.
    """
    if trigger.mark.cells["type"] != "COERCE" or trigger.frame not in _HOLDING:
        return False
    home = view.doc.publisher.country if view.doc.publisher is not None else None
    if home is None or any(m.entity.country not in (home, None) for m in view.mentions):
        return False
    if any(m.cells["type"] == "PROTEST" for m in view.of("trigger")):
        return False
    if any(m.entity.sector in _ARMED for m in parties.actors):
        return False
    return not any(_matters(m) for m in parties.recipients)


def _matters(mention: Mention) -> bool:
    entity = mention.entity
    if entity.id.startswith("page:") and mention.office is None:
        return False
    if entity.kind == "population" or mention.head in ("group", "adjective"):
        return entity.sector in _KNOWN_CROWDS or entity.id.split(":")[1:2] in _CROWDS
    return True


_CROWDS = (["protesters"], ["demonstrators"], ["activists"])


def advice(view: View, trigger: Trigger, parties: Cast) -> bool:
    """Tell whether a ministry or the police only advises its own public: «the ministry asks citizens to wash hands»."""
    home = view.doc.publisher.country if view.doc.publisher is not None else None
    if home is None or not (trigger.mark.cells["type"] == "REQUEST" or trigger.frame == "warn"):
        return False
    bodies = all(m.head == "organ" and m.entity.country == home for m in parties.actors)
    public = all(m.entity.kind == "population" and m.entity.country == home for m in parties.recipients)
    return bool(parties.actors and parties.recipients) and bodies and public


def political(parties: Cast) -> bool:
    """Tell whether anybody but companies and private people takes part."""
    named = (*parties.actors, *parties.recipients)
    return not named or any(
        m.entity.sector != "BUS"
        and not (m.entity.id.startswith("page:") and m.office is None)
        and "compan" not in m.entity.id
        for m in named
    )
