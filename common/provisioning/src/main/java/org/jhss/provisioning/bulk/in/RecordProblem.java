// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

/**
 * Why a record was not imported.
 *
 * @param number the record's place in the file, from 1
 * @param line the line that it begins in, from 1
 * @param imsi the record's IMSI, or "" when it has none that is readable
 * @param field the column's name as the file or PyHSS has it, or ""
 * @param rule the rule's short name, for programs
 * @param message what is wrong; holds no values
 */
public record RecordProblem(long number, long line, String imsi, String field, String rule, String message) {}
