-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What stands beside a row of PyHSS's operation_log, by its id, so that the change can be undone exactly: typed values before and
-- after, who made it, and secrets apart from the rest. Times are microseconds since 1970-01-01 UTC.

CREATE TABLE IF NOT EXISTS jhss_operation (
    log_id INTEGER NOT NULL,
    operation_id VARCHAR(36) NOT NULL,
    table_name VARCHAR(64) NOT NULL,
    item_id INTEGER NOT NULL,
    operation VARCHAR(10) NOT NULL,
    actor VARCHAR(255),
    request_id VARCHAR(64),
    made_at BIGINT NOT NULL,
    before_row MEDIUMTEXT,
    after_row MEDIUMTEXT,
    key_id VARCHAR(64),
    secrets MEDIUMBLOB,
    cascade_of INTEGER,
    undoes VARCHAR(36),
    undone_by VARCHAR(36),
    PRIMARY KEY (log_id),
    INDEX jhss_operation_id (operation_id),
    INDEX jhss_operation_item (table_name, item_id)
);
