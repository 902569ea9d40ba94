-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Imports of files: the audit entry for all their records, and how far each has come, written with the records themselves. Times are
-- milliseconds since 1970-01-01 UTC.

CREATE TABLE IF NOT EXISTS jhss_import (
    import_id INTEGER NOT NULL,
    operation_id VARCHAR(36) NOT NULL,
    actor VARCHAR(255) NOT NULL,
    source VARCHAR(512) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    format VARCHAR(32) NOT NULL,
    import_mode VARCHAR(16) NOT NULL,
    state VARCHAR(16) NOT NULL,
    position BIGINT NOT NULL,
    created_count BIGINT NOT NULL,
    updated_count BIGINT NOT NULL,
    unchanged_count BIGINT NOT NULL,
    deleted_count BIGINT NOT NULL,
    skipped_count BIGINT NOT NULL,
    rejected_count BIGINT NOT NULL,
    started BIGINT NOT NULL,
    ended BIGINT,
    PRIMARY KEY (import_id)
);

CREATE INDEX IF NOT EXISTS jhss_import_digest ON jhss_import (digest);
