// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import redis.embedded.core.ExecutableProvider;

/** The Redis of its Maven artifact, unpacked once per JVM. */
final class RedisBinary {

    private static final String PATH = unpack();

    private RedisBinary() {}

    static String path() {
        return PATH;
    }

    private static String unpack() {
        try {
            return ExecutableProvider.newJarResourceProvider().get().getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
