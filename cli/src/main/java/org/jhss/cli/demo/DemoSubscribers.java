// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.demo;

import java.util.HexFormat;
import java.util.List;
import org.jhss.aka.AkaKey;
import org.jhss.aka.MilenageKey;
import org.jhss.identity.Imsi;

/** The demonstration's subscribers, whose IMSIs follow one another, for other commands to use. */
public final class DemoSubscribers {

    private DemoSubscribers() {}

    /** The lowest IMSI. */
    public static Imsi first() {
        return DemoSubscriber.FIRST.imsi();
    }

    /** Their keys, in the order of their IMSIs. */
    public static List<AkaKey> keys() {
        return DemoSubscriber.ALL.stream()
                .<AkaKey>map(one -> MilenageKey.ofOpc(
                        HexFormat.of().parseHex(one.k()), HexFormat.of().parseHex(one.opc())))
                .toList();
    }
}
