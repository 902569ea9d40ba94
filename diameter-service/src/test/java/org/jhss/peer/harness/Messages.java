// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.harness;

import java.net.InetAddress;
import java.util.function.Consumer;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.Vendors;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;

/** What test peers say. */
public final class Messages {

    public static final String REALM = "epc.mnc001.mcc001.3gppnetwork.org";
    private static final int SAMPLE_VENDOR = 4242;

    private Messages() {}

    /** A message with that header, filled by {@code content}. */
    public static byte[] message(
            int flags, int command, int application, int hopByHop, int endToEnd, Consumer<MessageWriter> content) {
        var buffer = new DiameterBuffer();
        var writer = new MessageWriter(buffer).start(flags, command, application, hopByHop, endToEnd);
        content.accept(writer);
        int length = writer.finish();
        return buffer.copy(0, length);
    }

    /** A CER that offers S6a. */
    public static byte[] cer(String host) {
        return cer(host, writer -> vendorApplication(writer, S6a.APPLICATION.id()));
    }

    public static byte[] cer(String host, Consumer<MessageWriter> offer) {
        return message(Header.REQUEST, Base.CER.code(), 0, 1, 1, writer -> {
            identity(writer, host);
            offer.accept(writer);
        });
    }

    /** What CER and CEA say of their sender. */
    public static void identity(MessageWriter writer, String host) {
        origin(writer, host)
                .add(Base.HOST_IP_ADDRESS, InetAddress.getLoopbackAddress())
                .add(Base.VENDOR_ID, SAMPLE_VENDOR)
                .add(Base.PRODUCT_NAME, "test peer");
    }

    public static MessageWriter origin(MessageWriter writer, String host) {
        return writer.add(Base.ORIGIN_HOST, host).add(Base.ORIGIN_REALM, REALM);
    }

    public static void vendorApplication(MessageWriter writer, int application) {
        writer.begin(Base.VENDOR_SPECIFIC_APPLICATION_ID)
                .add(Base.VENDOR_ID, Vendors.THREE_GPP)
                .add(Base.AUTH_APPLICATION_ID, application)
                .end();
    }

    /** An AIR of a fixed IMSI; sound enough for this service, which does not look into it. */
    public static byte[] air(String host, int hopByHop, int endToEnd) {
        return air(Header.REQUEST | Header.PROXIABLE, host, hopByHop, endToEnd, writer -> {});
    }

    public static byte[] air(int flags, String host, int hopByHop, int endToEnd, Consumer<MessageWriter> more) {
        return message(flags, S6a.AIR.code(), S6a.APPLICATION.id(), hopByHop, endToEnd, writer -> {
            writer.add(Base.SESSION_ID, host + ";1;" + Integer.toUnsignedString(endToEnd))
                    .add(Base.AUTH_SESSION_STATE, 1);
            origin(writer, host)
                    .add(Base.DESTINATION_REALM, REALM)
                    .add(Base.USER_NAME, "001010000000001")
                    .add(S6a.VISITED_PLMN_ID, new byte[] {0, (byte) 0xF1, 0x10});
            more.accept(writer);
        });
    }

    public static byte[] dwr(String host, int hopByHop) {
        return message(Header.REQUEST, Base.DWR.code(), 0, hopByHop, hopByHop, writer -> origin(writer, host));
    }

    public static byte[] dpr(String host, int hopByHop, int cause) {
        return message(
                Header.REQUEST,
                Base.DPR.code(),
                0,
                hopByHop,
                hopByHop,
                writer -> origin(writer, host).add(Base.DISCONNECT_CAUSE, cause));
    }

    /** An answer of success to {@code request}, without more than it needs. */
    public static byte[] success(Message request, String host) {
        return message(
                request.flags() & Header.PROXIABLE,
                request.commandCode(),
                request.applicationId(),
                request.hopByHop(),
                request.endToEnd(),
                writer -> {
                    writer.copy(request.find(Base.SESSION_ID)).add(Base.RESULT_CODE, 2001);
                    origin(writer, host).copyAll(request, Base.PROXY_INFO);
                });
    }

    public static long resultCode(Message answer) {
        return answer.unsigned32(Base.RESULT_CODE, 0);
    }
}
