// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jhss.platform.config.ConfigLoader;
import org.jhss.platform.config.ConfigResult;
import org.jhss.platform.config.JhssConfig;

/** The configuration that the running services have too. */
public final class Configuration {

    private Configuration() {}

    /**
     * Finds and reads it.
     *
     * @throws IOException naming every error when it is not usable
     */
    public static JhssConfig load() throws IOException {
        return usable(ConfigLoader.system().load());
    }

    /**
     * Reads {@code file}.
     *
     * @throws IOException naming every error when it is not usable
     */
    public static JhssConfig load(Path file) throws IOException {
        return usable(ConfigLoader.system().load(file));
    }

    private static JhssConfig usable(ConfigResult result) throws IOException {
        if (result.config().isPresent()) {
            return result.config().get();
        }
        throw new IOException(result.errors().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }
}
