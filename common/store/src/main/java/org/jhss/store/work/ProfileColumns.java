// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jhss.identity.Msisdn;
import org.jhss.store.database.Columns;
import org.jhss.store.database.IdList;

/** The subscription's columns of {@code subscriber} followed by those of {@code jhss_subscriber}. */
final class ProfileColumns {

    static final String SUBSCRIBER = "default_apn apn_list msisdn ue_ambr_dl ue_ambr_ul subscribed_rau_tau_timer";
    static final String JHSS_SUBSCRIBER = "operator_determined_barring hplmn_odb"
            + " access_restriction core_network_restrictions regional_zone_codes"
            + " stn_sr a_msisdn ics_indicator subscribed_vsrvcc"
            + " rfsp_index ue_usage_type ue_ambr_dl_kbps ue_ambr_ul_kbps"
            + " charging_characteristics apn_oi_replacement external_identifier mps_priority relay_node sms_in_mme"
            + " ue_reachability_requested";

    private static final int BARRING = 6;
    private static final int RESTRICTIONS = 8;
    private static final int VOICE = 11;
    private static final int RADIO = 15;
    private static final int OPTIONS = 19;

    private ProfileColumns() {}

    static Profile read(ResultSet rows, int first) throws SQLException {
        return new Profile(
                rows.getInt(first),
                IdList.parse(rows.getString(first + 1)),
                Columns.optionalText(rows, first + 2).flatMap(Msisdn::parse),
                rows.getLong(first + 3),
                rows.getLong(first + 4),
                Columns.optionalInt(rows, first + 5),
                new Profile.Barring(
                        Columns.optionalLong(rows, first + BARRING), Columns.optionalLong(rows, first + BARRING + 1)),
                restrictions(rows, first + RESTRICTIONS),
                voice(rows, first + VOICE),
                radio(rows, first + RADIO),
                options(rows, first + OPTIONS));
    }

    private static Profile.Restrictions restrictions(ResultSet rows, int first) throws SQLException {
        return new Profile.Restrictions(
                Columns.optionalLong(rows, first),
                Columns.optionalLong(rows, first + 1),
                Columns.optionalText(rows, first + 2)
                        .map(codes -> List.of(codes.split(",", -1)))
                        .orElse(List.of()));
    }

    private static Profile.Voice voice(ResultSet rows, int first) throws SQLException {
        return new Profile.Voice(
                Columns.optionalText(rows, first),
                Columns.optionalText(rows, first + 1),
                Columns.optionalBool(rows, first + 2),
                Columns.optionalInt(rows, first + 3));
    }

    private static Profile.Radio radio(ResultSet rows, int first) throws SQLException {
        return new Profile.Radio(
                Columns.optionalInt(rows, first),
                Columns.optionalInt(rows, first + 1),
                Columns.optionalLong(rows, first + 2),
                Columns.optionalLong(rows, first + 3));
    }

    private static Profile.Options options(ResultSet rows, int first) throws SQLException {
        return new Profile.Options(
                Columns.optionalText(rows, first),
                Columns.optionalText(rows, first + 1),
                Columns.optionalText(rows, first + 2),
                Columns.optionalLong(rows, first + 3),
                Columns.bool(rows, first + 4, false),
                Columns.bool(rows, first + 5, false),
                Columns.bool(rows, first + 6, false));
    }
}
