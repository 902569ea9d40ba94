-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Tokens of the REST interface, of which only the SHA-256 is kept; and answers to POSTs with an Idempotency-Key, to be given again. Times
-- are milliseconds since 1970-01-01 UTC.

CREATE TABLE IF NOT EXISTS jhss_api_token (
    token_id BIGINT NOT NULL AUTO_INCREMENT,
    name VARCHAR(64) NOT NULL,
    role VARCHAR(16) NOT NULL,
    hash CHAR(64) NOT NULL,
    created BIGINT NOT NULL,
    created_by VARCHAR(64) NOT NULL,
    expires BIGINT,
    last_used BIGINT,
    PRIMARY KEY (token_id),
    UNIQUE (hash)
);

CREATE TABLE IF NOT EXISTS jhss_idempotency (
    key_hash CHAR(64) NOT NULL,
    request_hash CHAR(64) NOT NULL,
    created BIGINT NOT NULL,
    status INTEGER,
    headers TEXT,
    body MEDIUMTEXT,
    PRIMARY KEY (key_hash),
    INDEX jhss_idempotency_created (created)
);
