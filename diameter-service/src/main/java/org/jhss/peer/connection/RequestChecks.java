// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.peer.policy.Check;
import org.jhss.peer.policy.Finding;
import org.jhss.peer.policy.PolicyChecks;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a request before anything else: by its header, by its routing AVPs, and by what is agreed with the peer that sent it.
 *
 * <p>Destination-Realm is not held against a peer unless {@code hss.check_destination_realm} says so: one HSS answers for the
 * realms epc.mnc..., ims.mnc... and the operator's own, and PyHSS never looked. A Destination-Host that is not ours is answered 3002 as
 * RFC 6733 6.1.6 and 7.1.3 have it, since this node does not forward.
 *
 * <p>RFC 6733 has no answer for a request in another node's name. It is answered 5004 with the AVP (7.1.5: an invalid value), a permanent
 * failure: 3002 would make agents try again elsewhere what is no better there.
 */
final class RequestChecks {

    private static final Refusal BAD_FLAGS = Refusal.of(ResultCode.INVALID_HDR_BITS);
    private static final Refusal NO_APPLICATION = Refusal.of(ResultCode.APPLICATION_UNSUPPORTED);
    private static final Refusal NOT_AGREED = new Refusal(
            ResultCode.APPLICATION_UNSUPPORTED, "the application is not agreed with this peer", Refusal.NO_AVP);
    private static final Refusal TOO_FAST =
            new Refusal(ResultCode.TOO_BUSY, "more requests than agreed with this peer", Refusal.NO_AVP);
    private static final Refusal NOT_HERE = Refusal.of(ResultCode.UNABLE_TO_DELIVER);
    private static final Refusal LOOP =
            new Refusal(ResultCode.LOOP_DETECTED, "Route-Record names this node", Refusal.NO_AVP);
    private static final Refusal NO_REALM = Refusal.of(ResultCode.REALM_NOT_SERVED);

    private final PolicyChecks checks;
    private final boolean checkOrigin;
    private final boolean checkLoop;
    private final boolean checkRealm;
    private final byte[] ownHost;
    private final byte[] ownRealm;

    RequestChecks(ConnectionContext context) {
        this.checks = context.checks();
        this.checkOrigin = checks.isOn(Check.ORIGIN);
        this.checkLoop = checks.isOn(Check.LOOP);
        this.checkRealm = context.settings().checkRealm();
        this.ownHost = Octets.ascii(context.own().host().value());
        this.ownRealm = Octets.ascii(context.own().realm().value());
    }

    /** Why the request is refused; null when it is not. */
    @Nullable
    Refusal refusal(Connection connection, Message message) {
        if (message.isError()) {
            return BAD_FLAGS;
        }
        int application = message.applicationId();
        if (!connection.offers(application)) {
            return NO_APPLICATION;
        }
        if (connection.peer().isTooFast()
                && found(Check.RATE, connection, message, "it sends more requests than agreed")) {
            return TOO_FAST;
        }
        if (!connection.peer().terms().permits(application)
                && found(Check.APPLICATION, connection, message, "it uses application " + application)) {
            return NOT_AGREED;
        }
        return routing(connection, message);
    }

    private @Nullable Refusal routing(Connection connection, Message message) {
        int foreign = Refusal.NO_AVP;
        int count = message.avpCount();
        for (int i = 0; i < count; i++) {
            long key = message.keyAt(i);
            if (key == Base.ORIGIN_HOST.key()) {
                if (checkOrigin
                        && !Octets.sameName(message.avpAt(i), connection.peer().hostOctets())) {
                    foreign = i;
                }
            } else if (key == Base.ORIGIN_REALM.key()) {
                if (checkOrigin
                        && foreign == Refusal.NO_AVP
                        && !Octets.sameName(message.avpAt(i), connection.peer().realmOctets())) {
                    foreign = i;
                }
            } else if (key == Base.DESTINATION_HOST.key()) {
                if (!Octets.sameName(message.avpAt(i), ownHost)) {
                    return NOT_HERE;
                }
            } else if (key == Base.ROUTE_RECORD.key()) {
                if (checkLoop
                        && Octets.sameName(message.avpAt(i), ownHost)
                        && found(Check.LOOP, connection, message, "its request was here before")) {
                    return LOOP;
                }
            } else if (key == Base.DESTINATION_REALM.key()
                    && checkRealm
                    && !Octets.sameName(message.avpAt(i), ownRealm)) {
                return NO_REALM;
            }
        }
        return foreign == Refusal.NO_AVP ? null : foreignOrigin(connection, message, foreign);
    }

    private @Nullable Refusal foreignOrigin(Connection connection, Message message, int avp) {
        if (mayForward(connection, message)) {
            return null;
        }
        var name = message.keyAt(avp) == Base.ORIGIN_HOST.key() ? "Origin-Host " : "Origin-Realm ";
        return found(
                        Check.ORIGIN,
                        connection,
                        message,
                        "it sends as " + name + message.avpAt(avp).text())
                ? new Refusal(ResultCode.INVALID_AVP_VALUE, name + "is not that of this connection's CER", avp)
                : null;
    }

    private static boolean mayForward(Connection connection, Message message) {
        return switch (connection.peer().terms().relaying()) {
            case ALLOWED -> true;
            case FORBIDDEN -> false;
            case AS_SHOWN -> connection.peer().isRelay() || cameThroughOthers(message);
        };
    }

    /** RFC 6733 6.1.9: the first agent on the way has put the originator into Route-Record. */
    private static boolean cameThroughOthers(Message message) {
        var origin = message.find(Base.ORIGIN_HOST);
        if (origin.isAbsent()) {
            return false;
        }
        byte[] name = origin.octets();
        for (var record : message.all(Base.ROUTE_RECORD)) {
            if (Octets.sameName(record, name)) {
                return true;
            }
        }
        return false;
    }

    private boolean found(Check check, Connection connection, Message message, String text) {
        return checks.refuses(
                check, new Finding(connection.peer().name(), connection.remote(), message.text(Base.SESSION_ID), text));
    }
}
