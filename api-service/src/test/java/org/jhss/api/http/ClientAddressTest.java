// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jhss.platform.config.AddressRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom {@code X-Forwarded-For} is believed. */
class ClientAddressTest {

    private final ClientAddress addresses = new ClientAddress(List.of(
            AddressRange.parse("10.0.0.0/8").orElseThrow(),
            AddressRange.parse("::1").orElseThrow()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.9 | 203.0.113.5              | 192.0.2.9",
                "10.0.0.1  |                          | 10.0.0.1",
                "10.0.0.1  | 203.0.113.5              | 203.0.113.5",
                "::1       | 203.0.113.5              | 203.0.113.5",
                "10.0.0.1  | 198.51.100.7, 203.0.113.5 | 203.0.113.5",
                "10.0.0.1  | 203.0.113.5, 10.0.0.2    | 203.0.113.5",
                "10.0.0.1  | 10.0.0.3, 10.0.0.2       | 10.0.0.3",
                "10.0.0.1  | evil, 10.0.0.2           | 10.0.0.2",
                "10.0.0.1  | localhost                | 10.0.0.1",
            })
    void only_trusted_proxies_are_believed_and_only_from_the_end(String connection, String header, String client) {
        assertThat(addresses.of(connection, header)).isEqualTo(client);
    }

    @Test
    void without_trusted_proxies_nobody_is_believed() {
        assertThat(new ClientAddress(List.of()).of("10.0.0.1", "203.0.113.5")).isEqualTo("10.0.0.1");
    }
}
