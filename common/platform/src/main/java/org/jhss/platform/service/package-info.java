// SPDX-License-Identifier: AGPL-3.0-or-later
/** What every service on the bus needs: the bus opened as configured, watched, and the service's health told over it. */
@NullMarked
package org.jhss.platform.service;

import org.jspecify.annotations.NullMarked;
