// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row that is to be stored together with others.
 *
 * @param input what it says; a column that refers to an object stored before it in the same operation, and is not named, gets that
 *     object's key
 */
public record NewRow(ResourceType type, ObjectNode input) {}
