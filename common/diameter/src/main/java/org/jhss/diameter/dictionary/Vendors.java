// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** Vendor-Id values (SMI private enterprise codes) that the tables use. */
public final class Vendors {

    public static final int IETF = 0;
    public static final int THREE_GPP = 10415;
    public static final int ETSI = 13019;
    public static final int THREE_GPP2 = 5535;

    private Vendors() {}
}
