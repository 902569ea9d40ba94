// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.place;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jhss.cli.config.Configuration;
import org.jhss.platform.config.JhssConfig;
import org.jhss.provisioning.history.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which jHSS a command is for, and in whose name. */
public final class TargetOptions {

    @Option(
            names = "--api",
            paramLabel = "URL",
            defaultValue = "${env:JHSS_API}",
            description =
                    "Work over the REST interface there, such as http://127.0.0.1:8080; else on the database of the"
                            + " configuration. Also: JHSS_API.")
    private @Nullable String api;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "${env:JHSS_API_KEY}",
            description = "Provisioning-Key for the REST interface. Better out of sight in JHSS_API_KEY.")
    private @Nullable String key;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:JHSS_API_TOKEN}",
            description = "Bearer token for the REST interface. Better out of sight in JHSS_API_TOKEN.")
    private @Nullable String token;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration. Default: the one that the services read.")
    private @Nullable Path config;

    @Option(
            names = "--operation",
            paramLabel = "ID",
            description = "What the operation log calls this; several commands may share it. Default: a new one.")
    private @Nullable String operation;

    /** Opens the place to work at; the caller closes it. */
    public Target open(boolean secrets) throws IOException {
        return open(secrets, Optional.ofNullable(operation));
    }

    /** As {@link #open}, with one operation id for everything, given or new. */
    public Target openForOneOperation(boolean secrets) throws IOException {
        return open(secrets, Optional.of(operation == null ? UUID.randomUUID().toString() : operation));
    }

    private Target open(boolean secrets, Optional<String> operationId) throws IOException {
        if (isRemote()) {
            return new RemoteTarget(client(), operationId);
        }
        var actor = new Actor("cli:" + System.getProperty("user.name", ""), "", operationId);
        return LocalTarget.open(configuration(), actor, secrets);
    }

    private ApiClient client() {
        return new ApiClient(api == null ? "" : api, given(key), given(token));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    /** Whether the REST interface is to be used. */
    public boolean isRemote() {
        return api != null && !api.isBlank();
    }

    /** The configuration that was named, or that of the services. */
    public JhssConfig configuration() throws IOException {
        return config == null ? Configuration.load() : Configuration.load(config);
    }
}
