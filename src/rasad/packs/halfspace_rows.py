"""The rows by which half-spaces are found missing, folded and made into patterns."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import ahocorasick
from msgspec import Struct

from rasad.packs.rows import read_rows
from rasad.spacing import LETTERS
from rasad.tokens import ZWNJ, fold

NOT_JOINING = frozenset("اآأإدذرزژوؤةء")
"""After these a joined word looks as it should; a half-space would change nothing but the bytes."""

# The personal endings of the language's two stems; the bare past stem is the third person.
_PRESENT_ENDINGS = ("م", "ی", "د", "یم", "ید", "ند")
_PAST_ENDINGS = ("", "م", "ی", "یم", "ید", "ند", "ه")
_ENDINGS = (
    "plural", "comparative", "after_heh", "after_participle", "after_participle_joined", "after_person", "after_silent",
    "second_apart", "second",
)  # fmt: skip
# Those that stand apart where the half-space became a space.
_APART = ("plural", "comparative", "after_heh", "after_participle", "second_apart")
_HEH = "ه"


class HalfSpaceRows(Struct, frozen=True):
    """The rows, folded, so that a word is found in any of its spellings."""

    plural: tuple[str, ...]
    comparative: tuple[str, ...]
    after_heh: tuple[str, ...]
    after_participle: tuple[str, ...]
    after_participle_joined: tuple[str, ...]
    after_person: tuple[str, ...]
    after_silent: tuple[str, ...]
    second_apart: tuple[str, ...]
    second: tuple[str, ...]
    endings: frozenset[str]
    finite: frozenset[str]
    participles: frozenset[str]
    heh: frozenset[str]
    adjectives: frozenset[str]
    keep: frozenset[str]
    joined: dict[str, tuple[int, ...]]
    longest: int
    verb: re.Pattern[str]
    before_mi: re.Pattern[str]
    spaced_verb: re.Pattern[str]
    apart: re.Pattern[str]
    spaced: ahocorasick.Automaton


@cache
def half_space_rows() -> HalfSpaceRows:
    """Read the rows, once."""
    forms: dict[str, list[str]] = {}
    for row in read_rows("fa/repair.tsv"):
        forms.setdefault(row["kind"], []).append(fold(row["form"]))
    longest_first = {kind: tuple(sorted(set(found), key=lambda f: (-len(f), f))) for kind, found in forms.items()}
    compounds = [(fold(row["form"]), row["spaced"] == "yes") for row in read_rows("fa/halfspaces.tsv")]
    joined = {form.replace(ZWNJ, ""): places for form, _ in compounds if (places := _places(form))}
    preverbs, mi = "|".join(longest_first["preverb"]), "|".join(longest_first["mi"])
    apart = [ending for kind in _APART for ending in longest_first[kind]]
    return HalfSpaceRows(
        **{kind: longest_first[kind] for kind in _ENDINGS},
        endings=frozenset(longest_first["ending"] + longest_first["plural"]),
        finite=frozenset(_finite(forms)),
        participles=frozenset(
            before + stem + _HEH for stem in forms["past"] for before in ("", "ن", *longest_first["preverb"])
        ),
        heh=frozenset(forms["heh"]),
        adjectives=frozenset(spelling for form in forms["adjective"] for spelling in (form, form.replace(ZWNJ, ""))),
        keep=frozenset(form.replace(ZWNJ, "") for form in forms["keep"]),
        joined=joined,
        longest=max(map(len, joined)),
        verb=re.compile(f"((?:{preverbs})?(?:{mi}))(.+)"),
        before_mi=re.compile(rf"(?<![\w{ZWNJ}])(?<!\d )(?:{preverbs})?$"),
        spaced_verb=re.compile(rf"(?:{mi}) ([{LETTERS}]+)(?![\w{ZWNJ}])"),
        apart=re.compile(rf" ({'|'.join(apart)})(?![\w{ZWNJ}])"),
        spaced=automaton(form.replace(ZWNJ, " ") for form, spaced in compounds if spaced),
    )


def _places(form: str) -> tuple[int, ...]:
    """Give the places in the joined form where a half-space shows."""
    places, at = [], 0
    for part in form.split(ZWNJ)[:-1]:
        at += len(part)
        if part[-1] not in NOT_JOINING:
            places.append(at)
    return tuple(places)


def _finite(forms: dict[str, list[str]]) -> Iterator[str]:
    yield from forms["form"]
    yield from (stem + ending for stem in forms["present"] for ending in _PRESENT_ENDINGS)
    yield from (stem + ending for stem in forms["past"] for ending in _PAST_ENDINGS)


def automaton(forms: Iterable[str]) -> ahocorasick.Automaton:
    """Make a search for all of the forms at once."""
    found = ahocorasick.Automaton()
    for form in forms:
        found.add_word(form, form)
    found.make_automaton()
    return found
