// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jhss.platform.config.schema.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedConfigTest {

    private static final Path FILE =
            Path.of("../../config.yaml").toAbsolutePath().normalize();

    static Stream<Key<?>> keys() {
        return Schema.keys().stream();
    }

    @Test
    void theShippedFileHasNoProblem() {
        var result = ConfigLoader.of(Map.of()).load(FILE);

        assertThat(result.render()).isEqualTo(FILE + ": good\n");
    }

    @Test
    void theShippedFileListensOnLoopbackOnly() {
        var config = ConfigLoader.of(Map.of()).load(FILE).config().orElseThrow();

        assertThat(config.hss().listen().bindIps()).containsExactly("127.0.0.1");
        assertThat(Stream.of(
                        config.api().bindIp(),
                        config.metric().bindIp(),
                        config.metric().serviceBindIp(),
                        config.hss().gsup().bindIp()))
                .containsOnly("127.0.0.1");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void theShippedFileAndTheReferenceTellOfEachKey(Key<?> key) throws IOException {
        var name = key.path().substring(key.path().lastIndexOf('.') + 1);

        assertThat(Files.readString(FILE)).containsPattern("\\b" + name + "\\b");
        assertThat(ConfigReference.markdown())
                .contains("| `" + key.path() + "` |")
                .contains(key.systematicVariable());
        assertThat(key.doc()).endsWith(".");
    }

    @Test
    void theDefaultsHaveNoProblem() {
        assertThat(ConfigLoader.of(Map.of()).defaults().problems()).isEmpty();
    }
}
