// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.base;

import java.net.InetAddress;
import java.util.List;
import org.jhss.diameter.dictionary.Application;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.diameter.message.ResultCode;

/** Writes the messages of the base protocol that peers exchange (RFC 6733 5.3 to 5.5). Immutable and thread-safe. */
public final class BaseMessages {

    /** RFC 6733 5.3.3: zero, "ignored", since jHSS has no enterprise number of its own. */
    private static final int NO_VENDOR = 0;

    private final OwnIdentity own;

    public BaseMessages(OwnIdentity own) {
        this.own = own;
    }

    /** A CER. */
    public int capabilitiesRequest(
            MessageWriter out, int hopByHop, int endToEnd, List<InetAddress> local, List<Application> applications) {
        out.startRequest(Base.CER, hopByHop, endToEnd);
        identify(out, local);
        offer(out, applications);
        return out.finish();
    }

    /** A CEA of success. */
    public int capabilitiesAnswer(
            MessageWriter out, Message request, List<InetAddress> local, List<Application> applications) {
        out.startAnswer(request).add(Base.RESULT_CODE, ResultCode.SUCCESS.value());
        identify(out, local);
        offer(out, applications);
        return out.finish();
    }

    /** A CEA that says why there will be no connection; what we serve is in it all the same (RFC 6733 5.3). */
    public int capabilitiesRefusal(
            MessageWriter out,
            Message request,
            List<InetAddress> local,
            ResultCode code,
            String message,
            byte[] failedAvp) {
        if (code.isProtocolError()) {
            out.startErrorAnswer(request);
        } else {
            out.startAnswer(request);
        }
        out.add(Base.RESULT_CODE, code.value());
        identify(out, local);
        if (!message.isEmpty()) {
            out.add(Base.ERROR_MESSAGE, message);
        }
        if (failedAvp.length != 0) {
            out.begin(Base.FAILED_AVP).raw(failedAvp, 0, failedAvp.length).end();
        }
        offer(out, ServedApplications.all());
        return out.finish();
    }

    /** A DWR. */
    public int watchdogRequest(MessageWriter out, int hopByHop, int endToEnd) {
        origin(out.startRequest(Base.DWR, hopByHop, endToEnd));
        return out.add(Base.ORIGIN_STATE_ID, own.originStateId()).finish();
    }

    /** A DWA. */
    public int watchdogAnswer(MessageWriter out, Message request) {
        origin(out.startAnswer(request).add(Base.RESULT_CODE, ResultCode.SUCCESS.value()));
        return out.add(Base.ORIGIN_STATE_ID, own.originStateId()).finish();
    }

    /** A DPR. */
    public int disconnectRequest(MessageWriter out, int hopByHop, int endToEnd, DisconnectCause cause) {
        origin(out.startRequest(Base.DPR, hopByHop, endToEnd));
        return out.add(Base.DISCONNECT_CAUSE, cause.value()).finish();
    }

    /** A DPA. */
    public int disconnectAnswer(MessageWriter out, Message request) {
        origin(out.startAnswer(request).add(Base.RESULT_CODE, ResultCode.SUCCESS.value()));
        return out.finish();
    }

    private MessageWriter origin(MessageWriter out) {
        return out.add(Base.ORIGIN_HOST, own.host().value())
                .add(Base.ORIGIN_REALM, own.realm().value());
    }

    private void identify(MessageWriter out, List<InetAddress> local) {
        origin(out);
        for (var address : local) {
            out.add(Base.HOST_IP_ADDRESS, address);
        }
        out.add(Base.VENDOR_ID, NO_VENDOR)
                .add(Base.PRODUCT_NAME, own.productName())
                .add(Base.ORIGIN_STATE_ID, own.originStateId());
    }

    /**
     * Each application both at the top level and in Vendor-Specific-Application-Id: RFC 6733 6.11 asks for the latter, Kamailio and
     * jDiameter look only there, and others look only at the top level.
     */
    private void offer(MessageWriter out, List<Application> applications) {
        for (int vendor : ServedApplications.vendors()) {
            out.add(Base.SUPPORTED_VENDOR_ID, vendor);
        }
        for (var application : applications) {
            out.add(Base.AUTH_APPLICATION_ID, application.id());
        }
        for (var application : applications) {
            out.begin(Base.VENDOR_SPECIFIC_APPLICATION_ID)
                    .add(Base.VENDOR_ID, application.vendorId())
                    .add(Base.AUTH_APPLICATION_ID, application.id())
                    .end();
        }
        out.add(Base.FIRMWARE_REVISION, own.firmwareRevision());
    }
}
