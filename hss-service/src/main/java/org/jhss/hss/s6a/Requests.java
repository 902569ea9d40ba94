// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.util.Optional;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Message;
import org.jhss.identity.Imsi;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Plmn;

/** What the requests of MMEs and SGSNs have in common. */
final class Requests {

    private Requests() {}

    /** The IMSI that User-Name holds (TS 29.272 5.2.1.1.1); empty when it is none. */
    static Optional<Imsi> imsi(Message request) {
        return Imsi.parse(request.text(Base.USER_NAME));
    }

    /** Visited-PLMN-Id (7.3.9); empty when its octets are none. */
    static Optional<Plmn> visitedPlmn(Message request) {
        var avp = request.find(S6a.VISITED_PLMN_ID);
        return avp.valueLength() == Plmn.ENCODED_LENGTH
                ? Plmn.decode(avp.buffer(), avp.valueOffset())
                : Optional.empty();
    }

    /** A number that tells requesting nodes apart, the same for every spelling of one name. */
    static int nodeSelector(Message request) {
        var host = request.text(Base.ORIGIN_HOST);
        return PeerHost.parse(host).map(PeerHost::hashCode).orElseGet(host::hashCode);
    }
}
