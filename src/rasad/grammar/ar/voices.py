"""Arabic verbs that are passive where active and passive are written alike."""

from rasad.grammar.view import View
from rasad.model import Mark

_CHARGING = "accuse"
_POINTING = ("ه", "ها", "هم", "هما")
"""Pronouns on a verb that are its object."""
_OPENING = ("grammar", "marker")
"""Kinds of marks that do not make a word that opens with «ب» a name."""


_U = "\u064f"
"""The vowel that makes a past verb passive where a page writes it: «قُتل», «اعتُقل»."""


def vocalised(view: View, verb: Mark) -> bool:
    """Tell whether the page writes the vowel of the passive into a past verb: «أُصيب»."""
    doc = view.doc
    if verb.morph != "past" or doc.map is None:
        return False
    start, end = doc.map.back(*verb.core)
    return _U in doc.page.text[start : end - 1]


_DOUBLED = "\u0651"
"""The sign that tells a drone («مسيّرة») from a march («مسيرة»), which are written alike without it."""


def doubled(view: View, mark: Mark) -> bool:
    """Tell whether the page doubles a letter that the word meant has single: «مسيّرة» no march, «وعدّ» no promise."""
    doc = view.doc
    rows = [m for m in view.of("grammar") if m.cells["use"] == "undoubled" and m.core[0] == mark.core[0]]
    single = mark.cells["type"] == "PROTEST" or any(m.core == mark.core for m in rows)
    if not single or doc.map is None:
        return False
    start, end = doc.map.back(*mark.core)
    return _DOUBLED in doc.page.text[start : end + 1].split(" ")[0]


def charged(view: View, verb: Mark) -> bool:
    """Tell whether a verb of charging has no object, so that its subject is charged: «اتهموا بربط», «متهمين بالقتل».

    The matter stands right behind it, with «ب»; a name that begins so is its object («اتهم بوتين الغرب»).
    """
    if _CHARGING not in (verb.cells.get("frame"), verb.cells.get("verb")) or verb.suffix.endswith(_POINTING):
        return False
    behind = view.words(verb.end, view.end)[:1]
    if not behind or not view.text(*behind[0]).startswith("ب") or view.text(verb.end, behind[0][0]).strip():
        return False
    at = behind[0][0]
    return not any(m.core[0] == at and m.kind not in _OPENING for m in view.marks)
