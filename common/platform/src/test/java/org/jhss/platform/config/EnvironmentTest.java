// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jhss.platform.config.schema.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentTest {

    private static ConfigResult parse(String text, Map<String, String> environment) {
        return ConfigLoader.of(environment).parse(Path.of("/srv/config.yaml"), text);
    }

    private static JhssConfig with(String variable, String value) {
        var result = parse("", Map.of(variable, value));
        assertThat(result.errors()).isEmpty();
        return result.config().orElseThrow();
    }

    private static Arguments row(String variable, String value, Function<JhssConfig, Object> read, Object expected) {
        return Arguments.of(variable, value, read, expected);
    }

    /** The variables of PyHSS's container template. */
    static Stream<Arguments> dockerVariables() {
        return Stream.of(
                row("HSS_TRANSPORT", "SCTP", c -> c.hss().listen().transport(), ListenConfig.Transport.SCTP),
                row("HSS_BIND_IP", "0.0.0.0", c -> c.hss().listen().bindIps(), List.of("0.0.0.0")),
                row("HSS_BIND_PORT", "3875", c -> c.hss().listen().port(), 3875),
                row(
                        "HSS_ORIGIN_HOST",
                        "hss9",
                        c -> c.hss().identity().originHost().value(),
                        "hss9"),
                row(
                        "HSS_ORIGIN_REALM",
                        "r.org",
                        c -> c.hss().identity().originRealm().value(),
                        "r.org"),
                row("HSS_PRODUCT_NAME", "X", c -> c.hss().identity().productName(), "X"),
                row("HSS_SITE_NAME", "Melbourne", c -> c.hss().identity().siteName(), "Melbourne"),
                row("HSS_MCC", "001", c -> c.hss().identity().plmn().mcc(), "001"),
                row("HSS_MNC", "01", c -> c.hss().identity().plmn().mnc(), "01"),
                row("HSS_CLIENT_SOCKET_TIMEOUT", "10", c -> c.hss().watchdog().idleTimeout(), Duration.ofSeconds(10)),
                row(
                        "HSS_DIAMETER_REQUEST_TIMEOUT",
                        "4",
                        c -> c.hss().processing().requestTimeout(),
                        Duration.ofSeconds(4)),
                row("HSS_SEND_DWR", "False", c -> c.hss().watchdog().enabled(), false),
                row("HSS_SEND_DWR_INTERVAL", "9", c -> c.hss().watchdog().interval(), Duration.ofSeconds(9)),
                row(
                        "HSS_ACTIVE_DIAMETER_PEERS_TIMEOUT",
                        "7",
                        c -> c.hss().watchdog().forgetPeerAfter(),
                        Duration.ofSeconds(7)),
                row(
                        "HSS_PROVISIONING_KEY",
                        "k",
                        c -> c.hss().provisioning().key().orElseThrow().reveal(),
                        "k"),
                row(
                        "HSS_LOCK_PROVISIONING",
                        "False",
                        c -> c.hss().provisioning().locked(),
                        false),
                row(
                        "HSS_CANCEL_LOCATION_REQUEST_ENABLED",
                        "False",
                        c -> c.hss().mobility().cancelLocation(),
                        false),
                row(
                        "HSS_DEFAULT_SH_USER_DATA",
                        "/a.xml",
                        c -> c.hss().ims().defaultShUserData().orElseThrow(),
                        Path.of("/a.xml")),
                row("HSS_USE_DRA_FALLBACK", "True", c -> c.hss().peering().draFallback(), true),
                row(
                        "HSS_EMERGENCY_SUBSCRIBER_EXPIRY",
                        "5",
                        c -> c.hss().emergency().subscriberExpiry(),
                        Duration.ofMinutes(5)),
                row(
                        "HSS_SEND_DSR_ON_MME_CHANGE",
                        "True",
                        c -> c.hss().mobility().sendDsrOnMmeChange(),
                        true),
                row("HSS_DSR_EXTERNAL_IDENTIFIER", "e", c -> c.hss().mobility().dsrExternalIdentifier(), "e"),
                row(
                        "HSS_IGNORE_PURGE_UE_REQUEST",
                        "True",
                        c -> c.hss().mobility().ignorePurge(),
                        true),
                row("HSS_SCSCF_POOL", "scscf.ims.org", c -> c.hss().ims().scscfPool(), List.of("scscf.ims.org")),
                row(
                        "HSS_ROAMING_REJECT_UNKNOWN_IMSIS_WITH",
                        "\"ROAMING_NOT_ALLOWED\"",
                        c -> c.hss().roaming().rejectUnknownImsisWith(),
                        RoamingConfig.UnknownImsi.ROAMING_NOT_ALLOWED),
                row(
                        "HSS_ROAMING_ALLOW_UNDEFINED_NETWORKS",
                        "False",
                        c -> c.hss().roaming().allowUndefinedNetworks(),
                        false),
                row("HSS_SCTP_RTO_MAX", "6000", c -> c.hss().listen().sctp().rtoMax(), Duration.ofSeconds(6)),
                row("HSS_SCTP_RTO_MIN", "100", c -> c.hss().listen().sctp().rtoMin(), Duration.ofMillis(100)),
                row("HSS_SCTP_RTO_INITIAL", "900", c -> c.hss().listen().sctp().rtoInitial(), Duration.ofMillis(900)),
                row("HSS_GSUP_BIND_IP", "0.0.0.0", c -> c.hss().gsup().bindIp(), "0.0.0.0"),
                row("HSS_GSUP_BIND_PORT", "4223", c -> c.hss().gsup().bindPort(), 4223),
                row("API_BIND_IP", "0.0.0.0", c -> c.api().bindIp(), "0.0.0.0"),
                row("API_BIND_PORT", "8081", c -> c.api().bindPort(), 8081),
                row("API_PAGE_SIZE", "7", c -> c.api().pageSize(), 7),
                row("API_ENABLE_INSECURE_AUC", "True", c -> c.api().insecureAuc(), true),
                row("METRIC_BIND_IP", "0.0.0.0", c -> c.metric().bindIp(), "0.0.0.0"),
                row("METRIC_BIND_PORT", "9999", c -> c.metric().bindPort(), 9999),
                row("BENCHMARKING_ENABLED", "True", c -> c.benchmarking().enabled(), true),
                row(
                        "BENCHMARKING_REPORTING_INTERVAL",
                        "60",
                        c -> c.benchmarking().reportingInterval(),
                        Duration.ofMinutes(1)),
                row("EIR_IMSI_IMEI_LOGGING", "False", c -> c.eir().imsiImeiLogging(), false),
                row("EIR_NO_MATCH_RESPONSE", "0", c -> c.eir().noMatchResponse(), 0),
                row("EIR_STORE_OFFNET_IMSI", "True", c -> c.eir().storeOffnetImsi(), true),
                row("EIR_SIM_SWAP_NOTIFICATION", "True", c -> c.eir().simSwapNotification(), true),
                row("LOGGING_LEVEL", "DEBUG", c -> c.logging().level(), LoggingConfig.Level.DEBUG),
                row("LOGGING_HSS_FILE", "/l/h", c -> c.logging().logfiles().get("hss"), Path.of("/l/h")),
                row("LOGGING_DIAMETER_FILE", "/l/d", c -> c.logging().logfiles().get("diameter"), Path.of("/l/d")),
                row("LOGGING_GEORED_FILE", "/l/g", c -> c.logging().logfiles().get("geored"), Path.of("/l/g")),
                row("LOGGING_METRIC_FILE", "/l/m", c -> c.logging().logfiles().get("metric"), Path.of("/l/m")),
                row(
                        "LOGGING_SQLALCHEMY_POOL_RECYCLE",
                        "33",
                        c -> c.database().pool().maxLifetime(),
                        Duration.ofSeconds(33)),
                row(
                        "LOGGING_SQLALCHEMY_POOL_SIZE",
                        "3",
                        c -> c.database().pool().size(),
                        3),
                row(
                        "LOGGING_SQLALCHEMY_MAX_OVERFLOW",
                        "3",
                        c -> c.database().pool().size(),
                        33),
                row("DATABASE_TYPE", "sqlite", c -> c.database().type(), DatabaseConfig.Type.SQLITE),
                row("DATABASE_SERVER", "db", c -> c.database().server(), "db"),
                row("DATABASE_USERNAME", "u", c -> c.database().username(), "u"),
                row("DATABASE_PASSWORD", "p#w", c -> c.database().password().reveal(), "p#w"),
                row("DATABASE_NAME", "/v/h.db", c -> c.database().database(), "/v/h.db"),
                row("WEBHOOKS_ENABLED", "True", c -> c.webhooks().enabled(), true),
                row(
                        "WEBHOOKS_ENDPOINT",
                        "http://a:1",
                        c -> c.webhooks().endpoints().toString(),
                        "[http://a:1]"),
                row("OCS_ENABLED", "True", c -> c.ocs().enabled(), true),
                row("OCS_ENDPOINT", "http://b:1", c -> c.ocs().endpoints().toString(), "[http://b:1]"),
                row("GEORED_ENABLED", "True", c -> c.geored().enabled(), true),
                row(
                        "GEORED_SYNC_ACTIONS",
                        "HSS,IMS,PCRF,EIR",
                        c -> c.geored().syncActions(),
                        Set.of(GeoredConfig.SyncAction.values())),
                row(
                        "GEORED_ENDPOINT_1",
                        "http://a:1",
                        c -> c.geored().endpoints().toString(),
                        "[http://a:1]"),
                row(
                        "GEORED_ENDPOINT_2",
                        "http://b:1",
                        c -> c.geored().endpoints().toString(),
                        "[http://b:1]"),
                row("REDIS_CONNECTION_TYPE", "unix", c -> c.redis().connectionType(), RedisConfig.ConnectionType.UNIX),
                row("REDIS_UNIX_SOCKET_PATH", "/r.sock", c -> c.redis().unixSocketPath(), Path.of("/r.sock")),
                row("REDIS_HOST", "redis", c -> c.redis().host(), "redis"),
                row("REDIS_PORT", "6380", c -> c.redis().port(), 6380),
                row("INFLUXDB_ENABLED", "True", c -> c.influxdb().enabled(), true),
                row("INFLUXDB_HOST", "i", c -> c.influxdb().host(), "i"),
                row("INFLUXDB_PORT", "8087", c -> c.influxdb().port(), 8087),
                row("INFLUXDB_USERNAME", "u", c -> c.influxdb().username(), "u"),
                row("INFLUXDB_PASSWORD", "p", c -> c.influxdb().password().reveal(), "p"),
                row("INFLUXDB_DATABASE", "d", c -> c.influxdb().database(), "d"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("dockerVariables")
    void theVariablesOfPyHssContainersSetTheirKeys(
            String variable, String value, Function<JhssConfig, Object> read, Object expected) {
        assertThat(read.apply(with(variable, value))).isEqualTo(expected);
    }

    @Test
    void everyKeyHasAVariableOfItsOwn() {
        Map<String, Key<?>> owners = new HashMap<>();
        for (var key : Schema.keys()) {
            for (var variable : key.variables()) {
                assertThat(owners.put(variable, key)).as(variable).isNull();
                assertThat(variable).matches("[A-Z][A-Z0-9_]*");
            }
        }
        assertThat(owners).containsKeys("HSS_MAX_MESSAGE_SIZE", "REDIS_PREFIX", "HSS_SQN_IND_FIRST");
    }

    @Test
    void theEnvironmentBeatsTheFileAndItsAliases() {
        var text = "hss: {bind_port: 1}\ngeored: {sync_endpoints: ['http://file:1']}";
        var result = parse(text, Map.of("HSS_BIND_PORT", "2", "GEORED_ENDPOINTS", "http://a:1,http://b:2"));

        assertThat(result.problems()).isEmpty();
        var config = result.config().orElseThrow();
        assertThat(config.hss().listen().port()).isEqualTo(2);
        assertThat(config.geored().endpoints()).hasToString("[http://a:1, http://b:2]");
    }

    @Test
    void theTwoGeoredEndpointsMakeOneList() {
        var result = parse("", Map.of("GEORED_ENDPOINT_1", "http://a:1", "GEORED_ENDPOINT_2", "http://b:2"));

        assertThat(result.config().orElseThrow().geored().endpoints()).hasToString("[http://a:1, http://b:2]");
    }

    @Test
    void theSyncActionsThatThePyHssTemplateMakesOneElementOfAreTakenApart() {
        var result = parse("geored: {sync_actions: ['HSS,IMS,PCRF,EIR']}", Map.of());

        assertThat(result.config().orElseThrow().geored().syncActions()).hasSize(4);
    }

    @Test
    void anEmptyVariableCountsAsNotSet() {
        var result = parse("hss: {bind_port: 5}", Map.of("HSS_BIND_PORT", "", "HSS_SITE_NAME", " "));

        assertThat(result.config().orElseThrow().hss().listen().port()).isEqualTo(5);
    }

    @Test
    void aStructuredKeyIsGivenAsYamlInOneLine() {
        var config = with("HSS_PEERS", "[{host: dra01, addresses: [192.0.2.1], transport: tls}]");

        assertThat(config.hss().peering().peers()).hasSize(1);
        var peer = config.hss().peering().peers().getFirst();
        assertThat(peer.host().value()).isEqualTo("dra01");
        assertThat(peer.addresses()).containsExactly("192.0.2.1");
        assertThat(peer.transport()).isEqualTo(PeerConfig.Transport.TLS);
        assertThat(with("METRIC_SERVICE_PORTS", "{hss: 0}").metric().servicePorts())
                .isEqualTo(Map.of("hss", 0));
    }

    @Test
    void ipv6AddressesMayStandInBracketsInAVariable() {
        assertThat(with("HSS_BIND_IP", "127.0.0.1, ::1").hss().listen().bindIps())
                .containsExactly("127.0.0.1", "::1");
    }

    @Test
    void aBadVariableIsReportedByItsName() {
        var result = parse("", Map.of("HSS_BIND_PORT", "many"));

        assertThat(result.errors()).hasSize(1);
        assertThat(result.errors().getFirst())
                .hasToString(
                        "error: environment variable HSS_BIND_PORT: hss.bind_port: found \"many\"; expected a whole number"
                                + " from 0 to 65535");
    }

    @Test
    void whatAContainerLinkPutsIntoTheEnvironmentIsIgnoredWithAWarning() {
        var result = parse("", Map.of("REDIS_PORT", "tcp://10.0.0.7:6379"));

        assertThat(result.config().orElseThrow().redis().port()).isEqualTo(6379);
        assertThat(result.warnings()).hasSize(1);
        assertThat(result.warnings().getFirst().where()).hasToString("environment variable REDIS_PORT");
    }

    @Test
    void onlyNearMissesAmongVariablesAreWarnedOf() {
        var result = parse("", Map.of("HSS_BIND_PROT", "1", "REDIS_URL", "x", "DATABASE_URL", "y", "PATH", "z"));

        assertThat(result.warnings()).hasSize(1);
        assertThat(result.warnings().getFirst())
                .hasToString("warning: environment variable HSS_BIND_PROT: means nothing; did you mean HSS_BIND_PORT?");
    }
}
