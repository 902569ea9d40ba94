// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.reference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An APN as subscribers may use it ({@code apn} and {@code jhss_apn}; TS 29.272 7.3.35).
 *
 * @param id primary key
 * @param name Service-Selection, possibly "*"
 * @param pdnType PDN-Type (7.3.62) as stored: 0 IPv4, 1 IPv6, 2 both, 3 either, 4 non-IP
 * @param maxBitRateDown APN-AMBR downlink as stored, bit/s
 * @param maxBitRateUp APN-AMBR uplink as stored, bit/s
 * @param chargingRules ids of predefined charging rules
 */
public record ApnProfile(
        int id,
        String name,
        int pdnType,
        long maxBitRateDown,
        long maxBitRateUp,
        Qos qos,
        Gateways gateways,
        Optional<String> chargingCharacteristics,
        List<Integer> chargingRules,
        Nidd nidd,
        Extras extras) {

    /**
     * EPS-Subscribed-QoS-Profile (7.3.37).
     *
     * @param qci QoS class identifier
     * @param priority ARP priority level, 1 to 15
     * @param mayPreempt the bearer may take another's resources ({@code arp_preemption_capability}, as stored)
     * @param preemptable another bearer may take its resources ({@code arp_preemption_vulnerability}, as stored)
     */
    public record Qos(int qci, int priority, boolean mayPreempt, boolean preemptable) {}

    /**
     * Provisioned gateways; empty ones are left to the MME.
     *
     * @param pgwAddress address of the PDN gateway
     * @param sgwAddress address of the serving gateway
     * @param host name of the PDN gateway
     * @param realm its realm
     */
    public record Gateways(
            Optional<String> pgwAddress, Optional<String> sgwAddress, Optional<String> host, Optional<String> realm) {}

    /** Non-IP data delivery for NB-IoT (7.3.204 to 7.3.209). */
    public record Nidd(
            boolean enabled,
            Optional<String> scefId,
            Optional<String> scefRealm,
            OptionalInt mechanism,
            OptionalInt rds,
            OptionalInt preferredDataMode) {}

    /**
     * What PyHSS does not know.
     *
     * @param vplmnDynamicAddressAllowed 7.3.38
     * @param allocationType PDN-GW-Allocation-Type (7.3.44): 0 static, 1 dynamic
     * @param apnOiReplacement 7.3.32
     * @param extendedDown Extended-Max-Requested-BW-DL, kbit/s
     * @param extendedUp Extended-Max-Requested-BW-UL, kbit/s
     * @param siptoPermission 7.3.135
     * @param lipaPermission 7.3.133
     * @param restorationPriority 7.3.181
     */
    public record Extras(
            Optional<Boolean> vplmnDynamicAddressAllowed,
            OptionalInt allocationType,
            Optional<String> apnOiReplacement,
            OptionalLong extendedDown,
            OptionalLong extendedUp,
            OptionalInt siptoPermission,
            OptionalInt lipaPermission,
            OptionalInt restorationPriority) {}
}
