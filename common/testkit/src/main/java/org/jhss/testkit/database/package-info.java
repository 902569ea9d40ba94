// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Real databases for tests. The store's own integration tests live in this module's test directory: they need these servers, the
 * servers need the store's settings, and the store cannot depend on the module that depends on it.
 */
@NullMarked
package org.jhss.testkit.database;

import org.jspecify.annotations.NullMarked;
