"""The words of the desk in each of its languages, its numbers and its days."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

from msgspec import Struct

from rasad.dates import calendars
from rasad.dates.telling import edtf
from rasad.errors import PackError
from rasad.model import DateInterval
from rasad.packs.rows import scan

LANGS = ("en", "fa", "ar")
HERE = Path(str(files("rasad.web")))


class Words(Struct, frozen=True):
    """What the desk says in one language; `of` are its rows by key."""

    lang: str
    of: dict[str, str]

    @property
    def dir(self) -> str:
        """The direction in which the language is written."""
        return "ltr" if self.lang == "en" else "rtl"

    def say(self, key: str, **values: object) -> str:
        """Say something; `values` stand where the row has their names in braces."""
        return self.of[key].format(**values) if values else self.of[key]

    def term(self, table: str, name: str | None) -> str:
        """Name a type, a mode, a status ...; what has no row keeps its own name."""
        return self.of.get(f"{table}.{name}", (name or "").replace("_", " "))

    def number(self, value: float) -> str:
        """Write a number with the digits of the language."""
        return self.digits(f"{value:,.15g}".replace(",", self.of["thousands"]))

    def digits(self, text: str) -> str:
        """Write the digits of a text as the language does."""
        return text.translate({ord("0") + n: sign for n, sign in enumerate(self.of["digits"])})

    def days(self, when: DateInterval) -> str:
        """Write a date: Persian readers get their own calendar, others the Gregorian one as EDTF."""
        return self.solar(when) if self.lang == "fa" else edtf(when) or self.of["undated"]

    def day(self, iso: str | None) -> str:
        """Write a day of a page."""
        return self.days(DateInterval(iso[:10], iso[:10], "day", "stated")) if iso else ""

    def other_days(self, when: DateInterval) -> str:
        """Write the same date in the other calendar."""
        return edtf(when) if self.lang == "fa" else self.solar(when) if edtf(when) else ""

    def solar(self, when: DateInterval) -> str:
        """Write a date in the solar hijri calendar: a day, a month, a year, or first and last day."""
        ends = [date.fromisoformat(end).toordinal() if end else None for end in (when.earliest, when.latest)]
        first, last = ends
        if first is None or last is None:
            if first is last:
                return self.of["undated"]
            return f"{self._solar_day(first)} – {self._solar_day(last)}"
        year, month, _ = calendars.parts(calendars.SOLAR_HIJRI, first)
        if first == last:
            return self._solar_day(first)
        if (first, last) == calendars.year(calendars.SOLAR_HIJRI, year):
            return self.digits(str(year))
        if (first, last) == calendars.month(calendars.SOLAR_HIJRI, year, month):
            return f"{self.of[f'solar.{month}']} {self.digits(str(year))}"
        return f"{self._solar_day(first)} – {self._solar_day(last)}"

    def _solar_day(self, ordinal: int | None) -> str:
        if ordinal is None:
            return "…"
        year, month, day = calendars.parts(calendars.SOLAR_HIJRI, ordinal)
        return f"{self.digits(str(day))} {self.of[f'solar.{month}']} {self.digits(str(year))}"


@cache
def words(lang: str) -> Words:
    """Give the words of a language: the rows of `words.tsv`."""
    return Words(lang, dict(_rows(lang)))


def _rows(lang: str) -> Iterable[tuple[str, str]]:
    for row in scan("words.tsv", HERE):
        if isinstance(row, PackError):
            raise row
        if row["lang"] == lang:
            yield row["key"], row["form"]
