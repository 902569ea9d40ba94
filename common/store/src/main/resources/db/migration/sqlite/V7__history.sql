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
    before_row TEXT,
    after_row TEXT,
    key_id VARCHAR(64),
    secrets BLOB,
    cascade_of INTEGER,
    undoes VARCHAR(36),
    undone_by VARCHAR(36),
    PRIMARY KEY (log_id)
);

CREATE INDEX IF NOT EXISTS jhss_operation_id ON jhss_operation (operation_id);
CREATE INDEX IF NOT EXISTS jhss_operation_item ON jhss_operation (table_name, item_id);

-- PyHSS's log has fourteen columns of references that are always NULL, and no index on them: deleting any row would scan the log for
-- those that refer to it. These indexes stay empty.
CREATE INDEX IF NOT EXISTS jhss_operation_log_apn_id ON operation_log (apn_id) WHERE apn_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS jhss_operation_log_subscriber_routing_id ON operation_log (subscriber_routing_id) WHERE subscriber_routing_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS jhss_operation_log_serving_apn_id ON operation_log (serving_apn_id) WHERE serving_apn_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS jhss_operation_log_auc_id ON operation_log (auc_id) WHERE auc_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS jhss_operation_log_subscriber_id ON operation_log (subscriber_id) WHERE subscriber_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS jhss_operation_log_ims_subscriber_id ON operation_log (ims_subscriber_id) WHERE ims_subscriber_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS jhss_operation_log_roaming_rule_id ON operation_log (roaming_rule_id) WHERE roaming_rule_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS jhss_operation_log_roaming_network_id ON operation_log (roaming_network_id) WHERE roaming_network_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS jhss_operation_log_emergency_subscriber_id ON operation_log (emergency_subscriber_id) WHERE emergency_subscriber_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS jhss_operation_log_charging_rule_id ON operation_log (charging_rule_id) WHERE charging_rule_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS jhss_operation_log_tft_id ON operation_log (tft_id) WHERE tft_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS jhss_operation_log_eir_id ON operation_log (eir_id) WHERE eir_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS jhss_operation_log_imsi_imei_history_id ON operation_log (imsi_imei_history_id) WHERE imsi_imei_history_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS jhss_operation_log_subscriber_attributes_id ON operation_log (subscriber_attributes_id) WHERE subscriber_attributes_id IS NOT NULL;
