"""Marks that name nobody where they stand: ends of longer names, given names, adjectives, the country of a town."""

from collections.abc import Iterator
from functools import cache, lru_cache

from rasad.grammar.complements import indefinite_objects
from rasad.grammar.name_nouns import needs, words_of
from rasad.grammar.view import View, tight
from rasad.model import Document, Mark
from rasad.packs import Packs
from rasad.packs.everyday import bare, is_everyday, is_strange
from rasad.packs.sounds import parts, sounds
from rasad.tokens import fold

_BEFORE = 24
"""Code points before a word in which the word before it stands."""
_FORMS = 20_000
"""Forms of rows, of which a language has fewer that name a body or a post."""
_HEADS = ("office", "organ", "group", "country", "org", "person", "title", "marker", "speech")
"""Kinds of marks behind which an adjective is no other's, or opens a phrase of its own."""
_NOUNS = ("group", "office", "organ", "org")
_OWNED = ("owner", "article")
_OWNERS = ("country", "org", "person", "given", "title")
_DELEGATION = "delegation"
_LANDS = ("that_country", "this_country")
_PLACES = ("place_noun", "that_country", "this_country", "demonstrative")
"""Uses of words that a place begins with: «غرب [شهر] کابل», «غرب [این] شهر»."""
_PEOPLED = ("office", "organ", "group")
_GIVEN = ("given", "title", "word")
_SMALL = frozenset({
    "complementiser", "demonstrative", "some", "some_people", "also", "since", "subordinate", "foremost", "own",
    "pronoun", "other", "of",
})  # fmt: skip
"""Uses of small words, which no adjective describes."""
_BODIES = ("organ", "org", "group")
_VERBAL = ("light", "helper", "modality", "attribution")
_FEMININE = "ه"
"""The ending of Arabic adjectives of things, folded."""
_OWNED_ENDS = ("اتها", "اتهم", "اتهما", "اتنا")
"""Endings that make an Arabic noun definite as an article does: «[علاقاتها] الدبلوماسية»."""
_BEFALLING = ("ASSAULT", "COERCE")
"""Types of deeds whose noun stands before whom they befall: «قتل جوانی», «بازداشت تاجری»."""
_OF = "ی"
"""The ending of Persian adjectives made of nouns."""


def real(view: View, lands: frozenset[str], opening: int, packs: Packs) -> Iterator[Mark]:
    """Give the marks of a sentence that may name somebody.

    `lands` are the countries of the page, `opening` is where the dateline of the sentence ends.
    """
    for mark in view.marks:
        if mark.kind == "org" and mark.end <= opening:
            continue
        if mark.kind == "person":
            decoy = _of_longer_name(view, mark) or _is_given(view, mark, packs) or _is_a_word(view, mark, lands, packs)
        elif mark.kind == "country":
            decoy = _of_unknown_place(view, mark) or _of_another(view, mark)
        elif mark.kind == "place":
            decoy = any(m.cells["use"] == "named_day" and m.start < mark.start < m.end for m in view.of("grammar"))
        elif mark.kind == "title":
            decoy = _is_something(view, mark)
        else:
            decoy = mark.kind in _NOUNS and (
                _describes(view, mark)
                or _counts_others(view, mark)
                or _of_another_state(view, mark, packs)
                or _is_incomplete(view, mark)
                or _is_something(view, mark)
                or _is_family(view, mark)
                or _is_verbal(view, mark)
            )
        if not decoy:
            yield mark


def lands_of(doc: Document, packs: Packs) -> frozenset[str]:
    """Give the countries that a page names itself or by a place, a body or somebody named in full."""
    register = packs.register
    tables = {"place": register.places, "org": register.organisations, "person": register.people}
    found = {m.cells["iso3"] for m in doc.marks if m.kind == "country"}
    for mark in doc.marks:
        entity = tables[mark.kind].get(mark.cells["id"]) if mark.kind in tables else None
        if entity is not None and entity.country and (mark.kind != "person" or mark.cells["use"] == "full"):
            found.add(entity.country)
    return frozenset(found | ({doc.publisher.country} if doc.publisher and doc.publisher.country else set()))


def _of_unknown_place(view: View, mark: Mark) -> bool:
    """Tell whether an adjective says where a place lies that no row knows: «مدينة فورتسبرغ [الألمانية]»."""
    if view.doc.lang != "ar" or not mark.cells["use"].startswith("demonym") or not mark.prefix.endswith(_article("ar")):
        return False
    before = view.words(max(view.start, mark.start - 2 * _BEFORE), mark.start)[-1:]
    if not before or any(m.start <= before[0][0] < m.end for m in view.marks if m.kind != "given"):
        return False
    nouns = (m for m in view.of("grammar") if m.cells["use"] == "place_noun" and m.end < before[0][0])
    return any(tight(view.doc.folded, noun.end, before[0][0]) for noun in nouns)


def _of_another(view: View, mark: Mark) -> bool:
    """Tell whether a hostile name is another state's: «الاحتلال [الفرنسي]»."""
    if mark.cells["use"] != "hostile":
        return False
    behind = [m for m in view.of("country") if m.start == mark.end + 1 and m.cells["use"].startswith("demonym")]
    return any(m.cells["iso3"] != mark.cells["iso3"] and m.prefix == "ال" for m in behind)


def _of_longer_name(view: View, mark: Mark) -> bool:
    """Tell whether a short name is the end of a name that nobody of the register has: «باديس بن صالح»."""
    if mark.cells["use"] == "full" or view.text(*mark.core).split(" ")[0] not in words_of(view.doc.lang, "son"):
        return False
    words = view.words(view.start, mark.core[0])
    if not words:
        return False
    start, end = words[-1]
    known = any(m.start <= start < m.end for m in view.marks if m.kind != "given")
    return view.text(end, mark.core[0]) == " " and not known


def _is_given(view: View, mark: Mark, packs: Packs) -> bool:
    """Tell whether a short name is somebody's given name, with a family name behind it: «نصرالله کوهستانی»."""
    servant = view.text(*mark.core).split(" ")[0] in words_of(view.doc.lang, "servant")
    short = mark.cells["use"] != "full" and any(m.core == mark.core for m in view.of("given"))
    if not servant and not short:
        return False
    behind = view.words(mark.core[1], view.end)[:1]
    if not behind or view.text(mark.core[1], behind[0][0]) != " ":
        return False
    if view.text(*behind[0]) in words_of(view.doc.lang, "son"):
        return True
    if any(m.start == behind[0][0] for m in view.marks):
        return False
    word, name = view.doc.reading[slice(*behind[0])], packs.register.people[mark.cells["id"]].name
    own = any(way in sounds(word) for part in parts(name) for way in sounds(part))
    return word.isalpha() and not own and not is_everyday(word, view.doc.lang)


def _is_a_word(view: View, mark: Mark, lands: frozenset[str], packs: Packs) -> bool:
    """Tell whether a short name is the everyday word that it also is: «سمك الأسد» where nothing else is of Syria."""
    person = packs.register.people.get(mark.cells["id"])
    if mark.cells["use"] == "full" or person is None or person.country is None or person.country in lands:
        return False
    before = view.words(max(view.start, mark.start - _BEFORE), mark.start)[-1:]
    if not mark.prefix or not before or any(m.start <= before[0][0] < m.end for m in view.marks):
        return False
    return is_everyday(view.doc.reading[slice(*mark.core)], view.doc.lang)


def of_towns(view: View, packs: Packs) -> frozenset[int]:
    """Give where countries start that only say where the town right before them lies: «درنة الليبية», «موصل عراق»."""
    arabic = view.doc.lang == "ar"
    countries = [m for m in view.of("country") if not arabic or m.cells["use"].startswith("demonym")]
    return frozenset(
        country.start
        for town in view.of("place")
        for country in countries
        if packs.register.places[town.cells["id"]].country == country.cells["iso3"]
        and tight(view.doc.folded, town.end, country.start)
    )


def _describes(view: View, mark: Mark) -> bool:
    """Tell whether a noun of people is an adjective of the thing before it: «مذاکرات تجاری», «العلاقات الدبلوماسية»."""
    if mark.kind == "org":
        return False
    if mark.prefix.endswith(_article("ar")) and mark.suffix in indefinite_objects():
        return True  # «استقبل [الرئيس وفدا]»: no word has an article and the ending of an indefinite object
    persian = view.doc.lang == "fa"
    if (persian and mark.suffix != _OF) or not view.text(mark.start, mark.end).endswith("" if persian else _FEMININE):
        return False
    before = view.words(max(view.start, mark.start - _BEFORE), mark.start)[-1:]
    if not before or not tight(view.doc.folded, before[0][1], mark.start):
        return False
    start, end = before[0]
    headed = [m for m in view.marks if m.kind in _HEADS]
    over = [m for m in view.marks if m.start <= start < m.end]
    if persian and view.text(start, end) in words_of("fa", "and"):
        first = view.words(max(view.start, start - _BEFORE), start)[-1:]  # «همکاری‌های اقتصادی و [تجاری]»
        alone = bool(first) and first[0][1] == start - 1 and not any(m.start <= first[0][0] < m.end for m in headed)
        return alone and mark.kind == "group" and view.text(*first[0]).endswith(_OF)
    heads = [m for m in over if m.kind in _HEADS]
    if heads and not (persian and all(m.cells.get("organ") == _DELEGATION for m in heads)):
        return False
    if persian:
        befell = any(m.kind == "trigger" and m.cells["type"] in _BEFALLING for m in over)
        somebody = mark.cells.get("kind") == "population" and befell
        noun = not any(m.kind in _VERBAL or (m.kind == "grammar" and m.cells["use"] in _SMALL) for m in over)
        return mark.kind != "organ" and not somebody and noun
    owner, adjective = view.text(start, end), view.text(mark.start, mark.end)
    return adjective.startswith(_article("ar")) and (owner.startswith(_article("ar")) or owner.endswith(_OWNED_ENDS))


def _of_another_state(view: View, mark: Mark, packs: Packs) -> bool:
    """Tell whether a short name of a body is here that of the state behind it: «[کنگره] گواتمالا», «کنگره این کشور»."""
    if mark.kind != "org" or mark.cells["use"] != "weak":
        return False
    land = packs.register.organisations[mark.cells["id"]].country
    organ = any(m.kind == "organ" and m.core == mark.core for m in view.marks)
    named = [m for m in view.of("country") if tight(view.doc.folded, mark.end, m.start)]
    theirs = [m for m in view.of("grammar") if m.cells["use"] == "that_country"]
    theirs = [m for m in theirs if tight(view.doc.folded, mark.end, m.start)]
    return organ and (any(m.cells["iso3"] != land for m in named) or bool(theirs))


def _counts_others(view: View, mark: Mark) -> bool:
    """Tell whether a crowd only counts those behind it, whom a row knows: «[چند تن] از فرماندهان»."""
    if mark.kind != "group":
        return False
    bodies = [m.start for m in view.of("grammar") if m.cells["use"] == "this_group"]
    if any(tight(view.doc.folded, mark.end, at) for at in bodies):
        return True  # «[جنگجویان] این گروه»: it is the group that acts
    if mark.prefix == "و":
        return False  # «بين الجيش [ومسلحين] من عشائر لبنانية»: «and» joins it to the other side
    parts = [m for m in view.of("marker") if m.cells["marker"] == "part" and m.start == mark.start and mark.end < m.end]
    heads = [m.start for m in view.marks if m.kind in _NOUNS]
    return any(tight(view.doc.folded, part.end, at) for part in parts for at in heads)


def _is_incomplete(view: View, mark: Mark) -> bool:
    """Tell whether a noun lacks its owner, or has another one, behind it: «إدارة المعهد», «مجمع عمومی اهل بیت»."""
    need = _need(mark.cells["form"], view.doc.lang)
    if need is None:
        return False
    if need == "first":
        return _behind_definite(view, mark)
    if need == "article" and mark.prefix.endswith(_article("ar")):
        return False
    if need == "quarter" and mark.suffix == _OF and _of_quarter(view, mark):
        return True
    behind = view.words(mark.end, min(view.end, mark.end + _BEFORE))[:1]
    if not behind or not tight(view.doc.folded, mark.end, behind[0][0]):
        return need in _OWNED
    over = [m for m in view.marks if m.start <= behind[0][0] < m.end]
    if need in _OWNED:
        return not any(m.kind in _OWNERS for m in over)
    if need == "quarter":
        before = view.words(max(view.start, mark.start - _BEFORE), mark.start)[-1:]
        led = bool(before) and tight(view.doc.folded, before[0][1], mark.start)
        if before and any(m.kind in _PEOPLED and m.start <= before[0][0] < m.end for m in view.marks):
            return False  # «مقامات [غربی] ایران را متهم کردند»
        if any(m.kind == "grammar" and m.cells["use"] in _LANDS for m in over):
            return True  # «حماه، [غرب] این کشور»
        return (led or mark.suffix == _OF) and any(m.kind in ("country", "place") or _heads_place(m) for m in over)
    if need == "led":
        return any(m.kind in _BODIES and m.cells.get("sector") != "LEG" for m in over)
    if view.doc.lang == "fa":
        return all(m.kind == "word" and m.cells["use"] == "stop" for m in over)
    return view.text(*behind[0]).startswith(tuple(words_of("ar", "of"))) and not any(m.kind in _OWNERS for m in over)


def _heads_place(mark: Mark) -> bool:
    return mark.kind == "grammar" and mark.cells["use"] in _PLACES


def _of_quarter(view: View, mark: Mark) -> bool:
    """Tell whether «western» is of a place or of a pair of quarters: «بقاع [غربی]», «آذربایجان شرقی و [غربی]»."""
    words = view.words(max(view.start, mark.start - _BEFORE), mark.start)[-1:]
    if not words or not tight(view.doc.folded, words[0][1], mark.start):
        return False
    before = words[0]
    if view.text(*before) in words_of(view.doc.lang, "side"):
        return True  # «شمال [غربی] کشور»
    if view.text(*before) in words_of(view.doc.lang, "and"):
        first = view.words(max(view.start, before[0] - _BEFORE), before[0])[-1:]
        return bool(first) and view.text(*first[0]) in words_of(view.doc.lang, "quarter")
    over = [m for m in view.marks if m.start <= before[0] < m.end]
    return any(m.kind == "place" for m in over) or (
        not over and is_strange(view.doc.reading[slice(*before)], view.doc.lang)
    )


@lru_cache(_FORMS)
def _need(form: str, lang: str) -> str | None:
    return needs(lang).get(fold(bare(form, lang)))


def _is_family(view: View, mark: Mark) -> bool:
    """Tell whether a noun of people is the family name behind a given one: «عباس [کشاورز]»."""
    if view.doc.lang != "fa" or mark.kind != "group" or mark.suffix or " " in view.text(*mark.core):
        return False
    if not any(tight(view.doc.folded, m.end, mark.start) for m in view.of("given") if m.end <= mark.start):
        return False
    over = [m for m in view.marks if m.end <= mark.start and tight(view.doc.folded, m.end, mark.start)]
    return all(m.kind in _GIVEN or m.cells.get("use") == "weak" for m in over)


def _is_verbal(view: View, mark: Mark) -> bool:
    """Tell whether a noun of people is the noun of a verb: «در نشست [شرکت] کرد»."""
    if view.doc.lang != "fa" or not any(m.cells["use"] == "part" and m.core == mark.core for m in view.of("grammar")):
        return False
    return any(tight(view.doc.folded, mark.end, m.start) for m in view.of("light") if m.start >= mark.end)


def _behind_definite(view: View, mark: Mark) -> bool:
    """Tell whether a word with an article stands right behind another that names nobody: «الحزب الدستوري [الحاكم]»."""
    before = view.words(max(view.start, mark.start - _BEFORE), mark.start)[-1:]
    if not before or not mark.prefix.endswith(_article("ar")) or not tight(view.doc.folded, before[0][1], mark.start):
        return False
    headed = any(m.start <= before[0][0] < m.end for m in view.marks if m.kind in _HEADS)
    return not headed and view.text(*before[0]).startswith(_article("ar"))


def _is_something(view: View, mark: Mark) -> bool:
    """Tell whether a word and the one beside it are no post together: «على [ملك] شركة», «[الملك] العمومي»."""
    if mark.kind not in ("office", "title", "group", "organ") or view.doc.lang != "ar":
        return False
    never = _never("ar")
    own = bare(view.text(mark.start, mark.end), "ar")
    before = view.words(max(view.start, mark.start - _BEFORE), mark.start)[-1:]
    behind = view.words(mark.end, min(view.end, mark.end + _BEFORE))[:1]
    beside = [f"{view.text(*w)} {own}" for w in before] + [f"{own} {view.text(*w)}" for w in behind]
    return any(fold(words) in never for words in (own, *beside))


@cache
def _never(lang: str) -> frozenset[str]:
    return frozenset(form for form, need in needs(lang).items() if need == "never")


def _article(lang: str) -> tuple[str, ...]:
    return tuple(words_of(lang, "article"))
