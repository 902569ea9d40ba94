// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jhss.platform.config.problem.ConfigProblem;
import org.jhss.platform.config.schema.Obsolete;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ObsoleteKeysTest {

    private static ConfigResult parse(String text) {
        return ConfigLoader.of(Map.of()).parse(Path.of("/srv/config.yaml"), text);
    }

    static Stream<Obsolete> obsolete() {
        return Schema.OBSOLETE.stream();
    }

    @ParameterizedTest
    @MethodSource("obsolete")
    void anObsoleteKeyIsAcceptedWithOneWarningThatSaysWhatHappens(Obsolete key) {
        var steps = key.path().split("\\.", -1);
        var text = steps.length == 1
                ? steps[0] + ": {enabled: true, port: 8081}"
                : steps[0] + ": {" + steps[1] + ": True}";
        var result = parse(text);

        assertThat(result.isGood()).isTrue();
        assertThat(result.problems()).hasSize(1);
        assertThat(result.problems().getFirst().keyPath()).isEqualTo(key.path());
        assertThat(result.problems().getFirst().message()).isEqualTo("is accepted and ignored: " + key.reason());
    }

    @ParameterizedTest
    @CsvSource({
        "SNMP_PORT, snmp",
        "HSS_USE_EXTERNAL_SOCKET_SERVICE, hss.use_external_socket_service",
        "HSS_DIAMETER_PEER_KEY, hss.diameter_peer_key",
        "LOGGING_SQLALCHEMY_SQL_ECHO, logging.sqlalchemy_sql_echo"
    })
    void theVariableOfAnObsoleteKeyIsAcceptedWithTheSameWarning(String variable, String key) {
        var result = ConfigLoader.of(Map.of(variable, "1", "SNMP_", "")).defaults();

        assertThat(result.isGood()).isTrue();
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.keyPath()).isEqualTo(key);
            assertThat(problem.message()).startsWith("is accepted and ignored: ");
        });
    }

    @Test
    void theVariablesOfAnObsoleteSectionAreOneWarning() {
        var result = ConfigLoader.of(Map.of("SNMP_PORT", "1161", "SNMP_LISTEN_ADDRESS", "127.0.0.1"))
                .defaults();

        assertThat(result.problems()).hasSize(1);
    }

    @Test
    void keysOfDockerOpen5gsAreAccepted() {
        var result = parse("""
                hss:
                  transport: "TCP"
                  bind_ip: ["172.22.0.18"]
                  bind_port: 3875
                  SLh_enabled: True
                  test_sub_imsi: '001011234567890'
                  Insert_Subscriber_Data_Force: False
                  Default_iFC: 'default_ifc.xml'
                  Default_Sh_UserData: 'default_sh_user_data.xml'
                  scscf_pool:
                    - 'sip:scscf.ims.mnc001.mcc001.3gppnetwork.org:6060'
                api:
                  enable_insecure_auc: False
                eir:
                  sim_swap_notify_webhook: http://localhost:5000/webhook/
                logging:
                  log_to_terminal: True
                  sqlalchemy_pool_recycle: 15
                database:
                  db_type: mysql
                  server: 172.22.0.17
                  username: pyhss
                  password: ims_db_pass
                  database: ims_hss_db
                  readCacheEnabled: True
                  cacheReadInterval: 60
                geored:
                  enabled: False
                  sync_endpoints: ['http://hss01.example.org:8080']
                prometheus:
                  enabled: False
                  port: 8081
                """);

        assertThat(result.errors()).isEmpty();
        var config = result.config().orElseThrow();
        assertThat(config.hss().listen().port()).isEqualTo(3875);
        assertThat(config.database().type()).isEqualTo(DatabaseConfig.Type.MYSQL);
        assertThat(config.database().database()).isEqualTo("ims_hss_db");
        assertThat(config.geored().endpoints()).hasToString("[http://hss01.example.org:8080]");
        assertThat(config.eir().simSwapNotification()).isTrue();
        assertThat(result.warnings()).hasSize(8);
    }

    @Test
    void aFileWithAllKeysOfPyHssLoadsWithWarningsOnly() {
        var result = parse("""
                hss: {transport: TCP, bind_ip: ["127.0.0.1"], bind_port: 3868, OriginHost: hss01,
                  OriginRealm: epc.mnc001.mcc001.3gppnetwork.org, ProductName: pyHSS, site_name: "", MCC: "001", MNC: "01",
                  client_socket_timeout: 300, diameter_request_timeout: 3, send_dwr: False, send_dwr_interval: 5,
                  active_diameter_peers_timeout: 10, lock_provisioning: False, provisioning_key: changeThisKeyInProduction,
                  CancelLocationRequest_Enabled: False, Default_Sh_UserData: default_sh_user_data.xml,
                  use_external_socket_service: False, diameter_peer_key: diameterPeers, use_dra_fallback: False,
                  emergency_subscriber_expiry: 3600, send_dsr_on_mme_change: False, dsr_external_identifier: example,
                  ignore_purge_ue_request: False, scscf_pool: ["scscf.ims.mnc001.mcc001.3gppnetwork.org"],
                  roaming: {inbound: {reject_unknown_imsis_with: ROAMING_NOT_ALLOWED},
                    outbound: {allow_undefined_networks: True}},
                  sctp: {rtoMax: 5000, rtoMin: 500, rtoInitial: 1000},
                  gsup: {bind_ip: 127.0.0.1, bind_port: 4222, ussd: {codes: [{code: "*#100#", msg: "%msisdn%"}]}}}
                api: {bind_ip: 127.0.0.1, bind_port: 8080, page_size: 200, enable_insecure_auc: False}
                metric: {bind_ip: 127.0.0.1, bind_port: 9191}
                benchmarking: {enabled: True, reporting_interval: 3600}
                eir: {imsi_imei_logging: True, no_match_response: 2, store_offnet_imsi: False, simSwapNotification: False}
                logging: {level: INFO, logfiles: {hss_logging_file: /var/log/pyhss_hss.log,
                  diameter_logging_file: /var/log/pyhss_diameter.log, geored_logging_file: /var/log/pyhss_geored.log,
                  metric_logging_file: /var/log/pyhss_metrics.log}, sqlalchemy_sql_echo: False, sqlalchemy_pool_recycle: 15,
                  sqlalchemy_pool_size: 30, sqlalchemy_max_overflow: 0}
                database: {db_type: sqlite, server: 127.0.0.1, username: dbeaver, password: password, database: hss.db,
                  readCacheEnabled: True, cacheReadInterval: 60}
                webhooks: {enabled: False, endpoints: ['http://127.0.0.1:8181']}
                ocs: {enabled: False, endpoints: ['http://127.0.0.1:8282']}
                geored: {enabled: False, endpoints: ['http://hss01:8080', 'http://hss02:8080'],
                  sync_actions: ['HSS', 'IMS', 'PCRF', 'EIR']}
                redis: {connectionType: tcp, unixSocketPath: /var/run/redis/redis-server.sock, host: localhost, port: 6379}
                influxdb: {enabled: False, host: 127.0.0.1, port: 8086, username: a, password: b, database: c}
                snmp: {port: 1161, listen_address: 127.0.0.1}
                """);

        assertThat(result.errors()).isEmpty();
        assertThat(result.warnings())
                .extracting(ConfigProblem::keyPath)
                .containsExactly(
                        "hss.use_external_socket_service",
                        "hss.diameter_peer_key",
                        "logging.sqlalchemy_sql_echo",
                        "database.readCacheEnabled",
                        "database.cacheReadInterval",
                        "snmp");
        assertThat(result.config().orElseThrow().database().database()).isEqualTo("/srv/hss.db");
    }

    @Test
    void keysThatPyHssDocumentsButNeverReadAreHonoured() {
        var config = parse("""
                        redis: {connectionType: unix}
                        hss: {roaming: {outbound: {allow_undefined_networks: False}}}
                        """).config().orElseThrow();

        assertThat(config.redis().connectionType()).isEqualTo(RedisConfig.ConnectionType.UNIX);
        assertThat(config.hss().roaming().allowUndefinedNetworks()).isFalse();
    }

    @Test
    void theTopLevelSpellingOfRoamingIsHonouredToo() {
        var result = parse("roaming: {outbound: {allow_undefined_networks: False}}");

        assertThat(result.problems()).isEmpty();
        assertThat(result.config().orElseThrow().hss().roaming().allowUndefinedNetworks())
                .isFalse();
    }

    @Test
    void theDocumentedSpellingWinsOverTheOther() {
        var result = parse("""
                roaming: {outbound: {allow_undefined_networks: False}}
                hss: {roaming: {outbound: {allow_undefined_networks: True}}}
                """);

        assertThat(result.config().orElseThrow().hss().roaming().allowUndefinedNetworks())
                .isTrue();
        assertThat(result.warnings()).hasSize(1);
        assertThat(result.warnings().getFirst().keyPath()).isEqualTo("roaming.outbound.allow_undefined_networks");
    }

    @Test
    void theSwitchThatWorksInPyHssStillDoes() {
        var config = parse("redis: {useUnixSocket: True, unixSocketPath: /run/r.sock}")
                .config()
                .orElseThrow();

        assertThat(config.redis().connectionType()).isEqualTo(RedisConfig.ConnectionType.UNIX);
        assertThat(config.redis().unixSocketPath()).hasToString("/run/r.sock");
    }

    @Test
    void theDwrIntervalOfPyHssIsRaisedToWhatRfc3539Asks() {
        var config =
                parse("hss: {send_dwr: True, send_dwr_interval: 5}").config().orElseThrow();

        assertThat(config.hss().watchdog().interval()).hasSeconds(6);
    }
}
