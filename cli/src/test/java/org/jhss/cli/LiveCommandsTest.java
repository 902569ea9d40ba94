// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jhss.cli.output.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands for a running system, without one. */
class LiveCommandsTest {

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void cancelSaysThatRedisDoesNotAnswer(@TempDir Path directory) throws Exception {
        var config = Files.writeString(
                directory.resolve("config.yaml"), "redis:\n  host: 127.0.0.1\n  port: " + closedPort() + "\n");
        var result = Output.of("cancel", Site.IMSI, "--config=" + config);

        assertThat(result.code).isEqualTo(Exit.FAILED);
        assertThat(result.err).contains("Redis does not answer").contains("./jhss up");
    }

    @Test
    void identityCheckSaysThatNobodyListens() throws Exception {
        var result = Output.of(
                "identity-check",
                "353490069873319",
                "--host=127.0.0.1",
                "--realm=epc.mnc001.mcc001.3gppnetwork.org",
                "--port=" + closedPort());

        assertThat(result.code).isEqualTo(Exit.FAILED);
        assertThat(result.err).contains("127.0.0.1").doesNotContain("unexpected failure");
        assertThat(Output.of("identity-check", "12").code).isEqualTo(2);
    }
}
