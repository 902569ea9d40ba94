// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jhss.diameter.dictionary.Application;
import org.jhss.diameter.dictionary.S13;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.Vendors;

/** The one table of what jHSS serves: told to peers; requests of any other are answered 3007. An interface that is added is added here. */
public final class ServedApplications {

    private static final List<Application> ALL = List.of(S6a.APPLICATION, S13.APPLICATION);

    /** The vendors whose AVPs we know, for Supported-Vendor-Id; PyHSS names the same. */
    private static final List<Integer> VENDORS = List.of(Vendors.THREE_GPP, Vendors.ETSI, Vendors.THREE_GPP2);

    private ServedApplications() {}

    /** Every application that hss-service has handlers for. */
    public static List<Application> all() {
        return ALL;
    }

    /** Values of Supported-Vendor-Id. */
    public static List<Integer> vendors() {
        return VENDORS;
    }

    /** Those of {@code names} that are served, by name without regard to case; all when {@code names} is empty. */
    public static List<Application> named(List<String> names) {
        if (names.isEmpty()) {
            return ALL;
        }
        Set<String> wanted =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        var found = new ArrayList<Application>();
        for (var application : ALL) {
            if (wanted.contains(application.name().toLowerCase(Locale.ROOT))) {
                found.add(application);
            }
        }
        return List.copyOf(found);
    }
}
