-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What is to be told to other systems over HTTP, written with the change that it tells of. A row goes when it is delivered and
-- stays, dead, when it cannot be. Times are milliseconds since 1970-01-01 UTC.

CREATE TABLE IF NOT EXISTS jhss_outbox (
    outbox_id BIGINT NOT NULL AUTO_INCREMENT,
    endpoint VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    method VARCHAR(8) NOT NULL,
    body MEDIUMTEXT NOT NULL,
    created BIGINT NOT NULL,
    attempts INTEGER DEFAULT 0 NOT NULL,
    next_attempt BIGINT NOT NULL,
    dead INTEGER DEFAULT 0 NOT NULL,
    last_error VARCHAR(255),
    PRIMARY KEY (outbox_id),
    INDEX jhss_outbox_waiting (dead, endpoint, outbox_id)
);

-- Which process delivers to an endpoint now: one at a time, so that order is kept.
CREATE TABLE IF NOT EXISTS jhss_outbox_lease (
    endpoint VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    holder VARCHAR(255) NOT NULL,
    held_until BIGINT NOT NULL,
    PRIMARY KEY (endpoint)
);
