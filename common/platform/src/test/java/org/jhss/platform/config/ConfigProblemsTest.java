// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jhss.platform.config.problem.ConfigProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigProblemsTest {

    private static ConfigResult parse(String text) {
        return ConfigLoader.of(Map.of()).parse(Path.of("/srv/config.yaml"), text);
    }

    private static ConfigProblem onlyProblem(String text) {
        var result = parse(text);
        assertThat(result.problems()).hasSize(1);
        return result.problems().getFirst();
    }

    @Test
    void aProblemTellsFileLineColumnKeyValueAndWhatIsExpected() {
        assertThat(onlyProblem("# a comment\nhss:\n  bind_port: many\n"))
                .hasToString(
                        "error: /srv/config.yaml:3:14: hss.bind_port: found \"many\"; expected a whole number from 0 to 65535");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hss: {transport: UDP}                              | hss.transport | one of TCP, SCTP, BOTH
            hss: {MCC: 1}                                      | hss.MCC | 3 decimal digits in quotes
            hss: {MNC: 1}                                      | hss.MNC | 2 or 3 decimal digits in quotes
            hss: {send_dwr: maybe}                             | hss.send_dwr | true or false
            hss: {watchdog_interval: 5}                        | hss.watchdog_interval | from 6 to
            hss: {max_message_size: 16777216}                  | hss.max_message_size | from 1024 to 16777215
            hss: {max_vectors: 33}                             | hss.max_vectors | from 1 to 32
            hss: {bind_ip: [127.0.0.1, 'a b']}                 | hss.bind_ip[1] | a host name or IP address
            hss: {bind_ip: {a: b}}                             | hss.bind_ip | a host name or IP address
            hss: {bind_ip: []}                                 | hss.bind_ip | at least one
            hss: {OriginHost: 'a b'}                           | hss.OriginHost | a Diameter host
            hss: {roaming: {inbound: {reject_unknown_imsis_with: X}}} | hss.roaming.inbound.reject_unknown_imsis_with | one of IMSI_UNKNOWN, ROAMING_NOT_ALLOWED
            hss: {peers: [{host: dra, port: 0}]}               | hss.peers[0].port | from 1 to 65535
            hss: {peers: [{realm: example.org}]}               | hss.peers[0].host | missing
            hss: {allowed_peers: [{host: 'a*b*'}]}             | hss.allowed_peers[0].host | one * stands for
            hss: {allowed_peers: [{host: a, addresses: [10.0.0.0/33]}]} | hss.allowed_peers[0].addresses[0] | 192.0.2.0/24
            hss: {allowed_peers: [{host: a, addresses: [mme01]}]} | hss.allowed_peers[0].addresses[0] | an IP address
            hss: {allowed_peers: [{host: a, certificate: ['sha256:ab']}]} | hss.allowed_peers[0].certificate[0] | 64 hexadecimal
            hss: {allowed_peers: [{host: a, rate: 0}]}         | hss.allowed_peers[0].rate | from 1 to
            hss: {checks: {origin: warn}}                      | hss.checks.origin | one of OFF, LOG, ENFORCE
            hss: {checks: {realm_plmns: {a.org: ['1']}}}       | hss.checks.realm_plmns.a.org[0] | such as "00101"
            hss: {checks: {realm_plmns: {'a b': ['00101']}}}   | hss.checks.realm_plmns | is no realm
            hss: {peers: [dra]}                                | hss.peers[0] | a section with host
            hss: {gsup: {ussd: {codes: [{code: '*1#'}]}}}      | hss.gsup.ussd.codes[0].msg | missing
            hss: {sqn: {ind_first: 32}}                        | hss.sqn.ind_first | must be below 32
            hss: {sqn: {ind_first: 16, ind_count: 17}}         | hss.sqn.ind_count | beyond the 32
            hss: {tls: {certificate: a.pem}}                   | hss.tls.certificate | must be given together
            hss: {lock_provisioning: true}                     | hss.lock_provisioning | needs hss.provisioning_key
            hss: 5                                             | hss | a section with keys
            eir: {no_match_response: 3}                        | eir.no_match_response | from 0 to 2
            eir: {sim_swap_notify_webhook: 'ftp://x'}          | eir.sim_swap_notify_webhook | http://
            logging: {level: LOUD}                             | logging.level | CRITICAL
            metric: {service_ports: {hss: x}}                  | metric.service_ports.hss | whole number
            database: {db_type: db2}                           | database.db_type | sqlite
            database: {db_type: oracle}                        | database.db_type | no schema for Oracle
            database: {db_type: mssql}                         | database.db_type | one of sqlite, postgresql, mysql, mariadb
            database: {database: ':memory:'}                   | database.database | expected the path of a file
            database: {database: 'file:x?mode=memory'}         | database.database | expected the path of a file
            database: {db_type: mysql}                         | database.db_type | needs database.database
            database: {encryption: {active_key: a}}            | database.encryption.active_key | no key "a"
            geored: {sync_actions: [HSS, GSM]}                 | geored.sync_actions[1] | one of HSS, IMS, PCRF, EIR
            redis: {connectionType: sentinel}                  | redis.connectionType | redis.sentinel.nodes
            redis: {cluster: true, database: 1}                | redis.database | only database 0
            redis: {prefix: 'a{b'}                             | redis.prefix | without braces
            """)
    void aWrongValueIsReportedWithItsKeyPath(String text, String keyPath, String expected) {
        var problem = onlyProblem(text);

        assertThat(problem.isError()).isTrue();
        assertThat(problem.keyPath()).isEqualTo(keyPath);
        assertThat(problem.message()).contains(expected);
        assertThat(problem.where().line()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'hss: {bind_prt: 1}', hss.bind_prt, bind_port",
        "'hss: {originhost: x}', hss.originhost, OriginHost",
        "'hss: {lock_provisionning: true}', hss.lock_provisionning, lock_provisioning",
        "'hsss: {bind_port: 1}', hsss, hss",
        "'hss: {roaming: {outbound: {allow_undefined_network: true}}}', hss.roaming.outbound.allow_undefined_network,"
                + " allow_undefined_networks",
        "'hss: {peers: [{host: dra, adresses: [a]}]}', hss.peers[0].adresses, addresses"
    })
    void aMistypedKeyIsAnErrorThatTellsTheRightOne(String text, String keyPath, String meant) {
        var problem = onlyProblem(text);

        assertThat(problem.isError()).isTrue();
        assertThat(problem.keyPath()).isEqualTo(keyPath);
        assertThat(problem.message()).isEqualTo("unknown key; did you mean " + meant + "?");
    }

    @Test
    void aKeyThatResemblesNoneIsOnlyWarnedOf() {
        var result = parse("hss:\n  favourite_colour: blue\nkitchen: {sink: 1}\n");

        assertThat(result.isGood()).isTrue();
        assertThat(result.warnings())
                .extracting(ConfigProblem::keyPath)
                .containsExactly("hss.favourite_colour", "kitchen");
    }

    @Test
    void aKeyInTheWrongSectionIsWarnedOfWithItsPlace() {
        assertThat(onlyProblem("api:\n  lock_provisioning: true\n").message())
                .contains("there is hss.lock_provisioning");
    }

    @Test
    void aSecretIsNeverShown() {
        var secret = "correct-horse";
        var result = parse("hss: {provisioning_key: [" + secret + "]}\nredis: {password: {x: " + secret + "}}\n"
                + "database: {encryption: {active_key: b, keys: {a: " + secret + "}}}\n");

        assertThat(result.errors()).hasSize(3);
        assertThat(result.render()).doesNotContain(secret);
        var config = parse("redis: {password: " + secret + "}").config().orElseThrow();
        assertThat(config.toString()).doesNotContain(secret);
        assertThat(config.redis().password().orElseThrow().reveal()).isEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hss: [", "a: b: c", "hss:\n\tbind_port: 1", "- a\n- b", "just text", "hss: *nowhere"})
    void whatIsNoConfigurationIsReportedWithoutATrace(String text) {
        var result = parse(text);

        assertThat(result.isGood()).isFalse();
        assertThat(result.problems()).hasSize(1);
        assertThat(result.problems().getFirst().where().source()).isEqualTo("/srv/config.yaml");
    }

    @Test
    void aKeyGivenTwiceIsAnError() {
        assertThat(onlyProblem("hss:\n  bind_port: 1\n  bind_port: 2\n"))
                .hasToString(
                        "error: /srv/config.yaml:3:3: hss.bind_port: given twice; the first is at /srv/config.yaml:2:3");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        var result = parse("hss: {bind_port: a, MCC: b}\napi: {page_size: 0}\n");

        assertThat(result.errors())
                .extracting(ConfigProblem::keyPath)
                .containsExactlyInAnyOrder("hss.bind_port", "hss.MCC", "api.page_size");
        assertThat(result.render()).endsWith("/srv/config.yaml: 3 errors, 0 warnings; not usable\n");
    }

    @Test
    void aTagCannotNameAClass() {
        var result = parse("hss: !!javax.script.ScriptEngineManager [a]\n");

        assertThat(result.errors()).hasSize(1);
        assertThat(result.render()).contains("not valid YAML").contains("tag");
    }

    @Test
    void theKeyThatPyHssShipsIsWarnedOfOnceProvisioningIsLocked() {
        var problem = onlyProblem("hss: {lock_provisioning: true, provisioning_key: changeThisKeyInProduction}");

        assertThat(problem.isError()).isFalse();
        assertThat(problem.keyPath()).isEqualTo("hss.provisioning_key");
    }
}
