// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jhss.diameter.dictionary.Application;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S13;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.Vendors;
import org.jhss.diameter.message.Answers;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.diameter.message.ResultCode;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;

/** The messages of one peer that are no load: those of the base protocol, and answers to what the HSS asks. Used by one thread. */
final class BaseMessages {

    private static final String PRODUCT = "jHSS load";
    private static final int REBOOTING = 0;
    private static final int NO_STATE_MAINTAINED = 1;

    private final Answers answers;
    private final List<Application> applications;
    private final DiameterBuffer buffer = new DiameterBuffer();
    private final MessageWriter out = new MessageWriter(buffer);

    /**
     * @param further applications to offer besides S6a and S13
     */
    BaseMessages(PeerHost host, Realm realm, List<Application> further) {
        answers = new Answers(host.value(), realm.value());
        applications = Stream.concat(Stream.of(S6a.APPLICATION, S13.APPLICATION), further.stream())
                .distinct()
                .toList();
    }

    /** Where the message made last is; its length was returned. */
    byte[] octets() {
        return buffer.array();
    }

    /** Capabilities-Exchange-Request (RFC 6733 5.3.1). */
    int capabilities(int id, InetAddress local) {
        buffer.clear();
        answers.addOrigin(out.startRequest(Base.CER, id, id))
                .add(Base.HOST_IP_ADDRESS, local)
                .add(Base.VENDOR_ID, Vendors.THREE_GPP)
                .add(Base.PRODUCT_NAME, PRODUCT)
                .add(Base.SUPPORTED_VENDOR_ID, Vendors.THREE_GPP);
        for (var application : applications) {
            out.begin(Base.VENDOR_SPECIFIC_APPLICATION_ID)
                    .add(Base.VENDOR_ID, application.vendorId())
                    .add(Base.AUTH_APPLICATION_ID, application.id())
                    .end();
        }
        return out.finish();
    }

    /** Device-Watchdog-Request (RFC 6733 5.5.1). */
    int watchdog(int id) {
        buffer.clear();
        return answers.addOrigin(out.startRequest(Base.DWR, id, id)).finish();
    }

    /** Disconnect-Peer-Request (RFC 6733 5.4.1). */
    int disconnect(int id) {
        buffer.clear();
        return answers.addOrigin(out.startRequest(Base.DPR, id, id))
                .add(Base.DISCONNECT_CAUSE, REBOOTING)
                .finish();
    }

    /** An answer of success to whatever the HSS asked. */
    int success(Message request) {
        buffer.clear();
        Answers.addResult(answers.begin(out, request), ResultCode.SUCCESS);
        if (request.applicationId() != Base.APPLICATION.id()) {
            out.add(Base.AUTH_SESSION_STATE, NO_STATE_MAINTAINED);
        }
        return answers.finish(out, request);
    }
}
