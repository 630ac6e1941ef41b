"""Phrases that Arabic «and» joins into one list."""

from collections.abc import Sequence

from msgspec.structs import replace

from rasad.grammar.view import View
from rasad.model import Mention

_AMONG = 5
"""Words from a list to one of those it includes («مدن عدة بينها X»)."""
_ARMED = frozenset({"MIL", "COP", "REB", "UAF", "PRM"})
"""Sectors of men who act for a body; demonstrators are none of a party's."""
_SENT = frozenset({"envoy", "special_envoy", "adviser", "spokesperson", "representative", "deputy", "aide"})
"""Posts of those who act for the person named right behind them."""
_WORD_BEFORE = 20
"""Code points before a word in which the word before it stands."""
_OWN_NOUNS = 3
"""Words between men and their body: «of», and nouns such as «cells»."""


def first_joined(view: View, before: list[Mention]) -> Mention:
    """Give the first of the phrases that «and» joins to the last one («السعودية ومصر والإمارات أعلنت»)."""
    first = before[-1]
    for mention in reversed(before[:-1]):
        if not joined(view, mention, first):
            break
        first = mention
    return first


def joined(view: View, previous: Mention, mention: Mention) -> bool:
    """Tell whether «and» joins two phrases, also «and especially»."""
    gap = view.text(previous.end, mention.start).strip(" «»\"'()")
    conjoined = mention.name[0] > mention.start and view.text(mention.start, mention.start + 1) == "و"
    among = mention.marker == "including" and len(gap.split()) <= _AMONG
    return (gap == "" and conjoined and mention.start > previous.end) or gap == "و" or among


def of_bodies(view: View, phrases: Sequence[Mention]) -> list[Mention]:
    """Take men of a body for the body: «مسلحان من خلايا [تنظيم X]», «جندي من [الجيش اللبناني]»."""
    found: list[Mention] = []
    for mention in phrases:
        last = found[-1] if found else None
        if last is not None and mention.marker in ("", "from") and _are_of(view, last, mention):
            mention = replace(mention, marker=last.marker, start=last.start)
            found.pop()
        found.append(mention)
    return found


def of_two_nations(view: View, phrases: Sequence[Mention]) -> list[Mention]:
    """Give the state of a second nationality of a post or crowd: «مسؤولون سوريون [وروس]» are of both states."""
    found: list[Mention] = []
    for mention in phrases:
        last = found[-1] if found else None
        second = last is not None and last.head in ("office", "group", "organ") and mention.head == "adjective"
        if second and last is not None and joined(view, last, mention) and _is_nation(view, mention):
            mention = replace(mention, head="country", marker=last.marker)
        found.append(mention)
    return found


def _is_nation(view: View, mention: Mention) -> bool:
    """Tell whether a mention is no more than a nationality without article."""
    nation = any(m.core == mention.name and m.cells["use"].startswith("demonym") for m in view.of("country"))
    return nation and mention.head == "adjective" and not view.text(*mention.name).startswith("ال")


def sent_by(view: View, mention: Mention) -> bool:
    """Tell whether a person is only the one whose envoy or aide is meant: «مبعوث [الرئيس ترامب]، ستيف ويتكوف»."""
    if mention.marker or mention.head not in ("person", "office"):
        return False
    post = next((m for m in view.of("office") if m.end == mention.start - 1), None)
    return post is not None and post.cells["office"] in _SENT and not post.prefix.endswith("ال")


def belongs(view: View, mention: Mention) -> bool:
    """Tell whether a phrase only says to whom another one belongs: «دورية تابعة [لإدارة الأمن]»."""
    word = next((m for m in view.of("grammar") if m.cells["use"] == "belonging" and m.end == mention.start - 1), None)
    if word is None:
        return False
    before = view.words(max(view.start, word.start - _WORD_BEFORE), word.start)[-1:]
    aimed = bool(before) and view.text(*before[0]).startswith("ل")
    aims = [m for m in view.of("marker") if m.cells["marker"] in ("on", "against")]
    aims += [m for m in view.of("grammar") if m.cells["use"] == "target"]
    aims += [m for m in view.of("trigger") if m.morph in ("past", "present")]
    return not aimed and not any(bool(before) and m.end == before[0][0] - 1 for m in aims)  # «لمواقع تابعة [للأمن]»


def told_of(view: View, mention: Mention) -> bool:
    """Tell whether a nationality only describes the body or town before it: «"حزب الله" [اللبناني]».

    Between a town and its country an adjective may stand («مدينة ينبع الساحلية [السعودية]»).
    """
    if mention.marker or mention.head not in ("adjective", "country") or mention.members:
        return False
    if mention.place is not None and mention.place.id != mention.entity.id:
        return False
    before = [m for m in view.mentions if m.end < mention.start and m.head in ("org", "place")][-1:]
    if not before or before[0].entity.country != mention.entity.country:
        return False
    gap = view.text(before[0].end, mention.start).strip(" «»\"”").split()
    place = before[0].head == "place"
    definite = view.text(mention.start, mention.end).startswith("ال") and all(word.startswith("ال") for word in gap)
    return definite and (place or mention.head == "adjective") and len(gap) <= int(place)


def _are_of(view: View, men: Mention, body: Mention) -> bool:
    """Tell whether a crowd without article and «of» stand before a body, with no more than a noun of its between."""
    armed = men.head in ("group", "organ") and men.entity.sector in _ARMED
    if not armed or body.head not in ("org", "organ") or view.text(*men.name).startswith("ال"):
        return False
    gap = view.text(men.end, body.start).strip(" «“\"").split()
    described = men.head == "organ" and len(gap) > 1 and gap[0].endswith("ه")  # «قوات كبيرة من جيش X»
    return gap[described : described + 1] == ["من"] and len(gap) <= _OWN_NOUNS + described


def paused(view: View, previous: Mention, mention: Mention) -> bool:
    """Tell whether «and» joins two bodies or states behind a comma («قطعت السعودية، ودول أخرى، علاقاتها»)."""
    named = mention.head in ("country", "org", "organ") and previous.head in ("country", "org", "organ")
    return named and "".join(view.text(previous.end, mention.start + 1).split()) == "،و"
