// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    @Test
    void anIdentityKeepsNetworkAndLastDigits() {
        assertThat(Redaction.digits("001011234567895")).isEqualTo("001011*******95");
        assertThat(Redaction.digits("12345678")).isEqualTo("********");
    }

    @ParameterizedTest
    @CsvSource({
        "http://user:secret@host:80/path?token=x, http://host:80/path",
        "https://host/geored/, https://host/geored/",
        "redis://:p@ss@host, redis://host"
    })
    void aUrlLosesPasswordAndQuery(String url, String redacted) {
        assertThat(Redaction.url(url)).isEqualTo(redacted);
    }
}
