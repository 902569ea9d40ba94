// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * What IMS needs.
 *
 * @param defaultShUserData template of Sh-User-Data for subscribers without one of their own
 * @param scscfPool SIP addresses of S-CSCFs to choose from; empty for the one derived from the PLMN
 */
public record ImsConfig(Optional<Path> defaultShUserData, List<String> scscfPool) {

    static final KeyGroup KEYS = new KeyGroup("hss", "IMS");

    private static final Key<Path> DEFAULT_SH_USER_DATA = KEYS.optional(
            "Default_Sh_UserData",
            Types.PATH,
            "Template of the Sh user data of subscribers without one of their own. Default: the built-in one.");
    private static final Key<List<String>> SCSCF_POOL = KEYS.key(
            "scscf_pool",
            Types.listOf(Types.TEXT),
            "[]",
            "SIP addresses of S-CSCFs to choose from. Default: sip:scscf.ims.mncMNC.mccMCC.3gppnetwork.org.");

    static ImsConfig from(Values values, Paths paths) {
        return new ImsConfig(values.find(DEFAULT_SH_USER_DATA).map(paths::resolve), values.get(SCSCF_POOL));
    }
}
