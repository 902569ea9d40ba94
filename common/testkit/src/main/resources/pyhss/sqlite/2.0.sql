-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The tables of PyHSS 2.0, from the facts of its schema.

CREATE TABLE database_schema_version (
    upgrade_id INTEGER NOT NULL,
    comment VARCHAR(512),
    date DATETIME DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (upgrade_id)
);

CREATE TABLE apn (
    apn_id INTEGER NOT NULL,
    apn VARCHAR(50) NOT NULL,
    ip_version INTEGER,
    pgw_address VARCHAR(50),
    sgw_address VARCHAR(50),
    charging_characteristics VARCHAR(4),
    apn_ambr_dl INTEGER NOT NULL,
    apn_ambr_ul INTEGER NOT NULL,
    qci INTEGER,
    arp_priority INTEGER,
    arp_preemption_capability BOOLEAN,
    arp_preemption_vulnerability BOOLEAN,
    charging_rule_list VARCHAR(18),
    nbiot BOOLEAN,
    nidd_scef_id VARCHAR(512),
    nidd_scef_realm VARCHAR(512),
    nidd_mechanism INTEGER,
    nidd_rds INTEGER,
    nidd_preferred_data_mode INTEGER,
    last_modified VARCHAR(100),
    PRIMARY KEY (apn_id)
);

CREATE TABLE auc (
    auc_id INTEGER NOT NULL,
    ki VARCHAR(32) NOT NULL,
    opc VARCHAR(32) NOT NULL,
    amf VARCHAR(4) NOT NULL,
    sqn BIGINT,
    iccid VARCHAR(20),
    imsi VARCHAR(18),
    batch_name VARCHAR(20),
    sim_vendor VARCHAR(20),
    esim BOOLEAN,
    lpa VARCHAR(128),
    pin1 VARCHAR(20),
    pin2 VARCHAR(20),
    puk1 VARCHAR(20),
    puk2 VARCHAR(20),
    kid VARCHAR(20),
    psk VARCHAR(128),
    des VARCHAR(128),
    adm1 VARCHAR(20),
    algo VARCHAR(20),
    misc1 VARCHAR(128),
    misc2 VARCHAR(128),
    misc3 VARCHAR(128),
    misc4 VARCHAR(128),
    last_modified VARCHAR(100),
    PRIMARY KEY (auc_id),
    UNIQUE (iccid),
    UNIQUE (imsi)
);

CREATE TABLE subscriber (
    subscriber_id INTEGER NOT NULL,
    imsi VARCHAR(18),
    enabled BOOLEAN,
    auc_id INTEGER NOT NULL,
    default_apn INTEGER NOT NULL,
    apn_list VARCHAR(64) NOT NULL,
    msisdn VARCHAR(18),
    ue_ambr_dl INTEGER,
    ue_ambr_ul INTEGER,
    nam INTEGER,
    roaming_enabled BOOLEAN,
    roaming_rule_list VARCHAR(512),
    subscribed_rau_tau_timer INTEGER,
    serving_mme VARCHAR(512),
    serving_mme_timestamp DATETIME,
    serving_mme_realm VARCHAR(512),
    serving_mme_peer VARCHAR(512),
    serving_msc VARCHAR(512),
    serving_msc_timestamp DATETIME,
    serving_vlr VARCHAR(512),
    serving_vlr_timestamp DATETIME,
    serving_sgsn VARCHAR(512),
    serving_sgsn_timestamp DATETIME,
    last_seen_eci VARCHAR(64),
    last_seen_enodeb_id VARCHAR(64),
    last_seen_cell_id VARCHAR(64),
    last_seen_tac VARCHAR(64),
    last_seen_mcc VARCHAR(3),
    last_seen_mnc VARCHAR(3),
    last_location_update_timestamp DATETIME,
    last_modified VARCHAR(100),
    PRIMARY KEY (subscriber_id),
    UNIQUE (imsi),
    FOREIGN KEY (auc_id) REFERENCES auc (auc_id),
    FOREIGN KEY (default_apn) REFERENCES apn (apn_id)
);

CREATE TABLE subscriber_routing (
    subscriber_routing_id INTEGER NOT NULL,
    subscriber_id INTEGER,
    apn_id INTEGER,
    ip_version INTEGER,
    ip_address VARCHAR(254),
    last_modified VARCHAR(100),
    PRIMARY KEY (subscriber_routing_id),
    UNIQUE (subscriber_id, apn_id),
    FOREIGN KEY (subscriber_id) REFERENCES subscriber (subscriber_id) ON DELETE CASCADE,
    FOREIGN KEY (apn_id) REFERENCES apn (apn_id) ON DELETE CASCADE
);

CREATE TABLE serving_apn (
    serving_apn_id INTEGER NOT NULL,
    subscriber_id INTEGER,
    apn INTEGER,
    pcrf_session_id VARCHAR(100),
    subscriber_routing VARCHAR(100),
    ip_version INTEGER,
    serving_pgw VARCHAR(512),
    serving_pgw_timestamp DATETIME,
    serving_pgw_realm VARCHAR(512),
    serving_pgw_peer VARCHAR(512),
    last_modified VARCHAR(100),
    PRIMARY KEY (serving_apn_id),
    FOREIGN KEY (subscriber_id) REFERENCES subscriber (subscriber_id) ON DELETE CASCADE,
    FOREIGN KEY (apn) REFERENCES apn (apn_id) ON DELETE CASCADE
);

CREATE TABLE ims_subscriber (
    ims_subscriber_id INTEGER NOT NULL,
    msisdn VARCHAR(18),
    msisdn_list VARCHAR(1200),
    imsi VARCHAR(18),
    ifc_path VARCHAR(512),
    pcscf VARCHAR(512),
    pcscf_realm VARCHAR(512),
    pcscf_active_session VARCHAR(512),
    pcscf_timestamp DATETIME,
    pcscf_peer VARCHAR(512),
    xcap_profile TEXT,
    sh_profile TEXT,
    scscf VARCHAR(512),
    scscf_timestamp DATETIME,
    scscf_realm VARCHAR(512),
    scscf_peer VARCHAR(512),
    sh_template_path VARCHAR(512),
    last_modified VARCHAR(100),
    PRIMARY KEY (ims_subscriber_id),
    UNIQUE (msisdn)
);

CREATE TABLE roaming_network (
    roaming_network_id INTEGER NOT NULL,
    name VARCHAR(512),
    preference INTEGER,
    mcc VARCHAR(100),
    mnc VARCHAR(100),
    last_modified VARCHAR(100),
    PRIMARY KEY (roaming_network_id)
);

CREATE TABLE roaming_rule (
    roaming_rule_id INTEGER NOT NULL,
    roaming_network_id INTEGER,
    allow BOOLEAN,
    enabled BOOLEAN,
    last_modified VARCHAR(100),
    PRIMARY KEY (roaming_rule_id),
    FOREIGN KEY (roaming_network_id) REFERENCES roaming_network (roaming_network_id) ON DELETE CASCADE
);

CREATE TABLE emergency_subscriber (
    emergency_subscriber_id INTEGER NOT NULL,
    imsi VARCHAR(18),
    serving_pgw VARCHAR(512),
    serving_pgw_timestamp VARCHAR(512),
    serving_pcscf VARCHAR(512),
    serving_pcscf_timestamp VARCHAR(512),
    gx_origin_realm VARCHAR(512),
    gx_origin_host VARCHAR(512),
    rat_type VARCHAR(512),
    ip VARCHAR(512),
    access_network_gateway_address VARCHAR(512),
    access_network_charging_address VARCHAR(512),
    last_modified VARCHAR(100),
    PRIMARY KEY (emergency_subscriber_id)
);

CREATE TABLE charging_rule (
    charging_rule_id INTEGER NOT NULL,
    rule_name VARCHAR(20),
    qci INTEGER,
    arp_priority INTEGER,
    arp_preemption_capability BOOLEAN,
    arp_preemption_vulnerability BOOLEAN,
    mbr_dl INTEGER NOT NULL,
    mbr_ul INTEGER NOT NULL,
    gbr_dl INTEGER NOT NULL,
    gbr_ul INTEGER NOT NULL,
    tft_group_id INTEGER,
    precedence INTEGER,
    rating_group INTEGER,
    last_modified VARCHAR(100),
    PRIMARY KEY (charging_rule_id)
);

CREATE TABLE tft (
    tft_id INTEGER NOT NULL,
    tft_group_id INTEGER NOT NULL,
    tft_string VARCHAR(100) NOT NULL,
    direction INTEGER NOT NULL,
    last_modified VARCHAR(100),
    PRIMARY KEY (tft_id)
);

CREATE TABLE eir (
    eir_id INTEGER NOT NULL,
    imei VARCHAR(60),
    imsi VARCHAR(60),
    regex_mode INTEGER,
    match_response_code INTEGER,
    last_modified VARCHAR(100),
    PRIMARY KEY (eir_id)
);

CREATE TABLE eir_history (
    imsi_imei_history_id INTEGER NOT NULL,
    imsi_imei VARCHAR(60),
    match_response_code INTEGER,
    imsi_imei_timestamp DATETIME,
    last_modified VARCHAR(100),
    PRIMARY KEY (imsi_imei_history_id),
    UNIQUE (imsi_imei)
);

CREATE TABLE subscriber_attributes (
    subscriber_attributes_id INTEGER NOT NULL,
    subscriber_id INTEGER NOT NULL,
    "key" VARCHAR(60),
    last_modified VARCHAR(100),
    value VARCHAR(12000),
    PRIMARY KEY (subscriber_attributes_id),
    FOREIGN KEY (subscriber_id) REFERENCES subscriber (subscriber_id) ON DELETE CASCADE
);

CREATE TABLE operation_log (
    id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    operation_id VARCHAR(36) NOT NULL,
    operation VARCHAR(10),
    changes TEXT,
    last_modified VARCHAR(100),
    timestamp DATETIME,
    table_name VARCHAR(255),
    apn_id INTEGER,
    subscriber_routing_id INTEGER,
    serving_apn_id INTEGER,
    auc_id INTEGER,
    subscriber_id INTEGER,
    ims_subscriber_id INTEGER,
    roaming_rule_id INTEGER,
    roaming_network_id INTEGER,
    emergency_subscriber_id INTEGER,
    charging_rule_id INTEGER,
    tft_id INTEGER,
    eir_id INTEGER,
    imsi_imei_history_id INTEGER,
    subscriber_attributes_id INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY (apn_id) REFERENCES apn (apn_id),
    FOREIGN KEY (subscriber_routing_id) REFERENCES subscriber_routing (subscriber_routing_id),
    FOREIGN KEY (serving_apn_id) REFERENCES serving_apn (serving_apn_id),
    FOREIGN KEY (auc_id) REFERENCES auc (auc_id),
    FOREIGN KEY (subscriber_id) REFERENCES subscriber (subscriber_id),
    FOREIGN KEY (ims_subscriber_id) REFERENCES ims_subscriber (ims_subscriber_id),
    FOREIGN KEY (roaming_rule_id) REFERENCES roaming_rule (roaming_rule_id),
    FOREIGN KEY (roaming_network_id) REFERENCES roaming_network (roaming_network_id),
    FOREIGN KEY (emergency_subscriber_id) REFERENCES emergency_subscriber (emergency_subscriber_id),
    FOREIGN KEY (charging_rule_id) REFERENCES charging_rule (charging_rule_id),
    FOREIGN KEY (tft_id) REFERENCES tft (tft_id),
    FOREIGN KEY (eir_id) REFERENCES eir (eir_id),
    FOREIGN KEY (imsi_imei_history_id) REFERENCES eir_history (imsi_imei_history_id),
    FOREIGN KEY (subscriber_attributes_id) REFERENCES subscriber_attributes (subscriber_attributes_id)
);

INSERT INTO database_schema_version (upgrade_id, comment) VALUES (1, 'automatic upgrade from PyHSS');

INSERT INTO apn (apn_id, apn, ip_version, apn_ambr_dl, apn_ambr_ul) VALUES (1, 'internet', 0, 1000, 2000);
INSERT INTO auc (auc_id, ki, opc, amf, sqn, imsi) VALUES (1, '465b5ce8b199b49faa5f0a2ee238a6bc', 'cd63cb71954a9f4e48a5994e37a02baf', '8000', 4711, '001010000000001');
INSERT INTO subscriber (subscriber_id, imsi, enabled, auc_id, default_apn, apn_list, msisdn, serving_mme, serving_mme_timestamp) VALUES (1, '001010000000001', 1, 1, 1, '1', '3161234567', 'mme1.example.org', '2026-01-02 03:04:05');
