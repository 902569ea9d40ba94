// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchOrderTest {

    @TempDir
    Path root;

    private final Map<String, String> environment = new HashMap<>();

    private ConfigResult load() {
        return new ConfigLoader(environment, root, root.resolve("work")).load();
    }

    private Path write(String file) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, "hss: {OriginHost: found}\n");
    }

    @Test
    void theFirstOfTheKnownPlacesIsRead() throws IOException {
        environment.put("JHSS_HOME", root.resolve("home").toString());
        var places = List.of(
                "home/config.yaml",
                "usr/share/pyhss/config.yaml",
                "usr/share/jhss/config.yaml",
                "etc/pyhss/config.yaml",
                "etc/jhss/config.yaml");
        for (var place : places) {
            var file = write(place);
            assertThat(load().file()).contains(file);
        }
    }

    @Test
    void theWorkingDirectoryIsTheLastPlaceWithoutAHome() throws IOException {
        assertThat(load().file()).isEmpty();
        assertThat(load().config()).isEmpty();
        var file = write("work/config.yaml");

        assertThat(load().file()).contains(file);
    }

    @Test
    void withoutAFileAllPlacesTriedAreTold() {
        assertThat(load().render())
                .contains("etc/jhss/config.yaml", "etc/pyhss/config.yaml", "usr/share/jhss/config.yaml")
                .contains("usr/share/pyhss/config.yaml", "work/config.yaml", "JHSS_CONFIG");
    }

    @Test
    void aNamedFileIsTheOnlyPlace() throws IOException {
        write("etc/jhss/config.yaml");
        environment.put("PYHSS_CONFIG", root.resolve("missing.yaml").toString());

        assertThat(load().isGood()).isFalse();
        assertThat(load().render()).contains("missing.yaml: no such file (named by PYHSS_CONFIG)");
        var own = write("own.yaml");
        environment.put("JHSS_CONFIG", own.toString());
        assertThat(load().file()).contains(own);
    }

    @Test
    void aFileThatIsNoTextIsReported() throws IOException {
        var file = root.resolve("latin.yaml");
        Files.write(file, "hss: {site_name: Zürich}".getBytes(StandardCharsets.ISO_8859_1));
        environment.put("JHSS_CONFIG", file.toString());

        assertThat(load().render()).contains("is not UTF-8 text");
    }

    @Test
    void relativePathsStartAtHomeElseAtTheFile() throws IOException {
        environment.put("JHSS_CONFIG", write("etc/jhss/config.yaml").toString());
        assertThat(load().config().orElseThrow().database().database())
                .isEqualTo(root.resolve("etc/jhss/var/hss.db").toString());

        environment.put("JHSS_HOME", root.resolve("home").toString());
        assertThat(load().config().orElseThrow().database().database())
                .isEqualTo(root.resolve("home/var/hss.db").toString());
    }
}
