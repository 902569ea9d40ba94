// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.backup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file with keys in it: its owner's only, and there only when it is whole. */
final class PrivateFile {

    /** Writes a file. */
    interface Work {
        void write(Path file) throws IOException;
    }

    private PrivateFile() {}

    /** Has {@code work} fill and check a file beside {@code file}, which it then becomes. */
    static void make(Path file, boolean replace, Work work) throws IOException {
        if (!replace && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "exists already; --force replaces it");
        }
        var directory = file.toAbsolutePath().getParent();
        var partial = Files.createTempFile(
                directory,
                file.getFileName() + ".",
                ".partial",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            work.write(partial);
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
