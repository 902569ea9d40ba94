// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

/**
 * The body that an operation takes, as JSON.
 *
 * @param schema its shape; where that is an object, the handler gets only objects
 * @param required whether an empty body is refused; else it counts as {@code {}}
 */
public record Body(Schema schema, boolean required, String description) {}
