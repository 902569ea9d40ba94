// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.base;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.grammar.GrammarValidator;
import org.jhss.diameter.grammar.Violation;
import org.jhss.diameter.message.AvpContainer;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.MalformedValueException;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;

/**
 * Reads CER and CEA (RFC 6733 5.3.1, 5.3.2). A CER is held against its grammar; of a CEA only what is used matters, since there is nobody
 * to report the rest to.
 */
public final class CapabilitiesReader {

    /** What reading gives. */
    public sealed interface Result permits Offer, Fault {}

    /** The peer's offer. */
    public record Offer(PeerCapabilities capabilities) implements Result {}

    /** The message is not as it must be. */
    public static final class Fault implements Result {

        private final ResultCode code;
        private final String message;
        private final byte[] failedAvp;

        Fault(ResultCode code, String message, byte[] failedAvp) {
            this.code = code;
            this.message = message;
            this.failedAvp = failedAvp;
        }

        /** What is to be answered. */
        public ResultCode code() {
            return code;
        }

        /** What is wrong, fit for Error-Message. */
        public String message() {
            return message;
        }

        /** Content of Failed-AVP, may be empty. */
        public byte[] failedAvp() {
            return failedAvp.clone();
        }
    }

    private CapabilitiesReader() {}

    /** Reads what the peer offers. */
    public static Result read(Message message) {
        try {
            if (message.isRequest()
                    && new GrammarValidator(Limits.DEFAULT).validate(message, Base.CER)
                            instanceof Violation violation) {
                return new Fault(violation.resultCode(), violation.description(), violation.failedAvp());
            }
            var host = PeerHost.parse(message.text(Base.ORIGIN_HOST));
            if (host.isEmpty()) {
                return invalid(message, Base.ORIGIN_HOST);
            }
            var realm = Realm.parse(message.text(Base.ORIGIN_REALM));
            if (realm.isEmpty()) {
                return invalid(message, Base.ORIGIN_REALM);
            }
            return new Offer(new PeerCapabilities(
                    host.get(),
                    realm.get(),
                    addresses(message),
                    message.integer32(Base.VENDOR_ID, 0),
                    message.text(Base.PRODUCT_NAME),
                    message.has(Base.ORIGIN_STATE_ID)
                            ? OptionalLong.of(message.unsigned32(Base.ORIGIN_STATE_ID, 0))
                            : OptionalLong.empty(),
                    Set.copyOf(applications(message)),
                    Set.copyOf(numbers(message, Base.INBAND_SECURITY_ID, new HashSet<>()))));
        } catch (MalformedValueException e) {
            return new Fault(ResultCode.INVALID_AVP_LENGTH, e.fault().description(), e.failedAvp());
        }
    }

    private static Fault invalid(Message message, AvpDefinition definition) {
        var avp = message.find(definition);
        byte[] failed = new byte[avp.length()];
        System.arraycopy(avp.buffer(), avp.offset(), failed, 0, failed.length);
        return new Fault(ResultCode.INVALID_AVP_VALUE, definition.name() + " is not a domain name", failed);
    }

    private static List<InetAddress> addresses(Message message) {
        var addresses = new ArrayList<InetAddress>();
        for (var avp : message.all(Base.HOST_IP_ADDRESS)) {
            avp.address().ifPresent(addresses::add);
        }
        return List.copyOf(addresses);
    }

    private static Set<Integer> applications(Message message) {
        var ids = new HashSet<Integer>();
        addApplications(message, ids);
        for (var group : message.all(Base.VENDOR_SPECIFIC_APPLICATION_ID)) {
            addApplications(group, ids);
        }
        return ids;
    }

    private static void addApplications(AvpContainer container, Set<Integer> ids) {
        numbers(container, Base.AUTH_APPLICATION_ID, ids);
        numbers(container, Base.ACCT_APPLICATION_ID, ids);
    }

    private static Set<Integer> numbers(AvpContainer container, AvpDefinition definition, Set<Integer> into) {
        for (var avp : container.all(definition)) {
            into.add(avp.integer32());
        }
        return into;
    }
}
