// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.Gx;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6aFlags.Ida;
import org.jhss.diameter.message.Message;
import org.jhss.hss.s6a.location.EpsLocation;
import org.jhss.hss.s6a.location.UserState;

/**
 * What an Insert-Subscriber-Data-Answer tells (TS 29.272 5.2.2.1, 7.2.10).
 *
 * @param mmeState state of the terminal as the MME sees it
 * @param sgsnState the same, of an SGSN
 * @param location where it is
 * @param ratType RAT-Type (TS 29.212 5.3.31)
 * @param imsVoiceSupported IMS-Voice-Over-PS-Sessions-Supported, where the terminal is
 * @param lastActivity Last-UE-Activity-Time
 * @param timeZone of the visited network
 * @param areaRestricted IDA-Flags: the subscriber may not use packet services where it is
 */
public record SubscriberDataAnswer(
        Optional<UserState> mmeState,
        Optional<UserState> sgsnState,
        EpsLocation location,
        OptionalInt ratType,
        Optional<Boolean> imsVoiceSupported,
        Optional<Instant> lastActivity,
        Optional<LocalTimeZone> timeZone,
        boolean areaRestricted) {

    private static final int SUPPORTED = 1;

    /**
     * Local-Time-Zone (7.3.156).
     *
     * @param offset Time-Zone: hours and minutes from UTC, such as "+8" or "+3.5"
     * @param daylightSaving Daylight-Saving-Time: hours added to that, 0 to 2
     */
    public record LocalTimeZone(String offset, int daylightSaving) {}

    /** Reads the answer. */
    public static SubscriberDataAnswer of(Message answer) {
        var state = answer.find(S6a.EPS_USER_STATE);
        return new SubscriberDataAnswer(
                UserState.in(state, S6a.MME_USER_STATE),
                UserState.in(state, S6a.SGSN_USER_STATE),
                EpsLocation.of(answer.find(S6a.EPS_LOCATION_INFORMATION)),
                number(answer, Gx.RAT_TYPE),
                imsVoice(answer),
                answer.find(S6a.LAST_UE_ACTIVITY_TIME).time(),
                timeZone(answer),
                (answer.integer32(S6a.IDA_FLAGS, 0) & Ida.NETWORK_NODE_AREA_RESTRICTED) != 0);
    }

    private static Optional<Boolean> imsVoice(Message answer) {
        var support = answer.find(S6a.IMS_VOICE_OVER_PS_SESSIONS_SUPPORTED);
        return support.isAbsent() ? Optional.empty() : Optional.of(support.enumerated() == SUPPORTED);
    }

    private static Optional<LocalTimeZone> timeZone(Message answer) {
        var zone = answer.find(S6a.LOCAL_TIME_ZONE);
        return zone.isAbsent()
                ? Optional.empty()
                : Optional.of(
                        new LocalTimeZone(zone.text(S6a.TIME_ZONE), zone.enumerated(S6a.DAYLIGHT_SAVING_TIME, 0)));
    }

    private static OptionalInt number(Message answer, AvpDefinition avp) {
        var found = answer.find(avp);
        return found.isAbsent() ? OptionalInt.empty() : OptionalInt.of(found.enumerated());
    }
}
