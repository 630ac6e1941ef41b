-- A case as Rasad wrote it with schema 5 (November 2026): four pages of examples/, one page set aside, one line of a ledger.
-- Without the index of words, which is made of the texts, and what fusion kept of pages.
PRAGMA application_id = 1381187908;
PRAGMA user_version = 5;
CREATE TABLE page (
    n              INTEGER PRIMARY KEY,   -- order of arrival; joins `search`, means nothing else
    sha256         TEXT NOT NULL UNIQUE,  -- of the text layer as UTF-8
    id             TEXT NOT NULL,         -- the file's stem, or the id the capture gave; need not be unique
    text           TEXT NOT NULL,         -- the text layer: never changed
    lang           TEXT NOT NULL,         -- fa, ar or other
    kind           TEXT NOT NULL,         -- political or none
    media          TEXT NOT NULL,
    url            TEXT,
    outlet         TEXT,                  -- whose page it is
    title          TEXT,                  -- as the capture gave it, never cut from the text
    published      TEXT,
    published_from TEXT,
    retrieved      TEXT,
    retrieved_from TEXT,
    shown_on       TEXT,                  -- the day that a clock printed on the page shows
    shown_from     TEXT,
    rule_version   TEXT NOT NULL
);
CREATE TABLE capture (
    page         TEXT NOT NULL REFERENCES page (sha256),
    id           TEXT NOT NULL,
    url          TEXT NOT NULL,           -- empty when unknown
    outlet       TEXT,
    retrieved_at TEXT NOT NULL,           -- empty when unknown
    published    TEXT,
    title        TEXT,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, id, url, retrieved_at)
) WITHOUT ROWID;
CREATE TABLE range (
    page         TEXT NOT NULL REFERENCES page (sha256),
    n            INTEGER NOT NULL,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    kind         TEXT NOT NULL,
    same_start   INTEGER,
    same_end     INTEGER,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, n)
) WITHOUT ROWID;
CREATE TABLE boilerplate (
    page         TEXT NOT NULL REFERENCES page (sha256),
    n            INTEGER NOT NULL,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, n)
) WITHOUT ROWID;
CREATE TABLE page_date (
    page         TEXT NOT NULL REFERENCES page (sha256),
    n            INTEGER NOT NULL,
    kind         TEXT NOT NULL,
    day          TEXT NOT NULL,
    start        INTEGER,                 -- NULL when it comes from the markup or the capture
    "end"        INTEGER,
    quote        TEXT,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, n)
) WITHOUT ROWID;
CREATE TABLE stated (
    page         TEXT NOT NULL REFERENCES page (sha256),
    n            INTEGER NOT NULL,
    field        TEXT NOT NULL,
    value        TEXT NOT NULL,
    entity       TEXT,                    -- the register's id, if the value names an agency or outlet that it knows
    start        INTEGER,                 -- NULL when it comes from the markup or the capture
    "end"        INTEGER,
    quote        TEXT,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, n)
) WITHOUT ROWID;
CREATE TABLE skipped (
    page         TEXT NOT NULL REFERENCES page (sha256),
    n            INTEGER NOT NULL,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    why          TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, n)
) WITHOUT ROWID;
CREATE TABLE set_aside (
    path       TEXT NOT NULL,
    line       INTEGER NOT NULL,
    why        TEXT NOT NULL,
    what_to_do TEXT NOT NULL,
    PRIMARY KEY (path, line, why)
) WITHOUT ROWID;
CREATE TABLE report (
    id            TEXT PRIMARY KEY,       -- hash of page, type, mode and trigger
    page          TEXT NOT NULL REFERENCES page (sha256),
    n             INTEGER NOT NULL,
    type          TEXT NOT NULL,
    mode          TEXT,
    status        TEXT NOT NULL,
    main          INTEGER NOT NULL,       -- 1 for the page's main event
    earliest      TEXT,
    latest        TEXT,
    precision     TEXT,                   -- day, week, month, year, interval, unknown; NULL: no date was looked for
    basis         TEXT,                   -- stated, weekday, relative, tenure, other_report, unknown
    derivation    TEXT,                   -- JSON: every constraint used or rejected, in words
    date_start    INTEGER,
    date_end      INTEGER,
    date_quote    TEXT,
    clock         TEXT,                   -- HH:MM of 24 hours, as the page writes it
    zone          TEXT,                   -- an IANA name, local, or NULL where the page names no zone
    time_start    INTEGER,
    time_end      INTEGER,
    time_quote    TEXT,
    place         TEXT,
    place_id      TEXT,
    place_country TEXT,
    place_start   INTEGER,
    place_end     INTEGER,
    place_quote   TEXT,
    rule          TEXT NOT NULL,
    rule_version  TEXT NOT NULL,
    UNIQUE (page, n)
) WITHOUT ROWID;
CREATE TABLE report_rule (
    page         TEXT NOT NULL REFERENCES page (sha256),
    report       TEXT NOT NULL REFERENCES report (id),
    field        TEXT NOT NULL,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, report, field)
) WITHOUT ROWID;
CREATE TABLE report_party (
    page         TEXT NOT NULL REFERENCES page (sha256),
    report       TEXT NOT NULL REFERENCES report (id),
    side         TEXT NOT NULL,           -- actor or recipient
    n            INTEGER NOT NULL,
    entity       TEXT NOT NULL,
    name         TEXT NOT NULL,           -- English
    kind         TEXT NOT NULL,
    country      TEXT,
    sector       TEXT,
    role         TEXT,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    quote        TEXT NOT NULL,
    mentions     TEXT NOT NULL,           -- JSON: all spans of the page that name the same entity
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, report, side, n)
) WITHOUT ROWID;
CREATE TABLE report_link (
    page         TEXT NOT NULL REFERENCES page (sha256),
    report       TEXT NOT NULL REFERENCES report (id),
    n            INTEGER NOT NULL,
    entity       TEXT NOT NULL,
    name         TEXT NOT NULL,
    kind         TEXT NOT NULL,           -- agency, outlet, official, office, organization, anonymous
    country      TEXT,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    quote        TEXT NOT NULL,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, report, n)
) WITHOUT ROWID;
CREATE TABLE trigger (
    page         TEXT NOT NULL REFERENCES page (sha256),
    report       TEXT NOT NULL REFERENCES report (id),
    n            INTEGER NOT NULL,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    quote        TEXT NOT NULL,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, report, n)
) WITHOUT ROWID;
CREATE TABLE report_context (
    page         TEXT NOT NULL REFERENCES page (sha256),
    report       TEXT NOT NULL REFERENCES report (id),
    n            INTEGER NOT NULL,
    context      TEXT NOT NULL,           -- military, diplomatic, economic ...
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    quote        TEXT NOT NULL,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, report, n)
) WITHOUT ROWID;
CREATE TABLE statement (
    id           TEXT PRIMARY KEY,        -- hash of page, content and verb
    page         TEXT NOT NULL REFERENCES page (sha256),
    n            INTEGER NOT NULL,
    form         TEXT NOT NULL,
    stance       TEXT NOT NULL,
    start        INTEGER NOT NULL,        -- the content
    "end"        INTEGER NOT NULL,
    quote        TEXT NOT NULL,
    verb_start   INTEGER NOT NULL,
    verb_end     INTEGER NOT NULL,
    verb_quote   TEXT NOT NULL,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    UNIQUE (page, n)
) WITHOUT ROWID;
CREATE TABLE statement_party (
    page         TEXT NOT NULL REFERENCES page (sha256),
    statement    TEXT NOT NULL REFERENCES statement (id),
    side         TEXT NOT NULL,           -- speaker or addressee
    entity       TEXT NOT NULL,
    name         TEXT NOT NULL,
    kind         TEXT NOT NULL,
    country      TEXT,
    sector       TEXT,
    role         TEXT,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    quote        TEXT NOT NULL,
    mentions     TEXT NOT NULL,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, statement, side)
) WITHOUT ROWID;
CREATE TABLE statement_via (
    page         TEXT NOT NULL REFERENCES page (sha256),
    statement    TEXT NOT NULL REFERENCES statement (id),
    n            INTEGER NOT NULL,
    entity       TEXT NOT NULL,
    name         TEXT NOT NULL,
    kind         TEXT NOT NULL,
    country      TEXT,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    quote        TEXT NOT NULL,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, statement, n)
) WITHOUT ROWID;
CREATE TABLE figure (
    page         TEXT NOT NULL REFERENCES page (sha256),
    n            INTEGER NOT NULL,
    value        NOT NULL,               -- a number, kept whole or broken as it was read
    bound        TEXT NOT NULL,
    unit         TEXT NOT NULL,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    quote        TEXT NOT NULL,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, n)
) WITHOUT ROWID;
CREATE TABLE event (
    id             TEXT PRIMARY KEY,      -- hash of the id of its first report: that of the page published first
    type           TEXT NOT NULL,
    mode           TEXT,
    status         TEXT NOT NULL,
    earliest       TEXT,
    latest         TEXT,
    precision      TEXT NOT NULL,
    basis          TEXT NOT NULL,         -- as of a report; ledger: a person set it
    derivation     TEXT NOT NULL,         -- JSON
    place          TEXT,
    place_id       TEXT,
    place_country  TEXT,
    pages          INTEGER NOT NULL,
    outlets        INTEGER NOT NULL,      -- distinct known outlets of its pages
    origins        INTEGER NOT NULL,      -- independent stated origins; unknown ones count 0
    contradictions INTEGER NOT NULL,
    rule           TEXT NOT NULL,
    rule_version   TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE event_alias (
    id    TEXT PRIMARY KEY,
    event TEXT NOT NULL REFERENCES event (id)
) WITHOUT ROWID;
CREATE TABLE event_party (
    event   TEXT NOT NULL REFERENCES event (id),
    side    TEXT NOT NULL,
    n       INTEGER NOT NULL,
    entity  TEXT NOT NULL,
    name    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    country TEXT,
    sector  TEXT,
    native  TEXT NOT NULL,                -- as one of its pages writes it
    PRIMARY KEY (event, side, n)
) WITHOUT ROWID;
CREATE TABLE actor (
    id           TEXT PRIMARY KEY,        -- that of the first sighting: of the page published first
    known_as     TEXT NOT NULL,           -- the id in `event_party`: its own, or what a person has said it is
    name         TEXT NOT NULL,           -- in Latin letters, made by rule
    native       TEXT NOT NULL,           -- as a page writes it most fully
    kind         TEXT NOT NULL,
    country      TEXT,
    pages        INTEGER NOT NULL,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE actor_sighting (
    id      TEXT PRIMARY KEY,             -- hash of page and entity
    actor   TEXT NOT NULL REFERENCES actor (id),
    page    TEXT NOT NULL REFERENCES page (sha256),
    entity  TEXT NOT NULL,                -- as in report_party, statement_party, report_link and statement_via
    lang    TEXT NOT NULL,
    written TEXT NOT NULL,                -- JSON: the name as the page writes it, the longest form first
    offices TEXT NOT NULL,                -- JSON: posts
    country TEXT
) WITHOUT ROWID;
CREATE TABLE actor_link (
    actor        TEXT NOT NULL REFERENCES actor (id),
    sighting     TEXT NOT NULL REFERENCES actor_sighting (id),
    other        TEXT NOT NULL REFERENCES actor_sighting (id),
    points       REAL NOT NULL,           -- bits, more than 0; 0 where a person said so
    reasons      TEXT NOT NULL,           -- JSON: what spoke for and against, with its bits
    rule         TEXT NOT NULL,           -- packs/actors/identity.tsv, or ledger: and the number of the line
    rule_version TEXT NOT NULL,
    PRIMARY KEY (actor, sighting, other)
) WITHOUT ROWID;
CREATE TABLE event_report (
    event        TEXT NOT NULL REFERENCES event (id),
    report       TEXT NOT NULL REFERENCES report (id),
    page         TEXT NOT NULL REFERENCES page (sha256),
    score        REAL NOT NULL,           -- likeness to the rest of the event; 1 for a report that stands alone
    reasons      TEXT NOT NULL,           -- JSON: what spoke for and against
    earliest     TEXT,
    latest       TEXT,
    precision    TEXT NOT NULL,
    basis        TEXT NOT NULL,           -- other_report when another page dated it
    derivation   TEXT NOT NULL,           -- JSON
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (event, report)
) WITHOUT ROWID;
CREATE TABLE event_part (
    event        TEXT PRIMARY KEY REFERENCES event (id),
    whole        TEXT NOT NULL REFERENCES event (id),
    reasons      TEXT NOT NULL,           -- JSON: the page that tells both, who took part, the days they share
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE event_edit (
    event        TEXT NOT NULL REFERENCES event (id),
    field        TEXT NOT NULL,           -- type, mode, status, date, place, actors or recipients
    judgement    INTEGER NOT NULL REFERENCES judgement (n),
    was          TEXT NOT NULL,
    now          TEXT NOT NULL,
    rule         TEXT NOT NULL,           -- ledger: and the number of the line
    rule_version TEXT NOT NULL,
    PRIMARY KEY (event, field, judgement)
) WITHOUT ROWID;
CREATE TABLE origin (
    event        TEXT NOT NULL REFERENCES event (id),
    n            INTEGER NOT NULL,
    entity       TEXT NOT NULL,
    name         TEXT NOT NULL,
    kind         TEXT NOT NULL,
    counted      INTEGER NOT NULL,
    why          TEXT NOT NULL,
    reports      TEXT NOT NULL,           -- JSON: ids of the reports that rest on it
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (event, n)
) WITHOUT ROWID;
CREATE TABLE contradiction (
    event        TEXT NOT NULL REFERENCES event (id),
    n            INTEGER NOT NULL,
    field        TEXT NOT NULL,           -- status, date, or the unit of a figure
    kind         TEXT NOT NULL,           -- conflict or update
    report       TEXT NOT NULL REFERENCES report (id),
    value        TEXT NOT NULL,
    other_report TEXT NOT NULL REFERENCES report (id),
    other_value  TEXT NOT NULL,
    why          TEXT NOT NULL,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (event, n)
) WITHOUT ROWID;
CREATE TABLE page_copy (
    page         TEXT NOT NULL REFERENCES page (sha256),
    other        TEXT NOT NULL REFERENCES page (sha256),
    share        REAL NOT NULL,           -- shared runs of words, of the shorter page's runs; 0 for the other kinds
    why          TEXT NOT NULL,
    kind         TEXT NOT NULL,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, other)
) WITHOUT ROWID;
CREATE TABLE fusion_key (
    page    TEXT PRIMARY KEY REFERENCES page (sha256),
    version TEXT NOT NULL,
    data    BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE judgement (
    n        INTEGER PRIMARY KEY,
    kind     TEXT NOT NULL,               -- accept, edit, reject, merge, split, same, not_same, mask, note or undo
    state    TEXT NOT NULL,               -- holds; undone; overruled by a later line; orphan: what it judged is not here
    why      TEXT NOT NULL,
    who      TEXT NOT NULL,
    reason   TEXT NOT NULL,
    happened TEXT,                        -- as the person told it; no clock was asked
    hash     TEXT NOT NULL,
    line     TEXT NOT NULL                -- JSON: the whole line
);
CREATE TABLE event_judgement (
    event     TEXT NOT NULL REFERENCES event (id),
    judgement INTEGER NOT NULL REFERENCES judgement (n),
    PRIMARY KEY (event, judgement)
) WITHOUT ROWID;
CREATE TABLE statement_judgement (
    statement TEXT NOT NULL REFERENCES statement (id),
    judgement INTEGER NOT NULL REFERENCES judgement (n),
    PRIMARY KEY (statement, judgement)
) WITHOUT ROWID;
CREATE TABLE statement_edit (
    statement    TEXT NOT NULL REFERENCES statement (id),
    field        TEXT NOT NULL,           -- speaker, addressee, stance or form
    judgement    INTEGER NOT NULL REFERENCES judgement (n),
    was          TEXT NOT NULL,
    now          TEXT NOT NULL,           -- the word, or the party's name; empty: nobody
    entity       TEXT,                    -- of a party: its id, kind, country
    kind         TEXT,
    country      TEXT,
    rule         TEXT NOT NULL,           -- ledger: and the number of the line
    rule_version TEXT NOT NULL,
    PRIMARY KEY (statement, field)
) WITHOUT ROWID;
CREATE TABLE mask (
    entity    TEXT PRIMARY KEY,
    name      TEXT NOT NULL,              -- what stands in its place
    judgement INTEGER NOT NULL REFERENCES judgement (n),
    forms     TEXT NOT NULL               -- JSON: how pages write the name, folded
) WITHOUT ROWID;
CREATE TABLE mask_span (
    page  TEXT NOT NULL REFERENCES page (sha256),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (page, start, "end")
) WITHOUT ROWID;
CREATE TABLE run (
    n       INTEGER PRIMARY KEY,
    program TEXT NOT NULL,
    packs   TEXT NOT NULL,
    UNIQUE (program, packs)
);
CREATE VIRTUAL TABLE search USING fts5 (words, bare, content = '', tokenize = "unicode61 remove_diacritics 0");
CREATE INDEX page_facts ON page (sha256, lang, outlet, id, published, retrieved, shown_on);
CREATE INDEX report_by_type ON report (type);
CREATE INDEX report_party_by_entity ON report_party (entity);
CREATE INDEX statement_party_by_entity ON statement_party (entity);
CREATE INDEX event_by_date ON event (earliest, latest);
CREATE INDEX actor_sighting_by_actor ON actor_sighting (actor);
CREATE INDEX actor_sighting_by_page ON actor_sighting (page, entity);
CREATE INDEX event_report_by_report ON event_report (report);
INSERT INTO "page" VALUES (1,'0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','04-fa-raisi-damascus','رئیسی و اسد در دمشق سند همکاری راهبردی امضا کردند | خبرنامه هامون
شنبه، ۱۸ آذر ۱۴۰۲ - ۹:۳۰

رئیسی و اسد در دمشق سند همکاری راهبردی امضا کردند

شماره: ۷۷۱۲۰
Aa Aa

رییسجمهوری ایران روز چهارشنبه سیزدهم اردیبهشت در صدر هیاتی سیاسی و اقتصادی وارد دمشق شد و با بشار اسد دیدار کرد.
رییسجمهوری ایران روز چهارشنبه سیزدهم اردیبهشت در صدر هیاتی سیاسی و اقتصادی وارد دمشق شد و با بشار اسد دیدار کرد.

خبرگزاری تسنیم به نقل از خبرگزاری رسمی سوریه (سانا) گزارش داد که ریاست جمهوری سوریه در بیانیهای از امضای یادداشت تفاهم برنامه جامع همکاریهای راهبردی بلندمدت میان دو کشور خبر داد.

بر اساس این بیانیه، ابراهیم رئیسی و بشار اسد در کاخ الشعب دمشق گفتوگو کردند و سپس سند را امضا کردند.اسد در این دیدار گفت که روابط دو کشور در سالهای توفانی منطقه ثابت و استوار مانده است.

رئیسی نیز تاکید کرد: «دولت و ملت سوریه با وجود تهدیدها و تحریمها از دشواریهای بزرگ گذشتهاند و به پیروزی رسیدهاند».

وی افزود که ایران همان طور که در مبارزه با تروریسم کنار سوریه بود، در دوره بازسازی هم کنار این کشور خواهد ماند.

رئیسی نیز تاکید کرد: «دولت و ملت سوریه با وجود تهدیدها و تحریمها از دشواریهای بزرگ گذشتهاند و به پیروزی رسیدهاند».

این نخستین سفر یک رییسجمهوری ایران به سوریه از سال ۲۰۱۰ است. پیش از این محمود احمدینژاد در شهریور ۱۳۸۹ به دمشق رفته بود.

این سفر دو روزه است و قرار است رئیسی پنجشنبه به تهران بازگردد.

- نویسنده :
- منبع :
https://hamoon.example.org/news/77120

نسخه PDF نسخه چاپی ارسال به دوستان','fa','political','text/plain',NULL,'hamoon.example.org',NULL,NULL,NULL,'2023-12-09','packs/fa/months.tsv:13','2023-12-09','packs/fa/months.tsv:13','0d0aa28076d9');
INSERT INTO "page" VALUES (2,'845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','05-ar-raisi-damascus','عاجل
الأسد ورئيسي يوقعان في دمشق مذكرة تفاهم للتعاون الاستراتيجي

دمشق - صدى بردى
03 أيار/مايو 2023

استقبل الرئيس السوري بشار الأسد في قصر الشعب بدمشق، اليوم الأربعاء، نظيره الإيراني إبراهيم رئيسي الذي وصل إلى سوريا في زيارة رسمية تستمر يومين.

وقالت رئاسة الجمهورية العربية السورية في بيان إن الرئيسين وقعا مذكرة تفاهم لخطة التعاون الشامل الاستراتيجي الطويل الأمد بين البلدين.

وبحسب البيان، أكد الأسد أن العلاقة بين البلدين بقيت ثابتة ومستقرة رغم العواصف السياسية والأمنية التي ضربت المنطقة.

وأضاف البيان أن رئيسي شدد على أن سوريا حكومة وشعبا تجاوزت المصاعب وانتصرت رغم العقوبات والتهديدات.

•

وكان في استقبال رئيسي في مطار دمشق الدولي وزير الاقتصاد والتجارة الخارجية محمد سامر الخليل.

وهذه أول زيارة لرئيس إيراني إلى سوريا منذ أيلول/سبتمبر 2010.

وفي واشنطن، قال نائب المتحدث باسم وزارة الخارجية الأميركية فيدانت باتيل إن تعميق العلاقات بين إيران ونظام الأسد يجب أن يكون مصدر قلق كبير للعالم.

اقرأ أيضا: أسعار صرف الليرة اليوم
شارك المقال   فيسبوك   تويتر   واتساب   طباعة','ar','political','text/plain',NULL,NULL,NULL,'2023-05-03','packs/ar/months.tsv:22',NULL,NULL,NULL,NULL,'0d0aa28076d9');
INSERT INTO "page" VALUES (3,'ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','12-ar-tunis-embassies','الأخبار  »  وطنية
تونس وسوريا تعيدان فتح السفارتين

الأربعاء 12 أفريل 2023 15:02
نشر من طرف:

أعلنت تونس وسوريا، اليوم الأربعاء 12 أفريل 2023، في بيان مشترك لوزيري الخارجية أن الحكومة السورية قررت إعادة فتح سفارتها في تونس وتعيين سفير على رأسها.

وجاء في البيان الذي نشرته وكالة تونس إفريقيا للأنباء (وات) أن القرار يأتي تجاوبا مع مبادرة رئيس الجمهورية قيس سعيد بتعيين سفير لتونس في دمشق.

وكان قيس سعيد قد أعلن في 9 فيفري الماضي رفع مستوى التمثيل الدبلوماسي في سوريا، ثم كلف يوم 3 أفريل الجاري وزير الخارجية نبيل عمار بالانطلاق في إجراءات تعيين السفير.

ومن المنتظر أن يزور وزير الخارجية السوري فيصل المقداد تونس يوم الاثنين القادم بدعوة من نظيره التونسي.

وكانت تونس قد قطعت علاقاتها مع دمشق في فيفري 2012 في عهد الرئيس الأسبق المنصف المرزوقي.

استمع إلى الإذاعة مباشرة
حمّل التطبيق
جميع الحقوق محفوظة
','ar','political','text/plain',NULL,NULL,NULL,'2023-04-12','packs/ar/months.tsv:33',NULL,NULL,NULL,NULL,'0d0aa28076d9');
INSERT INTO "page" VALUES (4,'822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','03-fa-beijing-ministers','  خانه
  سیاسی
  بین‌الملل
  ورزش
شنبه ۲۷ خرداد ۱۴۰۲ - ۱۱:۵۹
چاپ ارسال به دوستان نسخه PDF

امیرعبداللهیان و بن فرحان در پکن بیانیه مشترک امضا کردند

وزیران امور خارجه ایران و عربستان سعودی صبح روز پنج‌شنبه ۱۷ فروردین ۱۴۰۲ در پکن دیدار کردند. این نخستین دیدار رسمی وزیران خارجه دو کشور در بیش از هفت سال گذشته است.

عکس: خبرگزاری شین‌هوا؛ دیدار وزیران خارجه ایران و عربستان با حضور چین گانگ

حسین امیرعبداللهیان و فیصل بن فرحان در پایان این دیدار بیانیه‌ای مشترک را در حضور چین گانگ، وزیر خارجه چین، امضا کردند.

به گزارش خبرگزاری ایسنا، دو طرف در این بیانیه توافق کردند که سفارتخانه‌های خود در تهران و ریاض و سرکنسولگری‌ها در جده و مشهد را بازگشایی کنند و پروازهای مستقیم را از سر بگیرند.

[آگهی]

امیرعبداللهیان در صفحه توییتر خود نوشت که دو کشور درباره آغاز رسمی روابط، ثبات و امنیت پایدار منطقه گفت‌وگو کرده‌اند.

وزیر خارجه عربستان نیز همتای ایرانی خود را برای سفر به ریاض دعوت کرد و امیرعبداللهیان هم از او خواست به تهران سفر کند.

قرار است هیئت‌های فنی دو کشور به‌زودی برای آماده کردن سفارتخانه‌ها به تهران و ریاض بروند.

سخنگوی وزارت خارجه چین، مائو نینگ، گفت پکن آماده است به بهبود روابط دو طرف کمک کند.

خبرهای مرتبط

  متن کامل بیانیه سه‌جانبه
  قیمت نفت بالا رفت
کد خبر: ۵۱۲۰ | تمامی حقوق محفوظ است','fa','political','text/html','https://alborz.example.org/fa/news/5120','خبرگاه البرز','امیرعبداللهیان و بن فرحان در پکن بیانیه مشترک امضا کردند','2023-04-06','outside','2023-06-17','packs/fa/months.tsv:6','2023-06-17','packs/fa/months.tsv:6','0d0aa28076d9');
INSERT INTO "capture" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','04-fa-raisi-damascus','',NULL,'',NULL,NULL,'0d0aa28076d9');
INSERT INTO "capture" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','03-fa-beijing-ministers','https://alborz.example.org/fa/news/5120','خبرگاه البرز','','2023-04-06','امیرعبداللهیان و بن فرحان در پکن بیانیه مشترک امضا کردند','0d0aa28076d9');
INSERT INTO "capture" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','05-ar-raisi-damascus','',NULL,'',NULL,NULL,'0d0aa28076d9');
INSERT INTO "capture" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','12-ar-tunis-embassies','',NULL,'',NULL,NULL,'0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',0,0,65,'boilerplate',NULL,NULL,'find_ranges:browser_title','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',1,66,90,'boilerplate',NULL,NULL,'find_ranges:date_line','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',2,92,141,'title',NULL,NULL,'find_ranges:title','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',3,143,155,'boilerplate',NULL,NULL,'packs/fa/boilerplate.tsv:241','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',4,156,161,'boilerplate',NULL,NULL,'packs/fa/boilerplate.tsv:18','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',5,163,275,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',6,276,388,'duplicate',163,275,'find_ranges:same_paragraph','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',7,390,568,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',8,570,755,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',9,757,871,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',10,873,984,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',11,986,1100,'duplicate',757,871,'find_ranges:same_paragraph','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',12,1102,1222,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',13,1224,1286,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',14,1288,1299,'boilerplate',NULL,NULL,'packs/fa/boilerplate.tsv:716','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',15,1300,1308,'boilerplate',NULL,NULL,'packs/fa/boilerplate.tsv:720','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',16,1309,1346,'boilerplate',NULL,NULL,'find_ranges:url_line','0d0aa28076d9');
INSERT INTO "range" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',17,1348,1382,'boilerplate',NULL,NULL,'packs/fa/boilerplate.tsv:362','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',0,2,6,'boilerplate',NULL,NULL,'html:not_main_content','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',1,9,14,'boilerplate',NULL,NULL,'html:not_main_content','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',2,17,26,'boilerplate',NULL,NULL,'html:not_main_content','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',3,29,33,'boilerplate',NULL,NULL,'html:not_main_content','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',4,34,60,'boilerplate',NULL,NULL,'html:not_main_content','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',5,61,89,'boilerplate',NULL,NULL,'html:not_main_content','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',6,91,147,'title',NULL,NULL,'packs/markup/places.tsv:150','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',7,149,313,'body',NULL,NULL,'html:densest','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',8,315,389,'caption',NULL,NULL,'packs/markup/places.tsv:209','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',9,391,510,'body',NULL,NULL,'html:densest','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',10,512,688,'body',NULL,NULL,'html:densest','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',11,690,696,'boilerplate',NULL,NULL,'packs/markup/places.tsv:342','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',12,698,815,'body',NULL,NULL,'html:densest','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',13,817,935,'body',NULL,NULL,'html:densest','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',14,937,1026,'body',NULL,NULL,'html:densest','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',15,1028,1111,'body',NULL,NULL,'html:densest','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',16,1113,1125,'boilerplate',NULL,NULL,'html:not_main_content','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',17,1129,1153,'boilerplate',NULL,NULL,'html:not_main_content','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',18,1156,1173,'boilerplate',NULL,NULL,'html:not_main_content','0d0aa28076d9');
INSERT INTO "range" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',19,1174,1209,'boilerplate',NULL,NULL,'html:not_main_content','0d0aa28076d9');
INSERT INTO "range" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',0,0,4,'boilerplate',NULL,NULL,'packs/ar/boilerplate.tsv:117','0d0aa28076d9');
INSERT INTO "range" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',1,5,64,'title',NULL,NULL,'find_ranges:title','0d0aa28076d9');
INSERT INTO "range" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',2,66,81,'title',NULL,NULL,'find_ranges:heading','0d0aa28076d9');
INSERT INTO "range" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',3,82,99,'boilerplate',NULL,NULL,'find_ranges:date_line','0d0aa28076d9');
INSERT INTO "range" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',4,101,244,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',5,246,378,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',6,380,494,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',7,496,594,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',8,596,597,'boilerplate',NULL,NULL,'find_ranges:no_words','0d0aa28076d9');
INSERT INTO "range" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',9,599,690,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',10,692,752,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',11,754,899,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',12,901,934,'boilerplate',NULL,NULL,'packs/ar/boilerplate.tsv:621','0d0aa28076d9');
INSERT INTO "range" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',13,935,980,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',0,0,17,'title',NULL,NULL,'find_ranges:title','0d0aa28076d9');
INSERT INTO "range" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',1,18,50,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',2,52,80,'boilerplate',NULL,NULL,'find_ranges:date_line','0d0aa28076d9');
INSERT INTO "range" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',3,81,92,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',4,94,245,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',5,247,388,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',6,390,553,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',7,555,656,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',8,658,745,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',9,747,771,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',10,772,784,'body',NULL,NULL,'find_ranges:body','0d0aa28076d9');
INSERT INTO "range" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',11,785,803,'boilerplate',NULL,NULL,'packs/ar/boilerplate.tsv:792','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',0,0,65,'find_ranges:browser_title','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',1,66,90,'find_ranges:date_line','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',2,143,155,'packs/fa/boilerplate.tsv:241','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',3,156,161,'packs/fa/boilerplate.tsv:18','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',4,1288,1299,'packs/fa/boilerplate.tsv:716','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',5,1300,1308,'packs/fa/boilerplate.tsv:720','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',6,1309,1346,'find_ranges:url_line','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',7,1348,1382,'packs/fa/boilerplate.tsv:362','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',0,2,6,'html:not_main_content','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',1,9,14,'html:not_main_content','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',2,17,26,'html:not_main_content','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',3,29,33,'html:not_main_content','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',4,34,60,'html:not_main_content','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',5,61,89,'html:not_main_content','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',6,315,389,'packs/markup/places.tsv:209','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',7,690,696,'packs/markup/places.tsv:342','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',8,1113,1125,'html:not_main_content','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',9,1129,1153,'html:not_main_content','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',10,1156,1173,'html:not_main_content','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',11,1174,1209,'html:not_main_content','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',0,0,4,'packs/ar/boilerplate.tsv:117','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',1,82,99,'find_ranges:date_line','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',2,596,597,'find_ranges:no_words','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',3,901,934,'packs/ar/boilerplate.tsv:621','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',0,52,80,'find_ranges:date_line','0d0aa28076d9');
INSERT INTO "boilerplate" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',1,785,803,'packs/ar/boilerplate.tsv:792','0d0aa28076d9');
INSERT INTO "page_date" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',0,'retrieved','2023-12-09',66,83,'شنبه، ۱۸ آذر ۱۴۰۲','packs/fa/months.tsv:13','0d0aa28076d9');
INSERT INTO "page_date" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',0,'published','2023-04-06',NULL,NULL,NULL,'outside:published','0d0aa28076d9');
INSERT INTO "page_date" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',1,'retrieved','2023-06-17',34,52,'شنبه ۲۷ خرداد ۱۴۰۲','packs/fa/months.tsv:6','0d0aa28076d9');
INSERT INTO "page_date" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',0,'published','2023-05-03',82,99,'03 أيار/مايو 2023','packs/ar/months.tsv:22','0d0aa28076d9');
INSERT INTO "page_date" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',0,'published','2023-04-12',113,141,'اليوم الأربعاء 12 أفريل 2023','packs/ar/months.tsv:33','0d0aa28076d9');
INSERT INTO "stated" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',0,'published','2023-04-06T13:20:00+03:30',NULL,NULL,NULL,NULL,'html:json-ld:datePublished','0d0aa28076d9');
INSERT INTO "stated" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',1,'title','امیرعبداللهیان و بن فرحان در پکن بیانیه مشترک امضا کردند',NULL,NULL,NULL,NULL,'html:json-ld:headline','0d0aa28076d9');
INSERT INTO "stated" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',2,'publisher','خبرگاه البرز',NULL,NULL,NULL,NULL,'html:json-ld:publisher.name','0d0aa28076d9');
INSERT INTO "stated" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',3,'published','2023-04-06T13:20:00+03:30',NULL,NULL,NULL,NULL,'html:meta:article:published_time','0d0aa28076d9');
INSERT INTO "stated" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',4,'publisher','خبرگاه البرز',NULL,NULL,NULL,NULL,'html:meta:og:site_name','0d0aa28076d9');
INSERT INTO "stated" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',5,'url','https://alborz.example.org/fa/news/5120',NULL,NULL,NULL,NULL,'html:link:canonical','0d0aa28076d9');
INSERT INTO "stated" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',6,'lang','fa',NULL,NULL,NULL,NULL,'html:lang','0d0aa28076d9');
INSERT INTO "stated" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',7,'title','امیرعبداللهیان و بن فرحان در پکن بیانیه مشترک امضا کردند - خبرگاه البرز',NULL,NULL,NULL,NULL,'html:title','0d0aa28076d9');
INSERT INTO "stated" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',8,'photo','خبرگزاری شین‌هوا؛ دیدار وزیران خارجه ایران و عربستان با حضور چین گانگ',NULL,320,389,'خبرگزاری شین‌هوا؛ دیدار وزیران خارجه ایران و عربستان با حضور چین گانگ','packs/fa/credits.tsv:40','0d0aa28076d9');
INSERT INTO "stated" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',9,'number','۵۱۲۰',NULL,1182,1186,'۵۱۲۰','packs/fa/credits.tsv:44','0d0aa28076d9');
INSERT INTO "skipped" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',0,1102,1162,'recalls an event that the page does not tell','0d0aa28076d9');
INSERT INTO "skipped" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',0,937,1026,'trigger only named, asked for or meant, not done','0d0aa28076d9');
INSERT INTO "skipped" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',0,935,980,'no trigger','0d0aa28076d9');
INSERT INTO "skipped" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',0,18,50,'no trigger','0d0aa28076d9');
INSERT INTO "skipped" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',1,81,92,'no trigger','0d0aa28076d9');
INSERT INTO "skipped" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',2,247,388,'named by a noun that no verb tells','0d0aa28076d9');
INSERT INTO "skipped" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',3,390,553,'no trigger','0d0aa28076d9');
INSERT INTO "skipped" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',4,747,771,'no trigger','0d0aa28076d9');
INSERT INTO "skipped" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',5,772,784,'no trigger','0d0aa28076d9');
INSERT INTO "set_aside" VALUES ('../v5pages.jsonl',0,'no such file or folder','check the path');
INSERT INTO "report" VALUES ('148674e019cd1af5','822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',0,'CONSULT','meeting','actual',1,'2023-04-06','2023-04-06','day','stated','["Thursday 17 Farvardin 1402: leaves 2023-04-06","before the page was published, 2023-04-06: agrees and adds nothing"]',189,221,'صبح روز پنج‌شنبه ۱۷ فروردین ۱۴۰۲',NULL,NULL,NULL,NULL,NULL,'Beijing','plc-beijing','CHN',225,228,'پکن','packs/fa/triggers.tsv:3','0d0aa28076d9');
INSERT INTO "report" VALUES ('2ef35d4eeef4235c','822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',6,'AGREE',NULL,'actual',0,'2023-04-06','2023-04-06','day','stated','["Thursday 17 Farvardin 1402, the day of the meeting: leaves 2023-04-06","before the page was published, 2023-04-06: agrees and adds nothing"]',189,221,'صبح روز پنج‌شنبه ۱۷ فروردین ۱۴۰۲',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'packs/fa/triggers.tsv:186','0d0aa28076d9');
INSERT INTO "report" VALUES ('3a42158580584617','0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',3,'AGREE',NULL,'actual',0,'2023-05-03','2023-05-03','day','stated','["Wednesday 13 Ordibehesht, seen from a page of 2023-05-03 to 2023-06-03, the day of what the same actor did: leaves 2023-05-03","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: agrees and adds nothing","before the page was seen, 2023-12-09: agrees and adds nothing"]',180,208,'روز چهارشنبه سیزدهم اردیبهشت',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'packs/fa/triggers.tsv:171','0d0aa28076d9');
INSERT INTO "report" VALUES ('4306ecb7f3b0a15c','845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',0,'CONSULT','meeting','actual',0,'2023-05-03','2023-05-03','day','relative','["Wednesday today, seen from 2023-05-03: leaves 2023-05-03","before the page was published, 2023-05-03: agrees and adds nothing","Bashar al-Assad was president 2000-07-17 to 2024-12-08: agrees and adds nothing","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: agrees and adds nothing"]',153,167,'اليوم الأربعاء',NULL,NULL,NULL,NULL,NULL,'Damascus','plc-damascus','SYR',147,151,'دمشق','packs/ar/triggers.tsv:17','0d0aa28076d9');
INSERT INTO "report" VALUES ('5a544b6c2aea36a1','845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',1,'CONSULT','visit','actual',1,'2023-05-03','2023-05-03','day','relative','["Wednesday today, seen from 2023-05-03: leaves 2023-05-03","before the page was published, 2023-05-03: agrees and adds nothing","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: agrees and adds nothing"]',153,167,'اليوم الأربعاء',NULL,NULL,NULL,NULL,NULL,'Damascus','plc-damascus','SYR',147,151,'دمشق','packs/ar/triggers.tsv:281','0d0aa28076d9');
INSERT INTO "report" VALUES ('5d326786780b0fde','ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',0,'SUPPORT',NULL,'actual',1,'2023-04-12','2023-04-12','day','stated','["Wednesday 12 April 2023 today: leaves 2023-04-12","before the page was published, 2023-04-12: agrees and adds nothing"]',113,141,'اليوم الأربعاء 12 أفريل 2023',NULL,NULL,NULL,NULL,NULL,'Tunisia','country:TUN','TUN',218,222,'تونس','packs/ar/triggers.tsv:1051','0d0aa28076d9');
INSERT INTO "report" VALUES ('65ae853195781e58','845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',3,'CONSULT','visit','actual',0,'2023-04-02','2023-05-03','interval','relative','["before the page was published, 2023-05-03: leaves ... to 2023-05-03","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: leaves 2021-08-03 to 2023-05-03","told as current news: leaves 2023-04-02 to 2023-05-03"]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Damascus Airport','plc-damascus-airport','SYR',624,640,'مطار دمشق الدولي','packs/ar/triggers.tsv:309','0d0aa28076d9');
INSERT INTO "report" VALUES ('73076d8f04dc8d8d','0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',1,'CONSULT','meeting','actual',1,'2023-05-03','2023-05-03','day','stated','["Wednesday 13 Ordibehesht, seen from a page of 2023-05-03 to 2023-06-03: leaves 2023-05-03","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: agrees and adds nothing","before the page was seen, 2023-12-09: agrees and adds nothing"]',180,208,'روز چهارشنبه سیزدهم اردیبهشت',NULL,NULL,NULL,NULL,NULL,'Damascus','plc-damascus','SYR',243,247,'دمشق','packs/fa/triggers.tsv:3','0d0aa28076d9');
INSERT INTO "report" VALUES ('7dc37dc198e69b77','ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',2,'SANCTION','discontinue','historical',0,'2012-02-01','2012-02-29','month','stated','["February 2012: leaves 2012-02-01 to 2012-02-29","before the page was published, 2023-04-12: agrees and adds nothing"]',697,707,'فيفري 2012',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'packs/ar/triggers.tsv:3054','0d0aa28076d9');
INSERT INTO "report" VALUES ('86a881e25a9aceb1','0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',0,'CONSULT','visit','actual',0,'2023-05-03','2023-05-03','day','stated','["Wednesday 13 Ordibehesht, seen from a page of 2023-05-03 to 2023-06-03: leaves 2023-05-03","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: agrees and adds nothing","before the page was seen, 2023-12-09: agrees and adds nothing"]',180,208,'روز چهارشنبه سیزدهم اردیبهشت',NULL,NULL,NULL,NULL,NULL,'Damascus','plc-damascus','SYR',243,247,'دمشق','packs/fa/triggers.tsv:79','0d0aa28076d9');
INSERT INTO "report" VALUES ('9ede116816ad8807','ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',1,'CONSULT','visit','planned',0,'2023-04-17','2023-04-17','day','weekday','["Monday next such, seen from 2023-04-12: leaves 2023-04-17"]',614,632,'يوم الاثنين القادم',NULL,NULL,NULL,NULL,NULL,'Tunisia','country:TUN','TUN',609,613,'تونس','packs/ar/triggers.tsv:219','0d0aa28076d9');
INSERT INTO "report" VALUES ('a202210d151d4416','822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',4,'REQUEST',NULL,'actual',0,'2023-03-06','2023-04-06','interval','relative','["before the page was published, 2023-04-06: leaves ... to 2023-04-06","Faisal bin Farhan Al Saud was foreign minister 2019-10-23 to ...: leaves 2019-10-23 to 2023-04-06","told as current news: leaves 2023-03-06 to 2023-04-06"]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'packs/fa/triggers.tsv:475','0d0aa28076d9');
INSERT INTO "report" VALUES ('aaa376378bb02f4e','822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',5,'REQUEST',NULL,'actual',0,'2023-03-06','2023-04-06','interval','relative','["before the page was published, 2023-04-06: leaves ... to 2023-04-06","told as current news: leaves 2023-03-06 to 2023-04-06"]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'packs/fa/triggers.tsv:453','0d0aa28076d9');
INSERT INTO "report" VALUES ('b638204082d58423','822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',2,'AGREE',NULL,'actual',0,'2023-03-06','2023-04-06','interval','relative','["before the page was published, 2023-04-06: leaves ... to 2023-04-06","told as current news: leaves 2023-03-06 to 2023-04-06"]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'packs/fa/triggers.tsv:160','0d0aa28076d9');
INSERT INTO "report" VALUES ('beaf7a645a4945aa','822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',1,'AGREE',NULL,'actual',0,'2023-04-06','2023-04-06','day','stated','["Thursday 17 Farvardin 1402, the day of what the same actor did: leaves 2023-04-06","before the page was published, 2023-04-06: agrees and adds nothing"]',189,221,'صبح روز پنج‌شنبه ۱۷ فروردین ۱۴۰۲',NULL,NULL,NULL,NULL,NULL,'Beijing','plc-beijing','CHN',120,123,'پکن','packs/fa/triggers.tsv:171','0d0aa28076d9');
INSERT INTO "report" VALUES ('c9326f0b04087734','845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',2,'AGREE',NULL,'actual',0,'2023-05-03','2023-05-03','day','relative','["Wednesday today, seen from 2023-05-03, the day of what the same actor did: leaves 2023-05-03","before the page was published, 2023-05-03: agrees and adds nothing","Bashar al-Assad was president 2000-07-17 to 2024-12-08: agrees and adds nothing","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: agrees and adds nothing"]',153,167,'اليوم الأربعاء',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'packs/ar/triggers.tsv:479','0d0aa28076d9');
INSERT INTO "report" VALUES ('d7d7644a0ba6e273','822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',3,'CONSULT','meeting','actual',0,'2023-03-06','2023-04-06','interval','relative','["before the page was published, 2023-04-06: leaves ... to 2023-04-06","told as current news: leaves 2023-03-06 to 2023-04-06"]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'packs/fa/triggers.tsv:18','0d0aa28076d9');
INSERT INTO "report" VALUES ('e68071160051237b','0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',4,'CONSULT','visit','historical',0,'2010-08-23','2010-09-22','month','stated','["Shahrivar 1389: leaves 2010-08-23 to 2010-09-22","before the page was seen, 2023-12-09: agrees and adds nothing"]',1193,1204,'شهریور ۱۳۸۹',NULL,NULL,NULL,NULL,NULL,'Damascus','plc-damascus','SYR',1208,1212,'دمشق','packs/fa/triggers.tsv:87','0d0aa28076d9');
INSERT INTO "report" VALUES ('ea62eb10df9ea687','0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',2,'AGREE',NULL,'actual',0,'2023-05-03','2023-05-03','day','stated','["Wednesday 13 Ordibehesht, seen from a page of 2023-05-03 to 2023-06-03, the day of the meeting: leaves 2023-05-03","before the page was seen, 2023-12-09: agrees and adds nothing"]',180,208,'روز چهارشنبه سیزدهم اردیبهشت',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'packs/fa/triggers.tsv:165','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','3a42158580584617','date','packs/fa/months.tsv:5','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','3a42158580584617','trigger','packs/fa/triggers.tsv:171','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','73076d8f04dc8d8d','date','packs/fa/months.tsv:5','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','73076d8f04dc8d8d','place','packs/actors/country_names.tsv:1670','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','73076d8f04dc8d8d','trigger','packs/fa/triggers.tsv:3','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','86a881e25a9aceb1','date','packs/fa/months.tsv:5','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','86a881e25a9aceb1','place','packs/actors/country_names.tsv:1670','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','86a881e25a9aceb1','trigger','packs/fa/triggers.tsv:79','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','e68071160051237b','date','packs/fa/months.tsv:10','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','e68071160051237b','place','packs/actors/country_names.tsv:1670','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','e68071160051237b','trigger','packs/fa/triggers.tsv:87','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','ea62eb10df9ea687','date','packs/fa/months.tsv:5','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','ea62eb10df9ea687','trigger','packs/fa/triggers.tsv:165','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','148674e019cd1af5','date','packs/fa/months.tsv:4','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','148674e019cd1af5','place','packs/actors/country_names.tsv:303','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','148674e019cd1af5','trigger','packs/fa/triggers.tsv:3','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','2ef35d4eeef4235c','date','packs/fa/months.tsv:4','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','2ef35d4eeef4235c','trigger','packs/fa/triggers.tsv:186','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','a202210d151d4416','trigger','packs/fa/triggers.tsv:475','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','aaa376378bb02f4e','trigger','packs/fa/triggers.tsv:453','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','b638204082d58423','trigger','packs/fa/triggers.tsv:160','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','beaf7a645a4945aa','date','packs/fa/months.tsv:4','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','beaf7a645a4945aa','place','packs/actors/country_names.tsv:303','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','beaf7a645a4945aa','trigger','packs/fa/triggers.tsv:171','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','d7d7644a0ba6e273','trigger','packs/fa/triggers.tsv:18','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','4306ecb7f3b0a15c','date','packs/ar/weekdays.tsv:6','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','4306ecb7f3b0a15c','place','packs/actors/country_names.tsv:1680','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','4306ecb7f3b0a15c','trigger','packs/ar/triggers.tsv:17','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','5a544b6c2aea36a1','date','packs/ar/weekdays.tsv:6','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','5a544b6c2aea36a1','place','packs/actors/country_names.tsv:1680','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','5a544b6c2aea36a1','trigger','packs/ar/triggers.tsv:281','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','65ae853195781e58','place','packs/actors/place_names.tsv:580','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','65ae853195781e58','trigger','packs/ar/triggers.tsv:309','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','c9326f0b04087734','date','packs/ar/weekdays.tsv:6','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','c9326f0b04087734','trigger','packs/ar/triggers.tsv:479','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','5d326786780b0fde','date','packs/ar/months.tsv:33','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','5d326786780b0fde','place','packs/actors/country_names.tsv:1769','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','5d326786780b0fde','trigger','packs/ar/triggers.tsv:1051','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','7dc37dc198e69b77','date','packs/ar/months.tsv:32','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','7dc37dc198e69b77','trigger','packs/ar/triggers.tsv:3054','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','9ede116816ad8807','date','packs/ar/weekdays.tsv:3','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','9ede116816ad8807','place','packs/actors/country_names.tsv:1769','0d0aa28076d9');
INSERT INTO "report_rule" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','9ede116816ad8807','trigger','packs/ar/triggers.tsv:219','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','3a42158580584617','actor',0,'per-ebrahim-raisi','Ebrahim Raisi','person','IRN','GOV',NULL,590,603,'ابراهیم رئیسی','[[92,97],[163,179],[590,603],[757,762],[873,875],[1120,1136],[1255,1260]]','packs/fa/triggers.tsv:171','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','73076d8f04dc8d8d','actor',0,'per-ebrahim-raisi','Ebrahim Raisi','person','IRN','GOV','president',163,179,'رییسجمهوری ایران','[[92,97],[163,179],[590,603],[757,762],[873,875],[1120,1136],[1255,1260]]','packs/fa/triggers.tsv:3','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','73076d8f04dc8d8d','actor',1,'per-bashar-al-assad','Bashar al-Assad','person','SYR','GOV',NULL,256,264,'بشار اسد','[[100,103],[256,264],[606,614],[670,673]]','packs/fa/triggers.tsv:3','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','86a881e25a9aceb1','actor',0,'per-ebrahim-raisi','Ebrahim Raisi','person','IRN','GOV','president',163,179,'رییسجمهوری ایران','[[92,97],[163,179],[590,603],[757,762],[873,875],[1120,1136],[1255,1260]]','packs/fa/triggers.tsv:79','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','e68071160051237b','actor',0,'per-mahmoud-ahmadinejad','Mahmoud Ahmadinejad','person','IRN','GOV',NULL,1174,1189,'محمود احمدینژاد','[[1174,1189]]','packs/fa/triggers.tsv:87','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','e68071160051237b','actor',1,'country:SYR','Syria','government','SYR','GOV',NULL,1208,1212,'دمشق','[[107,111],[243,247],[618,627],[628,632],[929,934],[964,972],[1140,1145],[1208,1212]]','packs/fa/triggers.tsv:87','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','ea62eb10df9ea687','actor',0,'country:IRN','Iran','government','IRN','GOV',NULL,552,559,'دو کشور','[[885,890],[1272,1277]]','packs/fa/triggers.tsv:165','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','ea62eb10df9ea687','actor',1,'country:SYR','Syria','government','SYR','GOV',NULL,552,559,'دو کشور','[[107,111],[243,247],[618,627],[628,632],[929,934],[964,972],[1140,1145],[1208,1212]]','packs/fa/triggers.tsv:165','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','148674e019cd1af5','actor',0,'per-hossein-amir-abdollahian','Hossein Amir-Abdollahian','person','IRN','GOV','foreign minister',149,188,'وزیران امور خارجه ایران و عربستان سعودی','[[91,105],[391,410],[698,712],[840,856],[888,902],[909,911]]','packs/fa/triggers.tsv:3','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','148674e019cd1af5','actor',1,'per-faisal-bin-farhan-al-saud','Faisal bin Farhan Al Saud','person','SAU','GOV','foreign minister',149,188,'وزیران امور خارجه ایران و عربستان سعودی','[[108,116],[413,426],[817,835]]','packs/fa/triggers.tsv:3','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','2ef35d4eeef4235c','actor',0,'per-mao-ning','Mao Ning','person','CHN','GOV','foreign ministry spokesperson',1052,1061,'مائو نینگ','[[1052,1061]]','packs/fa/triggers.tsv:186','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','a202210d151d4416','actor',0,'per-faisal-bin-farhan-al-saud','Faisal bin Farhan Al Saud','person','SAU','GOV','foreign minister',817,835,'وزیر خارجه عربستان','[[108,116],[413,426],[817,835]]','packs/fa/triggers.tsv:475','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','aaa376378bb02f4e','actor',0,'per-hossein-amir-abdollahian','Hossein Amir-Abdollahian','person','IRN','GOV',NULL,888,902,'امیرعبداللهیان','[[91,105],[391,410],[698,712],[840,856],[888,902],[909,911]]','packs/fa/triggers.tsv:453','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','b638204082d58423','actor',0,'country:IRN','Iran','government','IRN','GOV',NULL,537,543,'دو طرف','[[594,599],[921,926],[1007,1012]]','packs/fa/triggers.tsv:160','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','b638204082d58423','actor',1,'country:SAU','Saudi Arabia','government','SAU','GOV',NULL,537,543,'دو طرف','[[602,606],[872,876],[1015,1019]]','packs/fa/triggers.tsv:160','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','beaf7a645a4945aa','actor',0,'per-hossein-amir-abdollahian','Hossein Amir-Abdollahian','person','IRN','GOV',NULL,391,410,'حسین امیرعبداللهیان','[[91,105],[391,410],[698,712],[840,856],[888,902],[909,911]]','packs/fa/triggers.tsv:171','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','beaf7a645a4945aa','actor',1,'per-faisal-bin-farhan-al-saud','Faisal bin Farhan Al Saud','person','SAU','GOV',NULL,413,426,'فیصل بن فرحان','[[108,116],[413,426],[817,835]]','packs/fa/triggers.tsv:171','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','d7d7644a0ba6e273','actor',0,'country:SAU','Saudi Arabia','government','SAU','GOV',NULL,740,747,'دو کشور','[[602,606],[872,876],[1015,1019]]','packs/fa/triggers.tsv:18','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','d7d7644a0ba6e273','actor',1,'country:IRN','Iran','government','IRN','GOV',NULL,740,747,'دو کشور','[[594,599],[921,926],[1007,1012]]','packs/fa/triggers.tsv:18','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','4306ecb7f3b0a15c','actor',0,'per-bashar-al-assad','Bashar al-Assad','person','SYR','GOV','president',122,132,'بشار الأسد','[[7,10],[122,132],[400,403]]','packs/ar/triggers.tsv:17','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','4306ecb7f3b0a15c','actor',1,'per-ebrahim-raisi','Ebrahim Raisi','person','IRN','GOV','president',184,197,'إبراهيم رئيسي','[[12,17],[184,197],[512,517],[615,620]]','packs/ar/triggers.tsv:17','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','5a544b6c2aea36a1','actor',0,'per-ebrahim-raisi','Ebrahim Raisi','person','IRN','GOV','president',184,197,'إبراهيم رئيسي','[[12,17],[184,197],[512,517],[615,620]]','packs/ar/triggers.tsv:281','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','5a544b6c2aea36a1','actor',1,'country:SYR','Syria','government','SYR','GOV',NULL,211,216,'سوريا','[[28,32],[66,70],[136,145],[147,151],[211,216],[529,534],[724,729]]','packs/ar/triggers.tsv:281','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','65ae853195781e58','actor',0,'per-ebrahim-raisi','Ebrahim Raisi','person','IRN','GOV',NULL,615,620,'رئيسي','[[12,17],[184,197],[512,517],[615,620]]','packs/ar/triggers.tsv:309','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','65ae853195781e58','actor',1,'office:economy_minister:SYR','Economy minister of Syria','person','SYR',NULL,'economy minister',641,672,'وزير الاقتصاد والتجارة الخارجية','[[641,672]]','packs/ar/triggers.tsv:309','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','c9326f0b04087734','actor',0,'per-bashar-al-assad','Bashar al-Assad','person','SYR','GOV','president',297,303,'رئيسين','[[7,10],[122,132],[400,403]]','packs/ar/triggers.tsv:479','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','c9326f0b04087734','actor',1,'per-ebrahim-raisi','Ebrahim Raisi','person','IRN','GOV','president',297,303,'رئيسين','[[12,17],[184,197],[512,517],[615,620]]','packs/ar/triggers.tsv:479','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','5d326786780b0fde','actor',0,'organ:government:SYR','Government of Syria','government','SYR','GOV',NULL,178,191,'حكومة السورية','[[178,191]]','packs/ar/triggers.tsv:1051','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','5d326786780b0fde','recipient',0,'country:TUN','Tunisia','government','TUN','GOV',NULL,218,222,'تونس','[[18,22],[100,104],[218,222],[375,379],[609,613],[664,668]]','packs/ar/triggers.tsv:1051','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','7dc37dc198e69b77','actor',0,'country:TUN','Tunisia','government','TUN','GOV',NULL,664,668,'تونس','[[18,22],[100,104],[218,222],[375,379],[609,613],[664,668]]','packs/ar/triggers.tsv:3054','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','7dc37dc198e69b77','recipient',0,'country:SYR','Syria','government','SYR','GOV',NULL,689,693,'دمشق','[[24,29],[106,111],[383,387],[462,467],[689,693]]','packs/ar/triggers.tsv:3054','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','9ede116816ad8807','actor',0,'per-faisal-mekdad','Faisal Mekdad','person','SYR','GOV','foreign minister',596,608,'فيصل المقداد','[[596,608]]','packs/ar/triggers.tsv:219','0d0aa28076d9');
INSERT INTO "report_party" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','9ede116816ad8807','actor',1,'country:TUN','Tunisia','government','TUN','GOV',NULL,609,613,'تونس','[[18,22],[100,104],[218,222],[375,379],[609,613],[664,668]]','packs/ar/triggers.tsv:219','0d0aa28076d9');
INSERT INTO "report_link" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','3a42158580584617',0,'org-tasnim','Tasnim','agency','IRN',390,404,'خبرگزاری تسنیم','packs/fa/attribution.tsv:40','0d0aa28076d9');
INSERT INTO "report_link" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','3a42158580584617',1,'org-sana','SANA','agency','SYR',436,440,'سانا','packs/fa/attribution.tsv:40','0d0aa28076d9');
INSERT INTO "report_link" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','73076d8f04dc8d8d',0,'org-sana','SANA','agency','SYR',436,440,'سانا','packs/fa/attribution.tsv:40','0d0aa28076d9');
INSERT INTO "report_link" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','73076d8f04dc8d8d',1,'org-tasnim','Tasnim','agency','IRN',390,404,'خبرگزاری تسنیم','packs/fa/attribution.tsv:40','0d0aa28076d9');
INSERT INTO "report_link" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','86a881e25a9aceb1',0,'org-sana','SANA','agency','SYR',436,440,'سانا','packs/fa/attribution.tsv:40','0d0aa28076d9');
INSERT INTO "report_link" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','ea62eb10df9ea687',0,'org-tasnim','Tasnim','agency','IRN',390,404,'خبرگزاری تسنیم','packs/fa/attribution.tsv:40','0d0aa28076d9');
INSERT INTO "report_link" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','ea62eb10df9ea687',1,'org-sana','SANA','agency','SYR',415,434,'خبرگزاری رسمی سوریه','packs/fa/speech.tsv:23','0d0aa28076d9');
INSERT INTO "report_link" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','148674e019cd1af5',0,'org-isna','ISNA','agency','IRN',521,535,'خبرگزاری ایسنا','packs/fa/attribution.tsv:2','0d0aa28076d9');
INSERT INTO "report_link" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','b638204082d58423',0,'org-isna','ISNA','agency','IRN',521,535,'خبرگزاری ایسنا','packs/fa/attribution.tsv:2','0d0aa28076d9');
INSERT INTO "report_link" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','beaf7a645a4945aa',0,'org-isna','ISNA','agency','IRN',521,535,'خبرگزاری ایسنا','packs/fa/attribution.tsv:2','0d0aa28076d9');
INSERT INTO "report_link" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','d7d7644a0ba6e273',0,'per-hossein-amir-abdollahian','Hossein Amir-Abdollahian','official','IRN',698,712,'امیرعبداللهیان','packs/fa/speech.tsv:6','0d0aa28076d9');
INSERT INTO "report_link" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','c9326f0b04087734',0,'organ:presidency:SYR','Presidency of Syria','office','SYR',252,283,'رئاسة الجمهورية العربية السورية','packs/ar/speech.tsv:2','0d0aa28076d9');
INSERT INTO "report_link" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','5d326786780b0fde',0,'office:foreign_ministers:SYR','Foreign ministers of Syria','official','SYR',158,172,'وزيري الخارجية','packs/ar/attribution.tsv:270','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','3a42158580584617',-1,659,663,'امضا','packs/fa/triggers.tsv:171','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','3a42158580584617',0,659,663,'امضا','packs/fa/triggers.tsv:171','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','73076d8f04dc8d8d',-1,265,270,'دیدار','packs/fa/triggers.tsv:3','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','73076d8f04dc8d8d',0,265,270,'دیدار','packs/fa/triggers.tsv:3','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','73076d8f04dc8d8d',1,633,639,'گفتوگو','packs/fa/triggers.tsv:3','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','73076d8f04dc8d8d',2,681,686,'دیدار','packs/fa/triggers.tsv:3','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','86a881e25a9aceb1',-1,238,242,'وارد','packs/fa/triggers.tsv:79','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','86a881e25a9aceb1',0,238,242,'وارد','packs/fa/triggers.tsv:79','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','e68071160051237b',-1,1213,1216,'رفت','packs/fa/triggers.tsv:87','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','e68071160051237b',0,1213,1216,'رفت','packs/fa/triggers.tsv:87','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','e68071160051237b',1,1228,1231,'سفر','packs/fa/triggers.tsv:87','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','ea62eb10df9ea687',-1,489,508,'امضای یادداشت تفاهم','packs/fa/triggers.tsv:165','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','ea62eb10df9ea687',0,489,508,'امضای یادداشت تفاهم','packs/fa/triggers.tsv:165','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','148674e019cd1af5',-1,229,234,'دیدار','packs/fa/triggers.tsv:3','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','148674e019cd1af5',0,229,234,'دیدار','packs/fa/triggers.tsv:3','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','148674e019cd1af5',1,253,263,'دیدار رسمی','packs/fa/triggers.tsv:3','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','148674e019cd1af5',2,440,445,'دیدار','packs/fa/triggers.tsv:3','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','2ef35d4eeef4235c',-1,1071,1076,'آماده','packs/fa/triggers.tsv:186','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','2ef35d4eeef4235c',0,1071,1076,'آماده','packs/fa/triggers.tsv:186','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','a202210d151d4416',-1,877,881,'دعوت','packs/fa/triggers.tsv:475','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','a202210d151d4416',0,877,881,'دعوت','packs/fa/triggers.tsv:475','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','aaa376378bb02f4e',-1,912,917,'خواست','packs/fa/triggers.tsv:453','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','aaa376378bb02f4e',0,912,917,'خواست','packs/fa/triggers.tsv:453','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','b638204082d58423',-1,558,563,'توافق','packs/fa/triggers.tsv:160','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','b638204082d58423',0,558,563,'توافق','packs/fa/triggers.tsv:160','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','beaf7a645a4945aa',-1,499,503,'امضا','packs/fa/triggers.tsv:171','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','beaf7a645a4945aa',0,499,503,'امضا','packs/fa/triggers.tsv:171','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','beaf7a645a4945aa',1,137,141,'امضا','packs/fa/triggers.tsv:171','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','d7d7644a0ba6e273',-1,798,805,'گفت‌وگو','packs/fa/triggers.tsv:18','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','d7d7644a0ba6e273',0,798,805,'گفت‌وگو','packs/fa/triggers.tsv:18','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','4306ecb7f3b0a15c',-1,101,107,'استقبل','packs/ar/triggers.tsv:17','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','4306ecb7f3b0a15c',0,101,107,'استقبل','packs/ar/triggers.tsv:17','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','5a544b6c2aea36a1',-1,220,231,'زيارة رسمية','packs/ar/triggers.tsv:281','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','5a544b6c2aea36a1',0,220,231,'زيارة رسمية','packs/ar/triggers.tsv:281','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','5a544b6c2aea36a1',1,701,706,'زيارة','packs/ar/triggers.tsv:281','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','65ae853195781e58',-1,600,614,'كان في استقبال','packs/ar/triggers.tsv:309','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','65ae853195781e58',0,600,614,'كان في استقبال','packs/ar/triggers.tsv:309','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','c9326f0b04087734',-1,309,320,'مذكرة تفاهم','packs/ar/triggers.tsv:479','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','c9326f0b04087734',0,309,320,'مذكرة تفاهم','packs/ar/triggers.tsv:479','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','c9326f0b04087734',1,304,308,'وقعا','packs/ar/triggers.tsv:479','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','5d326786780b0fde',-1,197,211,'إعادة فتح سفار','packs/ar/triggers.tsv:1051','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','5d326786780b0fde',0,197,211,'إعادة فتح سفار','packs/ar/triggers.tsv:1051','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','5d326786780b0fde',1,192,196,'قررت','packs/ar/triggers.tsv:1051','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','7dc37dc198e69b77',-1,672,684,'قطعت علاقاته','packs/ar/triggers.tsv:3054','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','7dc37dc198e69b77',0,672,684,'قطعت علاقاته','packs/ar/triggers.tsv:3054','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','9ede116816ad8807',-1,571,574,'زور','packs/ar/triggers.tsv:219','0d0aa28076d9');
INSERT INTO "trigger" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','9ede116816ad8807',0,571,574,'زور','packs/ar/triggers.tsv:219','0d0aa28076d9');
INSERT INTO "report_context" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','3a42158580584617',0,'diplomatic',694,707,'روابط دو کشور','packs/fa/contexts.tsv:531','0d0aa28076d9');
INSERT INTO "report_context" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','73076d8f04dc8d8d',0,'diplomatic',694,707,'روابط دو کشور','packs/fa/contexts.tsv:531','0d0aa28076d9');
INSERT INTO "report_context" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','73076d8f04dc8d8d',1,'executive',163,179,'رییسجمهوری ایران','packs/plover/context_signs.tsv:23','0d0aa28076d9');
INSERT INTO "report_context" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','86a881e25a9aceb1',0,'executive',163,179,'رییسجمهوری ایران','packs/plover/context_signs.tsv:23','0d0aa28076d9');
INSERT INTO "report_context" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','148674e019cd1af5',0,'diplomatic',149,188,'وزیران امور خارجه ایران و عربستان سعودی','packs/plover/context_signs.tsv:54','0d0aa28076d9');
INSERT INTO "report_context" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','2ef35d4eeef4235c',0,'diplomatic',1052,1061,'مائو نینگ','packs/plover/context_signs.tsv:56','0d0aa28076d9');
INSERT INTO "report_context" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','a202210d151d4416',0,'diplomatic',817,835,'وزیر خارجه عربستان','packs/plover/context_signs.tsv:54','0d0aa28076d9');
INSERT INTO "report_context" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','aaa376378bb02f4e',0,'diplomatic',817,827,'وزیر خارجه','packs/fa/contexts.tsv:513','0d0aa28076d9');
INSERT INTO "report_context" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','b638204082d58423',0,'diplomatic',573,586,'سفارتخانه‌های','packs/fa/contexts.tsv:519','0d0aa28076d9');
INSERT INTO "report_context" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','beaf7a645a4945aa',0,'diplomatic',483,493,'وزیر خارجه','packs/fa/contexts.tsv:513','0d0aa28076d9');
INSERT INTO "report_context" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','4306ecb7f3b0a15c',0,'executive',122,132,'بشار الأسد','packs/plover/context_signs.tsv:23','0d0aa28076d9');
INSERT INTO "report_context" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','5a544b6c2aea36a1',0,'executive',184,197,'إبراهيم رئيسي','packs/plover/context_signs.tsv:23','0d0aa28076d9');
INSERT INTO "report_context" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','65ae853195781e58',0,'economic',641,672,'وزير الاقتصاد والتجارة الخارجية','packs/plover/context_signs.tsv:125','0d0aa28076d9');
INSERT INTO "report_context" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','c9326f0b04087734',0,'executive',297,303,'رئيسين','packs/plover/context_signs.tsv:23','0d0aa28076d9');
INSERT INTO "report_context" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','5d326786780b0fde',0,'diplomatic',207,214,'سفارتها','packs/ar/contexts.tsv:595','0d0aa28076d9');
INSERT INTO "report_context" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','9ede116816ad8807',0,'diplomatic',596,608,'فيصل المقداد','packs/plover/context_signs.tsv:54','0d0aa28076d9');
INSERT INTO "statement" VALUES ('10051825686f771d','0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',3,'indirect','asserts',885,983,'ایران همان طور که در مبارزه با تروریسم کنار سوریه بود، در دوره بازسازی هم کنار این کشور خواهد ماند',876,881,'افزود','packs/fa/speech.tsv:4','0d0aa28076d9');
INSERT INTO "statement" VALUES ('28fc414491693bcc','0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',1,'indirect','asserts',694,754,'روابط دو کشور در سالهای توفانی منطقه ثابت و استوار مانده است',687,690,'گفت','packs/fa/speech.tsv:2','0d0aa28076d9');
INSERT INTO "statement" VALUES ('516fc3c4e20423c7','845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',1,'indirect','asserts',407,493,'العلاقة بين البلدين بقيت ثابتة ومستقرة رغم العواصف السياسية والأمنية التي ضربت المنطقة',394,397,'أكد','packs/ar/speech.tsv:8','0d0aa28076d9');
INSERT INTO "statement" VALUES ('58e7546851b22097','822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',2,'indirect','asserts',1067,1110,'پکن آماده است به بهبود روابط دو طرف کمک کند',1063,1066,'گفت','packs/fa/speech.tsv:2','0d0aa28076d9');
INSERT INTO "statement" VALUES ('836c24aa8c622471','0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',0,'indirect','asserts',455,567,'ریاست جمهوری سوریه در بیانیهای از امضای یادداشت تفاهم برنامه جامع همکاریهای راهبردی بلندمدت میان دو کشور خبر داد',442,447,'گزارش','packs/fa/speech.tsv:23','0d0aa28076d9');
INSERT INTO "statement" VALUES ('8906daad4934186e','845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',0,'indirect','asserts',295,377,'الرئيسين وقعا مذكرة تفاهم لخطة التعاون الشامل الاستراتيجي الطويل الأمد بين البلدين',247,250,'قال','packs/ar/speech.tsv:2','0d0aa28076d9');
INSERT INTO "statement" VALUES ('896b0bb5431c388f','845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',2,'indirect','asserts',529,593,'سوريا حكومة وشعبا تجاوزت المصاعب وانتصرت رغم العقوبات والتهديدات',518,521,'شدد','packs/ar/speech.tsv:61','0d0aa28076d9');
INSERT INTO "statement" VALUES ('9025ff1b42bdcb56','822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',1,'indirect','demands',918,934,'به تهران سفر کند',912,917,'خواست','packs/fa/speech.tsv:189','0d0aa28076d9');
INSERT INTO "statement" VALUES ('a3943b68adfc301a','822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',0,'indirect','asserts',740,814,'دو کشور درباره آغاز رسمی روابط، ثبات و امنیت پایدار منطقه گفت‌وگو کرده‌اند',732,736,'نوشت','packs/fa/speech.tsv:6','0d0aa28076d9');
INSERT INTO "statement" VALUES ('d2f2ee0281184f78','ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',0,'indirect','asserts',176,244,'الحكومة السورية قررت إعادة فتح سفارتها في تونس وتعيين سفير على رأسها',94,98,'أعلن','packs/ar/speech.tsv:20','0d0aa28076d9');
INSERT INTO "statement" VALUES ('e1321bc65b92200f','0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',2,'direct','asserts',779,869,'دولت و ملت سوریه با وجود تهدیدها و تحریمها از دشواریهای بزرگ گذشتهاند و به پیروزی رسیدهاند',767,772,'تاکید','packs/fa/speech.tsv:24','0d0aa28076d9');
INSERT INTO "statement" VALUES ('fe55a1d7b2cc5dcb','845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',3,'indirect','asserts',829,898,'تعميق العلاقات بين إيران ونظام الأسد يجب أن يكون مصدر قلق كبير للعالم',766,769,'قال','packs/ar/speech.tsv:2','0d0aa28076d9');
INSERT INTO "statement_party" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','10051825686f771d','speaker','per-ebrahim-raisi','Ebrahim Raisi','person','IRN','GOV',NULL,873,875,'وی','[[92,97],[163,179],[590,603],[757,762],[873,875],[1120,1136],[1255,1260]]','packs/fa/speech.tsv:4','0d0aa28076d9');
INSERT INTO "statement_party" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','28fc414491693bcc','speaker','per-bashar-al-assad','Bashar al-Assad','person','SYR','GOV',NULL,670,673,'اسد','[[100,103],[256,264],[606,614],[670,673]]','packs/fa/speech.tsv:2','0d0aa28076d9');
INSERT INTO "statement_party" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','836c24aa8c622471','speaker','org-sana','SANA','agency','SYR','JRN',NULL,415,434,'خبرگزاری رسمی سوریه','[[415,434],[436,440]]','packs/fa/speech.tsv:23','0d0aa28076d9');
INSERT INTO "statement_party" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','e1321bc65b92200f','speaker','per-ebrahim-raisi','Ebrahim Raisi','person','IRN','GOV',NULL,757,762,'رئیسی','[[92,97],[163,179],[590,603],[757,762],[873,875],[1120,1136],[1255,1260]]','packs/fa/speech.tsv:24','0d0aa28076d9');
INSERT INTO "statement_party" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','58e7546851b22097','speaker','per-mao-ning','Mao Ning','person','CHN','GOV','foreign ministry spokesperson',1052,1061,'مائو نینگ','[[1052,1061]]','packs/fa/speech.tsv:2','0d0aa28076d9');
INSERT INTO "statement_party" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','9025ff1b42bdcb56','speaker','per-hossein-amir-abdollahian','Hossein Amir-Abdollahian','person','IRN','GOV',NULL,888,902,'امیرعبداللهیان','[[91,105],[391,410],[698,712],[840,856],[888,902],[909,911]]','packs/fa/speech.tsv:189','0d0aa28076d9');
INSERT INTO "statement_party" VALUES ('822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b','a3943b68adfc301a','speaker','per-hossein-amir-abdollahian','Hossein Amir-Abdollahian','person','IRN','GOV',NULL,698,712,'امیرعبداللهیان','[[91,105],[391,410],[698,712],[840,856],[888,902],[909,911]]','packs/fa/speech.tsv:6','0d0aa28076d9');
INSERT INTO "statement_party" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','516fc3c4e20423c7','speaker','per-bashar-al-assad','Bashar al-Assad','person','SYR','GOV',NULL,400,403,'أسد','[[7,10],[122,132],[400,403]]','packs/ar/speech.tsv:8','0d0aa28076d9');
INSERT INTO "statement_party" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','8906daad4934186e','speaker','organ:presidency:SYR','Presidency of Syria','government','SYR','GOV',NULL,252,283,'رئاسة الجمهورية العربية السورية','[[252,283]]','packs/ar/speech.tsv:2','0d0aa28076d9');
INSERT INTO "statement_party" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','896b0bb5431c388f','speaker','per-ebrahim-raisi','Ebrahim Raisi','person','IRN','GOV',NULL,512,517,'رئيسي','[[12,17],[184,197],[512,517],[615,620]]','packs/ar/speech.tsv:61','0d0aa28076d9');
INSERT INTO "statement_party" VALUES ('845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709','fe55a1d7b2cc5dcb','speaker','office:lawmaker:USA','Lawmaker of United States','person','USA',NULL,'lawmaker',770,812,'نائب المتحدث باسم وزارة الخارجية الأميركية','[[770,812]]','packs/ar/speech.tsv:2','0d0aa28076d9');
INSERT INTO "statement_party" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','d2f2ee0281184f78','speaker','country:TUN','Tunisia','government','TUN','GOV',NULL,100,104,'تونس','[[18,22],[100,104],[218,222],[375,379],[609,613],[664,668]]','packs/ar/speech.tsv:20','0d0aa28076d9');
INSERT INTO "statement_via" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','10051825686f771d',0,'org-tasnim','Tasnim','agency','IRN',390,404,'خبرگزاری تسنیم','packs/fa/attribution.tsv:40','0d0aa28076d9');
INSERT INTO "statement_via" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','10051825686f771d',1,'org-sana','SANA','agency','SYR',436,440,'سانا','packs/fa/attribution.tsv:40','0d0aa28076d9');
INSERT INTO "statement_via" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','28fc414491693bcc',0,'org-tasnim','Tasnim','agency','IRN',390,404,'خبرگزاری تسنیم','packs/fa/attribution.tsv:40','0d0aa28076d9');
INSERT INTO "statement_via" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','28fc414491693bcc',1,'org-sana','SANA','agency','SYR',436,440,'سانا','packs/fa/attribution.tsv:40','0d0aa28076d9');
INSERT INTO "statement_via" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','836c24aa8c622471',0,'org-tasnim','Tasnim','agency','IRN',390,404,'خبرگزاری تسنیم','packs/fa/attribution.tsv:40','0d0aa28076d9');
INSERT INTO "statement_via" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','e1321bc65b92200f',0,'org-tasnim','Tasnim','agency','IRN',390,404,'خبرگزاری تسنیم','packs/fa/attribution.tsv:40','0d0aa28076d9');
INSERT INTO "statement_via" VALUES ('0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8','e1321bc65b92200f',1,'org-sana','SANA','agency','SYR',436,440,'سانا','packs/fa/attribution.tsv:40','0d0aa28076d9');
INSERT INTO "statement_via" VALUES ('ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46','d2f2ee0281184f78',0,'office:foreign_ministers:SYR','Foreign ministers of Syria','official','SYR',158,172,'وزيري الخارجية','packs/ar/attribution.tsv:270','0d0aa28076d9');
INSERT INTO "event" VALUES ('060bbe4d35d1','CONSULT','visit','historical','2010-08-23','2010-09-22','month','stated','["04-fa-raisi-damascus: 2010-08-23 to 2010-09-22 (stated)","Shahrivar 1389: leaves 2010-08-23 to 2010-09-22","before the page was seen, 2023-12-09: agrees and adds nothing"]','Damascus','plc-damascus','SYR',1,1,0,0,'fuse/dates.py','0d0aa28076d9');
INSERT INTO "event" VALUES ('0dd4b3e72490','SANCTION','discontinue','historical','2012-02-01','2012-02-29','month','stated','["12-ar-tunis-embassies: 2012-02-01 to 2012-02-29 (stated)","February 2012: leaves 2012-02-01 to 2012-02-29","before the page was published, 2023-04-12: agrees and adds nothing"]',NULL,NULL,NULL,1,0,0,0,'fuse/dates.py','0d0aa28076d9');
INSERT INTO "event" VALUES ('171ed00d6e5c','CONSULT','meeting','actual','2023-05-03','2023-05-03','day','relative','["05-ar-raisi-damascus: 2023-05-03 (relative)","Wednesday today, seen from 2023-05-03: leaves 2023-05-03","before the page was published, 2023-05-03: agrees and adds nothing","Bashar al-Assad was president 2000-07-17 to 2024-12-08: agrees and adds nothing","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: agrees and adds nothing","04-fa-raisi-damascus: 2023-05-03 agrees"]','Damascus','plc-damascus','SYR',2,1,1,0,'fuse/dates.py','0d0aa28076d9');
INSERT INTO "event" VALUES ('401ed59b9615','AGREE',NULL,'actual','2023-04-06','2023-04-06','day','stated','["03-fa-beijing-ministers: 2023-04-06 (stated)","Thursday 17 Farvardin 1402, the day of the meeting: leaves 2023-04-06","before the page was published, 2023-04-06: agrees and adds nothing"]',NULL,NULL,NULL,1,1,0,0,'fuse/dates.py','0d0aa28076d9');
INSERT INTO "event" VALUES ('4528a13b6035','CONSULT','visit','actual','2023-04-02','2023-05-03','interval','relative','["05-ar-raisi-damascus: 2023-04-02 to 2023-05-03 (relative)","before the page was published, 2023-05-03: leaves ... to 2023-05-03","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: leaves 2021-08-03 to 2023-05-03","told as current news: leaves 2023-04-02 to 2023-05-03"]','Damascus Airport','plc-damascus-airport','SYR',1,0,0,0,'fuse/dates.py','0d0aa28076d9');
INSERT INTO "event" VALUES ('48d8c4990fb6','AGREE',NULL,'actual','2023-04-06','2023-04-06','day','stated','["03-fa-beijing-ministers: 2023-04-06 (stated)","Thursday 17 Farvardin 1402, the day of what the same actor did: leaves 2023-04-06","before the page was published, 2023-04-06: agrees and adds nothing"]','Beijing','plc-beijing','CHN',1,1,1,0,'fuse/dates.py','0d0aa28076d9');
INSERT INTO "event" VALUES ('519ff4c7c6ab','REQUEST',NULL,'actual','2023-03-06','2023-04-06','interval','relative','["03-fa-beijing-ministers: 2023-03-06 to 2023-04-06 (relative)","before the page was published, 2023-04-06: leaves ... to 2023-04-06","told as current news: leaves 2023-03-06 to 2023-04-06"]',NULL,NULL,NULL,1,1,0,0,'fuse/dates.py','0d0aa28076d9');
INSERT INTO "event" VALUES ('54306951962c','REQUEST',NULL,'actual','2023-03-06','2023-04-06','interval','relative','["03-fa-beijing-ministers: 2023-03-06 to 2023-04-06 (relative)","before the page was published, 2023-04-06: leaves ... to 2023-04-06","Faisal bin Farhan Al Saud was foreign minister 2019-10-23 to ...: leaves 2019-10-23 to 2023-04-06","told as current news: leaves 2023-03-06 to 2023-04-06"]',NULL,NULL,NULL,1,1,0,0,'fuse/dates.py','0d0aa28076d9');
INSERT INTO "event" VALUES ('60e9e8c2dee3','CONSULT','visit','planned','2023-04-17','2023-04-17','day','weekday','["12-ar-tunis-embassies: 2023-04-17 (weekday)","Monday next such, seen from 2023-04-12: leaves 2023-04-17"]','Tunisia','country:TUN','TUN',1,0,0,0,'fuse/dates.py','0d0aa28076d9');
INSERT INTO "event" VALUES ('632e0133de95','CONSULT','visit','actual','2023-05-03','2023-05-03','day','relative','["05-ar-raisi-damascus: 2023-05-03 (relative)","Wednesday today, seen from 2023-05-03: leaves 2023-05-03","before the page was published, 2023-05-03: agrees and adds nothing","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: agrees and adds nothing","04-fa-raisi-damascus: 2023-05-03 agrees"]','Damascus','plc-damascus','SYR',2,1,1,0,'fuse/dates.py','0d0aa28076d9');
INSERT INTO "event" VALUES ('77aa7610a4a2','SUPPORT',NULL,'actual','2023-04-12','2023-04-12','day','stated','["12-ar-tunis-embassies: 2023-04-12 (stated)","Wednesday 12 April 2023 today: leaves 2023-04-12","before the page was published, 2023-04-12: agrees and adds nothing"]','Tunisia','country:TUN','TUN',1,0,1,0,'fuse/dates.py','0d0aa28076d9');
INSERT INTO "event" VALUES ('ab5a0c5ef1ea','AGREE',NULL,'actual','2023-05-03','2023-05-03','day','stated','["04-fa-raisi-damascus: 2023-05-03 (stated)","Wednesday 13 Ordibehesht, seen from a page of 2023-05-03 to 2023-06-03, the day of what the same actor did: leaves 2023-05-03","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: agrees and adds nothing","before the page was seen, 2023-12-09: agrees and adds nothing"]',NULL,NULL,NULL,1,1,1,0,'fuse/dates.py','0d0aa28076d9');
INSERT INTO "event" VALUES ('d73d69c6803d','CONSULT','meeting','actual','2023-04-06','2023-04-06','day','stated','["03-fa-beijing-ministers: 2023-04-06 (stated)","Thursday 17 Farvardin 1402: leaves 2023-04-06","before the page was published, 2023-04-06: agrees and adds nothing"]','Beijing','plc-beijing','CHN',1,1,1,0,'fuse/dates.py','0d0aa28076d9');
INSERT INTO "event" VALUES ('e02bd64c93ee','AGREE',NULL,'actual','2023-03-06','2023-04-06','interval','relative','["03-fa-beijing-ministers: 2023-03-06 to 2023-04-06 (relative)","before the page was published, 2023-04-06: leaves ... to 2023-04-06","told as current news: leaves 2023-03-06 to 2023-04-06"]',NULL,NULL,NULL,1,1,1,0,'fuse/dates.py','0d0aa28076d9');
INSERT INTO "event" VALUES ('ea7d223a5c8a','AGREE',NULL,'actual','2023-05-03','2023-05-03','day','relative','["05-ar-raisi-damascus: 2023-05-03 (relative)","Wednesday today, seen from 2023-05-03, the day of what the same actor did: leaves 2023-05-03","before the page was published, 2023-05-03: agrees and adds nothing","Bashar al-Assad was president 2000-07-17 to 2024-12-08: agrees and adds nothing","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: agrees and adds nothing","04-fa-raisi-damascus: 2023-05-03 agrees"]',NULL,NULL,NULL,2,1,2,0,'fuse/dates.py','0d0aa28076d9');
INSERT INTO "event_alias" VALUES ('148ae0f73a89','ea7d223a5c8a');
INSERT INTO "event_alias" VALUES ('3faa9b6c2912','171ed00d6e5c');
INSERT INTO "event_alias" VALUES ('a990a185b50f','632e0133de95');
INSERT INTO "event_party" VALUES ('060bbe4d35d1','actor',0,'per-mahmoud-ahmadinejad','Mahmoud Ahmadinejad','person','IRN','GOV','محمود احمدینژاد');
INSERT INTO "event_party" VALUES ('060bbe4d35d1','actor',1,'country:SYR','Syria','government','SYR','GOV','دمشق');
INSERT INTO "event_party" VALUES ('0dd4b3e72490','actor',0,'country:TUN','Tunisia','government','TUN','GOV','تونس');
INSERT INTO "event_party" VALUES ('0dd4b3e72490','recipient',0,'country:SYR','Syria','government','SYR','GOV','دمشق');
INSERT INTO "event_party" VALUES ('171ed00d6e5c','actor',0,'per-bashar-al-assad','Bashar al-Assad','person','SYR','GOV','بشار الأسد');
INSERT INTO "event_party" VALUES ('171ed00d6e5c','actor',1,'per-ebrahim-raisi','Ebrahim Raisi','person','IRN','GOV','إبراهيم رئيسي');
INSERT INTO "event_party" VALUES ('401ed59b9615','actor',0,'per-mao-ning','Mao Ning','person','CHN','GOV','مائو نینگ');
INSERT INTO "event_party" VALUES ('4528a13b6035','actor',0,'per-ebrahim-raisi','Ebrahim Raisi','person','IRN','GOV','رئيسي');
INSERT INTO "event_party" VALUES ('4528a13b6035','actor',1,'office:economy_minister:SYR','Economy minister of Syria','person','SYR',NULL,'وزير الاقتصاد والتجارة الخارجية');
INSERT INTO "event_party" VALUES ('48d8c4990fb6','actor',0,'per-hossein-amir-abdollahian','Hossein Amir-Abdollahian','person','IRN','GOV','حسین امیرعبداللهیان');
INSERT INTO "event_party" VALUES ('48d8c4990fb6','actor',1,'per-faisal-bin-farhan-al-saud','Faisal bin Farhan Al Saud','person','SAU','GOV','فیصل بن فرحان');
INSERT INTO "event_party" VALUES ('519ff4c7c6ab','actor',0,'per-hossein-amir-abdollahian','Hossein Amir-Abdollahian','person','IRN','GOV','امیرعبداللهیان');
INSERT INTO "event_party" VALUES ('54306951962c','actor',0,'per-faisal-bin-farhan-al-saud','Faisal bin Farhan Al Saud','person','SAU','GOV','وزیر خارجه عربستان');
INSERT INTO "event_party" VALUES ('60e9e8c2dee3','actor',0,'per-faisal-mekdad','Faisal Mekdad','person','SYR','GOV','فيصل المقداد');
INSERT INTO "event_party" VALUES ('60e9e8c2dee3','actor',1,'country:TUN','Tunisia','government','TUN','GOV','تونس');
INSERT INTO "event_party" VALUES ('632e0133de95','actor',0,'per-ebrahim-raisi','Ebrahim Raisi','person','IRN','GOV','إبراهيم رئيسي');
INSERT INTO "event_party" VALUES ('632e0133de95','actor',1,'country:SYR','Syria','government','SYR','GOV','سوريا');
INSERT INTO "event_party" VALUES ('77aa7610a4a2','actor',0,'organ:government:SYR','Government of Syria','government','SYR','GOV','حكومة السورية');
INSERT INTO "event_party" VALUES ('77aa7610a4a2','recipient',0,'country:TUN','Tunisia','government','TUN','GOV','تونس');
INSERT INTO "event_party" VALUES ('ab5a0c5ef1ea','actor',0,'per-ebrahim-raisi','Ebrahim Raisi','person','IRN','GOV','ابراهیم رئیسی');
INSERT INTO "event_party" VALUES ('d73d69c6803d','actor',0,'per-hossein-amir-abdollahian','Hossein Amir-Abdollahian','person','IRN','GOV','وزیران امور خارجه ایران و عربستان سعودی');
INSERT INTO "event_party" VALUES ('d73d69c6803d','actor',1,'per-faisal-bin-farhan-al-saud','Faisal bin Farhan Al Saud','person','SAU','GOV','وزیران امور خارجه ایران و عربستان سعودی');
INSERT INTO "event_party" VALUES ('e02bd64c93ee','actor',0,'country:IRN','Iran','government','IRN','GOV','دو طرف');
INSERT INTO "event_party" VALUES ('e02bd64c93ee','actor',1,'country:SAU','Saudi Arabia','government','SAU','GOV','دو طرف');
INSERT INTO "event_party" VALUES ('ea7d223a5c8a','actor',0,'per-bashar-al-assad','Bashar al-Assad','person','SYR','GOV','رئيسين');
INSERT INTO "event_party" VALUES ('ea7d223a5c8a','actor',1,'per-ebrahim-raisi','Ebrahim Raisi','person','IRN','GOV','رئيسين');
INSERT INTO "event_report" VALUES ('060bbe4d35d1','e68071160051237b','0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',1.0,'["stands alone"]','2010-08-23','2010-09-22','month','stated','["Shahrivar 1389: leaves 2010-08-23 to 2010-09-22","before the page was seen, 2023-12-09: agrees and adds nothing"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('0dd4b3e72490','7dc37dc198e69b77','ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',1.0,'["stands alone"]','2012-02-01','2012-02-29','month','stated','["February 2012: leaves 2012-02-01 to 2012-02-29","before the page was published, 2023-04-12: agrees and adds nothing"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('171ed00d6e5c','4306ecb7f3b0a15c','845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',0.9999,'["likest: 04-fa-raisi-damascus","-6.00 taken off at the start","+0.70 the parties are the same","+1.00 at least two parties, not both states, are the same by their identity","+1.60 both are of one type","+1.20 both are of one mode","+1.20 both are dated, and the days meet","+1.20 both happened in one place","+0.50 around the triggers, the same town is named","+1.79 all names and concepts around the shorter telling are shared","+1.20 many rare names and concepts around the triggers are shared","+0.65 all names and concepts of the shorter page are shared","+1.00 a rare name or concept close to both triggers is shared","+1.50 two languages: there are no common words to be counted","+1.03 two languages: names and concepts must carry what words cannot","+0.26 rare words of the same consonants stand on the pages (two languages)"]','2023-05-03','2023-05-03','day','relative','["Wednesday today, seen from 2023-05-03: leaves 2023-05-03","before the page was published, 2023-05-03: agrees and adds nothing","Bashar al-Assad was president 2000-07-17 to 2024-12-08: agrees and adds nothing","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: agrees and adds nothing"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('171ed00d6e5c','73076d8f04dc8d8d','0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',0.9999,'["likest: 05-ar-raisi-damascus","-6.00 taken off at the start","+0.70 the parties are the same","+1.00 at least two parties, not both states, are the same by their identity","+1.60 both are of one type","+1.20 both are of one mode","+1.20 both are dated, and the days meet","+1.20 both happened in one place","+0.50 around the triggers, the same town is named","+1.79 all names and concepts around the shorter telling are shared","+1.20 many rare names and concepts around the triggers are shared","+0.65 all names and concepts of the shorter page are shared","+1.00 a rare name or concept close to both triggers is shared","+1.50 two languages: there are no common words to be counted","+1.03 two languages: names and concepts must carry what words cannot","+0.26 rare words of the same consonants stand on the pages (two languages)"]','2023-05-03','2023-05-03','day','stated','["Wednesday 13 Ordibehesht, seen from a page of 2023-05-03 to 2023-06-03: leaves 2023-05-03","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: agrees and adds nothing","before the page was seen, 2023-12-09: agrees and adds nothing"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('401ed59b9615','2ef35d4eeef4235c','822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',1.0,'["stands alone"]','2023-04-06','2023-04-06','day','stated','["Thursday 17 Farvardin 1402, the day of the meeting: leaves 2023-04-06","before the page was published, 2023-04-06: agrees and adds nothing"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('4528a13b6035','65ae853195781e58','845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',1.0,'["stands alone"]','2023-04-02','2023-05-03','interval','relative','["before the page was published, 2023-05-03: leaves ... to 2023-05-03","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: leaves 2021-08-03 to 2023-05-03","told as current news: leaves 2023-04-02 to 2023-05-03"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('48d8c4990fb6','beaf7a645a4945aa','822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',1.0,'["stands alone"]','2023-04-06','2023-04-06','day','stated','["Thursday 17 Farvardin 1402, the day of what the same actor did: leaves 2023-04-06","before the page was published, 2023-04-06: agrees and adds nothing"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('519ff4c7c6ab','aaa376378bb02f4e','822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',1.0,'["stands alone"]','2023-03-06','2023-04-06','interval','relative','["before the page was published, 2023-04-06: leaves ... to 2023-04-06","told as current news: leaves 2023-03-06 to 2023-04-06"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('54306951962c','a202210d151d4416','822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',1.0,'["stands alone"]','2023-03-06','2023-04-06','interval','relative','["before the page was published, 2023-04-06: leaves ... to 2023-04-06","Faisal bin Farhan Al Saud was foreign minister 2019-10-23 to ...: leaves 2019-10-23 to 2023-04-06","told as current news: leaves 2023-03-06 to 2023-04-06"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('60e9e8c2dee3','9ede116816ad8807','ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',1.0,'["stands alone"]','2023-04-17','2023-04-17','day','weekday','["Monday next such, seen from 2023-04-12: leaves 2023-04-17"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('632e0133de95','5a544b6c2aea36a1','845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',0.999,'["likest: 04-fa-raisi-damascus","-6.00 taken off at the start","+0.35 the parties are the same","+1.60 both are of one type","+1.20 both are of one mode","+1.20 both are dated, and the days meet","+1.20 both happened in one place","+0.50 around the triggers, the same town is named","+1.57 all names and concepts around the shorter telling are shared","+1.20 many rare names and concepts around the triggers are shared","+0.65 all names and concepts of the shorter page are shared","+0.68 a rare name or concept close to both triggers is shared","+1.50 two languages: there are no common words to be counted","+0.96 two languages: names and concepts must carry what words cannot","+0.26 rare words of the same consonants stand on the pages (two languages)"]','2023-05-03','2023-05-03','day','relative','["Wednesday today, seen from 2023-05-03: leaves 2023-05-03","before the page was published, 2023-05-03: agrees and adds nothing","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: agrees and adds nothing"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('632e0133de95','86a881e25a9aceb1','0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',0.999,'["likest: 05-ar-raisi-damascus","-6.00 taken off at the start","+0.35 the parties are the same","+1.60 both are of one type","+1.20 both are of one mode","+1.20 both are dated, and the days meet","+1.20 both happened in one place","+0.50 around the triggers, the same town is named","+1.57 all names and concepts around the shorter telling are shared","+1.20 many rare names and concepts around the triggers are shared","+0.65 all names and concepts of the shorter page are shared","+0.68 a rare name or concept close to both triggers is shared","+1.50 two languages: there are no common words to be counted","+0.96 two languages: names and concepts must carry what words cannot","+0.26 rare words of the same consonants stand on the pages (two languages)"]','2023-05-03','2023-05-03','day','stated','["Wednesday 13 Ordibehesht, seen from a page of 2023-05-03 to 2023-06-03: leaves 2023-05-03","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: agrees and adds nothing","before the page was seen, 2023-12-09: agrees and adds nothing"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('77aa7610a4a2','5d326786780b0fde','ecb4f455b91e1545c2665aa90cca014f21659757db8fd89417d3791530600e46',1.0,'["stands alone"]','2023-04-12','2023-04-12','day','stated','["Wednesday 12 April 2023 today: leaves 2023-04-12","before the page was published, 2023-04-12: agrees and adds nothing"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('ab5a0c5ef1ea','3a42158580584617','0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',1.0,'["stands alone"]','2023-05-03','2023-05-03','day','stated','["Wednesday 13 Ordibehesht, seen from a page of 2023-05-03 to 2023-06-03, the day of what the same actor did: leaves 2023-05-03","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: agrees and adds nothing","before the page was seen, 2023-12-09: agrees and adds nothing"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('d73d69c6803d','148674e019cd1af5','822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',1.0,'["stands alone"]','2023-04-06','2023-04-06','day','stated','["Thursday 17 Farvardin 1402: leaves 2023-04-06","before the page was published, 2023-04-06: agrees and adds nothing"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('e02bd64c93ee','b638204082d58423','822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b',1.0,'["stands alone"]','2023-03-06','2023-04-06','interval','relative','["before the page was published, 2023-04-06: leaves ... to 2023-04-06","told as current news: leaves 2023-03-06 to 2023-04-06"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('ea7d223a5c8a','c9326f0b04087734','845b7ca8315df6471b9fea32012c1901bb436ceae012c5e45a54bd1db6e03709',0.97,'["likest: 04-fa-raisi-damascus","-6.00 taken off at the start","+0.42 the parties are the same","+1.60 both are of one type","+1.20 both are dated, and the days meet","+1.33 all names and concepts around the shorter telling are shared","+0.75 many rare names and concepts around the triggers are shared","+0.65 all names and concepts of the shorter page are shared","+0.88 a rare name or concept close to both triggers is shared","+1.50 two languages: there are no common words to be counted","+0.88 two languages: names and concepts must carry what words cannot","+0.26 rare words of the same consonants stand on the pages (two languages)"]','2023-05-03','2023-05-03','day','relative','["Wednesday today, seen from 2023-05-03, the day of what the same actor did: leaves 2023-05-03","before the page was published, 2023-05-03: agrees and adds nothing","Bashar al-Assad was president 2000-07-17 to 2024-12-08: agrees and adds nothing","Ebrahim Raisi was president 2021-08-03 to 2024-05-19: agrees and adds nothing"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_report" VALUES ('ea7d223a5c8a','ea62eb10df9ea687','0296197bf11a4b26d618ebca90a5152c49df7323278fb5fb16e25559cc3d89b8',0.97,'["likest: 05-ar-raisi-damascus","-6.00 taken off at the start","+0.42 the parties are the same","+1.60 both are of one type","+1.20 both are dated, and the days meet","+1.33 all names and concepts around the shorter telling are shared","+0.75 many rare names and concepts around the triggers are shared","+0.65 all names and concepts of the shorter page are shared","+0.88 a rare name or concept close to both triggers is shared","+1.50 two languages: there are no common words to be counted","+0.88 two languages: names and concepts must carry what words cannot","+0.26 rare words of the same consonants stand on the pages (two languages)"]','2023-05-03','2023-05-03','day','stated','["Wednesday 13 Ordibehesht, seen from a page of 2023-05-03 to 2023-06-03, the day of the meeting: leaves 2023-05-03","before the page was seen, 2023-12-09: agrees and adds nothing"]','fuse/compare.py','0d0aa28076d9');
INSERT INTO "event_part" VALUES ('171ed00d6e5c','632e0133de95','["04-fa-raisi-damascus tells both, 27 characters apart; 2 pages do","Ebrahim Raisi is the guest, Bashar al-Assad a host","the days of both meet: 2023-05-03"]','fuse/occasions.py','0d0aa28076d9');
INSERT INTO "event_part" VALUES ('48d8c4990fb6','d73d69c6803d','["03-fa-beijing-ministers tells both, 270 characters apart","Hossein Amir-Abdollahian and Faisal bin Farhan Al Saud took part in it","the days of both meet: 2023-04-06"]','fuse/occasions.py','0d0aa28076d9');
INSERT INTO "event_part" VALUES ('ea7d223a5c8a','632e0133de95','["05-ar-raisi-damascus tells both, 89 characters apart; 2 pages do","Bashar al-Assad and Ebrahim Raisi took part in it","the days of both meet: 2023-05-03"]','fuse/occasions.py','0d0aa28076d9');
INSERT INTO "origin" VALUES ('171ed00d6e5c',0,'org-tasnim','Tasnim','agency',1,'innermost link of 1 page','["73076d8f04dc8d8d"]','fuse/origins.py','0d0aa28076d9');
INSERT INTO "origin" VALUES ('48d8c4990fb6',0,'org-isna','ISNA','agency',1,'innermost link of 1 page','["beaf7a645a4945aa"]','fuse/origins.py','0d0aa28076d9');
INSERT INTO "origin" VALUES ('632e0133de95',0,'org-sana','SANA','agency',1,'innermost link of 1 page','["86a881e25a9aceb1"]','fuse/origins.py','0d0aa28076d9');
INSERT INTO "origin" VALUES ('77aa7610a4a2',0,'office:foreign_ministers:SYR','Foreign ministers of Syria','official',1,'innermost link of 1 page','["5d326786780b0fde"]','fuse/origins.py','0d0aa28076d9');
INSERT INTO "origin" VALUES ('ab5a0c5ef1ea',0,'org-sana','SANA','agency',1,'innermost link of 1 page','["3a42158580584617"]','fuse/origins.py','0d0aa28076d9');
INSERT INTO "origin" VALUES ('d73d69c6803d',0,'org-isna','ISNA','agency',1,'innermost link of 1 page','["148674e019cd1af5"]','fuse/origins.py','0d0aa28076d9');
INSERT INTO "origin" VALUES ('e02bd64c93ee',0,'org-isna','ISNA','agency',1,'innermost link of 1 page','["b638204082d58423"]','fuse/origins.py','0d0aa28076d9');
INSERT INTO "origin" VALUES ('ea7d223a5c8a',0,'org-sana','SANA','agency',1,'innermost link of 1 page','["ea62eb10df9ea687"]','fuse/origins.py','0d0aa28076d9');
INSERT INTO "origin" VALUES ('ea7d223a5c8a',1,'organ:presidency:SYR','Presidency of Syria','office',1,'innermost link of 1 page','["c9326f0b04087734"]','fuse/origins.py','0d0aa28076d9');
INSERT INTO "judgement" VALUES (1,'reject','holds','','tester','read','2026-11-22','84926cbe285b4a9ed681c987f41353d595199d9a8a0e66639053bb1d38b08f7a','{"n":1,"previous":"","kind":"reject","target":{"reports":[{"page":"822ebec00c188ee0050d41ab0fbb2a4b2a2e7ddba96e0a4fa6ae3535be3f7b0b","start":798,"end":805,"type":"CONSULT","mode":"meeting"}]},"value":null,"who":"tester","reason":"read","when":"2026-11-22","hash":"84926cbe285b4a9ed681c987f41353d595199d9a8a0e66639053bb1d38b08f7a"}');
INSERT INTO "run" VALUES (1,'0.1.0','0d0aa28076d9');
