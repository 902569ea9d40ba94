// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.rule;

import java.util.Locale;
import java.util.Set;
import org.jhss.identity.Apn;

/** Rules on names of APNs, hosts and files. */
public final class Names {

    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 255;
    private static final Set<String> RESERVED_FIRST_LABELS = Set.of("rac", "lac", "sgsn", "rnc");

    /**
     * TS 23.003 9.1.1: labels parted by dots, the first none of rac, lac, sgsn, rnc, the last not gprs; or the wildcard of 9.2.1.
     */
    public static final Rule APN = Rule.text(
            "apn",
            "labels of letters, digits and hyphens parted by dots, not beginning with rac, lac, sgsn or rnc and not"
                    + " ending in .gprs; or *",
            Names::isApn);

    /** TS 23.003 9.1.2. */
    public static final Rule APN_OI_REPLACEMENT = Rule.text(
            "apn_oi_replacement", "a domain name ending in .gprs", text -> isHost(text) && text.endsWith(".gprs"));

    /** A host or realm (RFC 6733 4.3.1, DiameterIdentity). */
    public static final Rule HOST = Rule.text("host", "a domain name", Names::isHost);

    /** A file below the configured directory. */
    public static final Rule TEMPLATE = Rule.text(
            "template_path", "a relative path without \"..\", such as default_ifc.xml", Names::isTemplatePath);

    /** MSC and the like call themselves what they like, but with characters that can be seen. */
    public static final Rule PRINTABLE = Rule.text(
            "printable", "text without control characters", text -> text.chars().noneMatch(Character::isISOControl));

    private Names() {}

    private static boolean isApn(String text) {
        if (Apn.parse(text).isEmpty()) {
            return false;
        }
        var name = text.toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        var first = dot < 0 ? name : name.substring(0, dot);
        return !RESERVED_FIRST_LABELS.contains(first) && !name.endsWith(".gprs") && !name.equals("gprs");
    }

    static boolean isHost(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            return false;
        }
        for (var label : text.split("\\.", -1)) {
            if (label.isEmpty()
                    || label.length() > LONGEST_LABEL
                    || !label.chars().allMatch(Names::isLabelCharacter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLabelCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static boolean isTemplatePath(String text) {
        if (text.startsWith("/") || text.indexOf('\\') >= 0 || text.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        for (var part : text.split("/", -1)) {
            if (part.isEmpty() || part.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
