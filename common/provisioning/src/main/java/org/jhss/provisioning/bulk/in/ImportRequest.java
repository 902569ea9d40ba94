// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.List;
import java.util.Optional;
import org.jhss.provisioning.bulk.format.FileFormat;

/**
 * An import as it is asked for.
 *
 * @param file what to import
 * @param format its format; empty to tell it from the content
 * @param columns the names of a table's columns, when it has no header
 * @param options how to import it
 * @param actor who imports, at most 255 characters
 * @param resume whether to go on where an import of the same file has ended
 */
public record ImportRequest(
        ImportFile file,
        Optional<FileFormat> format,
        List<String> columns,
        ImportOptions options,
        String actor,
        boolean resume) {

    public ImportRequest {
        columns = List.copyOf(columns);
    }

    /** A file in a format that is told from its content. */
    public static ImportRequest of(ImportFile file, ImportOptions options, String actor) {
        return new ImportRequest(file, Optional.empty(), List.of(), options, actor, false);
    }

    public ImportRequest withResume() {
        return new ImportRequest(file, format, columns, options, actor, true);
    }

    public ImportRequest withFormat(FileFormat forced) {
        return new ImportRequest(file, Optional.of(forced), columns, options, actor, resume);
    }
}
