// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The source tree that is measured. */
public final class Home {

    private static final String LAUNCHER = "jhss";
    private static final Path DIRECTORY = find();

    private Home() {}

    /** The directory of the launcher. */
    public static Path directory() {
        return DIRECTORY;
    }

    /** The launcher. */
    public static Path launcher() {
        return DIRECTORY.resolve(LAUNCHER);
    }

    /** What lasts from run to run and goes with {@code mvn clean}: unpacked servers, loaded databases. Made when missing. */
    public static Path cache() {
        return made(DIRECTORY.resolve("bench/target/cache"));
    }

    /** Where results that are not kept go. Made when missing. */
    public static Path results() {
        return made(DIRECTORY.resolve("bench/target/results"));
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the launcher says, else the nearest directory above that holds one and the module of the benchmarks. */
    private static Path find() {
        return Optional.ofNullable(System.getenv("JHSS_HOME")).map(Path::of).orElseGet(Home::nearest);
    }

    private static Path nearest() {
        for (var place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.isRegularFile(place.resolve(LAUNCHER)) && Files.isDirectory(place.resolve("bench"))) {
                return place;
            }
        }
        throw new IllegalStateException("run this inside the source tree of jHSS");
    }
}
