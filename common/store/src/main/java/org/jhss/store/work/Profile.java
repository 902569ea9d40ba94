// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jhss.identity.Msisdn;

/**
 * The subscription that goes to a serving node (TS 29.272 7.3.2).
 *
 * @param defaultApn id of the default APN
 * @param apns ids of all APNs in {@code apn_list}'s order
 * @param msisdn empty when not provisioned or not a number
 * @param maxBitRateDown UE-AMBR downlink as stored, bit/s
 * @param maxBitRateUp UE-AMBR uplink as stored, bit/s
 * @param rauTauTimer periodic RAU and TAU timer, seconds
 */
public record Profile(
        int defaultApn,
        List<Integer> apns,
        Optional<Msisdn> msisdn,
        long maxBitRateDown,
        long maxBitRateUp,
        OptionalInt rauTauTimer,
        Barring barring,
        Restrictions restrictions,
        Voice voice,
        Radio radio,
        Options options) {

    /** Operator determined barring (TS 29.272 7.3.22, 7.3.30), bit masks. */
    public record Barring(OptionalLong operatorDetermined, OptionalLong hplmn) {}

    /**
     * Where and how the subscriber may attach.
     *
     * @param access Access-Restriction-Data (7.3.31) as provisioned; empty means "derive it from the RAT attributes"
     * @param coreNetwork Core-Network-Restrictions (7.3.230)
     * @param regionalZones Regional-Subscription-Zone-Codes (7.3.44), each 4 hexadecimal digits
     */
    public record Restrictions(OptionalLong access, OptionalLong coreNetwork, List<String> regionalZones) {}

    /**
     * Voice continuity.
     *
     * @param stnSr Session Transfer Number for SRVCC (7.3.39), digits
     * @param correlationMsisdn A-MSISDN (7.3.157), digits
     * @param ics ICS-Indicator (7.3.97)
     * @param vsrvcc Subscribed-VSRVCC (7.3.143)
     */
    public record Voice(
            Optional<String> stnSr, Optional<String> correlationMsisdn, Optional<Boolean> ics, OptionalInt vsrvcc) {}

    /**
     * Radio and rate.
     *
     * @param rfspIndex Subscribed RAT/Frequency Selection Priority (7.3.46), 1 to 256
     * @param ueUsageType 7.3.202, 0 to 255
     * @param extendedDown Extended-Max-Requested-BW-DL, kbit/s, for rates above 32 bits of bit/s
     * @param extendedUp Extended-Max-Requested-BW-UL, kbit/s
     */
    public record Radio(
            OptionalInt rfspIndex, OptionalInt ueUsageType, OptionalLong extendedDown, OptionalLong extendedUp) {}

    /**
     * The rest.
     *
     * @param chargingCharacteristics 4 hexadecimal digits
     * @param apnOiReplacement domain name (7.3.32)
     * @param externalIdentifier TS 23.003 19.7.2
     * @param multimediaPriority MPS-Priority (7.3.131), bit mask
     * @param relayNode Relay-Node-Indicator (7.3.79)
     * @param smsInMme whether SMS in MME is allowed
     * @param reachabilityRequested whether someone waits for UE reachability (URRP, 7.3.38)
     */
    public record Options(
            Optional<String> chargingCharacteristics,
            Optional<String> apnOiReplacement,
            Optional<String> externalIdentifier,
            OptionalLong multimediaPriority,
            boolean relayNode,
            boolean smsInMme,
            boolean reachabilityRequested) {}
}
