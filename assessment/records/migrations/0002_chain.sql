-- then: adopt_rows
-- Accounts, what people add to the records, the rules that were applied, and the chain that binds every record.
-- Numbers that order rows are counted on from the highest one in the file, whoever wrote it; no row is found by them
-- alone.

CREATE TABLE account (
    station TEXT NOT NULL,                  -- which desk wrote it
    number  INTEGER NOT NULL,               -- later changes have higher ones; the newest of a person counts
    person  TEXT NOT NULL REFERENCES person (id),
    role    TEXT NOT NULL,                  -- trainee | trainer | hr | administrator
    secret  TEXT NOT NULL,                  -- Argon2id, as libsodium writes it; '' for none
    at      TEXT NOT NULL,                  -- wall clock, UTC
    by      TEXT NOT NULL,                  -- person.id
    PRIMARY KEY (station, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_by_person ON account (person, number);

CREATE TABLE entry (
    id      TEXT PRIMARY KEY,               -- UUID
    number  INTEGER NOT NULL,               -- order among entries of one second
    kind    TEXT NOT NULL,                  -- event | report | override | dispute | answer | sign_in | seal
    about   TEXT NOT NULL,                  -- person.id, or '' for the file itself
    attempt TEXT NOT NULL,                  -- attempt.id, or ''
    contact INTEGER NOT NULL,               -- 0: the whole attempt, or none
    at      TEXT NOT NULL,                  -- wall clock, UTC
    by      TEXT NOT NULL,                  -- person.id, or '' for the program
    body    TEXT NOT NULL                   -- one line of JSON
) STRICT;
CREATE INDEX entry_by_about ON entry (about, kind, at);
CREATE INDEX entry_by_attempt ON entry (attempt, kind);
CREATE INDEX entry_by_number ON entry (number);

CREATE TABLE rule (
    hash TEXT PRIMARY KEY,                  -- BLAKE2b of what is judged by
    kind TEXT NOT NULL,                     -- program | rubric
    at   TEXT NOT NULL,                     -- wall clock, UTC: first used
    body TEXT NOT NULL                      -- one line of JSON
) STRICT, WITHOUT ROWID;

-- One line for every row of desk, person, attempt, event, ending, answer_key, scorecard, account, entry and rule.
CREATE TABLE ledger (
    station TEXT NOT NULL,
    number  INTEGER NOT NULL,               -- 1, 2, 3 ... without gaps, a desk
    record  TEXT NOT NULL,                  -- the row's table
    key     TEXT NOT NULL,                  -- and its key, parts joined by '/'
    content BLOB NOT NULL,                  -- BLAKE2b-256 of the row
    hash    BLOB NOT NULL,                  -- BLAKE2b-256 of the line before and this one
    PRIMARY KEY (station, number)
) STRICT, WITHOUT ROWID;

-- Where each chain ends. Changed with every record, so it is kept apart from what never changes.
CREATE TABLE chain (
    station TEXT PRIMARY KEY,
    number  INTEGER NOT NULL,
    hash    BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What reports over many people need of the newest scorecard of each contact: drawn from attempt, answer key and
-- scorecard, replaced when a contact is judged again, and drawn again by every proof.
CREATE TABLE fact (
    person       TEXT NOT NULL,
    began        TEXT NOT NULL,
    attempt      TEXT NOT NULL,
    contact      INTEGER NOT NULL,
    ended        TEXT NOT NULL,             -- finished | quit | set_aside; '' while the attempt is open
    purpose      TEXT NOT NULL,             -- exam | qualification | drill; '' for practice
    form         TEXT NOT NULL,
    script       TEXT NOT NULL,
    title        TEXT NOT NULL,
    family       TEXT NOT NULL,
    level        INTEGER NOT NULL,
    duties       TEXT NOT NULL,             -- parted by spaces
    points       INTEGER NOT NULL,
    possible     INTEGER NOT NULL,
    passed       INTEGER NOT NULL,
    emergency    INTEGER NOT NULL,          -- 1 held one, 2 missed, 4 false transfer, 8 within its time: added up
    critical     TEXT NOT NULL,             -- one sentence a line
    competencies TEXT NOT NULL,             -- "listening 1200 1500", one a line
    findings     TEXT NOT NULL,             -- "step.greet 200 200", one a line; "!" before a critical one
    hash         TEXT NOT NULL,             -- BLAKE2b-256 of the scorecard
    rubric       TEXT NOT NULL,
    PRIMARY KEY (person, began, attempt, contact)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER person_stays  BEFORE UPDATE ON person  BEGIN SELECT raise(ABORT, 'people are never changed'); END;
CREATE TRIGGER person_kept   BEFORE DELETE ON person  BEGIN SELECT raise(ABORT, 'people are never removed'); END;
CREATE TRIGGER desk_stays    BEFORE UPDATE ON desk    BEGIN SELECT raise(ABORT, 'a desk keeps its name'); END;
CREATE TRIGGER desk_kept     BEFORE DELETE ON desk    BEGIN SELECT raise(ABORT, 'a desk keeps its name'); END;
CREATE TRIGGER account_stays BEFORE UPDATE ON account BEGIN SELECT raise(ABORT, 'accounts are only added to'); END;
CREATE TRIGGER account_kept  BEFORE DELETE ON account BEGIN SELECT raise(ABORT, 'accounts are only added to'); END;
CREATE TRIGGER entry_stays   BEFORE UPDATE ON entry   BEGIN SELECT raise(ABORT, 'entries are never changed'); END;
CREATE TRIGGER entry_kept    BEFORE DELETE ON entry   BEGIN SELECT raise(ABORT, 'entries are never removed'); END;
CREATE TRIGGER rule_stays    BEFORE UPDATE ON rule    BEGIN SELECT raise(ABORT, 'rules are never changed'); END;
CREATE TRIGGER rule_kept     BEFORE DELETE ON rule    BEGIN SELECT raise(ABORT, 'rules are never removed'); END;
CREATE TRIGGER ledger_stays  BEFORE UPDATE ON ledger  BEGIN SELECT raise(ABORT, 'the chain is never changed'); END;
CREATE TRIGGER ledger_kept   BEFORE DELETE ON ledger  BEGIN SELECT raise(ABORT, 'the chain is never removed'); END;
CREATE TRIGGER chain_kept    BEFORE DELETE ON chain   BEGIN SELECT raise(ABORT, 'the chain is never removed'); END;
