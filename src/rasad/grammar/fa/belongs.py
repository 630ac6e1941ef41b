"""Whose a deed or a phrase is in a Persian clause: the subject's own, somebody else's, or only an object of talk."""

from functools import cache
from itertools import pairwise

from rasad.grammar.fa.clauses import Clause
from rasad.grammar.fa.places import dated, governors, punctuated, right_before, right_behind
from rasad.grammar.shapes import Trigger
from rasad.grammar.view import View, tight
from rasad.model import Mark, Mention
from rasad.packs.everyday import is_strange
from rasad.packs.rows import read_rows

FORCE = frozenset({"ASSAULT", "MOBILIZE", "PROTEST", "COERCE", "RETREAT"})
"""Types that a nation's weapons do, and that its people do or suffer, by its adjective alone."""
NEAR = 2
"""Words that may stand between a noun and the phrase that completes it («حمله گسترده نیروهای ارتش»)."""
_OBJECT = 8
"""Words between a noun and the «را» of the object that it opens."""
_COUNTED = 4
"""Words before a verb in which its victims are counted."""
_PLURAL = ("ات", "های", "ها")
"""Endings of plurals of things, which no person in the singular follows («اقدامات», «گروه‌های»)."""
_WORD = 16
"""Letters of the longest word that may stand right behind a noun."""


def of_somebody(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether a phrase only says whose somebody or something is: «همسر [او]», «نهادهای [دولتی]».

    Who strikes a building of the state strikes the state.
    """
    relative = any(m.cells["use"] == "kin" for m in right_before(view, mention.start, "grammar"))
    if relative and mention.head in ("person", "office", "pronoun"):
        return True
    if _commands(view, mention):
        return True
    adjective = any(m.core[0] == mention.name[0] and m.suffix == "ی" for m in view.of("organ"))
    adjective = adjective and not governors(view, mention.start)  # «با [هیئتی] از اتحادیه عرب»: one of many
    adjective = adjective or _describes(view, mention)
    return adjective and mention.marker != "against" and trigger.mark.cells["type"] not in FORCE


def _commands(view: View, mention: Mention) -> bool:
    """Tell whether somebody only says whose men stand right before them («سرکوب مأموران [شاه]»)."""
    if mention.head not in ("person", "office") or mention.marker:
        return False
    men = [m for m in view.mentions if m.head in ("group", "organ") and m.end <= mention.start]
    return any(view.text(m.end, mention.start) in (" ", "\u200c") for m in men)


def _describes(view: View, mention: Mention) -> bool:
    """Tell whether the name of a crowd is an adjective of the plural before it («اقدامات [تروریستی]»)."""
    crowd = any(m.core[0] == mention.start and m.suffix == "ی" for m in view.of("group"))
    before = view.words(max(view.start, mention.start - _WORD), mention.start)[-1:]
    return crowd and any(
        view.text(*w).endswith(_PLURAL) and tight(view.doc.folded, w[1], mention.start) for w in before
    )


def related(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether «با» belongs to a noun of relations before it: «روابط با [چین]», «روابط روسیه با [غرب]»."""
    ends = [m for m in view.of("marker") if m.end <= mention.start and m.cells["marker"] == "with"]
    if not ends:
        return False
    at = max(m.start for m in ends)
    nouns: list[Mark] = [m for m in view.of("grammar") if m.cells["use"] == "relation" and m.end <= at]
    nouns = [m for m in nouns if m.end <= trigger.mark.start or trigger.mark.end <= m.start]
    return any(len(view.words(m.end, at)) <= NEAR and not punctuated(view, m.end, at) for m in nouns)


def somebody_elses(view: View, trigger: Trigger) -> bool:
    """Tell whether a strange word right behind a noun names whose it is: «[سفر] نیکسون به ایران»."""
    words = view.words(trigger.mark.end, min(view.end, trigger.mark.end + _WORD))[:1]
    if not words or not tight(view.doc.folded, trigger.mark.end, words[0][0]):
        return False
    start, end = words[0]
    if any(m.start >= end and not m.marker and len(view.words(end, m.start)) <= NEAR for m in view.mentions):
        return False  # a name before its post: «[دیدار] خسوس پرز وزیر خارجه ونزوئلا»
    spans = [(m.start, m.end) for m in view.marks] + [(m.start, m.end) for m in view.mentions]
    known = any(low <= start < high for low, high in spans)
    return not known and is_strange(view.doc.reading[start:end], "fa")


def its_own(view: View, trigger: Trigger) -> bool:
    """Tell whether «خود» right behind a noun makes it the subject's deed («[اعتصاب غذای] خود را آغاز کرد»)."""
    return any(m.cells["use"] == "own" for m in right_behind(view, trigger.mark.end, "grammar"))


def is_object(view: View, trigger: Trigger, clause: Clause) -> bool:
    """Tell whether a noun is what the verb is about: «[گفت‌وگو] با X را دشوار خواند» makes the subject no talker.

    «[سفر] خود را» is the subject's own.
    """
    if not trigger.nominal or trigger.negated or governors(view, trigger.mark.start):
        return False
    ends = [m.start for m in view.of("marker") if m.cells["marker"] == "obj" and m.start >= trigger.mark.end]
    end = next((at for at in ends if clause.holds(at)), None)
    if end is None or len(view.words(trigger.mark.end, end)) > _OBJECT:
        return False
    return not any(m.cells["use"] == "own" and trigger.mark.end <= m.start < end for m in view.of("grammar"))


def counted(view: View, trigger: Trigger, acting: Mention) -> bool:
    """Tell whether some are counted between a subject and what befalls them: «و در اثر آن [سه نفر] کشته شدند»."""
    words = view.words(max(trigger.window[0], acting.end), trigger.mark.start)[-_COUNTED:]
    counts = {m.core for m in view.of("word") if m.cells["use"] == "quantifier"}
    units = {m.core[0] for m in view.of("grammar") if m.cells["use"] == "measure"}
    return any(
        (word in counts or view.text(*word).isdigit()) and after[0] not in units and not dated(view, word)
        for word, after in pairwise(words)
    )


@cache
def befalls(frame: str) -> bool:
    """Tell whether the noun of a frame is followed by whom it befalls («تصرف [تلویزیون]»)."""
    rows = [row for row in read_rows("plover/frames.tsv") if row["frame"] == frame and row["marker"] == "gen"]
    return any(row["role"] == "recipient" for row in rows)
