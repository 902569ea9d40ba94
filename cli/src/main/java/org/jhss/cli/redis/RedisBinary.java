// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** The redis-server that the embedded-redis artifact carries for this platform. */
final class RedisBinary {

    private RedisBinary() {}

    /**
     * Puts the executable into {@code directory}, unless it is there already, and returns its path.
     *
     * @throws IOException when there is none for this platform, or it cannot be written
     */
    static Path extract(Path directory) throws IOException {
        var resource = ExecutableProvider.newProvidedVersionsMap().get(OsArchitecture.detectOSandArchitecture());
        if (resource == null) {
            throw new IOException("no Redis is included for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + "; install one and set redis.host and redis.port");
        }
        Files.createDirectories(directory);
        var name = resource.substring(resource.lastIndexOf('/') + 1);
        var target = directory.resolve(name);
        try (var in = ExecutableProvider.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IOException("the Redis executable " + name + " is missing from the embedded-redis artifact");
            }
            if (Files.isExecutable(target)) {
                return target;
            }
            // Another process may be doing the same: only a complete file gets the name.
            var draft = Files.createTempFile(directory, name, ".part");
            Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return target;
    }
}
