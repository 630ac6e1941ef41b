"""One page after the other, in this process."""

from collections.abc import Iterable, Iterator

from rasad.engine import Result
from rasad.engine.limits import PAGE_SECONDS, limited
from rasad.errors import PageError
from rasad.model import Page
from rasad.packs import Packs
from rasad.pipeline import analyse
from rasad.readers import SetAside
from rasad.store.db import Aside
from rasad.store.rows import Entry


def run(pages: Iterable[Page | SetAside], packs: Packs) -> Iterator[Result]:
    """Analyse the pages; see the contract of the folder."""
    for page in pages:
        yield as_aside(page) if isinstance(page, SetAside) else _analysed(page, packs)


def as_aside(found: SetAside) -> Aside:
    """Give a reader's complaint as a row of the case."""
    return Aside(str(found.path), found.line or 0, found.why, found.what_to_do)


def _analysed(page: Page, packs: Packs) -> Result:
    try:
        with limited(PAGE_SECONDS):
            record = analyse(page, packs).record
    except PageError as fault:
        return Aside(page.outside.url or page.outside.id, 0, *map(str, fault.args))
    except Exception as error:  # noqa: BLE001 (the one place: a fault on one page must not cost the others)
        why = f"cannot be analysed: {type(error).__name__}: {error}"
        return Aside(page.outside.url or page.outside.id, 0, why, "this is a fault of Rasad: report it with the page")
    if record is None:
        return Aside(page.outside.id, 0, "no record was made", "this is a fault of Rasad: report it with the page")
    return Entry(page, record)
