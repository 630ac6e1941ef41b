"""One case of the example pages for all tests of exports, and what a page of it says."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from click.testing import CliRunner, Result

from rasad.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
PRIVATE, SURNAME, LATIN = "سالم الحلواني", "الحلواني", "Haluani"
"""Nobody: a made-up man, whom a page names twice in full and else by his surname."""
_OF_A_PRIVATE_MAN = f"""دمشق - سانا
هاجمت القوات الإسرائيلية بلدة بيت جن يوم الخميس.
وقال {PRIVATE} لوكالة سانا إن القصف دمر منزله. وأضاف {SURNAME} أن ابنه أصيب.
واعتقلت القوات الإسرائيلية {PRIVATE} في بلدة بيت جن يوم الجمعة. وكان منزل {SURNAME} قد دمر.
"""


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


@cache
def demo() -> Path:
    """Build the case once in each process: the examples, and a page that names a private man."""
    case = Path(mkdtemp()) / "demo.rasad"
    own = case.with_name("15-ar-private.txt")
    own.write_text(_OF_A_PRIVATE_MAN, encoding="utf-8")
    pages = sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".html", ".jsonl"))
    assert run("build", *pages, own, "-o", case).exit_code == 0
    return case


@cache
def exported(form: str, *options: str) -> Path:
    """Export the case once and give the folder."""
    folder = Path(mkdtemp()) / form
    result = run("export", demo(), form, "-o", folder, *options)
    assert result.exit_code == 0, result.output
    return folder


def only(form: str, *options: str) -> Path:
    """Give the file of a format of one file."""
    (path,) = (p for p in exported(form, *options).iterdir() if not p.name.endswith("manifest.json"))
    return path


@cache
def texts(*, masked: bool = True) -> dict[str, str]:
    """Give the texts of the pages by sha256, as exports show them."""
    from rasad.store.db import open_case
    from rasad.store.private import mask_private
    from rasad.store.records import entries

    with open_case(demo()) as case:
        if masked:
            mask_private(case.db)
        return {entry.record.sha256: entry.page.text for entry in entries(case.db)}
