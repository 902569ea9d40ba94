// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.wire;

import java.util.function.Consumer;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.Vendors;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.platform.config.HssIdentity;

/**
 * AVPs that are the same in every message of one command, as far as its grammar has them, encoded once. Immutable.
 */
public final class CommonAvps {

    /** Auth-Session-State: no session is kept (RFC 6733 8.11; TS 29.272 7.1.4). */
    private static final int NO_STATE_MAINTAINED = 1;

    private final byte[] encoded;

    private CommonAvps(Consumer<MessageWriter> avps) {
        var buffer = new DiameterBuffer();
        var writer = new MessageWriter(buffer);
        writer.start(0, 0, 0, 0, 0);
        int from = buffer.length();
        avps.accept(writer);
        encoded = buffer.copy(from, buffer.length() - from);
    }

    /** Vendor-Specific-Application-Id, or else Auth-Application-Id. */
    public static CommonAvps application(CommandDefinition command) {
        return new CommonAvps(writer -> {
            if (has(command, Base.VENDOR_SPECIFIC_APPLICATION_ID)) {
                writer.begin(Base.VENDOR_SPECIFIC_APPLICATION_ID)
                        .add(Base.VENDOR_ID, vendor(command))
                        .add(Base.AUTH_APPLICATION_ID, command.applicationId())
                        .end();
            } else if (has(command, Base.AUTH_APPLICATION_ID)) {
                writer.add(Base.AUTH_APPLICATION_ID, command.applicationId());
            }
        });
    }

    /** Auth-Session-State, Origin-Host and Origin-Realm. */
    public static CommonAvps stateAndOrigin(CommandDefinition command, HssIdentity identity) {
        return new CommonAvps(writer -> {
            if (has(command, Base.AUTH_SESSION_STATE)) {
                writer.add(Base.AUTH_SESSION_STATE, NO_STATE_MAINTAINED);
            }
            addOrigin(writer, identity);
        });
    }

    /** Origin-Host and Origin-Realm. */
    public static CommonAvps origin(HssIdentity identity) {
        return new CommonAvps(writer -> addOrigin(writer, identity));
    }

    /** No AVPs. */
    public static CommonAvps none() {
        return new CommonAvps(writer -> {});
    }

    /** Adds the AVPs. */
    public void writeTo(MessageWriter writer) {
        writer.raw(encoded, 0, encoded.length);
    }

    private static void addOrigin(MessageWriter writer, HssIdentity identity) {
        writer.add(Base.ORIGIN_HOST, identity.originHost().value())
                .add(Base.ORIGIN_REALM, identity.originRealm().value());
    }

    private static int vendor(CommandDefinition command) {
        int vendor = command.application().vendorId();
        return vendor == 0 ? Vendors.THREE_GPP : vendor;
    }

    private static boolean has(CommandDefinition command, AvpDefinition avp) {
        return command.grammar().rules().stream().anyMatch(rule -> rule.avp().key() == avp.key());
    }
}
