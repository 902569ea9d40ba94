// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import org.jhss.diameter.dictionary.AvpRule;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandRegistry;

/**
 * Builds the answers of one Diameter node, so that what every answer needs (RFC 6733 6.2, 7.2) is done in one place:
 * Session-Id first, Origin-Host, Origin-Realm, and all Proxy-Info at the end. Immutable and thread-safe; the writers are
 * not.
 */
public final class Answers {

    private static final int NO_STATE_MAINTAINED = 1;

    private final byte[] origin;

    /**
     * @param originHost our DiameterIdentity
     * @param originRealm our realm
     */
    public Answers(String originHost, String originRealm) {
        var buffer = new DiameterBuffer();
        new MessageWriter(buffer)
                .start(0, 0, 0, 0, 0)
                .add(Base.ORIGIN_HOST, originHost)
                .add(Base.ORIGIN_REALM, originRealm);
        origin = buffer.copy(Header.LENGTH, buffer.length() - Header.LENGTH);
    }

    /** Starts an answer: header, Session-Id as in the request, Origin-Host, Origin-Realm. Complete it with {@link #finish}. */
    public MessageWriter begin(MessageWriter out, Message request) {
        return addHead(out.startAnswer(request), request);
    }

    /** Adds our Origin-Host and Origin-Realm, for requests that we originate. */
    public MessageWriter addOrigin(MessageWriter out) {
        return out.raw(origin, 0, origin.length);
    }

    /** Ends an answer: copies all Proxy-Info of the request in their order and completes the message; returns its length. */
    public int finish(MessageWriter out, Message request) {
        return out.copyAll(request, Base.PROXY_INFO).finish();
    }

    /** Writes an answer of just that Result-Code; the E bit is set when it is a protocol error. Returns its length. */
    public int error(MessageWriter out, Message request, ResultCode code) {
        return error(out, request, code, "", FailedAvp.none());
    }

    /**
     * Writes an error answer.
     *
     * @param message text for Error-Message; empty for none. It leaves our network: nothing secret
     * @param failedAvp the AVP, whole, that Failed-AVP holds; empty for none
     * @return the length of the answer in octets
     */
    public int error(MessageWriter out, Message request, ResultCode code, String message, byte[] failedAvp) {
        if (code.isProtocolError()) {
            out.startErrorAnswer(request);
        } else {
            out.startAnswer(request);
        }
        addHead(out, request);
        if (!code.isProtocolError()) {
            addSessionState(out, request);
        }
        out.add(Base.RESULT_CODE, code.value());
        addDetails(out, message, failedAvp);
        return finish(out, request);
    }

    /**
     * Answers what could not be read. What is readable of it (header, Session-Id, Proxy-Info before the fault) is used.
     *
     * @throws IllegalArgumentException when it is not {@linkplain Malformation#isAnswerable() answerable}
     */
    public int error(MessageWriter out, Malformation malformation) {
        var request = malformation
                .readable()
                .orElseThrow(() -> new IllegalArgumentException("there is no header to answer to"));
        return error(
                out, request, malformation.resultCode(), malformation.fault().description(), malformation.failedAvp());
    }

    /**
     * Writes an answer with an Experimental-Result in place of the Result-Code (RFC 6733 7.6).
     *
     * @return the length of the answer in octets
     */
    public int experimental(MessageWriter out, Message request, ExperimentalResultCode code) {
        begin(out, request);
        addSessionState(out, request);
        addExperimentalResult(out, code);
        return finish(out, request);
    }

    /** Adds Result-Code. */
    public static MessageWriter addResult(MessageWriter out, ResultCode code) {
        return out.add(Base.RESULT_CODE, code.value());
    }

    /** Adds Experimental-Result. */
    public static MessageWriter addExperimentalResult(MessageWriter out, ExperimentalResultCode code) {
        return out.begin(Base.EXPERIMENTAL_RESULT)
                .add(Base.VENDOR_ID, code.vendorId())
                .add(Base.EXPERIMENTAL_RESULT_CODE, code.value())
                .end();
    }

    /** Session-Id and our origin. The value alone is copied: whatever flags the requester set, ours are the dictionary's. */
    private MessageWriter addHead(MessageWriter out, Message request) {
        var session = request.find(Base.SESSION_ID);
        if (session.isPresent()) {
            out.add(Base.SESSION_ID, session.buffer(), session.valueOffset(), session.valueLength());
        }
        return out.raw(origin, 0, origin.length);
    }

    /** Peers drop an answer without Auth-Session-State where its grammar asks for it, even one that reports an error. */
    private static void addSessionState(MessageWriter out, Message request) {
        var command = CommandRegistry.standard().find(request.applicationId(), request.commandCode(), false);
        if (command.isPresent()) {
            for (var rule : command.get().grammar().rules()) {
                if (rule.avp() == Base.AUTH_SESSION_STATE && rule.presence() != AvpRule.Presence.OPTIONAL) {
                    out.add(Base.AUTH_SESSION_STATE, NO_STATE_MAINTAINED);
                }
            }
        }
    }

    private static void addDetails(MessageWriter out, String message, byte[] failedAvp) {
        if (!message.isEmpty()) {
            out.add(Base.ERROR_MESSAGE, message);
        }
        if (failedAvp.length != 0) {
            out.begin(Base.FAILED_AVP).raw(failedAvp, 0, failedAvp.length).end();
        }
    }
}
