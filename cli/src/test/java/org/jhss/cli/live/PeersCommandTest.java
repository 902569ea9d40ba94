// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.platform.bus.peers.PeerRecord;
import org.junit.jupiter.api.Test;

class PeersCommandTest {

    @Test
    void applicationsAreToldByNameAndByNumberWhereNoTableNamesThem() {
        var peer = new PeerRecord(
                "diameter-1",
                1,
                new PeerRecord.Address("127.0.0.1", 3868, "TCP"),
                new PeerRecord.Identity(Optional.empty(), "", "mme"),
                new PeerRecord.State(true, "R-Open", Instant.EPOCH),
                new PeerRecord.History(Optional.empty(), Optional.empty(), 0),
                List.of(16_777_251L, 16_777_252L, 4_294_967_294L),
                Map.of());

        assertThat(PeersCommand.applications(peer)).isEqualTo("S6a S13 4294967294");
    }
}
