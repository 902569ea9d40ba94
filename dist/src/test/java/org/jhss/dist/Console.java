// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.dist;

import java.util.List;
import org.openqa.selenium.By;

/** One of the web consoles that were written for PyHSS. */
enum Console {
    /** zarya/pyhss-gui. Its roaming pages read the id of what they change from the wrong field. */
    PYHSS_GUI("pyhss-gui"),

    /** svinson1121/pyhss-management-ui. */
    MANAGEMENT_UI("pyhss-management-ui");

    private static final String DEAD_CALLS =
            "GET .*(/oam/reconcile/imsi/.*|/subscriber/ims_subscriber_imsi/.*|/eir/eir_histroy/list)";

    private final String folder;

    Console(String folder) {
        this.folder = folder;
    }

    /** The folder of its sources; what is built is in {@code dist} below. */
    String folder() {
        return folder;
    }

    /** The button that opens the form of a new object. */
    By add() {
        return this == PYHSS_GUI
                ? By.cssSelector("button.MuiSpeedDial-fab")
                : By.xpath("//h1/following-sibling::button");
    }

    /** Pages without a list of objects. */
    List<String> overviews() {
        return this == PYHSS_GUI ? List.of("/", "/addwizard") : List.of("/", "/addwizard", "/oam");
    }

    /** Whether the console asks this of PyHSS 2.0, too, in vain. */
    boolean isDead(TrafficLog.Exchange exchange) {
        return (exchange.method() + " " + exchange.url()).matches(DEAD_CALLS);
    }
}
