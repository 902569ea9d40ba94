// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

/** What a batch needs of its subscribers beyond the bare state; more costs columns, joins or a statement. */
public enum Need {
    /** Key material: AIR, MAR and the like. */
    AUTHENTICATION,
    /** The subscription proper: {@code subscriber} and {@code jhss_subscriber}. */
    PROFILE,
    /** Where the subscriber is: serving MME and SGSN, last location. */
    SERVING_NODES,
    /** Attributes, static addresses and registered PDN gateways. */
    DETAILS
}
