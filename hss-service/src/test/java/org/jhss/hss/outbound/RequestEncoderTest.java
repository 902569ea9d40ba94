// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Message;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;
import org.jhss.platform.config.ConfigLoader;
import org.jhss.platform.config.HssConfig;
import org.junit.jupiter.api.Test;

class RequestEncoderTest {

    private static Message encoded(String yaml) {
        var config = hss(yaml);
        var encoder = new RequestEncoder(
                config.identity(),
                new Identifiers(config.identity().originHost(), "test", InstantSource.system()),
                config.processing().originatedPriority());
        var request = new OutboundRequest(
                S6a.CLR,
                Optional.of(new PeerHost("mme1.example.org")),
                new Realm("example.org"),
                Optional.empty(),
                writer -> writer.add(Base.USER_NAME, "001010000000001"));
        var parsed = Message.parse(encoder.encode(request));
        assertThat(parsed).isInstanceOf(Message.class);
        return (Message) parsed;
    }

    private static HssConfig hss(String yaml) {
        return ConfigLoader.of(Map.of())
                .parse(Path.of("test.yaml"), yaml)
                .config()
                .orElseThrow()
                .hss();
    }

    @Test
    void requestsCarryThePriorityThatIsConfigured() {
        assertThat(encoded("hss: {originated_priority: 3}").enumerated(Ietf.DRMP, -1))
                .isEqualTo(3);
    }

    @Test
    void requestsCarryNoPriorityUnlessOneIsConfigured() {
        assertThat(encoded("hss: {}").has(Ietf.DRMP)).isFalse();
    }
}
