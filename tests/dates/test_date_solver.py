"""From expressions and reasons to dates, on the known truths of the seed pages."""

from datetime import date
from itertools import pairwise

import pytest

from rasad.dates import dayset
from rasad.dates.constraints import ORDER, banner_constraint
from rasad.dates.expressions import read_dates
from rasad.dates.solver import (
    Constraint,
    days_of,
    edtf,
    full_days,
    iso,
    mention_constraint,
    narrow,
    solve,
    tenure_constraints,
    unresolved,
)
from rasad.errors import PackError
from rasad.model import DateInterval, DateMention
from rasad.tokens import fold

RETRIEVED = date(2024, 11, 24).toordinal()
ASSAD = ("Bashar al-Assad", "president", "2000-07-17", "2024-12-08")
AIDE = ("Hossein Amir-Abdollahian", "special aide to the speaker", "2016-06", "2021-08")


def mention(text: str, lang: str = "fa") -> DateMention:
    (found,) = read_dates(text, fold(text), lang)
    return found


def days(text: str, lang: str, published: str, planned: bool = False) -> str:
    anchor = date.fromisoformat(published).toordinal()
    found = days_of(mention(text, lang), anchor, (anchor, anchor), planned)
    assert found
    first, last = found.runs[0][0], found.runs[-1][1]
    return iso(first) if first == last else f"{iso(first)}/{iso(last)}"


@pytest.mark.parametrize(
    ("text", "lang", "published", "expected"),
    [
        ("صبح امروز", "fa", "2006-05-10", "2006-05-10"),
        ("روز گذشته", "fa", "2006-12-29", "2006-12-28"),
        ("شب گذشته (یکشنبه)", "fa", "2019-12-30", "2019-12-29"),
        ("روزهای ۳۰ شهریور تا ۵ مهر", "fa", "2019-12-30", "2019-09-21"),
        ("روز سه‌شنبه", "fa", "2014-11-18", "2014-11-18"),
        ("روز 30 اکتبر", "fa", "2014-11-18", "2014-10-30"),
        ("سپتامبر سال 2018", "fa", "2019-04-29", "2018-09-01/2018-09-30"),
        ("اول فروردين 85", "fa", "2007-04-16", "2006-03-21"),
        ("روز پنج‌شنبه هفته گذشته", "fa", "2015-08-16", "2015-08-13"),
        ("روز سه‌شنبه هفته جاري", "fa", "2005-08-18", "2005-08-16"),
        ("ماه گذشته ميلادي", "fa", "2004-07-16", "2004-06-01/2004-06-30"),
        ("اواسط مارس", "fa", "2011-06-03", "2011-03-01/2011-03-31"),
        ("امروز چهارشنبه مورخ ۲۶ مهر ماه", "fa", "2023-10-18", "2023-10-18"),
        ("دیشب", "fa", "2023-10-18", "2023-10-17"),
        ("سال جاری", "fa", "2023-10-18", "2023-03-21/2024-03-19"),
        ("سه سال پیش", "fa", "2023-10-18", "2020-03-20/2021-03-20"),
        ("پنجم ماه جاری", "fa", "2023-10-18", "2023-09-27"),
        ("24 ساعت گذشته", "fa", "2023-10-18", "2023-10-17/2023-10-18"),
        ("يوم 7 جوان الجاري", "ar", "2017-06-19", "2017-06-07"),
        ("يوم 29 جانفي", "ar", "2017-02-26", "2017-01-29"),
        ("مساء الاحد 16 اوت", "ar", "2015-08-18", "2015-08-16"),
        ("صباح الجمعة 20 جانفي الحالي", "ar", "2017-01-24", "2017-01-20"),
        ("أمس الاربعاء", "ar", "2017-01-05", "2017-01-04"),
        ("مارس الماضي", "ar", "2015-08-18", "2015-03-01/2015-03-31"),
        ("الأسبوع الماضي", "ar", "2017-04-12", "2017-04-03/2017-04-09"),
        ("الليلة الماضية", "ar", "2017-06-06", "2017-06-05"),
        ("30 سبتمبر", "ar", "2016-10-11", "2016-09-30"),
        ("نوفمبر/تشرين الثاني", "ar", "2017-06-15", "2016-11-01/2016-11-30"),
        ("فجر الأربعاء", "ar", "2014-07-07", "2014-07-02"),
        ("15 فيفري", "ar", "2017-01-05", "2017-02-15"),
        ("الأحد الماضي", "ar", "2017-06-11", "2017-06-04"),
        ("بضعة أيام", "ar", "2017-06-11", ""),
    ],
)
def test_seen_from_the_page(text: str, lang: str, published: str, expected: str) -> None:
    if not expected:
        assert read_dates(text, fold(text), lang) == ()
        return
    assert days(text, lang, published) == expected


@pytest.mark.parametrize(
    ("text", "lang", "published", "expected"),
    [
        ("فردا", "fa", "2014-05-19", "2014-05-20"),
        ("10 و 11 مي آتي", "fa", "2011-05-04", "2011-05-10"),
        ("ماه آینده میلادی", "fa", "2011-06-03", "2011-07-01/2011-07-31"),
        ("اليوم الأحد", "ar", "2017-06-11", "2017-06-11"),
        ("يوم 15 أفريل", "ar", "2017-04-09", "2017-04-15"),
        ("يوم السبت", "ar", "2017-04-09", "2017-04-15"),
        ("نهاية العام القادم", "ar", "2016-10-11", "2017-01-01/2017-12-31"),
        ("يومي 5 و 6 جوان المقبل", "ar", "2017-05-28", "2017-06-05"),
    ],
)
def test_planned(text: str, lang: str, published: str, expected: str) -> None:
    assert days(text, lang, published, planned=True) == expected


def test_thursday_7_bahman() -> None:
    """Seed 0: the weekday leaves three years, the aide's office one."""
    said = mention_constraint(mention("روز پنجشنبه هفتم بهمن در دیدار"), None, (None, RETRIEVED))
    assert said
    open_years = solve([said, *tenure_constraints([ASSAD])])
    assert open_years.precision == "interval"
    assert (open_years.earliest, open_years.latest) == ("2011-01-27", "2022-01-27")
    assert "leaves 2011-01-27, 2017-01-26, 2022-01-27" in open_years.derivation[1]
    found = solve([said, *tenure_constraints([ASSAD, AIDE])])
    assert (found.earliest, found.latest, found.precision, found.basis) == ("2017-01-26", "2017-01-26", "day", "stated")
    assert found.derivation[0].startswith("Thursday 7 Bahman (years 1372, 1378, 1389, 1395, 1400 pass the")
    assert (
        found.derivation[2]
        == "Hossein Amir-Abdollahian was special aide to the speaker 2016-06 to 2021-08: leaves 2017-01-26"
    )


def test_the_weaker_reason_is_dropped_and_told() -> None:
    said = mention_constraint(mention("فوریه سال ۲۰۱۹"), None)
    assert said
    found = narrow([*tenure_constraints([("Ebrahim Raisi", "president", "2021-08-03", "2024-05-19")]), said])
    assert [c.name for c in found.dropped] == ["tenure"]
    assert "dropped, it contradicts February 2019" in found.derivation[1]


def test_the_order_of_strength() -> None:
    """A banner gives way to a tenure, that to a weekday, that to a full date."""
    kinds = ["banner", "tenure", "weekday", "full_date"]
    assert sorted(kinds, key=ORDER.index, reverse=True) == kinds
    for weak, strong in pairwise(kinds):
        days = {name: dayset.bounds(at, at) for at, name in enumerate((weak, strong), start=1)}
        found = narrow([Constraint(name, days[name], name, "stated") for name in (weak, strong)])
        assert (found.days, [c.name for c in found.dropped]) == (days[strong], [weak])


def test_a_day_that_does_not_exist_is_told() -> None:
    said = mention_constraint(mention("۳۱ مهر ۱۴۰۳"), None)
    assert said
    found = solve([said])
    assert (found.earliest, found.latest, found.precision) == (None, None, "unknown")
    assert "there is no such day" in found.derivation[0]


def test_nothing_known_stays_open() -> None:
    assert solve([]) == DateInterval(None, None, "unknown", "unknown", ())
    assert edtf(solve([])) == ""
    until = solve([banner_constraint(date(2024, 12, 4).toordinal())])
    assert (until.earliest, until.latest, edtf(until)) == (None, "2024-12-04", "../2024-12-04")
    said = mention_constraint(mention("روز یکشنبه"), None)
    assert said
    endless = solve([said])
    assert (endless.earliest, endless.latest, endless.precision) == (None, None, "unknown")


def test_relative_without_a_page_day_is_unresolved() -> None:
    for text in ("امروز", "ماه گذشته", "دو روز قبل", "چند روز پیش", "روز سه‌شنبه هفته جاری"):
        assert days_of(mention(text), None) is None
        assert mention_constraint(mention(text), None) is None
    assert unresolved(mention("امروز")) == "today: unresolved, the day of publication is not known"


def test_full_days_finds_banners() -> None:
    text = "یکشنبه ۴ آذر ۱۴۰۳ تهران ۱۱:۰۰\nهفتم بهمن و ۳۱ مهر ۱۴۰۳ و 15 رمضان 1445"
    assert [iso(day) for _, day in full_days(read_dates(text, fold(text), "fa"))] == ["2024-11-24", "2024-03-25"]


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (DateInterval("2024-12-01", "2024-12-01", "day", "stated"), "2024-12-01"),
        (DateInterval("2024-12-01", "2024-12-31", "month", "stated"), "2024-12"),
        (DateInterval("2024-01-01", "2024-12-31", "year", "stated"), "2024"),
        (DateInterval("2024-07-28", "2024-12-08", "interval", "tenure"), "2024-07-28/2024-12-08"),
        (DateInterval("2024-07-28", None, "interval", "tenure"), "2024-07-28/.."),
        (DateInterval(None, None, "unknown", "unknown"), ""),
    ],
)
def test_edtf(interval: DateInterval, expected: str) -> None:
    assert edtf(interval) == expected


def test_a_pattern_with_an_unknown_class_names_its_row() -> None:
    from rasad.dates.patterns import compiled
    from rasad.packs.rows import Row

    row = Row("packs/xx/date_patterns.tsv:4", {"kind": "date", "why": "x", "form": "day=num_day mnth"})
    with pytest.raises(PackError, match=r"packs/xx/date_patterns.tsv:4: no row has the class 'mnth'"):
        list(compiled([row], {frozenset({"num_day"}): "a"}))
