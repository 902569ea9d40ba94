// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

    @TempDir
    Path directory;

    @Test
    void acceptsAGoodFile() throws Exception {
        var result = Output.of("check", file("hss:\n  bind_port: 3868\n"));

        assertThat(result.code).isZero();
        assertThat(result.out).contains(": good");
    }

    @Test
    void reportsFileKeyAndExpectation() throws Exception {
        var file = file("hss:\n  bind_port: many\n");
        var result = Output.of("check", file);

        assertThat(result.code).isEqualTo(1);
        assertThat(result.out).contains(file, "hss.bind_port", "many", "expected");
    }

    @Test
    void quietMeansProblemsOnly() throws Exception {
        assertThat(Output.of("check", "--quiet", file("hss:\n  bind_port: 3868\n")).out)
                .isEmpty();

        var bad = Output.of("check", "--quiet", file("hss:\n  bind_port: many\n"));
        assertThat(bad.code).isEqualTo(1);
        assertThat(bad.out).isEmpty();
        assertThat(bad.err).contains("hss.bind_port");
    }

    @Test
    void saysThatTheFileIsMissing() {
        var result = Output.of("check", directory.resolve("none.yaml").toString());

        assertThat(result.code).isEqualTo(1);
        assertThat(result.out).contains("no such file");
    }

    private String file(String text) throws Exception {
        return Files.writeString(directory.resolve("config.yaml"), text).toString();
    }
}
