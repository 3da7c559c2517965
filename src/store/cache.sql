-- Version 2 of the store. It never changes: what comes later is a migration of its own.

-- What is worked out is long, so its key is in an index of its own, which is searched without reading it.
DROP TABLE cache;

CREATE TABLE cache (
    key  TEXT NOT NULL PRIMARY KEY,
    body BLOB NOT NULL
) STRICT;
