// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jhss.identity.Plmn;
import org.junit.jupiter.api.Test;

class ConfigLoaderTest {

    private static final Path FILE = Path.of("/srv/jhss/config.yaml");

    private static ConfigResult parse(String text) {
        return ConfigLoader.of(Map.of()).parse(FILE, text);
    }

    @Test
    void anEmptyFileGivesTheDefaultsWithoutAnyProblem() {
        var result = parse("");

        assertThat(result.problems()).isEmpty();
        var config = result.config().orElseThrow();
        assertThat(config.hss().identity().originHost().value()).isEqualTo("hss01");
        assertThat(config.hss().listen().bindIps()).containsExactly("127.0.0.1");
        assertThat(config.hss().listen().port()).isEqualTo(3868);
        assertThat(config.redis().prefix()).isEqualTo("hss01");
        assertThat(config.database().database()).isEqualTo("/srv/jhss/var/hss.db");
        assertThat(config.metric().servicePorts()).containsEntry("hss", 9193);
    }

    @Test
    void unquotedNetworkCodesKeepTheirLeadingZeros() {
        var config = parse("hss:\n  MCC: 001\n  MNC: 01\n").config().orElseThrow();

        assertThat(config.hss().identity().plmn()).isEqualTo(new Plmn("001", "01"));
        assertThat(config.hss().identity().originRealm().value()).isEqualTo("epc.mnc001.mcc001.3gppnetwork.org");
    }
}
