"""Who a name means: people of the register by a name in any script and spelling, the likeliest first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache

from msgspec import Struct

from rasad.model import Entity
from rasad.packs.register import Register
from rasad.packs.rows import read_rows
from rasad.packs.sounds import parts, plain, script_of, sounds

SAME, SAME_WORDS, TURNED, FAMILY, SAME_SOUND, SOME_WORDS, PART_OF = 1.0, 0.97, 0.95, 0.9, 0.85, 0.75, 0.6
"""How good a name fits: by its letters; its words; its words turned round; as the last words of a longer one; by its
sound; as some words of a longer one; by the sound of some words."""
SHORT, WEAK = 0.01, 0.02
"""What a short name and a shared one count less than a full one."""
ALIKE = 0.2
"""What the likeness of the letters adds where only the sound is the same."""
_MANY = 1000.0
"""News pages of ten thousand: a person on so many is as well known as any."""


class Hit(Struct, frozen=True):
    """A person whom a name may mean: how good it fits (at most 1), and the row's form that it fits."""

    entity: Entity
    fit: float
    form: str


class _Form(Struct, frozen=True):
    person: str
    text: str
    loss: float
    words: tuple[str, ...]
    heard: tuple[frozenset[str], ...]
    written: str = ""


def find(name: str, register: Register, most: int = 5) -> tuple[Hit, ...]:
    """Give the people a name may mean, the best fitting and best known first.

    >>> from rasad.packs import load
    >>> [find(n, load().register)[0].entity.id for n in ("قاليباف", "Mohammad Baqer Qalibaf", "Ghalibaf, M. B.")]
    ['per-mohammad-bagher-ghalibaf', 'per-mohammad-bagher-ghalibaf', 'per-mohammad-bagher-ghalibaf']
    """
    return tuple(Hit(register.people[person], fit, form) for person, fit, form in likely(name, most))


def likely(name: str, most: int) -> tuple[tuple[str, float, str], ...]:
    """Give the ids of the people a name may mean, each with how good it fits and the form that it fits."""
    words = tuple(word for word in parts(name) if len(word) > 1 or script_of(word) == "arabic")
    if not words:
        return ()
    asked = _Form("", _letters(name), 0.0, words, tuple(map(sounds, words)))
    best: dict[str, tuple[float, str]] = {}
    for form in _near(asked):
        fit = _fit(asked, form)
        if fit > best.get(form.person, (0.0, ""))[0]:
            best[form.person] = (fit, form.written)
    known = _known()
    ranked = sorted(best.items(), key=lambda b: (-round(b[1][0] + known.get(b[0], 0.0), 8), b[0]))
    return tuple((person, round(fit, 3), form) for person, (fit, form) in ranked[:most])


def _letters(name: str) -> str:
    return "".join(c for c in plain(name) if c.isalpha())


def _fit(asked: _Form, form: _Form) -> float:
    """Tell how well a name fits a form, 0 to 1; sounds count by how like the letters are."""
    if asked.text == form.text:
        return SAME - form.loss
    if asked.words == form.words:
        return SAME_WORDS - form.loss
    if sorted(asked.words) == sorted(form.words):
        return TURNED - form.loss
    some, others = (asked, form) if len(asked.words) <= len(form.words) else (form, asked)
    if others.words[-len(some.words) :] == some.words:
        return (FAMILY if some is asked else SOME_WORDS) - form.loss
    if set(some.words) <= set(others.words):
        return SOME_WORDS - form.loss
    within = _within(some, others)
    if (len(some.words) == len(others.words) and within) or _whole(asked) & _whole(form):
        return SAME_SOUND - ALIKE + ALIKE * _alike(asked, form) - form.loss
    if not within:
        return 0.0
    last = ALIKE / 2 if asked.heard[-1] & form.heard[-1] else 0.0
    share = len(some.words) / len(others.words)
    return PART_OF - ALIKE + ALIKE * (_alike(asked, form) + share) / 2 + last - form.loss


def _alike(asked: _Form, form: _Form) -> float:
    """Tell how like the letters are; a Latin name and a native form are compared by the person's Latin name."""
    if script_of(asked.text) == script_of(form.text):
        return SequenceMatcher(None, asked.text, form.text).ratio()
    if script_of(asked.text) == "arabic":
        return 0.5
    words = _latin()[form.person]
    size = len(form.words)
    runs = ["".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1))]
    return max(SequenceMatcher(None, asked.text, run).ratio() for run in runs)


def _within(some: _Form, others: _Form) -> bool:
    """Tell whether every word of one name is heard in the other, each in a word of its own."""
    left = list(others.heard)
    for heard in some.heard:
        found = next((other for other in left if heard & other), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _whole(form: _Form) -> set[str]:
    """Give what the words sound like in one: «محمدجواد» is «محمد جواد»."""
    ways = {""}
    for heard in form.heard:
        ways = {(way + one if way[-1:] != one[:1] else way + one[1:]) for way in ways for one in heard}
        if len(ways) > 200:
            break
    return ways


def _near(asked: _Form) -> Iterable[_Form]:
    """Give the forms that share a word's sound, or the sound of the whole, with what is asked for."""
    by_sound, by_whole, by_text = _index()
    found: dict[int, _Form] = {id(form): form for form in by_text.get(asked.text, ())}
    for heard in asked.heard:
        for way in heard:
            found.update((id(form), form) for form in by_sound.get(way, ()))
    for way in _whole(asked):
        found.update((id(form), form) for form in by_whole.get(way, ()))
    return found.values()


@cache
def _index() -> tuple[dict[str, list[_Form]], ...]:
    """Index the forms by the sound of each word, by the sound of the whole, and by the letters."""
    by_sound: dict[str, list[_Form]] = defaultdict(list)
    by_whole: dict[str, list[_Form]] = defaultdict(list)
    by_text: dict[str, list[_Form]] = defaultdict(list)
    for form in _forms():
        by_text[form.text].append(form)
        for heard in form.heard:
            for way in heard:
                by_sound[way].append(form)
        for way in _whole(form):
            by_whole[way].append(form)
    return by_sound, by_whole, by_text


def _forms() -> Iterator[_Form]:
    losses = {"full": 0.0, "short": SHORT, "weak": WEAK}
    named = [(row["id"], row["english"], "full") for row in read_rows("actors/people.tsv")]
    named += [(row["id"], row["form"], row["use"]) for row in read_rows("actors/person_names.tsv")]
    for person, text, use in named:
        if words := parts(text):
            yield _Form(person, _letters(text), losses[use], words, tuple(map(sounds, words)), text)


@cache
def _latin() -> dict[str, tuple[str, ...]]:
    return {row["id"]: parts(row["english"]) for row in read_rows("actors/people.tsv")}


@cache
def _known() -> dict[str, float]:
    """Give how well known each person is: on how many pages, then by how many names; it decides between equals only."""
    names = Counter(row["id"] for row in read_rows("actors/person_names.tsv"))
    pages = {row["id"]: int(row["pages"]) for row in read_rows("plover/name_frequency.tsv")}
    return {person: SHORT * min(1.0, (pages.get(person, 0) + count / 100) / _MANY) for person, count in names.items()}
