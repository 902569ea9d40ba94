// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.error;

/**
 * One thing that is wrong with a request.
 *
 * @param field the JSON key or parameter that is wrong
 * @param rule the name of the rule it breaks, such as {@code maxLength}; for programs
 * @param message what is wrong, for people; holds no secret
 */
public record Problem(String field, String rule, String message) {}
