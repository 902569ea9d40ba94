// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.Optional;
import org.jhss.hss.s6a.location.Area;
import org.jhss.hss.s6a.location.EutranCell;
import org.jhss.hss.s6a.location.MmeLocation;
import org.jhss.hss.s6a.location.Observation;
import org.jhss.hss.s6a.location.SgsnLocation;
import org.jhss.identity.Plmn;
import tools.jackson.databind.node.ObjectNode;

/** {@link SubscriberDataAnswer} as JSON; what is not told is left out. */
final class AnswerJson {

    private AnswerJson() {}

    static void write(SubscriberDataAnswer answer, ObjectNode json) {
        answer.mmeState().ifPresent(state -> json.put("mme_user_state", state.name()));
        answer.sgsnState().ifPresent(state -> json.put("sgsn_user_state", state.name()));
        answer.ratType().ifPresent(type -> json.put("rat_type", type));
        answer.imsVoiceSupported().ifPresent(supported -> json.put("ims_voice_over_ps_supported", supported));
        answer.lastActivity().ifPresent(time -> json.put("last_ue_activity_time", time.toString()));
        answer.timeZone()
                .ifPresent(zone -> json.putObject("local_time_zone")
                        .put("time_zone", zone.offset())
                        .put("daylight_saving_time", zone.daylightSaving()));
        if (answer.areaRestricted()) {
            json.put("area_restricted", true);
        }
        var location = answer.location();
        if (location.mme().isPresent() || location.sgsn().isPresent()) {
            var object = json.putObject("location");
            location.mme().ifPresent(mme -> write(mme, object.putObject("mme")));
            location.sgsn().ifPresent(sgsn -> write(sgsn, object.putObject("sgsn")));
        }
    }

    private static void write(MmeLocation location, ObjectNode json) {
        location.cell().ifPresent(cell -> write(cell, json.putObject("ecgi")));
        write(location.trackingArea(), json, "tai", "tac", "");
        write(location.observation(), json);
    }

    private static void write(SgsnLocation location, ObjectNode json) {
        write(location.cell(), json, "cgi", "lac", "ci");
        write(location.locationArea(), json, "lai", "lac", "");
        write(location.serviceArea(), json, "sai", "lac", "sac");
        write(location.routingArea(), json, "rai", "lac", "rac");
        write(location.observation(), json);
    }

    private static void write(EutranCell cell, ObjectNode json) {
        write(cell.plmn(), json);
        json.put("eci", cell.eci()).put("enodeb_id", cell.enodebId()).put("cell_id", cell.cellId());
    }

    private static void write(Optional<Area> area, ObjectNode json, String name, String code, String part) {
        area.ifPresent(known -> {
            var object = json.putObject(name);
            write(known.plmn(), object);
            object.put(code, known.code());
            known.part().ifPresent(value -> object.put(part, value));
        });
    }

    private static void write(Plmn plmn, ObjectNode json) {
        json.put("mcc", plmn.mcc()).put("mnc", plmn.mnc());
    }

    private static void write(Observation observation, ObjectNode json) {
        observation.ageMinutes().ifPresent(age -> json.put("age_minutes", age));
        json.put("current", observation.current());
        observation.geographical().ifPresent(octets -> json.put("geographical_information", octets));
        observation.geodetic().ifPresent(octets -> json.put("geodetic_information", octets));
    }
}
