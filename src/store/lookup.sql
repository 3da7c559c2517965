-- Version 3 of the store. It never changes: what comes later is a migration of its own.

-- What deeds point to is found without a look at every event: all of one action, …
CREATE INDEX event_batch ON event (batch) WHERE batch IS NOT NULL;

-- … a proof by its name, …
CREATE INDEX event_proof ON event (deed ->> '$.evidence.evidence')
WHERE deed > '{"evidence":' AND deed < '{"evidence;';

-- … and what was taken back.
CREATE INDEX event_retraction ON event (subject, deed)
WHERE deed > '{"retracted":' AND deed < '{"retracted;';
