// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.out;

import java.util.Optional;

/**
 * What is exported, and how.
 *
 * @param format CSV, or an object a line
 * @param secrets whether keys and codes are among it
 * @param imsiPrefix only subscribers whose IMSI begins so; "" for all
 * @param apn only those whose default APN has this name
 * @param batchName only those whose SIM came with this delivery
 * @param enabled only those that are enabled, or only those that are not
 */
public record ExportOptions(
        Format format,
        boolean secrets,
        String imsiPrefix,
        Optional<String> apn,
        Optional<String> batchName,
        Optional<Boolean> enabled) {

    /** Layouts of an export. */
    public enum Format {
        CSV,
        NDJSON
    }

    /**
     * @throws IllegalArgumentException when the prefix is not digits
     */
    public ExportOptions {
        if (!imsiPrefix.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("an IMSI begins with digits");
        }
    }

    /** Everything. */
    public static ExportOptions all(Format format, boolean secrets) {
        return new ExportOptions(format, secrets, "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether rows that belong to no subscriber are exported too: only when there is nothing to choose by. */
    boolean isWhole() {
        return apn.isEmpty() && enabled.isEmpty();
    }
}
