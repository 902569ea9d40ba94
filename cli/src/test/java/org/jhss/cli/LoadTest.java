// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {

    private static final int WRONG_USAGE = 2;

    @TempDir
    Path directory;

    @Test
    void refusesWhatIsNoMixTimeOrOrder() {
        for (var wrong : new String[][] {
            {"--mix", "AIR=many"},
            {"--mix", "AIR@16=1"},
            {"--duration", "10 parsecs"},
            {"--order", "hot:0:0.5"},
        }) {
            var result = Output.of("load", wrong[0], wrong[1]);

            assertThat(result.code).as(String.join(" ", wrong)).isEqualTo(WRONG_USAGE);
            assertThat(result.err).contains(wrong[0]);
        }
    }

    @Test
    void saysWhichCommandsThereAre() {
        var result = Output.of("load", "--mix", "XYZ", "--target", "127.0.0.1:1");

        assertThat(result.code).isEqualTo(1);
        assertThat(result.err).contains("XYZ", "AIR, ULR, PUR, NOR, ECR");
    }

    @Test
    void keepsTheKeyOutOfItsComplaint() {
        var result = Output.of("load", "--imsi-first", "001010000000001", "--k", "465b5ce8b199b49x");

        assertThat(result.code).isEqualTo(1);
        assertThat(result.err).contains("hexadecimal").doesNotContain("465b5ce8b199b49x");
    }

    @Test
    void reportsThatNobodyListensAsTextAndJson() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var json = directory.resolve("report.json");

        var result = Output.of("load", "--target", "127.0.0.1:" + port, "--json", json.toString());

        assertThat(result.code).isEqualTo(1);
        assertThat(result.out).contains("no connection");
        assertThat(Files.readString(json)).contains("\"clean\" : false", "no connection");
    }
}
