-- People, attempts, their journals and scorecards.
-- Rows are keyed by UUID and place, never by a counter that two desks could share, so that two files can be joined.
-- Everything but settings is only ever added to; the triggers at the end hold every hand to that.

CREATE TABLE desk (
    name  TEXT PRIMARY KEY,                 -- 'station': UUID of the desk that made this file
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id       TEXT PRIMARY KEY,              -- UUID
    name     TEXT NOT NULL,
    name_key TEXT NOT NULL,                 -- the name as it is compared: case folded, spaces collapsed
    added    TEXT NOT NULL                  -- wall clock, UTC
) STRICT;
CREATE INDEX person_by_name ON person (name_key);

CREATE TABLE setting (
    person TEXT NOT NULL,                   -- person.id, or '' for the desk itself
    name   TEXT NOT NULL,
    value  TEXT NOT NULL,
    PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt (
    id      TEXT PRIMARY KEY,               -- UUID
    person  TEXT NOT NULL REFERENCES person (id),
    station TEXT NOT NULL,
    shift   TEXT NOT NULL,
    title   TEXT NOT NULL,
    level   INTEGER NOT NULL,
    began   TEXT NOT NULL,                  -- wall clock, UTC
    head    TEXT NOT NULL                   -- the journal's head, one line of JSON
) STRICT;
CREATE INDEX attempt_by_person ON attempt (person, began);

CREATE TABLE event (
    attempt TEXT NOT NULL REFERENCES attempt (id),
    seq     INTEGER NOT NULL,               -- 1, 2, 3 ... without gaps
    event   TEXT NOT NULL,                  -- one line of JSON
    PRIMARY KEY (attempt, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE ending (
    attempt TEXT PRIMARY KEY REFERENCES attempt (id),
    why     TEXT NOT NULL,                  -- finished | quit | set_aside
    at      TEXT NOT NULL                   -- wall clock, UTC
) STRICT, WITHOUT ROWID;

CREATE TABLE answer_key (
    attempt TEXT NOT NULL REFERENCES attempt (id),
    contact INTEGER NOT NULL,
    script  TEXT NOT NULL,
    key     TEXT NOT NULL,                  -- one line of JSON
    PRIMARY KEY (attempt, contact)
) STRICT, WITHOUT ROWID;

CREATE TABLE scorecard (
    attempt      TEXT NOT NULL REFERENCES attempt (id),
    contact      INTEGER NOT NULL,
    number       INTEGER NOT NULL,          -- 1, 2, 3 ... each judging adds one
    made         TEXT NOT NULL,             -- wall clock, UTC
    rubric       TEXT NOT NULL,             -- version of the rules
    program      TEXT NOT NULL,             -- version of the program that judged
    through      INTEGER NOT NULL,          -- judged up to this event
    points       INTEGER NOT NULL,          -- hundredths; this and the next four repeat what the card says, for sums
    possible     INTEGER NOT NULL,
    passed       INTEGER NOT NULL,
    critical     INTEGER NOT NULL,          -- how many critical errors
    competencies TEXT NOT NULL,             -- {"listening":[points,possible]}
    card         TEXT NOT NULL,             -- one line of JSON
    PRIMARY KEY (attempt, contact, number)
) STRICT, WITHOUT ROWID;

-- Where max() stands alone, SQLite takes the other columns from the row that has the maximum.
CREATE VIEW newest_scorecard AS
    SELECT attempt, contact, max(number) AS number, made, rubric, program, through, points, possible, passed, critical,
           competencies, card
    FROM scorecard GROUP BY attempt, contact;

CREATE TRIGGER attempt_stays  BEFORE UPDATE ON attempt    BEGIN SELECT raise(ABORT, 'attempts are never changed'); END;
CREATE TRIGGER attempt_kept   BEFORE DELETE ON attempt    BEGIN SELECT raise(ABORT, 'attempts are never removed'); END;
CREATE TRIGGER event_stays    BEFORE UPDATE ON event      BEGIN SELECT raise(ABORT, 'events are never changed'); END;
CREATE TRIGGER event_kept     BEFORE DELETE ON event      BEGIN SELECT raise(ABORT, 'events are never removed'); END;
CREATE TRIGGER ending_stays   BEFORE UPDATE ON ending     BEGIN SELECT raise(ABORT, 'endings are never changed'); END;
CREATE TRIGGER ending_kept    BEFORE DELETE ON ending     BEGIN SELECT raise(ABORT, 'endings are never removed'); END;
CREATE TRIGGER key_stays      BEFORE UPDATE ON answer_key BEGIN SELECT raise(ABORT, 'answer keys are never changed'); END;
CREATE TRIGGER key_kept       BEFORE DELETE ON answer_key BEGIN SELECT raise(ABORT, 'answer keys are never removed'); END;
CREATE TRIGGER card_stays     BEFORE UPDATE ON scorecard  BEGIN SELECT raise(ABORT, 'scorecards are never changed'); END;
CREATE TRIGGER card_kept      BEFORE DELETE ON scorecard  BEGIN SELECT raise(ABORT, 'scorecards are never removed'); END;
