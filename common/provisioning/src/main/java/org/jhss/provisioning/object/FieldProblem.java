// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

/**
 * What is wrong with one field.
 *
 * @param field the column, or "" for the whole
 * @param rule the rule's name, for programs
 * @param message for people, to follow the field's name; holds no value
 */
public record FieldProblem(String field, String rule, String message) {}
