// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotateKeysTest {

    private static final String FIRST = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String SECOND = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

    @TempDir
    Path directory;

    @Test
    void encryptsRotatesAndDecryptsTheKeysOfSims() throws Exception {
        var site = Site.in(directory).withSubscriber();
        var plain = Files.readString(site.config());
        assertThat(stored()).contains(Site.KI);

        var encrypted = plain + "  encryption:\n    active_key: one\n    keys: {one: " + FIRST + "}\n";
        Files.writeString(site.config(), encrypted, StandardOpenOption.TRUNCATE_EXISTING);
        var first = site.run("rotate-keys");
        assertThat(first.code).as(first.err).isZero();
        assertThat(first.out).contains("stored anew");
        assertThat(site.run("show auc " + Site.IMSI + " --with-secrets").out).contains(Site.KI);

        Files.writeString(
                site.config(),
                plain + "  encryption:\n    active_key: two\n    keys: {one: " + FIRST + ", two: " + SECOND + "}\n");
        assertThat(site.run("rotate-keys").code).isZero();
        assertThat(site.run("rotate-keys").out).contains("0 stored anew");

        Files.writeString(
                site.config(), plain + "  encryption:\n    active_key: one\n    keys: {one: " + FIRST + "}\n");
        var lost = site.run("rotate-keys");
        assertThat(lost.code).isEqualTo(1);
        assertThat(lost.err).contains("could not be read").doesNotContain(FIRST);
    }

    private String stored() throws Exception {
        // What SQLite has not yet moved from its log is in the second file.
        var content = new StringBuilder();
        try (var files = Files.list(directory)) {
            for (var file : files.filter(f -> f.getFileName().toString().startsWith("hss.db"))
                    .toList()) {
                content.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return content.toString();
    }
}
