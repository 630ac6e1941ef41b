"""How alike two reports are: points for and against, each with its reason."""

from collections.abc import Sequence

from rasad.fuse.blocking import FAMILIES, SLACK
from rasad.fuse.days import Days, days_of, gap, width
from rasad.fuse.events import Likeness, PartyKey, ReportKey

SAME_EVENT = 0.62
"""Points for one event. With equal parties and type, one more sign is asked for: a day, a place, words."""

# Points. The parties weigh most; then what they did; a day known to both; words shared within a language.
PARTIES, TYPE, FAMILY, MODE, OTHER_MODE = 0.45, 0.12, 0.03, 0.05, -0.12
SAME_DAY, DAY_INSIDE, DAYS_MEET, NO_DAY, DAYS_APART = 0.2, 0.1, 0.04, -0.05, -0.2
SAME_PLACE, OTHER_PLACE = 0.14, -0.25
WORDS, NO_WORDS, FIGURES, ORIGIN, COPIED = 0.25, 0.08, 0.08, 0.06, 0.3
OTHER_PERSONS = -0.35
STATUS = {
    frozenset({"actual", "planned"}): -0.1,
    frozenset({"actual", "hypothetical"}): -0.15,
    frozenset({"actual", "denied"}): -0.05,
    frozenset({"historical", "planned"}): -0.3,
}
OTHER_STATUS = -0.1

NARROW = 3
"""Days: an interval no wider dates an event as well as a day does, slips of the day included."""
YEAR = 366
"""Days: a wider interval dates nothing."""
ENOUGH_WORDS = 0.25
"""Share of words two sentences on one event have in common, of both together; more of it adds nothing."""
# How alike two parties are that share a country. One page's rebels are another page's terrorists.
SAME, STATE_ORGANS, GROUPS, STATE_AND_ITS_OWN, LOOSE = 1.0, 0.85, 0.7, 0.6, 0.3
SAME_WORD = 0.5
"""Two groups without a country that are called the same: "soldiers", "victims", "attackers" are everywhere."""
LONE_GUEST, LONE_PARTY = 0.5, 0.7
"""What the parties count at most when the reports share a single one: he meets many, it does much."""
SIDES = 0.8
"""What parties count when they agree only with the sides left open: who hit whom is often read the wrong way round."""
UNTOLD = 0.3
"""What a side counts that only one of the reports names: leaving out the victim is no likeness, but no conflict."""


def compare(a: ReportKey, b: ReportKey, copied: bool = False) -> Likeness | None:
    """Give the likeness of two reports; None when they cannot be one event at all.

    Reports of one page are never one event: the page's reader has already told them apart. Types of different families
    and days that lie apart are not either.
    """
    days = (days_of(a.date), days_of(b.date))
    if a.page == b.page or _family(a) != _family(b) or gap(*days) > SLACK:
        return None
    points = [*_party_points(a, b), *_deed_points(a, b), *_day_points(*days), *_place_points(a, b)]
    points += [*_status_points(a, b), *_word_points(a, b), *_small_points(a, b)]
    if copied and _word_share(a, b) >= ENOUGH_WORDS:
        points.append((COPIED, "their pages share this wording"))
    score = sum(value for value, _ in points)
    return Likeness(round(score, 4), tuple(f"{value:+.2f} {why}" for value, why in points if value))


def alike(a: PartyKey, b: PartyKey) -> float:
    """Tell how alike two parties are, 0 to 1.

    A person and the government of the same country are alike in part: one page says "Assad", another "Syria".
    """
    if a.id == b.id or (a.name.casefold() == b.name.casefold() and a.country == b.country):
        return SAME if a.country or a.kind not in ("group", "population") else SAME_WORD
    if not a.country or a.country != b.country:
        return 0.0
    kinds = {a.kind, b.kind}
    if kinds == {"government"}:
        return STATE_ORGANS
    if "government" in kinds and kinds & {"person", "organization"}:
        return STATE_AND_ITS_OWN
    if kinds in ({"group"}, {"population"}):
        return GROUPS
    return 0.0 if kinds == {"person"} else LOOSE


def match(some: Sequence[PartyKey], others: Sequence[PartyKey]) -> list[tuple[float, int, int]]:
    """Pair two lists of parties one to one, the most alike first."""
    scored = sorted(((-alike(a, b), i, j) for i, a in enumerate(some) for j, b in enumerate(others)))
    left, right, pairs = set(range(len(some))), set(range(len(others))), []
    for value, i, j in scored:
        if value < 0 and i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((-value, i, j))
    return pairs


def _family(report: ReportKey) -> str:
    return FAMILIES.get(report.type, report.type)


Points = list[tuple[float, str]]


def _party_points(a: ReportKey, b: ReportKey) -> Points:
    """Compare who did it to whom; who took part in a meeting is one list."""
    if not a.parties or not b.parties:
        return [(0.0, "no parties to compare")]
    if a.type == b.type == "CONSULT":
        share = _shared(a.parties, b.parties)
        lone = LONE_GUEST
    else:
        sides = [(x, y) for x, y in ((a.actors, b.actors), (a.recipients, b.recipients)) if x or y]
        sided = sum(_shared(x, y) if x and y else UNTOLD for x, y in sides) / len(sides)
        share = max(sided, SIDES * _shared(a.parties, b.parties))
        lone = LONE_PARTY
    if len(match(a.parties, b.parties)) == 1:
        share = min(share, lone)
    points = [(PARTIES * share, f"parties: {share:.0%} alike")]
    if _other_persons(a.parties, b.parties):
        points.append((OTHER_PERSONS, "each names a person whom the other does not"))
    return points


def _shared(some: Sequence[PartyKey], others: Sequence[PartyKey]) -> float:
    """Tell how far two lists agree; a list that only leaves somebody out loses little."""
    total = sum(value for value, _, _ in match(some, others))
    return 0.7 * total / min(len(some), len(others)) + 0.3 * total / max(len(some), len(others))


def _other_persons(some: Sequence[PartyKey], others: Sequence[PartyKey]) -> bool:
    pairs = match(some, others)
    used, taken = {i for _, i, _ in pairs}, {j for _, _, j in pairs}
    left = any(p.kind == "person" for i, p in enumerate(some) if i not in used)
    return left and any(p.kind == "person" for j, p in enumerate(others) if j not in taken)


def _deed_points(a: ReportKey, b: ReportKey) -> Points:
    points = [(TYPE, f"both {a.type}") if a.type == b.type else (FAMILY, f"{a.type} and {b.type} are close")]
    if a.mode and b.mode:
        same = a.mode == b.mode
        points.append((MODE, f"both {a.mode}") if same else (OTHER_MODE, f"{a.mode} against {b.mode}"))
    return points


def _day_points(a: Days, b: Days) -> Points:
    if width(a) > YEAR or width(b) > YEAR:
        return [(NO_DAY, "one has no date, or hardly one")]
    if apart := gap(a, b):
        return [(DAYS_APART, f"days lie {apart} apart")]
    narrow = (width(a) <= NARROW) + (width(b) <= NARROW)
    value = (DAYS_MEET, DAY_INSIDE, SAME_DAY)[narrow]
    return [(value, ("dates meet", "the day of one is inside the other's", "same day")[narrow])]


def _place_points(a: ReportKey, b: ReportKey) -> Points:
    if not a.place or not b.place:
        return []
    if a.place.id == b.place.id or a.place.name == b.place.name:
        return [(SAME_PLACE, f"both in {a.place.name}")]
    wide = any(place.id == place.country or place.id.startswith("cty-") for place in (a.place, b.place))
    if a.place.country == b.place.country and (wide or a.place.country is None):
        return []
    return [(OTHER_PLACE, f"{a.place.name} against {b.place.name}")]


def _status_points(a: ReportKey, b: ReportKey) -> Points:
    if a.status == b.status or {a.status, b.status} == {"actual", "historical"}:
        return []
    return [(STATUS.get(frozenset({a.status, b.status}), OTHER_STATUS), f"{a.status} against {b.status}")]


def _word_points(a: ReportKey, b: ReportKey) -> Points:
    """Compare the words around the triggers; across languages, take what one event's reports share at the least."""
    if a.lang != b.lang:
        return [(NO_WORDS, "two languages: words cannot be compared")]
    share = _word_share(a, b)
    return [(WORDS * min(1.0, share / ENOUGH_WORDS), f"{share:.0%} of the words around the triggers")]


def _word_share(a: ReportKey, b: ReportKey) -> float:
    return len(a.words & b.words) / len(a.words | b.words) if a.lang == b.lang and a.words and b.words else 0.0


def _small_points(a: ReportKey, b: ReportKey) -> Points:
    points: Points = []
    same = {(f.value, f.unit) for f in a.figures} & {(f.value, f.unit) for f in b.figures}
    if same:
        value, unit = min(same)
        points.append((FIGURES, f"both count {value:g} {unit}"))
    if a.chain and b.chain and a.chain[-1].id == b.chain[-1].id:
        points.append((ORIGIN, f"both go back to {a.chain[-1].name}"))
    return points
