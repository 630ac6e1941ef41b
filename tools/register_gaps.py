"""List the years in which the register knows no holder of a great office of a state: what to fill next.

    PYTHONPATH=src python tools/register_gaps.py [FIRST_YEAR LAST_YEAR]

Rows that nobody can fill stay: some states have no prime minister, some offices were empty.
"""

import sys
from collections.abc import Sequence
from itertools import groupby

from rasad.packs.register import Register, load_register

STATES = """
    IRN SYR IRQ LBN PSE ISR YEM SAU ARE QAT BHR KWT OMN JOR EGY TUR AFG PAK LBY TUN DZA MAR SDN RUS CHN USA GBR FRA DEU
"""
OFFICES = {
    "head of state": (
        "president", "king", "emir", "sultan", "supreme_leader", "interim_president", "leader",
        "head_of_sovereign_council", "head_of_presidential_council", "palestinian_authority_president",
    ),
    "head of government": ("prime_minister", "chancellor"),
    "foreign minister": ("foreign_minister", "acting_foreign_minister"),
    "defence minister": ("defence_minister",),
    "interior minister": ("interior_minister",),
    "speaker": ("speaker_of_parliament", "speaker_us_house", "senate_president"),
}  # fmt: skip


def gaps(register: Register, state: str, offices: Sequence[str], years: Sequence[int]) -> list[str]:
    """Give the stretches of years in which none of the offices has a holder."""
    empty = [y for y in years if not any(register.in_office(o, state, f"{y}-01-01", f"{y}-12-31") for o in offices)]
    runs = [list(run) for _, run in groupby(empty, key=lambda year: year - empty.index(year))]
    return [f"{run[0]}-{run[-1]}" for run in runs]


if __name__ == "__main__":
    first, last = map(int, sys.argv[1:3] or ("2000", "2026"))
    register = load_register()
    for state in STATES.split():
        for office, keys in OFFICES.items():
            found = gaps(register, state, keys, range(first, last + 1))
            if found:
                print(state, office, ", ".join(found), sep="\t")
