// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What SIM vendors and other cores call the columns, and what they deliver that an HSS has no use for. */
public final class Aliases {

    /** A column that vendors name so when its values are encrypted with a transport key. */
    public record Column(String name, boolean encrypted) {}

    private static final Map<String, Column> NAMES = Map.ofEntries(
            plain("IMSI", "imsi"),
            plain("IMSI1", "imsi"),
            plain("ICCID", "iccid"),
            plain("ICCID1", "iccid"),
            plain("ICC", "iccid"),
            plain("SERNB", "iccid"),
            plain("SERIALNB", "iccid"),
            plain("SERIALNUMBER", "iccid"),
            plain("SN", "iccid"),
            plain("KI", "ki"),
            plain("KI1", "ki"),
            plain("K", "ki"),
            plain("KEY", "ki"),
            encrypted("EKI", "ki"),
            encrypted("KIENC", "ki"),
            encrypted("ENCKI", "ki"),
            encrypted("A4KI", "ki"),
            plain("OPC", "opc"),
            encrypted("EOPC", "opc"),
            encrypted("ENCOPC", "opc"),
            plain("OP", "op"),
            plain("AMF", "amf"),
            plain("SQN", "sqn"),
            plain("MSISDN", "msisdn"),
            plain("ISDN", "msisdn"),
            plain("PHONENUMBER", "msisdn"),
            plain("PIN1", "pin1"),
            plain("PIN", "pin1"),
            plain("CHV1", "pin1"),
            plain("PIN2", "pin2"),
            plain("CHV2", "pin2"),
            plain("PUK1", "puk1"),
            plain("PUK", "puk1"),
            plain("UNBLOCKCHV1", "puk1"),
            plain("PUK2", "puk2"),
            plain("UNBLOCKCHV2", "puk2"),
            plain("ADM1", "adm1"),
            plain("ADM", "adm1"),
            plain("APN", "default_apn"));

    /** Access control class, OTA and card management keys, eUICC identifiers, what is printed on the card. */
    private static final Set<String> OF_NO_USE = Set.of(
            "ACC",
            "ACCESSCONTROL",
            "NAME",
            "EID",
            "ADM2",
            "ADM3",
            "ADM4",
            "ADM5",
            "TYPE",
            "ATR",
            "MODEL",
            "PRODUCT",
            "IMSITYPE",
            "LABEL",
            "COMMENT",
            "QCI",
            "IPALLOC",
            "SUBSCRIBERKEYINDEX");

    private static final Set<String> KEY_FAMILIES = Set.of(
            "KIC",
            "KID",
            "KIK",
            "OTA",
            "SCP",
            "TK",
            "KIENCIDX",
            "CIPHER",
            "MSL",
            "DAP",
            "PSK",
            "SCP02",
            "SCP03",
            "SCP80",
            "SCP81",
            "UICC",
            "ISD",
            "ECASD",
            "MNOPUK",
            "SUCI",
            "HNET");

    private Aliases() {}

    private static Map.Entry<String, Column> plain(String alias, String column) {
        return Map.entry(alias, new Column(column, false));
    }

    private static Map.Entry<String, Column> encrypted(String alias, String column) {
        return Map.entry(alias, new Column(column, true));
    }

    /** The column that {@code name} usually means, however it is written. */
    public static Optional<Column> of(String name) {
        return Optional.ofNullable(NAMES.get(bare(name)));
    }

    /** Whether {@code name} is known to be of no use here. */
    public static boolean isOfNoUse(String name) {
        var bare = bare(name);
        return OF_NO_USE.contains(bare) || KEY_FAMILIES.stream().anyMatch(bare::startsWith);
    }

    /** Letters and digits in capitals. */
    private static String bare(String name) {
        var bare = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) {
                bare.append(name.charAt(i));
            }
        }
        return bare.toString().toUpperCase(Locale.ROOT);
    }
}
