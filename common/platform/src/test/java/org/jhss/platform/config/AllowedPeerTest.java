// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jhss.identity.Plmn;
import org.jhss.identity.Realm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedPeerTest {

    private static PeeringConfig peering(String text) {
        var result = ConfigLoader.of(Map.of()).parse(Path.of("/srv/config.yaml"), text);
        assertThat(result.problems()).isEmpty();
        return result.config().orElseThrow().hss().peering();
    }

    @ParameterizedTest
    @CsvSource({
        "mme01.example.org, mme01.example.org, true",
        "MME01.example.org, mme01.example.org, true",
        "mme01.example.org, mme02.example.org, false",
        "*.example.org, mme01.example.org, true",
        "*.example.org, a.b.example.org, true",
        "*.example.org, example.org, false",
        "*.example.org, .example.org, true",
        "mme*.example.org, mme01.example.org, true",
        "mme*.example.org, mme.example.org, true",
        "mme*me.org, mme.org, false",
        "mme*, mme01, true",
        "*, anything, true",
        "*.example.org, mme01.example.org.evil.net, false",
    })
    void aPatternNamesWhatItsStarAllows(String pattern, String name, boolean named) {
        assertThat(NamePattern.parse(pattern).orElseThrow().matches(name)).isEqualTo(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "**", "*.a.*", "a b", "a..b", "mme[0-9]"})
    void whatIsNoPatternIsRefused(String text) {
        assertThat(NamePattern.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.128/25, 192.0.2.200, true",
        "192.0.2.130/31, 192.0.2.131, true",
        "192.0.2.130/31, 192.0.2.132, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "2001:db8::1, 2001:db8::1, true",
        "::ffff:192.0.2.1, 192.0.2.1, true",
    })
    void aBlockHoldsItsAddresses(String range, String address, boolean held) {
        assertThat(AddressRange.parse(range).orElseThrow().contains(InetAddress.ofLiteral(address)))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mme01",
                "192.0.2.0/33",
                "192.0.2.0/-1",
                "192.0.2.0/+8",
                "192.0.2.0/",
                "192.0.2/24/1",
                "::/129"
            })
    void whatIsNoBlockIsRefused(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @Test
    void aListedPeerIsReadWithAllThatBoundsIt() {
        var fingerprint = "AB:".repeat(31) + "ab";
        var peers = peering("hss: {allowed_peers: [{host: '*.Example.org', realm: example.org, addresses: [10.0.0.0/8],"
                        + " certificate: [mme.example.org, 'sha256:" + fingerprint
                        + "'], applications: [s6a], rate: 50, burst: 9, relay: false}, {host: b, rate: 7}]}")
                .allowedPeers();

        assertThat(peers.getFirst())
                .isEqualTo(new AllowedPeerConfig(
                        new NamePattern("*.example.org"),
                        Optional.of(new NamePattern("example.org")),
                        List.of(AddressRange.parse("10.0.0.0/8").orElseThrow()),
                        List.of("mme.example.org", "ab".repeat(32)),
                        List.of("s6a"),
                        Optional.of(new AllowedPeerConfig.Rate(50, 9)),
                        Optional.of(false)));
        assertThat(peers.getLast().rate()).contains(new AllowedPeerConfig.Rate(7, 7));
    }

    @Test
    void checksHaveTheirModesAndRealmsTheirNetworks() {
        assertThat(peering("{}").checks()).isEqualTo(ChecksConfig.DEFAULT);

        var checks = peering(
                        "hss: {checks: {origin: enforce, loop: off, realm_plmns: {MVNO.example.org: ['00101', '00102']}}}")
                .checks();
        assertThat(checks.origin()).isEqualTo(CheckMode.ENFORCE);
        assertThat(checks.loop()).isEqualTo(CheckMode.OFF);
        assertThat(checks.realmPlmns())
                .containsOnly(
                        Map.entry(new Realm("mvno.example.org"), Set.of(new Plmn("001", "01"), new Plmn("001", "02"))));
    }
}
