// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import java.util.Arrays;
import java.util.Optional;

/** The layouts of files that can be read. */
public enum FileFormat {
    /** Columns with a header: jHSS's own, sysmocom's and others' whose columns have usual names. */
    CSV("csv"),
    /** An object a line: nested, flat, or a document of Open5GS. */
    NDJSON("ndjson"),
    /** A list of such objects, as PyHSS's API lists them. */
    JSON("json"),
    /** A SIM vendor's output file: a header, {@code var_out:} with the columns' names, rows. */
    SIM_OUTPUT("sim-output"),
    /** srsRAN's {@code user_db.csv}. */
    SRSRAN("srsran"),
    /** A script of {@code open5gs-dbctl add} commands. */
    OPEN5GS_DBCTL("open5gs-dbctl");

    private final String id;

    FileFormat(String id) {
        this.id = id;
    }

    /** Its name on the command line. */
    public String id() {
        return id;
    }

    /** The format of that name. */
    public static Optional<FileFormat> of(String id) {
        return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
