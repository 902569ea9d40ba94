// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

/**
 * How something that a service needs does.
 *
 * @param name such as {@code redis} or {@code database}
 * @param up whether it answers
 * @param detail one line for people, without secrets; may be empty
 */
public record DependencyState(String name, boolean up, String detail) {}
