// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.diameter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.MessageWriter;

/** One request in the making. Each AVP stands where it was first put. */
public final class DiameterRequest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Map<Object, Consumer<MessageWriter>> avps = new LinkedHashMap<>();
    private int flags;
    private int command;
    private int application;
    private int hopByHop = nextNumber();
    private int endToEnd = nextNumber();

    DiameterRequest(CommandDefinition definition) {
        command = definition.code();
        application = definition.applicationId();
        flags = Header.REQUEST | (definition.isProxiable() ? Header.PROXIABLE : 0);
    }

    static int nextNumber() {
        return NUMBERS.incrementAndGet();
    }

    /** Sets an AVP of text. */
    public DiameterRequest with(AvpDefinition avp, String value) {
        return with(avp, out -> out.add(avp, value));
    }

    /** Sets an AVP of a number. */
    public DiameterRequest with(AvpDefinition avp, int value) {
        return with(avp, out -> out.add(avp, value));
    }

    /** Sets an AVP of octets. */
    public DiameterRequest with(AvpDefinition avp, byte[] value) {
        return with(avp, out -> out.add(avp, value));
    }

    /** Sets what stands at the place of {@code avp}. */
    public DiameterRequest with(AvpDefinition avp, Consumer<MessageWriter> writer) {
        avps.put(avp, writer);
        return this;
    }

    /** Leaves an AVP out. */
    public DiameterRequest without(AvpDefinition avp) {
        avps.remove(avp);
        return this;
    }

    /** Adds further AVPs at the end: repeated, unknown or broken ones. */
    public DiameterRequest and(Consumer<MessageWriter> writer) {
        avps.put(new Object(), writer);
        return this;
    }

    /** Adds octets at the end as they are, taken for an encoded AVP. */
    public DiameterRequest andOctets(byte... octets) {
        return and(out -> out.raw(octets, 0, octets.length));
    }

    /** Sets the command flags of the header. */
    public DiameterRequest flags(int newFlags) {
        flags = newFlags;
        return this;
    }

    /** Sets the command code of the header. */
    public DiameterRequest command(int code) {
        command = code;
        return this;
    }

    /** Sets the Application-Id of the header. */
    public DiameterRequest application(int id) {
        application = id;
        return this;
    }

    /** Sets the hop-by-hop identifier. */
    public DiameterRequest hopByHop(int id) {
        hopByHop = id;
        return this;
    }

    /** Sets the end-to-end identifier. */
    public DiameterRequest endToEnd(int id) {
        endToEnd = id;
        return this;
    }

    /** The message. */
    public byte[] octets() {
        var buffer = new DiameterBuffer();
        var writer = new MessageWriter(buffer);
        writer.start(flags, command, application, hopByHop, endToEnd);
        avps.values().forEach(avp -> avp.accept(writer));
        return buffer.copy(0, writer.finish());
    }
}
