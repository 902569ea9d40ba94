// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerHostTest {

    @Property
    void case_makes_no_difference(@ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 63) String label) {
        var spelt = new PeerHost(label + ".EPC.mnc001.mcc001.3gppnetwork.org");
        var shouted = new PeerHost(spelt.value().toUpperCase(Locale.ROOT));
        assertThat(shouted).isEqualTo(spelt).hasSameHashCodeAs(spelt).isEqualByComparingTo(spelt);
        assertThat(shouted.canonical()).isEqualTo(spelt.canonical());
        assertThat(new Realm(shouted.value()))
                .isEqualTo(new Realm(spelt.value()))
                .hasSameHashCodeAs(new Realm(spelt.value()));
    }

    @Test
    void keeps_the_spelling() {
        assertThat(new PeerHost("MME01.Example.org")).hasToString("MME01.Example.org");
        assertThat(new Realm("Example.ORG")).hasToString("Example.ORG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hss01", "mme_1.example.org", "a-b.c", "10.0.0.1"})
    void accepts_what_deployed_nodes_use(String text) {
        assertThat(PeerHost.parse(text)).map(PeerHost::value).contains(text);
        assertThat(Realm.parse(text)).map(Realm::value).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a..b", ".a", "a.", "a b", "aaa://host", "host;1", "höst", "a\nb"})
    void refuses_what_is_no_name(String text) {
        assertThat(PeerHost.parse(text)).isEmpty();
        assertThat(Realm.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new PeerHost(text));
        assertThatIllegalArgumentException().isThrownBy(() -> new Realm(text));
    }

    @Test
    void bounds_labels_and_names() {
        assertThat(PeerHost.parse("a".repeat(63))).isPresent();
        assertThat(PeerHost.parse("a".repeat(64))).isEmpty();
        assertThat(PeerHost.parse("a.".repeat(127) + "a")).isPresent();
        assertThat(PeerHost.parse("a.".repeat(127) + "aa")).isEmpty();
    }

    @Test
    void a_session_id_carries_its_host() {
        assertThat(SessionId.of(new PeerHost("hss01"), -1, 7)).hasToString("hss01;4294967295;7");
        assertThat(SessionId.parse("")).isEmpty();
    }
}
