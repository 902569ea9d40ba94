// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Header;

/** A message as it will stand on the wire, every part of which may be made wrong by itself. */
final class WireMessage {

    private static final int VERSION_SHIFT = 24;

    int flags;
    int command;
    int application;
    final int hopByHop;
    final int endToEnd;
    final List<WireAvp> avps = new ArrayList<>();

    WireMessage(CommandDefinition definition, int hopByHop, int endToEnd) {
        flags = (definition.isRequest() ? Header.REQUEST : 0) | (definition.isProxiable() ? Header.PROXIABLE : 0);
        command = definition.code();
        application = definition.applicationId();
        this.hopByHop = hopByHop;
        this.endToEnd = endToEnd;
    }

    /** All AVPs, those in groups included. */
    List<WireAvp> all() {
        var all = new ArrayList<WireAvp>();
        collect(avps, all);
        return all;
    }

    /** A list of siblings: the message's own, or a group's. */
    List<WireAvp> anySiblings(RandomGenerator random) {
        var groups = all().stream().filter(avp -> !avp.members.isEmpty()).toList();
        int choice = random.nextInt(groups.size() + 1);
        return choice == groups.size() ? avps : groups.get(choice).members;
    }

    private static void collect(List<WireAvp> from, List<WireAvp> into) {
        for (var avp : from) {
            into.add(avp);
            collect(avp.members, into);
        }
    }

    byte[] octets() {
        var out = new DiameterBuffer();
        WireAvp.putInt(out, Header.VERSION << VERSION_SHIFT);
        WireAvp.putInt(out, flags << VERSION_SHIFT | (command & 0xFF_FFFF));
        WireAvp.putInt(out, application);
        WireAvp.putInt(out, hopByHop);
        WireAvp.putInt(out, endToEnd);
        avps.forEach(avp -> avp.writeTo(out));
        byte[] octets = out.copy(0, out.length());
        setLength(octets, octets.length);
        return octets;
    }

    static void setLength(byte[] octets, int length) {
        WireAvp.putUint24(octets, 1, length);
    }
}
