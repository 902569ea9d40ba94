// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is imported: a file, or a stream that can be read once and not be taken up again. */
public final class ImportFile {

    private static final int BUFFER = 1 << 20;

    private final String name;
    private final @Nullable Path path;
    private final @Nullable InputStream stream;

    private ImportFile(String name, @Nullable Path path, @Nullable InputStream stream) {
        this.name = name;
        this.path = path;
        this.stream = stream;
    }

    /** A file. */
    public static ImportFile of(Path path) {
        return new ImportFile(path.toString(), path, null);
    }

    /** A stream, such as standard input. */
    public static ImportFile of(String name, InputStream stream) {
        return new ImportFile(name, null, stream);
    }

    /** Its name, for people. */
    public String name() {
        return name;
    }

    /** Its size in octets; empty for a stream. */
    Optional<Long> size() throws IOException {
        return path == null ? Optional.empty() : Optional.of(Files.size(path));
    }

    /** SHA-256 of the content in hexadecimal digits; "" for a stream. */
    String digest() throws IOException {
        if (path == null) {
            return "";
        }
        try (var input = Files.newInputStream(path)) {
            var sha = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[BUFFER];
            for (int read = input.read(buffer); read > 0; read = input.read(buffer)) {
                sha.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }

    InputStream open() throws IOException {
        if (path != null) {
            return Files.newInputStream(path);
        }
        if (stream == null) {
            throw new IllegalStateException("neither file nor stream");
        }
        return stream;
    }
}
