-- A case: what Rasad read on a set of pages, with the place of everything it says.
--
-- One SQLite file. `PRAGMA application_id` is 0x52534144 ("RSAD"); `PRAGMA user_version` is the number of this schema.
--
-- How to read it
--   * A page is one text, known by the sha256 of its UTF-8 bytes. Every row that was read on a page carries it as `page`.
--   * `start` and `end` count code points of `page.text`; `end` is not included.
--   * `quote` repeats the words of a span, for one purpose: `rasad verify` cuts the span again and compares.
--   * `rule` says which row of a pack, or which rule, read it (file:line); `rule_version` says which version of the packs.
--   * `n` is the place in a list as it stands in the page's record, from 0.
--   * Lists of plain values are JSON text: spans as [[start, end]], lines of words as ["...", "..."].
--   * Days are ISO 8601; NULL as `earliest` or `latest` means open on that side.
-- No row holds the time at which it was written: the same pages and packs give the same case.

-- ── What was captured ────────────────────────────────────────────────────────────────────────────────────────────────

-- A page as it was read. Days are kept apart by what they are, each with where it comes from (`outside` the text, or a rule).
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

-- Every time the same text was captured, the first time too. A second capture adds a row here and nothing elsewhere.
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

-- What each stretch of the text is: title, body, boilerplate, caption, credit or duplicate (then of `same_start`).
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

-- The stretches that are not article text, as the public record lists them.
CREATE TABLE boilerplate (
    page         TEXT NOT NULL REFERENCES page (sha256),
    n            INTEGER NOT NULL,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, n)
) WITHOUT ROWID;

-- The days of the page itself: published, modified, or retrieved (a banner clock). Never the day of an event.
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

-- What capture, markup or furniture state of the page itself: title, author, credit, number ... each as it stands there.
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

-- Spans of a page that were left out, and why. A sentence of the body that tells nothing says what it lacks.
CREATE TABLE skipped (
    page         TEXT NOT NULL REFERENCES page (sha256),
    n            INTEGER NOT NULL,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    why          TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, n)
) WITHOUT ROWID;

-- Input that could not be read: where, why, what to do. `line` is 0 when the whole file is meant.
CREATE TABLE set_aside (
    path       TEXT NOT NULL,
    line       INTEGER NOT NULL,
    why        TEXT NOT NULL,
    what_to_do TEXT NOT NULL,
    PRIMARY KEY (path, line, why)
) WITHOUT ROWID;

-- ── What pages say ───────────────────────────────────────────────────────────────────────────────────────────────────

-- A report: what one page says of one event. `type` and `mode` are PLOVER's; `status` is actual, planned, denied,
-- hypothetical or historical. The date is what this page alone allows; the event's date may be narrower.
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

-- Which rule read which field of a report.
CREATE TABLE report_rule (
    page         TEXT NOT NULL REFERENCES page (sha256),
    report       TEXT NOT NULL REFERENCES report (id),
    field        TEXT NOT NULL,
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, report, field)
) WITHOUT ROWID;

-- Actors and recipients of a report. `entity` is the register's id, or one made from the name.
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
    rule         TEXT NOT NULL,           -- the row that gave the role
    named_by     TEXT NOT NULL,           -- the row by which the words name the party
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, report, side, n)
) WITHOUT ROWID;

-- The chain that a report came by, outermost (nearest the reader) first. No rows: the page asserts it.
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

-- Every place of the page that tells the event; n = -1 is the one that tells it most fully.
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

-- The contexts of PLOVER that a report has, each with the place that shows it. A context has one row, or two where two words
-- only hint at it. An event has the contexts of its reports.
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

-- A deed that the page names without telling it: no report of its own, but a place where the page may speak of an event
-- that others tell (see event_passing).
CREATE TABLE passing (
    page         TEXT NOT NULL REFERENCES page (sha256),
    n            INTEGER NOT NULL,
    type         TEXT NOT NULL,
    mode         TEXT,
    earliest     TEXT,
    latest       TEXT,
    precision    TEXT,
    basis        TEXT,
    derivation   TEXT,                    -- JSON
    date_start   INTEGER,
    date_end     INTEGER,
    date_quote   TEXT,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    quote        TEXT NOT NULL,
    why          TEXT NOT NULL,           -- why it is no report
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, n)
) WITHOUT ROWID;

-- Reported speech. `form` is direct or indirect.
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

-- Who said it, and to whom.
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
    named_by     TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, statement, side)
) WITHOUT ROWID;

-- The chain that a statement came by, outermost first.
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

-- Counts: value, bound (exact, about, at_least, at_most), unit.
CREATE TABLE figure (
    page         TEXT NOT NULL REFERENCES page (sha256),
    n            INTEGER NOT NULL,
    value        NOT NULL,               -- a number, kept whole or broken as it was read
    bound        TEXT NOT NULL,
    unit         TEXT NOT NULL,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    quote        TEXT NOT NULL,
    report       TEXT REFERENCES report (id),     -- the deed it belongs to
    statement    TEXT REFERENCES statement (id),  -- the innermost one that tells it
    tied_by      TEXT,                    -- the row that ties it to the deed
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, n)
) WITHOUT ROWID;

-- ── What several pages say together (made anew by every build) ───────────────────────────────────────────────────────

-- An event: the thing in the world that its reports tell of. Counts, not judgements: nothing here says what is true.
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

-- Other ids of an event: those that its other reports would give it. Under one of them it, or a part of it, may have been
-- cited before more pages came; `rasad show` finds it there still.
CREATE TABLE event_alias (
    id    TEXT PRIMARY KEY,
    event TEXT NOT NULL REFERENCES event (id)
) WITHOUT ROWID;

-- The pages that name an event in passing. They support nothing: neither pages nor origins of an event count them.
CREATE TABLE event_passing (
    event        TEXT NOT NULL REFERENCES event (id),
    page         TEXT NOT NULL REFERENCES page (sha256),
    n            INTEGER NOT NULL,        -- passing.n
    report       TEXT NOT NULL REFERENCES report (id),  -- the report of another page that it is most like
    score        REAL NOT NULL,           -- 0 to 1: how alike the two are
    reasons      TEXT NOT NULL,           -- JSON
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    PRIMARY KEY (page, n)
) WITHOUT ROWID;

-- Actors and recipients of an event, each named once.
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

-- An actor whom the register does not know: a name that pages have in common, with what speaks for one person or body.
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

-- The pages that name the actor, and how. The actor is found under the id of each.
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

-- Why two sightings are of one actor: the links that hold an actor together, one less than sightings.
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

-- Which reports tell of the event, why they were put together, and the day each has once the others are heard.
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

-- Events that are parts of others: what was agreed or voiced at a meeting, a meeting during a visit. They stay two events.
CREATE TABLE event_part (
    event        TEXT PRIMARY KEY REFERENCES event (id),
    whole        TEXT NOT NULL REFERENCES event (id),
    reasons      TEXT NOT NULL,           -- JSON: the page that tells both, who took part, the days they share
    rule         TEXT NOT NULL,
    rule_version TEXT NOT NULL
) WITHOUT ROWID;

-- Fields of an event that people have set: what was read, what holds now, and the line of the ledger that says so.
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

-- Where the tellings of an event begin: the innermost stated link of each chain.
-- `counted` is 0 for an origin that cannot be told from another one; `why` says so.
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

-- Two reports of one event that cannot both hold. Never averaged, never decided.
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

-- Pages of which one repeats the other, or both a third. Says nothing on which is older. `kind` is wording (the same words),
-- credit (one rests on the outlet of the other), communique (both give the word of one body), translation.
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

-- What fusion needs of a page, worked out once for each version of the packs: a build compares, and reads no page again.
-- MessagePack; to be made anew, not to be read. A row may be deleted at any time.
CREATE TABLE fusion_key (
    page    TEXT PRIMARY KEY REFERENCES page (sha256),
    version TEXT NOT NULL,
    data    BLOB NOT NULL
) WITHOUT ROWID;

-- How pages write the names of those actors whom very many of them name, so that nobody has to count when asked.
CREATE TABLE often_named (
    entity TEXT NOT NULL,                 -- as in report_party and statement_party, or actor.id
    quote  TEXT NOT NULL,
    lang   TEXT NOT NULL,                 -- of the pages
    times  INTEGER NOT NULL,
    PRIMARY KEY (entity, quote, lang)
) WITHOUT ROWID;

-- Which posts pages give to the same actors, with the first and last day of such pages.
CREATE TABLE often_held (
    entity TEXT NOT NULL,
    role   TEXT NOT NULL,
    first  TEXT,
    last   TEXT,
    times  INTEGER NOT NULL,
    PRIMARY KEY (entity, role)
) WITHOUT ROWID;

-- ── What people have judged (taken up from the ledger beside the case by every build) ────────────────────────────────

-- The lines of the ledger, CASE.ledger.jsonl, and what became of each. The file is the source; `hash` ties this copy to it.
CREATE TABLE judgement (
    n        INTEGER PRIMARY KEY,
    kind     TEXT NOT NULL,               -- accept, edit, reject, merge, split, same, not_same, mask, note or undo
    state    TEXT NOT NULL,               -- holds; undone; overruled by a later line; orphan: what it judged is not here; refused: it cannot be
    why      TEXT NOT NULL,
    who      TEXT NOT NULL,
    reason   TEXT NOT NULL,
    happened TEXT,                        -- as the person told it; no clock was asked
    hash     TEXT NOT NULL,
    line     TEXT NOT NULL                -- JSON: the whole line
);

-- Which judgements were made on which event.
CREATE TABLE event_judgement (
    event     TEXT NOT NULL REFERENCES event (id),
    judgement INTEGER NOT NULL REFERENCES judgement (n),
    PRIMARY KEY (event, judgement)
) WITHOUT ROWID;

-- Which judgements were made on which statement.
CREATE TABLE statement_judgement (
    statement TEXT NOT NULL REFERENCES statement (id),
    judgement INTEGER NOT NULL REFERENCES judgement (n),
    PRIMARY KEY (statement, judgement)
) WITHOUT ROWID;

-- Fields of a statement that people have set, the line that holds for each. `statement` and `statement_party` keep what was
-- read; `statement_now` has what holds.
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

-- Actors whose names Rasad does not show and not export. All other tables keep what the pages say: to hand on a case file is
-- to hand on the names.
CREATE TABLE mask (
    entity    TEXT PRIMARY KEY,
    name      TEXT NOT NULL,              -- what stands in its place
    judgement INTEGER NOT NULL REFERENCES judgement (n),
    forms     TEXT NOT NULL               -- JSON: how pages write the name, folded
) WITHOUT ROWID;

-- Where the pages mention them, under whatever name.
CREATE TABLE mask_span (
    page  TEXT NOT NULL REFERENCES page (sha256),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (page, start, "end")
) WITHOUT ROWID;

-- ── The case itself ──────────────────────────────────────────────────────────────────────────────────────────────────

-- Which versions wrote into this case, in order: the program with the packages that it reads with, and the packs. No clock.
CREATE TABLE run (
    n       INTEGER PRIMARY KEY,
    program TEXT NOT NULL,
    packs   TEXT NOT NULL,
    UNIQUE (program, packs)
);

-- Full-text search. Contentless: it holds no text, only words of folded text; rowid = page.n.
-- `words` is the page's text folded; `bare` are its Arabic words once more, without their proclitics.
CREATE VIRTUAL TABLE search USING fts5 (words, bare, content = '', tokenize = "unicode61 remove_diacritics 0");

-- What lists ask of a page, beside its long text: read without it.
CREATE INDEX page_facts ON page (sha256, lang, outlet, id, published, retrieved, shown_on);
CREATE INDEX page_by_id ON page (id);
CREATE INDEX page_copy_by_other ON page_copy (other);
CREATE INDEX event_part_by_whole ON event_part (whole);
CREATE INDEX contradiction_by_kind ON contradiction (kind, field, event, n);
CREATE INDEX report_by_type ON report (type);
CREATE INDEX report_party_by_entity ON report_party (entity);
CREATE INDEX statement_party_by_entity ON statement_party (entity);
CREATE INDEX event_by_date ON event (earliest, latest);
CREATE INDEX actor_sighting_by_actor ON actor_sighting (actor);
CREATE INDEX actor_sighting_by_page ON actor_sighting (page, entity);
CREATE INDEX event_passing_by_event ON event_passing (event);
CREATE INDEX event_report_by_report ON event_report (report);

-- Statements as they hold once people are heard: rejected ones are left out, corrected fields set.
CREATE VIEW statement_now AS
SELECT s.id, s.page, s.n, coalesce(form.now, s.form) AS form, coalesce(stance.now, s.stance) AS stance, s.start, s."end",
       s.quote, s.verb_quote, s.rule,
       iif(by.field IS NULL, who.entity, by.entity) AS speaker_id, iif(by.field IS NULL, who.name, by.now) AS speaker,
       iif(by.field IS NULL, who.kind, by.kind) AS speaker_kind,
       iif(by.field IS NULL, who.country, by.country) AS speaker_country,
       iif(by.field IS NULL, who.quote, '') AS speaker_quote,
       iif(wm.field IS NULL, whom.entity, wm.entity) AS addressee_id,
       iif(wm.field IS NULL, whom.name, nullif(wm.now, '')) AS addressee,
       iif(wm.field IS NULL, whom.quote, '') AS addressee_quote
FROM statement AS s
JOIN statement_party AS who ON who.page = s.page AND who.statement = s.id AND who.side = 'speaker'
LEFT JOIN statement_party AS whom ON whom.page = s.page AND whom.statement = s.id AND whom.side = 'addressee'
LEFT JOIN statement_edit AS form ON form.statement = s.id AND form.field = 'form'
LEFT JOIN statement_edit AS stance ON stance.statement = s.id AND stance.field = 'stance'
LEFT JOIN statement_edit AS by ON by.statement = s.id AND by.field = 'speaker'
LEFT JOIN statement_edit AS wm ON wm.statement = s.id AND wm.field = 'addressee'
WHERE NOT EXISTS (SELECT 1 FROM statement_judgement AS j JOIN judgement ON judgement.n = j.judgement
                  WHERE j.statement = s.id AND judgement.kind = 'reject' AND judgement.state = 'holds');

-- For people: one line a statement, with its speaker.
CREATE VIEW said AS
SELECT page.id AS page_id, page.outlet, page.lang, s.speaker, s.speaker_country AS country, s.form, s.stance, s.quote,
       s.start, s."end", s.page, s.rule
FROM statement_now AS s
JOIN page ON page.sha256 = s.page;

-- For people: one line an event and report.
CREATE VIEW told AS
SELECT event.id AS event, event.type, event.mode, event.status, event.earliest, event.latest, page.id AS page_id,
       page.outlet, page.lang, trigger.quote AS trigger, report.rule, report.page
FROM event
JOIN event_report ON event_report.event = event.id
JOIN report ON report.id = event_report.report
JOIN page ON page.sha256 = report.page
JOIN trigger ON trigger.page = report.page AND trigger.report = report.id AND trigger.n = -1;
