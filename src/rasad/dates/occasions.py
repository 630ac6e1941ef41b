"""Which date of the page serves a report that names none: that of its speech, of its meeting, of the page's news.

Every rule gives the number of a date expression or nothing; what it gives is told in the derivation as shared.
"""

from bisect import bisect_right
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from rasad.dates.page_time import words_of
from rasad.model import VERBAL, DateMention, Document, Heard, Told
from rasad.tokens import fold
from rasad.within import beginning

_NEWS_TYPES = VERBAL | {"PROTEST"}
"""Types that, told in the lead, are of the day of the news; violence there is often what others speak of."""
_SPEECH_REACH = 3
"""Sentences before the sentence that names the day of a speech in which the speech may already be told."""
_NEWS_SENTENCES = 4
"""The day of the news is named in the first sentences behind the title."""
_ONLY_SENTENCES = 2
"""Sentences behind the only day of a page that go on with what happened then."""
_MEETING_SENTENCES = 5
"""Sentences over which a readout reports what was said in a meeting."""
_NEAR_SENTENCES = 3
"""Sentences over which a day holds for what the same actors do."""


class Shared(Struct, frozen=True):
    """A report with the date it names or shares, and why it shares it (empty where it names its own).

    `by` says that the date is that of the words by which it is known: it had happened by then.
    """

    told: Told
    why: str = ""
    by: bool = False


class Occasion(Struct, frozen=True):
    """What the rules see: the page and its reports, those that name a date first in the order of the text."""

    doc: Document
    dated: tuple[Told, ...]
    starts: tuple[int, ...]
    """Where the sentences start."""
    days: dict[int, list[int]]
    """The numbers of the dates of each sentence that has one."""

    def sentence_of(self, at: int) -> int:
        """Give the number of the sentence that a place lies in or behind."""
        return max(bisect_right(self.starts, at) - 1, 0)

    def told_in(self, told: Told) -> set[int]:
        """Give the numbers of the sentences that tell a report."""
        return {self.sentence_of(start) for start, _ in told.triggers}


def share_days(doc: Document) -> list[Shared]:
    """Give every report its date expression, its own or that of its occasion."""
    ahead = {n for n, date in enumerate(doc.dates) if (date.offset or 0) > 0 or (date.unit == "year" and date.day)}
    dated = (t for t in doc.told if t.date_mention is not None and t.status == "actual")
    page = _page(doc, tuple(t for t in dated if t.date_mention not in ahead))
    return [_shared(page, told) for told in doc.told]


def _page(doc: Document, dated: tuple[Told, ...]) -> Occasion:
    page = Occasion(doc, dated, tuple(s.start for s in doc.sentences), {})
    for number, date in enumerate(doc.dates):
        page.days.setdefault(page.sentence_of(date.start), []).append(number)
    return page


def _shared(page: Occasion, told: Told) -> Shared:
    if told.date_mention is not None and not _of_other_words(page, told):
        return Shared(told, by=_of_saying(page, told))
    told = replace(told, date_mention=None)
    if told.status != "actual" or _before_something(page.doc, told):
        return Shared(told)
    for why, rule in _RULES:
        number = rule(page, told)
        if number is not None:
            return Shared(replace(told, date_mention=number), why)
    return Shared(told)


def _before_something(doc: Document, told: Told) -> bool:
    """Tell whether a report is told as before something else («before his arrival, he ...»): it has no day of that."""
    start, at = doc.sentences[told.sentence].start, told.triggers[0][0]
    before = (m for m in beginning(doc.marks, start, at) if m.kind == "grammar")
    return any(words_of("dates/since.tsv", doc.lang).get(fold(m.cells["form"])) == "before" for m in before)


def _of_other_words(page: Occasion, told: Told) -> bool:
    """Tell whether the date stands inside of reported words and the event outside: then it is not the event's."""
    date = page.doc.dates[told.date_mention or 0]
    around = [h.content for h in page.doc.heard if h.content[0] <= date.start and date.end <= h.content[1]]
    if not around or page.sentence_of(date.start) not in page.told_in(told):
        return False
    return any(not any(start <= at and end <= stop for at, end in told.triggers) for start, stop in around)


def _of_saying(page: Occasion, told: Told) -> bool:
    """Tell whether the date is that of the saying («said on Monday that ...»), and the event a deed that was told."""
    if told.type in VERBAL or told.status != "actual":
        return False
    date = page.doc.dates[told.date_mention or 0]
    number = page.sentence_of(date.start)
    for heard in page.doc.heard:
        start, end = heard.content
        outside = heard.sentence == number and not start <= date.start < end
        if outside and any(start <= first and last <= end for first, last in told.triggers):
            return True
    return False


def _of_speech(page: Occasion, told: Told) -> int | None:
    """Give the day on which its speaker spoke: that named last before it, else shortly after it."""
    if told.type not in VERBAL:
        return None
    spoken = [(h, n) for h in page.doc.heard if _speaks(h, told) for n in _days_of_speech(page, h)]
    before = [(h.sentence, n) for h, n in spoken if h.sentence <= told.sentence]
    after = [(h.sentence, n) for h, n in spoken if told.sentence < h.sentence <= told.sentence + _SPEECH_REACH]
    return max(before)[1] if before else min(after)[1] if after else None


def _speaks(heard: Heard, told: Told) -> bool:
    """Tell whether the speaker of a statement is the actor of a verbal act, or speaks for the state that is."""
    for party in told.actors:
        if party.entity.id == heard.speaker.id:
            return True
        official = heard.speaker.kind in ("person", "government")
        if party.entity.kind == "government" and official and party.entity.country == heard.speaker.country is not None:
            return True
    at = told.triggers[0]
    return heard.content[0] <= at[0] and at[1] <= heard.content[1]


def _days_of_speech(page: Occasion, heard: Heard) -> list[int]:
    """Give the days named in the sentence of a statement before what is said."""
    dates = [(number, page.doc.dates[number]) for number in page.days.get(heard.sentence, ())]
    return [number for number, date in dates if date.start < heard.content[0] and is_day(date)]


def _of_actors(page: Occasion, told: Told) -> int | None:
    """Give the day of what one of its actors did shortly before."""
    ids = {p.entity.id for p in told.actors}
    for other in reversed(page.dated):
        near = 0 <= told.sentence - other.sentence <= _NEAR_SENTENCES
        shared = ids & {p.entity.id for p in (*other.actors, *other.recipients)}
        if near and shared and is_day(page.doc.dates[other.date_mention or 0]):
            return other.date_mention
    return None


def _of_own_sentence(page: Occasion, told: Told) -> int | None:
    """Give the last day named before it in the sentence: a clause between does not take it from the main verb."""
    dates = page.days.get(told.sentence, ())
    at = told.triggers[0][0]
    before = [n for n in dates if page.doc.dates[n].start < at and is_day(page.doc.dates[n])]
    return before[-1] if before else None


def _of_sentence_before(page: Occasion, told: Told) -> int | None:
    """Give the only day named in the sentence directly before, in the same paragraph."""
    sentences = page.doc.sentences
    before = told.sentence - 1
    if before < 0 or sentences[before].paragraph != sentences[told.sentence].paragraph:
        return None
    days = [n for n in page.days.get(before, ()) if is_day(page.doc.dates[n])]
    return days[0] if len(days) == 1 else None


def _of_meeting(page: Occasion, told: Told) -> int | None:
    """Give the day of a meeting or protest just told to what the countries that met, or the protesters, say there."""
    countries = {p.entity.country for p in told.actors} - {None}
    many = any(p.entity.kind in ("population", "group") for p in told.actors)
    for other in reversed(page.dated):
        near = any(0 <= told.sentence - n <= _MEETING_SENTENCES for n in page.told_in(other))
        if near and told.type in VERBAL and (other.type == "CONSULT" or (other.type == "PROTEST" and many)):
            met = _countries_in(page.doc, other.sentence)
            if countries and countries <= met and is_day(page.doc.dates[other.date_mention or 0]):
                return other.date_mention
    return None


def _countries_in(doc: Document, number: int) -> set[str | None]:
    """Give the countries of everyone that a sentence names."""
    sentence = doc.sentences[number]
    return {m.entity.country for m in doc.mentions if sentence.start <= m.start < sentence.end}


def _of_only_day(page: Occasion, told: Told) -> int | None:
    """Give the only day that the article names to what goes on directly behind, told by the same voice."""
    days = [n for n, date in enumerate(page.doc.dates) if is_day(date)]
    if len(days) != 1 or page.doc.dates[days[0]].kind == "day":
        return None
    speakers = _speakers_of(page.doc, told.triggers[0][0])
    if speakers and not speakers & _speakers_of(page.doc, page.doc.dates[days[0]].start):
        return None
    behind = told.sentence - page.sentence_of(page.doc.dates[days[0]].start)
    return days[0] if 1 <= behind <= _ONLY_SENTENCES else None


def _speakers_of(doc: Document, at: int) -> set[str]:
    """Give whose words a place belongs to, officials by their state; nobody's for what the article tells itself."""
    speakers = [heard.speaker for heard in doc.heard if heard.content[0] <= at < heard.content[1]]
    return {s.country if s.country and s.kind != "person" else s.id for s in speakers}


def _of_title(page: Occasion, told: Told) -> int | None:
    """Give the time that the title sets over the whole page («Central Asia in the last 24 hours»)."""
    if not page.doc.sentences or page.doc.sentences[0].part != "title":
        return None
    return next((n for n in page.days.get(0, ()) if page.doc.dates[n].kind == "period"), None)


def _of_news(page: Occasion, told: Told) -> int | None:
    """Give the day of the page's news to what title and lead tell: that named with an actor of it, else the first."""
    doc = page.doc
    bodies = [n for n, s in enumerate(doc.sentences) if s.part != "title"][:_NEWS_SENTENCES]
    headed = _in_lead(page, told) or (told.main and told.sentence in bodies)
    if not headed or not (told.main or told.type in _NEWS_TYPES):
        return None
    planned = {t.date_mention for t in doc.told if t.status != "actual"}
    found = [(number, n) for number in bodies for n in page.days.get(number, ())]
    days = [(number, n) for number, n in found if is_day(doc.dates[n]) and n not in planned]
    ids = {p.entity.id for p in told.actors}
    named = [n for number, n in days if ids & _named_in(doc, number)]
    chosen = named[0] if named else days[0][1] if days else None
    return None if chosen is None or (doc.dates[chosen].kind == "weekday" and doc.dates[chosen].offset) else chosen


def _named_in(doc: Document, number: int) -> set[str]:
    """Give the ids of everyone a sentence names, also within the name of a post."""
    sentence = doc.sentences[number]
    mentions = beginning(doc.mentions, sentence.start, sentence.end)
    marks = beginning(doc.marks, sentence.start, sentence.end)
    return {m.entity.id for m in mentions} | {m.cells["id"] for m in marks if "id" in m.cells}


_RULES: tuple[tuple[str, Callable[[Occasion, Told], int | None]], ...] = (
    ("the day of the same speech", _of_speech),
    ("the day of what the same actor did", _of_actors),
    ("the day of the meeting", _of_meeting),
    ("the day named in the sentence", _of_own_sentence),
    ("the day named directly before", _of_sentence_before),
    ("the only day that the page names", _of_only_day),
    ("the time that the title sets", _of_title),
    ("the day of the page's news", _of_news),
)


def is_day(date: DateMention) -> bool:
    """Tell whether an expression names a day near the page: today, yesterday, a weekday, a full date."""
    if date.kind == "relative":
        return date.unit == "day" and date.offset in (0, -1, -2)
    return date.kind in ("weekday", "day") or (date.kind == "day_month" and date.offset in (None, 0))


def _in_lead(page: Occasion, told: Told) -> bool:
    return any(page.doc.sentences[n].part in ("title", "lead") for n in page.told_in(told))
