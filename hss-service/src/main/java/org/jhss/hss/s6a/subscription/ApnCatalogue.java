// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import java.util.Optional;
import org.jhss.store.reference.ApnProfile;

/** Finds APNs by id. */
@FunctionalInterface
public interface ApnCatalogue {

    /** The APN with that id, if there is one. */
    Optional<ApnProfile> apn(int id);
}
