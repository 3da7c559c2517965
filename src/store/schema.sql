-- Version 1 of the store. It never changes: what comes later is a migration of its own.

-- Facts, each for ever: who did what to whose progress, and when.
CREATE TABLE event (
    id      BLOB NOT NULL CHECK (length(id) = 16),       -- a UUIDv7
    batch   BLOB CHECK (length(batch) = 16),             -- shared by the deeds of one action
    at      INTEGER NOT NULL,                            -- hybrid time in microseconds; only orders
    wall    TEXT NOT NULL,                               -- what the clock said, RFC 3339
    "by"    TEXT,                                        -- a reviewer's identity; NULL is the learner
    subject BLOB NOT NULL CHECK (length(subject) = 16),  -- the learner whom the event is about
    device  TEXT NOT NULL,                               -- eight hexadecimal digits
    version INTEGER NOT NULL,                            -- of the deed
    deed    TEXT NOT NULL,                               -- JSON
    sum     BLOB NOT NULL CHECK (length(sum) = 32),      -- SHA-256 of all of the above, see row.rs and sum.rs
    PRIMARY KEY (subject, at, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX event_id ON event (id);

-- How many events each learner has, so that a lost row is noticed; and a counter that every new or forgotten event
-- raises, so that another process notices and a cache knows whether it still holds.
CREATE TABLE tally (
    subject BLOB NOT NULL PRIMARY KEY,
    events  INTEGER NOT NULL,
    changes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- REPLACE would delete without asking the trigger on deletion.
CREATE TRIGGER event_is_new BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'an event is recorded once');
END;

CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN
    SELECT RAISE(ABORT, 'an event is never deleted');
END;

-- What an event says may be forgotten; and one that came in a file for a mentor gets the reason that such files leave out.
CREATE TRIGGER event_is_only_forgotten_or_completed BEFORE UPDATE ON event
WHEN NOT (
    NEW.id = OLD.id AND NEW.batch IS OLD.batch AND NEW.at = OLD.at AND NEW.wall = OLD.wall AND NEW."by" IS OLD."by"
    AND NEW.subject = OLD.subject AND NEW.device = OLD.device AND NEW.version = 1
    AND (NEW.deed = '{"forgotten":{}}' OR OLD.deed = json_remove(
        NEW.deed, '$.started.reason', '$.done.reason', '$.skipped.reason', '$.reopened.reason', '$.paused.reason'
    ))
)
BEGIN
    SELECT RAISE(ABORT, 'an event never changes');
END;

CREATE TRIGGER event_is_tallied AFTER INSERT ON event
BEGIN
    INSERT INTO tally (subject, events, changes) VALUES (NEW.subject, 1, 1)
    ON CONFLICT (subject) DO UPDATE SET events = events + 1, changes = changes + 1;
END;

CREATE TRIGGER forgetting_is_tallied AFTER UPDATE ON event
BEGIN
    UPDATE tally SET changes = changes + 1 WHERE subject = NEW.subject;
END;

-- Every version of a curriculum that was ever loaded, checked: what lists need. Outlines are long, so the key is in an
-- index of its own, which is searched without reading them …
CREATE TABLE curriculum (
    id            TEXT NOT NULL,
    version       TEXT NOT NULL,
    source_digest TEXT NOT NULL,  -- of the YAML it came from
    digest        TEXT NOT NULL,  -- of the checked model
    outline       TEXT NOT NULL,  -- JSON
    loaded_at     TEXT NOT NULL,  -- what the clock said, RFC 3339
    sum           BLOB NOT NULL CHECK (length(sum) = 32),  -- SHA-256 of all of the above, see sum.rs
    PRIMARY KEY (id, version)
) STRICT;

-- … and what one milestone needs. The empty milestone holds the material beside the path.
CREATE TABLE detail (
    curriculum TEXT NOT NULL,
    version    TEXT NOT NULL,
    milestone  TEXT NOT NULL,
    body       TEXT NOT NULL,  -- JSON
    sum        BLOB NOT NULL CHECK (length(sum) = 32),  -- SHA-256 of all of the above, see sum.rs
    PRIMARY KEY (curriculum, version, milestone),
    FOREIGN KEY (curriculum, version) REFERENCES curriculum (id, version)
) STRICT, WITHOUT ROWID;

-- What may change: the learner's id, the device's name, the curriculum in use …
CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    sum   BLOB NOT NULL CHECK (length(sum) = 32)  -- SHA-256 of both, see sum.rs
) STRICT, WITHOUT ROWID;

-- … and typed text that was not sent.
CREATE TABLE draft (
    key  TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- May be emptied at any time; nothing is lost with it.
CREATE TABLE cache (
    key  TEXT NOT NULL PRIMARY KEY,
    body BLOB NOT NULL
) STRICT, WITHOUT ROWID;
