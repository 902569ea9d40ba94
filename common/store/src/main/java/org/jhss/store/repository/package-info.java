// SPDX-License-Identifier: AGPL-3.0-or-later
/** Provisioning: rows created, read, changed and deleted through Hibernate, one repository per aggregate. */
@NullMarked
package org.jhss.store.repository;

import org.jspecify.annotations.NullMarked;
