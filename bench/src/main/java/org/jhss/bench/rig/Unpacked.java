// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Servers that come packed in Maven artifacts, unpacked once for all runs. */
final class Unpacked {

    static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    /** Fills a folder. */
    interface Unpacking {
        void into(Path folder) throws IOException;
    }

    private Unpacked() {}

    /** The folder of that name in the cache; only a complete one gets the name. */
    static Path once(String name, Unpacking unpacking) {
        var folder = Home.cache().resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            var draft = Files.createTempDirectory(Home.cache(), name + ".part");
            Files.setPosixFilePermissions(draft, EXECUTABLE);
            unpacking.into(draft);
            Folders.moveUnlessThere(draft, folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
