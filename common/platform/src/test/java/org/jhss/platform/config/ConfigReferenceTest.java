// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigReferenceTest {

    /** Surefire runs in the module's directory. */
    private static final Path COMMITTED = Path.of("../../docs/configuration.md");

    private static final Path MADE = Path.of("target/configuration.md");

    @Test
    void theCommittedReferenceIsWhatTheSchemaGives() throws IOException {
        var text = ConfigReference.markdown();
        Files.writeString(MADE, text);

        assertThat(Files.readString(COMMITTED))
                .as("docs/configuration.md; %s is what it must be", MADE)
                .isEqualTo(text);
    }

    @Test
    void everyKeyHasItsRow() {
        var text = ConfigReference.markdown();

        assertThat(Schema.keys()).allSatisfy(key -> assertThat(text).contains("| `" + key.path() + "` | "));
        assertThat(Schema.OBSOLETE).allSatisfy(key -> assertThat(text).contains("| `" + key.path() + "` | "));
    }
}
