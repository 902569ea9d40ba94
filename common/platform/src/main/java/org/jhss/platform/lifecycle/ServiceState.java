// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

/** Where a service is in its life. */
public enum ServiceState {
    /** Its components are being started. */
    STARTING,
    /** It works and reaches everything it needs. */
    READY,
    /** It works, but something it needs does not answer. */
    DEGRADED,
    /** It finishes what it began and takes nothing new. */
    STOPPING,
    /** It ended by itself; the reason is told. */
    FAILED
}
