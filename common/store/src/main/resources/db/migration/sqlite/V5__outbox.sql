-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What is to be told to other systems over HTTP, written with the change that it tells of. A row goes when it is delivered and
-- stays, dead, when it cannot be. Times are milliseconds since 1970-01-01 UTC.

CREATE TABLE IF NOT EXISTS jhss_outbox (
    outbox_id INTEGER PRIMARY KEY AUTOINCREMENT,
    endpoint VARCHAR(512) NOT NULL,
    method VARCHAR(8) NOT NULL,
    body TEXT NOT NULL,
    created BIGINT NOT NULL,
    attempts INTEGER DEFAULT 0 NOT NULL,
    next_attempt BIGINT NOT NULL,
    dead INTEGER DEFAULT 0 NOT NULL,
    last_error VARCHAR(255)
);

CREATE INDEX IF NOT EXISTS jhss_outbox_waiting ON jhss_outbox (dead, endpoint, outbox_id);

-- Which process delivers to an endpoint now: one at a time, so that order is kept.
CREATE TABLE IF NOT EXISTS jhss_outbox_lease (
    endpoint VARCHAR(512) NOT NULL,
    holder VARCHAR(255) NOT NULL,
    held_until BIGINT NOT NULL,
    PRIMARY KEY (endpoint)
);
