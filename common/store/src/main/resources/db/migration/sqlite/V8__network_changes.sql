-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Changes of provisioning that serving nodes must hear of, written in the transaction of the change and carried out by the hss service
-- later; and what each node answered. Times are milliseconds since 1970-01-01 UTC.

CREATE TABLE IF NOT EXISTS jhss_change (
    change_id INTEGER PRIMARY KEY AUTOINCREMENT,
    created BIGINT NOT NULL,
    kind VARCHAR(24) NOT NULL,
    imsi VARCHAR(18),
    subject BIGINT,
    operation_id VARCHAR(36),
    parent BIGINT,
    detail TEXT,
    token BIGINT,
    state VARCHAR(12) NOT NULL,
    attempts INTEGER DEFAULT 0 NOT NULL,
    next_attempt BIGINT NOT NULL,
    reached BIGINT DEFAULT 0 NOT NULL,
    spread BIGINT DEFAULT 0 NOT NULL,
    superseded_by BIGINT,
    finished BIGINT
);

CREATE TABLE IF NOT EXISTS jhss_change_result (
    change_id BIGINT NOT NULL,
    node_type SMALLINT NOT NULL,
    host VARCHAR(255) NOT NULL,
    command VARCHAR(3) NOT NULL,
    imsi VARCHAR(18) NOT NULL,
    realm VARCHAR(255),
    success INTEGER NOT NULL,
    result VARCHAR(64) NOT NULL,
    code INTEGER,
    vendor INTEGER,
    attempt INTEGER NOT NULL,
    answered BIGINT NOT NULL,
    duration INTEGER NOT NULL,
    PRIMARY KEY (change_id, node_type, host, command)
);

-- Which process carries changes out now: one at a time, so that order and rate are kept.
CREATE TABLE IF NOT EXISTS jhss_change_lease (
    name VARCHAR(32) NOT NULL,
    holder VARCHAR(255) NOT NULL,
    held_until BIGINT NOT NULL,
    PRIMARY KEY (name)
);

CREATE INDEX IF NOT EXISTS jhss_change_due ON jhss_change (state, next_attempt);
CREATE INDEX IF NOT EXISTS jhss_change_imsi ON jhss_change (imsi, state);
CREATE INDEX IF NOT EXISTS jhss_change_operation ON jhss_change (operation_id);
CREATE INDEX IF NOT EXISTS jhss_change_parent ON jhss_change (parent, state);
CREATE INDEX IF NOT EXISTS jhss_change_finished ON jhss_change (finished);
