// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

/** What was done to a row, as {@code operation_log.operation} spells it. */
public enum Operation {
    INSERT,
    UPDATE,
    DELETE
}
