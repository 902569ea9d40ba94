// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.network;

import org.jhss.api.crud.Rows;
import org.jhss.platform.config.ApiConfig.Compatibility;
import org.jhss.platform.config.JhssConfig;
import org.jhss.provisioning.object.Objects;
import org.jhss.store.Store;

/** What operations work with. */
public record Facilities(JhssConfig config, Store store, Objects objects, Backbone backbone) {

    /** Whether PyHSS's own answers are asked for. */
    public boolean isStrict() {
        return config.api().compatibility() == Compatibility.STRICT;
    }

    /** Rows as PyHSS shows them, keys of SIMs left away. */
    public Rows rows() {
        return new Rows(objects, false);
    }

    /** Calls to the hss service. */
    public HssCalls hss() {
        return new HssCalls(backbone);
    }
}
