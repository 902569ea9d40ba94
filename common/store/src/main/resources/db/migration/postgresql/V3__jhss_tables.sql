-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What jHSS keeps beyond PyHSS: each table hangs on a PyHSS row and goes with it, so that PyHSS needs to know none of them.

CREATE TABLE IF NOT EXISTS jhss_subscriber (
    subscriber_id INTEGER NOT NULL,
    operator_determined_barring BIGINT,
    hplmn_odb BIGINT,
    access_restriction BIGINT,
    core_network_restrictions BIGINT,
    stn_sr VARCHAR(20),
    a_msisdn VARCHAR(20),
    ics_indicator BOOLEAN,
    regional_zone_codes VARCHAR(255),
    rfsp_index INTEGER,
    charging_characteristics VARCHAR(4),
    apn_oi_replacement VARCHAR(255),
    ue_usage_type INTEGER,
    ue_ambr_dl_kbps BIGINT,
    ue_ambr_ul_kbps BIGINT,
    external_identifier VARCHAR(255),
    mps_priority BIGINT,
    subscribed_vsrvcc INTEGER,
    relay_node BOOLEAN,
    sms_in_mme BOOLEAN,
    ue_reachability_requested BOOLEAN,
    updated_at TIMESTAMP WITHOUT TIME ZONE,
    PRIMARY KEY (subscriber_id),
    FOREIGN KEY (subscriber_id) REFERENCES subscriber (subscriber_id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS jhss_apn (
    apn_id INTEGER NOT NULL,
    vplmn_dynamic_address_allowed BOOLEAN,
    pdn_gw_allocation_type INTEGER,
    apn_oi_replacement VARCHAR(255),
    pdn_gw_host VARCHAR(255),
    pdn_gw_realm VARCHAR(255),
    ambr_dl_kbps BIGINT,
    ambr_ul_kbps BIGINT,
    sipto_permission INTEGER,
    lipa_permission INTEGER,
    restoration_priority INTEGER,
    sipto_local_network_permission INTEGER,
    updated_at TIMESTAMP WITHOUT TIME ZONE,
    PRIMARY KEY (apn_id),
    FOREIGN KEY (apn_id) REFERENCES apn (apn_id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS jhss_auc (
    auc_id INTEGER NOT NULL,
    algorithm VARCHAR(16) NOT NULL,
    milenage_constants VARCHAR(160),
    milenage_rotations VARCHAR(10),
    keccak_iterations INTEGER,
    mac_length INTEGER,
    res_length INTEGER,
    ck_length INTEGER,
    ik_length INTEGER,
    k VARCHAR(64),
    op VARCHAR(64),
    key_id VARCHAR(64),
    k_encrypted BYTEA,
    op_encrypted BYTEA,
    updated_at TIMESTAMP WITHOUT TIME ZONE,
    PRIMARY KEY (auc_id),
    FOREIGN KEY (auc_id) REFERENCES auc (auc_id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS jhss_serving_node (
    subscriber_id INTEGER NOT NULL,
    node_type SMALLINT NOT NULL,
    host VARCHAR(255) NOT NULL,
    realm VARCHAR(255),
    peer VARCHAR(512),
    connection VARCHAR(128),
    registered_at TIMESTAMP WITHOUT TIME ZONE NOT NULL,
    purged BOOLEAN NOT NULL,
    ulr_flags BIGINT NOT NULL,
    rat_type INTEGER,
    visited_plmn VARCHAR(6),
    features_1 BIGINT NOT NULL,
    features_2 BIGINT NOT NULL,
    ue_srvcc INTEGER,
    homogeneous_ims_voice INTEGER,
    imei VARCHAR(16),
    software_version VARCHAR(2),
    sms_registered BOOLEAN NOT NULL,
    mme_number VARCHAR(20),
    sgsn_number VARCHAR(20),
    gmlc_address VARCHAR(64),
    reachability_requested BOOLEAN NOT NULL,
    PRIMARY KEY (subscriber_id, node_type),
    FOREIGN KEY (subscriber_id) REFERENCES subscriber (subscriber_id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS jhss_pdn_gw (
    subscriber_id INTEGER NOT NULL,
    apn VARCHAR(100) NOT NULL,
    context_id INTEGER,
    host VARCHAR(255),
    realm VARCHAR(255),
    address VARCHAR(45),
    address_2 VARCHAR(45),
    visited_plmn VARCHAR(6),
    updated_at TIMESTAMP WITHOUT TIME ZONE NOT NULL,
    PRIMARY KEY (subscriber_id, apn),
    FOREIGN KEY (subscriber_id) REFERENCES subscriber (subscriber_id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS jhss_device (
    imsi VARCHAR(18) NOT NULL,
    imei VARCHAR(16) NOT NULL,
    software_version VARCHAR(2),
    since TIMESTAMP WITHOUT TIME ZONE NOT NULL,
    last_seen TIMESTAMP WITHOUT TIME ZONE NOT NULL,
    PRIMARY KEY (imsi)
);
