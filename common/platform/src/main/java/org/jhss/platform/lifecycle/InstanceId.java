// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Names one running process among all of its role: {@code <role>-<hostname>-<pid>-<random>}, or what {@code JHSS_INSTANCE}
 * fixes.
 *
 * @param role such as {@code hss}
 * @param value the name
 */
public record InstanceId(String role, String value) {

    private static final String VARIABLE = "JHSS_INSTANCE";

    /** The id of this process. */
    public static InstanceId make(String role, Map<String, String> environment) {
        var fixed = environment.getOrDefault(VARIABLE, "");
        if (!fixed.isEmpty()) {
            return new InstanceId(role, clean(fixed));
        }
        // the process id alone is no name: in containers every service is process 1
        var random =
                HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
        return new InstanceId(
                role, role + "-" + clean(host()) + "-" + ProcessHandle.current().pid() + "-" + random);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }

    /** It becomes part of Redis keys and JSON, where braces, quotes and colons have a meaning. */
    private static String clean(String text) {
        var name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            name.append(c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '.') ? c : '_');
        }
        return name.toString();
    }
}
